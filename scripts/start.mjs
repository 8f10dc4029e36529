/**
 * `npm start [-- WORLD] [flags]`: from a fresh checkout to a story. Without a world it tells the founding
 * scene.
 */
import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { build, install, latestIn, root } from "./steps.mjs"

const given = process.argv.slice(2)
const founding = join("stories", "lair", "lair.drama")
const gentle = join("stories", "parcel", "parcel.drama")
const world = given.length > 0 && (!given[0].startsWith("-") || given[0] === "-") ? [] : [founding]

install()
// A first build takes long enough to make one wonder; one that has nothing to do takes a moment and is not
// worth a word.
if (!isBuilt()) console.error("Building …")
build([join("apps", "cli")])
// The founding scene is a dark one; users are told so before it begins.
if (world.length > 0) console.error(`A gentler world instead of this one: npm start -- ${gentle}\n`)
const launcher = join(root, "apps", "cli", "bin", "dramaturg.js")
const child = spawn(process.execPath, [launcher, "tell", ...world, ...given], { cwd: root, stdio: "inherit" })
// Ending this process ends the story too; what it prints before it goes is for the child to decide.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGTERM" ? 143 : 130)
})

/** Whether every package of the command has been compiled since its sources last changed. */
function isBuilt() {
  return [
    ...roomsIn(join(root, "packages")),
    ...["cli", "lsp"].map((each) => join(root, "apps", each)),
  ].every((room) => {
    const made = latestIn(join(room, "tsconfig.tsbuildinfo"))
    return made > 0 && existsSync(join(room, "dist")) && latestIn(join(room, "src")) <= made
  })
}

function roomsIn(folder) {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "tsconfig.json")))
}
