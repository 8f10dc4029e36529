/**
 * `<dramaturg-story>`: the story of a world on any page, found when it loads. All words of the world become
 * text nodes in a shadow of its own; nothing of it is ever taken as HTML, and nothing is fetched but a world
 * of the page's own site.
 */
import { decoded } from "../files/decode.js"
import { contentNote } from "../state.js"
import { most } from "../worker/most.js"
import type { AskedManner, FoundStory, NoStory, Refused, World } from "../worker/protocol.js"
import type { WorkerRequest, Outcome, WorkerClient } from "../worker/client.js"
import { sheet } from "./sheet.js"
import { noteShown, sentence, storyShown } from "./shown.js"

/** More than any world there is. */
const mostBytes = 4_000_000

const orders: Readonly<Record<string, AskedManner["order"]>> = {
  "as-it-happened": "as it happened",
  "from-the-middle": "from the middle",
  "from-the-end": "from the end",
}

/** All stories of a page are found by one engine, one after another. */
export function storyElement(shop: WorkerClient): CustomElementConstructor {
  return class DramaturgStory extends HTMLElement {
    static readonly observedAttributes = ["src", "pov", "order"]
    readonly #place = document.createElement("section")
    #world: string | undefined
    #request: WorkerRequest<"embedded"> | undefined
    #isNoteRead = false
    #timer = 0

    constructor() {
      super()
      const shadow = this.attachShadow({ mode: "open" })
      const style = new CSSStyleSheet()
      style.replaceSync(sheet)
      shadow.adoptedStyleSheets = [style]
      shadow.append(this.#place)
    }

    /** The text of the world; null: what `src` or the text inside says. */
    get world(): string | null {
      return this.#world ?? null
    }

    set world(text: string | null) {
      this.#world = text ?? undefined
      this.#soon()
    }

    connectedCallback(): void {
      // A name that was set before the element was defined hides the one above.
      if (Object.hasOwn(this, "world")) {
        const text = (this as { world: string | null }).world
        delete (this as { world?: string | null }).world
        this.#world = text ?? undefined
      }
      this.#place.setAttribute("aria-label", "A story")
      this.#soon()
    }

    disconnectedCallback(): void {
      clearTimeout(this.#timer)
      this.#request?.cancel()
    }

    attributeChangedCallback(): void {
      this.#soon()
    }

    /** Several changes at once are one; and what stands inside has been read by then. */
    #soon(): void {
      clearTimeout(this.#timer)
      if (this.isConnected) this.#timer = window.setTimeout(() => void this.#tell())
    }

    async #tell(): Promise<void> {
      this.#request?.cancel()
      this.#show(sentence("The story is on its way …", "status"))
      try {
        const world = await this.#read()
        const request = (this.#request = shop.ask("embedded", {
          world,
          budget: { milliseconds: 20_000, mebibytes: most(512) },
          ...this.#manner(),
        }))
        const outcome = await request.outcome
        if (this.#request === request) this.#take(outcome, world)
      } catch (error) {
        this.#show(sentence(error instanceof Error ? error.message : String(error)))
      }
    }

    #manner(): AskedManner {
      const [pov, order] = [this.getAttribute("pov"), this.getAttribute("order") ?? "as-it-happened"]
      if (!Object.hasOwn(orders, order))
        throw new Error(`order is one of ${Object.keys(orders).join(", ")}, not ${order}.`)
      return { pov: pov === null || pov === "all" || pov === "" ? null : pov, order: orders[order] }
    }

    async #read(): Promise<World> {
      const src = this.getAttribute("src")
      if (this.#world !== undefined || src === null)
        return worldOf(
          "world.drama",
          this.#world ??
            this.querySelector("script[type='text/plain']")?.textContent ??
            this.textContent ??
            "",
        )
      const address = new URL(src, document.baseURI)
      if (address.origin !== location.origin)
        throw new Error("A story comes from the site of its own page, and from no other.")
      const answer = await fetch(address, { credentials: "same-origin" })
      if (!answer.ok) throw new Error(`There is no world at ${src}.`)
      return worldOf(
        address.pathname.split("/").at(-1) || "world.drama",
        textIn(await answer.arrayBuffer(), src),
      )
    }

    #take(outcome: Outcome<"embedded">, world: World): void {
      if ("cancelled" in outcome) return
      if ("broken" in outcome) return this.#show(sentence(`The engine stopped: ${outcome.broken}.`))
      const answer: FoundStory | NoStory | Refused = outcome.answer
      if (answer.kind === "refused") return this.#show(sentence(answer.sentence))
      if (answer.kind === "none")
        return this.#show(
          sentence(
            answer.proof === "exhausted"
              ? "There is no story in this world: nothing that people in it would do leads to the end its author wants."
              : "No story was found in the time and memory there is; that does not mean that there is none.",
          ),
        )
      const note = contentNote({
        files: [{ name: world.main, text: world.texts[world.main] }],
        main: world.main,
      })
      if (note === null || this.#isNoteRead) return this.#show(...storyShown(answer))
      this.#show(
        ...noteShown(note, () => {
          this.#isNoteRead = true
          this.#show(...storyShown(answer))
          this.#place.querySelector<HTMLElement>(".story")?.focus()
        }),
      )
    }

    #show(...parts: readonly Node[]): void {
      this.#place.replaceChildren(...parts)
    }
  }
}

function worldOf(main: string, text: string): World {
  if (text.trim() === "")
    throw new Error("There is no world here: give the address of one as src, or write one inside.")
  return { main, texts: { [main]: text } }
}

function textIn(answer: ArrayBuffer, src: string): string {
  if (answer.byteLength > mostBytes) throw new Error(`${src} is too large to be a world.`)
  const read = decoded(new Uint8Array(answer), src)
  if ("complaint" in read) throw new Error(read.complaint)
  // Readers can do nothing about it; the author of the page can.
  if (read.remark !== undefined)
    throw new Error(`${src} is not saved as UTF-8, as worlds on pages have to be.`)
  return read.text
}
