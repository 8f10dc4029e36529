/**
 * The lore of a world: what is known of it whoever asks. Its states, what can be done in them and what that leads to, and what they are worth
 * to whom. None of it depends on a start, on limits or on a goal, so one lore serves all lanes and rounds of a search and may
 * outlive it. States of every depth live in it side by side: a mind of a deep state is a state of a shallower search.
 */
import { utilityOf } from "../belief/evaluate.js"
import { Progression } from "../belief/progression.js"
import { initialState } from "../belief/initial.js"
import { type StateId, StateSpace, type VectorId } from "../belief/space.js"
import { changedUtilities, haveSameEvents } from "../ground/task-diff.js"
import type { Task } from "../task/task.js"
import type { Heuristic, TargetUtility } from "./heuristics/heuristic.js"
import { Answers } from "./answers.js"
import { TransitionModel } from "./transition-model.js"
import type { Optimisations } from "./optimisations.js"
import type { Bounds } from "./limits.js"

export type Estimate = (vector: VectorId, target: TargetUtility) => number

export class SearchCache {
  task: Task
  /** The task as it was handed in. */
  source: Task
  readonly space: StateSpace
  /** What happens. */
  readonly actual: TransitionModel
  /** What anybody can foresee of it (D33): all of it, in most worlds. */
  readonly foreseen: TransitionModel
  readonly disabled: Optimisations
  readonly order: readonly number[]
  readonly #starts: StateId[] = []
  /** By person and state; undefined: beyond. */
  readonly #utilities: Map<StateId, number | undefined>[]
  readonly #answers = new Map<string, Answers>()
  readonly #estimates = new Map<string, Estimate>()

  /** `order`: the rank of each action among those that could be tried. */
  constructor(task: Task, order: readonly number[], disabled: Optimisations = new Set()) {
    this.task = task
    this.source = task
    this.disabled = disabled
    this.space = new StateSpace(task)
    this.order = order
    const modelOf = (isForeseen: boolean): TransitionModel => new TransitionModel(new Progression(this.space, !disabled.has("waking"), isForeseen), order, disabled)
    this.actual = modelOf(false)
    this.foreseen = isAllForeseen(task) ? this.actual : modelOf(true)
    this.#utilities = task.utilities.map(() => new Map())
  }

  get bytes(): number {
    const utilities = this.#utilities.reduce((total, each) => total + each.size, 0)
    const answers = [...this.#answers.values()].reduce((total, each) => total + each.bytes, 0)
    const models = this.actual.bytes + (this.foreseen === this.actual ? 0 : this.foreseen.bytes)
    return this.space.bytes + models + answers + utilities * 40
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
    const { progression } = this.actual
    const start = (this.#starts[depth] ??= initialState(progression, depth))
    return past.reduce((state, action) => (state < 0 ? -1 : progression.happen(state, action)), start)
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

  /** A lower bound on the actions still needed, for searches within these bounds. */
  estimates(heuristic: Heuristic, bounds: Bounds): Estimate {
    const key = `${heuristic.name} ${bounds.author} ${bounds.character}`
    let estimate = this.#estimates.get(key)
    if (estimate === undefined) this.#estimates.set(key, (estimate = heuristic.prepare(this.space, bounds)))
    return estimate
  }
}

function isAllForeseen({ actions, triggers }: Task): boolean {
  return !triggers.some((each) => each.isUnforeseen) && ![...actions, ...triggers].some((each) => each.foreseen !== undefined)
}
