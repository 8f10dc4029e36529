/**
 * Typing in a large world: how long the main thread is busy with each letter, told by the browser's own
 * tracing and Event Timing.
 */
import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateRawSync } from "node:zlib"
import { town } from "../large/town.mjs"
import { memoryOf } from "./memory.mjs"
import { standing, withStudio } from "./open.mjs"

/** As people type who type quickly, in milliseconds from letter to letter. */
const pace = 90

const written = `
/// Somebody looks at the moon, and thinks of the errands of the day.
action look_at_moon(who : character) {
  precondition: at(who) == Square;
  effect: done(who) = True;
  consenting: who;
}
`

export function typing(lines) {
  const text = town(lines)
  return withStudio(async ({ page, context, address }) => {
    const world = { title: "A town", files: [{ name: "town.drama", text }], main: "town.drama", outline: "" }
    await page.addInitScript(watchEvents)
    await page.goto(`${address}#w1:${deflateRawSync(JSON.stringify(world)).toString("base64url")}`)
    await page.locator(standing, { hasText: /^(A story in|Stopped after|Every possibility)/ }).waitFor()
    await page.locator(".cm-content").click()
    await page.keyboard.press("Control+Home")
    for (let i = 0; i < 12; i++) await page.keyboard.press("PageDown")
    await page.keyboard.press("Home")
    await page.waitForTimeout(1500)
    await page.evaluate(() => void (globalThis.heard.length = 0))
    const path = join(tmpdir(), `dramaturg-trace-${process.pid}.json`)
    await context.browser().startTracing(page, {
      path,
      categories: ["devtools.timeline", "toplevel", "disabled-by-default-devtools.timeline"],
    })
    for (const letter of written) await page.keyboard.type(letter, { delay: pace })
    // What the last letter sets off is counted, too.
    await page.waitForTimeout(2000)
    await context.browser().stopTracing()
    const letters = lettersIn(JSON.parse(readFileSync(path, "utf8")).traceEvents)
    rmSync(path)
    const heard = await page.evaluate(() => globalThis.heard)
    return {
      lines: text.split("\n").length,
      letters,
      slowEvents: heard.filter((each) => each > 50).length,
      memoryMiB: await memoryOf(context),
    }
  })
}

/** Event Timing: from the key to the next picture, of those that took more than a frame. */
function watchEvents() {
  globalThis.heard = []
  new PerformanceObserver((list) =>
    globalThis.heard.push(
      ...list
        .getEntries()
        .filter((each) => each.name === "keydown")
        .map((each) => each.duration),
    ),
  ).observe({ type: "event", durationThreshold: 16 })
}

/**
 * For each letter, until the next one: the longest task of the main thread, all its tasks, and what handling
 * the key took.
 */
function lettersIn(events) {
  const keys = events
    .filter((each) => each.name === "EventDispatch" && each.args?.data?.type === "keydown")
    .sort((a, b) => a.ts - b.ts)
  const [{ pid, tid }] = keys
  const own = events.filter((each) => each.ph === "X" && each.pid === pid && each.tid === tid)
  const tasks = own.filter((each) => each.name === "RunTask")
  const handled = own.filter(
    (each) =>
      each.name === "EventDispatch" &&
      ["keydown", "keypress", "beforeinput", "input", "keyup"].includes(each.args?.data?.type),
  )
  return keys.map(({ ts }, i) => {
    const until = keys[i + 1]?.ts ?? Infinity
    // The task in which a key is heard began a little before it.
    const within = (each) => each.ts + each.dur > ts && each.ts + each.dur <= until
    const busy = tasks.filter(within).map((each) => each.dur / 1000)
    return {
      longestMs: Math.max(0, ...busy),
      busyMs: busy.reduce((a, b) => a + b, 0),
      handlingMs: outermost(handled.filter(within)).reduce((a, b) => a + b.dur / 1000, 0),
    }
  })
}

/** Events set off by others lie within them and would be counted twice. */
function outermost(spans) {
  return spans.filter(
    (each) =>
      !spans.some(
        (other) => other !== each && other.ts <= each.ts && other.ts + other.dur >= each.ts + each.dur,
      ),
  )
}
