/**
 * What both elements are: a shadow with a place in it, a world from somewhere, and work that is begun soon
 * after something was changed and cancelled when the element leaves the page.
 */
import { contentNoteIn } from "@dramaturg/web/content-note"
import type { Diagnostic } from "@dramaturg/model"
import { editorFor, type Editor } from "./editor.js"
import { arrive, leave } from "./engine.js"
import { type ErrorDetail, Trouble, type WorldText } from "./events.js"
import { element, noteShown, sentence } from "./made.js"
import { sheet } from "./sheet.js"
import { worldAt, worldOf } from "./source.js"

/** Where there is no page (a server that renders), the classes can be loaded all the same. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

const mostMistakes = 5

/** Names that a page may have set before the element was defined hide those of its class. */
const settable = ["world", "as", "pov", "seed"] as const

export abstract class WorldElement extends Base {
  readonly #place = document.createElement("section")
  #editor: Editor | undefined
  #world: string | undefined
  #read: WorldText | undefined
  #isNoteRead = false
  #timer = 0
  #fetch: AbortController | undefined
  #isPresent = false

  constructor() {
    super()
    const shadow = this.attachShadow({ mode: "open" })
    const style = new CSSStyleSheet()
    style.replaceSync(sheet)
    shadow.adoptedStyleSheets = [style]
    this.#place.setAttribute("part", "frame")
    // No landmark: a page may hold many.
    this.#place.setAttribute("role", "group")
    shadow.append(this.#place)
  }

  /** The text of the world; null: what `src` or the text inside says. */
  get world(): string | null {
    return this.#world ?? null
  }

  /** Sets the text of the world in place of the one of the page; null goes back to that. */
  set world(text: string | null) {
    this.#world = text ?? undefined
    this.changed()
  }

  /** The text that is told or played at present, with the reader's changes; null before it has been read. */
  get text(): string | null {
    return this.#read ? this.#read.texts[this.#read.main] : null
  }

  /** Chance where there is a choice between equals: a whole number from 0. */
  get seed(): number {
    const given = this.getAttribute("seed")
    if (given === null || given.trim() === "") return 0
    if (!/^\d{1,9}$/.test(given.trim()))
      throw new Trouble("attribute", `seed is a whole number from 0 to 999999999, not ${given}.`)
    return Number(given)
  }

  /** Sets the attribute of that name. */
  set seed(seed: number) {
    this.setAttribute("seed", String(seed))
  }

  /** @internal Called by the browser. */
  connectedCallback(): void {
    if (!this.#isPresent) arrive()
    this.#isPresent = true
    const given = this as unknown as Record<string, unknown>
    for (const name of settable) {
      if (!Object.hasOwn(this, name)) continue
      const value = given[name]
      delete given[name]
      given[name] = value
    }
    this.#place.setAttribute("aria-label", this.label)
    this.soon()
  }

  /** @internal Called by the browser. */
  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#fetch?.abort()
    this.stop()
    if (this.#isPresent) leave()
    this.#isPresent = false
  }

  /** @internal Called by the browser. */
  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) this.changed()
  }

  /** What those who hear the page are told that this is. */
  protected abstract readonly label: string
  /** What is written on the editor's button. */
  protected abstract readonly editorWords: string
  /** What stands there until there is something to show. */
  protected abstract readonly waiting: string
  /** Asks the engine; nothing more is shown of what was asked before. */
  protected abstract ask(world: WorldText): Promise<void>
  /** Cancels what is being asked. */
  protected abstract stop(): void

  /** Something is not as it was: begins anew. */
  protected changed(): void {
    this.soon()
  }

  /** Several changes at once are one; and what stands inside has been read by then. */
  protected soon(): void {
    clearTimeout(this.#timer)
    if (this.isConnected) this.#timer = window.setTimeout(() => void this.#begin())
  }

  async #begin(): Promise<void> {
    this.stop()
    this.#fetch?.abort()
    const { signal } = (this.#fetch = new AbortController())
    this.show(sentence(this.waiting, "status"))
    try {
      const world = await this.#worldNow(signal)
      if (signal.aborted) return
      this.#read = world
      await this.ask(world)
    } catch (error) {
      if (!signal.aborted) this.fail(error)
    }
  }

  async #worldNow(signal: AbortSignal): Promise<WorldText> {
    const world = await this.#given(signal)
    if (!this.hasAttribute("editable")) {
      this.#editor = undefined
      return world
    }
    this.#editor ??= editorFor(this.editorWords, () => this.changed())
    this.#editor.take(world.texts[world.main])
    const edited = this.#editor.edited()
    this.show(sentence(this.waiting, "status"))
    return edited === null ? world : worldOf(world.main, edited)
  }

  async #given(signal: AbortSignal): Promise<WorldText> {
    const src = this.getAttribute("src")
    if (this.#world === undefined && src !== null) return worldAt(src, signal)
    const inside = this.querySelector("script[type='text/plain']")?.textContent ?? this.textContent ?? ""
    return worldOf("world.drama", this.#world ?? inside)
  }

  /** Shows it, under the world's content note where there is one that was not read yet. */
  protected present(world: WorldText, show: () => void): void {
    const note = contentNoteIn(world.texts[world.main])
    if (note === null || this.#isNoteRead) return show()
    this.show(
      ...noteShown(note, () => {
        this.#isNoteRead = true
        show()
        this.#place.querySelector<HTMLElement>(".story")?.focus()
      }),
    )
  }

  protected show(...parts: readonly Node[]): void {
    const editor = this.#editor && this.hasAttribute("editable") ? this.#editor.place : undefined
    // The editor stays where it is: a text that is taken out and put back loses the cursor.
    if (editor && editor.parentNode !== this.#place) this.#place.replaceChildren(editor)
    for (const each of [...this.#place.childNodes]) if (each !== editor) each.remove()
    this.#place.append(...parts)
  }

  /** Says what went wrong, in the element and to the page. */
  protected fail(error: unknown): void {
    const kind = error instanceof Trouble ? error.kind : "engine"
    const words = error instanceof Error ? error.message : String(error)
    this.show(sentence(words, "status"))
    this.fire("error", { kind, sentence: words, diagnostics: [] } satisfies ErrorDetail)
  }

  /** The text has mistakes. */
  protected failOf(diagnostics: readonly Diagnostic[]): void {
    const first = diagnostics[0]
    const words = `This world can't be read yet.${first ? ` ${placed(first)}` : ""}`
    const list = element("ul", "mistakes")
    list.append(...diagnostics.slice(0, mostMistakes).map((each) => element("li", "", placed(each))))
    const head = sentence(diagnostics.length === 0 ? words : "This world can't be read yet.", "status")
    this.show(head, ...(diagnostics.length === 0 ? [] : [list]))
    this.fire("error", { kind: "world", sentence: words, diagnostics } satisfies ErrorDetail)
  }

  protected fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

function placed({ span, message }: Diagnostic): string {
  return `${span.file}, line ${span.line}: ${message}`
}
