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
 * while, so what follows uses full names again. Throws if an internal focalisation has no focaliser of this
 * world.
 */
export function tell(
  fabula: Fabula,
  problem: Problem,
  manner: Manner = usualManner,
  pause?: number,
): Telling {
  return finished(telling(fabula, problem, manner, pause))
}

/** The same as a question that is stepped until it has an answer; it throws at the first step. */
export function startTelling(
  fabula: Fabula,
  problem: Problem,
  manner: Manner = usualManner,
  pause?: number,
): Query<Telling> {
  return new Query(telling(fabula, problem, manner, pause))
}

function* telling(
  fabula: Fabula,
  problem: Problem,
  manner: Manner,
  pause: number | undefined,
): Slices<Telling> {
  if (manner.focalisation === "internal" && !fabula.characters.includes(manner.focaliser ?? "")) {
    throw new Error(
      `A story can be told through ${fabula.characters.join(", ")}, not through ${manner.focaliser ?? "nobody"}.`,
    )
  }
  const words = usualTongue.wordsOf(problem)
  yield
  const discourse = arrange(yield* select(fabula, manner, words, pause), manner)
  yield
  const paragraphs = yield* words.realise(discourse, fabula, manner)
  return {
    format: "dramaturg-telling",
    version: 1,
    world: fabula.world,
    manner,
    paragraphs,
    notes: yield* words.notes(fabula, paragraphs),
  }
}
