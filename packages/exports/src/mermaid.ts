/** Mermaid flowcharts, as many wikis and READMEs show them. */
import type { GraphNode } from "@dramaturg/model"
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

const shapes: Readonly<Record<GraphNode["kind"], readonly [string, string]>> = {
  start: ["((", "))"],
  passage: ["(", ")"],
  goal: ["([", "])"],
  rest: ["[", "]"],
  cut: ["[/", "/]"],
  act: ["[", "]"],
  rule: ["{{", "}}"],
}

export const mermaid = exporter({
  name: "mermaid",
  extension: ".mmd",
  from: "graph",
  label: "a flowchart for Mermaid",
  about: "a flowchart for Mermaid, of the same",
  write: ({ nodes, edges }) =>
    [
      "flowchart LR",
      ...nodes.map(({ id, label, kind }) => `  ${id}${shapes[kind][0]}"${plain(label)}"${shapes[kind][1]}`),
      ...edges.map(({ from, to, label }) => `  ${from} -->${label === "" ? "" : `|${bare(label)}|`} ${to}`),
      "",
    ].join("\n"),
})

/**
 * Not every reader accepts quotation marks on arrows, so all signs but letters and digits are written as
 * number entities.
 */
function bare(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[^\p{L}\p{M}\p{N} ]/gu, (each) => `#${each.codePointAt(0)};`) || " "
  )
}

function plain(text: string): string {
  return (
    flat(text).replace(/[^\p{L}\p{M}\p{N} .,;:!?’“”'()–…-]/gu, (each) => `#${each.codePointAt(0)};`) || " "
  )
}
