/**
 * Where the browser's store fails: nothing is called saved that is not, it is tried again, and nothing is
 * lost.
 */
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { describeStudio, garden, small, write } from "./studio.js"

const head = (page: Page, words: RegExp) => page.locator(".head-saving", { hasText: words }).waitFor()
const trouble = (page: Page, words: string | RegExp) =>
  page.locator(".notice-care", { hasText: words }).waitFor()
const keep = (page: Page, value: boolean) =>
  page.evaluate((it) => ((globalThis as unknown as { isFull: boolean }).isFull = it), value)

/** What is in the store of a world, as another page would find it. */
function stored(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("dramaturg")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asking = opening.result.transaction("projects").objectStore("projects").getAll()
          asking.onsuccess = () => {
            opening.result.close()
            resolve(asking.result.map((each: { files: { text: string }[] }) => each.files[0].text))
          }
        }
      }),
  )
}

/** Writes into the store behind the studio's back, and opens it again. */
async function damage(page: Page, change: string): Promise<void> {
  await page.evaluate(
    (source) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dramaturg")
        opening.onsuccess = () => {
          const doing = opening.result.transaction(["projects", "memory"], "readwrite")
          const [projects, memory] = [doing.objectStore("projects"), doing.objectStore("memory")]
          const asking = projects.getAll()
          asking.onsuccess = () => {
            const changes: Record<string, () => void> = {
              texts: () =>
                projects.put({
                  ...asking.result[0],
                  files: [
                    { name: "world.drama", text: "entity Saved : character;" },
                    { name: "b.drama", text: 7 },
                  ],
                }),
              shape: () => projects.put({ id: asking.result[0].id }),
              besides: () => {
                projects.put({ id: "broken", title: 3, files: null })
                projects.put({
                  ...asking.result[0],
                  outline: undefined,
                  play: "x",
                  manner: 3,
                  hasNotes: [],
                  main: "gone.drama",
                })
              },
              memory: () =>
                memory.put({ last: { a: 1 }, theme: 7, notesRead: "x", tour: [] } as never, "studio"),
            }
            changes[source]()
          }
          doing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          doing.onabort = () => reject(doing.error)
        }
      }),
    change,
  )
  await page.reload()
}

describeStudio("a store that fails", ({ visit }) => {
  test("full: says so and what to do, tries again by itself, and calls it saved only then", async () => {
    const { page } = await visit({
      fragment: garden,
      before: () => {
        const put = IDBObjectStore.prototype.put
        IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
          if ((globalThis as unknown as { isFull?: boolean }).isFull && this.name === "projects")
            throw new DOMException("full", "QuotaExceededError")
          return put.apply(this, given)
        }
      },
    })
    await head(page, /^Saved$/)
    await keep(page, true)
    await write(page, `${small}// more`)
    await trouble(page, "the room that this browser gives to this page is full")
    await head(page, /^Not saved$/)
    expect(await stored(page)).toEqual([small])
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save a copy on this computer" }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    await keep(page, false)
    await head(page, /^Saved$/)
    expect(await page.locator(".notice-care").count()).toBe(0)
    expect(await stored(page)).toEqual([`${small}// more`])
  })

  test("aborted, or closed under us: the first is said, the second is opened again, and a rename goes on either way", async () => {
    const { page } = await visit({
      fragment: garden,
      before: () => {
        const put = IDBObjectStore.prototype.put
        IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
          const asked = put.apply(this, given)
          if ((globalThis as unknown as { isFull?: boolean }).isFull && this.name === "projects")
            this.transaction.abort()
          return asked
        }
      },
    })
    await head(page, /^Saved$/)
    await keep(page, true)
    await write(page, `${small}// more`)
    await trouble(page, "broke off while it was saving")
    await page.getByText("A story in one act").waitFor()
    // At the next letter it is tried again.
    await keep(page, false)
    await page.keyboard.insertText("\n// still more")
    await head(page, /^Saved$/)
    // Another page wants the store in another shape: ours lets go, and opens it again for the next letter.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dramaturg", 7)
          opening.onblocked = () => reject(new Error("blocked"))
          opening.onsuccess = () => {
            opening.result.close()
            resolve()
          }
        }),
    )
    await page.keyboard.insertText("\n// and more")
    await head(page, /^Saved$/)
    await expect.poll(async () => (await stored(page))[0]).toContain("// and more")
  })

  test("forbidden: everything works, nothing is called saved, and what was written is found again", async () => {
    const { page } = await visit({
      fragment: garden,
      before: () => {
        const open = IDBFactory.prototype.open
        IDBFactory.prototype.open = function (...given: Parameters<typeof open>) {
          if (sessionStorage.getItem("allowed") === null) throw new DOMException("no", "SecurityError")
          return open.apply(this, given)
        }
      },
    })
    await trouble(page, "this browser lets this page keep nothing")
    await head(page, /^Not saved$/)
    await write(page, `${small}// more`)
    // From world to world and back, nothing of it is lost.
    await page.locator(".head-title").click()
    await page.getByRole("button", { name: /^An empty page/ }).click()
    await page.getByRole("heading", { name: "An empty page" }).waitFor()
    await page.locator(".head-title").click()
    await page.getByRole("button", { name: /^A garden/ }).click()
    await page.locator(".cm-line", { hasText: "// more" }).waitFor()
    await page.reload()
    await page.locator(".cm-line", { hasText: "// more" }).waitFor()
    await head(page, /^Not saved$/)
    // In one moment, or the studio may try again by itself in between, and the button is gone.
    await page.getByRole("button", { name: "Try again now" }).evaluate((button) => {
      sessionStorage.setItem("allowed", "1")
      ;(button as HTMLElement).click()
    })
    await head(page, /^Saved$/)
  })

  test("damaged besides its texts: it opens all the same, and another that is damaged hides nothing", async () => {
    const { page, complaints } = await visit({ fragment: garden })
    await head(page, /^Saved$/)
    await damage(page, "besides")
    await page.getByText("A story in one act").waitFor()
    for (const panel of ["Play", "Outline"]) await page.getByRole("tab", { name: panel }).click()
    await damage(page, "memory")
    await page.getByText("A story in one act").waitFor()
    await page.locator(".head-title").click()
    await page.getByText("A world whose title is lost").waitFor()
    await page.getByRole("button", { name: /^A garden – open now/ }).waitFor()
    expect(complaints).toEqual([])
  })

  test("damaged: another world opens, and what can be read of this one can be had", async () => {
    const { page } = await visit({ fragment: garden })
    await head(page, /^Saved$/)
    await damage(page, "texts")
    await page.getByText("“A garden” is damaged and could not be opened").waitFor()
    await page.locator(".head-title").click()
    await page.getByRole("button", { name: "Open what can be read of A garden" }).click()
    await page.locator(".cm-line", { hasText: "entity Saved : character;" }).waitFor()
  })

  test("a world that is thrown away goes into the bin, and comes back as it was", async () => {
    const { page } = await visit({ fragment: garden })
    await write(page, `${small}// more`)
    await page.locator(".head-title").click()
    await page.getByRole("button", { name: "Put A garden into the bin" }).click()
    await page.getByText("“A garden” is in the bin.").waitFor({ state: "attached" })
    await page.getByRole("button", { name: "Put A garden back on the shelf" }).click()
    await page.getByRole("button", { name: /^A garden/ }).click()
    await page.locator(".cm-line", { hasText: "// more" }).waitFor()
  })
})
