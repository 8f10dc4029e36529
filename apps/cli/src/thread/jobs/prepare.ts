/** What every search begins with: a world that can be read and made ground, and how much of its time is left. */
import { mergedLimits, type SearchOptions, type StoppedBy } from "@dramaturg/engine"
import type { Limits, Problem } from "@dramaturg/model"
import type { SearchAnswer, TellAsked } from "../protocol.js"
import { memoryWatch } from "./memory.js"
import { readSound } from "./read-world.js"
import { now } from "./slices.js"

export interface Prepared {
  readonly problem: Problem
  readonly options: SearchOptions
  readonly stated: Limits
  /** What is to be said to have stopped the search. */
  readonly limitOf: (search: { readonly limit: StoppedBy | null }) => StoppedBy | null
}

type Report = (part: Partial<SearchAnswer>) => void

/** Undefined: something is wrong with the world, and `report` has heard what. */
export async function prepare({ world, options, deadline, processMiB }: TellAsked, report: Report): Promise<Prepared | undefined> {
  const sound = await readSound(world, report)
  if (!sound) return undefined
  const { problem } = sound
  const stated = mergedLimits(problem.limits, options.limits ?? {})
  report({ name: problem.name, doc: problem.doc, stated })
  const isShort = memoryWatch(processMiB)
  // A search that knows of clocks alone is told that it is late, when memory is what runs out.
  const clock = () => (isShort() ? Infinity : now())
  const timeoutMs = deadline === undefined ? Number.MAX_VALUE : Math.max(0, deadline - Date.now())
  const limitOf: Prepared["limitOf"] = ({ limit }) => (limit === "time" && isShort() ? "memory" : limit)
  return { problem, options: { ...options, timeoutMs, clock }, stated, limitOf }
}
