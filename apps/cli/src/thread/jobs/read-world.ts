/** The first thing every job does: a text becomes a `Problem`, or remarks that say why not. */
import { grounded, isSound, openWorld, type SoundWorld, type World, type WorldReader } from "@dramaturg/analysis"
import { compileSabre, dialectOf } from "@dramaturg/language/sabre"
import type { Problem } from "@dramaturg/model"
import type { Answer, WorldText } from "../protocol.js"
import { partsReader } from "./read-part.js"

/** `report` hears of the remarks. */
export async function readWorld(world: WorldText, report: (part: Partial<Answer>) => void): Promise<World> {
  const read = openWorld(world.file, new Map([[world.file, world.text]]), await readerOf(world))
  const parts = read.texts.size > 1 ? { texts: read.texts } : {}
  report({ stage: "preparing", diagnostics: read.diagnostics, ...parts })
  return read
}

/** The world with the remarks on what its text makes; undefined if nothing can be asked about it. */
export async function readSound(world: WorldText, report: (part: Partial<Answer> & { readonly problem?: Problem }) => void): Promise<SoundWorld | undefined> {
  const read = await readWorld(world, report)
  if (!isSound(read)) return undefined
  const sound = grounded(read)
  report({ diagnostics: sound.diagnostics, problem: read.problem })
  return isSound(sound) ? sound : undefined
}

/** Our own language is loaded only when there is something in it to read, for loading it takes longer than reading. */
async function readerOf({ file, dialect = dialectOf(file), readsOutside = false }: WorldText): Promise<WorldReader> {
  if (dialect === "sabre") return (texts) => compileSabre(texts.get(file)!, file)
  const { compileStory } = await import("@dramaturg/language")
  const part = partsReader(file, readsOutside)
  return (texts) => compileStory(texts.get(file)!, { file, dialect, sources: (path) => texts.get(path) ?? part(path) })
}
