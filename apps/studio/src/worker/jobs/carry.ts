/** Writes a play down in another format. */
import { askExport } from "@dramaturg/analysis"
import { exporters } from "@dramaturg/exports"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Budget, Carried, Refused, World } from "../protocol.js"
import { readWorld } from "@dramaturg/web/read-world"
import { within } from "@dramaturg/web/slices"

export const carry: Job<
  { readonly world: World; readonly as: string; readonly to: string; readonly budget: Budget },
  Carried | Refused
> = async ({ world, as, to, budget }, context) => {
  const result = await answering(world, context, (read) =>
    askExport(read, { as, to, depth: null, ...within(budget.milliseconds) }),
  )
  if (result.kind === "refused") return result
  if (result.kind === "none") return { kind: "refused", sentence: "There is no story to carry off." }
  const { text, places, missing } = result
  const { extension } = exporters.find((each) => each.name === to)!
  return {
    kind: "carried",
    text,
    name: `${readWorld(world).problem!.name}-${as.toLowerCase()}${extension}`,
    places,
    missing,
  }
}
