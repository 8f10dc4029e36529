/**
 * The search cache of a world: its states, the applicable actions in them and where those lead, utilities,
 * and remembered answers about reasons. Nothing here depends on a start, on limits or on a goal, so all
 * members and rounds of a search share one cache, and the cache may outlive the search. States of every depth
 * are kept side by side: a mind of a deep state is a state of a shallower search.
 */
import { utilityOf } from "../belief/evaluate.js"
import { Progression, isAllForeseen } from "../belief/progression.js"
import { initialState } from "../belief/initial.js"
import { type StateId, StateSpace, type VectorId } from "../belief/space.js"
import { changedUtilities, haveSameEvents } from "../ground/task-diff.js"
import { type Task, fluentsMentioned } from "../task/task.js"
import type { Heuristic, TargetUtility } from "./heuristics/heuristic.js"
import { Answers } from "./answers.js"
import { TransitionModel } from "./transition-model.js"
import type { Optimisations } from "./optimisations.js"
import type { Bounds } from "./limits.js"

/** A lower bound on the number of actions from a vector of values to a target. */
export type Estimate = (vector: VectorId, target: TargetUtility) => number

/** The search cache of one world. `adopt` moves it to another task with the same events. */
export class SearchCache {
  task: Task
  /** The task as the last caller handed it in. */
  source: Task
  readonly space: StateSpace
  /** The transition model of what happens. */
  readonly actual: TransitionModel
  /**
   * The transition model of what characters foresee (D33); the same object if nothing in the world is
   * unforeseen.
   */
  readonly foreseen: TransitionModel
  readonly disabled: Optimisations
  readonly order: readonly number[]
  readonly #starts: StateId[] = []
  #mentioned: ReadonlySet<number> | undefined
  /** By character (the author last) and state; undefined: it lies beyond the state's depth. */
  readonly #utilities: Map<StateId, number | undefined>[]
  readonly #answers = new Map<string, Answers>()
  readonly #estimates = new Map<Heuristic, Map<string, Estimate>>()

  /** `order[action]` is the rank of each action in the order in which actions are tried. */
  constructor(task: Task, order: readonly number[], disabled: Optimisations = new Set()) {
    this.task = task
    this.source = task
    this.disabled = disabled
    this.space = new StateSpace(task)
    this.order = order
    const modelOf = (isForeseen: boolean, foreseen?: TransitionModel): TransitionModel => {
      const { space } = this
      const progression = new Progression(space, !disabled.has("waking"), isForeseen, foreseen?.progression)
      return new TransitionModel(progression, order, disabled)
    }
    const foreseen = isAllForeseen(task) ? undefined : modelOf(true)
    this.actual = modelOf(false, foreseen)
    this.foreseen = foreseen ?? this.actual
    this.#utilities = task.utilities.map(() => new Map())
  }

  /** The fluents that some event reads or writes, or some utility or `might` reads. */
  get mentioned(): ReadonlySet<number> {
    return (this.#mentioned ??= fluentsMentioned(this.task))
  }

  get bytes(): number {
    const utilities = this.#utilities.reduce((total, each) => total + each.size, 0)
    const answers = [...this.#answers.values()].reduce((total, each) => total + each.bytes, 0)
    const models = this.actual.bytes + (this.foreseen === this.actual ? 0 : this.foreseen.bytes)
    return this.space.bytes + models + answers + utilities * 40
  }

  /**
   * Takes over another task and keeps what holds there too. Nothing here depends on the start. Characters'
   * utilities decide who has a reason for what, so a changed one drops the remembered answers; the author's
   * utility decides no reason. Returns false, and changes nothing, if the events of the two tasks differ.
   */
  adopt(task: Task): boolean {
    if (!haveSameEvents(this.task, task)) return false
    const changed = changedUtilities(this.task, task)
    this.source = task
    this.task = { ...task, values: this.task.values }
    this.space.task = this.task
    this.#mentioned = undefined
    this.#starts.length = 0
    for (const who of changed) this.#utilities[who].clear()
    if (changed.length > 0) this.#estimates.clear()
    if (changed.some((who) => who < task.characters.length)) this.#answers.clear()
    return true
  }

  /** The state of this depth after the acts of `past`; -1 if triggers never come to rest on the way. */
  start(depth: number, past: readonly number[] = []): StateId {
    const { progression } = this.actual
    const start = (this.#starts[depth] ??= initialState(progression, depth))
    return past.reduce((state, action) => (state < 0 ? -1 : progression.happen(state, action)), start)
  }

  /** The answers that explainers have found; `key` holds everything they depend on besides the state. */
  answers(key: string): Answers {
    let answers = this.#answers.get(key)
    if (answers === undefined) this.#answers.set(key, (answers = new Answers(this.task)))
    return answers
  }

  /**
   * The utility of a state for a character (or, last, the author). NaN: unknown; undefined: what decides it
   * lies beyond the state.
   */
  utility(who: number, state: StateId): number | undefined {
    const known = this.#utilities[who]
    const utility = known.get(state)
    if (utility !== undefined || known.has(state)) return utility
    const found = utilityOf(this.space, who, state)
    known.set(state, found)
    return found
  }

  /** The estimate of a heuristic for searches within these bounds, prepared once. */
  estimates(heuristic: Heuristic, bounds: Bounds): Estimate {
    let known = this.#estimates.get(heuristic)
    if (known === undefined) this.#estimates.set(heuristic, (known = new Map()))
    const key = `${bounds.author} ${bounds.character}`
    let estimate = known.get(key)
    if (estimate === undefined) known.set(key, (estimate = heuristic.prepare(this.space, bounds)))
    return estimate
  }
}
