/** A world as a link that the studio opens: the form that apps/studio/src/files/share.ts reads. */
import { deflateRawSync } from "node:zlib"

/** The fragment, with its `#`. */
export function linkToStudio(text, title = "From the documentation") {
  const project = { title, files: [{ name: "world.drama", text }], main: "world.drama", outline: "" }
  return `#w1:${deflateRawSync(JSON.stringify(project), { level: 9 }).toString("base64url")}`
}
