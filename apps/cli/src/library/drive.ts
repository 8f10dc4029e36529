/**
 * Steps long work in slices of time and gives the thread back between them, so that a page stays alive, a
 * server answers, and a signal is heard. Runs in Node and in browsers.
 */
import type { Progress } from "@dramaturg/analysis"

/** How long the thread is kept at a time, in milliseconds; and how often progress is reported at most. */
const SLICE = 8
const PAUSE = 50

/** The most visits of one step. */
const MOST_VISITS = 4

/** What stops work, and hears of it. */
export interface Stoppable<Shown = Progress> {
  /**
   * Stops the work: it is looked at before the work begins and between two slices of it, and the promise
   * rejects with the signal's reason (an AbortError, unless the caller of `abort` gave another).
   */
  readonly signal?: AbortSignal
  /** Called between slices, at most some twenty times a second. What it throws, the promise rejects with. */
  readonly onProgress?: (progress: Shown) => void
}

interface Work<Result, Shown> {
  readonly result: Result | null
  readonly progress: Shown
  step(visits: number): boolean
}

/** Steps a question to its result. Slices of any size lead to the same one. */
export async function answered<Result, Shown extends Progress>(
  question: Work<Result, Shown>,
  options: Stoppable<Shown> = {},
): Promise<Result> {
  for await (const _ of slices(question, options));
  return question.result!
}

/** Yields after each slice, the last one included. A consumer that stops asking stops the work. */
export async function* slices<Result, Shown extends Progress>(
  question: Work<Result, Shown>,
  { signal, onProgress }: Stoppable<Shown>,
): AsyncGenerator<void, void, void> {
  signal?.throwIfAborted()
  let visits = 1
  let reported = -Infinity
  for (let isDone = false; !isDone; ) {
    const end = performance.now() + SLICE
    for (let now = performance.now(); !isDone && now < end; ) {
      isDone = question.step(visits)
      const rested = performance.now()
      visits = nextVisits(visits, rested - now)
      now = rested
    }
    if (onProgress !== undefined && !isDone && performance.now() - reported >= PAUSE) {
      onProgress(question.progress)
      reported = performance.now()
    }
    yield
    if (isDone) return
    await pause()
    signal?.throwIfAborted()
  }
}

/**
 * So many that one step takes about a quarter of a slice. They stay few, since the next ones may each take
 * a thousand times as long as those before, and a step that has begun is not stopped.
 */
function nextVisits(visits: number, taken: number): number {
  if (taken < SLICE / 8) return Math.min(visits * 2, MOST_VISITS)
  return taken > SLICE / 2 ? Math.max(1, visits >> 1) : visits
}

/** Gives the thread back until everything that waits for it has had its turn. */
export function pause(): Promise<void> {
  return new Promise((resume) => {
    if (typeof setImmediate === "function") setImmediate(resume)
    else {
      // Timers of browsers wait at least four milliseconds when they set one another; messages do not.
      const { port1, port2 } = new MessageChannel()
      const heard = (): void => {
        port1.close()
        resume()
      }
      Object.assign(port1, { onmessage: heard })
      port2.postMessage(null)
    }
  })
}
