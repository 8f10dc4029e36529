/**
 * An engine that stays warm: what was found out about a world serves the next question about it, as far as it still holds.
 *
 * After an act, or with other limits or another goal, all of it does. With other facts or beliefs at the start, and with
 * other wants, the world is ground again; if its events have stayed the same, its states do too (lore.ts says what else).
 * And the last story, or what is left of it, is tried first. So a warm answer is as sound as a cold one, but it may be
 * another story.
 */
import type { Problem, Solution } from "@dramaturg/model"
import { type Grounding, ground } from "../ground/ground.js"
import { Checker } from "../verify.js"
import { SearchCache } from "./cache.js"
import { actionOrder } from "./order.js"
import { DEFAULT_MEMORY_MIB, type Search, type SearchOptions } from "./contract.js"
import { beginSearch } from "./search.js"

export class WarmEngine {
  #world: { readonly problem: Problem; readonly grounding: Grounding; readonly checker: Checker } | undefined
  #cache: { readonly key: string; readonly cache: SearchCache } | undefined
  #last: { readonly past: readonly string[]; readonly search: Search } | undefined

  /** What `startSearch` does, sooner. Throws as it does. A search that was begun before must not be stepped any more. */
  search(problem: Problem, options: SearchOptions = {}): Search {
    if (this.#world?.problem !== problem) this.#world = { problem, grounding: ground(problem), checker: new Checker(problem) }
    const { grounding, checker } = this.#world
    const { past = [], hint = this.#rest(past) } = options
    const search = beginSearch(problem, grounding, { ...options, hint }, this.#cacheFor(grounding.task, options), checker)
    this.#last = { past, search }
    return search
  }

  #cacheFor(task: Grounding["task"], { seed = 0, without = [], memoryMiB = DEFAULT_MEMORY_MIB }: SearchOptions): SearchCache {
    const key = [seed, ...without].join()
    const kept = this.#cache
    const isUseful = kept !== undefined && kept.key === key && kept.cache.bytes < memoryMiB * 2 ** 19
    if (isUseful && (kept.cache.source === task || kept.cache.adopt(task))) return kept.cache
    const cache = new SearchCache(task, actionOrder(task.actions.length, seed), new Set(without))
    this.#cache = { key, cache }
    return cache
  }

  /** What is left of the last story after what has happened since. */
  #rest(past: readonly string[]): Solution | undefined {
    const story = this.#last?.search.story
    if (!story) return undefined
    const all = [...this.#last!.past, ...story.solution.plan]
    const isOnTheWay = past.length < all.length && past.every((each, i) => each === all[i])
    const done = isOnTheWay ? Math.max(0, past.length - this.#last!.past.length) : 0
    return { plan: story.solution.plan.slice(done), explanations: story.solution.explanations.slice(done) }
  }
}
