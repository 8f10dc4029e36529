/**
 * What a play and an exploration ask at every turn: what may follow a state, what it is worth, who has a
 * reason. All answers are functions of the state alone (so plays, explorations and exports agree), given in
 * states of one depth; where that does not suffice, `tooShallow` says so, and the caller begins again deeper.
 * At the greatest depth, what cannot be decided is taken not to be: no character acts if a reason may be
 * missing. `isOpen` then says that the answer was not within the limits.
 */
import { Explainer } from "../search/explain/explain.js"
import { type ExplainedAct, solutionOf } from "../search/explain/solution.js"
import type { StateId } from "../belief/space.js"
import type { Explanations, Slices } from "@dramaturg/model"
import type { Task } from "../task/task.js"
import { heuristics } from "../search/heuristics/index.js"
import { deeper } from "../levels.js"
import { SearchContext } from "../search/context.js"
import type { ApplicableActions } from "../search/transition-model.js"
import { firstDepth } from "../search/portfolio-member.js"
import type { Bounds } from "../search/limits.js"
import type { SearchCache } from "../search/cache.js"

export class Evaluator {
  readonly task: Task
  readonly context: SearchContext
  readonly explainer: Explainer
  readonly depth: number
  /** Something that was asked since this was last set could not be decided at any depth. */
  isOpen = false
  readonly #next: number | undefined

  /** `nodeBudget`: how many nodes may be visited for one reason. */
  constructor(cache: SearchCache, bounds: Bounds, depth: number, nodeBudget = Infinity) {
    this.task = cache.task
    this.depth = depth
    this.#next = deeper(depth, cache.task.readingDepth)
    const estimate = cache.estimates(heuristics.hmax, bounds)
    this.context = new SearchContext(cache, {
      depth,
      past: [],
      bounds,
      estimate,
      statistics: { visited: 0, generated: 0 },
    })
    this.explainer = new Explainer(this.context, nodeBudget)
  }

  get start(): StateId {
    return this.context.initial
  }

  get tooShallow(): boolean {
    return this.#next !== undefined && this.context.tooShallow
  }

  /** How deep states must be where these were too shallow. */
  get deeper(): number {
    return this.#next ?? this.depth
  }

  worth(state: StateId): number {
    return this.settled(() => this.context.utility(this.context.author, state))
  }

  /**
   * What may be done in a state; where no states are deeper, without those acts of which it cannot be told.
   */
  moves(state: StateId): ApplicableActions {
    const moves = this.settled(() => this.context.applicableIn(state))
    if (!moves.uncertain || this.tooShallow) return moves
    const sure = moves.actions.flatMap((each, i) => (this.isPossible(state, each) ? [i] : []))
    return {
      ...moves,
      actions: sure.map((i) => moves.actions[i]),
      vectors: moves.vectors.filter((_, i) => sure.includes(i)),
    }
  }

  isPossible(state: StateId, action: number): boolean {
    return this.settled(() => this.context.isPossible(state, action))
  }

  /** Asks, and where no states are deeper, notes that an answer was not within the limits. */
  settled<R>(ask: () => R): R {
    const answer = ask()
    this.#settle()
    return answer
  }

  /** One question that could not be decided must not keep others from being asked. */
  #settle(): void {
    if (this.#next !== undefined || !this.context.tooShallow) return
    this.context.tooShallow = false
    this.isOpen = true
  }

  /** The state after an action that is possible there; -1 where rules would never come to rest. */
  after(state: StateId, action: number): StateId {
    return this.context.happen(state, action)
  }

  /** Why all who consent but one (-1: all) do it; null if one of them has no reason. */
  *reasons(state: StateId, action: number, but = -1): Slices<ExplainedAct | null> {
    const reasons = yield* this.explainer.explainOthers(state, action, but, this.context.bounds.character)
    this.#settle()
    return reasons && { action, reasons }
  }

  /** In words: what each has in mind after the act. */
  explanations(act: ExplainedAct): Explanations {
    return solutionOf(this.task, [act]).explanations[0]
  }
}

export function depthFor(task: Task, bounds: Bounds): number {
  return firstDepth(task, bounds)
}

/** What a world does not say of its limits, plays and explorations take to be this. */
export function usualBounds({
  author,
  character,
  belief,
}: {
  readonly author?: number | null
  readonly character?: number | null
  readonly belief?: number | null
}): Bounds {
  return { author: author ?? Infinity, character: character ?? 6, belief: belief ?? 2 }
}
