/**
 * Long work in slices. A function that may take long is a generator that yields between units of bounded
 * work; its caller decides how many units are done at a time. The result does not depend on that.
 */

/**
 * Work in slices, and what comes of it. Each `next()` does one unit; where units are counted as visits, one
 * that ends in a `PAUSE` is part of the next.
 */
export type Slices<T> = Generator<typeof PAUSE | void, T, void>

/** Yielded in the midst of a visit that takes long. */
export const PAUSE = "pause"

/** Does all units of some work at once and returns its result. Throws what the work throws. */
export function finished<T>(work: Slices<T>): T {
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value
}

/**
 * A question that takes long to answer: asked step by step, so that the caller keeps the clock and may stop
 * at any time.
 */
export class Query<T> {
  /** Null while there is none. */
  answer: T | null = null
  /** How many units of work have been done. */
  visited = 0
  readonly #work: Slices<T>

  constructor(work: Slices<T>) {
    this.#work = work
  }

  /** Does at most so many more units of work; true once there is an answer. Throws what the work throws. */
  step(visits: number): boolean {
    for (let i = 0; i < visits && this.answer === null; i++) {
      const { done, value } = this.#work.next()
      this.visited++
      if (done) this.answer = value
    }
    return this.answer !== null
  }
}
