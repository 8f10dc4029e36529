/** The one line on a terminal that shows long work as it goes on. Elsewhere there is none. */
import { coloursFor } from "../colours.js"
import { printLimits } from "../limits.js"
import type { Snapshot, Stage } from "./protocol.js"

const erase = "\r\u001b[2K"

/** What the line tells of. */
export interface Moment {
  readonly stage: Stage
  readonly snapshot: Snapshot | undefined
  readonly milliseconds: number
}

/** A function that draws the line and one that takes it away. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  if (stream.isTTY !== true) return { draw: () => {}, clear: () => {} }
  const colours = coloursFor(stream)
  let drawn = false
  return {
    draw(moment: Moment) {
      const text = progressText(moment, process.memoryUsage.rss(), (stream.columns || 80) - 1)
      stream.write(erase + colours.dim(text))
      drawn = true
    },
    clear() {
      if (drawn) stream.write(erase)
      drawn = false
    },
  }
}

const stages: Record<Stage, string> = {
  reading: "still reading",
  preparing: "still preparing",
  searching: "searching",
  judging: "still judging",
}

/** As many parts as there is room for: a figure that is cut in the middle would be a wrong figure. */
export function progressText(moment: Moment, bytes: number, room: number): string {
  const parts = partsOf(moment, bytes)
  while (parts.length > 1 && parts.join(", ").length > room) parts.pop()
  const text = parts.join(", ")
  return text.length <= room ? text : ""
}

function partsOf({ stage, snapshot, milliseconds }: Moment, bytes: number): string[] {
  const time = `${(milliseconds / 1000).toFixed(1)} s`
  const memory = `${Math.round(bytes / 2 ** 20)} MiB`
  if (!snapshot) return [stages[stage], time, memory]
  const { visited, depth, best, limits } = snapshot.progress
  const rate = Math.round(visited / Math.max(milliseconds / 1000, 0.001))
  const found = best === null ? [] : [`best so far ${best}`]
  return [`${grouped(visited)} visited`, `${grouped(rate)} per second`, `depth ${depth}`, memory, time, ...found, `limits: ${printLimits(limits)}`]
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
