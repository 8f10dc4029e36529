/** The story of a world on another site's page, told as that page asks. */
import { mayTell } from "@dramaturg/analysis"
import { usualManner } from "@dramaturg/telling"
import type { Manner, Telling } from "@dramaturg/model"
import type { Job } from "@dramaturg/web/job"
import { story } from "@dramaturg/web/jobs/story"
import type { Budget, FoundStory, NoStory, Refused, Torn, World } from "@dramaturg/web/protocol"
import { readWorld } from "@dramaturg/web/read-world"
import { tell } from "@dramaturg/web/tell"

/** How an embedded story is told. `pov`: a person, `outside`, or null: by an all-knowing narrator. */
export interface AskedManner {
  readonly pov: string | null
  readonly order: Telling["manner"]["order"]
}

export const embedded: Job<
  { readonly world: World; readonly budget: Budget; readonly seed: number } & AskedManner,
  FoundStory | NoStory | Torn | Refused
> = async ({ world, budget, seed, pov, order }, context) => {
  const found = await story({ world, budget, seed, manner: mannerOf({ pov: null, order }) }, context)
  if (found.kind !== "found") return found
  const { characters } = found.fabula
  if (!mayTell(characters, mannerOf({ pov, order })))
    return {
      kind: "refused",
      sentence: `This story can't be told through ${pov}: there are ${characters.join(", ")}.`,
    }
  return { ...found, telling: tell(found.fabula, readWorld(world).problem!, mannerOf({ pov, order })) }
}

function mannerOf({ pov, order }: AskedManner): Manner {
  if (pov === null) return { ...usualManner, order }
  return pov === "outside"
    ? { ...usualManner, order, focalisation: "external" }
    : { ...usualManner, order, focalisation: "internal", focaliser: pov }
}
