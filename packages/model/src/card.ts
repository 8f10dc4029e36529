/** A character at one moment of a story, with only what they know then. */

/** One card. */
export interface PersonCard {
  readonly name: string
  /** Their name in prose, as a heading: `The captain`. */
  readonly called: string
  readonly world: string
  /** The card describes the state after this act; 0: at the start. */
  readonly act: number
  /** What they want, as a sentence. */
  readonly wants: string | null
  /** Their beliefs, right or wrong, one sentence each. */
  readonly believes: readonly string[]
  /** The story so far told through them, one string a sentence. */
  readonly lived: readonly string[]
}
