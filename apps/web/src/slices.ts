/**
 * Steps long work in slices of time; between two slices the worker reads messages and so learns of a
 * cancellation.
 */

/** How long one step should take, and how often we tell, in milliseconds. */
const slice = 30
const pause = 100

/** Thrown out of a job that was cancelled; only worker.ts catches it. */
export class Cancelled extends Error {}

export interface Cancellable {
  readonly isCancelled: () => boolean
}

export interface Stepped {
  /** At most so many visits; true once it has ended. */
  readonly step: (visits: number) => boolean
  readonly tell?: () => void
}

export async function stepThrough(request: Cancellable, { step, tell = () => {} }: Stepped): Promise<void> {
  let told = performance.now()
  for (let visits = 1; ; ) {
    const began = performance.now()
    if (step(visits)) return
    const rested = performance.now()
    visits = nextVisits(visits, rested - began)
    if (rested - told > pause) {
      tell()
      told = rested
    }
    await yieldSlice(request)
  }
}

/** Slices of any size give the same stories and counts, so their size may follow the clock. */
function nextVisits(visits: number, milliseconds: number): number {
  if (milliseconds < slice / 2) return Math.min(visits * 2, 1 << 20)
  return milliseconds > slice * 2 ? Math.max(1, visits >> 1) : visits
}

/** Lets waiting messages in; throws if one of them cancels the job. */
export async function yieldSlice(request: Cancellable): Promise<void> {
  await new Promise<void>((resume) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resume()
    }
    channel.port2.postMessage(null)
  })
  if (request.isCancelled()) throw new Cancelled()
}

/** A clock and the time that is left, for work that ends by itself. */
export function within(milliseconds: number): { readonly clock: () => number; readonly timeoutMs: number } {
  return { clock: () => performance.now(), timeoutMs: milliseconds }
}
