/** The bounds within which stories are looked for (D25), and how they grow when nobody set them. */

/** Nobody means more by "what he thinks that she thinks …" than this, unless they say so. */
const DEEPEST_UNASKED = 8

/** Numbers of actions or levels; Infinity: no bound. */
export interface Bounds {
  readonly author: number
  readonly character: number
  readonly belief: number
}

/** As options and worlds state them: null is "none", undefined is "not said". */
export interface StatedLimits {
  readonly author?: number | null
  readonly character?: number | null
  readonly belief?: number | null
}

/** What a caller says goes before what the world says. */
export function mergedLimits(world: StatedLimits, given: StatedLimits): StatedLimits {
  return {
    author: given.author !== undefined ? given.author : world.author,
    character: given.character !== undefined ? given.character : world.character,
    belief: given.belief !== undefined ? given.belief : world.belief,
  }
}

/** The names of the limits that nobody stated. */
export function unstated(stated: StatedLimits): readonly string[] {
  return (["author", "character", "belief"] as const).filter((each) => stated[each] === undefined)
}

/** The bounds of a round. What was stated holds in every round; the rest grows. One round only if all was stated. */
export function boundsOf(stated: StatedLimits, round: number): Bounds {
  const size = 2 + round
  return {
    author: orElse(stated.author, 2 * size),
    character: orElse(stated.character, size + 1),
    belief: orElse(stated.belief, Math.min(Math.floor(size / 2), DEEPEST_UNASKED)),
  }
}

/** The bounds when whatever was not stated is taken for "none". */
export function widest(stated: StatedLimits): Bounds {
  return { author: orElse(stated.author, Infinity), character: orElse(stated.character, Infinity), belief: orElse(stated.belief, Infinity) }
}

/** Whether a round that was cut short by these bounds could end otherwise in a later round. */
export function mayGrow(stated: StatedLimits, cuts: ReadonlySet<keyof Bounds>): boolean {
  return [...cuts].some((each) => stated[each] === undefined)
}

function orElse(limit: number | null | undefined, otherwise: number): number {
  return limit === null ? Infinity : (limit ?? otherwise)
}

/** In the form in which solutions are judged: null for no bound. */
export function printable(bounds: Bounds): { author: number | null; character: number | null; belief: number | null } {
  const plain = (bound: number): number | null => (bound === Infinity ? null : bound)
  return { author: plain(bounds.author), character: plain(bounds.character), belief: plain(bounds.belief) }
}
