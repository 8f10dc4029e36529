/** The scenarios panel: run by themselves, red and green, written by the studio, kept from a what-if. */
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { beginEmpty, describeStudio, endless, small, write } from "./studio.js"

const tested = `${small}
scenario "as it is" { expect act walk(Anna, Garden); }
scenario "she is there already" { at(Anna) = Garden; expect story; }
`

describeStudio(
  "scenarios in the studio",
  ({ visit }) => {
    test("runs those of the lair, which stand in a file of their own, and says that they hold", async () => {
      const { page, complaints } = await visit()
      await page.getByRole("tab", { name: "Scenarios" }).click()
      await page.getByRole("heading", { name: "All 9 hold." }).waitFor({ timeout: 60_000 })
      expect(await page.locator(".scenario").count()).toBe(9)
      await page.getByRole("button", { name: /dawn is an hour away/ }).click()
      await page.locator(".cm-lit", { hasText: "dawn is an hour away" }).waitFor()
      expect(
        await page.getByRole("button", { name: "premises.drama" }).first().getAttribute("aria-current"),
      ).toBe("page")
      expect(complaints).toEqual([])
    }, 90_000)

    test("says why one does not hold, counts it beside the panel's name, and finds it mended as one types", async () => {
      const { page } = await visit()
      await beginEmpty(page)
      await write(page, tested)
      await page.getByRole("tab", { name: /1 does not hold/ }).click()
      await page.getByRole("heading", { name: "1 of 2 holds." }).waitFor()
      const red = page.locator(".scenario[data-outcome=failed]")
      expect(await red.innerText()).toContain("she is there already")
      expect(await red.locator(".scenario-why").innerText()).toMatch(/Expected: story\s+There is no story/)
      expect(await axeFinds(page)).toEqual([])
      await write(page, tested.replace("expect story;", "expect no story;"))
      await page.getByRole("heading", { name: "All 2 hold." }).waitFor()
      await page.getByRole("tab", { name: "Scenarios", exact: true }).waitFor()
      await page.getByRole("button", { name: "Run them again" }).click()
      await page.getByRole("heading", { name: "All 2 hold." }).waitFor()
    })

    test("says how to write one, and writes one that a single undo takes away", async () => {
      const { page } = await visit()
      await beginEmpty(page)
      await write(page, small)
      await page.getByText("A story in one act").waitFor()
      await page.keyboard.press("Alt+7")
      await page.getByRole("heading", { name: "No scenario yet" }).waitFor()
      expect(await axeFinds(page)).toEqual([])
      await page.getByRole("button", { name: "Write one for me" }).click()
      await page.getByRole("heading", { name: "The one scenario holds." }).waitFor()
      // Its title is selected: what is typed takes its place.
      await page.keyboard.type("Anna walks")
      await page.getByRole("button", { name: /Holds: Anna walks/ }).waitFor()
      await page.keyboard.press("ControlOrMeta+z")
      await page.keyboard.press("ControlOrMeta+z")
      expect(await page.locator(".cm-content").innerText()).not.toContain("scenario")
    })

    test("keeps what came of a what-if as a scenario", async () => {
      const { page } = await visit()
      await page.getByRole("button", { name: "A gentle world instead" }).click()
      await page.getByText("A story in 4 acts").waitFor()
      await page.getByRole("tab", { name: "Why" }).click()
      await page.getByLabel("What is so").fill("waiting(Toby)")
      await page.getByRole("button", { name: "Try it" }).click()
      await page.getByRole("button", { name: "Keep as a scenario" }).click()
      await page
        .locator(".cm-content", { hasText: 'scenario "What if waiting(Toby), at the start"' })
        .waitFor()
      await page.getByRole("tab", { name: "Scenarios" }).click()
      await page.getByRole("heading", { name: "The one scenario holds." }).waitFor()
    })

    test("stops when asked, and keeps answers apart from what was not run", async () => {
      const { page } = await visit()
      await beginEmpty(page)
      const slow = `${endless.replace("utility(): if(n(A) > 50 & n(B) > 50 & n(C) < 0 - 50) 1 else 0;", "utility(): n(A) > 0;")}
scenario "nobody gets there" { utility(): if(n(A) > 50 & n(B) > 50 & n(C) < 0 - 50) 1 else 0; expect story; }
`
      await write(page, slow)
      await page.getByRole("tab", { name: "Scenarios" }).click()
      await page.getByText("Running: 0 of 1 so far …").waitFor()
      await page.getByRole("button", { name: "Stop", exact: true }).click()
      await page.getByRole("heading", { name: "0 of 1 hold; 1 not run." }).waitFor()
      await page.getByRole("button", { name: "Run them again" }).click()
      // It has as long as any scenario has; then it says neither yes nor no.
      await page.getByText("This says neither yes nor no.").waitFor({ timeout: 60_000 })
      await page.getByRole("heading", { name: "0 of 1 hold; 1 not decided." }).waitFor()
    }, 90_000)
  },
  { isLong: true },
)
