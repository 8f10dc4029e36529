/**
 * `<dramaturg-story>`: the story of a world on any page, found when it loads. All words of the world become
 * text nodes in a shadow of its own; nothing of it is ever taken as HTML, and nothing is fetched but a world
 * of the page's own site.
 */
import type { Outcome, WorkerRequest } from "@dramaturg/web/client"
import { most } from "@dramaturg/web/most"
import type { FoundStory, NoStory } from "@dramaturg/web/protocol"
import { engine } from "./engine.js"
import { type NoStoryTold, type StoryEvents, type StoryTold, Trouble, type WorldText } from "./events.js"
import { sentence } from "./made.js"
import { storyShown } from "./story-shown.js"
import type { EmbedJobs } from "./worker/jobs.js"
import type { AskedManner } from "./worker/story.js"
import { WorldElement } from "./world-element.js"

type Answer = EmbedJobs["embedded"]["answer"]

const orders: Readonly<Record<string, AskedManner["order"]>> = {
  "as-it-happened": "as it happened",
  "from-the-middle": "from the middle",
  "from-the-end": "from the end",
}

/** Attributes: `src`, `pov`, `order`, `seed`, `theme`, `editable`. Fires `story` and `error`. */
export class DramaturgStory extends WorldElement {
  static readonly observedAttributes: readonly string[] = ["src", "pov", "order", "seed", "editable"]
  #request: WorkerRequest<Answer> | undefined
  protected readonly label = "A story"
  protected readonly editorWords = "Tell it"
  protected readonly waiting = "The story is on its way …"

  /** Through whom it is told: a name of the world, `outside`, or null: by a narrator who knows all. */
  get pov(): string | null {
    return this.getAttribute("pov")
  }

  /** Sets the attribute of that name; null removes it. */
  set pov(pov: string | null) {
    if (pov === null) this.removeAttribute("pov")
    else this.setAttribute("pov", pov)
  }

  protected async ask(world: WorldText): Promise<void> {
    const asked = {
      world,
      budget: { milliseconds: 20_000, mebibytes: most(512) },
      seed: this.seed,
      ...this.#manner(),
    }
    const request = engine().ask("embedded", asked)
    this.#request = request
    const outcome = await request.outcome
    if (this.#request === request) this.#take(outcome, world)
  }

  protected stop(): void {
    this.#request?.cancel()
    this.#request = undefined
  }

  #manner(): AskedManner {
    const [pov, order] = [this.pov, this.getAttribute("order") ?? "as-it-happened"]
    if (!Object.hasOwn(orders, order))
      throw new Trouble("attribute", `order is one of ${Object.keys(orders).join(", ")}, not ${order}.`)
    return { pov: pov === null || pov === "all" || pov === "" ? null : pov, order: orders[order] }
  }

  #take(outcome: Outcome<Answer>, world: WorldText): void {
    if ("cancelled" in outcome) return
    if ("broken" in outcome) throw new Trouble("engine", `The engine stopped: ${outcome.broken}.`)
    const { answer } = outcome
    if (answer.kind === "refused") throw new Trouble("attribute", answer.sentence)
    if (answer.kind === "torn") return this.failOf(answer.diagnostics)
    if (answer.kind === "none") {
      const none = noneOf(answer)
      this.show(sentence(none.sentence, "status"))
      return this.fire("story", none)
    }
    this.present(world, () => this.show(...storyShown(answer)))
    this.fire("story", toldOf(answer))
  }
}

/** What may be listened for, with the types of what comes. */
export interface DramaturgStory {
  /** Listens for an event of the element itself. */
  addEventListener<Name extends keyof StoryEvents>(
    name: Name,
    listener: (this: DramaturgStory, event: StoryEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  /** Listens for any other event. */
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
}

function noneOf({ proof, limit, seconds }: NoStory): NoStoryTold {
  return {
    kind: "none",
    proof,
    limit,
    seconds,
    sentence:
      proof === "exhausted"
        ? "There is no story in this world: nothing that people in it would do leads to the end its author wants."
        : "No story was found in the time and memory there is; that does not mean that there is none.",
  }
}

function toldOf({ world, acts, telling, utility, isShortest, isUndecided, seconds }: FoundStory): StoryTold {
  const paragraphs = telling?.paragraphs.map(({ sentences }) => sentences.map((each) => each.text).join(" "))
  return {
    kind: "told",
    world,
    acts: acts.map(({ number, label, deciders, doc, reasons }) => ({
      number,
      label,
      deciders,
      doc,
      reasons,
    })),
    paragraphs: paragraphs ?? acts.map((each) => each.label),
    utility,
    isShortest,
    isUndecided,
    seconds,
  }
}
