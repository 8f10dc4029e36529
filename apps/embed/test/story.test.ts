/** Stories on somebody else's page: served from a folder of its own, under a strict content policy. */
import { expect, test } from "vitest"
import { axeFinds } from "../../studio/test/axe.js"
import { endless, small } from "../../studio/test/studio.js"
import { describePage, listening, toldOn } from "./page.js"

describePage("stories on other pages", (show) => {
  test("a world of the page's own site is told; a sentence that is clicked says what was done and why", async () => {
    const { page, complaints } = await show('<dramaturg-story src="parcel.drama"></dramaturg-story>')
    await page.getByText("4 acts, found in this page.").waitFor()
    await page.locator("[data-act]").first().click()
    expect(await page.getByRole("complementary", { name: "Why: act 1" }).innerText()).toContain(
      "invent_parcel(Nell, Toby)",
    )
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test("goes from act to act by keyboard, and closes by Escape", async () => {
    const { page } = await show('<dramaturg-story src="parcel.drama"></dramaturg-story>')
    await page.getByText("4 acts, found in this page.").waitFor()
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await page.getByRole("complementary", { name: "Why: act 2" }).waitFor()
    await page.keyboard.press("Escape")
    expect(await page.getByRole("complementary").count()).toBe(0)
  })

  test("is told through whom the page asks, in the order it asks for, and again when that changes", async () => {
    const { page } = await show(
      '<dramaturg-story src="parcel.drama" pov="Toby" order="from-the-end"></dramaturg-story>',
    )
    await page.getByText("4 acts, found in this page.").waitFor()
    const through = await page.locator(".story").innerText()
    await page.locator("dramaturg-story").evaluate((it) => it.removeAttribute("pov"))
    await page.waitForFunction((before) => {
      const text = document
        .querySelector("dramaturg-story")!
        .shadowRoot!.querySelector<HTMLElement>(".story")?.innerText
      return text !== undefined && text !== before
    }, through)
    await page.locator("dramaturg-story").evaluate((it) => it.setAttribute("pov", "Nobody"))
    await page.getByText("This story can't be told through Nobody: there are").waitFor()
  })

  test("tells a world that stands in the page, and one that a script gives; hostile words are words", async () => {
    const hostile = small.replace("wants:", 'told: "<img src=x onerror=alert(1)>", she;\n  wants:')
    const { page, complaints } = await show(
      `<dramaturg-story><script type="text/plain">${hostile}</script></dramaturg-story>`,
    )
    await page.locator(".story", { hasText: "<img src=x" }).waitFor()
    expect(await page.locator(".story img").count()).toBe(0)
    await page.locator("dramaturg-story").evaluate((it, text) => Object.assign(it, { world: text }), small)
    await page.locator(".story", { hasText: "Anna walked" }).waitFor()
    expect(complaints).toEqual([])
  })

  test("opens under the world's content note, and says what it cannot do", async () => {
    const { page } = await show('<dramaturg-story src="lair.drama"></dramaturg-story>')
    await page.getByText("Captivity, blood, a wish to die.").waitFor()
    expect(await page.getByText("Buffy opened her eyes").count()).toBe(0)
    await page.getByRole("button", { name: "Read the story" }).click()
    await page.getByText("Buffy opened her eyes").waitFor()
    for (const [content, words] of [
      [
        '<dramaturg-story src="https://example.org/x.drama"></dramaturg-story>',
        "A story comes from the site of its own page, and from no other.",
      ],
      ['<dramaturg-story src="nowhere.drama"></dramaturg-story>', "There is no world at nowhere.drama."],
      ["<dramaturg-story>entity A : nothing;</dramaturg-story>", "This world can't be read yet."],
      ["<dramaturg-story></dramaturg-story>", "There is no world here"],
      [
        '<dramaturg-story src="parcel.drama" order="sideways"></dramaturg-story>',
        "order is one of as-it-happened, from-the-middle, from-the-end, not sideways.",
      ],
    ]) {
      const other = await show(content)
      await other.page.getByText(words).waitFor()
      await other.page.close()
    }
  })

  test("tells the page what was found, and what went wrong, in events that leave the shadow", async () => {
    const { page } = await show('<p><dramaturg-story src="parcel.drama"></dramaturg-story></p>', listening)
    const [story] = await toldOn(page, 1)
    expect(story).toMatchObject({
      name: "story",
      on: "dramaturg-story",
      isComposed: true,
      detail: { kind: "told", isUndecided: false },
    })
    const { acts, paragraphs } = story.detail as {
      acts: { label: string; reasons: string[] }[]
      paragraphs: string[]
    }
    expect(acts.map((each) => each.label)[0]).toBe("invent_parcel(Nell, Toby)")
    expect(acts.every((each) => each.reasons.length > 0)).toBe(true)
    expect(paragraphs.join(" ")).toContain("Nell")
    const element = page.locator("dramaturg-story")
    await element.evaluate(
      (it, text) => Object.assign(it, { world: text }),
      small.replace("walk(who", "walk(whom"),
    )
    const torn = (await toldOn(page, 2))[1]
    expect(torn).toMatchObject({ name: "error", detail: { kind: "world" } })
    expect((torn.detail.diagnostics as unknown[]).length).toBeGreaterThan(0)
    await element.evaluate((it) => it.setAttribute("seed", "many"))
    expect((await toldOn(page, 3))[2]).toMatchObject({ name: "error", detail: { kind: "attribute" } })
    await element.evaluate((it) => it.removeAttribute("seed"))
    await toldOn(page, 4)
    const hopeless = small.replace(
      "utility(): at(Anna) == Garden",
      "utility(): if(at(Anna) == Nowhere) 1 else 0",
    )
    await element.evaluate(
      (it, text) => Object.assign(it, { world: text }),
      hopeless
        .replace("Garden :", "Garden, Nowhere :")
        .replace("precondition:", "precondition: to != Nowhere &"),
    )
    expect((await toldOn(page, 5))[4]).toMatchObject({
      name: "story",
      detail: { kind: "none", proof: "exhausted" },
    })
    await page.getByText("There is no story in this world").waitFor()
  })

  test("lets its reader change the world, told anew by key or button, and puts it back", async () => {
    const { page, complaints } = await show(
      `<dramaturg-story editable><script type="text/plain">${small}</script></dramaturg-story>`,
    )
    await page.locator(".story", { hasText: "Anna walked to the garden" }).waitFor()
    const text = page.getByRole("textbox", { name: /^The world/ })
    await text.fill(small.replaceAll("Garden", "Orchard"))
    await text.press("Control+Enter")
    await page.locator(".story", { hasText: "Anna walked to the orchard" }).waitFor()
    expect(
      await page.locator("dramaturg-story").evaluate((it) => (it as unknown as { text: string }).text),
    ).toContain("Orchard")
    await text.fill(small.replace("place;", "plaice;"))
    await page.getByRole("button", { name: "Tell it" }).click()
    await page.getByRole("listitem").first().waitFor()
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole("button", { name: "Put it back" }).click()
    await page.locator(".story", { hasText: "Anna walked to the garden" }).waitFor()
    expect(await text.inputValue()).toContain("Garden")
    expect(complaints).toEqual([])
  })

  test("an element that is removed no longer works: what another one asks is answered at once", async () => {
    const { page } = await show(
      `<dramaturg-story id="endless"><script type="text/plain">${endless}</script></dramaturg-story>`,
      listening,
    )
    await page.waitForTimeout(1500)
    const seconds = await page.evaluate(async (text) => {
      document.getElementById("endless")!.remove()
      const began = performance.now()
      const next = document.createElement("dramaturg-story")
      Object.assign(next, { world: text })
      const told = new Promise((resolve) => next.addEventListener("story", resolve))
      document.querySelector("main")!.append(next)
      await told
      return (performance.now() - began) / 1000
    }, small)
    // The search that was cancelled had 20 seconds.
    expect(seconds).toBeLessThan(12)
    expect((await toldOn(page, 1)).map((each) => each.name)).toEqual(["story"])
  })

  test("is coloured and set by the page's own custom properties", async () => {
    const { page } = await show('<dramaturg-story src="parcel.drama"></dramaturg-story>')
    await page.getByText("4 acts, found in this page.").waitFor()
    const look = await page.locator("dramaturg-story").evaluate((it) => {
      for (const [name, value] of [
        ["paper", "rgb(1, 2, 3)"],
        ["ink", "rgb(250, 251, 252)"],
        ["font", "monospace"],
        ["size", "20px"],
        ["radius", "0px"],
      ])
        (it as HTMLElement).style.setProperty(`--dramaturg-${name}`, value)
      const { backgroundColor, color, fontFamily, fontSize, borderRadius } = getComputedStyle(
        it.shadowRoot!.querySelector("section")!,
      )
      return { backgroundColor, color, fontFamily, fontSize, borderRadius }
    })
    expect(look).toEqual({
      backgroundColor: "rgb(1, 2, 3)",
      color: "rgb(250, 251, 252)",
      fontFamily: "monospace",
      fontSize: "20px",
      borderRadius: "0px",
    })
  })
})
