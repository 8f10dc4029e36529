/** How a story is told, and other stories than the first. */
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio, endless, write } from "./studio.js"

describeStudio(
  "tellings in the studio",
  ({ visit }) => {
    test("tells the story through somebody, from the end, with notes in the margin, and remembers how", async () => {
      const { page, complaints } = await visit({ reads: true })
      await page.getByText("Buffy opened her eyes").waitFor()
      const before = await page.locator(".standing-words").innerText()
      await page.getByRole("button", { name: "How it is told" }).click()
      await page.getByLabel("Through whom").selectOption("Spike tells it")
      await page.locator(".story-prose", { hasText: /\bI\b/ }).waitFor()
      await page.getByLabel("Through whom").selectOption("through Angelus")
      await page.locator(".story-prose:not(:has-text('throat'))").waitFor()
      await page.getByLabel("Tense").selectOption("present")
      await page.locator(".story-prose", { hasText: "mocks" }).waitFor()
      await page.getByLabel("Through whom").selectOption("nobody in particular")
      await page.getByRole("button", { name: "Margin notes" }).click()
      await page.locator(".margin-notes").first().waitFor()
      // Nothing was searched for again.
      expect(await page.locator(".standing-words").innerText()).toBe(before)
      expect(await axeFinds(page)).toEqual([])
      await page.locator(".head-saving", { hasText: /^Saved$/ }).waitFor()
      await page.reload()
      await page.locator(".story-prose", { hasText: "mocks" }).waitFor()
      expect(await page.locator(".manner-words").innerText()).toBe("in the present tense")
      expect(await page.locator(".margin-notes").count()).toBeGreaterThan(0)
      expect(complaints).toEqual([])
    })

    test("lists other stories of the lair with what differs, and tells the one that is chosen", async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      await page.getByRole("button", { name: "Show me others" }).click()
      await page.getByText("There are 12 stories of up to 22 acts, and no more.").waitFor({ timeout: 40_000 })
      expect(await page.locator(".other").count()).toBe(6)
      const other = page.locator(".other", { hasText: "Only here: come back (Angelus)." }).first()
      expect(await axeFinds(page)).toEqual([])
      await other.getByRole("button", { name: "Read it" }).click()
      await page.getByText("A story in 21 acts").waitFor()
      await other.getByText("You are reading this one").waitFor()
      await page
        .locator(".other", { hasText: "The story that was here." })
        .getByRole("button", { name: "Read it" })
        .click()
      await page.getByText("A story in 20 acts").waitFor()
    }, 60_000)

    test("says so where there is no other story, and stops looking when asked", async () => {
      const { page } = await visit()
      await page.getByRole("button", { name: "A gentle world instead" }).click()
      await page.getByText("A story in 4 acts").waitFor()
      await page.getByRole("button", { name: "Show me others" }).click()
      await page
        .getByText("There is no other story of up to 6 acts: every possibility was looked at.")
        .waitFor()
      await write(page, `${endless.replace(/utility\(\): .*/, "utility(): n(A) + n(B) + n(C) > 9;")}`)
      await page.getByText("A story in 10 acts").waitFor()
      await page.getByRole("button", { name: "Show me others" }).click()
      await page.getByText(/^Looking: /).waitFor()
      await page.getByRole("button", { name: "Stop", exact: true }).click()
      await page.getByText(/^Stopped/).waitFor()
    })
  },
  { isLong: true },
)
