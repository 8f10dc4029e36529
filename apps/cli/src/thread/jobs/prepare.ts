/**
 * What every search begins with: a world that can be read and made ground, and how much of its time is left.
 */
import type { SoundWorld } from "@dramaturg/analysis"
import { mergedLimits, type SearchOptions, type StoppedBy } from "@dramaturg/engine"
import type { SearchAnswer, TellAsked } from "../protocol.js"
import { watchedClock } from "./memory.js"
import { readSound } from "./read-world.js"

export interface Prepared {
  readonly world: SoundWorld
  readonly options: SearchOptions
  /** What is to be said to have stopped the search. */
  readonly limitOf: (search: { readonly limit: StoppedBy | null }) => StoppedBy | null
}

type Report = (part: Partial<SearchAnswer>) => void

/** Undefined: something is wrong with the world, and `report` has heard what. */
export async function prepare(
  { world, options, deadline, processMiB }: TellAsked,
  report: Report,
): Promise<Prepared | undefined> {
  const sound = readSound(world, report)
  if (!sound) return undefined
  const { problem } = sound
  report({ name: problem.name, doc: problem.doc, stated: mergedLimits(problem.limits, options.limits ?? {}) })
  const { time, limitOf } = watchedClock(processMiB, deadline)
  return { world: sound, options: { ...options, ...time }, limitOf }
}
