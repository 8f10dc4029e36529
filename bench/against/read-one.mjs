/**
 * The child for one checkout: reads worlds with the compiled language package of `process.argv[2]`, and
 * prints milliseconds of processor time as JSON. `argv[3]`: the world that is read, `argv[4]`: how often.
 * *Read*: from text to syntax tree. *Compiled*: read, included, checked and lowered.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { median } from "../measure.mjs"
import { longWorld } from "./long-world.mjs"

const [, , checkout, world, times] = process.argv
const text = readFileSync(world, "utf8")

/** Milliseconds of processor time that this process takes for some work. */
async function cpuOf(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
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
const [readMs, compileMs, keystrokeMs] = [[], [], []]
const long = longWorld(2000)
for (let i = 0; i < Number(times); i++) {
  readMs.push(await read(text))
  compileMs.push(await compile(text))
  keystrokeMs.push(await read(`${long}// ${"x".repeat(i)}\n`))
}
const middles = { readMs, compileMs, keystrokeMs }
console.log(
  JSON.stringify({
    loadMs,
    firstMs,
    ...Object.fromEntries(Object.entries(middles).map(([name, all]) => [name, median(all)])),
  }),
)
