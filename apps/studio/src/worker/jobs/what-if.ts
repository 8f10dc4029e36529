/** Compares a world with the same world changed. */
import { startWhatIf, strangerAmong, withoutRules } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { whatIfSentences } from "@dramaturg/telling"
import { changedWorld } from "../change-texts.js"
import type { Job } from "../job.js"
import type { Changes, World } from "../protocol.js"
import { read, readWorld } from "../read-world.js"
import { nudge, within } from "../slices.js"

export const whatIf: Job<"what-if"> = async ({ world, changes, budget }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  const stranger = strangerAmong(problem, changes.wants.map(([who]) => who))
  if (stranger !== undefined) return { kind: "refused", sentence: stranger }
  const { problem: other, diagnostics } = read(withChanges(world, problem, changes))
  const wrong = diagnostics.find((each) => each.severity === "error")
  if (!other) return { kind: "refused", sentence: `What is to be changed can't be read: ${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim() }
  const changed = withoutRules(other, changes.without)
  if (typeof changed === "string") return { kind: "refused", sentence: changed }
  const inquiry = startWhatIf(problem, changed, { ...within(budget.milliseconds), most: 1 })
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "searching", visited: inquiry.visited }) })
  const { after } = inquiry.answer!
  const comesTo = after.stories.length > 0 ? "story" : after.none === "limited" ? "unknown" : "none"
  return { kind: "compared", ...whatIfSentences(inquiry.answer!, problem), comesTo }
}

/** Later statements about the start win over earlier ones; a want stands in the place of the one before. */
export function withChanges(world: World, problem: Problem, { facts, wants }: Pick<Changes, "facts" | "wants">): World {
  const old = problem.utilities.filter((each) => each.origin && wants.some(([who]) => who === each.character)).map((each) => each.origin!)
  const added = [...facts.map((each) => `${bare(each)};`), ...wants.map(([who, want]) => `utility(${who}): ${bare(want)};`)]
  return changedWorld(world, old, `\n${added.join("\n")}\n`)
}

function bare(statement: string): string {
  return statement.trim().replace(/;$/, "")
}
