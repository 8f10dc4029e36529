/**
 * An engine for repeated questions about a world, which keeps the search cache between them as far as it
 * still holds.
 *
 * After an act, or with other limits or another goal, all of it holds. With other facts or beliefs at the
 * start, or other utilities, the world is ground again; if its events have stayed the same, its states are
 * kept (cache.ts says what else). The last story, or what is left of it, is tried first. An answer is as
 * sound as one from a new search, but it may be another story.
 */
import type { Problem, Solution } from "@dramaturg/model"
import { type Grounding, ground } from "../ground/ground.js"
import { Checker } from "../verify.js"
import { SearchCache } from "./cache.js"
import { actionOrder } from "./order.js"
import { DEFAULT_MEMORY_MIB, type Search, type SearchOptions } from "./contract.js"
import { beginSearch } from "./search.js"

/** Searches that reuse the cache of the search before. */
export class WarmEngine {
  #world: { readonly problem: Problem; readonly checker: Checker } | undefined
  #cache: { readonly key: string; readonly cache: SearchCache } | undefined
  #last: { readonly past: readonly string[]; readonly search: Search } | undefined

  /**
   * Does what `startSearch` does, and throws as it does. The caller must not step an earlier search of this
   * engine any more.
   */
  search(problem: Problem, options: SearchOptions = {}): Search {
    if (this.#world?.problem !== problem) this.#world = { problem, checker: new Checker(problem) }
    const grounding = ground(problem)
    const { past = [], hint = this.#rest(past) } = options
    const search = beginSearch(
      problem,
      grounding,
      { ...options, hint },
      this.#cacheFor(grounding.task, options),
      this.#world.checker,
    )
    this.#last = { past, search }
    return search
  }

  #cacheFor(
    task: Grounding["task"],
    { seed = 0, without = [], memoryMiB = DEFAULT_MEMORY_MIB }: SearchOptions,
  ): SearchCache {
    const key = [seed, ...without].join()
    const kept = this.#cache
    const isUseful = kept !== undefined && kept.key === key && kept.cache.bytes < memoryMiB * 2 ** 19
    if (isUseful && (kept.cache.source === task || kept.cache.adopt(task))) return kept.cache
    const cache = new SearchCache(task, actionOrder(task.actions.length, seed), new Set(without))
    this.#cache = { key, cache }
    return cache
  }

  /** The part of the last story that is left after what has happened since. */
  #rest(past: readonly string[]): Solution | undefined {
    const story = this.#last?.search.story
    if (!story) return undefined
    const all = [...this.#last!.past, ...story.solution.plan]
    const isOnTheWay = past.length < all.length && past.every((each, i) => each === all[i])
    const done = isOnTheWay ? Math.max(0, past.length - this.#last!.past.length) : 0
    return { plan: story.solution.plan.slice(done), explanations: story.solution.explanations.slice(done) }
  }
}
