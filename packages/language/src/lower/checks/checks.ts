/**
 * Checks a finished problem for what is legal but perhaps not meant; one file for each family of warnings.
 */
import { type Diagnostic, printValue, type Problem, referenceTo, type Span, valuesOf } from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { remark } from "../../errors/messages.js"
import { checkCommon } from "./common-belief.js"
import { checkConflicts } from "./conflicts.js"
import { checkMinds } from "./minds.js"
import { checkOpen } from "./open.js"
import { checkStart } from "./start.js"
import { checkTriggers } from "./triggers.js"
import { checkUnknowns } from "./unknowns.js"

export interface Looking {
  /** The main file of the world. */
  readonly file: string
  /** The author demands something of every story. */
  readonly isDemanding: boolean
  /** The scenario whose world is checked. */
  readonly inside?: Span
}

export function checkProblem(
  problem: Problem,
  dialect: Dialect,
  { file, isDemanding, inside }: Looking,
): Diagnostic[] {
  const author = isDemanding ? [] : checkAuthor(problem, dialect, file)
  return [
    ...author,
    ...checkStart(problem, dialect, inside),
    ...[checkCommon, checkConflicts, checkTriggers, checkUnknowns, checkMinds, checkOpen].flatMap((check) =>
      check(problem, dialect),
    ),
  ]
}

/**
 * Without a utility of the author's, every story is as good as none. Nothing in the text is wrong by itself,
 * so the span is the whole file.
 */
function checkAuthor(problem: Problem, dialect: Dialect, file: string): Diagnostic[] {
  if (problem.utilities.some((each) => each.character === null) || problem.actions.length === 0) return []
  const message = "Nothing says what the story should reach, so no story can be found."
  const hint = `Write what you, the author, want, for instance \`${exampleWish(problem)}\`.`
  return [
    remark(dialect, "no-author-utility", { file, offset: 0, length: 0, line: 1, column: 1 }, message, {
      hint,
    }),
  ]
}

/**
 * An example of a utility in the words of this world: its first property, with the first entities that fit.
 */
function exampleWish(problem: Problem): string {
  for (const each of problem.properties) {
    const terms = each.parameters.map((parameter) =>
      parameter.kind === "constant" ? parameter.value : valuesOf(problem, parameter.type).at(0),
    )
    if (terms.includes(undefined)) continue
    const said = referenceTo(
      each.name,
      terms.map((term) => term!),
    ).label
    if (each.type === "boolean") return `utility(): ${said};`
    if (each.type === "number") return `utility(): ${said} > 0;`
    const value = valuesOf(problem, each.type).at(-1)
    if (value !== undefined) return `utility(): ${said} == ${printValue(value)};`
  }
  return "utility(): at(Tom) == Home;"
}
