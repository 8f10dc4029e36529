/** JSON, as published in `branching.json`: for readers' own programs. */
import { exporter } from "./exporter.js"

export const json = exporter({
  name: "json",
  extension: ".json",
  from: "branching",
  label: "JSON, for a program of your own",
  about: "the whole play in words as JSON, of a published shape",
  write: (branching) => `${JSON.stringify(branching, null, 2)}\n`,
})
