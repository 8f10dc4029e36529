/** DOT (Graphviz). */
import type { GraphNode } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

const shapes: Readonly<Record<GraphNode["kind"], string>> = {
  start: "circle",
  passage: "point",
  goal: "doublecircle",
  rest: "box",
  cut: "none",
  act: "box",
  rule: "diamond",
}

export const dot = exporter({
  name: "dot",
  extension: ".dot",
  from: "graph",
  label: "a graph for Graphviz",
  about: "a graph for Graphviz: of the play, or of what led to what in a story",
  write: ({ title, nodes, edges }) =>
    [
      "digraph story {",
      `  label=${quoted(title)};`,
      "  rankdir=LR;",
      ...nodes.map(
        (each) => `  ${quoted(each.id)} [label=${quoted(each.label)}, shape=${shapes[each.kind]}];`,
      ),
      ...edges.map(
        (each) =>
          `  ${quoted(each.from)} -> ${quoted(each.to)} [id=${quoted(each.id)}${each.label === "" ? "" : `, label=${quoted(each.label)}`}];`,
      ),
      "}",
      "",
    ].join("\n"),
})

/** Graphviz reads labels twice: as a string, then for HTML entities. */
function quoted(text: string): string {
  return `"${flat(text).replace(/&/g, "&amp;").replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`
}
