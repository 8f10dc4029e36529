/** What a visitor does in the first hour, in a real browser. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { beginEmpty, describeStudio, endless, garden, parcel, small, write } from "./studio.js"

const lair = readFileSync(new URL("../../../stories/lair/lair.drama", import.meta.url), "utf8")

describeStudio("the first hour in the studio", ({ visit }) => {
  test("opens on the lair under its content note, with a gentle world beside it, and tells its story in twenty acts", async () => {
    const { page, complaints } = await visit()
    await page
      .locator(".cover-note", { hasText: "Captivity, blood, a wish to die. Told as a rescue." })
      .waitFor()
    expect(await page.getByText("Buffy opened her eyes").count()).toBe(0)
    await page.getByText("A story in 20 acts; no shorter one would do").waitFor()
    await page.getByRole("button", { name: "Read the story" }).click()
    await page.getByText("Buffy opened her eyes").waitFor()
    await page.getByRole("radio", { name: "Acts" }).click()
    expect(await page.locator(".act").count()).toBe(20)
    expect(complaints).toEqual([])
  })

  test("leads to a gentle world instead", async () => {
    const { page } = await visit()
    await page.getByRole("button", { name: "A gentle world instead" }).click()
    await page.getByText("A story in 4 acts").waitFor()
    expect(await page.title()).toContain("The parcel")
  })

  test("tells the first story of a world typed from nothing, letter by letter", async () => {
    const { page } = await visit({ fragment: parcel })
    await beginEmpty(page)
    await page.locator(".cm-content").click()
    await page.keyboard.insertText(small.slice(0, -40))
    await page.keyboard.type(small.slice(-40).trim())
    await page.getByText("A story in one act").waitFor()
    expect(await page.locator(".told").innerText()).toContain("Anna walked")
  })

  test("keeps the last good story while the text is broken, says what is wrong at the place, and mends it with what it offers", async () => {
    const { page } = await visit({ fragment: garden })
    await page.getByText("A story in one act").waitFor()
    await write(page, small.replace("at(Anna) == Garden;\n}", "at(Ana) == Garden;\n}"))
    await page.getByText("There is a mistake in the text. This is the story from before.").waitFor()
    expect(await page.locator(".told").innerText()).toContain("Anna walked")
    const remark = page.getByRole("region", { name: "Remarks on the text" })
    expect(await remark.innerText()).toContain("Ana")
    await page.locator(".cm-lintRange-error").first().waitFor()
    await page.locator(".cm-lintRange-error").first().hover()
    await page.locator(".cm-diagnosticAction").first().click()
    await page.getByText("A story in one act").waitFor()
    expect(await page.locator(".remark").count()).toBe(0)
  })

  test("lets the rescue vanish when one fact of the lair is changed, and says why", async () => {
    const { page } = await visit({ reads: true })
    await page.getByText("A story in 20 acts").waitFor()
    await write(page, lair.replace(/^ {2}honours;\n/m, ""))
    await page.getByRole("heading", { name: "There is no story" }).waitFor()
    await page.getByText("The story that was here breaks at act").waitFor()
    expect(await page.locator(".breach").innerText()).toMatch(
      /look_away\(Spike\)[\s\S]*Spike has no reason for it/,
    )
  })

  test("lights an act up in text, story and minds, with its reasons", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.locator(".sentence", { hasText: "there was a parcel" }).click()
    await page.getByRole("complementary", { name: "Why: act 1" }).waitFor()
    expect(await page.locator(".cm-lit").first().innerText()).toContain("action invent_parcel")
    await page.getByRole("button", { name: "What everybody believes at this moment" }).click()
    await page.getByText("After invent parcel (Nell, Toby)").waitFor()
    expect(
      await page
        .getByRole("region", { name: "What they have wrong" })
        .locator(".head-card")
        .filter({ has: page.getByRole("heading", { name: "Toby" }) })
        .innerText(),
    ).toContain("waiting (Toby)")
  })

  test("cancels a search that would never end, and goes on", async () => {
    const { page } = await visit({ fragment: garden })
    await page.getByText("A story in one act").waitFor()
    await write(page, endless)
    await page.getByText(/Looking for a story: .* seen/).waitFor()
    await page.getByRole("button", { name: "Stop", exact: true }).click()
    await page.getByText(/^Stopped/).waitFor()
    await write(page, small)
    await page.getByText("A story in one act").waitFor()
  })

  test("asks what if, and shows both worlds side by side", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Why" }).click()
    await page.getByLabel("What is so").fill("waiting(Toby)")
    await page.getByRole("button", { name: "Try it" }).click()
    await page.getByRole("region", { name: "As it would be" }).waitFor()
    expect(await page.getByRole("region", { name: "Answer", exact: true }).innerText()).toContain(
      "The first stories part at act 1",
    )
    await page.getByRole("button", { name: "Keep this change" }).click()
    await page.getByRole("tab", { name: "Story" }).click()
    await page.getByText("A story in 3 acts").waitFor()
  })

  test("reviews an outline line by line and repairs its hole", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Outline" }).click()
    await page
      .getByLabel("The plot, one act a line")
      .fill("# A birthday\n\n- walk(Toby, Kitchen, Post)\n- bake(Nell)\n- walk(Toby, Post, Kitchen)")
    await page.getByText("Toby has no reason for it").waitFor()
    await page.getByRole("button", { name: "What would make it hold?" }).click()
    await page.getByRole("button", { name: "Do it" }).first().click()
    await page.getByText("The plot holds: every act is possible, explained and needed.").waitFor()
    expect(await page.getByLabel("The plot, one act a line").inputValue()).toBe(
      "# A birthday\n\n- invent_parcel(Nell, Toby)\n- walk(Toby, Kitchen, Post)\n- bake(Nell)\n- walk(Toby, Post, Kitchen)",
    )
  })
})
