/**
 * One search's view of the search cache: where it starts, how deep its states are, and what it met that calls
 * for deeper states or wider bounds.
 */
import type { StateId, VectorId } from "../belief/space.js"
import { BEYOND, TRUE, type ValueId } from "../task/values.js"
import type { Answers } from "./answers.js"
import type { Task } from "../task/task.js"
import type { TargetUtility } from "./heuristics/heuristic.js"
import type { TransitionModel, ApplicableActions } from "./transition-model.js"
import type { Estimate, SearchCache } from "./cache.js"
import type { Optimisations } from "./optimisations.js"
import type { Bounds } from "./limits.js"

/** Counts over all rounds of a search. */
export interface Statistics {
  visited: number
  generated: number
  /** How many cases of what somebody does not know were supposed (D41); absent as long as none was. */
  cases?: number
}

/** What sets one search apart from others over the same cache. */
export interface ContextOptions {
  /** How many levels of minds the states of this search have. */
  readonly depth: number
  /** The acts that happened before the start, in order; each is possible after those before it. */
  readonly past: readonly number[]
  readonly bounds: Bounds
  readonly estimate: Estimate
  readonly statistics: Statistics
}

/** The context of one search. Its functions set `tooShallow` where an answer lies beyond. */
export class SearchContext {
  readonly cache: SearchCache
  readonly task: Task
  readonly disabled: Optimisations
  readonly bounds: Bounds
  readonly statistics: Statistics
  readonly author: number
  readonly initial: StateId
  /**
   * A question that decides something reached beyond the depth of this search's states: the search must be
   * run again with deeper states.
   */
  tooShallow = false
  /**
   * The bounds that cut off a part of the search. If there are none, exhausting the round exhausts the world.
   */
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

  /**
   * The answers found within the same limits and node budget. The bounds that cut those searches are added to
   * this context's cuts, because they may have decided an answer.
   */
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

  /** The utility of a state for a character or the author; NaN where it is unknown. */
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

  /**
   * What happens, for a plan of the author's (`owner` -1); what characters foresee, for a character's plan
   * (D33).
   */
  #modelFor(owner: number): TransitionModel {
    return owner < 0 ? this.cache.actual : this.cache.foreseen
  }

  applicableIn(state: StateId, owner = -1): ApplicableActions {
    const applicable = this.#modelFor(owner).applicableIn(state)
    if (applicable.uncertain) this.tooShallow = true
    return applicable
  }

  /** A lower bound on the number of actions still needed from these values to the target. */
  estimate(vector: VectorId, target: TargetUtility): number {
    return vector < 0 ? 0 : this.#estimate(vector, target)
  }

  estimateAfter(state: StateId, action: number, target: TargetUtility, owner: number): number {
    return this.estimate(this.#modelFor(owner).vectorAfter(state, action), target)
  }

  /** What a character supposes of values that they do not know (D41); -1: its triggers never come to rest. */
  suppose(mind: StateId, owner: number, values: ReadonlyMap<number, ValueId>): StateId {
    return this.cache.foreseen.progression.supposed(mind, owner, values)
  }

  /**
   * The state after a possible action; -1 if its triggers never come to rest. `owner`: the character whose
   * plan it is in, or -1 for the author's.
   */
  happen(state: StateId, action: number, owner = -1): StateId {
    this.statistics.generated++
    return this.#modelFor(owner).progression.happen(state, action)
  }
}
