/** The timeline, and what moves people, in a real browser. */
import { expect, test } from "vitest"
import { describeStudio } from "./studio.js"

describeStudio("the timeline", ({ visit }) => {
  test("shows who did and who saw what, in lanes and in a table that says the same", async () => {
    const { page, complaints } = await visit({ reads: true })
    await page.getByText("A story in 20 acts").waitFor()
    await page.getByRole("tab", { name: "Timeline" }).click()
    await page.locator(".happenings").waitFor()
    const row = page.locator(".happenings tr", { hasText: "2. look away" })
    expect((await row.locator("td").allInnerTexts()).slice(0, 4)).toEqual(["Landing", "Spike", "Drusilla, Angelus", "Buffy, Giles"])
    expect(await page.locator(".column[data-act='2'] title").first().textContent()).toBe("Act 2: look away (Spike); seen by Drusilla, Angelus")
    const acts = await page.locator(".column-number").allTextContents()
    expect(acts).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1)))
    expect(complaints).toEqual([])
  })

  test("lights up what an act came from and led to, here and in the story", async () => {
    const { page } = await visit({ reads: true })
    await page.getByText("A story in 20 acts").waitFor()
    await page.getByRole("tab", { name: "Timeline" }).click()
    await page.getByRole("button", { name: "3. go out" }).click()
    expect(await page.locator(".column[data-lit='false']").count()).toBeGreaterThan(0)
    expect(await page.locator(".cause[data-own='true']").count()).toBeGreaterThan(1)
    await page.getByRole("tab", { name: "Story" }).click()
    await page.getByRole("complementary", { name: "Why: act 3" }).waitFor()
  })

  test("goes by the arrow keys, by place, and in the order of the telling", async () => {
    const { page } = await visit({ reads: true, width: 390, height: 800 })
    await page.getByText("A story in 20 acts").waitFor()
    await page.keyboard.press("Alt+6")
    await page.getByRole("group", { name: /^The timeline; left and right/ }).focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight")
    await page.getByRole("group", { name: /now act 3, go_out\(Angelus, Drusilla\)/ }).waitFor()
    await page.getByRole("radio", { name: "Places" }).click()
    expect(await page.locator(".lane-names").innerText()).toContain("Landing")
    await page.getByRole("radio", { name: "As it is told" }).click()
    expect(await page.locator(".column").count()).toBeGreaterThan(19)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})

describeStudio("what moves people", ({ visit }) => {
  test("is shown at the chosen moment: what they want, feel and mean to do", async () => {
    const { page } = await visit({ reads: true })
    await page.getByText("A story in 20 acts").waitFor()
    await page.getByRole("tab", { name: "Minds" }).click()
    const inner = page.getByRole("region", { name: "What they want, feel and mean to do" })
    const spike = inner.locator(".head-card").filter({ has: page.getByRole("heading", { name: "Spike" }) })
    expect(await spike.innerText()).toContain("to be whole again")
    expect(await spike.innerText()).toContain("Spike loathes Angelus")
    await page.getByRole("button", { name: "One moment back" }).press("Enter")
    expect(await inner.locator(".head-card").filter({ has: page.getByRole("heading", { name: "Buffy" }) }).innerText()).toContain("means to bring to safety")
  })

  test("goes one mind deeper on demand", async () => {
    const { page } = await visit({ reads: true })
    await page.getByText("A story in 20 acts").waitFor()
    await page.getByRole("tab", { name: "Minds" }).click()
    await page.getByRole("button", { name: "Look one mind deeper" }).click()
    await page.getByLabel("In the head of").selectOption("Angelus")
    await page.getByRole("heading", { name: "Angelus about Spike" }).waitFor()
  })
})
