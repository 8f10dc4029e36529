/** What a newcomer tries from the page alone: the stumbles of NOTES.md, mended, stay so. */
import { expect, test } from "vitest"
import { describeStudio, small, write } from "./studio.js"

describeStudio(
  "a newcomer",
  ({ visit }) => {
    test("adds somebody to a world, loses its story, and is told what the story lacks now", async () => {
      const { page } = await visit()
      await page.getByRole("button", { name: "A gentle world instead" }).click()
      await page.getByText("A story in 4 acts").waitFor()
      await page.locator(".cm-content").click()
      await page.keyboard.press("ControlOrMeta+End")
      await page.keyboard.insertText("\n\nentity Pip : character {\n  at = Post;\n}\n")
      await page.getByRole("heading", { name: "There is no story" }).waitFor()
      await page.getByText("Every act of the story that was here could still be").waitFor()
      await page.getByRole("button", { name: "Ask why nobody does something" }).click()
      await page.getByRole("tab", { name: "Why", selected: true }).waitFor()
      expect(await page.getByLabel("Why does nobody do").getAttribute("placeholder")).toMatch(
        /\(.*(Nell|Toby)/,
      )
    })

    test("finds everything that is declared by a key, and a fix beside its remark", async () => {
      const { page } = await visit()
      await page.locator(".cm-content").waitFor()
      await write(page, small.replace("utility(): at(Anna)", "utility(): at(Ana)"))
      await page.getByRole("button", { name: "Change to Anna" }).click()
      await page.getByText("A story in one act").waitFor()
      await page.keyboard.press("ControlOrMeta+Shift+o")
      await page.getByPlaceholder("What are you looking for?").waitFor()
      await page.keyboard.type("walk")
      await page.locator('[role="menuitem"][data-focused]', { hasText: "walk, action" }).waitFor()
      await page.keyboard.press("Enter")
      await page.locator(".cm-lit", { hasText: "action walk" }).waitFor()
    })
  },
  { isLong: true },
)
