/** The one line on a terminal that shows a long search at work. Elsewhere there is none. */
import { coloursFor } from "../colours.js"
import { printLimits } from "../limits.js"
import type { Snapshot } from "./protocol.js"

const erase = "\r\u001b[2K"

/** A function that draws the line and one that takes it away. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  if (stream.isTTY !== true) return { draw: () => {}, clear: () => {} }
  const colours = coloursFor(stream)
  let drawn = false
  return {
    draw(snapshot: Snapshot | undefined, milliseconds: number) {
      const line = progressText(snapshot, milliseconds, process.memoryUsage.rss()).slice(0, (stream.columns || 80) - 1)
      stream.write(erase + colours.dim(line))
      drawn = true
    },
    clear() {
      if (drawn) stream.write(erase)
      drawn = false
    },
  }
}

export function progressText(snapshot: Snapshot | undefined, milliseconds: number, bytes: number): string {
  const seconds = milliseconds / 1000
  const memory = `${Math.round(bytes / 2 ** 20)} MiB`
  if (!snapshot) return `preparing, ${seconds.toFixed(1)} s, ${memory}`
  const { visited, depth, best, limits } = snapshot.progress
  const rate = Math.round(visited / Math.max(seconds, 0.001))
  const parts = [`${grouped(visited)} visited`, `${grouped(rate)} per second`, `depth ${depth}`, memory, `${seconds.toFixed(1)} s`]
  if (best !== null) parts.push(`best so far ${best}`)
  return `${parts.join(", ")} (limits: ${printLimits(limits)})`
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
