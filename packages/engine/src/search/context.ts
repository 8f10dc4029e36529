/** One search's view of the lore: where it starts, how deep it looks, and what it met that would call for more. */
import type { StateId, VectorId } from "../belief/space.js"
import { BEYOND, TRUE } from "../task/values.js"
import type { Answers } from "./answers.js"
import type { Task } from "../task/task.js"
import type { TargetUtility } from "./heuristics/heuristic.js"
import type { TransitionModel, ApplicableActions } from "./transition-model.js"
import type { Estimate, SearchCache } from "./cache.js"
import type { Optimisations } from "./optimisations.js"
import type { Bounds } from "./limits.js"

/** Counts that survive from round to round. */
export interface Statistics {
  visited: number
  generated: number
}

export interface ContextOptions {
  /** How many levels of minds the states of this search have. */
  readonly depth: number
  /** What has happened before: possible acts, in order. */
  readonly past: readonly number[]
  readonly bounds: Bounds
  readonly estimate: Estimate
  readonly statistics: Statistics
}

export class SearchContext {
  readonly cache: SearchCache
  readonly task: Task
  readonly disabled: Optimisations
  readonly bounds: Bounds
  readonly statistics: Statistics
  readonly author: number
  readonly initial: StateId
  /** A decisive question went deeper into minds than this search's states do: it must be run again, deeper. */
  tooShallow = false
  /** The bounds that kept something from being looked at; without any, exhausting the round exhausts the world. */
  readonly cuts = new Set<keyof Bounds>()
  readonly #depth: number
  readonly #estimate: Estimate

  constructor(cache: SearchCache, { depth, past, bounds, estimate, statistics }: ContextOptions) {
    this.cache = cache
    this.task = cache.task
    this.disabled = cache.disabled
    this.bounds = bounds
    this.statistics = statistics
    this.author = cache.task.characters.length
    this.initial = cache.start(depth, past)
    this.#depth = depth
    this.#estimate = estimate
  }

  /** What was found out within the same limits; with it comes what was cut then, for it may have decided an answer. */
  answers(nodeBudget: number): Answers {
    const { character, belief } = this.bounds
    const answers = this.cache.answers([this.#depth, character, belief, nodeBudget].join())
    for (const each of answers.cuts) this.cuts.add(each)
    return answers
  }

  /** How many epistemic edges lie between the actual world and this state. */
  epistemicDepthOf(state: StateId): number {
    return this.#depth - this.cache.space.depthOf(state)
  }

  /** NaN: unknown. */
  utility(who: number, state: StateId): number {
    const utility = this.cache.utility(who, state)
    if (utility === undefined) this.tooShallow = true
    return utility ?? NaN
  }

  /** The state that a character believes in; -1 beyond the depth of this search. */
  belief(state: StateId, character: number): StateId {
    const mind = this.cache.space.belief(state, character)
    if (mind < 0) this.tooShallow = true
    return mind
  }

  isPossible(state: StateId, action: number): boolean {
    const possible = this.cache.actual.progression.isPossible(state, action)
    if (possible === BEYOND) this.tooShallow = true
    return possible === TRUE
  }

  /** For a line of the author's (-1), what happens; for somebody's plan, what they can foresee (D33). */
  #modelFor(owner: number): TransitionModel {
    return owner < 0 ? this.cache.actual : this.cache.foreseen
  }

  applicableIn(state: StateId, owner = -1): ApplicableActions {
    const applicable = this.#modelFor(owner).applicableIn(state)
    if (applicable.uncertain) this.tooShallow = true
    return applicable
  }

  /** A lower bound on the actions still needed when these values hold. */
  estimate(vector: VectorId, target: TargetUtility): number {
    return vector < 0 ? 0 : this.#estimate(vector, target)
  }

  estimateAfter(state: StateId, action: number, target: TargetUtility, owner: number): number {
    return this.estimate(this.#modelFor(owner).vectorAfter(state, action), target)
  }

  /** The state after an action that is possible; -1 where triggers would never come to rest. `owner`: whose plan it is in; -1: the author's. */
  happen(state: StateId, action: number, owner = -1): StateId {
    this.statistics.generated++
    return this.#modelFor(owner).progression.happen(state, action)
  }
}
