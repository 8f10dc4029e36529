/**
 * `npm run docs [-- PORT]`: builds everything and the documentation site, and serves it on this computer.
 * With `--build`, the site is left in docs-site/dist.
 */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { build, buildStudio, install, root } from "./steps.mjs"

install()
build()
buildStudio()
const site = spawn(process.execPath, [join(root, "docs-site", "docs.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit",
})
// Ctrl-C reaches both; the site ends, and this with it.
process.on("SIGINT", () => {})
site.on("exit", (code) => (process.exitCode = code ?? 130))
