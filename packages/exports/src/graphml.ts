/** GraphML, for Gephi, yEd and NetworkX. */
import { exporter } from "./exporter.js"
import { flat } from "./words.js"

export const graphml = exporter({
  name: "graphml",
  extension: ".graphml",
  from: "graph",
  label: "GraphML, for Gephi and yEd",
  about: "the same for Gephi, yEd, NetworkX",
  write: ({ title, nodes, edges }) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
      '  <key id="kind" for="node" attr.name="kind" attr.type="string"/>',
      '  <key id="words" for="edge" attr.name="label" attr.type="string"/>',
      '  <graph id="story" edgedefault="directed">',
      `    <desc>${escaped(title)}</desc>`,
      ...nodes.map(
        (each) =>
          `    <node id="${escaped(each.id)}"><data key="label">${escaped(each.label)}</data><data key="kind">${each.kind}</data></node>`,
      ),
      ...edges.map(
        (each) =>
          `    <edge id="${escaped(each.id)}" source="${escaped(each.from)}" target="${escaped(each.to)}"><data key="words">${escaped(each.label)}</data></edge>`,
      ),
      "  </graph>",
      "</graphml>",
      "",
    ].join("\n"),
})

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}

/** `flat` removes control characters, which XML cannot contain even escaped. */
function escaped(text: string): string {
  return flat(text).replace(/[&<>"']/g, (each) => entities[each])
}
