/** The first thing every job does: the world's texts become a `Problem`, or remarks that say why not. The last one read is kept. */
import { groundingNotes } from "@dramaturg/engine"
import { compileStory, dialectOf } from "@dramaturg/language"
import { type Diagnostic, hasErrors, type Problem } from "@dramaturg/model"
import type { World } from "./protocol.js"

export interface ReadWorld {
  /** Only if nothing is wrong, with the text or with the world that it makes. */
  readonly problem?: Problem
  readonly diagnostics: readonly Diagnostic[]
  readonly texts: ReadonlyMap<string, string>
}

let kept: { readonly key: string; readonly read: ReadWorld } | undefined

export function readWorld(world: World): ReadWorld {
  const key = JSON.stringify(world)
  if (kept?.key !== key) kept = { key, read: read(world) }
  return kept.read
}

/** For questions about a world that nobody asks twice. */
export function read({ main, texts }: World): ReadWorld {
  const compiled = compileStory(texts[main] ?? "", { file: main, dialect: dialectOf(main), sources: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined) })
  if (!compiled.problem) return { diagnostics: compiled.diagnostics, texts: compiled.texts }
  const notes = groundingNotes(compiled.problem)
  const diagnostics = [...compiled.diagnostics, ...notes]
  return { ...(hasErrors(notes) ? {} : { problem: compiled.problem }), diagnostics, texts: compiled.texts }
}
