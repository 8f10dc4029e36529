/**
 * Beginning a world, calling things otherwise, playing by keyboard: what somebody who writes should never
 * have to mind.
 */
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { nextStep } from "../src/next-step.js"
import { remarksOf } from "../src/remarks.js"
import { emptyProject, stateOf } from "../src/state.js"
import { beginEmpty, describeStudio, linkTo, small, write } from "./studio.js"

const told = small
  .replace("wants:", 'told: "Anna", she;\n  wants:')
  .replace(
    "precondition: at(who) != to",
    'told: "{who} walked out into the garden";\n  precondition: at(who) != to',
  )
const fragmentOf = (text: string, outline = "") =>
  linkTo(text, { outline, parts: [{ name: "part.drama", text: "" }] })

function stateWith(text: string, typing: number | null = null) {
  const project = { ...emptyProject, files: [{ name: "world.drama", text }] }
  return { ...stateOf(project), typing: typing === null ? null : { file: "world.drama", at: typing } }
}

test("what a world that is being begun lacks is named, one thing at a time, and nothing once it is whole", () => {
  const heads = (text: string): string | null => nextStep(stateWith(text))?.head ?? null
  expect(heads("")).toBe(null)
  expect(heads("// hello")).toBe(null)
  expect(heads("type place;\nentity Home : place;\nproperty at(who : character) : place;")).toBe(
    "Nobody is there yet",
  )
  expect(heads("entity Anna : character;")).toBe("Nothing can happen yet")
  expect(heads("entity Anna : character;\naction walk() {\n  eff")).toBe("Nobody wants anything yet")
  expect(heads(small.replace(/utility.*/, ""))).toBe("Nothing says yet how it should end")
  expect(heads(small)).toBe(null)
})

test("nothing is remarked on an empty page, nor on the word under the cursor; what stands elsewhere is", () => {
  const wrong = (offset: number, length: number, code = "unknown-name") => ({
    code,
    severity: "error" as const,
    message: "",
    span: { file: "world.drama", offset, length, line: 1, column: 1 },
  })
  const seen = (text: string, typing: number | null, ...all: readonly ReturnType<typeof wrong>[]) =>
    remarksOf({ ...stateWith(text, typing), diagnostics: all }).length
  expect(seen("", null, wrong(0, 0, "empty-world"))).toBe(0)
  expect(seen("// only a note\n", null, wrong(0, 0, "empty-world"))).toBe(0)
  expect(seen("entity Ann", 10, wrong(7, 3))).toBe(0)
  expect(seen("entity Ann  ", 12, wrong(7, 3))).toBe(0)
  expect(seen("entity Ann", null, wrong(7, 3))).toBe(1)
  expect(seen("entity Ann; entity Bob", 22, wrong(7, 3))).toBe(1)
  expect(seen("action a() {", 12, wrong(0, 1, "unclosed-bracket"))).toBe(0)
})

const playing = small
  .replace("entity Anna", "entity Ben : character { at = Home; wants: at(Ben) == Garden; }\nentity Anna")
  .replace(/utility.*/, "utility(): at(Anna) == Garden & at(Ben) == Garden;")

