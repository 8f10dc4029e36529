/**
 * The lore of a world: what is known of it whoever asks. Its states, what can be done in them and what that leads to, and what they are worth
 * to whom. None of it depends on a start, on limits or on a goal, so one lore serves all lanes and rounds of a search and may
 * outlive it. States of every depth live in it side by side: a mind of a deep state is a state of a shallower search.
 */
import { ActionIndex } from "../belief/actions.js"
import { utilityOf } from "../belief/evaluate.js"
import { Happening } from "../belief/happen.js"
import { initialState } from "../belief/initial.js"
import { type StateId, StateSpace, type VectorId } from "../belief/space.js"
import { BEYOND, FALSE } from "../belief/values.js"
import { nesting } from "../ground/code.js"
import { changedUtilities, haveSameEvents } from "../ground/sameness.js"
import type { Task } from "../ground/task.js"
import type { Heuristic, Hope } from "../heuristics/heuristic.js"
import { Answers } from "../explain/answers.js"
import type { Ideas } from "./ideas.js"
import type { Bounds } from "./limits.js"

/** The possible actions of a state, and for each the values it leads to (-1: none, its triggers never rest). */
export interface Moves {
  readonly actions: readonly number[]
  readonly vectors: Int32Array
  /** Some of the actions may be impossible: what decides that lies beyond the state. */
  readonly uncertain: boolean
}

export type Estimate = (vector: VectorId, hope: Hope) => number

export class Lore {
  task: Task
  /** The task as it was handed in. */
  source: Task
  readonly space: StateSpace
  readonly happening: Happening
  readonly without: Ideas
  readonly #actions: ActionIndex
  readonly order: readonly number[]
  readonly #starts: StateId[] = []
  /** By person and state; undefined: beyond. */
  readonly #utilities: Map<StateId, number | undefined>[]
  readonly #answers = new Map<string, Answers>()
  readonly #estimates = new Map<string, Estimate>()
  readonly #bare: StateId[] = []
  readonly #noMinds: Int32Array
  /** By vector, or by state where preconditions read minds. */
  readonly #moves: (Moves | undefined)[] = []
  readonly #readMinds: boolean
  #moved = 0

  /** `order`: the rank of each action among those that could be tried. */
  constructor(task: Task, order: readonly number[], without: Ideas = new Set()) {
    this.task = task
    this.source = task
    this.without = without
    this.space = new StateSpace(task)
    this.happening = new Happening(this.space, !without.has("waking"))
    this.order = order
    this.#actions = new ActionIndex(this.space)
    this.#utilities = task.utilities.map(() => new Map())
    this.#readMinds = nesting(task.code, task.actions.map((each) => each.precondition)) > 0
    this.#noMinds = new Int32Array(task.characters.length).fill(-1)
  }

  get bytes(): number {
    const utilities = this.#utilities.reduce((total, each) => total + each.size, 0)
    const answers = [...this.#answers.values()].reduce((total, each) => total + each.bytes, 0)
    return this.space.bytes + this.happening.bytes + answers + utilities * 40 + this.#moved * 12 + this.#moves.length * 64
  }

  /**
   * Makes this the lore of another task, and keeps what holds there too: of a changed start nothing depends; utilities decide
   * what somebody has a reason for, the author's decide no reason. False, and nothing is changed, if the events differ.
   */
  adopt(task: Task): boolean {
    if (!haveSameEvents(this.task, task)) return false
    const changed = changedUtilities(this.task, task)
    this.source = task
    this.task = { ...task, values: this.task.values }
    this.space.task = this.task
    this.#starts.length = 0
    for (const who of changed) this.#utilities[who].clear()
    if (changed.length > 0) this.#estimates.clear()
    if (changed.some((who) => who < task.characters.length)) this.#answers.clear()
    return true
  }

  /** The state of this depth after the acts of `past`; -1 where triggers would never come to rest. */
  start(depth: number, past: readonly number[] = []): StateId {
    const start = (this.#starts[depth] ??= initialState(this.happening, depth))
    return past.reduce((state, action) => (state < 0 ? -1 : this.happening.happen(state, action)), start)
  }

  /** What explainers have found out, by what their answers depend on beside the state. */
  answers(key: string): Answers {
    let answers = this.#answers.get(key)
    if (answers === undefined) this.#answers.set(key, (answers = new Answers(this.task)))
    return answers
  }

  /** NaN: unknown; undefined: what decides it lies beyond the state. */
  utility(who: number, state: StateId): number | undefined {
    const known = this.#utilities[who]
    const utility = known.get(state)
    if (utility !== undefined || known.has(state)) return utility
    const found = utilityOf(this.space, who, state)
    known.set(state, found)
    return found
  }

  /** What may be done in a state, in the order in which it is tried. */
  movesOf(state: StateId): Moves {
    const key = this.#readMinds ? state : this.space.vectorOf(state)
    const known = this.#moves[key]
    if (known !== undefined) return known
    const moves = this.#findMoves(state)
    // What was beyond this state may be known in another with the same values.
    if (!moves.uncertain && !this.without.has("moves")) {
      this.#moves[key] = moves
      this.#moved += moves.actions.length
    }
    return moves
  }

  #findMoves(state: StateId): Moves {
    const actions: number[] = []
    let uncertain = false
    for (const action of this.#actions.candidates(state)) {
      const possible = this.happening.isPossible(state, action)
      uncertain ||= possible === BEYOND
      if (possible !== FALSE) actions.push(action)
    }
    actions.sort((a, b) => this.order[a] - this.order[b])
    return { actions, vectors: Int32Array.from(actions, (each) => this.vectorAfter(state, each)), uncertain }
  }

  /**
   * The values after an action, without making the minds of the state it leads to: the values alone are moved (a state of
   * depth 0). What would need a look into a mind comes out beyond, which an estimate takes for anything. -1: no state.
   */
  vectorAfter(state: StateId, action: number): VectorId {
    const after = this.happening.happen(this.#withoutMinds(state), action)
    return after < 0 ? -1 : this.space.vectorOf(after)
  }

  #withoutMinds(state: StateId): StateId {
    const vector = this.space.vectorOf(state)
    this.#bare[vector] ??= this.space.state(vector, 0, this.#noMinds)
    return this.#bare[vector]
  }

  /** A lower bound on the actions still needed, for searches within these bounds. */
  estimates(heuristic: Heuristic, bounds: Bounds): Estimate {
    const key = `${heuristic.name} ${bounds.author} ${bounds.character}`
    let estimate = this.#estimates.get(key)
    if (estimate === undefined) this.#estimates.set(key, (estimate = heuristic.prepare(this.space, bounds)))
    return estimate
  }
}
