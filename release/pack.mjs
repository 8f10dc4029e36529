/** Packs every published package, as `npm publish` would, into one folder. */
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { build, buildEmbed } from "../scripts/steps.mjs"
import { publishedFolders, readManifest } from "./manifests.mjs"

/** The tarballs by the names of their packages. Throws with npm's words if one cannot be packed. */
export function packAll(destination) {
  build()
  buildEmbed()
  return new Map(publishedFolders().map((folder) => [readManifest(folder).name, pack(folder, destination)]))
}

function pack(folder, destination) {
  const before = new Set(readdirSync(destination))
  const { status, stderr } = npm(["pack", "--silent", "--pack-destination", destination], folder, {
    DRAMATURG_BUILT: "1",
  })
  if (status !== 0) throw new Error(`${folder} could not be packed:\n${stderr}`)
  return join(
    destination,
    readdirSync(destination).find((each) => !before.has(each) && each.endsWith(".tgz")),
  )
}

/** Runs npm in a folder, without the settings that an npm around it hands down. */
export function npm(words, folder, more = {}) {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith("npm_")),
  )
  return spawnSync("npm", words, {
    cwd: folder,
    encoding: "utf8",
    env: { ...environment, ...more },
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  })
}
