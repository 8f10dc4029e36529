/**
 * The scenarios of all files of a project: those of the world, and those of files that include the world to
 * put it to the test. The last ones read are kept.
 */
import { compileStory, dialectOf } from "@dramaturg/language"
import { type Diagnostic, hasErrors, type Scenario } from "@dramaturg/model"
import type { World } from "./protocol.js"

export interface ReadScenarios {
  readonly scenarios: readonly Scenario[]
  /** What is wrong in files that the world does not include. */
  readonly diagnostics: readonly Diagnostic[]
}

let kept: { readonly key: string; readonly read: ReadScenarios } | undefined

export function readScenarios(world: World): ReadScenarios {
  const key = JSON.stringify(world)
  if (kept?.key !== key) kept = { key, read: read(world) }
  return kept.read
}

function read({ main, texts }: World): ReadScenarios {
  const seen = new Set<string>()
  const found = new Map<string, Scenario>()
  const diagnostics: Diagnostic[] = []
  for (const file of [main, ...besides({ main, texts })]) {
    if (seen.has(file)) continue
    const compiled = compileStory(texts[file] ?? "", {
      file,
      dialect: dialectOf(file),
      sources: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    })
    if (file !== main) diagnostics.push(...compiled.diagnostics.filter((each) => !seen.has(each.span.file)))
    for (const each of compiled.texts.keys()) seen.add(each)
    if (hasErrors(compiled.diagnostics)) continue
    for (const each of compiled.scenarios) found.set(`${each.origin.file}:${each.origin.offset}`, each)
  }
  return { scenarios: [...found.values()], diagnostics }
}

/** Files that include something and hold scenarios: tests of a world rather than parts of one. */
export function besides({ main, texts }: World): readonly string[] {
  return Object.keys(texts).filter(
    (file) =>
      file !== main &&
      dialectOf(file) === "drama" &&
      /\binclude\b/.test(texts[file]) &&
      /\bscenario\b/.test(texts[file]),
  )
}
