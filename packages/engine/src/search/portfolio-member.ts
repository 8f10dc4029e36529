/**
 * A member of the portfolio: one search within fixed bounds. It starts again with deeper states whenever a
 * decisive question lies beyond the states it has.
 */
import type { Slices } from "@dramaturg/model"
import { type Task, infers } from "../task/task.js"
import { deeper } from "../levels.js"
import { AuthorSearch, type Found } from "./author.js"
import { type Statistics, SearchContext } from "./context.js"
import type { Estimate, SearchCache } from "./cache.js"
import type { Bounds } from "./limits.js"
import type { ExplainedAct } from "./explain/solution.js"
import type { MemberPlan } from "./methods/method.js"
import type { Reason } from "./reason.js"

/** The deepest states made before a question has asked for deeper ones. */
const DEPTH_UNASKED = 5

/** What all members of a round have in common. */
export interface MemberSetting {
  readonly cache: SearchCache
  readonly goal: number
  readonly past: readonly number[]
  readonly estimate: Estimate
  readonly statistics: Statistics
  /** In a smaller world: the number of each of its actions in the whole world. */
  readonly actions?: readonly number[]
}

/** A member of the portfolio in progress. */
export class PortfolioMember {
  readonly plan: MemberPlan
  search: AuthorSearch
  /**
   * The member ended because it would need deeper minds than are followed (levels.ts). Its end therefore
   * proves nothing.
   */
  isTooDeep = false
  readonly #setting: MemberSetting
  #depth: number

  constructor(setting: MemberSetting, plan: MemberPlan) {
    this.#setting = setting
    this.plan = plan
    this.#depth = firstDepth(setting.cache.task, plan.bounds)
    this.search = this.#start()
  }

  /** Returns the next story, or undefined when there are no more. A further call continues from there. */
  *run(): Slices<Found | undefined> {
    for (;;) {
      const found = yield* this.search.run()
      if (!this.search.context.tooShallow) return found && this.#inWholeWorld(found)
      const next = deeper(this.#depth, this.#setting.cache.task.readingDepth)
      if (next === undefined) {
        this.isTooDeep = true
        return undefined
      }
      this.#depth = next
      this.search = this.#start()
    }
  }

  /** Plans met so far that improve on the start and on one another, the best last. */
  get improving(): readonly Found[] {
    return this.search.improving.map((each) => this.#inWholeWorld(each))
  }

  #inWholeWorld(found: Found): Found {
    const { actions } = this.#setting
    return actions === undefined
      ? found
      : { ...found, acts: found.acts.map((each) => renumbered(each, actions)) }
  }

  #start(): AuthorSearch {
    const { cache, past, estimate, statistics, goal } = this.#setting
    const context = new SearchContext(cache, {
      depth: this.#depth,
      past,
      bounds: this.plan.bounds,
      estimate,
      statistics,
    })
    return new AuthorSearch(context, goal, this.plan)
  }
}

/**
 * The depth of states to begin with. Explanations look one level deeper than the belief limit, and formulas
 * read there may look deeper still. Who infers something from an act (D45) asks for others' reasons in their
 * own mind.
 */
export function firstDepth(task: Task, { belief, character }: Bounds): number {
  const explaining = Math.max(1, Math.min(belief + 1, character))
  return Math.min(Math.max(explaining, infers(task) ? 2 : 0), DEPTH_UNASKED) + task.readingDepth
}

function renumbered(act: ExplainedAct, actions: readonly number[]): ExplainedAct {
  return { action: actions[act.action], reasons: renumberedReasons(act.reasons, actions) }
}

function renumberedReasons(
  reasons: ReadonlyMap<number, Reason>,
  actions: readonly number[],
): ReadonlyMap<number, Reason> {
  return new Map(
    [...reasons].map(([who, { steps, ...reason }]) => [
      who,
      { ...reason, steps: steps.map((each) => renumbered(each, actions)) },
    ]),
  )
}
