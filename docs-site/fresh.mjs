/** Whether the site in `dist` is newer than all that it is made of; and builds it for its tests where it is not. */
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { here, root } from "./prepare.mjs"

export const dist = join(here, "dist")

const sources = [
  "docs",
  "docs-site/pages",
  "docs-site/.vitepress/config.mjs",
  "docs-site/.vitepress/theme",
  "docs-site/prepare.mjs",
  "docs-site/live.mjs",
  "docs-site/grammar.mjs",
  "editors/vscode/syntaxes",
  "apps/cli/dist/library",
  "docs-site/typedoc.json",
  "packages/model/dist",
  "packages/language/dist",
  "packages/engine/dist",
  "packages/telling/dist",
  "packages/exports/dist",
  "packages/analysis/dist",
  "apps/embed/dist",
  "apps/studio/dist",
]

/** What has to be built before; undefined: nothing. */
export function missing() {
  return sources.find((each) => !existsSync(join(root, each)))
}

/** Nothing that the site is made of has changed since it was built. */
export function isFresh() {
  const made = latestIn(join(dist, "index.html"))
  return sources.every((each) => latestIn(join(root, each)) <= made)
}

export function buildIfStale() {
  if (isFresh()) return
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, "docs.mjs"), "--build"], {
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`The site could not be built:\n${stdout}\n${stderr}`)
}

/** When something in a folder was last changed; 0 if there is nothing. */
function latestIn(path) {
  if (!existsSync(path)) return 0
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  return Math.max(0, ...readdirSync(path).map((each) => latestIn(join(path, each))))
}
