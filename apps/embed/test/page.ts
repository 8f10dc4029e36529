/**
 * Somebody else's page in a real browser: a folder with the elements beside it, under the strict policy
 * that docs/embed.md promises.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe } from "vitest"
import { serve } from "../../studio/serve.mjs"
import { browser, executablePath } from "../../studio/test/browser.js"

export const dist = fileURLToPath(new URL("../dist", import.meta.url))
export const files = ["embed.js", "embed-worker.js"]
export const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'none'"

const stories = fileURLToPath(new URL("../../../stories", import.meta.url))
const worlds = ["parcel/parcel.drama", "lair/lair.drama"]

export interface Shown {
  readonly page: Page
  /** What the browser complained about; a broken content policy is among it. */
  readonly complaints: readonly string[]
}

/**
 * `show`: the content of a page, and a script of the page's own site that runs before the elements are
 * defined.
 */
export type Show = (content: string, script?: string) => Promise<Shown>

const pageOf = (content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A blog</title>
<meta http-equiv="Content-Security-Policy" content="${policy}"><script src="own.js"></script>
<script type="module" src="dramaturg/embed.js"></script></head>
<body><main><h1>A blog</h1>${content}</main></body></html>`

/** Skips, and says so, where there is no browser or nothing is built. */
export function describePage(title: string, tests: (show: Show) => void): void {
  const missing =
    executablePath === undefined
      ? "no Chromium or Chrome was found on this machine"
      : files.every((each) => existsSync(join(dist, each)))
        ? undefined
        : "the elements are not built (npm run build)"
  if (missing) {
    console.warn(`Skipped, because ${missing}: ${title}`)
    return describe.skip(`${title} (skipped: ${missing})`, () =>
      tests(() => Promise.reject(new Error(missing))))
  }
  describe(title, () => {
    let folder: string
    let host: Awaited<ReturnType<typeof serve>>
    const contexts: BrowserContext[] = []
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "dramaturg-blog-"))
      for (const each of files) cpSync(join(dist, each), join(folder, "dramaturg", each))
      for (const each of worlds) cpSync(join(stories, each), join(folder, each.split("/")[1]))
      host = await serve(0, folder)
    })
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((each) => each.close()))
    })
    afterAll(() => {
      host?.server.close()
      rmSync(folder, { recursive: true, force: true })
    })
    tests(async (content, script = "") => {
      writeFileSync(join(folder, "post.html"), pageOf(content))
      writeFileSync(join(folder, "own.js"), script)
      const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 } })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(Number(process.env.PATIENCE ?? 45_000))
      const complaints: string[] = []
      page.on("pageerror", (error) => complaints.push(error.message))
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
      await page.goto(`${host.address}post.html`)
      return { page, complaints }
    })
  })
}

/** A script that keeps what the elements tell the page, as `window.told`. */
export const listening = `window.told = []
for (const name of ["story", "choice", "ending", "error"])
  document.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) told.push({ name, detail: event.detail, isComposed: event.composed, on: event.target.localName })
  })`

export interface Told {
  readonly name: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly isComposed: boolean
  readonly on: string
}

/** What has been told so far, once there are as many. */
export async function toldOn(page: Page, many: number): Promise<readonly Told[]> {
  await page.waitForFunction(
    (least) => (globalThis as unknown as { told: readonly Told[] }).told.length >= least,
    many,
  )
  return page.evaluate(() => (globalThis as unknown as { told: readonly Told[] }).told)
}
