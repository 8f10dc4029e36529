/** Plays a world: one of its characters is the player's, all others act for reasons of their own. */
import { askPlay, askTurn, playReasons, playStanding, playText } from "@dramaturg/analysis"
import { flawOf, type Parting, type PlaySession, type StatedLimits } from "@dramaturg/engine"
import type { Choice, Ending, PlayRecord, Turn } from "@dramaturg/model"
import { answered, type Stoppable } from "./drive.js"
import { UsageError } from "./errors.js"
import {
  anything,
  bounded,
  checkName,
  checkOptions,
  finite,
  integer,
  named,
  stoppable,
  text,
} from "./options.js"
import { checkWorld, type World } from "./world.js"

/** The options of `play`. */
export interface PlayOptions extends Stoppable {
  /** Who is played. It may be left out if the world has one character, or with `saved`. */
  readonly as?: string
  /** What the story is steered towards: the least utility for the author. Default: any improvement. */
  readonly goal?: number
  /** In place of the world's own limits; null: no limit. */
  readonly limits?: StatedLimits
  /**
   * In which order others' wishes are looked at; the same seed and choices lead to the same play. Default: 0.
   */
  readonly seed?: number
  /** A play that `save` returned: it is played again up to where it stood. */
  readonly saved?: PlayRecord
}

/** Something that the player can do. */
export interface PlayChoice extends Choice {
  /** One line of prose; no two choices have the same. */
  readonly words: string
}

/** Where a play stands after a turn. */
export type PlayStatus =
  | { readonly status: "choosing" }
  /** `words`: a sentence that says how it ended. */
  | { readonly status: "ended"; readonly ending: Ending; readonly words: string }

/** A play. Its methods change where it stands; nothing that was chosen is lost by going back. */
export interface Play {
  /** The player's character, and their name in prose. */
  readonly as: string
  readonly name: string
  readonly status: PlayStatus
  /** What came of the last choice, in sentences; at the start, the opening. */
  readonly text: readonly string[]
  /** The last turn as data: what happened, and by whom; null at the start. */
  readonly turn: Turn | null
  /** Why the others acted as they did in the last turn, in sentences. */
  readonly reasons: readonly string[]
  /** With `saved`: where the play went another way than it did when it was saved. */
  readonly partings: readonly Parting[]
  /** What the player can do. Besides, they can always wait: `choose(null)`. Empty once the play has ended. */
  choices(): readonly PlayChoice[]
  /**
   * Makes a choice (its act, or null to wait) and lets the others answer. Rejects with a UsageError if it is
   * none of the choices, if the play has ended, or while another choice is being made; with the signal's
   * reason if it is aborted: then the play stands where it stood.
   */
  choose(act: string | null, options?: Stoppable): Promise<PlayStatus>
  /** Goes back by one choice; false at the start. */
  undo(): boolean
  /** The whole play as plain JSON (docs/play.md), which `saved` takes back. */
  save(): PlayRecord
}

const kinds = {
  ...stoppable,
  as: text,
  goal: finite,
  limits: bounded.limits,
  seed: integer,
  saved: anything,
}

/**
 * Begins a play, or goes on with a saved one. Rejects with a UsageError if the call is wrong, with a
 * character that the world does not have, or with a record that is none; with the signal's reason if it is
 * aborted.
 */
export async function play(world: World, options: PlayOptions = {}): Promise<Play> {
  checkWorld("play", world)
  checkOptions("play", options, kinds)
  const { signal, onProgress, saved, as, ...asked } = options
  checkSaved(saved, as)
  const { characters } = world
  checkName("play", "character", as ?? saved?.as, characters)
  if (as === undefined && saved === undefined && characters.length !== 1)
    throw new UsageError(`play() needs \`as\`, who is played: there are ${characters.join(", ")}.`)
  const question = askPlay(world, { ...asked, as, record: saved })
  const result = await answered(question, { signal, onProgress })
  if (result.kind !== "play") throw new UsageError("play(): there is nobody in this world to be played.")
  return new SessionPlay(world, result.session, result.partings)
}

function checkSaved(saved: unknown, as: string | undefined): asserts saved is PlayRecord | undefined {
  if (saved === undefined) return
  const flaw = flawOf(saved)
  if (flaw !== undefined) throw new UsageError(`play() takes \`saved\` as save() returned it: ${flaw}.`)
  const { as: player } = saved as PlayRecord
  if (as !== undefined && as !== player)
    throw new UsageError(`play(): the saved play is one of ${player}, not of ${as}.`)
}

class SessionPlay implements Play {
  readonly partings: readonly Parting[]
  readonly #world: World
  readonly #session: PlaySession
  #isChoosing = false

  constructor(world: World, session: PlaySession, partings: readonly Parting[]) {
    this.#world = world
    this.#session = session
    this.partings = partings
  }

  get as(): string {
    return this.#session.game.as
  }

  get name(): string {
    return playStanding(this.#session).name
  }

  get status(): PlayStatus {
    const { ending, endingWords } = playStanding(this.#session)
    return ending === null ? { status: "choosing" } : { status: "ended", ending, words: endingWords! }
  }

  get text(): readonly string[] {
    return playText(this.#session, this.#session.at)
  }

  get turn(): Turn | null {
    return this.#session.node?.turn ?? null
  }

  get reasons(): readonly string[] {
    return playReasons(this.#session, this.#world.problem)
  }

  choices(): readonly PlayChoice[] {
    return playStanding(this.#session).choices
  }

  async choose(act: string | null, options: Stoppable = {}): Promise<PlayStatus> {
    checkOptions("choose", options, stoppable)
    this.#refuse(act)
    this.#isChoosing = true
    try {
      await answered(askTurn(this.#session, { chosen: act }), options)
      return this.status
    } finally {
      this.#isChoosing = false
    }
  }

  undo(): boolean {
    if (this.#isChoosing) throw new UsageError("undo() has to wait until the choice before it is made.")
    return this.#session.undo()
  }

  save(): PlayRecord {
    return this.#session.record()
  }

  #refuse(act: unknown): void {
    if (this.#isChoosing) throw new UsageError("choose() has to wait until the choice before it is made.")
    if (this.#session.position.ending !== null)
      throw new UsageError("choose(): the play has ended; undo() goes back by a choice.")
    if (act === null) return
    if (typeof act !== "string")
      throw new UsageError(
        `choose() takes the act of a choice, or null to wait, not ${act === undefined ? "nothing" : named(act)}.`,
      )
    checkName(
      "choose",
      "choice",
      act,
      this.choices().map((each) => each.act),
    )
  }
}
