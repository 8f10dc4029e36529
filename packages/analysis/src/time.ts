/** Divides the time of a question among the parts of its work. */
import type { Bounds } from "./world.js"

type Time = Pick<Bounds, "clock" | "timeoutMs">

export interface Timer {
  /** The clock and a share (from 0 to 1) of the milliseconds that are left. */
  left(share?: number): Time
  isOver(): boolean
}

export function timerOf({ clock, timeoutMs }: Time): Timer {
  if (clock === undefined || timeoutMs === undefined) return { left: () => ({}), isOver: () => false }
  const end = clock() + timeoutMs
  return {
    left: (share = 1) => ({ clock, timeoutMs: Math.max(0, end - clock()) * share }),
    isOver: () => clock() >= end,
  }
}
