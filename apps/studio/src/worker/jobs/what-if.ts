/** Compares a world with the same world changed. */
import { startWhatIf } from "@dramaturg/engine"
import { charactersOf, type Problem } from "@dramaturg/model"
import { whatIfSentences } from "@dramaturg/telling"
import { changedWorld } from "../change-texts.js"
import type { Job } from "../job.js"
import type { Changes, World } from "../protocol.js"
import { read, readWorld } from "../read-world.js"
import { nudge, within } from "../slices.js"

export const whatIf: Job<"what-if"> = async ({ world, changes, budget }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  const complaint = complaintOf(problem, changes)
  if (complaint !== undefined) return { kind: "refused", sentence: complaint }
  const { problem: changed, diagnostics } = read(withChanges(world, problem, changes))
  const wrong = diagnostics.find((each) => each.severity === "error")
  if (!changed) return { kind: "refused", sentence: `What is to be changed can't be read: ${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim() }
  const inquiry = startWhatIf(problem, without(changed, changes.without), { ...within(budget.milliseconds), most: 1 })
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "searching", visited: inquiry.visited }) })
  const { after } = inquiry.answer!
  const comesTo = after.stories.length > 0 ? "story" : after.none === "limited" ? "unknown" : "none"
  return { kind: "compared", ...whatIfSentences(inquiry.answer!), comesTo }
}

function complaintOf(problem: Problem, { wants, without: gone }: Changes): string | undefined {
  const characters = charactersOf(problem)
  const stranger = wants.find(([who]) => !characters.includes(who))
  if (stranger) return `There is nobody called ${stranger[0]}: there are ${characters.join(", ")}.`
  const rules = [...new Set([...problem.actions, ...problem.triggers.filter((each) => !each.isHidden)].map((each) => each.name))]
  const missing = gone.find((each) => !rules.includes(each))
  return missing === undefined ? undefined : `There is no rule called ${missing}: there are ${rules.join(", ")}.`
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

function without(problem: Problem, names: readonly string[]): Problem {
  const stays = (each: { readonly name: string }): boolean => !names.includes(each.name)
  return { ...problem, triggers: problem.triggers.filter(stays), actions: problem.actions.filter(stays) }
}
