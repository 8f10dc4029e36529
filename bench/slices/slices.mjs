/**
 * How long one unit of stepped work takes: for each kind of call, the longest single call in processor time,
 * in a process that has done nothing before (cold) and in one that has done the same before (warm). Work is
 * the same in every run, call by call; so of each call the least time of all runs counts, which leaves out
 * what the garbage collector, the compiler and other programs add to some of them.
 */
import { fork } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { rounded } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { root } from "../../scripts/steps.mjs"

/** Asked for: the most milliseconds of one unit. */
const asked = 8

/** The lair, and the worlds that use the library. */
const worlds = ["lair", "cordial", "heist", "dragon", "lilies", "mare"]

/** Of each process, the first pass is cold. */
const PASSES = 4

const child = fileURLToPath(new URL("run-slices.mjs", import.meta.url))

export const columns = [
  { title: "world", cell: (each) => each.world, isLeft: true, width: 9 },
  { title: "call", cell: (each) => each.kind, isLeft: true, width: 30 },
  { title: "calls", cell: (each) => String(each.calls), width: 6 },
  { title: "all, warm ms", cell: (each) => String(each.warm.sumMs), width: 12 },
  { title: "longest warm ms", cell: (each) => String(each.warm.longestMs), width: 15 },
  { title: "over 8 ms", cell: (each) => String(each.warm.over), width: 9 },
  { title: "longest cold ms", cell: (each) => String(each.cold.longestMs), width: 15 },
  { title: "over 8 ms", cell: (each) => String(each.cold.over), width: 9 },
]

export async function run({ runs, names }, snapshot) {
  const calls = []
  for (const world of names.length > 0 ? names : worlds) {
    const file = `stories/${world}/${world}.drama`
    const text = readFileSync(join(root, file), "utf8")
    const passes = []
    for (let each = 1; each <= runs; each++) {
      showProgress(`${world}, process ${each} of ${runs}`)
      passes.push(await passesOf({ folder: snapshot.folder, text, file, passes: PASSES }))
    }
    calls.push(...rowsOf(world, passes))
  }
  const verdict = verdictOf(calls)
  printLine(verdict.join("\n"))
  return { asked, passes: PASSES, calls, verdict }
}

function passesOf(order) {
  return new Promise((resolve, reject) => {
    const process = fork(child, { stdio: ["ignore", "ignore", "inherit", "ipc"] })
    process.on("message", ({ result }) => resolve(result))
    process.on("error", reject)
    process.on("exit", (code) => reject(new Error(`The child ended with ${code} and without figures.`)))
    process.send(order)
  })
}

/** `passes`: by process, then by pass, the milliseconds of all calls by kind. */
function rowsOf(world, passes) {
  const kinds = Object.keys(passes[0][0])
  return kinds.map((kind) => {
    const cold = leastOf(passes.map(([first]) => first[kind]))
    const warm = leastOf(passes.flatMap(([, ...others]) => others.map((each) => each[kind])))
    return { world, kind, calls: warm.length, cold: spreadOf(cold), warm: spreadOf(warm) }
  })
}

/** Of each call, by its place in the order, the least time. Throws if the runs differ in their calls. */
function leastOf(runs) {
  if (runs.some((each) => each?.length !== runs[0].length))
    throw new Error("Two runs of the same work differ in the number of their units.")
  return runs[0].map((_, i) => Math.min(...runs.map((each) => each[i])))
}

function spreadOf(calls) {
  const sorted = [...calls].sort((a, b) => a - b)
  const at = (part) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))], 2)
  return {
    p50: at(0.5),
    p99: at(0.99),
    longestMs: at(1),
    longest: sorted
      .slice(-5)
      .reverse()
      .map((each) => rounded(each, 1)),
    over: calls.filter((each) => each > asked).length,
    sumMs: rounded(calls.reduce((a, b) => a + b, 0)),
  }
}

/** Reading a world is one call, and is told apart. */
function verdictOf(calls) {
  return ["warm", "cold"].map((how) => {
    const stepped = calls.filter(({ kind }) => kind !== "compile")
    const over = stepped.filter((each) => each[how].over > 0)
    const longest = stepped.reduce((most, each) => (each[how].longestMs > most[how].longestMs ? each : most))
    const many = stepped.reduce((sum, each) => sum + each.calls, 0)
    const units = over.reduce((sum, each) => sum + each[how].over, 0)
    const where = over.map((each) => `${each.world}, ${each.kind} (${each[how].longestMs} ms)`).join("; ")
    return `${how}: the longest of ${many} calls takes ${longest[how].longestMs} ms (${longest.world}, ${longest.kind}); ${units} take over ${asked} ms${over.length === 0 ? "" : `: ${where}`}.`
  })
}
