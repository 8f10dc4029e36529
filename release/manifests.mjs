/**
 * What the packages that are published have in common. `complaintsAboutManifests` is asked by `npm run tidy`;
 * `npm run manifests` writes the common fields, and the licence, into every package.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "../scripts/steps.mjs"

const workspace = readManifest(root)

/** The folders of the packages that are published, those that others depend on first. */
export function publishedFolders() {
  const order = ["model", "language", "engine", "telling", "exports", "analysis"]
  const folders = ["packages", "apps"].flatMap((each) =>
    readdirSync(join(root, each))
      .map((name) => join(root, each, name))
      .filter((folder) => existsSync(join(folder, "package.json")) && !readManifest(folder).private),
  )
  const rank = (folder) => (order.indexOf(relative(root, folder).split(/[\\/]/)[1]) + 99) % 99
  return folders.sort((a, b) => rank(a) - rank(b))
}

export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
}

/** The fields of a package's manifest that follow from the workspace's. */
function commonFields(folder) {
  const directory = relative(root, folder).replaceAll("\\", "/")
  return {
    license: workspace.license,
    homepage: workspace.homepage,
    repository: { ...workspace.repository, directory },
    bugs: workspace.bugs,
    type: "module",
    engines: workspace.engines,
    publishConfig: { access: "public" },
  }
}

/** Sentences about what a published package lacks, or says otherwise than the workspace. */
export function complaintsAboutManifests() {
  const versions = new Set(publishedFolders().map((folder) => readManifest(folder).version))
  const complaints =
    versions.size > 1 ? [{ folder: root, sentence: "the packages have different versions" }] : []
  for (const folder of publishedFolders()) {
    const complain = (sentence) => complaints.push({ folder, sentence })
    const manifest = readManifest(folder)
    for (const [field, value] of Object.entries(commonFields(folder)))
      if (JSON.stringify(manifest[field]) !== JSON.stringify(value))
        complain(`${field} in package.json is not the workspace's: npm run manifests`)
    for (const field of ["description", "keywords", "files", "exports", "sideEffects"])
      if (manifest[field] === undefined) complain(`package.json has no ${field}`)
    if (manifest.scripts?.prepack !== "node ../../release/prepack.mjs")
      complain("nothing is built before packing")
    if (!existsSync(join(folder, "README.md"))) complain("there is no README.md")
    if (!isLicensed(folder)) complain("LICENSE is not the workspace's: npm run manifests")
    for (const [name, version] of Object.entries(manifest.dependencies ?? {}))
      if (/^(@dramaturg\/|dramaturg$)/.test(name) && version !== manifest.version)
        complain(`${name} is asked for in another version than this package's`)
  }
  return complaints
}

function isLicensed(folder) {
  const copy = join(folder, "LICENSE")
  return existsSync(copy) && readFileSync(copy, "utf8") === readFileSync(join(root, "LICENSE"), "utf8")
}

const first = ["name", "version", "description", "keywords", "license", "homepage", "repository", "bugs"]

/** Writes the common fields and the licence into every published package. */
function writeManifests() {
  for (const folder of publishedFolders()) {
    const manifest = { ...readManifest(folder), ...commonFields(folder) }
    manifest.scripts = { ...manifest.scripts, prepack: "node ../../release/prepack.mjs" }
    const fields = [...new Set([...first, ...Object.keys(manifest)])].filter(
      (each) => manifest[each] !== undefined,
    )
    const sorted = fields.map((each) => [each, manifest[each]])
    writeFileSync(join(folder, "package.json"), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
    copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"))
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeManifests()
