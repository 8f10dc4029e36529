/**
 * What travels with the command besides its program, in apps/cli/bundle: the worlds of the gallery, from which
 * `dramaturg new` begins, and the pages of messages, which `dramaturg explain` shows. And its man page, in
 * apps/cli/man.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./steps.mjs"

const line = join(root, "apps", "cli")

export async function ship(folder) {
  copyTexts(join(root, "docs", "messages"), join(folder, "messages"), ".md")
  const stories = join(root, "stories")
  for (const name of readdirSync(stories))
    if (existsSync(join(stories, name, `${name}.drama`)))
      copyTexts(join(stories, name), join(folder, "templates", name), ".drama")
  await writeManual()
}

function copyTexts(from, to, ending) {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from))
    if (name.endsWith(ending)) copyFileSync(join(from, name), join(to, name))
}

async function writeManual() {
  const made = (name) => import(pathToFileURL(join(line, "dist", name)).href)
  const { table } = await made("main.js")
  const { manualOf } = await made("man-page.js")
  const { version } = await made("version.js")
  mkdirSync(join(line, "man"), { recursive: true })
  writeFileSync(
    join(line, "man", "dramaturg.1"),
    manualOf(
      table(() => {}),
      version,
    ),
  )
}
