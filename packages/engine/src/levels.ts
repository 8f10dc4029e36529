/**
 * How deep minds are followed (D20): one policy for whoever reads a world, be it search, judge, chronicler, review, play or exploration.
 *
 * Work begins with minds as deep as it seems to need. If what decides something then lies beyond, all is done again, deeper, up to
 * `MOST_LEVELS`. What is beyond even there is no fault of anybody's: a *telling* says nothing of it, and a *decision* is "not within
 * the limits", never a guess.
 */

/** Deeper minds than this are not followed. */
export const MOST_LEVELS = 24

/** The depth to try after one that did not suffice; undefined: that was the last. `step`: how deep one question looks at once. */
export function deeper(depth: number, step = 1): number | undefined {
  return depth >= MOST_LEVELS ? undefined : Math.min(MOST_LEVELS, depth + Math.max(1, step))
}

/** Thrown where something has to be decided that lies beyond even at the greatest depth: the answer is not within the limits. */
export class NotWithinLimits extends Error {
  constructor() {
    super(`The answer depends on what people believe of one another more than ${MOST_LEVELS} levels deep.`)
  }
}
