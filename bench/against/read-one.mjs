/**
 * The child for one checkout: reads worlds with the compiled language package of `process.argv[2]`, and
 * prints milliseconds of processor time as JSON. `argv[3]`: the world that is read, `argv[4]`: how often.
 * *Read*: from text to syntax tree. *Compiled*: read, included, checked and lowered.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { median } from "../measure.mjs"

const [, , checkout, world, times] = process.argv
const text = readFileSync(world, "utf8")

/**
 * Milliseconds of processor time that some work takes its thread, at most: the lesser of the time on the wall,
 * which other programs lengthen, and of what the process takes, collectors of memory in other threads included.
 */
async function cpuOf(work) {
  const [before, began] = [process.cpuUsage(), performance.now()]
  await work()
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  return Math.min(wall, (user + system) / 1000)
}

let language
const loadMs = await cpuOf(async () => {
  const entry = join(checkout, "packages", "language", "dist", "index.js")
  language = await import(pathToFileURL(entry).href)
  language.compileStory("utility(): 1;", { file: "small.drama" })
})
const compile = (text) => cpuOf(() => language.compileStory(text, { file: "world.drama" }))
const read = (text) => cpuOf(() => language.readDrama(text, "world.drama"))

const firstMs = await compile(text)
const lines = text.split("\n")
/** So many lines as they stand in a world. That names come again makes no difference to the reader. */
const long = Array.from({ length: 2000 }, (_, i) => lines[i % lines.length]).join("\n")

/** The middle of so many times, after half as many that are not counted. */
async function usual(work) {
  const all = []
  for (let i = 0; i < Number(times) * 1.5; i++) all.push(await work(i))
  return median(all.slice(Number(times) / 2))
}
console.log(
  JSON.stringify({
    loadMs,
    firstMs,
    readMs: await usual(() => read(text)),
    keystrokeMs: await usual((i) => read(`${long}\n// ${"x".repeat(i)}`)),
    compileMs: await usual(() => compile(text)),
  }),
)