describeStudio("beginning, renaming, playing", ({ visit }) => {
  test("a page that is written from nothing is never called wrong on the way", async () => {
    const { page } = await visit({ fragment: fragmentOf(small) })
    await beginEmpty(page)
    expect(await page.locator(".remarks").count()).toBe(0)
    await page.locator(".cm-content").click()
    const said = new Set<string>()
    const look = async () => {
      for (const each of await page.locator(".remarks, .standing-words, .none h2").allInnerTexts())
        said.add(each)
    }
    for (const piece of [
      "type place;\nentity Home, Gar",
      "den : place;\nproperty at(who : cha",
      "racter) : place;\nentity Anna : character {\nat = Ho",
      "me;\nwants: at(Anna) == Gar",
      "den;\n}\n",
    ]) {
      await page.keyboard.insertText(piece)
      await page.waitForTimeout(700)
      await look()
    }
    await page.getByRole("heading", { name: "Nothing can happen yet" }).waitFor()
    expect([...said].filter((each) => /mistake|consider/i.test(each))).toEqual([])
    // Whoever leaves a word as it is hears of it.
    await page.keyboard.insertText("entity Zoe : charcter;\n\n\n")
    await page.locator(".remark", { hasText: "charcter" }).waitFor()
  })

  test("a name that is taken is refused, and what is told can be changed with a name", async () => {
    const { page } = await visit({ fragment: fragmentOf(told, "- walk(Anna, Garden)") })
    await page.getByText("A story in one act").waitFor()
    await page.locator(".cm-content").click()
    await page.keyboard.press("ControlOrMeta+Home")
    await page.keyboard.press("ArrowDown")
    for (let i = 0; i < 15; i++) await page.keyboard.press("ArrowRight")
    await page.keyboard.press("F2")
    const field = page.getByRole("textbox", { name: "Its new name" })
    await field.fill("Home")
    await page.keyboard.press("Enter")
    await page.getByRole("alert").getByText("There is a person, place or thing called Home already").waitFor()
    await page.getByText("“{who} walked out into the garden”").waitFor()
    await field.fill("Park")
    await page.keyboard.press("Enter")
    await page.locator(".told", { hasText: "Anna walked out into the park" }).waitFor()
    await page.getByRole("tab", { name: "Outline" }).click()
    expect(await page.getByLabel("The plot, one act a line").inputValue()).toBe("- walk(Anna, Park)")
    // The name of a file that another has is refused as well.
    await page.getByRole("button", { name: "This file" }).click()
    await page.getByRole("menuitem", { name: "Rename this file" }).click()
    await page.getByRole("textbox", { name: "Its name" }).fill("part.drama")
    await page.keyboard.press("Enter")
    await page.getByRole("alert").getByText("There is a file called part.drama already.").waitFor()
  })

  test("a play goes on by keyboard alone, and what happens is said", async () => {
    const { page } = await visit({ fragment: fragmentOf(playing) })
    await page.getByText("A story in 2 acts").waitFor()
    await page.getByRole("tab", { name: "Play" }).click()
    await page.getByRole("button", { name: "Ben", exact: true }).focus()
    await page.keyboard.press("Enter")
    const focused = (page: Page) =>
      page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.className,
      )
    await expect.poll(() => focused(page), { timeout: 20_000 }).toBe("What you could do")
    await page.keyboard.press("w")
    await page.getByRole("region", { name: /^Turn 1/ }).waitFor()
    await expect.poll(() => focused(page), { timeout: 20_000 }).toBe("What you could do")
    const turn = await page
      .getByRole("region", { name: /^Turn 1/ })
      .locator("p")
      .last()
      .innerText()
    expect(await page.locator(".play > [role=status]").innerText()).toContain(turn.trim())
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.getByRole("region", { name: /^Turn 2/ }).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest(".play") !== null), { timeout: 20_000 })
      .toBe(true)
  })

  test("a repair, and a file that was removed, can be had back", async () => {
    const { page } = await visit({ fragment: fragmentOf(small, "- walk(Anna, Garden)\n- walk(Anna, Home)") })
    await page.getByText("A story in one act").waitFor()
    await page.getByRole("tab", { name: "Outline" }).click()
    await page.getByRole("button", { name: "What would make it hold?" }).click()
    await page.getByRole("button", { name: "Do it" }).first().click()
    const plot = page.getByLabel("The plot, one act a line")
    expect(await plot.inputValue()).toBe("- walk(Anna, Garden)")
    await plot.focus()
    await page.keyboard.press("ControlOrMeta+z")
    expect(await plot.inputValue()).toBe("- walk(Anna, Garden)\n- walk(Anna, Home)")
    await page.getByRole("button", { name: "part.drama" }).click()
    await page.getByRole("button", { name: "This file" }).click()
    await page.getByRole("menuitem", { name: "Remove this file" }).click()
    await page.getByRole("button", { name: "Undo" }).click()
    await page.getByRole("button", { name: "part.drama" }).waitFor()
  })

  test("every panel can be reached at every width, and no page scrolls sideways", async () => {
    const { page } = await visit({ fragment: fragmentOf(playing, "- walk(Anna, Garden)"), width: 1440 })
    await page.getByText("A story in 2 acts").waitFor()
    for (const panel of ["Map", "Scenarios", "Why", "Story"]) {
      await page.getByRole("tab", { name: panel }).click()
      for (const width of [320, 390, 768, 1024, 1120, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        const seen = await page.evaluate(() => ({
          page: document.documentElement.scrollWidth - innerWidth,
          cut: [...document.querySelectorAll(".panel-tab")].filter(
            (each) =>
              each.getBoundingClientRect().right >
              Math.min(innerWidth, each.parentElement!.getBoundingClientRect().right),
          ).length,
        }))
        expect([panel, width, seen]).toEqual([panel, width, { page: Math.min(0, seen.page), cut: 0 }])
      }
    }
    // The way past the text stands in a row of its own when it is seen, and covers not a letter.
    await page.locator(".skip").focus()
    const [skip, head] = [
      await page.locator(".skip").boundingBox(),
      await page.locator(".head").boundingBox(),
    ]
    expect(skip!.y + skip!.height).toBeLessThanOrEqual(head!.y)
    // The line between text and panels is dragged, and selects nothing on its way.
    const line = (await page.getByRole("separator", { name: "Width of the text" }).boundingBox())!
    await page.mouse.move(line.x + 4, 300)
    await page.mouse.down()
    await page.mouse.move(line.x + 250, 420, { steps: 8 })
    await page.mouse.up()
    expect(
      await page.getByRole("separator", { name: "Width of the text" }).getAttribute("aria-valuenow"),
    ).not.toBe("50")
    expect(await page.evaluate(() => getSelection()?.toString() ?? "")).toBe("")
  })
})
