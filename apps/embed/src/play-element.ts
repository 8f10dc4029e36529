/**
 * `<dramaturg-play>`: the world of a page in play. The reader is one of its people and chooses what that
 * person does; all others act for reasons of their own. The element keeps the record of the play and the
 * worker the game, so that a play goes on where it was when the element is moved, or when the worker had to
 * be begun anew.
 */
import { flawOf } from "@dramaturg/engine"
import type { PlayRecord } from "@dramaturg/model"
import type { Outcome, WorkerRequest } from "@dramaturg/web/client"
import type { Played } from "@dramaturg/web/protocol"
import { engine } from "./engine.js"
import { type ChoiceDetail, type EndingDetail, type PlayChoice, Trouble, type WorldText } from "./events.js"
import type { PlayEvents } from "./events.js"
import { element, sentence } from "./made.js"
import { type Moves, partsShown, playShown, saidOf } from "./play-shown.js"
import type { EmbedJobs } from "./worker/jobs.js"
import { WorldElement } from "./world-element.js"

type Answer = EmbedJobs["play"]["answer"]
type Step = EmbedJobs["play"]["asked"]["step"]

/** Attributes: `src`, `as`, `seed`, `theme`, `editable`. Fires `choice`, `ending` and `error`. */
export class DramaturgPlay extends WorldElement {
  static readonly observedAttributes: readonly string[] = ["src", "as", "seed", "editable"]
  #request: WorkerRequest<Answer> | undefined
  #world: WorldText | undefined
  #record: PlayRecord | null = null
  #played: Played | undefined
  /** Who was chosen by the reader, or is played in a record that was loaded. */
  #part: string | null = null
  #heard = element("div", "heard")
  #isKept = false
  protected readonly label = "A story to play"
  protected readonly editorWords = "Play it"
  protected readonly waiting = "One moment; the others learn their parts …"

  constructor() {
    super()
    this.#heard.setAttribute("aria-live", "polite")
    this.shadowRoot!.append(this.#heard)
    this.addEventListener("keydown", (press) => {
      // Keys of the play are no keys of the page around it.
      if (press.defaultPrevented) press.stopPropagation()
    })
  }

  /** Who is played: the name of a character of the world; null: the reader is asked. */
  get as(): string | null {
    return this.getAttribute("as")
  }

  /** Sets the attribute of that name; null removes it. */
  set as(as: string | null) {
    if (as === null) this.removeAttribute("as")
    else this.setAttribute("as", as)
  }

  /** What can be chosen now; empty before the play has begun, and at an ending. */
  get choices(): readonly PlayChoice[] {
    return this.#played?.choices.map(({ act, words }) => ({ act, words })) ?? []
  }

  /** How the play has ended; null: it has not. */
  get ending(): "goal" | "rest" | null {
    return this.#played?.ending ?? null
  }

  /** The play so far, as plain JSON (format `dramaturg-play`); null before it has begun. */
  save(): PlayRecord | null {
    return this.#played?.record ?? null
  }

  /**
   * Goes on with a play that was saved, of this world or of an earlier draft of it. Takes what `save` gave,
   * or its JSON. Throws a TypeError that says what is wrong with it.
   */
  load(play: PlayRecord | string): void {
    const record = typeof play === "string" ? parsed(play) : play
    const flaw = flawOf(record)
    if (flaw !== undefined) throw new TypeError(`This play cannot be loaded: ${flaw}.`)
    this.#record = record
    this.#part = record.as
    this.#isKept = true
    this.soon()
  }

  /**
   * Chooses an act of `choices` by its label; null: waits. Answers when what comes of it is shown. Throws a
   * RangeError if it is none of them, and an Error if the play has not begun, has ended, or is still at the
   * choice before.
   */
  async choose(act: string | null): Promise<void> {
    const played = this.#standing()
    if (played.ending !== null) throw new Error("The play has ended; undo a choice, or begin again.")
    const known = played.choices.map((each) => each.act)
    if (act !== null && !known.includes(act))
      throw new RangeError(
        `${act} cannot be chosen here; there are ${known.join(", ") || "only ways to wait"}.`,
      )
    await this.#step({ kind: "choose", chosen: act })
  }

  /**
   * Takes the last choice back, if there is one. What it led to is still known, and comes at once if chosen
   * again.
   */
  async undo(): Promise<void> {
    this.#standing()
    await this.#step({ kind: "undo" })
  }

  /** Goes back to the beginning. What was tried stays in the record. */
  async restart(): Promise<void> {
    this.#standing()
    await this.#step({ kind: "go", node: -1 })
  }

  protected override changed(): void {
    if (!this.#isKept) {
      this.#record = null
      this.#part = null
    }
    this.soon()
  }

  protected async ask(world: WorldText): Promise<void> {
    this.#world = world
    this.#played = undefined
    this.#isKept = false
    const as = this.#part ?? (this.as === "" ? null : this.as)
    await this.#send({ as, step: { kind: "begin" } }, (answer) => {
      if (answer.kind === "parts")
        return this.present(world, () =>
          this.show(
            ...partsShown(answer, (chosen) => {
              this.#part = chosen
              void this.#again(world)
            }),
          ),
        )
      if (answer.kind === "played") this.present(world, () => this.#showPlayed(answer, false))
    })
  }

