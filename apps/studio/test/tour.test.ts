/** The tour of five minutes: offered quietly, done by the visitor or for them, left and gone on with. */
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio } from "./studio.js"

const titles = [
  "Read the story",
  "Click a sentence",
  "Ask why",
  "Look into a mind",
  "Change one fact",
  "Take it back",
  "Keep it as a test",
]

describeStudio(
  "the tour",
  ({ visit }) => {
    test("is offered without standing in the way, and not again once declined", async () => {
      const { page } = await visit()
      await page.getByRole("complementary", { name: "A tour of the studio" }).waitFor()
      await page.getByRole("button", { name: "Not now" }).click()
      await page.reload()
      await page.getByText("A story in 20 acts").waitFor()
      expect(await page.getByRole("complementary", { name: "A tour of the studio" }).count()).toBe(0)
    })

    test("sees by itself what the visitor does, to the end", async () => {
      const { page, complaints } = await visit()
      const next = page.getByRole("button", { name: "Next", exact: true })
      await page.getByRole("button", { name: "Take the tour" }).click()
      await page.getByRole("button", { name: "Read the story" }).click()
      await next.click()
      await page.locator(".sentence", { hasText: "mocked" }).click()
      await next.click()
      await page.getByRole("tab", { name: "Why" }).click()
      await next.click()
      await page.getByRole("tab", { name: "Minds" }).click()
      await next.click()
      await page.getByRole("button", { name: "Show me the line" }).click()
      await page.locator(".cm-lit", { hasText: "honours;" }).waitFor()
      await page.locator(".cm-lit", { hasText: "honours;" }).click()
      await page.keyboard.press("Home")
      await page.keyboard.type("//")
      await page.getByText("Without that one word the rescue is gone").waitFor()
      await next.click()
      await page.locator(".cm-content").press("ControlOrMeta+z")
      await page.getByText("And there is the story again.").waitFor()
      await next.click()
      await page.getByRole("tab", { name: "Scenarios" }).click()
      await page.getByRole("button", { name: "Write another one" }).click()
      await next.click()
      await page.getByRole("heading", { name: "That is all there is to it" }).waitFor()
      await page.getByRole("button", { name: "Close", exact: true }).click()
      expect(await page.locator(".tour").count()).toBe(0)
      expect(complaints).toEqual([])
    }, 60_000)

    test("does each step for whoever would rather watch, by the keyboard alone", async () => {
      const { page } = await visit()
      await page.getByRole("button", { name: "Take the tour" }).focus()
      await page.keyboard.press("Enter")
      for (const [i, title] of titles.entries()) {
        await page.getByRole("heading", { name: `${i + 1} of 7 ${title}` }).waitFor()
        expect(await page.evaluate(() => document.activeElement?.className)).toBe("tour-head")
        await page.getByRole("button", { name: "Do it for me" }).focus()
        await page.keyboard.press("Enter")
        await page.locator(".tour-mark").waitFor()
        if (i === 0) expect(await axeFinds(page)).toEqual([])
        await page.getByRole("button", { name: "Next", exact: true }).focus()
        await page.keyboard.press("Enter")
      }
      await page.getByRole("heading", { name: "That is all there is to it" }).waitFor()
    }, 60_000)

    test("can be left and gone on with where one was", async () => {
      const { page } = await visit()
      await page.getByRole("button", { name: "Take the tour" }).click()
      await page.getByRole("button", { name: "Do it for me" }).click()
      await page.getByRole("button", { name: "Next", exact: true }).click()
      await page.getByRole("heading", { name: "Click a sentence" }).waitFor()
      await page.getByRole("button", { name: "Leave the tour" }).click()
      await page.locator(".head-saving", { hasText: /^Saved$/ }).waitFor()
      await page.reload()
      await page.getByText("A story in 20 acts").waitFor()
      await page.getByRole("button", { name: "Menu", exact: true }).click()
      await page.getByRole("menuitem", { name: "Take the tour" }).click()
      await page.getByRole("heading", { name: "2 of 7 Click a sentence" }).waitFor()
    })
  },
  { isLong: true },
)
