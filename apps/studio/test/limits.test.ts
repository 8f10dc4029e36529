/** Worlds that would take everything, and what becomes of them: the page stays, says so, and goes on. */
import { expect, test } from "vitest"
import { deaf, describeStudio, endless, hungry, small, write } from "./studio.js"

describeStudio(
  "worlds that would take everything",
  ({ visit }) => {
    test("stops a search at the memory that this device can spare, says so, and finds the next story", async () => {
      const { page } = await visit({
        reads: true,
        before: () => Object.defineProperty(Navigator.prototype, "deviceMemory", { value: 0.15 }),
      })
      await page.getByText("A story in 20 acts").waitFor()
      await write(page, hungry)
      await page
        .getByText(/^Stopped after .*: the memory set for it was full\. There may be a story\./)
        .waitFor({ timeout: 30_000 })
      await page.getByRole("button", { name: "Look for longer" }).waitFor()
      await write(page, small)
      await page.getByText("A story in one act").waitFor()
    })

    test("ends a worker that hears nothing when another text is written, and goes on with a new one", async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      const workers: string[] = []
      page.on("worker", (each) => workers.push(each.url()))
      await write(page, deaf)
      await page.getByText("Looking for a story …").waitFor()
      await page.waitForTimeout(800)
      const began = Date.now()
      await write(page, small)
      await page.getByText("A story in one act").waitFor()
      expect(Date.now() - began).toBeLessThan(8000)
      expect(workers.length).toBeGreaterThan(0)
    })

    test("stops a worker that hears nothing when somebody says stop, and looks again when they say so", async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      await write(page, deaf)
      await page.getByText("Looking for a story …").waitFor()
      await page.getByRole("button", { name: "Stop", exact: true }).click()
      await page.getByText(/^Stopped\./).waitFor()
      await write(page, small)
      await page.getByText("A story in one act").waitFor()
    })

    test("leaves the page alive while a search goes on: letters are taken at once", async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      await write(page, endless)
      await page.getByText(/Looking for a story: .* seen/).waitFor()
      const began = Date.now()
      await page.keyboard.type("// a note, written meanwhile")
      await page.locator(".cm-line", { hasText: "// a note, written meanwhile" }).waitFor()
      expect(Date.now() - began).toBeLessThan(3000)
    })
  },
  { isLong: true },
)
