/** The one line on a terminal that shows long work as it goes on. Elsewhere there is none. */
import { coloursFor } from "../colours.js"
import { plural } from "../diagnostics.js"
import { printLimits } from "../limits.js"
import { drawLine } from "../printing.js"
import { surroundings } from "../surroundings.js"
import type { Snapshot } from "@dramaturg/analysis"
import type { ListSnapshot, Stage } from "./protocol.js"

/** What the line tells of. */
export interface Moment {
  readonly stage: Stage
  /** One for each thread that has begun to search. */
  readonly snapshots: readonly (Snapshot | ListSnapshot)[]
  readonly milliseconds: number
  /** Of work that is no search: how it stands. */
  readonly note?: string
}

/** A function that draws the line and one that takes it away. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  const own = surroundings()
  if (own) return { draw: own.progress, clear: () => {} }
  if (stream.isTTY !== true) return { draw: () => {}, clear: () => {} }
  const colours = coloursFor(stream)
  let drawn = false
  return {
    draw(moment: Moment) {
      const text = progressText(moment, process.memoryUsage.rss(), (stream.columns || 80) - 1)
      drawLine(stream, colours.dim(text))
      drawn = true
    },
    clear() {
      if (drawn) drawLine(stream)
      drawn = false
    },
  }
}

const stages: Record<Stage, string> = {
  reading: "still reading",
  preparing: "still preparing",
  searching: "searching",
  judging: "still judging",
  writing: "writing",
}

/** As many parts as there is room for: a figure that is cut in the middle would be a wrong figure. */
export function progressText(moment: Moment, bytes: number, room: number): string {
  const parts = partsOf(moment, bytes)
  while (parts.length > 1 && parts.join(", ").length > room) parts.pop()
  const text = parts.join(", ")
  return text.length <= room ? text : ""
}

function partsOf({ stage, snapshots, milliseconds, note }: Moment, bytes: number): string[] {
  const time = `${(milliseconds / 1000).toFixed(1)} s`
  const memory = `${Math.round(bytes / 2 ** 20)} MiB`
  if (snapshots.length === 0) return [note ?? stages[stage], time, memory]
  const lead = snapshots.reduce((a, b) => (isAhead(b, a) ? b : a))
  const { depth, best, limits } = lead.progress
  const visited = snapshots.reduce((total, each) => total + each.progress.visited, 0)
  const rate = Math.round(visited / Math.max(milliseconds / 1000, 0.001))
  const threads = snapshots.length > 1 ? [`${snapshots.length} threads`] : []
  const utility = best === null ? [] : [`best so far ${best}`]
  return [
    ...foundSoFar(lead),
    `${grouped(visited)} visited`,
    `${grouped(rate)} per second`,
    `depth ${depth}`,
    memory,
    time,
    ...threads,
    ...utility,
    `limits: ${printLimits(limits)}`,
  ]
}

/** Of several threads the line shows the one with the shortest story. */
function isAhead(one: Snapshot | ListSnapshot, other: Snapshot | ListSnapshot): boolean {
  return lengthFound(one) < lengthFound(other)
}

function lengthFound(snapshot: Snapshot | ListSnapshot): number {
  return "story" in snapshot && snapshot.story ? snapshot.story.solution.plan.length : Infinity
}

/** What there is already, while the search for more goes on. */
function foundSoFar(snapshot: Snapshot | ListSnapshot): string[] {
  if ("count" in snapshot) return [snapshot.count === 1 ? "1 story" : `${grouped(snapshot.count)} stories`]
  if (!snapshot.story) return []
  const { bound } = snapshot.progress
  return [
    `a story in ${plural(snapshot.story.solution.plan.length, "act")}`,
    ...(bound > 1 ? [`none in under ${bound}`] : []),
  ]
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
