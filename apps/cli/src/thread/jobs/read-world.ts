/** The first thing every job does: a text becomes a `Problem`, or remarks that say why not. */
import type { Compiled } from "@dramaturg/language"
import { compileSabre, dialectOf } from "@dramaturg/language/sabre"
import type { Answer, WorldText } from "../protocol.js"
import { partsReader } from "./read-part.js"

/** `report` hears of the remarks. */
export async function readWorld(world: WorldText, report: (part: Partial<Answer>) => void): Promise<Compiled> {
  const compiled = await compile(world)
  const parts = compiled.texts.size > 1 ? { texts: compiled.texts } : {}
  report({ stage: "preparing", diagnostics: compiled.diagnostics, ...parts })
  return compiled
}

/** Our own language is loaded only when there is something in it to read, for loading it takes longer than reading. */
async function compile({ file, text, dialect = dialectOf(file), texts, readsOutside = false }: WorldText): Promise<Compiled> {
  if (dialect === "sabre") return compileSabre(text, file)
  const { compileStory } = await import("@dramaturg/language")
  const read = partsReader(file, readsOutside)
  return compileStory(text, { file, dialect, sources: (path) => texts?.get(path) ?? read(path) })
}
