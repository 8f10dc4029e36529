/**
 * Writes `licences.txt` beside the page: the name, version and licence text of every package of which something is in the built files, of
 * the page and of its workers. What is really bundled is asked of the bundler, so that nothing is forgotten; a package whose text cannot
 * be found stops the build.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import type { Plugin } from "vite"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const studio = fileURLToPath(new URL("..", import.meta.url))
const ours = /^@dramaturg\//

type Bundle = Parameters<Extract<Plugin["generateBundle"], (...given: never[]) => unknown>>[1]

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string | undefined
}

/** One for the page and one for its workers, with one list between them: workers are bundled first, each by itself. */
export function licences(): { readonly page: Plugin; readonly worker: Plugin } {
  const found = new Map<string, Package>()
  const note = (paths: readonly string[]): void => {
    for (const path of paths) {
      const folder = folderOf(path)
      if (folder !== undefined && !found.has(folder)) found.set(folder, packageIn(folder))
    }
  }
  const collect = (bundle: Bundle): void => {
    for (const each of Object.values(bundle))
      note(
        each.type === "chunk"
          ? Object.keys(each.modules)
          : each.originalFileNames.map((one) => resolve(studio, one)),
      )
  }
  const worker: Plugin = {
    name: "licences-of-workers",
    apply: "build",
    generateBundle: (_, bundle) => collect(bundle),
  }
  const page: Plugin = {
    name: "licences",
    apply: "build",
    generateBundle(_, bundle) {
      collect(bundle)
      const packages = [...found.values()]
        .filter(({ name }) => !ours.test(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      const missing = packages.filter((each) => each.text === undefined)
      if (missing.length > 0)
        this.error(`No licence text was found for ${missing.map((each) => each.name).join(", ")}.`)
      this.emitFile({ type: "asset", fileName: "licences.txt", source: pageOf(packages) })
    },
  }
  return { page, worker }
}

/** Where the package lies that a file belongs to; undefined: it is our own, or nobody's. */
function folderOf(path: string): string | undefined {
  const made = /^\0(vite|rolldown)\//.exec(path)
  if (made) return join(root, "node_modules", made[1])
  const inside = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(
    path.replace(/^\0/, "").replace(/\?.*$/s, ""),
  )
  return inside?.[1]
}

function packageIn(folder: string): Package {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string
    readonly version: string
    readonly license?: string
  }
  return {
    name: about.name,
    version: about.version,
    licence: about.license ?? "see below",
    text: textIn(folder),
  }
}

function textIn(folder: string): string | undefined {
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  return file === undefined ? undefined : readFileSync(join(folder, file), "utf8").trim()
}

/** Packages with the very same text share it. */
function pageOf(packages: readonly Package[]): string {
  const byText = new Map<string, Package[]>()
  for (const each of packages) byText.set(each.text!, [...(byText.get(each.text!) ?? []), each])
  const line = "=".repeat(78)
  const parts = [...byText].map(
    ([text, those]) =>
      `${line}\n${those.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join("\n")}\n${line}\n\n${text}\n`,
  )
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim()
  return `Dramaturg\n\n${own}\n\n\nThis page also holds the work of others, under the licences below.\n\n${parts.join("\n\n")}`
}
