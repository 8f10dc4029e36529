/**
 * A play on another site's page: as on the desk of the studio, but that the page need not know who there
 * is.
 */
import { isSound } from "@dramaturg/analysis"
import { charactersOf, hasErrors } from "@dramaturg/model"
import { nameWords } from "@dramaturg/telling"
import type { Job } from "@dramaturg/web/job"
import { type PlayAsked, play as playAs } from "@dramaturg/web/jobs/play"
import type { Played, Refused, Torn } from "@dramaturg/web/protocol"
import { readWorld } from "@dramaturg/web/read-world"

/** Who can be played, where the page has not said it. */
export interface Parts {
  readonly kind: "parts"
  readonly parts: readonly { readonly as: string; readonly words: string }[]
}

export const play: Job<
  Omit<PlayAsked, "as"> & { readonly as: string | null },
  Played | Parts | Torn | Refused
> = async (asked, context) => {
  const read = readWorld(asked.world)
  if (!isSound(read))
    return { kind: "torn", diagnostics: read.diagnostics.filter((each) => hasErrors([each])) }
  const { problem } = read
  const characters = charactersOf(problem)
  const as = asked.as ?? (characters.length === 1 ? characters[0] : null)
  if (as === null)
    return characters.length === 0
      ? { kind: "refused", sentence: "There is nobody in this world who could be played." }
      : { kind: "parts", parts: characters.map((each) => ({ as: each, words: nameWords(problem, each) })) }
  if (!characters.includes(as))
    return {
      kind: "refused",
      sentence: `There is nobody called ${as} to be played: there are ${characters.join(", ")}.`,
    }
  return playAs({ ...asked, as }, context)
}
