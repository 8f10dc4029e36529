/** The first thing every job does: a text becomes a `Problem`, or remarks that say why not. */
import {
  grounded,
  isSound,
  openWorld,
  type SoundWorld,
  type World,
  type WorldReader,
} from "@dramaturg/analysis"
import { compileStory, dialectOf } from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"
import type { Answer, WorldText } from "../protocol.js"
import { partsReader } from "../../files/read-part.js"

/** `report` hears of the remarks. */
export function readWorld(world: WorldText, report: (part: Partial<Answer>) => void): World {
  const read = openWorld(world.file, new Map([[world.file, world.text]]), readerOf(world))
  const parts = read.texts.size > 1 ? { texts: read.texts } : {}
  report({ stage: "preparing", diagnostics: read.diagnostics, ...parts })
  return read
}

/** The world with the remarks on what its text makes; undefined if nothing can be asked about it. */
export function readSound(
  world: WorldText,
  report: (part: Partial<Answer> & { readonly problem?: Problem }) => void,
): SoundWorld | undefined {
  const read = readWorld(world, report)
  if (!isSound(read)) return undefined
  const sound = grounded(read)
  report({ diagnostics: sound.diagnostics, problem: read.problem })
  return isSound(sound) ? sound : undefined
}

function readerOf({ file, dialect = dialectOf(file), readsOutside = false, open }: WorldText): WorldReader {
  const part = partsReader(file, readsOutside)
  /** What may not be read is not read from an editor either: the answer is that of the other commands. */
  const partOrOpen = (path: string) => {
    const read = part(path)
    return typeof read === "object" ? read : (open?.get(path) ?? read)
  }
  return (texts) =>
    compileStory(texts.get(file)!, {
      file,
      dialect,
      sources: (path) => texts.get(path) ?? partOrOpen(path),
    })
}
