/** Everything by keyboard: not one click from the first visit to a changed world, and back. */
import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { describeStudio, garden, linkTo, longTest, parcel, parcelText, small, write } from "./studio.js"

const lair = readFileSync(new URL("../../../stories/lair/lair.drama", import.meta.url), "utf8")

/** Tab until something of this name has the focus, as people do who see where it is. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab")
    const found = await page.evaluate(() => {
      const it = document.activeElement!
      const style = getComputedStyle(it)
      return {
        name:
          it === document.body
            ? ""
            : (it.getAttribute("aria-label") ??
              (it as HTMLInputElement).labels?.[0]?.innerText ??
              it.textContent ??
              ""),
        isSeen:
          style.outlineStyle !== "none" ||
          style.backgroundImage !== "none" ||
          it.matches("body, .cm-content, input, textarea"),
      }
    })
    if (!found.isSeen) throw new Error(`${found.name} has the focus, and nobody sees it`)
    if (typeof name === "string" ? found.name === name : name.test(found.name)) return
    // The editor keeps Tab for itself until Escape is pressed.
    if (found.name.startsWith("The text of the world")) await page.keyboard.press("Escape")
  }
  throw new Error(`nothing called ${name} can be reached by Tab`)
}

async function call(page: Page, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k")
  await page.getByPlaceholder("What would you like to do?").waitFor()
  await page.keyboard.type(words)
  await page.locator('[role="menuitem"][data-focused]', { hasText: words }).waitFor()
  await page.keyboard.press("Enter")
}

const written = (page: Page): Promise<string> =>
  page
    .locator(".cm-content")
    .evaluate((it) => [...it.querySelectorAll(".cm-line")].map((each) => each.textContent).join("\n"))

describeStudio("the studio by keyboard alone", ({ visit }) => {
  test("reads the note, goes from act to act, into minds, asks why not, and back", async () => {
    const { page } = await visit({ fragment: linkTo(`/// Content note: A fib.\n\n${parcelText}`) })
    await page.getByText("A story in 4 acts").waitFor()
    expect(await page.getByText("there was a parcel").count()).toBe(0)
    await tabTo(page, "Read the story")
    await page.keyboard.press("Enter")
    await page.getByText("there was a parcel").waitFor()
    await tabTo(page, /^The story as prose/)
    await page.keyboard.press("ArrowRight")
    await page.getByRole("complementary", { name: "Why: act 1" }).waitFor()
    await page.keyboard.press("ArrowRight")
    await page.getByRole("complementary", { name: "Why: act 2" }).waitFor()
    await tabTo(page, "What everybody believes at this moment")
    await page.keyboard.press("Enter")
    await page
      .getByText(/^After /)
      .first()
      .waitFor()
    await call(page, "Open the parcel")
    await page.waitForFunction(() => document.title.startsWith("The parcel"))
    await page.locator(".head-card").first().waitFor()
    await tabTo(page, "Minds")
    await page.keyboard.press("ArrowRight")
    await page.getByRole("tab", { name: "Why", selected: true }).waitFor()
    await tabTo(page, "What is so")
    await page.keyboard.type("waiting(Toby)")
    await page.keyboard.press("Enter")
    await page.getByRole("region", { name: "As it would be" }).waitFor()
  })

  test("begins a world, types it, breaks it, goes to the mistake, and undoes it", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await call(page, "Begin an empty world")
    await page.getByRole("heading", { name: "An empty page" }).waitFor()
    await page.locator(".cm-focused").waitFor()
    await page.keyboard.insertText(small)
    await page.getByText("A story in one act").waitFor()
    await page.keyboard.press("ControlOrMeta+End")
    await page.keyboard.insertText("entity Bob : nobody;\n")
    await page.getByText("There is a mistake in the text.").waitFor()
    await page.keyboard.press("ControlOrMeta+Home")
    await page.keyboard.press("F8")
    await page.locator(".cm-activeLine", { hasText: "entity Bob" }).waitFor()
    await page.keyboard.press("ControlOrMeta+z")
    await page.getByText("A story in one act").waitFor()
  })

  test("renames a name everywhere, and goes to where it is declared", async () => {
    const { page } = await visit({ fragment: garden })
    await page.getByText("A story in one act").waitFor()
    await page.locator(".cm-content").click()
    await page.keyboard.press("ControlOrMeta+End")
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("F12")
    await page.locator(".cm-activeLine", { hasText: "entity Home, Garden" }).waitFor()
    await page.keyboard.press("F2")
    await page.getByRole("textbox", { name: "Its new name" }).waitFor()
    await page.keyboard.type("Park")
    await page.keyboard.press("Enter")
    await page.locator(".told", { hasText: "Park" }).waitFor()
    expect(await written(page)).not.toContain("Garden")
  })
})

describeStudio("undoing", ({ visit }) => {
  longTest(
    "everything that was typed, fixed, renamed and tidied can be undone, letter by letter, back to the lair",
    async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      await page.locator(".cm-content").click()
      await page.keyboard.press("ControlOrMeta+Home")
      await page.keyboard.type("// one\n// two\n", { delay: 10 })
      await call(page, "Tidy up this file")
      await page.waitForTimeout(500)
      await page.locator(".cm-content").click()
      await page.keyboard.press("ControlOrMeta+a")
      await page.keyboard.press("Delete")
      await page.getByRole("heading", { name: "An empty page" }).waitFor()
      for (let i = 0; i < 60; i++) await page.keyboard.press("ControlOrMeta+z")
      await page.getByText("A story in 20 acts").waitFor()
      await page.keyboard.press("ControlOrMeta+s")
      await page.getByText(/^Saved/).waitFor()
      const kept = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open("dramaturg")
            opening.onsuccess = () => {
              const asking = opening.result.transaction("projects").objectStore("projects").getAll()
              asking.onsuccess = () => resolve(asking.result[0].files[0].text)
            }
          }),
      )
      expect(kept).toBe(lair)
    },
  )

  test("a change that was kept can be gone back on by an earlier version", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Why" }).click()
    await page.getByLabel("What is so").fill("waiting(Toby)")
    await page.getByRole("button", { name: "Try it" }).click()
    await page.getByRole("button", { name: "Keep this change" }).click()
    await page.getByRole("tab", { name: "Story" }).click()
    await page.getByText("A story in 3 acts").waitFor()
    await call(page, "Go back to an earlier version")
    await page.locator(".shelf-item").first().click()
    await page.getByText("A story in 4 acts").waitFor()
  })
})
