/** JSON Canvas 1.0 (Obsidian): cards laid out in columns by how far they are from the start. */
import type { Graph } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { markdownWords } from "./words.js"

const [width, height, gapX, gapY] = [280, 120, 120, 40]
const colours: Readonly<Record<string, string>> = { start: "4", goal: "4", rest: "1", cut: "2", rule: "6" }

export const canvas = exporter({
  name: "canvas",
  extension: ".canvas",
  from: "graph",
  label: "a canvas for Obsidian",
  about: "the same as cards on an infinite canvas, for Obsidian",
  write: (graph) => {
    const places = placesOf(graph)
    const nodes = graph.nodes.map((each, i) => ({
      id: each.id,
      type: "text",
      text: markdownWords(each.label),
      ...places[i],
      width,
      height,
      ...(colours[each.kind] ? { color: colours[each.kind] } : {}),
    }))
    const edges = graph.edges.map(({ id, from, to, label }) => ({
      id,
      fromNode: from,
      fromSide: "right",
      toNode: to,
      toSide: "left",
      ...(label === "" ? {} : { label }),
    }))
    return `${JSON.stringify({ nodes, edges }, null, 2)}\n`
  },
})

/** A column for each distance from the first node. */
function placesOf({ nodes, edges }: Graph): readonly { readonly x: number; readonly y: number }[] {
  const depth = new Map<string, number>()
  const queue = nodes
    .filter((each) => !edges.some((one) => one.to === each.id) || each.kind === "start")
    .map((each) => each.id)
  for (const each of queue) depth.set(each, 0)
  for (const at of queue) {
    for (const { from, to } of edges) {
      if (from !== at || depth.has(to)) continue
      depth.set(to, depth.get(at)! + 1)
      queue.push(to)
    }
  }
  const rows = new Map<number, number>()
  return nodes.map(({ id }) => {
    const column = depth.get(id) ?? 0
    const row = rows.get(column) ?? 0
    rows.set(column, row + 1)
    return { x: column * (width + gapX), y: row * (height + gapY) }
  })
}
