/**
 * The built site: every link leads somewhere, nothing comes from another host, and in a real browser its
 * worlds live, its search answers, and axe finds nothing.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { foundBrowser } from "../../apps/studio/browser.mjs"
import { serve } from "../../apps/studio/serve.mjs"
import { axeFinds } from "../../apps/studio/test/axe.js"
import { buildIfStale, dist, missing } from "../fresh.mjs"

/** To build the site takes minutes. */
const long = process.env.LONG === "1"

const lacking = missing()
if (lacking && long)
  console.warn(`Skipped, because ${lacking} is not built (npm run build): the documentation site`)
const executablePath = foundBrowser()

test("the list beside the pages has every page of docs/", () => {
  const config = readFileSync(new URL("../.vitepress/config.mjs", import.meta.url), "utf8")
  const inside = new Set(["dependencies"])
  const pages = readdirSync(new URL("../../docs", import.meta.url)).flatMap((each) =>
    each.endsWith(".md") ? [each.slice(0, -3)] : [],
  )
  expect(pages.length).toBeGreaterThan(15)
  expect(pages.filter((each) => !inside.has(each) && !config.includes(`"/${each}"`))).toEqual([])
})

describe.skipIf(lacking !== undefined || !long)("the documentation site (skipped without LONG=1)", () => {
  beforeAll(buildIfStale, 600_000)

  test("every link leads to a page that is there, and to a place on it", () => {
    const broken = pagesOf().flatMap((page) => {
      const html = readFileSync(join(dist, page), "utf8")
      return linksIn(html)
        .filter((each) => !/^(https?:|mailto:)/.test(each))
        .filter((each) => !leadsSomewhere(each, page))
        .map((each) => `${page}: ${each}`)
    })
    expect(broken).toEqual([])
    expect(pagesOf().length).toBeGreaterThan(150)
  })

  test("no page loads anything from another host", () => {
    const loaded = pagesOf().flatMap((page) =>
      [
        ...readFileSync(join(dist, page), "utf8").matchAll(
          /<(?:script|link|img|iframe|source|video|audio)\b[^>]*\b(?:src|href|srcset)="((?:https?:)?\/\/[^"]*)"/g,
        ),
      ].map(([, address]) => `${page}: ${address}`),
    )
    expect(loaded).toEqual([])
    const styles = readdirSync(join(dist, "assets")).filter((each) => each.endsWith(".css"))
    for (const each of styles)
      expect(readFileSync(join(dist, "assets", each), "utf8")).not.toMatch(/url\(["']?(?:https?:)?\/\//)
  })

  test("every document can be reached from the list beside the pages", () => {
    const listed = linksIn(readFileSync(join(dist, "learn", "index.html"), "utf8"))
    const documents = pagesOf().filter(
      (each) => !/^(index|404)\.html$|^messages\/.+(?<!index)\.html$/.test(each),
    )
    const lost = documents.filter((each) => !listed.includes(`/${each.replace(/(^|\/)index\.html$/, "$1")}`))
    expect(lost).toEqual([])
  })

  test("what links promise to open in the studio is a world that it can read", async () => {
    const { sharedIn } = await import("../../apps/studio/src/files/share.js")
    const links = [
      ...readFileSync(join(dist, "learn", "index.html"), "utf8").matchAll(/studio\/index\.html(#w1:[\w-]+)/g),
    ].map(([, fragment]) => sharedIn(fragment))
    expect(links.length).toBeGreaterThan(4)
    for (const each of links) expect(each?.files[0].text).toContain("utility()")
  })
})

const noBrowser = executablePath === undefined
if (noBrowser)
  console.warn(
    "Skipped, because no Chromium or Chrome was found on this machine: the documentation in a browser",
  )

const inBrowser = "the documentation site in a browser (skipped without LONG=1)"
describe.skipIf(lacking !== undefined || noBrowser || !long)(inBrowser, () => {
  let browser: Browser
  let host: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    buildIfStale()
    host = await serve(0, dist)
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    host?.server.close()
  })
  const opened = async (
    path: string,
    options: { readonly width?: number; readonly colorScheme?: "light" | "dark" } = {},
  ) => {
    const { width = 1280, colorScheme = "light" } = options
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    page.setDefaultTimeout(Number(process.env.PATIENCE ?? 45_000))
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(error.message))
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(host.address))
        complaints.push(`asked another host: ${request.url()}`)
    })
    await page.goto(host.address + path)
    return { page, complaints }
  }

  test("the worlds of the first page are told, can be changed, and one can be played", async () => {
    const { page, complaints } = await opened("learn/index.html")
    await page
      .locator("dramaturg-story")
      .first()
      .locator(".story", { hasText: "Mina walked to the garden." })
      .waitFor()
    await page.locator("dramaturg-story").nth(1).getByText("There is no story in this world").waitFor()
    await page.locator("dramaturg-story").nth(3).locator(".story", { hasText: "there was no cake" }).waitFor()
    const first = page.locator("dramaturg-story").first()
    const text = first.getByRole("textbox")
    await text.fill((await text.inputValue()).replaceAll("Garden", "Orchard"))
    await text.press("Control+Enter")
    await first.locator(".story", { hasText: "Mina walked to the orchard." }).waitFor()
    const play = page.locator("dramaturg-play")
    await play.getByRole("button", { name: "Mina" }).click()
    await play.getByRole("button", { name: "Tell Otto that there is a cake in the kitchen." }).click()
    await play.locator(".ending").waitFor()
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  test("search answers without a server", async () => {
    const { page, complaints } = await opened("index.html")
    await page.getByRole("button", { name: "Search" }).first().click()
    await page.getByRole("searchbox").fill("consenting")
    await page.locator(".result").first().waitFor()
    await page.keyboard.press("Escape")
    expect(complaints).toEqual([])
    await page.close()
  })

  test.each([
    ["index.html", {}],
    ["guide/writers.html", {}],
    ["guide/designers.html", { colorScheme: "dark" }],
    ["guide/researchers.html", {}],
    ["language.html", {}],
    ["words.html", { colorScheme: "dark" }],
    ["messages/index.html", {}],
    ["messages/no-clock.html", {}],
    ["formats/command-line.html", {}],
    ["semantics.html", { width: 390 }],
    ["embed.html", { width: 390, colorScheme: "dark" }],
    ["api/embed.html", {}],
  ] as const)("axe finds nothing on %s", async (path, options) => {
    const { page, complaints } = await opened(path, options)
    await settled(page)
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
}

/** The pages of the site; the studio has tests of its own. */
function pagesOf(): readonly string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((each) => each.replaceAll("\\", "/"))
    .filter((each) => each.endsWith(".html") && !each.startsWith("studio/"))
}

function linksIn(html: string): readonly string[] {
  const shown = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
  return [
    ...new Set(
      [...shown.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address.replaceAll("&amp;", "&")),
    ),
  ]
}

const anchors = new Map<string, ReadonlySet<string>>()

function leadsSomewhere(address: string, from: string): boolean {
  const [path, fragment] = address.split("#")
  const place = path === "" ? from : fileAt(path, from)
  if (place === undefined) return false
  if (fragment === undefined || fragment === "" || place.startsWith("studio/")) return true
  return idsOf(place).has(decodeURIComponent(fragment))
}

function fileAt(path: string, from: string): string | undefined {
  const decoded = decodeURIComponent(path.replace(/\?.*$/, ""))
  const whole = decoded.startsWith("/") ? join(dist, decoded) : join(dist, dirname(from), decoded)
  const file = existsSync(whole) && statSync(whole).isDirectory() ? join(whole, "index.html") : whole
  return existsSync(file) ? relative(dist, file).replaceAll("\\", "/") : undefined
}

function idsOf(file: string): ReadonlySet<string> {
  const known =
    anchors.get(file) ??
    new Set([...readFileSync(join(dist, file), "utf8").matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
  anchors.set(file, known)
  return known
}
