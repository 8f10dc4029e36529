/**
 * The first thing every job does: the world's texts become a `Problem`, or remarks that say why not. The last
 * one read is kept.
 */
import { grounded, isSound, openWorld, type SoundWorld, type World as ReadWorld } from "@dramaturg/analysis"
import { compileStory, dialectOf } from "@dramaturg/language"
import type { Refused, World } from "./protocol.js"

let kept: { readonly key: string; readonly read: ReadWorld } | undefined

/** Its problem is there only if nothing is wrong, with the text or with the world that it makes. */
export function readWorld(world: World): ReadWorld {
  const key = JSON.stringify(world)
  if (kept?.key !== key) kept = { key, read: grounded(read(world)) }
  return kept.read
}

export function read({ main, texts }: World): ReadWorld {
  return openWorld(main, new Map(Object.entries(texts)), (given) =>
    compileStory(given.get(main) ?? "", {
      file: main,
      dialect: dialectOf(main),
      sources: (path) => given.get(path),
    }),
  )
}

export function readSound(world: World): SoundWorld | Refused {
  const found = readWorld(world)
  return isSound(found)
    ? found
    : { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
}
