/** Compares a world with the same world changed. */
import { askWhatIf, type Changes } from "@dramaturg/analysis"
import { whatIfSentences } from "@dramaturg/telling"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Budget, ComparedWorlds, Refused, World } from "../protocol.js"
import { readWorld } from "@dramaturg/web/read-world"
import { within } from "@dramaturg/web/slices"

export const whatIf: Job<
  { readonly world: World; readonly changes: Changes; readonly budget: Budget },
  ComparedWorlds | Refused
> = async ({ world, changes, budget }, context) => {
  const result = await answering(world, context, (read) =>
    askWhatIf(read, { changes, most: 1, ...within(budget.milliseconds) }),
  )
  if (result.kind === "refused") return result
  const { after } = result.answer
  const comesTo = after.stories.length > 0 ? "story" : after.none === "limited" ? "unknown" : "none"
  return { kind: "compared", ...whatIfSentences(result.answer, readWorld(world).problem!), comesTo }
}
