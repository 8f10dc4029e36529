/**
 * `npm run library`: puts the texts of the language's library into a module, for packages read no files.
 * Plain Node.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./steps.mjs"

const folder = join(root, "packages", "language", "library")

/** The module as it stands in the repository, and the module that the texts make. */
export const libraryModule = join(root, "packages", "language", "src", "library", "generated", "texts.ts")

export function libraryCode() {
  const names = readdirSync(folder)
    .filter((each) => each.endsWith(".drama"))
    .sort()
  const parts = names.map(
    (each) =>
      `  ${each.slice(0, -".drama".length)}: ${JSON.stringify(readFileSync(join(folder, each), "utf8"))},`,
  )
  return [
    "/** The library's texts. Made by `npm run library` from packages/language/library; do not change it here. */",
    "export const parts: Readonly<Record<string, string>> = {",
    ...parts,
    "}",
    "",
  ].join("\n")
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(libraryModule, libraryCode())
