/** Compares a world with the same world changed. */
import { groundingNotes, startWhatIf } from "@dramaturg/engine"
import { charactersOf, hasErrors, type Problem } from "@dramaturg/model"
import type { WhatIfAsked, Work, WorldText } from "../protocol.js"
import { changedWorld } from "./change-texts.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

export const whatIf: Work<"whatif"> = async (asked, report) => {
  const { problem, diagnostics, texts } = await readWorld(asked.world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  const complaint = complaintOf(problem, asked)
  if (complaint !== undefined) return report({ complaint })
  const { problem: changed, diagnostics: remarks } = await readWorld(withChanges(problem, asked, texts), () => {})
  const wrong = remarks.find((each) => each.severity === "error")
  if (!changed) return report({ complaint: `what is to be changed cannot be read: ${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim() })
  report({ stage: "searching" })
  const { limits, goal, most, deadline } = asked
  const inquiry = startWhatIf(problem, without(changed, asked.without), { limits, goal, most, ...clockUntil(deadline) })
  while (!inquiry.step(20));
  report({ answer: inquiry.answer!, isLate: deadline !== undefined && Date.now() >= deadline })
}

function complaintOf(problem: Problem, { wants, without }: WhatIfAsked): string | undefined {
  const characters = charactersOf(problem)
  const stranger = wants.find(([who]) => !characters.includes(who))
  if (stranger) return `there is no character "${stranger[0]}": there are ${characters.join(", ")}.`
  const rules = [...problem.triggers.filter((each) => !each.isHidden), ...problem.actions].map((each) => each.name)
  const missing = without.find((each) => !rules.includes(each))
  return missing === undefined ? undefined : `there is no trigger or action "${missing}": there are ${[...new Set(rules)].join(", ")}.`
}

/** Later statements about the start win over earlier ones; a want stands in the place of the one before. */
function withChanges(problem: Problem, { world, facts, wants }: WhatIfAsked, texts: ReadonlyMap<string, string>): WorldText {
  const old = problem.utilities.filter((each) => each.origin && wants.some(([who]) => who === each.character)).map((each) => each.origin!)
  const added = [...facts.map((each) => `${bare(each)};`), ...wants.map(([who, want]) => `utility(${who}): ${bare(want)};`)]
  return changedWorld(world, texts, old, `\n${added.join("\n")}\n`)
}

function bare(statement: string): string {
  return statement.trim().replace(/;$/, "")
}

function without(problem: Problem, names: readonly string[]): Problem {
  const stays = (each: { readonly name: string }): boolean => !names.includes(each.name)
  return { ...problem, triggers: problem.triggers.filter(stays), actions: problem.actions.filter(stays) }
}
