/** Compares a world with the same world changed: by their stories, or by what becomes of a plot. */
import { groundingNotes, readOutline, startPlotWhatIf, startWhatIf, strangerAmong, withoutRules } from "@dramaturg/engine"
import { hasErrors, type Problem } from "@dramaturg/model"
import { actReaderOf } from "@dramaturg/telling"
import type { WhatIfAsked, Work, WorldText } from "../protocol.js"
import { changedWorld } from "./change-texts.js"
import { clockUntil } from "./clock.js"
import { readWorld } from "./read-world.js"

export const whatIf: Work<"whatif"> = async (asked, report) => {
  const { problem, diagnostics, texts } = await readWorld(asked.world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes], problem })
  if (hasErrors(notes)) return
  const stranger = strangerAmong(problem, asked.wants.map(([who]) => who))
  if (stranger !== undefined) return report({ complaint: inARow(stranger) })
  const { problem: other, diagnostics: remarks } = await readWorld(withChanges(problem, asked, texts), () => {})
  const wrong = remarks.find((each) => each.severity === "error")
  if (!other) return report({ complaint: `what is to be changed cannot be read: ${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim() })
  const changed = withoutRules(other, asked.without)
  if (typeof changed === "string") return report({ complaint: inARow(changed) })
  const { outline, limits, goal, most, deadline } = asked
  const isLate = (): boolean => deadline !== undefined && Date.now() >= deadline
  if (outline !== undefined) {
    const reading = readOutline(outline.text, problem, outline.file, actReaderOf(problem))
    report({ stage: "judging", remarks: reading.diagnostics })
    if (!reading.outline) return
    const inquiry = startPlotWhatIf(problem, changed, reading.outline, { limits, goal, ...clockUntil(deadline) })
    while (!inquiry.step(1000));
    return report({ plot: inquiry.answer!, isLate: isLate() })
  }
  report({ stage: "searching" })
  const inquiry = startWhatIf(problem, changed, { limits, goal, most, ...clockUntil(deadline) })
  while (!inquiry.step(20));
  report({ answer: inquiry.answer!, isLate: isLate() })
}

/** As it stands behind the name of the program. */
function inARow(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
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
