/** Reads a world and a solution, and asks the judge. */
import { groundingNotes, limitsOf, readCertificate, verify as judge } from "@dramaturg/engine"
import { hasErrors, type Limits } from "@dramaturg/model"
import { mergeLimits } from "../../limits.js"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const verify: Work<"verify"> = async ({ world, solution, limits, goal, effort }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  const certificate = readCertificate(solution.text, problem, solution.file)
  report({ stage: "judging", remarks: certificate.diagnostics })
  if (!certificate.solution) return
  const bounds = mergeLimits(limits, limitsOf(certificate.solution)) as Required<Limits>
  const verdict = judge(problem, certificate.solution, { limits: bounds, goal, effort })
  report({ plan: certificate.solution.plan, verdict })
}
