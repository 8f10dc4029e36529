/** Packs every published package, as `npm publish` would, into one folder. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { build, buildEmbed, root } from "../scripts/steps.mjs"
import { publishedFolders } from "./manifests.mjs"

/** The tarballs by the names of their packages. Throws with npm's words if one cannot be packed. */
export function packAll(destination) {
  build()
  buildEmbed()
  const words = ["pack", "--silent", "--json", "--pack-destination", destination, ...publishedFolders()]
  const { status, stdout, stderr } = npm(words, root, { DRAMATURG_BUILT: "1" })
  if (status !== 0) throw new Error(`The packages could not be packed:\n${stderr}`)
  return new Map(JSON.parse(stdout).map(({ name, filename }) => [name, join(destination, filename)]))
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
