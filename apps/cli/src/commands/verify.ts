/** `dramaturg verify`: asks the judge whether a story holds, and prints the verdict. */
import { groundingNotes, limitsOf, readCertificate, verify as judge } from "@dramaturg/engine"
import type { Breach, Limits, Verdict } from "@dramaturg/model"
import { coloursFor, type Colours } from "../colours.js"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { limitsGiven, mergeLimits, type LimitFlags } from "../limits.js"
import { addNotes, openWorld, refusal } from "../open-world.js"
import { readCount, readNumber } from "../options.js"
import { readInput } from "../read-input.js"
import { writeJson, writeResult } from "../write-output.js"

export interface VerifyFlags extends LimitFlags {
  readonly goal?: string
  readonly effort?: string
  readonly json?: boolean
  readonly output?: string
}

const exits: Record<Verdict["verdict"], ExitCode> = { valid: exit.done, invalid: exit.negative, undecided: exit.unknown }

export function verify(worldPath: string, solutionPath: string, flags: VerifyFlags): ExitCode {
  const given = limitsGiven(flags)
  const goal = flags.goal === undefined ? undefined : readNumber("--goal", flags.goal)
  const effort = flags.effort === undefined ? undefined : readCount("--effort", flags.effort)
  if (worldPath === "-" && solutionPath === "-") throw new Refusal("only one of world and solution can come from stdin.")
  const world = openWorld(worldPath)
  addNotes(world, groundingNotes(world.problem))
  const input = readInput(solutionPath, "solution")
  const { solution, diagnostics } = readCertificate(input.text, world.problem, input.file)
  if (!solution) throw refusal(input.file, input.text, diagnostics)
  const limits = mergeLimits(given, limitsOf(solution)) as Required<Limits>
  const verdict = judge(world.problem, solution, { limits, goal, effort })
  const inputs = [worldPath, solutionPath]
  if (flags.json) writeJson({ verdict: verdict.verdict, breaches: verdict.breaches.map(breachJson) }, flags.output, inputs)
  else writeResult(verdictText(verdict, solution.plan, coloursFor(process.stdout)), flags.output, inputs)
  return exits[verdict.verdict]
}

function breachJson({ act, character, definition, message }: Breach) {
  return { act, character, definition, message }
}

const sentences: Record<Verdict["verdict"], string> = {
  valid: "The story holds: every act is possible, explained and needed.",
  invalid: "The story does not hold.",
  undecided: "The judge stopped before it was sure.",
}

function verdictText(verdict: Verdict, plan: readonly string[], colours: Colours): string {
  const lines = verdict.breaches.map((each) => {
    const act = each.act === 0 ? "the story as a whole" : `act ${each.act}, ${plan[each.act - 1] ?? "beyond the end"}`
    const person = each.character === null ? "" : `, ${each.character}`
    return `  ${colours.bold(act)}${person}: ${each.message} ${colours.dim(`[${each.definition}]`)}\n`
  })
  return [`${verdict.verdict}: ${sentences[verdict.verdict]}\n`, ...lines].join("")
}
