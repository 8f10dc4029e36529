/**
 * Reads and prints certificates: solutions with their explanations (D28).
 *
 * Two formats are read. JSON is what `tell --json` prints: of its fields only `plan` and `explanations`
 * count. The published text format writes one act a line; after an act, one bar deeper, follow the steps
 * that remain of each consenting character's plan, closed by a line `goal(Name, …)`. What a goal line says
 * about the goal itself is not read. A plan in hope begins with a line `case(…)`, which
 * is this project's own.
 */
import {
  type Case,
  caseOf,
  type Explanations,
  printValue,
  type Problem,
  type Solution,
  type Step,
  stepsOf,
} from "@dramaturg/model"
import { readJsonCertificate } from "./certificate/json.js"
import type { CertificateReading } from "./certificate/reading.js"
import { readTextCertificate } from "./certificate/text.js"

/**
 * Reads a certificate, whose first character decides the format. Takes its text, the problem it is about,
 * and `file`, the name for spans. Returns the solution, if there is no error, and the diagnostics. Whether
 * the solution is valid is the checker's question.
 */
export function readCertificate(text: string, problem: Problem, file = "<solution>"): CertificateReading {
  return /^\s*[{[]/.test(text)
    ? readJsonCertificate(text, problem, file)
    : readTextCertificate(text, problem, file)
}

/** Returns a solution in the published text format, which `readCertificate` reads back. */
export function printCertificate(solution: Solution): string {
  const lines = solution.plan.flatMap((act, i) => [act, ...printReasons(solution.explanations[i] ?? {}, 1)])
  return [...lines, "goal()", ""].join("\n")
}

function printReasons(explanations: Explanations, depth: number): readonly string[] {
  return Object.entries(explanations).flatMap(([who, plan]) => [
    ...printCase(caseOf(plan), depth),
    ...printSteps(stepsOf(plan), depth),
    `${"| ".repeat(depth)}goal(${who})`,
  ])
}

function printCase(supposed: Case | undefined, depth: number): readonly string[] {
  if (supposed === undefined) return []
  const parts = supposed.map(({ fluent, value }) => `${fluent} = ${printValue(value)}`)
  return [`${"| ".repeat(depth)}case(${parts.join(", ")})`]
}

function printSteps(steps: readonly Step[], depth: number): readonly string[] {
  return steps.flatMap(({ act, explanations }) => [
    `${"| ".repeat(depth)}${act}`,
    ...printReasons(explanations, depth + 1),
  ])
}
