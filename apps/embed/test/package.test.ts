/**
 * The package as it is given away: its weight, and its types as a strict program of someone else sees them.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { spawnSync } from "node:child_process"
import { expect, test } from "vitest"
import { dist, files } from "./page.js"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const isBuilt = files.every((each) => existsSync(join(dist, each)))
if (!isBuilt)
  console.warn("Skipped, because the elements are not built (npm run build): their weight and types")

test.skipIf(!isBuilt)("both files together weigh under 300 kB compressed, the first of them under 12", () => {
  const [page, worker] = files.map(
    (each) => gzipSync(readFileSync(join(dist, each)), { level: 9 }).length / 1000,
  )
  expect(page + worker).toBeLessThan(300)
  expect(page).toBeLessThan(12)
})

test.skipIf(!isBuilt)("docs/embed.md says what they weigh", () => {
  const page = readFileSync(join(root, "docs", "embed.md"), "utf8")
  const said = /weighs some (\d+) kB compressed; the engine, in `embed-worker.js`, some (\d+) kB/.exec(page)
  files.forEach((each, i) => {
    const weight = gzipSync(readFileSync(join(dist, each)), { level: 9 }).length / 1000
    expect(Math.abs(Number(said?.[i + 1]) - weight), `${each}: ${weight} kB`).toBeLessThan(1 + weight / 20)
  })
})

const studio = join(root, "apps", "studio", "dist")
const isStudioBuilt = isBuilt && existsSync(join(studio, "index.html"))
if (!isStudioBuilt)
  console.warn("Skipped, because the studio is not built (npm run build): the elements beside it")

test.skipIf(!isStudioBuilt)("the studio's folder holds the same two files, where pages may load them", () => {
  for (const each of files)
    expect(readFileSync(join(studio, each)).equals(readFileSync(join(dist, each))), each).toBe(true)
})

test.skipIf(!isBuilt)("neither file evaluates text, or names another host", () => {
  for (const each of files) {
    const code = readFileSync(join(dist, each), "utf8")
    expect(code).not.toMatch(/\beval\(|new Function\b/)
    expect([...code.matchAll(/https?:\/\/[\w.]+/g)].map(([address]) => address)).toEqual([])
  }
})

const program = `import { type DramaturgPlay, type StoryDetail, workerFrom } from "@dramaturg/embed"
workerFrom("/dramaturg/embed-worker.js")
const story = document.createElement("dramaturg-story")
story.world = "type place;"
story.addEventListener("story", ({ detail }) => {
  const words: string = detail.kind === "told" ? detail.paragraphs.join(" ") : detail.sentence
  const same: StoryDetail = detail
  console.log(words, same)
})
story.addEventListener("error", (event) => console.log(event.detail.kind === "world", event.detail.diagnostics.length))
story.addEventListener("click", () => {})
const play: DramaturgPlay = document.querySelector("dramaturg-play")!
play.as = "Anna"
play.addEventListener("choice", ({ detail: { act, play: kept } }) => console.log(act, JSON.stringify(kept), kept.choices.length))
play.addEventListener("ending", ({ detail }) => console.log(detail.ending === "goal"))
const kept = play.save()
if (kept) play.load(kept)
void play.choose(play.choices[0].act).then(() => play.undo())
// @ts-expect-error: there is no such event
play.addEventListener("ending", ({ detail }) => console.log(detail.paragraphs))
`

test.skipIf(!isBuilt)("its types hold in a strict program, by both ways of resolving modules", () => {
  const folder = mkdtempSync(join(root, "node_modules", ".embed-types-"))
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
    writeFileSync(join(folder, "page.ts"), program)
    const scope = join(folder, "node_modules", "@dramaturg")
    mkdirSync(scope, { recursive: true })
    // Only what a user has: the package, and what it depends on.
    for (const [name, path] of [
      ["embed", "apps/embed"],
      ["model", "packages/model"],
    ])
      symlinkSync(join(root, path), join(scope, name), "junction")
    for (const [module, resolution] of [
      ["NodeNext", "NodeNext"],
      ["ESNext", "Bundler"],
    ]) {
      writeFileSync(
        join(folder, "tsconfig.json"),
        JSON.stringify({
          compilerOptions: {
            ...{
              module,
              moduleResolution: resolution,
              target: "ES2022",
              lib: ["ES2023", "DOM", "DOM.Iterable"],
            },
            ...{ strict: true, skipDefaultLibCheck: true, noEmit: true, preserveSymlinks: true, types: [] },
          },
          files: ["page.ts"],
        }),
      )
      const { stdout, status } = spawnSync(
        process.execPath,
        [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder],
        { encoding: "utf8" },
      )
      expect(stdout).toBe("")
      expect(status).toBe(0)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
