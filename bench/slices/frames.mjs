/**
 * `node bench/slices/frames.mjs`: opens the page of five plays in a browser, lets it go on for a while, and
 * keeps what the browser's own tracing tells of it: the frames, and the longest task of the page's thread.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { compileStory } from "@dramaturg/language"
import { chromium } from "playwright-core"
import { rolldown } from "rolldown"
import { foundBrowser } from "../../apps/studio/browser.mjs"
import { serve } from "../../apps/studio/serve.mjs"
import { root } from "../../scripts/steps.mjs"
import { circumstances } from "../machine.mjs"
import { median, rounded } from "../measure.mjs"
import { keepResults } from "../results.mjs"

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Five plays</title>
<body><canvas width="400" height="200"></canvas><script type="module" src="page.js"></script></body></html>`

/** Builds the page in a folder of its own. */
async function buildPage(folder) {
  const bundle = await rolldown({ input: here("five-plays.js"), cwd: root })
  await bundle.write({ file: join(folder, "page.js"), format: "esm" })
  await bundle.close()
  const file = "stories/cordial/cordial.drama"
  const { problem } = compileStory(readFileSync(join(root, file), "utf8"), { file })
  writeFileSync(join(folder, "cordial.json"), JSON.stringify(problem))
  writeFileSync(join(folder, "index.html"), page)
}

/** The figures of so many seconds. Throws if no browser is found. */
export async function measureFrames(seconds) {
  const executablePath = foundBrowser()
  if (executablePath === undefined)
    throw new Error("No Chromium or Chrome was found on this machine; CHROMIUM=/path names one.")
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-bench-"))
  let browser
  let server
  try {
    await buildPage(folder)
    const served = await serve(0, folder)
    server = served.server
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
    const tab = await browser.newPage()
    const errors = []
    tab.on("pageerror", (error) => errors.push(error.message))
    const path = join(folder, "trace.json")
    await browser.startTracing(tab, { path, categories: ["toplevel", "devtools.timeline"] })
    await tab.goto(served.address)
    await tab.waitForFunction(() => globalThis.figures !== undefined)
    await tab.waitForTimeout(seconds * 1000)
    const figures = await tab.evaluate(() => globalThis.figures)
    await browser.stopTracing()
    if (errors.length > 0) throw new Error(`The page failed: ${errors[0]}`)
    return summary(seconds, figures, JSON.parse(readFileSync(path, "utf8")).traceEvents)
  } finally {
    await browser?.close()
    server?.close()
    server?.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  }
}

function summary(seconds, { frames, ...figures }, events) {
  const { loading, playing } = tasksOfPage(events)
  const longest = (tasks, key) => rounded(Math.max(0, ...tasks.map((each) => (each[key] ?? 0) / 1000)))
  const over = (ms) => playing.filter((each) => each.tdur > ms * 1000).length
  return {
    seconds,
    ...figures,
    longestUnitMs: rounded(figures.longestUnitMs),
    longestSliceMs: rounded(figures.longestSliceMs),
    frames: frames.length,
    framesASecond: rounded(frames.length / (frames.reduce((a, b) => a + b, 0) / 1000)),
    frameMs: { median: rounded(median(frames)), longest: rounded(Math.max(...frames)) },
    framesLate: frames.filter((each) => each > 25).length,
    // On the wall, and in processor time of the thread, which other programs do not lengthen.
    tasks: playing.length,
    longestTaskMs: longest(playing, "dur"),
    longestTaskCpuMs: longest(playing, "tdur"),
    tasksOverCpuMs: { 8: over(8), 16: over(16), 50: over(50) },
    // Before the first picture the page's program is read and run for the first time.
    longestTaskCpuMsOfLoading: longest(loading, "tdur"),
  }
}

/** The tasks of the thread in which frames are fired: before the first frame, and from then on. */
function tasksOfPage(events) {
  const count = new Map()
  for (const { name, pid, tid } of events)
    if (name === "FireAnimationFrame") count.set(`${pid} ${tid}`, (count.get(`${pid} ${tid}`) ?? 0) + 1)
  const [busiest] = [...count].sort((a, b) => b[1] - a[1])
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === busiest?.[0])
  const tasks = own.filter(({ name, ph }) => ph === "X" && /RunTask$/.test(name))
  const first = Math.min(...own.filter(({ name }) => name === "FireAnimationFrame").map(({ ts }) => ts))
  return {
    loading: tasks.filter(({ ts, dur }) => ts + dur <= first),
    playing: tasks.filter(({ ts, dur }) => ts + dur > first),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await measureFrames(Number(process.argv[2] ?? 20))
  console.log(figures)
  keepResults({ kind: "frames", circumstances: circumstances({ hash: "" }), ...figures }, "frames", true)
}
