/**
 * The Twee that is exported, compiled with a story format and clicked through in a real browser, to every
 * ending.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { compileTwine2HTML, parseTwee, StoryFormat } from "extwee"
import { chromium } from "playwright-core"
import { describe, expect, test } from "vitest"
import { foundBrowser } from "../../../apps/studio/browser.mjs"

const executablePath = foundBrowser()
const twee = readFileSync(new URL("../../../stories/lair/exports/lair-spike.twee", import.meta.url), "utf8")

if (executablePath === undefined)
  console.warn(
    "Skipped, because no Chromium or Chrome was found on this machine: Twee is not clicked through.",
  )

const title = `the lair as Twee${executablePath === undefined ? " (skipped: no Chromium or Chrome was found on this machine)" : ""}`
describe.skipIf(executablePath === undefined)(title, () => {
  test("is clicked through, every link of every passage, to every ending that it has", async () => {
    const format = new StoryFormat()
    format.name = "Plain"
    format.version = "1.0.0"
    format.source = readFileSync(new URL("plain-format.html", import.meta.url), "utf8")
    const folder = mkdtempSync(join(tmpdir(), "twee-"))
    const file = join(folder, "lair.html")
    writeFileSync(file, compileTwine2HTML(parseTwee(twee), format))
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on("pageerror", (error) => complaints.push(error.message))
      await page.goto(pathToFileURL(file).href)
      await page.locator("#page a", { hasText: "Keep his eyes on the floor." }).click()
      expect(await page.locator("#page").innerText()).toContain("Something in Spike turned")
      const endings = await page.evaluate(clickEverything)
      expect(complaints).toEqual([])
      const tagged = new Set(
        [...twee.matchAll(/^:: .*\[ending ending-(\d+) /gm)].map(([, number]) => Number(number)),
      )
      expect(new Set(endings)).toEqual(tagged)
      expect(await page.locator("#page").innerText()).not.toMatch(/&#|&lt;|\[\[/)
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true })
    }
  })
})

/** In the page: goes to each passage that some click has led to, and clicks each of its links. */
function clickEverything(): readonly number[] {
  const show = (globalThis as unknown as { show: (name: string) => void }).show
  const page = document.getElementById("page")!
  const seen = new Set<string>()
  const endings: number[] = []
  const queue = ["Start"]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    show(at)
    const ending = /ending-(\d+)/.exec(page.dataset.tags ?? "")
    if (ending) endings.push(Number(ending[1]))
    const links = page.querySelectorAll("a").length
    if (links === 0 && !ending) throw new Error(`${at} leads nowhere and is no ending.`)
    for (let i = 0; i < links; i++) {
      show(at)
      page.querySelectorAll("a")[i].click()
      queue.push(page.dataset.name!)
    }
  }
  return endings
}
