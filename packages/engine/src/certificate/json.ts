/** Certificates in JSON: an object with `plan` and `explanations`. Nothing in it is trusted to have the right shape. */
import { type Diagnostic, type Explanations, type Problem, type Span, type SpanMaker, type Step, spansOf } from "@dramaturg/model"
import type { CertificateReading } from "../certificate.js"
import { actNamed, wrongCertificate } from "./acts.js"
import { firstFlaw } from "./flaw.js"

interface Reading {
  readonly text: string
  readonly problem: Problem
  readonly span: SpanMaker
  readonly diagnostics: Diagnostic[]
}

/** More plans within plans than this are taken for nonsense. */
const DEEPEST = 500

export function readJsonCertificate(text: string, problem: Problem, file: string): CertificateReading {
  const reading: Reading = { text, problem, span: spansOf(file, text), diagnostics: [] }
  const data = parse(reading)
  if (data === undefined) return { diagnostics: reading.diagnostics }
  const plan = readPlan(reading, data)
  const explanations = readExplanations(reading, data)
  if (reading.diagnostics.length > 0) return { diagnostics: reading.diagnostics }
  return { diagnostics: [], solution: { plan, explanations } }
}

type Fields = Readonly<Record<string, unknown>>

function parse(reading: Reading): Fields | undefined {
  try {
    const data: unknown = JSON.parse(reading.text)
    if (isFields(data)) return data
    complain(reading, 0, "This is JSON, but no solution.")
  } catch {
    complain(reading, firstFlaw(reading.text), "This is not JSON from here on.", "A solution is what `tell --json` prints, or the text with bars.")
  }
  return undefined
}

function isFields(data: unknown): data is Fields {
  return typeof data === "object" && data !== null && !Array.isArray(data)
}

function complain(reading: Reading, offset: number, message: string, hint?: string): void {
  reading.diagnostics.push(wrongCertificate("not-a-solution", reading.span(offset, 0), message, hint))
}

function readPlan(reading: Reading, data: Fields): readonly string[] {
  if (data.plan === null) complain(reading, whereIs(reading, "plan").offset, "Nothing was found here: the plan is null.")
  else if (Array.isArray(data.plan) && data.plan.length > 0) return data.plan.map((each) => readAct(reading, each))
  else complain(reading, 0, "A solution needs `plan`, a list of acts.", 'Like `"plan": ["walk(Tom, Home, Market)"]`.')
  return []
}

function readAct(reading: Reading, data: unknown): string {
  if (typeof data !== "string") {
    complain(reading, 0, "Every act must be written as a string.")
    return ""
  }
  const act = actNamed(reading.problem, data)
  if ("label" in act) return act.label
  reading.diagnostics.push(wrongCertificate("unknown-act", whereIs(reading, data), act.message, act.hint))
  return ""
}

/** Where a string stands in the text: its first occurrence, or the beginning if it is written with escapes. */
function whereIs({ text, span }: Reading, words: string): Span {
  const offset = text.indexOf(JSON.stringify(words))
  return offset < 0 ? span(0, 0) : span(offset + 1, words.length)
}

function readExplanations(reading: Reading, data: Fields): readonly Explanations[] {
  if (data.explanations === undefined || data.explanations === null) return []
  if (Array.isArray(data.explanations)) return data.explanations.map((each) => readReasons(reading, each, 0))
  complain(reading, whereIs(reading, "explanations").offset, "`explanations` must be a list with one object for each act.")
  return []
}

function readReasons(reading: Reading, data: unknown, depth: number): Explanations {
  if (!isFields(data) || depth > DEEPEST) {
    complain(reading, whereIs(reading, "explanations").offset, "Reasons must be an object: a character's name, then that character's steps.")
    return {}
  }
  return Object.fromEntries(Object.entries(data).map(([who, steps]) => [who, readSteps(reading, who, steps, depth)]))
}

function readSteps(reading: Reading, who: string, data: unknown, depth: number): readonly Step[] {
  if (Array.isArray(data)) return data.map((each) => readStep(reading, each, depth))
  complain(reading, whereIs(reading, who).offset, `What ${who} has in mind must be a list of steps.`)
  return []
}

function readStep(reading: Reading, data: unknown, depth: number): Step {
  if (!isFields(data)) {
    complain(reading, whereIs(reading, "explanations").offset, 'A step must be an object with "act" and "explanations".')
    return { act: "", explanations: {} }
  }
  return { act: readAct(reading, data.act), explanations: data.explanations === undefined ? {} : readReasons(reading, data.explanations, depth + 1) }
}
