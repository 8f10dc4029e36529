/** The smaller worlds in which members of the portfolio look for a story first. */
import type { Slices } from "@dramaturg/model"
import { type Action, needsForesight } from "../../task/task.js"
import { SearchCache } from "../cache.js"
import { fewest, type Question, takenIn } from "./cast.js"
import { type Relevance, relevantAmong, type Start } from "./needs.js"
import { type ReducedTask, reducedTask } from "./reduced-task.js"

/** A smaller world: its own search cache, and the number of each of its actions in the whole world. */
export interface Reduction {
  readonly cache: SearchCache
  readonly actions: readonly number[]
  readonly past: readonly number[]
}

/** The smaller worlds for a goal. */
export interface Reductions {
  /**
   * The worlds of what seems relevant (needs.ts): without people by whose absence others lose nothing, with
   * some of them, and with all (cast.ts). Only those that have fewer people than the whole, or are much
   * smaller.
   */
  readonly relevant: readonly Reduction[]
  /** The world without people by whose absence others lose little; null if that is not much smaller. */
  readonly cast: Reduction | null
}

/** A world with more actions than this share of the whole is not worth a search of its own. */
const LARGEST_SHARE = 0.75

/**
 * The smaller worlds for a goal after what has happened. None where transitions depend on what acts are
 * worth to people (D45, D46).
 */
export function* reductionsOf(cache: SearchCache, past: readonly number[], goal: number): Slices<Reductions> {
  const { task } = cache
  const state = needsForesight(task) ? -1 : cache.start(1 + task.readingDepth, past)
  if (state < 0) return { cast: null, relevant: [] }
  const start: Start = {
    values: Int32Array.from(task.fluents, (_, fluent) => cache.space.valueOf(state, fluent)),
    utilities: task.utilities.map((_, who) => cache.utility(who, state) ?? NaN),
    past: past.map((each) => task.actions[each]),
  }
  const question: Question = { task, start, goal }
  const useful = yield* relevantAmong(task, task.actions, task.triggers, start)
  const fewer = yield* fewest(question, useful, "nothing")
  const cast = (yield* fewest(question, fewer.relevance, "little")).relevance
  const reduced = (each: Relevance): Reduction => reductionOf(cache, past, reducedTask(task, each))
  const isSmall = ({ actions }: Relevance): boolean => actions.size < LARGEST_SHARE * task.actions.length
  const isSmaller = (each: Relevance): boolean => isSmall(each) || doers(each.actions) < doers(task.actions)
  const worlds = [fewer.relevance, ...(yield* takenIn(question, useful, fewer)), useful]
  return {
    cast: cast !== fewer.relevance && isSmall(cast) ? reduced(cast) : null,
    relevant: [...new Set(worlds)].filter(isSmaller).map(reduced),
  }
}

/** How many people have a part in these actions. */
function doers(actions: Iterable<Action>): number {
  return new Set([...actions].flatMap((each) => each.consenting)).size
}

function reductionOf(cache: SearchCache, past: readonly number[], reduced: ReducedTask): Reduction {
  return {
    cache: new SearchCache(
      reduced.task,
      reduced.actions.map((each) => cache.order[each]),
      cache.disabled,
    ),
    actions: reduced.actions,
    past: past.map((each) => reduced.actions.indexOf(each)),
  }
}
