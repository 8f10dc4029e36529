/** The bounds within which stories are looked for (D25), and how unstated ones grow. */

/** The highest belief limit that is tried when none is stated. */
const DEEPEST_UNASKED = 8

/** Numbers of actions or levels; Infinity: no bound. */
export interface Bounds {
  readonly author: number
  readonly character: number
  readonly belief: number
}

/** Limits as options and worlds state them: null means no limit, undefined means not stated. */
export interface StatedLimits {
  readonly author?: number | null
  readonly character?: number | null
  readonly belief?: number | null
}

/** Limits stated by the caller override those stated by the world. */
export function mergedLimits(world: StatedLimits, given: StatedLimits): StatedLimits {
  return {
    author: given.author !== undefined ? given.author : world.author,
    character: given.character !== undefined ? given.character : world.character,
    belief: given.belief !== undefined ? given.belief : world.belief,
  }
}

/** The names of the limits that neither the caller nor the world has stated. */
export function unstated(stated: StatedLimits): readonly string[] {
  return (["author", "character", "belief"] as const).filter((each) => stated[each] === undefined)
}

/**
 * The bounds of a round (counted from 0). Stated limits hold in every round; the others grow with the round.
 * If all limits are stated there is only one round.
 */
export function boundsOf(stated: StatedLimits, round: number): Bounds {
  const size = 2 + round
  return {
    author: orElse(stated.author, 2 * size),
    character: orElse(stated.character, size + 1),
    belief: orElse(stated.belief, Math.min(Math.floor(size / 2), DEEPEST_UNASKED)),
  }
}

/** The bounds when every limit that was not stated is taken as "no limit". */
export function widest(stated: StatedLimits): Bounds {
  return {
    author: orElse(stated.author, Infinity),
    character: orElse(stated.character, Infinity),
    belief: orElse(stated.belief, Infinity),
  }
}

/** Whether a later round with wider bounds could find more than a round that these bounds cut short. */
export function mayGrow(stated: StatedLimits, cuts: ReadonlySet<keyof Bounds>): boolean {
  return [...cuts].some((each) => stated[each] === undefined)
}

function orElse(limit: number | null | undefined, otherwise: number): number {
  return limit === null ? Infinity : (limit ?? otherwise)
}

/** The bounds in the form that the checker takes: null for no bound. */
export function printable(bounds: Bounds): {
  author: number | null
  character: number | null
  belief: number | null
} {
  const plain = (bound: number): number | null => (bound === Infinity ? null : bound)
  return { author: plain(bounds.author), character: plain(bounds.character), belief: plain(bounds.belief) }
}
