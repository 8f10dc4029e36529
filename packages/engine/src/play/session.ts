/**
 * A play as its player goes through it: a tree, because a player who goes back and chooses otherwise loses
 * nothing. Immutable but for growing: a node once made stays, and one stands at one of them.
 */
import {
  type Explanations,
  type Fabula,
  finished,
  type PlayRecord,
  type Slices,
  type Solution,
  type Turn,
} from "@dramaturg/model"
import { writerOf } from "../replay/chronicle.js"
import type { Game, Position } from "./game.js"

/** One position of a play that was reached, and the turn that led there. */
export interface PlayNode {
  readonly number: number
  /** The node before; −1: the start. */
  readonly after: number
  readonly turn: Turn
  readonly position: Position
  /** For all that has happened up to here, what each who takes part has in mind. */
  readonly explanations: readonly Explanations[]
}

/** Counted along the way to where one stands. */
export interface Measures {
  readonly turns: number
  /** How many choices were offered, waiting not counted. */
  readonly choices: number
  readonly attempts: number
  /** How often the player left the path and another was found. */
  readonly plannedAnew: number
  /** How often no way to the goal was found; and how often it was proved that there is none. */
  readonly helpless: number
  readonly unreachable: number
}

/** One person's play: its turns, undo and redo, and the record that is kept of it. */
export class PlaySession {
  readonly game: Game
  readonly #seed: number
  readonly #nodes: PlayNode[] = []
  #at = -1
  #write: ((solution: Solution) => Slices<Fabula>) | undefined

  constructor(game: Game, seed = 0) {
    this.game = game
    this.#seed = seed
  }

  /** The node one stands at; −1: the start. */
  get at(): number {
    return this.#at
  }

  /** All nodes ever reached, undone ones included, by number. */
  get nodes(): readonly PlayNode[] {
    return this.#nodes
  }

  /** The node where the play stands; undefined at its start. */
  get node(): PlayNode | undefined {
    return this.#nodes[this.#at]
  }

  /** Where the play stands. */
  get position(): Position {
    return this.node?.position ?? this.game.start
  }

  /** What each act up to here was done for; what happened before the first choice is told without. */
  get explanations(): readonly Explanations[] {
    return this.node?.explanations ?? this.game.start.past.map(() => ({}))
  }

  /** Everything that has happened, written down. */
  fabula(): Fabula {
    return finished(this.writeDown())
  }

  /** The same in slices. */
  writeDown(): Slices<Fabula> {
    this.#write ??= writerOf(this.game.problem)
    return this.#write({ plan: this.position.past, explanations: this.explanations })
  }

  /** Chosen before in the same place, it is the same node again. Throws if it is none of the choices. */
  choose(chosen: string | null): PlayNode {
    return finished(this.choosing(chosen))
  }

