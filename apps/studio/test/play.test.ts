/** Playing a part, and carrying it off, in a real browser. */
import { readFileSync } from "node:fs"
import { Compiler, CompilerOptions } from "inkjs/full"
import { expect, test } from "vitest"
import { describeStudio, parcel, parcelText, write } from "./studio.js"

describeStudio("playing a part", ({ visit }) => {
  test("goes turn by turn to the end, undoes, asks why, and is there again after a reload", async () => {
    const { page, complaints } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Play" }).click()
    await page.getByRole("button", { name: "Nell", exact: true }).click()
    await page.getByRole("button", { name: "Tell Toby that there is a parcel for him." }).click()
    await page.locator(".transcript").getByText("There’s a parcel for you.").waitFor()
    await page.getByRole("button", { name: "Why did they do that?" }).click()
    await page.getByText("Toby means it to lead on to “Toby gets a parcel over the counter”").waitFor()
    await page.getByRole("button", { name: "Have the kitchen to herself and bake a cake." }).click()
    await page.getByText("The story has come to its end.", { exact: true }).waitFor()
    await page.getByRole("button", { name: "Undo" }).click()
    await page.getByRole("button", { name: "Have the kitchen to herself and bake a cake." }).waitFor()
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByRole("tab", { name: "Play" }).click()
    await page.locator(".transcript").getByText("There’s a parcel for you.").waitFor()
    expect(complaints).toEqual([])
  })

  test("by keyboard alone", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.keyboard.press("Alt+8")
    await page.getByRole("button", { name: "Nell", exact: true }).press("Enter")
    await page.getByRole("button", { name: "Tell Toby that there is a parcel for him." }).focus()
    await page.keyboard.press("1")
    await page.locator(".transcript").getByText("There’s a parcel for you.").waitFor()
    await page.getByRole("button", { name: "Have the kitchen to herself" }).focus()
    await page.keyboard.press("u")
    await page.getByRole("button", { name: "Tell Toby that there is a parcel for him." }).waitFor()
  })

  test("says where it parts when the world is changed under it", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Play" }).click()
    await page.getByRole("button", { name: "Nell", exact: true }).click()
    await page.getByRole("button", { name: "Tell Toby that there is a parcel for him." }).click()
    await page.getByRole("button", { name: "Have the kitchen to herself and bake a cake." }).click()
    await page.getByText("The story has come to its end.", { exact: true }).waitFor()
    await write(page, parcelText.replace(/action bake\(/, "action roast("))
    await page
      .getByText("The world has changed: at choice 2 (bake(Nell)) it cannot be chosen there.")
      .waitFor()
  })

  test("is carried off to ink, as a file that ink can read", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Play" }).click()
    await page.getByRole("button", { name: "Nell", exact: true }).click()
    const download = page.waitForEvent("download")
    await page.getByRole("button", { name: "Write the file" }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe("parcel-nell.ink")
    const complaints: string[] = []
    new Compiler(
      readFileSync(await file.path(), "utf8"),
      new CompilerOptions(null, [], false, (message) => complaints.push(message)),
    ).Compile()
    expect(complaints).toEqual([])
    await page.getByText("parcel-nell.ink holds 5 places.").waitFor()
  })
})
