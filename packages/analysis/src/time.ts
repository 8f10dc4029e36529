/** The time that a question has, for answers in several parts. */
import type { Bounds } from "./world.js"

type Time = Pick<Bounds, "clock" | "timeoutMs">

export interface Timer {
  /** A share of what is left by now. */
  left(share?: number): Time
  isOver(): boolean
}

export function timerOf({ clock, timeoutMs }: Time): Timer {
  if (clock === undefined || timeoutMs === undefined) return { left: () => ({}), isOver: () => false }
  const end = clock() + timeoutMs
  return { left: (share = 1) => ({ clock, timeoutMs: Math.max(0, end - clock()) * share }), isOver: () => clock() >= end }
}
