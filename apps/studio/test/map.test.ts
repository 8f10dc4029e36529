/** The story map, in a real browser. */
import { expect, test } from "vitest"
import { axeFinds } from "./axe.js"
import { describeStudio, parcel } from "./studio.js"

describeStudio("the story map", ({ visit }) => {
  test("draws everything that can happen, says it in a table, and shows the way to an end", async () => {
    const { page, complaints } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.keyboard.press("Alt+9")
    await page.getByRole("button", { name: "Draw it" }).click()
    await page.getByText("5 places: 1 where it ends as the author wants, 0 where it comes to rest.").waitFor()
    await page.getByRole("button", { name: "As the author wants: walk (Toby, Post, Kitchen)" }).click()
    await page
      .getByText(
        "The end: invent parcel (Nell, Toby), then walk (Toby, Kitchen, Post), then bake (Nell), then walk (Toby, Post, Kitchen).",
      )
      .waitFor()
    await page.getByText("Never possible wherever this leads: fetch parcel.").waitFor()
    const ink = await page.locator(".chart-canvas").evaluate((canvas: HTMLCanvasElement) =>
      canvas
        .getContext("2d")!
        .getImageData(0, 0, canvas.width, canvas.height)
        .data.some((each) => each !== 0),
    )
    expect(ink).toBe(true)
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test("goes by keyboard from place to place, and is drawn for a player too", async () => {
    const { page } = await visit({ fragment: parcel })
    await page.getByText("A story in 4 acts").waitFor()
    await page.getByRole("tab", { name: "Map" }).click()
    await page.getByLabel("Everything that can happen").selectOption({ label: "if Nell may do anything" })
    await page.getByText("5 places that Nell can come to").waitFor()
    await page.locator(".chart-canvas").focus()
    await page.keyboard.press("ArrowRight")
    await page.getByText("On the way: invent parcel (Nell, Toby).").waitFor()
    await page.keyboard.press("ArrowDown")
    await page.getByText("On the way: walk (Nell, Kitchen, Post).").waitFor()
    await page.keyboard.press("Escape")
    expect(await page.locator(".map-way").count()).toBe(0)
  })
})
