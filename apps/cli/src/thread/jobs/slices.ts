/** Nudges long work along in slices of time, so that the thread can say now and then how it stands. */

/** How long one stepThrough should take, and how often we report, in milliseconds. */
const slice = 50
const pause = 100

export interface LongWork {
  /** At most so many visits; true once it has ended. */
  step(visits: number): boolean
}

/** `report` is called now and then, and once more at the end. */
export function stepThrough(work: LongWork, report: () => void) {
  for (let visits = 1, reported = now(); ; ) {
    const nudged = now()
    if (work.step(visits)) break
    const rested = now()
    visits = nextVisits(visits, rested - nudged)
    if (rested - reported < pause) continue
    reported = rested
    report()
  }
  report()
}

/** Slices of any size give the same stories and counts, so their size may follow the clock. */
function nextVisits(visits: number, milliseconds: number): number {
  if (milliseconds < slice / 2) return Math.min(visits * 2, 1 << 20)
  return milliseconds > slice * 2 ? Math.max(1, visits >> 1) : visits
}

export function now(): number {
  return performance.now()
}
