/**
 * Reads and prints certificates: stories together with their reasons (D28).
 *
 * Two forms are read. JSON is what `tell --json` prints: of its fields only `plan` and `explanations` count. The published
 * text form writes one act a line; after an act, one bar deeper, follow the steps that remain of each consenting
 * character's plan, closed by a line `goal(Name, …)`. What a goal line says of the goal itself is not read.
 */
import type { Explanations, Problem, Solution, Step } from "@dramaturg/model"
import { readJsonCertificate } from "./certificate/json.js"
import type { CertificateReading } from "./certificate/reading.js"
import { readTextCertificate } from "./certificate/text.js"

/** `file` is the name under which the text was read. */
export function readCertificate(text: string, problem: Problem, file = "<solution>"): CertificateReading {
  return /^\s*[{[]/.test(text) ? readJsonCertificate(text, problem, file) : readTextCertificate(text, problem, file)
}

/** The published text form. */
export function printCertificate(solution: Solution): string {
  const lines = solution.plan.flatMap((act, i) => [act, ...printReasons(solution.explanations[i] ?? {}, 1)])
  return [...lines, "goal()", ""].join("\n")
}

function printReasons(explanations: Explanations, depth: number): readonly string[] {
  return Object.entries(explanations).flatMap(([who, steps]) => [...printSteps(steps, depth), `${"| ".repeat(depth)}goal(${who})`])
}

function printSteps(steps: readonly Step[], depth: number): readonly string[] {
  return steps.flatMap(({ act, explanations }) => [`${"| ".repeat(depth)}${act}`, ...printReasons(explanations, depth + 1)])
}
