/** Why an act does not happen, after so many acts of a story. */
import { askWhyNot, mistakeIn } from "@dramaturg/analysis"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Budget, NotSaid, Refused, World } from "../protocol.js"
import { within } from "@dramaturg/web/slices"

export const whyNot: Job<
  {
    readonly world: World
    readonly plan: readonly string[]
    readonly at: number
    readonly act: string
    readonly budget: Budget
  },
  NotSaid | Refused
> = async ({ world, plan, at, act, budget }, context) => {
  const story = plan.length === 0 ? undefined : { file: "<story>", text: plan.join("\n") }
  const result = await answering(world, context, (read) =>
    askWhyNot(read, { story, at: story && String(at), act, ...within(budget.milliseconds) }),
  )
  switch (result.kind) {
    case "unread":
      return { kind: "refused", sentence: mistakeIn(result.remarks) }
    case "no-such-act":
      return { kind: "refused", sentence: `The story has no act ${at}.` }
    default:
      return result
  }
}
