/**
 * The pictures in the READMEs. They are taken by every run of the tests, and written only where they are
 * missing, or with `UPDATE=1` where they differ: fonts are drawn a little differently on every machine, and a
 * test leaves the checkout as it was.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { describeStudio } from "./studio.js"

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url))

/** Small ones: they are looked at in a README. */
const most = 200_000

async function keep(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(500)
  const picture = await page.screenshot({ animations: "disabled", caret: "hide" })
  expect(picture.length).toBeLessThan(most)
  const path = `${folder}${name}.png`
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path) || (process.env.UPDATE === "1" && !picture.equals(readFileSync(path))))
    writeFileSync(path, picture)
}

describeStudio(
  "pictures of the studio",
  ({ visit }) => {
    test("the lair's story with one act lit up, and minds at that moment", async () => {
      const { page } = await visit({ reads: true, width: 1100, height: 620 })
      await page.getByText("A story in 20 acts").waitFor()
      await page.locator(".sentence", { hasText: "mocked" }).click()
      await keep(page, "story")
      await page.getByRole("tab", { name: "Minds" }).click()
      await page.locator(".head-card").first().waitFor()
      await keep(page, "minds")
    })

    test("a world without a story, in the dark", async () => {
      const { page } = await visit({ width: 1100, height: 620 })
      await page.emulateMedia({ colorScheme: "dark" })
      await page.getByRole("button", { name: "A gentle world instead" }).click()
      await page.getByText("A story in 4 acts").waitFor()
      await page.locator(".cm-content").click()
      await page.keyboard.press("ControlOrMeta+End")
      await page.keyboard.insertText("\n\nentity Pip : character {\n  at = Post;\n}\n")
      await page.getByText("Every act of the story that was here could still be").waitFor()
      await keep(page, "no-story-dark")
    })

    test("the first page on a phone", async () => {
      const { page } = await visit({ width: 390, height: 740 })
      await page.getByText("A story in 20 acts").waitFor()
      await keep(page, "phone")
    })
  },
  { isLong: true },
)
