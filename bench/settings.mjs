/** What there is to measure: the published settings if they lie beside the checkout, and our own stories. */
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { root } from "../scripts/steps.mjs"
import { readCsv } from "./csv.mjs"
import { generatedSetting } from "./generated.mjs"

export const published = join(root, "..", "shared", "benchmarks")

export const hasPublished = () => existsSync(join(published, "settings.csv"))

/**
 * A setting: a world, the goal (undefined: the engine's default) and the limits (undefined: the world's own).
 */
export function allSettings() {
  return [...(hasPublished() ? publishedSettings() : []), ...storySettings()]
}

function publishedSettings() {
  return readCsv(join(published, "settings.csv")).map((row) => ({
    name: row.name,
    isPublished: true,
    path: join(published, "problems", `${row.problem}.txt`),
    goal: Number(row.goal),
    limits: {
      author: Number(row.author_limit),
      character: Number(row.character_limit),
      belief: Number(row.belief_limit),
    },
  }))
}

function storySettings() {
  const folder = join(root, "stories")
  return readdirSync(folder)
    .map((name) => ({ name, isPublished: false, path: join(folder, name, `${name}.drama`) }))
    .filter((each) => existsSync(each.path))
}

/** Those that were named; if none was, the published ones, else the stories. */
export function chosenSettings(names) {
  const all = allSettings()
  if (names.length === 0) return all.filter((each) => each.isPublished === hasPublished())
  return names.map((name) => {
    const found = all.find((each) => each.name === name) ?? generatedSetting(name)
    if (found === undefined)
      throw new Error(`There is no setting ${name}. There are: ${all.map((each) => each.name).join(", ")}.`)
    return found
  })
}

export function textOf(setting) {
  return setting.text ?? readFileSync(setting.path, "utf8")
}
