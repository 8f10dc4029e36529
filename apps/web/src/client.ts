/**
 * Watches over one worker from the page: asks, hands on how it stands, cancels. A worker that does not let
 * itself be cancelled, or that says nothing for too long, is ended and another one begun; what else it was
 * asked is asked again.
 */
import type { Budget, Figures, FromWorker, JobTypes, ToWorker } from "./protocol.js"

/**
 * How long a cancelled job may go on, how long one may be silent, and how long beyond the time that it was
 * given, in milliseconds.
 */
const grace = 1500
const silence = 60_000
const overtime = 10_000

export type Outcome<Answer> =
  | { readonly answer: Answer }
  | { readonly cancelled: true }
  | { readonly broken: string }

export interface WorkerRequest<Answer> {
  readonly outcome: Promise<Outcome<Answer>>
  readonly cancel: () => void
}

interface Pending {
  readonly order: Extract<ToWorker, { readonly job: string }>
  readonly end: (outcome: Outcome<unknown>) => void
  readonly onFigures: (figures: Figures) => void
  /** By when it should have answered, even if it reports progress. */
  readonly due: number
  heard: number
  cancelledAt: number | undefined
}

export interface WorkerClient<Jobs extends JobTypes> {
  ask<Name extends keyof Jobs & string>(
    job: Name,
    asked: Jobs[Name]["asked"],
    onFigures?: (figures: Figures) => void,
  ): WorkerRequest<Jobs[Name]["answer"]>
  /** Ends the worker, if nothing is being asked of it; the next question begins another one. */
  rest(): void
}

/** `isLazy`: the worker is begun when it is asked something for the first time. */
export function openClient<Jobs extends JobTypes>(
  makeWorker: () => Worker,
  { isLazy = false } = {},
): WorkerClient<Jobs> {
  const pending = new Map<number, Pending>()
  let worker = isLazy ? undefined : begin()
  let last = 0

  function begin(): Worker {
    const made = makeWorker()
    made.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => hear(data))
    made.addEventListener("error", (failure) => {
      // A worker that could not even be loaded answers nothing; the callers are told.
      for (const id of [...pending.keys()])
        end(id, { broken: failure.message || "the engine could not be loaded" })
    })
    return made
  }

  function hear(message: FromWorker): void {
    const each = pending.get(message.id)
    if (!each) return
    each.heard = performance.now()
    if ("figures" in message) {
      if (each.cancelledAt === undefined) each.onFigures(message.figures)
    } else if ("answer" in message)
      end(message.id, each.cancelledAt === undefined ? { answer: message.answer } : { cancelled: true })
    else if ("broken" in message) end(message.id, { broken: message.broken })
    else end(message.id, { cancelled: true })
  }

  function end(id: number, outcome: Outcome<unknown>): void {
    pending.get(id)?.end(outcome)
    pending.delete(id)
  }

  /** Ends the worker by force; requests that were not cancelled are sent to the next one. */
  function restart(): void {
    worker?.terminate()
    worker = begin()
    const now = performance.now()
    for (const [id, each] of [...pending]) {
      if (each.cancelledAt !== undefined) end(id, { cancelled: true })
      else if (isLost(each, now))
        end(id, { broken: "it did not come back from this world, and was begun anew" })
      else worker.postMessage(each.order)
    }
  }

  function isLost({ due, heard }: Pending, now: number): boolean {
    return now - heard > (now > due ? overtime : silence)
  }

  setInterval(() => {
    const now = performance.now()
    const isStuck = [...pending.values()].some((each) =>
      each.cancelledAt === undefined ? isLost(each, now) : now - each.cancelledAt > grace,
    )
    if (isStuck) restart()
  }, 500)

  return {
    ask(job, asked, onFigures = () => {}) {
      const id = ++last
      const order: Pending["order"] = { id, job, asked }
      const outcome = new Promise<Outcome<unknown>>((resolve) => {
        const now = performance.now()
        pending.set(id, {
          order,
          end: resolve,
          onFigures,
          due: now + timeFor(asked),
          heard: now,
          cancelledAt: undefined,
        })
      })
      worker ??= begin()
      worker.postMessage(order)
      const cancel = (): void => {
        const each = pending.get(id)
        if (!each || each.cancelledAt !== undefined) return
        each.cancelledAt = performance.now()
        worker?.postMessage({ id, cancel: true })
      }
      return { outcome: outcome as never, cancel }
    },
    rest() {
      if (pending.size > 0) return
      worker?.terminate()
      worker = undefined
    },
  }
}

/** In milliseconds. A job without a budget is one that answers at once. */
function timeFor(asked: unknown): number {
  const { budget } = asked as { readonly budget?: Budget }
  return budget?.milliseconds ?? silence
}
