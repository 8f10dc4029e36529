/** Worlds of strangers: whatever is in them is text, and no text is more than that. */
import { deflateRawSync } from "node:zlib"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { sharedIn } from "../src/files/share.js"
import { describeStudio, garden } from "./studio.js"

const harm = "<img src=x onerror='globalThis.harmed=1'>"
const script = "</script><script>globalThis.harmed=1</script>"
const bidi = "\u202Eannael\u202C"
const long = `L${"o".repeat(3000)}ng`

/** Hostile wherever an author may write: names, strings, doc comments, file names, the title, the outline. */
const hostile = `/// Content note: ${harm} ${script}
/// ${harm}

type place;
entity Home, Garden : place;
property at(who : character) : place;

/// ${harm} ${bidi} $\{globalThis.harmed=1} {{harmed}}
entity ${long} : character {
  told: "${harm.replaceAll('"', "'")} ${bidi} $(globalThis.harmed=1) <%= harmed %>", she;
  at = Home;
  wants: at(${long}) == Garden;
}

/// ${script} javascript:globalThis.harmed=1
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}

utility(): at(${long}) == Garden;
`

function linkTo(world: object): string {
  return `#w1:${deflateRawSync(JSON.stringify(world)).toString("base64url")}`
}

const isHarmed = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as unknown as { harmed?: unknown }).harmed)

describeStudio("worlds of strangers", ({ visit }) => {
  test("hostile names, strings, docs, titles and file names are shown as they are in every panel, and fit on the page", async () => {
    const name = `${harm}.drama`
    const { page, complaints } = await visit({
      fragment: linkTo({
        title: `${harm}${bidi}`,
        files: [{ name, text: hostile }],
        main: name,
        outline: `${harm}\n- walk(${long}, Garden)`,
      }),
    })
    await page.locator(".cover-note", { hasText: "<img src=x" }).waitFor()
    await page.getByRole("button", { name: "Read the story" }).click()
    await page.getByText("A story in one act").waitFor()
    await page.locator(".sentence[data-act]").first().click()
    for (const panel of ["Minds", "Why", "Outline", "Story"]) {
      await page.getByRole("tab", { name: panel }).click()
      await page.waitForTimeout(300)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
      expect(await page.locator("#studio img, #studio script, .sheet img").count()).toBe(0)
    }
    await page.locator(".cm-content .d-entity").first().hover()
    await page.keyboard.press("ControlOrMeta+k")
    await page.getByPlaceholder("What would you like to do?").waitFor()
    expect(await isHarmed(page)).toBe(undefined)
    expect(complaints).toEqual([])
  })

  test("nothing that a page of ours runs may ask a stranger's host, evaluate a text, or load a script of theirs", async () => {
    const { page } = await visit({ fragment: garden })
    const tried = await page.evaluate(async () => {
      const attempt = async (what: () => unknown): Promise<boolean> => {
        try {
          await what()
          return true
        } catch {
          return false
        }
      }
      // What a debugger asks for at once is let through; a moment later the page's own rules hold.
      await new Promise((resolve) => setTimeout(resolve, 50))
      return [
        await attempt(() => fetch("https://example.org/")),
        await attempt(() => (0, eval)("1")),
        await attempt(() => new Function("return 1")()),
        await attempt(
          () =>
            new Promise((resolve, reject) =>
              document.head.append(
                Object.assign(document.createElement("script"), {
                  src: "https://example.org/x.js",
                  onload: resolve,
                  onerror: reject,
                }),
              ),
            ),
        ),
      ]
    })
    expect(tried).toEqual([false, false, false, false])
  })

  test("a link that would unpack to more than any world is none, and the lair opens instead", async () => {
    const bomb = `#w1:${deflateRawSync(Buffer.alloc(60_000_000, "a")).toString("base64url")}`
    expect(bomb.length).toBeLessThan(100_000)
    const { page } = await visit({ fragment: bomb })
    await page.getByText("A story in 20 acts").waitFor()
    await page.getByText("The link did not bring a world").waitFor()
  })
})

test("a bomb costs no more than it is allowed to", () => {
  const before = process.memoryUsage().rss
  for (const megabytes of [5, 200])
    expect(
      sharedIn(`#w1:${deflateRawSync(Buffer.alloc(megabytes * 1_000_000, " ")).toString("base64url")}`),
    ).toBe(undefined)
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
})

test("names that mean something to JavaScript are names and nothing else", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const shared = sharedIn(linkTo({ title: name, files: [{ name, text: "" }], main: name, outline: "" }))
    expect(shared?.main).toBe(name)
  }
  expect(({} as { polluted?: unknown }).polluted).toBe(undefined)
})
