/** Looks over a finished problem for what is legal but perhaps not meant; one file for each family of remarks. */
import type { Diagnostic, Problem } from "@dramaturg/model"
import type { Dialect } from "../draft.js"
import { remark } from "../messages.js"
import { checkConflicts } from "./conflicts.js"
import { checkTriggers } from "./triggers.js"
import { checkUnknowns } from "./unknowns.js"

export function checkProblem(problem: Problem, dialect: Dialect): Diagnostic[] {
  return [checkAuthor, checkConflicts, checkTriggers, checkUnknowns].flatMap((check) => check(problem, dialect))
}

/** Without wants of the author's, every story is as good as none. */
function checkAuthor(problem: Problem, dialect: Dialect): Diagnostic[] {
  if (problem.utilities.some((each) => each.character === null) || problem.actions.length === 0) return []
  const place = problem.actions[0].origin
  if (!place) return []
  const message = "Nothing says what the story should reach, so no story can be found."
  return [remark(dialect, "no-author-utility", place, message, { hint: "Write `utility(): …;`." })]
}
