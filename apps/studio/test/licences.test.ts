/**
 * Whatever is in the built files, by the maps that a second build makes of where each line comes from, is
 * named among the licences.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { expect, test } from "vitest"

const root = fileURLToPath(new URL("../", import.meta.url))

test.skipIf(process.env.LONG !== "1")(
  "every package of which a line is in the page or its workers is named with its licence (with the long tests)",
  async () => {
    const outDir = mkdtempSync(join(tmpdir(), "dramaturg-licences-"))
    try {
      await build({
        configFile: join(root, "vite.config.ts"),
        logLevel: "silent",
        build: { outDir, emptyOutDir: true, sourcemap: true },
      })
      const maps = readdirSync(outDir, { recursive: true, encoding: "utf8" }).filter((each) =>
        each.endsWith(".js.map"),
      )
      expect(maps.some((each) => each.includes("worker"))).toBe(true)
      const folders = new Set(
        maps.flatMap((each) => {
          const { sources } = JSON.parse(readFileSync(join(outDir, each), "utf8")) as {
            readonly sources: readonly string[]
          }
          return sources.flatMap(
            (one) => /(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(one)?.[1] ?? [],
          )
        }),
      )
      expect(folders.size).toBeGreaterThan(20)
      const text = readFileSync(join(outDir, "licences.txt"), "utf8")
      const names = [...folders].map(
        (each) =>
          JSON.parse(readFileSync(join(root, "../..", each, "package.json"), "utf8")) as {
            readonly name: string
            readonly version: string
          },
      )
      expect(
        names.filter(
          ({ name, version }) => !name.startsWith("@dramaturg/") && !text.includes(`${name} ${version} (`),
        ),
      ).toEqual([])
    } finally {
      rmSync(outDir, { recursive: true, force: true })
    }
  },
)
