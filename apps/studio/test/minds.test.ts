/** What moves people, in a real browser. */
import type { Locator, Page } from "playwright-core"
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio, longTest, write } from "./studio.js"

const card = (page: Page, region: string, name: string): Locator =>
  page
    .getByRole("region", { name: region })
    .locator(".head-card")
    .filter({ has: page.getByRole("heading", { name, exact: true }) })
const inner = (page: Page, who: string): Locator => card(page, "What they want, feel and mean to do", who)

async function toMinds(page: Page): Promise<void> {
  await page.keyboard.press("Alt+2")
  await page.getByText(/A story in \d+ acts/).waitFor()
  await page.keyboard.press("Alt+3")
  await page.locator(".head-card").first().waitFor()
}

async function openWorld(page: Page, name: string, title: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k")
  await page.getByPlaceholder("What would you like to do?").waitFor()
  await page.keyboard.type(`open the ${name}`)
  await page
    .locator('[role="menuitem"][data-focused]', { hasText: new RegExp(`open the ${name}`, "i") })
    .waitFor()
  await page.keyboard.press("Enter")
  await page.waitForFunction((wanted) => document.title.startsWith(wanted), title)
}

describeStudio("what moves people", ({ visit }) => {
  test("is shown at the chosen moment: what they want, feel and mean to do", async () => {
    const { page } = await visit({ reads: true })
    await toMinds(page)
    expect(await inner(page, "Spike").innerText()).toContain("to be whole again")
    expect(await inner(page, "Spike").innerText()).toContain("loathes Angelus")
    await page.getByRole("button", { name: "One moment back" }).press("Enter")
    expect(await inner(page, "Buffy").innerText()).toMatch(
      /means that Spike brings Buffy through what is left of the dark/,
    )
  })

  longTest("goes one mind deeper on demand, in the words of the world", async () => {
    const { page } = await visit({ reads: true })
    await toMinds(page)
    await page.getByRole("button", { name: "Look one mind deeper" }).click()
    await page.getByLabel("In the head of").selectOption("Angelus")
    const about = card(page, "What they think others believe", "Angelus about Drusilla")
    expect(await about.innerText()).toContain(
      "Spike could walk well enough and is only too lazy – Drusilla believes the opposite",
    )
    expect(await axeFinds(page)).toEqual([])
  })
})

describeStudio(
  "what moves people, at length",
  ({ visit }) => {
    test("takes nothing for a feeling that is none", async () => {
      const { page } = await visit({ reads: true })
      await openWorld(page, "wolf", "The wolf")
      await toMinds(page)
      expect(await inner(page, "Mina").innerText()).not.toMatch(/costume|on its feet/)
      await openWorld(page, "dragon", "The dragon")
      await toMinds(page)
      expect(await inner(page, "Dragon").innerText()).toContain("is grateful to Mina")
    })

    test("goes deeper into the story on the page even while the text is torn", async () => {
      const { page } = await visit({ reads: true })
      await openWorld(page, "parcel", "The parcel")
      await toMinds(page)
      await write(page, "entity Anna : nobody_knows_what;")
      await page.getByRole("region", { name: "Remarks on the text" }).waitFor()
      await page.getByRole("button", { name: "Look one mind deeper" }).click()
      await page.getByRole("heading", { name: "Nell about Toby" }).waitFor()
    })

    test("fits on a phone", async () => {
      const { page } = await visit({ reads: true, width: 390, height: 800 })
      await toMinds(page)
      await page.getByRole("button", { name: "Look one mind deeper" }).press("Enter")
      await page.getByLabel("In the head of").selectOption("Angelus")
      await page.getByRole("heading", { name: "Angelus about Spike" }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      expect(await axeFinds(page)).toEqual([])
    })
  },
  { isLong: true },
)
