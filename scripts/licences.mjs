/**
 * The licence texts that travel with a bundle: those of every package of which something is in it. What is
 * bundled is asked of the bundler (the paths of the modules), so that no package is forgotten.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./steps.mjs"

/**
 * One text with name, version and licence of each package that these modules belong to; packages with the
 * very same text share it. Throws if a package has no licence text.
 */
export function licenceTexts(paths, what) {
  const folders = new Set(paths.map(folderOf).filter((each) => each !== undefined))
  const packages = [...folders]
    .map(packageIn)
    .filter(({ name }) => !name.startsWith("@dramaturg/"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const missing = packages.filter((each) => each.text === undefined)
  if (missing.length > 0)
    throw new Error(`No licence text was found for ${missing.map((each) => each.name).join(", ")}.`)
  return pageOf(packages, what)
}

/** The folder of the package that a file belongs to; undefined: it is our own, or the bundler's alone. */
function folderOf(path) {
  const made = /^\0(vite|rolldown)\//.exec(path)
  if (made) return join(root, "node_modules", made[1])
  const inside = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(
    path.replace(/^\0/, "").replace(/\?.*$/s, ""),
  )
  return inside?.[1]
}

function packageIn(folder) {
  const {
    name,
    version,
    license = "see below",
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  const text = file === undefined ? undefined : readFileSync(join(folder, file), "utf8").trim()
  return { name, version, licence: license, text }
}

function pageOf(packages, what) {
  const byText = new Map()
  for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each])
  const line = "=".repeat(78)
  const parts = [...byText].map(
    ([text, those]) =>
      `${line}\n${those.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join("\n")}\n${line}\n\n${text}\n`,
  )
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim()
  return `Dramaturg\n\n${own}\n\n\nThis ${what} also holds the work of others, under the licences below.\n\n${parts.join("\n\n")}`
}
