/**
 * A question that takes long to answer: asked step by step, so that the caller keeps the clock and may stop
 * at any time.
 */
import type { Slices } from "../search/explain/explain.js"

export interface QueryOptions {
  /** Milliseconds, from the shell; without it `timeoutMs` has no effect. */
  readonly clock?: () => number
  readonly timeoutMs?: number
}

export class Query<T> {
  /** Null while there is none. */
  answer: T | null = null
  visited = 0
  readonly #work: Slices<T>

  constructor(work: Slices<T>) {
    this.#work = work
  }

  /** Visits at most so many nodes more; true once there is an answer. */
  step(visits: number): boolean {
    for (let i = 0; i < visits && this.answer === null; i++) {
      const { done, value } = this.#work.next()
      this.visited++
      if (done) this.answer = value
    }
    return this.answer !== null
  }
}

/** Whether the time that was given is over. */
export function deadlineOf({ clock, timeoutMs }: QueryOptions): () => boolean {
  if (clock === undefined || timeoutMs === undefined) return () => false
  const end = clock() + timeoutMs
  let isOver = false
  return () => (isOver ||= clock() > end)
}

/** What comes of some work, or `undefined` if the time is over before. */
export function* unlessOver<T>(
  work: Slices<T>,
  isOver: () => boolean,
): Slices<{ readonly value: T } | undefined> {
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return { value: next.value }
    if (isOver()) return undefined
    yield
  }
}
