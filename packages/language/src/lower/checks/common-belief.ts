/**
 * Common properties: no character's belief about one can differ from the truth, so an effect or statement
 * that says what a character believes of one is reported.
 */
import type { Diagnostic, Problem } from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { remark } from "../../errors/messages.js"
import { atomsOf } from "./walk.js"

export function checkCommon(problem: Problem, dialect: Dialect): Diagnostic[] {
  const effects = [
    ...problem.initial,
    ...[...problem.actions, ...problem.triggers].map((each) => each.effect),
  ]
  return effects.flatMap(atomsOf).flatMap(({ assignment, believers, place }) => {
    const { name, isCommon } = problem.properties[assignment.fluent.property]
    if (!isCommon || believers.length === 0 || !place) return []
    const message = `Everybody knows \`${name}\`, so nothing can be said of what somebody believes of it.`
    return [
      remark(dialect, "common-belief", place, message, {
        hint: "Say it without `believes`: who sees it or not, everybody knows at once.",
      }),
    ]
  })
}
