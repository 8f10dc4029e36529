/** `npm start [-- WORLD] [flags]`: from a fresh checkout to a story. Without a world it tells the founding scene. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { build, install, root } from "./steps.mjs"

const given = process.argv.slice(2)
const founding = join("stories", "lair", "lair.drama")
const gentle = join("stories", "parcel", "parcel.drama")
const world = given.length > 0 && (!given[0].startsWith("-") || given[0] === "-") ? [] : [founding]

install()
build()
// The founding scene is a dark one; whoever would rather not is told so before it begins.
if (world.length > 0) console.error(`A gentler world instead of this one: npm start -- ${gentle}\n`)
const launcher = join(root, "apps", "cli", "bin", "dramaturg.js")
const child = spawn(process.execPath, [launcher, "tell", ...world, ...given], { cwd: root, stdio: "inherit" })
// Ctrl-C reaches the child too; it decides what to print before it goes.
process.on("SIGINT", () => {})
child.on("exit", (code) => {
  process.exitCode = code ?? 130
})
