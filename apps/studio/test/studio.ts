/**
 * The built studio in a real browser: any Chromium or Chrome that is found. Where there is none, the tests
 * say so and skip.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest"
import { built, serve } from "../serve.mjs"
import { linkOf } from "../src/files/share.js"
import { browser, executablePath } from "./browser.js"

export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained about; a broken content policy is among it. */
  readonly complaints: readonly string[]
}

export interface Stage {
  /** A page of somebody else's. */
  readonly open: (address: string) => Promise<Opened>
  /**
   * A visitor who has never been here. The lair opens, and its story and scenarios cost a browser ten seconds
   * of work; where it does not matter which world is open, `fragment` is a link to a small one.
   */
  readonly visit: (options?: {
    readonly width?: number
    readonly height?: number
    readonly fragment?: string
    /** Opens the cover that a content note makes. */
    readonly reads?: boolean
    /** The studio's files are kept for when there is no network, which costs a browser a second or two. */
    readonly isKept?: boolean
    readonly before?: () => void
  }) => Promise<Opened>
  readonly address: () => string
}

/** A test that costs a browser most of a minute: only where the long tests run. */
export const longTest = test.runIf(process.env.LONG === "1")

/** `isLong`: only where the long tests run. */
export function describeStudio(title: string, tests: (stage: Stage) => void, { isLong = false } = {}): void {
  if (isLong && process.env.LONG !== "1")
    return describe.skip(`${title} (with the long tests)`, () => tests(idle))
  const missing =
    executablePath === undefined
      ? "no Chromium or Chrome was found on this machine"
      : existsSync(join(built, "index.html"))
        ? undefined
        : "the studio is not built (npm run build)"
  if (missing) {
    console.warn(`Skipped, because ${missing}: ${title}`)
    return describe.skip(`${title} (skipped: ${missing})`, () => tests(idle))
  }
  describe(title, () => {
    let host: Awaited<ReturnType<typeof serve>>
    beforeAll(async () => {
      host = await serve()
    })
    // A page that stays open goes on searching, and slows down the tests behind it.
    const contexts: BrowserContext[] = []
    beforeEach(() => void contexts.splice(0))
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((each) => each.close()))
    })
    afterAll(() => void host?.server.close())
    const begin = async (
      width: number,
      height: number,
      isKept: boolean,
    ): Promise<Opened & { readonly complaints: string[] }> => {
      const context = await (await browser()).newContext({
        viewport: { width, height },
        serviceWorkers: isKept ? "allow" : "block",
      })
      contexts.push(context)
      const page = await context.newPage()
      // A machine that is busy may need longer: PATIENCE=90000.
      page.setDefaultTimeout(Number(process.env.PATIENCE ?? 45_000))
      const complaints: string[] = []
      page.on("pageerror", (error) => complaints.push(error.message))
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
      return { page, context, complaints }
    }
    tests({
      address: () => host.address,
      open: async (address) => {
        const opened = await begin(1280, 800, true)
        await opened.page.goto(address)
        return opened
      },
      visit: async ({
        width = 1280,
        height = 800,
        fragment = "",
        reads = false,
        isKept = false,
        before,
      } = {}) => {
        const opened = await begin(width, height, isKept)
        const { page } = opened
        // Runs in the page before anything of the studio does.
        if (before) await page.addInitScript(before)
        await page.goto(host.address + fragment)
        if (reads) await page.getByRole("button", { name: "Read the story" }).click()
        return opened
      },
    })
  })
}

const idle: Stage = {
  open: () => Promise.reject(new Error("There is no browser.")),
  visit: () => Promise.reject(new Error("There is no browser.")),
  address: () => "",
}

/** What stands behind the address of the studio in a link to a world. */
export function linkTo(
  text: string,
  {
    title = "A garden",
    main = "world.drama",
    outline = "",
    parts = [] as readonly { readonly name: string; readonly text: string }[],
  } = {},
): string {
  return linkOf({ id: "", title, files: [{ name: main, text }, ...parts], main, outline }, "")
}

/** An empty page on the desk, in place of what is there. */
export async function beginEmpty(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menu", exact: true }).click()
  await page.getByRole("menuitem", { name: "Begin an empty world" }).click()
  await page.getByRole("heading", { name: "An empty page" }).waitFor()
}

/**
 * What is written in the editor, all of it: pasted, for to put thousands of letters in as if they were typed
 * takes a browser a minute.
 */
export async function write(page: Page, text: string): Promise<void> {
  const editor = page.locator(".cm-content")
  await editor.click()
  await page.keyboard.press("ControlOrMeta+a")
  await editor.evaluate((it, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", pasted)
    it.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

export const small = `type place;
entity Home, Garden : place;
property at(who : character) : place;

entity Anna : character {
  at = Home;
  wants: at(Anna) == Garden;
}

action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}

utility(): at(Anna) == Garden;
`

/** The gentlest world of the gallery. */
export const parcelText = readFileSync(
  new URL("../../../stories/parcel/parcel.drama", import.meta.url),
  "utf8",
)

/** Links to both. */
export const garden = linkTo(small)
export const parcel = linkTo(parcelText, { title: "The parcel", main: "parcel.drama" })

/** One that no search comes to the end of: a clock for everybody, and an end that nobody can reach. */
export const endless = `property n(who : character) : number;
entity A, B, C : character { wants: n(A) + n(B) + n(C); }
action up(who : character) { effect: n(who) = n(who) + 1; consenting: who; }
action down(who : character) { effect: n(who) = n(who) - 1; consenting: who; }
utility(): if(n(A) > 50 & n(B) > 50 & n(C) < 0 - 50) 1 else 0;
`

/** One of ever more states: lamps that go on and off, and an end that is far away. */
export const hungry = `type lamp;
entity ${numbered("Lamp", 60)} : lamp;
property lit(what : lamp) : boolean;
property sparks() : number;
sparks() = 0;
action light(what : lamp) { precondition: !lit(what); effect: lit(what) & sparks() = sparks() + 1; }
action quench(what : lamp) { precondition: lit(what); effect: !lit(what) & sparks() = sparks() - 1; }
utility(): if(sparks() > 1000) 1 else 0;
`

/** One whose instances alone take long to write out, without a moment to hear anything in. */
export const deaf = `type pot;
entity ${numbered("Pot", 60)} : pot;
property near(a : pot, b : pot) : number;
action stir(a : pot, b : pot, c : pot) { effect: near(a, b) = near(b, c) + 1; }
utility(): sum(a : pot) sum(b : pot) near(a, b);
`

function numbered(word: string, many: number): string {
  return Array.from({ length: many }, (_, i) => `${word}${i}`).join(", ")
}
