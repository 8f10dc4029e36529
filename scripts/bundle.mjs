/**
 * Makes of the compiled command line, our packages and those of others two files and what they share, in
 * apps/cli/bundle: a program of a few files starts twice as quickly as one of several hundred.
 */
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { rolldown } from "rolldown"
import { licenceTexts } from "./licences.mjs"
import { ship } from "./shipped.mjs"
import { root } from "./steps.mjs"

const [made, folder] = ["dist", "bundle"].map((each) => join(root, "apps", "cli", each))
rmSync(folder, { recursive: true, force: true })
const bundle = await rolldown({
  input: { main: join(made, "main.js"), thread: join(made, "thread", "thread.js") },
  platform: "node",
})
// All in one folder: the thread and package.json are found from there as from dist.
const { output } = await bundle.write({
  dir: folder,
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
})
await bundle.close()
const modules = output.flatMap((each) => (each.type === "chunk" ? Object.keys(each.modules) : []))
writeFileSync(join(folder, "licences.txt"), licenceTexts(modules, "command"))
await ship(folder)
