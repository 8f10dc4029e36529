/** Worlds in which people wonder, in a real browser: writing them, looking into minds, asking why, playing, drawing the map. */
import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { beginEmpty, describeStudio, garden, write } from "./studio.js"

const cookbook = readFileSync(new URL("../../../docs/cookbook.md", import.meta.url), "utf8")

/** The world below a heading of the cookbook. */
function recipe(heading: string): string {
  return cookbook.split(`## ${heading}\n`)[1].split("```drama\n")[1].split("```")[0]
}

async function openSkerry(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k")
  await page.getByPlaceholder("What would you like to do?").waitFor()
  await page.keyboard.type("open the skerry")
  await page.locator('[role="menuitem"][data-focused]', { hasText: /open the skerry/i }).waitFor()
  await page.keyboard.press("Enter")
  await page.waitForFunction(() => document.title.startsWith("The skerry"))
  await page.keyboard.press("Alt+2")
  await page.getByText("A story in 8 acts").waitFor()
}

/** What stands in the section of that name, in the card of that person. */
async function cardOf(page: Page, section: string, who: string): Promise<string> {
  const card = page
    .getByRole("region", { name: section })
    .locator(".head-card")
    .filter({ has: page.getByRole("heading", { name: who, exact: true }) })
  return card.innerText()
}

async function backTo(page: Page, words: string): Promise<void> {
  const status = page.locator(".moment-words")
  while (!(await status.innerText()).includes(words))
    await page.getByRole("button", { name: "One moment back" }).press("Enter")
}

describeStudio("people who find out", ({ visit }) => {
  test("the editor offers the words for it where they may stand", async () => {
    const { page, complaints } = await visit({ fragment: garden })
    await beginEmpty(page)
    await page.locator(".cm-content").click()
    const offered = page.locator(".cm-tooltip-autocomplete li")
    for (const [typed, word] of [
      ["op", "open"],
      ["en property killer() : boolean { mi", "might"],
      ["ght: True; } utility(): kn", "knows"],
    ]) {
      await page.keyboard.type(typed)
      await offered.getByText(word, { exact: true }).waitFor()
      await page.keyboard.press("Escape")
    }
    expect(complaints).toEqual([])
  })

  test("minds tell what somebody has wrong from what they do not know, and whom they take to know it", async () => {
    const { page, complaints } = await visit({ fragment: garden })
    await page.getByText("A story in one act").waitFor()
    await openSkerry(page)
    await page.keyboard.press("Alt+3")
    await page.locator(".head-card").first().waitFor()
    await page.getByRole("button", { name: "Look one mind deeper" }).click()
    await page.getByRole("heading", { name: "Thea about Mette" }).waitFor()
    await backTo(page, "catch out")
    expect(await cardOf(page, "What they have wrong", "Thea")).toContain("culprit: Joss in truth Cray")
    expect(await cardOf(page, "What they have wrong", "Thea")).not.toContain("not known")
    expect(await cardOf(page, "What they do not know", "Thea")).toMatch(/\bdark\b/)
    expect(await cardOf(page, "What they think others believe", "Thea about Mette")).toContain(
      "takes Mette to know, whatever it is: dark",
    )
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test("minds tell what somebody hopes, as long as they do not know it", async () => {
    const { page } = await visit({ fragment: garden })
    await write(page, recipe("How does a spy find out for somebody else?"))
    await page.keyboard.press("Alt+2")
    await page.getByText("A story in 3 acts").waitFor()
    await page.keyboard.press("Alt+3")
    await page.locator(".head-card").first().waitFor()
    expect(await cardOf(page, "What they want, feel and mean to do", "Queen")).not.toContain("hopes")
    await backTo(page, "send")
    expect(await cardOf(page, "What they want, feel and mean to do", "Queen")).toContain(
      "hopes: The fleet is in the north",
    )
  })
})

describeStudio(
  "people who find out, at length",
  ({ visit }) => {
    test("others ask in hope, too, and say so when asked why", async () => {
      const { page, complaints } = await visit({ reads: true })
      await openSkerry(page)
      await page.keyboard.press("Alt+8")
      await page.getByRole("button", { name: "Mette", exact: true }).press("Enter")
      await page.locator(".choices").waitFor()
      const told = page.locator(".transcript")
      const wait = async (until: string): Promise<void> => {
        for (let i = 0; i < 9 && !(await told.innerText()).includes(until); i++) {
          const turns = await told.locator("section").count()
          await page.getByRole("button", { name: "W Wait." }).press("Enter")
          await told.locator("section").nth(turns).waitFor()
        }
        expect(await told.innerText()).toContain(until)
      }
      await wait("Joss’s knife lay under the lamp")
      await page.getByRole("button", { name: /^1 Stand up and swear/ }).press("Enter")
      await wait("asked what she had seen from the water")
      await page.getByRole("button", { name: "Why did they do that?" }).press("Enter")
      await page
        .getByText(/Thea does it in hope: if the light is out already when Joss goes up the stair/)
        .waitFor()
      expect(complaints).toEqual([])
    })

    test("the map shows every way that it can go", async () => {
      const { page } = await visit({ reads: true })
      await openSkerry(page)
      await page.keyboard.press("Alt+9")
      await page.getByRole("button", { name: "Draw it" }).press("Enter")
      await page.getByRole("button", { name: "As the author wants: accuse (Thea, Cray)" }).waitFor()
      await page.getByRole("button", { name: "lay knife (Cray, Keeper)", exact: true }).waitFor()
    })

    test("fits on a phone", async () => {
      const { page } = await visit({ reads: true, width: 390, height: 800 })
      await openSkerry(page)
      for (const panel of ["Alt+2", "Alt+3", "Alt+4", "Alt+8", "Alt+9"]) {
        await page.keyboard.press(panel)
        await page.waitForTimeout(300)
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), panel).toBe(
          true,
        )
        expect(await axeFinds(page), panel).toEqual([])
      }
    })
  },
  { isLong: true },
)
