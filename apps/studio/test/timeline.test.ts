/** The timeline in a real browser. */
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio, longTest, parcel, small, write } from "./studio.js"

async function toTimeline(page: Page, found = "A story in 20 acts"): Promise<void> {
  await page.getByText(found).waitFor()
  await page.keyboard.press("Alt+6")
  await page.locator(".happenings").waitFor()
}

/** What the table says in one row, without the first word of it. */
async function row(page: Page, name: string): Promise<readonly string[]> {
  return page
    .locator(".happenings tr")
    .filter({ has: page.getByRole("rowheader", { name }) })
    .locator("td")
    .allInnerTexts()
}

const caption = (page: Page) => page.locator(".timeline-caption")

describeStudio("the timeline", ({ visit }) => {
  test("shows who did and who saw what, in lanes and in a table that says the same", async () => {
    const { page, complaints } = await visit({ reads: true })
    await toTimeline(page)
    expect((await row(page, "2. look away")).slice(0, 4)).toEqual([
      "Landing",
      "Spike",
      "Drusilla, Angelus",
      "Buffy, Giles",
    ])
    expect(await page.locator(".column[data-act='2'] title").first().textContent()).toBe(
      "Act 2: look away (Spike); seen by Drusilla, Angelus; not seen by Buffy, Giles",
    )
    expect(await page.locator(".column-number").allTextContents()).toEqual(
      Array.from({ length: 20 }, (_, i) => String(i + 1)),
    )
    // Nobody sees what is done to them in their sleep.
    expect((await row(page, "6. drink pool")).slice(1, 4)).toEqual([
      "Spike, Buffy",
      "–",
      "Drusilla, Angelus, Buffy, Giles",
    ])
    // Drusilla, Angelus, Giles; and Buffy, who takes part.
    expect(await page.locator(".column[data-act='6']").first().locator(".mark-blind").count()).toBe(4)
    expect(await page.locator(".column[data-act='6']").first().locator(".mark-takes-part").count()).toBe(1)
    // Who stands in two places has gone nowhere.
    expect((await row(page, "3. go out"))[0]).toBe("Landing → Town")
    expect((await row(page, "hope dies by itself"))[0]).toBe("Landing, Town")
    expect(complaints).toEqual([])
  })

  test("lights up what an act came from and led to, here and in the story", async () => {
    const { page } = await visit({ reads: true })
    await toTimeline(page)
    expect(await page.locator(".cause").count()).toBe(0)
    await page.getByRole("button", { name: "3. go out" }).click()
    await caption(page)
      .getByText(
        "Act 3: go out (Angelus, Drusilla); seen by Spike; not seen by Buffy, Giles. Possible through 2. Led to hope dies, anger becomes nerve, 6, 19.",
      )
      .waitFor()
    expect(await page.locator(".column[data-lit='false']").count()).toBeGreaterThan(0)
    // One arrow from what made it possible, four to what it made possible.
    expect(await page.locator(".cause[data-own='true']").count()).toBe(5)
    expect(await page.locator(".cause").count()).toBe(5)
    await page.getByRole("button", { name: "All that led to what" }).click()
    expect(await page.locator(".cause").count()).toBeGreaterThan(30)
    expect(await page.locator(".column[data-lit='false']").count()).toBe(0)
    await page.getByRole("tab", { name: "Story" }).click()
    await page.getByRole("complementary", { name: "Why: act 3" }).waitFor()
  })

  test("is gone through by keyboard alone", async () => {
    const { page } = await visit({ fragment: parcel })
    await toTimeline(page, "A story in 4 acts")
    const isThere = (): Promise<boolean> =>
      page.evaluate(
        () => document.activeElement?.getAttribute("aria-label")?.startsWith("The timeline") === true,
      )
    for (let i = 0; i < 60 && !(await isThere()); i++) {
      // The editor keeps Tab for itself until Escape is pressed.
      if (await page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null))
        await page.keyboard.press("Escape")
      await page.keyboard.press("Tab")
    }
    expect(await isThere()).toBe(true)
    for (const [key, act] of [
      ["End", 4],
      ["ArrowLeft", 3],
      ["Home", 1],
      ["ArrowRight", 2],
      ["ArrowRight", 3],
    ] as const) {
      await page.keyboard.press(key)
      await caption(page).getByText(`Act ${act}:`).waitFor()
    }
    expect(await isThere()).toBe(true)
  })

  longTest("has nothing that axe finds, light, dark and on a phone", async () => {
    for (const [width, colorScheme] of [
      [1280, "dark"],
      [390, "light"],
    ] as const) {
      const { page } = await visit({ reads: true, width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await toTimeline(page)
      await page.getByRole("button", { name: "3. go out" }).press("Enter")
      await caption(page).getByText("Act 3:").waitFor()
      expect(await axeFinds(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })
})

describeStudio(
  "the timeline, at length",
  ({ visit }) => {
    test("chooses an act by its mark, and puts it out again", async () => {
      const { page } = await visit({ reads: true })
      await toTimeline(page)
      await page.locator(".column[data-act='4'] .mark-does").click()
      await caption(page).getByText("Act 4: throw himself down").waitFor()
      expect(await page.locator(".cm-lit").first().innerText()).toContain("action throw_himself_down")
      await page.locator(".column[data-chosen='true'] .mark-does").click()
      await caption(page).getByText("Choose an act").waitFor()
    })

    test("goes by place, and in the order of the telling", async () => {
      const { page } = await visit({ reads: true })
      await toTimeline(page)
      await page.getByRole("radio", { name: "Places" }).click()
      expect((await page.locator(".lane-names li").allInnerTexts()).sort()).toEqual([
        "Chains",
        "Floor",
        "Landing",
        "Night",
        "Safety",
        "Town",
      ])
      await page.getByRole("radio", { name: "As it is told" }).click()
      await page.getByText("It is told in the order in which it happened").waitFor()
      await page.keyboard.press("Alt+2")
      await page.getByText("How it is told").first().click()
      await page.getByLabel("In which order").selectOption("from the end")
      await page.locator(".told .sentence").first().and(page.locator("[data-act='20']")).waitFor()
      await page.keyboard.press("Alt+6")
      await page.getByRole("radio", { name: "As it is told" }).click()
      await page.getByText("It is told in another order than it happened").waitFor()
      expect((await page.locator(".column-number").allTextContents()).slice(0, 3)).toEqual(["20", "1", "2"])
    })

    test("has hours where time passes, and none where it does not", async () => {
      const { page } = await visit({ reads: true })
      await page.getByText("A story in 20 acts").waitFor()
      await write(
        page,
        `include "@lib/waiting";\n\n${small.replace("utility(): at(Anna) == Garden;", "utility(): at(Anna) == Garden & time() == 2;")}`,
      )
      await toTimeline(page, "A story in 3 acts")
      await page.locator(".lane-clock").waitFor()
      expect((await page.locator(".column-hour").allTextContents()).at(-1)).toBe("2")
      await write(page, `include "@lib/waiting";\n\n${small}`)
      await page.getByRole("rowheader", { name: "1. walk" }).waitFor()
      expect(await page.locator(".lane-clock").count()).toBe(0)
    })

    test("keeps the names of the lanes in sight on a phone, wherever one has scrolled to", async () => {
      const { page } = await visit({ reads: true, width: 390, height: 800 })
      await toTimeline(page)
      await page.getByRole("group", { name: /^The timeline/ }).press("End")
      await caption(page).getByText("Act 20:").waitFor()
      const [names, chosen] = await Promise.all([
        page.locator(".lane-names").boundingBox(),
        page.locator(".column[data-chosen='true']").boundingBox(),
      ])
      expect(names!.x).toBeGreaterThanOrEqual(0)
      expect(chosen!.x).toBeGreaterThan(names!.x + names!.width - 20)
      expect(chosen!.x + chosen!.width).toBeLessThanOrEqual(390)
    })
  },
  { isLong: true },
)
