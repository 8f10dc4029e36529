/**
 * Reads and prints certificates: solutions with their explanations (D28).
 *
 * Two formats are read. JSON is what `tell --json` prints: of its fields only `plan` and `explanations`
 * count. The published text format writes one act a line; after an act, one bar deeper, follow the steps
 * that remain of each consenting character's plan, closed by a line `goal(Name, …)`. What a goal line says
 * about the goal itself is not read.
 */
import { type Explanations, type Problem, type Solution, type Step, plannedIn } from "@dramaturg/model"
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
  return plannedIn(explanations).flatMap(([who, steps]) => [
    ...printSteps(steps, depth),
    `${"| ".repeat(depth)}goal(${who})`,
  ])
}

function printSteps(steps: readonly Step[], depth: number): readonly string[] {
  return steps.flatMap(({ act, explanations }) => [
    `${"| ".repeat(depth)}${act}`,
    ...printReasons(explanations, depth + 1),
  ])
}
