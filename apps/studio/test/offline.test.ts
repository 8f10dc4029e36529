/**
 * What is kept for when there is no network: the studio's own files, and nothing else that lies beside them.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { built, serve } from "../serve.mjs"
import { describeStudio, garden } from "./studio.js"

/** Every address that is kept, by cache. */
const kept = (page: Page): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    return Object.fromEntries(
      await Promise.all(
        names.map(
          async (each) =>
            [each, (await (await caches.open(each)).keys()).map(({ url }) => new URL(url).pathname)] as const,
        ),
      ),
    )
  })

describeStudio("without a network", ({ open }) => {
  let folder: string
  let host: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dramaturg-host-"))
    cpSync(built, join(folder, "studio"), { recursive: true })
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Another page</title>")
    writeFileSync(join(folder, "studio", "notes.html"), "<!doctype html><title>Notes</title><p>mine</p>")
    writeFileSync(join(folder, "studio", "secret.json"), "{}")
    host = await serve(0, folder)
  })
  afterAll(() => {
    host?.server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test("the studio opens; what lies beside it, and other caches, are none of its business", async () => {
    const { page, context } = await open(host.address)
    // What others keep, what we kept under an old name, and what a studio at another place keeps.
    await page.evaluate(async () => {
      for (const [name, address] of [
        ["theirs", "/index.html"],
        ["dramaturg-theirs", "/index.html"],
        ["dramaturg-0123456789ab", "/studio/old.js"],
        ["dramaturg-aaaaaaaaaaaa", "/elsewhere/old.js"],
        ["dramaturg:/elsewhere/:1", "/elsewhere/x.js"],
        ["dramaturg:/studio/:old", "/studio/x.js"],
      ])
        await (await caches.open(name)).put(address, new Response("x"))
    })
    await page.goto(`${host.address}studio/${garden}`)
    await page.getByText("A story in one act").waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await page.getByText("A story in one act").waitFor()
    const list = async () =>
      (
        await page.evaluate(async () => [
          await (await fetch("notes.html")).text(),
          await (await fetch("secret.json")).text(),
          await (await fetch("./?asked")).text(),
          await (await fetch("assets/nobody.js")).text(),
        ])
      ).length
    expect(await list()).toBe(4)
    const before = await kept(page)
    const own = Object.keys(before).find((each) => /^dramaturg:\/studio\/:[0-9a-f]{12}$/.test(each))!
    expect(Object.keys(before).sort()).toEqual(
      ["theirs", "dramaturg-theirs", "dramaturg-aaaaaaaaaaaa", "dramaturg:/elsewhere/:1", own].sort(),
    )
    expect(before[own]).toContain("/studio/licences.txt")
    expect(
      before[own].filter(
        (each) => !/^\/studio\/(assets\/[\w.-]+|icon\.svg|manifest\.webmanifest|licences\.txt|)$/.test(each),
      ),
    ).toEqual([])
    // What a page beside the studio is answered with comes from its own host, or not at all.
    await page.goto(`${host.address}studio/notes.html`)
    await page.getByText("mine").waitFor()
    expect(await kept(page)).toEqual(before)
    await context.setOffline(true)
    await page.goto(`${host.address}studio/index.html`)
    await page.getByText("A story in one act").waitFor()
    expect(
      await page.goto(`${host.address}studio/notes.html`).then(
        () => "answered",
        () => "not answered",
      ),
    ).toBe("not answered")
  })
})

describeStudio("the licences of what the page is made of", ({ visit }) => {
  test("stand in one text, which the page leads to; each package that we ask for is among them, with its words", async () => {
    const text = readFileSync(join(built, "licences.txt"), "utf8")
    const { dependencies } = JSON.parse(
      readFileSync(fileURLToPath(new URL("../package.json", import.meta.url)), "utf8"),
    ) as { readonly dependencies: Readonly<Record<string, string>> }
    for (const [name, version] of Object.entries(dependencies))
      if (!name.startsWith("@dramaturg/")) expect(text).toContain(`${name} ${version} (`)
    for (const words of ["SIL OPEN FONT LICENSE", "Apache License", "Permission is hereby granted"])
      expect(text).toContain(words)
    const { page, context } = await visit({ fragment: garden })
    await page.getByText("A story in one act").waitFor()
    await page.getByRole("button", { name: "Menu", exact: true }).click()
    await page.getByRole("menuitem", { name: "About this studio" }).click()
    const [other] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "their names and licences" }).click(),
    ])
    await other.getByText("This page also holds the work of others").waitFor()
  })
})
