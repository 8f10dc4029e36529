/**
 * Tells a fabula: chooses what is told and through whom (select), in which order (arrange), and in which
 * words (the tongue). It reads beliefs from the fabula only.
 */
import {
  type Fabula,
  finished,
  type Manner,
  type Problem,
  Query,
  type Slices,
  type Telling,
} from "@dramaturg/model"
import { arrange } from "./discourse/arrange.js"
import { select } from "./discourse/select.js"
import type { Tongue } from "./tongue.js"
import { usualTongue } from "./tongues.js"

/** An all-knowing narrator, in the past tense, everything in order. */
export const usualManner: Manner = {
  focalisation: "zero",
  order: "as it happened",
  pace: "scene",
  tense: "past",
  person: "third",
  seed: 0,
}

/**
 * `problem` supplies the words; the fabula must be one of its. After occurrence `pause` readers stop for a
 * while, so what follows uses full names again. `tongue`: the language it is told in. Throws if an internal
 * focalisation has no focaliser of this world.
 */
export function tell(
  fabula: Fabula,
  problem: Problem,
  manner: Manner = usualManner,
  pause?: number,
  tongue: Tongue = usualTongue,
): Telling {
  return finished(telling(fabula, problem, manner, { pause, tongue }))
}

export interface TellingOptions {
  /** The occurrence after which readers stop for a while. */
  readonly pause?: number
  /** The language it is told in. Default: English. */
  readonly tongue?: Tongue
}

/** The same as a question that is stepped until it has an answer; what `tell` throws, its first step throws. */
export function startTelling(
  fabula: Fabula,
  problem: Problem,
  manner: Manner = usualManner,
  options: TellingOptions = {},
): Query<Telling> {
  return new Query(telling(fabula, problem, manner, options))
}

function* telling(
  fabula: Fabula,
  problem: Problem,
  manner: Manner,
  { pause, tongue = usualTongue }: TellingOptions,
): Slices<Telling> {
  if (manner.focalisation === "internal" && !fabula.characters.includes(manner.focaliser ?? "")) {
    throw new Error(
      `A story can be told through ${fabula.characters.join(", ")}, not through ${manner.focaliser ?? "nobody"}.`,
    )
  }
  const words = tongue.wordsOf(problem)
  yield
  const discourse = arrange(yield* select(fabula, manner, words, pause), manner)
  yield
  const paragraphs = yield* inSlices(words.realise(discourse, fabula, manner))
  return {
    format: "dramaturg-telling",
    version: 1,
    world: fabula.world,
    manner,
    paragraphs,
    notes: yield* inSlices(words.notes(fabula, paragraphs)),
  }
}

/** A tongue may work in slices or at once. */
function* inSlices<T>(work: readonly T[] | Slices<readonly T[]>): Slices<readonly T[]> {
  return "next" in work ? yield* work : work
}
