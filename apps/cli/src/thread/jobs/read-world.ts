/** The first thing every job does: a text becomes a `Problem`, or remarks that say why not. */
import type { Compiled } from "@dramaturg/language"
import type { Answer, WorldText } from "../protocol.js"

/** `report` hears of the remarks. */
export async function readWorld(world: WorldText, report: (part: Partial<Answer>) => void): Promise<Compiled> {
  const compiled = await compile(world)
  report({ stage: "preparing", diagnostics: compiled.diagnostics })
  return compiled
}

/** The language is loaded when there is something to read, for loading it takes longer than reading. */
async function compile({ file, text, dialect }: WorldText): Promise<Compiled> {
  const { compileStory } = await import("@dramaturg/language")
  return compileStory(text, { file, dialect })
}
