/** The story of a world on another site's page, told as that page asks. */
import { mayTell } from "@dramaturg/analysis"
import { tell, usualManner } from "@dramaturg/telling"
import type { Manner } from "@dramaturg/model"
import type { Job } from "../job.js"
import type { AskedManner, Budget, FoundStory, NoStory, Refused, World } from "../protocol.js"
import { readWorld } from "../read-world.js"
import { story } from "./story.js"

export const embedded: Job<
  { readonly world: World; readonly budget: Budget } & AskedManner,
  FoundStory | NoStory | Refused
> = async ({ world, budget, pov, order }, context) => {
  const found = await story({ world, budget, seed: 0, manner: mannerOf({ pov: null, order }) }, context)
  if (found.kind === "torn")
    return { kind: "refused", sentence: `This world can't be read yet. ${placeOf(found.diagnostics[0])}` }
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

function placeOf(
  wrong:
    | { readonly span: { readonly file: string; readonly line: number }; readonly message: string }
    | undefined,
): string {
  return wrong ? `${wrong.span.file}, line ${wrong.span.line}: ${wrong.message}` : ""
}
