/**
 * Watches over one worker from the page: asks, hands on how it stands, cancels. A worker that does not let itself be cancelled, or that
 * says nothing for too long, is ended and another one begun; what else it was asked is asked again.
 */
import type { Answer, Asked, Figures, FromWorker, JobName, ToWorker } from "./protocol.js"

/** How long a cancelled job may go on, and how long a silent one, in milliseconds. */
const grace = 1500
const silence = 60_000

export type Outcome<Name extends JobName> = { readonly answer: Answer<Name> } | { readonly cancelled: true } | { readonly broken: string }

export interface Errand<Name extends JobName> {
  readonly outcome: Promise<Outcome<Name>>
  readonly cancel: () => void
}

interface Pending {
  readonly order: Extract<ToWorker, { readonly job: JobName }>
  readonly end: (outcome: Outcome<JobName>) => void
  readonly onFigures: (figures: Figures) => void
  heard: number
  cancelledAt: number | undefined
}

export interface Workshop {
  ask<Name extends JobName>(job: Name, asked: Asked<Name>, onFigures?: (figures: Figures) => void): Errand<Name>
}

/** A workshop that is opened only when somebody asks it something: a worker takes room. */
export function whenAsked(open: () => Workshop): Workshop {
  let opened: Workshop | undefined
  return { ask: (...asked) => (opened ??= open()).ask(...asked) }
}

export function openWorkshop(name: string): Workshop {
  const pending = new Map<number, Pending>()
  let worker = begin()
  let last = 0

  function begin(): Worker {
    const made = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name })
    made.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => hear(data))
    made.addEventListener("error", (failure) => {
      // A worker that could not even be loaded answers nothing; whoever waits is told.
      for (const id of [...pending.keys()]) end(id, { broken: failure.message || "the engine could not be loaded" })
    })
    return made
  }

  function hear(message: FromWorker): void {
    const each = pending.get(message.id)
    if (!each) return
    each.heard = performance.now()
    if ("figures" in message) {
      if (each.cancelledAt === undefined) each.onFigures(message.figures)
    } else if ("answer" in message) end(message.id, each.cancelledAt === undefined ? { answer: message.answer } : { cancelled: true })
    else if ("broken" in message) end(message.id, { broken: message.broken })
    else end(message.id, { cancelled: true })
  }

  function end(id: number, outcome: Outcome<JobName>): void {
    pending.get(id)?.end(outcome)
    pending.delete(id)
  }

  /** Ends the worker by force; what nobody has cancelled is asked of the next one. */
  function restart(): void {
    worker.terminate()
    worker = begin()
    const now = performance.now()
    for (const [id, each] of [...pending]) {
      if (each.cancelledAt !== undefined) end(id, { cancelled: true })
      else if (now - each.heard > silence) end(id, { broken: "the engine did not come back from it and was started anew" })
      else worker.postMessage(each.order)
    }
  }

  setInterval(() => {
    const now = performance.now()
    const isStuck = [...pending.values()].some((each) => (each.cancelledAt === undefined ? now - each.heard > silence : now - each.cancelledAt > grace))
    if (isStuck) restart()
  }, 500)

  return {
    ask(job, asked, onFigures = () => {}) {
      const id = ++last
      const order = { id, job, asked } as Pending["order"]
      const outcome = new Promise<Outcome<JobName>>((resolve) => {
        pending.set(id, { order, end: resolve, onFigures, heard: performance.now(), cancelledAt: undefined })
      })
      worker.postMessage(order)
      const cancel = (): void => {
        const each = pending.get(id)
        if (!each || each.cancelledAt !== undefined) return
        each.cancelledAt = performance.now()
        worker.postMessage({ id, cancel: true })
      }
      return { outcome: outcome as Promise<Outcome<typeof job>>, cancel }
    },
  }
}
