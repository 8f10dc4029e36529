/** The library in a bundle for browsers: nothing of Node is in it; and how large the runtime is. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import { rolldown } from "rolldown"
import { expect, it } from "vitest"
import { parcel } from "./library-worlds.js"

const page = new URL("../../../docs/library.md", import.meta.url)
const here = fileURLToPath(new URL("..", import.meta.url))

/** A program of one line, bundled as a page would have it; all its files, by name. */
async function bundled(program: string): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-bundle-"))
  writeFileSync(join(folder, "page.js"), program)
  const bundle = await rolldown({
    input: join(folder, "page.js"),
    cwd: here,
    platform: "browser",
  })
  const { output } = await bundle.generate({ format: "esm", minify: true })
  await bundle.close()
  return new Map(output.map((each) => [each.fileName, each.type === "chunk" ? each.code : ""]))
}

function gzipped(files: ReadonlyMap<string, string>): number {
  return gzipSync([...files.values()].join("\n"), { level: 9 }).length
}

it("asks for nothing of Node, and says where files can be read", async () => {
  const files = await bundled(`export * from "${join(here, "dist/library/index.js")}"`)
  for (const [name, code] of files) {
    const asked = [...code.matchAll(/(?:from|import\()\s*["'`]node:[a-z/]+/g)].map(([each]) => each)
    expect({ name, asked }).toEqual({ name, asked: [] })
  }
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-page-"))
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
  for (const [name, code] of files) writeFileSync(join(folder, name), code)
  const page = (await import(pathToFileURL(join(folder, "page.js")).href)) as typeof import("dramaturg")
  const world = await page.load(parcel)
  expect((await page.tell(world)).status).toBe("solved")
  await expect(page.load({ file: "my.drama" })).rejects.toThrow("Files can be read in Node only")
  await expect(page.load({ file: "my.drama" })).rejects.toBeInstanceOf(page.FileError)
})

/**
 * The most that a page loads for each, in bytes as gzip -9 makes them; docs/library.md says so, too. The wish
 * is 50 kB, and was kept until people could wonder and infer (D40 to D46); a play is more, because it is told in
 * words.
 */
const most = { "{ open, tell, stories }": 62_000, "{ open, play }": 104_000 }

for (const [names, limit] of Object.entries(most))
  it(`of the runtime, ${names} takes less than ${limit / 1000} kB`, async () => {
    const files = await bundled(`export ${names} from "${join(here, "dist/library/runtime.js")}"`)
    const size = gzipped(files)
    expect(readFileSync(page, "utf8")).toContain(`less than ${limit / 1000} kB`)
    console.info(`dramaturg/runtime ${names}: ${size} bytes gzipped`)
    expect(size).toBeLessThan(limit)
    // A bundle without the engine would be small, too.
    expect(size).toBeGreaterThan(limit / 2)
    expect([...files.values()].join().includes("Did you mean")).toBe(true)
  })