  protected stop(): void {
    this.#request?.cancel()
    this.#request = undefined
  }

  async #again(world: WorldText): Promise<void> {
    try {
      this.show(sentence(this.waiting, "status"))
      await this.ask(world)
      this.#focusNext()
    } catch (error) {
      this.fail(error)
    }
  }

  #standing(): Played {
    if (!this.#played) throw new Error("The play has not begun.")
    if (this.#request) throw new Error("The others are still at your last choice.")
    return this.#played
  }

  async #step(step: Step): Promise<void> {
    this.shadowRoot!.querySelector(".play")?.setAttribute("aria-busy", "true")
    await this.#send({ as: this.#played!.as, step }, (answer) => {
      if (answer.kind !== "played") return
      this.#showPlayed(answer, true)
      if (step.kind === "choose") this.#tell(answer, step.chosen)
    })
  }

  async #send(
    { as, step }: { readonly as: string | null; readonly step: Step },
    take: (answer: Answer) => void,
  ): Promise<void> {
    // A play that was saved brings its own.
    const seed = this.hasAttribute("seed") ? this.seed : undefined
    const asked = { world: this.#world!, as, record: this.#record, step, seed }
    const request = engine().ask("play", asked)
    this.#request = request
    const outcome = await request.outcome
    if (this.#request !== request) return
    this.#request = undefined
    this.#take(outcome, take)
  }

  #take(outcome: Outcome<Answer>, take: (answer: Answer) => void): void {
    if ("cancelled" in outcome) return
    if ("broken" in outcome) throw new Trouble("engine", `The engine stopped: ${outcome.broken}.`)
    const { answer } = outcome
    if (answer.kind === "refused") throw new Trouble("attribute", answer.sentence)
    if (answer.kind === "torn") return this.failOf(answer.diagnostics)
    take(answer)
  }

  #showPlayed(played: Played, isGoneOn: boolean): void {
    const hadFocus = this.shadowRoot!.activeElement?.closest(".play") !== null
    this.#played = played
    this.#record = played.record
    this.show(playShown(played, this.#moves()))
    this.#heard.textContent = isGoneOn ? saidOf(played) : ""
    if (isGoneOn && hadFocus && this.shadowRoot!.activeElement === null) this.#focusNext()
  }

  #focusNext(): void {
    this.shadowRoot!.querySelector<HTMLElement>(".choices[tabindex], .ending")?.focus()
  }

  #moves(): Moves {
    /** A press while the others are still acting is no choice. */
    const unless = (move: () => Promise<void>) => () => {
      if (this.#request) return
      move().catch((error: unknown) => this.fail(error))
    }
    return {
      choose: (act) => unless(() => this.choose(act))(),
      undo: unless(() => this.undo()),
      restart: unless(() => this.restart()),
    }
  }

  #tell({ as, turns, choices, ending, endingWords, record }: Played, act: string | null): void {
    const last = turns.at(-1)
    this.fire("choice", {
      as,
      act,
      words: last?.chosen ?? "",
      text: last?.text ?? [],
      choices: ending === null ? choices.map((each) => ({ act: each.act, words: each.words })) : [],
      play: record,
    } satisfies ChoiceDetail)
    if (ending !== null)
      this.fire("ending", { as, ending, words: endingWords ?? "", play: record } satisfies EndingDetail)
  }
}

/** What may be listened for, with the types of what comes. */
export interface DramaturgPlay {
  /** Listens for an event of the element itself. */
  addEventListener<Name extends keyof PlayEvents>(
    name: Name,
    listener: (this: DramaturgPlay, event: PlayEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  /** Listens for any other event. */
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
}

function parsed(text: string): PlayRecord {
  try {
    return JSON.parse(text) as PlayRecord
  } catch {
    throw new TypeError("This play cannot be loaded: it is no JSON.")
  }
}
