/** Plays on somebody else's page: by mouse, by keyboard, by script, for those who hear it. */
import { expect, test } from "vitest"
import { axeFinds } from "../../studio/test/axe.js"
import { small } from "../../studio/test/studio.js"
import { describePage, listening, toldOn } from "./page.js"

const inside = (attributes: string, world = small): string =>
  `<dramaturg-play ${attributes}><script type="text/plain">${world}</script></dramaturg-play>`

/** Two people, so that the reader has to say who they are; Bert would like to be where Anna is. */
const two = small
  .replace(
    "action walk",
    `entity Bert : character {
  at = Garden;
  wants: at(Bert) == Home;
}

action walk`,
  )
  .replace("utility(): at(Anna) == Garden", "utility(): if(at(Anna) == Garden & at(Bert) == Home) 1 else 0")

interface Play extends HTMLElement {
  save(): unknown
  load(play: unknown): void
  choose(act: string | null): Promise<void>
  readonly choices: readonly { readonly act: string }[]
  readonly ending: string | null
}

describePage("plays on other pages", (show) => {
  test("the only person is played; a choice leads to the ending, which can be taken back", async () => {
    const { page, complaints } = await show(inside(""), listening)
    const choice = page.getByRole("button", { name: "Walk to the garden." })
    await choice.waitFor()
    expect(await axeFinds(page)).toEqual([])
    await choice.click()
    const [chosen, ending] = await toldOn(page, 2)
    expect(chosen).toMatchObject({
      name: "choice",
      on: "dramaturg-play",
      isComposed: true,
      detail: { as: "Anna", act: "walk(Anna, Garden)", choices: [] },
    })
    expect((chosen.detail.text as string[]).join(" ")).toContain("garden")
    expect(ending).toMatchObject({ name: "ending", detail: { as: "Anna", ending: "goal" } })
    expect(await page.locator(".ending").innerText()).toBe(ending.detail.words)
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole("button", { name: "Undo" }).click()
    await choice.waitFor()
    expect(await page.locator(".chosen").count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test("asks who the reader would like to be, and goes by keyboard alone; the focus is never lost", async () => {
    const { page } = await show(inside("", two))
    await page.getByRole("button", { name: "Bert" }).waitFor()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    const choices = page.getByRole("list", { name: "What Anna could do" })
    await choices.waitFor()
    await page.waitForFunction(
      () => document.querySelector("dramaturg-play")!.shadowRoot!.activeElement?.matches(".choices") === true,
    )
    await page.keyboard.press("1")
    await page.locator(".chosen", { hasText: "Walk to the garden." }).waitFor()
    const heard = await page.locator("[aria-live=polite]").textContent()
    expect(heard).toContain("garden")
    const focused = (): Promise<string | undefined> =>
      page.evaluate(
        () => document.querySelector("dramaturg-play")!.shadowRoot!.activeElement?.className ?? undefined,
      )
    expect(await focused()).toMatch(/choices|ending/)
    await page.keyboard.press("u")
    await choices.waitFor()
    expect(await page.locator(".chosen").count()).toBe(0)
    expect(await focused()).toBe("choices")
    await page.keyboard.press("w")
    await page.locator(".chosen", { hasText: "Wait." }).waitFor()
    await page.getByRole("button", { name: "Begin again" }).click()
    await page.waitForFunction(
      () => document.querySelector("dramaturg-play")!.shadowRoot!.querySelector(".chosen") === null,
    )
  })

  test("a script of the page plays, keeps the play as JSON and goes on from it, in another element too", async () => {
    const { page } = await show(inside('as="Anna"', two), listening)
    await page.getByRole("list", { name: "What Anna could do" }).waitFor()
    const saved = await page.locator("dramaturg-play").evaluate(async (it) => {
      const play = it as Play
      await play.choose(null)
      return JSON.stringify(play.save())
    })
    expect(JSON.parse(saved)).toMatchObject({
      format: "dramaturg-play",
      as: "Anna",
      choices: [{ chosen: null }],
    })
    const refused = await page.locator("dramaturg-play").evaluate(async (it) => {
      const play = it as Play
      const said: string[] = []
      await play.choose("fly(Anna)").catch((error: Error) => said.push(error.name, error.message))
      for (const wrong of ["no", { format: "dramaturg-play", version: 7 }])
        try {
          play.load(wrong)
        } catch (error) {
          said.push((error as Error).message)
        }
      return said
    })
    expect(refused[0]).toBe("RangeError")
    expect(refused[1]).toContain("fly(Anna) cannot be chosen here; there are ")
    expect(refused.slice(2)).toEqual([
      "This play cannot be loaded: it is no JSON.",
      "This play cannot be loaded: it is of version 7, and this program reads version 1.",
    ])
    await page.evaluate(
      ([world, play]) => {
        const other = document.createElement("dramaturg-play") as unknown as Play
        Object.assign(other, { world, id: "other" })
        document.querySelector("main")!.append(other)
        other.load(play)
      },
      [two, saved],
    )
    await page.locator("#other .chosen", { hasText: "Wait." }).waitFor()
    expect(await page.locator("#other").evaluate((it) => JSON.stringify((it as Play).save()))).toBe(saved)
    const seed = await page.locator("#other").evaluate(async (it, play) => {
      const other = it as Play
      other.load({ ...JSON.parse(play), seed: 3 })
      await new Promise((resolve) => setTimeout(resolve, 100))
      for (let i = 0; i < 100 && other.save() === null; i++)
        await new Promise((resolve) => setTimeout(resolve, 100))
      return (other.save() as { readonly seed: number }).seed
    }, saved)
    expect(seed).toBe(3)
    // Moved to another place of the page, it goes on where it was.
    await page.evaluate(() => document.body.append(document.getElementById("other")!))
    await page.locator("body > #other .chosen", { hasText: "Wait." }).waitFor()
  })

  test("what cannot be played is said, with what there is instead", async () => {
    for (const [content, words, kind] of [
      [
        inside('as="Zoe"', two),
        "There is nobody called Zoe to be played: there are Anna, Bert.",
        "attribute",
      ],
      [
        '<dramaturg-play src="nowhere.drama"></dramaturg-play>',
        "There is no world at nowhere.drama.",
        "source",
      ],
      [inside("", small.replace("place;", "plaice;")), "This world can't be read yet.", "world"],
      [inside('seed="-1"'), "seed is a whole number", "attribute"],
    ]) {
      const { page } = await show(content, listening)
      await page.getByText(words).waitFor()
      expect((await toldOn(page, 1))[0]).toMatchObject({ name: "error", detail: { kind } })
    }
  })

  test("a world's content note stands before its play", async () => {
    const { page } = await show('<dramaturg-play src="lair.drama" as="Spike"></dramaturg-play>')
    await page.getByText("Captivity, blood, a wish to die.").waitFor()
    expect(await page.getByRole("list").count()).toBe(0)
    await page.getByRole("button", { name: "Read the story" }).click()
    await page.getByRole("list", { name: "What Spike could do" }).waitFor()
    await page.keyboard.press("Tab")
  })
})
