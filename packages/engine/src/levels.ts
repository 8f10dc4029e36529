/**
 * How deep minds are followed (D20): one policy for all code that reads worlds.
 *
 * Work begins with minds as deep as it seems to need. If what decides something then lies beyond, the work is
 * done again, deeper, up to `MOST_LEVELS`. At that depth a *telling* leaves out what is beyond, and a
 * *decision* that is beyond ends as "not within the limits", never as a guess.
 */

/** The greatest depth of minds that is followed. */
export const MOST_LEVELS = 24

/**
 * The depth to try after one that did not suffice; undefined if that was the last. `step`: how deep one
 * question looks at once.
 */
export function deeper(depth: number, step = 1): number | undefined {
  return depth >= MOST_LEVELS ? undefined : Math.min(MOST_LEVELS, depth + Math.max(1, step))
}

/** Thrown where a decision lies beyond even at the greatest depth: the answer is not within the limits. */
export class NotWithinLimits extends Error {
  constructor() {
    super(`The answer depends on what people believe of one another more than ${MOST_LEVELS} levels deep.`)
  }
}