  /** The same in slices. Until they are over, the play stands where it stood. */
  *choosing(chosen: string | null): Slices<PlayNode> {
    const known = this.#nodes.find((each) => each.after === this.#at && each.turn.chosen === chosen)
    if (known !== undefined) {
      this.#at = known.number
      return known
    }
    const [after, before] = [this.#at, this.explanations]
    const { position, turn } = yield* this.game.choosing(this.position, chosen)
    const explanations = [...before, ...turn.events.map((each) => each.explanations)]
    const node: PlayNode = { number: this.#nodes.length, after, turn, position, explanations }
    this.#nodes.push(node)
    this.#at = node.number
    return node
  }

  /** Back by one choice; false at the start. */
  undo(): boolean {
    if (this.#at < 0) return false
    this.#at = this.#nodes[this.#at].after
    return true
  }

  /** False if there is no such node. */
  goTo(number: number): boolean {
    if (number !== -1 && this.#nodes[number] === undefined) return false
    this.#at = number
    return true
  }

  /** The nodes from the first choice to where one stands. */
  way(): readonly PlayNode[] {
    const way: PlayNode[] = []
    for (let node = this.node; node !== undefined; node = this.#nodes[node.after]) way.unshift(node)
    return way
  }

  /** Counts what happened on the way to where the play stands. */
  measures(): Measures {
    const way = this.way()
    const count = (isCounted: (turn: Turn) => boolean): number =>
      way.filter((each) => isCounted(each.turn)).length
    const places = [this.game.start, ...way.map((each) => each.position)]
    return {
      turns: way.length,
      choices: places.slice(0, way.length).reduce((sum, each) => sum + this.game.choices(each).length, 0),
      attempts: count((turn) => turn.events.some((each) => each.kind === "attempt")),
      plannedAnew: count(({ steering }) => steering.kind === "planned anew"),
      helpless: count(({ steering }) => steering.kind === "helpless"),
      unreachable: count(({ steering }) => steering.kind === "helpless" && steering.why === "unreachable"),
    }
  }

  /** The play as data that can be kept as JSON and loaded again. */
  record(): PlayRecord {
    return {
      format: "dramaturg-play",
      version: 1,
      world: this.game.problem.name,
      as: this.game.as,
      seed: this.#seed,
      at: this.#at,
      choices: this.#nodes.map(({ after, turn }) => ({
        after,
        chosen: turn.chosen,
        events: turn.events.map((each) => each.label),
      })),
    }
  }

  /**
   * Plays a record again, in this world or a later draft of it. Where a choice is not there any more, or
   * leads to something else, that branch parts: what was chosen after it is dropped if it cannot be chosen,
   * and kept otherwise.
   */
  replay(record: PlayRecord): readonly Parting[] {
    return finished(this.replaying(record))
  }

  /** The same in slices. */
  *replaying(record: PlayRecord): Slices<readonly Parting[]> {
    const partings: Parting[] = []
    const numbers = new Map<number, number>([[-1, -1]])
    for (const [i, { after, chosen, events }] of record.choices.entries()) {
      const from = numbers.get(after)
      if (from === undefined) continue
      yield
      this.#at = from
      if (this.position.ending !== null) {
        partings.push({
          choice: i,
          chosen,
          was: events,
          is: null,
          why: "the play has ended before it",
        })
        continue
      }
      if (chosen !== null && !this.game.choices(this.position).some((each) => each.act === chosen)) {
        partings.push({
          choice: i,
          chosen,
          was: events,
          is: null,
          why: "it cannot be chosen there",
        })
        continue
      }
      const node = yield* this.choosing(chosen)
      numbers.set(i, node.number)
      const is = node.turn.events.map((each) => each.label)
      if (is.join() !== events.join())
        partings.push({ choice: i, chosen, was: events, is, why: "something else comes of it" })
    }
    this.#at = numbers.get(record.at) ?? this.#at
    return partings
  }
}

/** Where a play that is played again parts from what it was. */
export interface Parting {
  /** An index of the record's choices. */
  readonly choice: number
  readonly chosen: string | null
  readonly was: readonly string[]
  /** Null: it could not be chosen. */
  readonly is: readonly string[] | null
  readonly why: string
}

/** What is wrong with a record; undefined: nothing. */
export function flawOf(value: unknown): string | undefined {
  const record = value as Partial<PlayRecord> | null
  if (typeof record !== "object" || record === null || record.format !== "dramaturg-play")
    return "it is no saved play"
  if (record.version !== 1)
    return `it is of version ${String(record.version)}, and this program reads version 1`
  if (
    typeof record.as !== "string" ||
    typeof record.seed !== "number" ||
    !Array.isArray(record.choices) ||
    typeof record.at !== "number"
  )
    return "parts of it are missing"
  const isFine = record.choices.every(
    (each, i) =>
      typeof each === "object" &&
      each !== null &&
      Number.isInteger(each.after) &&
      each.after >= -1 &&
      each.after < i &&
      (each.chosen === null || typeof each.chosen === "string") &&
      Array.isArray(each.events) &&
      each.events.every((one: unknown) => typeof one === "string"),
  )
  return isFine && Number.isInteger(record.at) && record.at >= -1 && record.at < record.choices.length
    ? undefined
    : "its choices do not fit together"
}
