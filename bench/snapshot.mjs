/**
 * The build that is measured, frozen: a copy of the compiled packages in a folder of its own, so that one and
 * the same program is measured from the first run to the last even if the checkout is compiled meanwhile. The
 * folder goes when the process goes; if the process is killed outright, the child that is running at that
 * moment takes it along.
 */
import { createHash } from "node:crypto"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { build, install, root } from "../scripts/steps.mjs"

const packages = ["model", "language", "engine", "telling"]

const distOf = (name) => join(root, "packages", name, "dist")

/** `{ folder, hash }`: where `run-one.mjs` imports from, and what tells this build from another. */
export function takeSnapshot() {
  if (packages.some((name) => !existsSync(join(distOf(name), "index.js")))) buildFirst()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dramaturg-bench-")))
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
  for (const name of packages) copyPackage(name, folder)
  linkGuests(folder)
  return { folder, hash: hashOf(folder) }
}

/** What a package of the frozen build offers at its door. */
export function doorOf({ folder }, name) {
  return import(pathToFileURL(join(folder, "node_modules", "@dramaturg", name, "dist", "index.js")).href)
}

function buildFirst() {
  install()
  build()
}

function copyPackage(name, folder) {
  const target = join(folder, "node_modules", "@dramaturg", name)
  mkdirSync(target, { recursive: true })
  cpSync(join(root, "packages", name, "package.json"), join(target, "package.json"))
  cpSync(distOf(name), join(target, "dist"), { recursive: true })
}

/** The packages of others stay where they are installed. */
function linkGuests(folder) {
  const manifests = packages.map((name) =>
    JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")),
  )
  const guests = manifests
    .flatMap((each) => Object.keys(each.dependencies ?? {}))
    .filter((each) => !each.startsWith("@dramaturg/"))
  for (const guest of guests)
    symlinkSync(join(root, "node_modules", guest), join(folder, "node_modules", guest), "junction")
}

function hashOf(folder) {
  const hash = createHash("sha256")
  for (const path of filesIn(join(folder, "node_modules", "@dramaturg")).filter((each) =>
    each.endsWith(".js"),
  ))
    hash.update(readFileSync(path))
  return hash.digest("hex").slice(0, 12)
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((each) =>
    each.isDirectory() ? filesIn(join(folder, each.name)) : [join(folder, each.name)],
  )
}
