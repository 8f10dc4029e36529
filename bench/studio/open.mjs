/**
 * The built studio in a browser that has never seen it: a process and a profile of its own each time, served
 * as any static host would.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium } from "playwright-core"
import { foundBrowser } from "../../apps/studio/browser.mjs"
import { serve } from "../../apps/studio/serve.mjs"

/**
 * Calls `look` with the page before it goes anywhere, the address, and what the page asks of the host; cleans
 * up in every case.
 */
export async function withStudio(look) {
  const executablePath = foundBrowser()
  if (executablePath === undefined)
    throw new Error("No Chromium or Chrome was found on this machine; CHROMIUM=/path names one.")
  const profile = mkdtempSync(join(tmpdir(), "dramaturg-bench-"))
  const { server, address } = await serve()
  const asked = []
  server.on("request", ({ url }) => asked.push(new URL(url, address).pathname))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ["--no-sandbox"],
    viewport: { width: 1280, height: 800 },
  })
  try {
    const [page] = context.pages()
    page.setDefaultTimeout(120_000)
    // Starting the browser is not what is measured.
    await page.waitForTimeout(800)
    return await look({ page, context, address, asked })
  } finally {
    await context.close()
    server.close()
    server.closeAllConnections()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The sentence that stands above the story. */
export const standing = ".standing-words"
