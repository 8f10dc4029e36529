/**
 * The browser of the tests: any Chromium or Chrome that is found, begun with the first page that a process of
 * tests opens; all files that are run in the process use it. It ends with the process.
 */
import { type Browser, chromium } from "playwright-core"
import { foundBrowser } from "../browser.mjs"

/** Undefined: none was found. */
export const executablePath = foundBrowser()

let launched: Promise<Browser> | undefined

export async function browser(): Promise<Browser> {
  const before = await launched
  if (before?.isConnected()) return before
  launched = chromium.launch({ executablePath, args: ["--no-sandbox"] })
  return launched
}
