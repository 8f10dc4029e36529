/** Stories on somebody else's page: served from a folder of its own, under a strict content policy. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { built, serve } from "../serve.mjs"
import { axeFinds } from "./axe.js"
import { describeStudio, small } from "./studio.js"

const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))
const lair = fileURLToPath(new URL("../../../stories/lair/lair.drama", import.meta.url))
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'none'"

const pageOf = (
  content: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script type="module" src="dramaturg/embed.js"></script></head><body><main><h1>A blog</h1>${content}</main></body></html>`

describeStudio("stories on other pages", ({ open }) => {
  let folder: string
  let host: Awaited<ReturnType<typeof serve>>
  const show = async (content: string) => {
    writeFileSync(join(folder, "post.html"), pageOf(content))
    return open(`${host.address}post.html`)
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dramaturg-blog-"))
    cpSync(built, join(folder, "dramaturg"), { recursive: true })
    cpSync(parcel, join(folder, "parcel.drama"))
    cpSync(lair, join(folder, "lair.drama"))
    host = await serve(0, folder)
  })
  afterAll(() => {
    host?.server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test("a world of the page's own site is told; a sentence that is clicked says what was done and why", async () => {
    const { page, complaints } = await show('<dramaturg-story src="parcel.drama"></dramaturg-story>')
    await page.getByText("4 acts, found in this page.").waitFor()
    await page.locator("[data-act]").first().click()
    expect(await page.getByRole("complementary", { name: "Why: act 1" }).innerText()).toContain(
      "invent_parcel(Nell, Toby)",
    )
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test("goes from act to act by keyboard, and closes by Escape", async () => {
    const { page } = await show('<dramaturg-story src="parcel.drama"></dramaturg-story>')
    await page.getByText("4 acts, found in this page.").waitFor()
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await page.getByRole("complementary", { name: "Why: act 2" }).waitFor()
    await page.keyboard.press("Escape")
    expect(await page.getByRole("complementary").count()).toBe(0)
  })

  test("is told through whom the page asks, in the order it asks for, and again when that changes", async () => {
    const { page } = await show(
      '<dramaturg-story src="parcel.drama" pov="Toby" order="from-the-end"></dramaturg-story>',
    )
    await page.getByText("4 acts, found in this page.").waitFor()
    const through = await page.locator(".story").innerText()
    await page.locator("dramaturg-story").evaluate((it) => it.removeAttribute("pov"))
    await page.waitForFunction((before) => {
      const text = document
        .querySelector("dramaturg-story")!
        .shadowRoot!.querySelector<HTMLElement>(".story")?.innerText
      return text !== undefined && text !== before
    }, through)
    await page.locator("dramaturg-story").evaluate((it) => it.setAttribute("pov", "Nobody"))
    await page.getByText("This story can't be told through Nobody: there are").waitFor()
  })

  test("tells a world that stands in the page, and one that a script gives; hostile words are words", async () => {
    const hostile = small.replace("wants:", 'told: "<img src=x onerror=alert(1)>", she;\n  wants:')
    const { page, complaints } = await show(
      `<dramaturg-story><script type="text/plain">${hostile}</script></dramaturg-story>`,
    )
    await page.locator(".story", { hasText: "<img src=x" }).waitFor()
    expect(await page.locator(".story img").count()).toBe(0)
    await page.locator("dramaturg-story").evaluate((it, text) => Object.assign(it, { world: text }), small)
    await page.locator(".story", { hasText: "Anna walked" }).waitFor()
    expect(complaints).toEqual([])
  })

  test("opens under the world's content note, and says what it cannot do", async () => {
    const { page } = await show('<dramaturg-story src="lair.drama"></dramaturg-story>')
    await page.getByText("Captivity, blood, a wish to die.").waitFor()
    expect(await page.getByText("Buffy opened her eyes").count()).toBe(0)
    await page.getByRole("button", { name: "Read the story" }).click()
    await page.getByText("Buffy opened her eyes").waitFor()
    for (const [content, words] of [
      [
        '<dramaturg-story src="https://example.org/x.drama"></dramaturg-story>',
        "A story comes from the site of its own page, and from no other.",
      ],
      ['<dramaturg-story src="nowhere.drama"></dramaturg-story>', "There is no world at nowhere.drama."],
      ["<dramaturg-story>entity A : nothing;</dramaturg-story>", "This world can't be read yet."],
      ["<dramaturg-story></dramaturg-story>", "There is no world here"],
      [
        '<dramaturg-story src="parcel.drama" order="sideways"></dramaturg-story>',
        "order is one of as-it-happened, from-the-middle, from-the-end, not sideways.",
      ],
    ]) {
      const other = await show(content)
      await other.page.getByText(words).waitFor()
      await other.page.close()
    }
  })
})
