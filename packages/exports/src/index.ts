/** Every export format. A new one is a file and a line here; `test/exam.test.ts` examines all of them. */
import { canvas } from "./canvas.js"
import { cards } from "./cards.js"
import { csv } from "./csv.js"
import { dot } from "./dot.js"
import type { Exporter } from "./exporter.js"
import { fountain } from "./fountain.js"
import { graphml } from "./graphml.js"
import { ink } from "./ink.js"
import { json } from "./json.js"
import { markdown } from "./markdown.js"
import { mermaid } from "./mermaid.js"
import { twee } from "./twee.js"
import { yarn } from "./yarn.js"

export type { Exporter, Sources, WholeStory } from "./exporter.js"
export { graphOfPlay, graphOfStory } from "./graphs.js"

/** All formats that come with the package, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  ink,
  twee,
  yarn,
  json,
  markdown,
  dot,
  mermaid,
  graphml,
  canvas,
  fountain,
  csv,
  cards,
] as readonly unknown[] as readonly Exporter[]
