/** Nothing is lost, nobody is kept out, and nothing runs that came with a link. */
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio, garden, parcel, small, write } from "./studio.js"

describeStudio("what the studio keeps", ({ visit, address }) => {
  test("finds everything again after the page was loaded anew", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await write(page, small)
    await page.getByText("A story in one act").waitFor()
    await page.locator(".head-saving", { hasText: /^Saved$/ }).waitFor()
    await page.reload()
    await page.getByText("A story in one act").waitFor()
    expect(await page.locator(".cm-content").innerText()).toContain("entity Home, Garden : place;")
  })

  test("saves what was typed at the very moment the page is closed", async () => {
    const { page, context } = await visit({ fragment: parcel })
    await page.locator(".cm-content").waitFor()
    await write(page, small)
    await page.close({ runBeforeUnload: true })
    const again = await context.newPage()
    await again.goto(address())
    await again.getByText("A story in one act").waitFor({ timeout: 20_000 })
  })

  test("lets one of two tabs write, and the other take over", async () => {
    const { page, context } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    const other = await context.newPage()
    await other.goto(address())
    await other.getByText("This world is open for writing in another tab").waitFor()
    await write(page, small)
    await other.getByText("A story in one act").waitFor()
    await other.getByRole("button", { name: "Write here instead" }).click()
    await other.getByText("You write here now.").waitFor()
    await page.getByText("This world is written in another tab now").waitFor()
  })

  test("works without a network, once it has been there", async () => {
    const { page, context } = await visit({ fragment: parcel, isKept: true })
    await page.getByText("A story in 4 acts").waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(async () => (await caches.keys()).length > 0)
    await page.reload()
    await page.getByText("A story in 4 acts").waitFor()
    await context.setOffline(true)
    await page.reload()
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Why" }).click()
  })

  test("hands a world over as a link, to somebody who has never been here", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.locator(".cm-content").waitFor()
    await write(page, small)
    await page.getByText("A story in one act").waitFor()
    await page.getByRole("button", { name: "Share" }).click()
    const link = await page.getByLabel("The link").inputValue()
    const { page: theirs } = await visit({ fragment: link.slice(link.indexOf("#")) })
    await theirs.getByText("A story in one act").waitFor()
  })

  test("takes hostile names for text and nothing else", async () => {
    const { page, complaints } = await visit({ fragment: garden })
    await page.locator(".cm-content").waitFor()
    await write(
      page,
      `/// <img src=x onerror="globalThis.harmed = true">\n\n${small.replace("wants:", 'told: "<b onclick=alert(1)>Anna</b><script>globalThis.harmed = true</script>", she;\n  wants:')}`,
    )
    await page.getByText("A story in one act").waitFor()
    await page.locator(".told", { hasText: "<b onclick" }).waitFor()
    expect(await page.evaluate(() => (globalThis as unknown as { harmed?: boolean }).harmed)).toBe(undefined)
    expect(await page.locator(".told b, .told script").count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test("has nothing in any panel that axe finds", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    expect(await axeFinds(page)).toEqual([])
    await page.locator(".sentence", { hasText: "there was a parcel" }).click()
    for (const panel of ["Timeline", "Minds", "Why", "Outline", "Scenarios", "Play", "Map"]) {
      await page.getByRole("tab", { name: panel }).click()
      await page.waitForTimeout(300)
      expect(await axeFinds(page)).toEqual([])
    }
    await page.keyboard.press("ControlOrMeta+k")
    await page.getByPlaceholder("What would you like to do?").waitFor()
    await page.waitForTimeout(300)
    expect(await axeFinds(page)).toEqual([])
  })

  test("fits on a phone, one side at a time", async () => {
    const { page } = await visit({ width: 375, height: 740, fragment: parcel })
    await page.getByText("there was a parcel").waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    await page.getByRole("button", { name: "Text", exact: true }).click()
    await page.locator(".cm-content").waitFor()
    expect(await axeFinds(page)).toEqual([])
  })

  test("runs a command by keyboard alone", async () => {
    const { page } = await visit({ fragment: garden })
    await page.getByText("A story in one act").waitFor()
    await page.keyboard.press("ControlOrMeta+k")
    await page.getByPlaceholder("What would you like to do?").waitFor()
    await page.keyboard.type("parcel")
    await page.locator('[role="menuitem"][data-focused]', { hasText: "Open the parcel" }).waitFor()
    await page.keyboard.press("Enter")
    await page.getByText("A story in 4 acts").waitFor()
  })
})
