/** A first visit: what is loaded, when the page can be used, when the lair's story is there. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { built } from "../../apps/studio/serve.mjs"
import { memoryOf } from "./memory.mjs"
import { withStudio } from "./open.mjs"

export function firstVisit() {
  return withStudio(async ({ page, context, address, asked }) => {
    await page.addInitScript(note)
    await page.goto(address)
    await page.waitForFunction(() => globalThis.noted.story !== undefined)
    const untilStory = bytesOf(asked)
    const memoryMiB = await memoryOf(context)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(async () => (await caches.keys()).length > 0)
    await page.waitForTimeout(1500)
    const { paint, editor, story, longTasks } = await page.evaluate(() => ({
      ...globalThis.noted,
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    }))
    return {
      paintMs: paint,
      interactiveMs: editor,
      storyMs: story,
      longTasks,
      ...untilStory,
      kept: bytesOf(asked).gzip,
      memoryMiB,
    }
  })
}

/**
 * Runs in the page, before anything of the studio does. Interactive: letters can be typed, and what is
 * pressed is heard.
 */
function note() {
  const noted = (globalThis.noted = { longTasks: [] })
  new PerformanceObserver((list) =>
    noted.longTasks.push(
      ...list
        .getEntries()
        .map(({ startTime, duration }) => ({ at: Math.round(startTime), ms: Math.round(duration) })),
    ),
  ).observe({ type: "longtask", buffered: true })
  const look = () => {
    if (document.querySelector(".cm-content[contenteditable=true]") && document.querySelector(".panel-tab"))
      noted.editor ??= performance.now()
    if (document.querySelector(".standing-words")?.textContent.startsWith("A story in")) {
      noted.story = performance.now()
      watch.disconnect()
    }
  }
  const watch = new MutationObserver(look)
  watch.observe(document, { childList: true, subtree: true, characterData: true })
}

/** What came over the line, each file once, as a host sends it: fonts as they are, all else compressed. */
function bytesOf(asked) {
  const files = [...new Set(asked)].map((path) => (path === "/" ? "/index.html" : path))
  const sizes = files.map((name) => {
    const content = readFileSync(join(built, name))
    return {
      name: name.replace(/-[\w-]{8}(?=\.\w+$)/, "").slice(1),
      raw: content.length,
      gzip: name.endsWith(".woff2") ? content.length : gzipSync(content, { level: 9 }).length,
    }
  })
  return { raw: sum(sizes, "raw"), gzip: sum(sizes, "gzip"), files: sizes.sort((a, b) => b.gzip - a.gzip) }
}

function sum(rows, key) {
  return rows.reduce((total, each) => total + each[key], 0)
}
