/** Whether a world can end as asked (by default: as its author wants), and what would open such an end. */
import { askEnding, mistakeIn } from "@dramaturg/analysis"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Budget, EndingSaid, Refused, World } from "../protocol.js"
import { within } from "@dramaturg/web/slices"

export const ending: Job<
  { readonly world: World; readonly ending: string | null; readonly budget: Budget },
  EndingSaid | Refused
> = async ({ world, ending: wished, budget }, context) => {
  const result = await answering(world, context, (read) =>
    askEnding(read, { ending: wished, ...within(budget.milliseconds) }),
  )
  return result.kind === "unread"
    ? { kind: "refused", sentence: `This ending can't be read: ${mistakeIn(result.remarks)}`.trim() }
    : result
}
