/** A person as they are at one moment of a story, with only what they know. */

export interface PersonCard {
  readonly name: string
  /** As the story calls them, as a heading has it: `The captain`. */
  readonly called: string
  readonly world: string
  /** After which act; 0: at the start. */
  readonly act: number
  /** What they want, as a sentence. */
  readonly wants: string | null
  /** What they believe, rightly or wrongly, in words. */
  readonly believes: readonly string[]
  /** What they have lived so far, as they would read it. */
  readonly lived: readonly string[]
}
