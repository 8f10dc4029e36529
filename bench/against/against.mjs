/**
 * `node bench/against/against.mjs CHECKOUT [RUNS]`: this checkout against another, built one of the project, in
 * one run, turn by turn: how long the command takes to start, to check and to tell a small world, and how long
 * the language package takes to read. What is kept are ratios: times of one machine mean little on another.
 */
import { spawnSync } from "node:child_process"
import { readdirSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { root } from "../../scripts/steps.mjs"
import { circumstances } from "../machine.mjs"
import { median, rounded } from "../measure.mjs"
import { keepResults } from "../results.mjs"

const [, , other, runs = "7"] = process.argv
if (other === undefined) throw new Error("Which checkout? node bench/against/against.mjs CHECKOUT [RUNS]")
const checkouts = { before: resolve(other), now: root }
const readOne = fileURLToPath(new URL("read-one.mjs", import.meta.url))
// Both read the same worlds: those of the older one, whose language the newer one knows.
const story = (name) => join(checkouts.before, "stories", name, `${name}.drama`)

/** Seconds on the wall and of processor time of one run of a command. Throws if it fails. */
function timed(checkout, words) {
  const command = join(checkout, "apps", "cli", "bin", "dramaturg.js")
  const line = [process.execPath, command, ...words].map((each) => `'${each}'`).join(" ")
  const script = `TIMEFORMAT='%R %U %S'; time ${line} > /dev/null`
  const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" })
  if (status !== 0) throw new Error(`${line} ended with ${status}: ${stderr}`)
  const [wall, user, system] = stderr.trim().split("\n").at(-1).split(" ").map(Number)
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000 }
}

const commands = {
  "--version": ["--version"],
  "check parcel": ["check", story("parcel")],
  "tell parcel": ["tell", story("parcel")],
}
const rows = []
for (const [name, words] of Object.entries(commands)) {
  const taken = { before: [], now: [] }
  for (let i = 0; i < Number(runs); i++)
    for (const [side, checkout] of Object.entries(checkouts)) taken[side].push(timed(checkout, words))
  for (const figure of ["wallMs", "cpuMs"])
    rows.push(rowOf(`${name}, ${figure}`, taken, (each) => each[figure]))
}

const read = { before: [], now: [] }
for (let i = 0; i < 3; i++)
  for (const [side, checkout] of Object.entries(checkouts)) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [readOne, checkout, story("lair"), "40"], {
      encoding: "utf8",
    })
    if (status !== 0) throw new Error(stderr)
    read[side].push(JSON.parse(stdout))
  }
for (const [figure, name] of [
  ["loadMs", "the language package loaded, and a first small text"],
  ["firstMs", "the lair compiled, the first in a process"],
  ["compileMs", "the lair compiled again"],
  ["readMs", "the lair read"],
  ["keystrokeMs", "2,000 lines read after a keystroke"],
])
  rows.push(rowOf(`${name}, cpuMs`, read, (each) => each[figure]))

const workerOf = (checkout) => {
  const folder = join(checkout, "apps", "studio", "dist", "assets")
  const name = readdirSync(folder).find((each) => /^worker-.*\.js$/.test(each))
  return statSync(join(folder, name)).size
}
rows.push(rowOf("the studio's worker, bytes", { before: [checkouts.before], now: [root] }, workerOf))

function rowOf(name, taken, figure) {
  const [before, now] = [taken.before, taken.now].map((each) => rounded(median(each.map(figure))))
  return { name, before, now, ratio: rounded(now / before) }
}

const hashOf = (checkout) =>
  spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: checkout, encoding: "utf8" }).stdout.trim()
console.table(rows)
const of = { before: hashOf(checkouts.before), now: hashOf(root) }
keepResults(
  { kind: "against", circumstances: circumstances({ hash: "" }), runs: Number(runs), of, rows },
  "against",
  true,
)
