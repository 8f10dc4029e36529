/** What is explored: where it begins, and what follows what. Two of them: all explained acts, and a play. */
import type { Ending, EventRef, SpaceEdge, Slices } from "@dramaturg/model"

/** A place in it. Equal keys are one place. */
export interface Place {
  readonly key: number
  readonly worth: number
  readonly ending: Ending | null
}

export type Way = Omit<SpaceEdge, "to">

/** Counts an action once for a place, however many of its acts are possible there. */
export function countPossible(counts: Map<string, number>, acts: readonly EventRef[]): void {
  for (const name of new Set(acts.map((each) => each.name))) counts.set(name, (counts.get(name) ?? 0) + 1)
}

export interface Source<P extends Place = Place> {
  readonly start: P
  readonly opening: readonly string[]
  readonly goal: number
  /** How many levels of minds its places have. */
  readonly levels: number
  readonly bytes: number
  /**
   * By name, all actions that can ever be possible, each with the number of places looked at in which it was.
   */
  readonly possible: ReadonlyMap<string, number>
  /** Every way on from a place. */
  ways(place: P): Slices<readonly (readonly [way: Way, to: P])[]>
  /** The same, where the ways are known. */
  places(place: P, ways: readonly Way[]): readonly P[]
  /**
   * Something could not be told in places of these levels; the exploration begins again, and the source
   * begins deeper.
   */
  isTooShallow(): boolean
  /** Whether something could not be told of the ways that were last asked for, in places of any levels. */
  isOpen(): boolean
  deeper(): Source<P>
}
