/** Time limits of questions that take long to answer. */
import type { Slices } from "@dramaturg/model"

export interface QueryOptions {
  /** Milliseconds, from the shell; without it `timeoutMs` has no effect. */
  readonly clock?: () => number
  readonly timeoutMs?: number
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
