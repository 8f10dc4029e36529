/** The gallery: a world for each story, each opened as a copy, none ever written over. */
import { existsSync, readdirSync } from "node:fs"
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio, small, write } from "./studio.js"

const stories = new URL("../../../stories/", import.meta.url)
const worlds = readdirSync(stories).filter((each) => existsSync(new URL(`${each}/${each}.drama`, stories)))

describeStudio(
  "the gallery",
  ({ visit }) => {
    test("shows every world, opens one with its scenarios, and leads back", async () => {
      const { page, complaints } = await visit()
      await page.getByRole("button", { name: "Gallery", exact: true }).click()
      await page.getByRole("heading", { name: "Worlds to begin with" }).waitFor()
      expect(await page.locator(".world-card").count()).toBe(worlds.length)
      expect(await page.locator(".world-card", { hasText: "The cordial" }).innerText()).toContain(
        "Content note. Poison.",
      )
      expect(await axeFinds(page)).toEqual([])
      await page.getByRole("button", { name: "Open The sleeper" }).click()
      await page.getByText("A story in 5 acts").waitFor()
      await page.getByRole("tab", { name: "Scenarios" }).click()
      await page.getByRole("heading", { name: "All 3 hold." }).waitFor()
      await page.keyboard.press("ControlOrMeta+k")
      await page.getByRole("searchbox").fill("gallery")
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: "Back to The sleeper" }).click()
      await page.getByRole("heading", { name: "All 3 hold." }).waitFor()
      expect(complaints).toEqual([])
    })

    test("never writes over what was made of a world: it goes on with that, or begins a second one", async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      await write(page, small)
      await page.getByText("A story in one act").waitFor()
      await page.locator(".head-saving", { hasText: /^Saved$/ }).waitFor()
      await page.getByRole("button", { name: "Gallery", exact: true }).click()
      await page.getByRole("button", { name: "Begin anew: The lair, as a second copy" }).click()
      await page.getByText("A story in 20 acts").waitFor()
      expect(await page.title()).toContain("The lair (2)")
      await page.getByRole("button", { name: /open another world/ }).click()
      await page.getByRole("button", { name: /^The lair\b(?! \(2)/ }).click()
      await page.getByText("A story in one act").waitFor()
    })

    test("tells a story of each world", async () => {
      const { page } = await visit()
      for (const [title, acts] of [
        ["The lilies", 7],
        ["The heist", 0],
        ["The mare", 0],
        ["The cordial", 0],
        ["The dragon", 0],
        ["The wolf", 6],
        ["The fern", 0],
        ["The skerry", 8],
      ] as const) {
        await page.getByRole("button", { name: "Gallery", exact: true }).click()
        await page.getByRole("button", { name: `Open ${title}` }).click()
        await page.waitForFunction((name) => document.title.startsWith(name), title)
        await page.getByText(acts > 0 ? `A story in ${acts} acts` : /^A story in \d+ acts/).waitFor()
      }
    }, 60_000)
  },
  { isLong: true },
)
