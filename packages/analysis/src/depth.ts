/** How deep in minds a story can be written down: there are as many minds as chains of believers. */

/**
 * The most chains of believers in a fabula, and the greatest depth: the engine follows minds a little deeper,
 * for what the world's formulas read of them.
 */
const MOST_MINDS = 5000
const DEEPEST = 20

/** The greatest depth for so many people, from 1. */
export function deepestFor(people: number): number {
  let depth = 1
  while (depth < DEEPEST && people ** (depth + 1) <= MOST_MINDS) depth++
  return depth
}
