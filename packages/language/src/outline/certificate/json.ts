/**
 * Certificates in JSON: an object with `plan` and `explanations`. The shape of every value in it is checked.
 */
import {
  type Case,
  type Diagnostic,
  type Explanations,
  type Plan,
  type Problem,
  type SpanMaker,
  type Step,
  spansOf,
} from "@dramaturg/model"
import { actNamed, supposedIn, wrongCertificate } from "./acts.js"
import { type Data, readData } from "./data.js"
import { DEEPEST, tooDeeply } from "./depth.js"
import type { CertificateReading } from "./reading.js"

interface Reading {
  readonly text: string
  readonly problem: Problem
  readonly span: SpanMaker
  readonly diagnostics: Diagnostic[]
}

/**
 * A plan within a plan takes three brackets: the reasons, the list of steps, the step. One in hope takes a
 * fourth.
 */
const deepestBracket = 3 * DEEPEST

export function readJsonCertificate(text: string, problem: Problem, file: string): CertificateReading {
  const reading: Reading = { text, problem, span: spansOf(file, text), diagnostics: [] }
  const data = parse(reading, text)
  if (data === undefined) return { diagnostics: reading.diagnostics }
  const plan = readPlan(reading, data)
  const explanations = readExplanations(reading, data)
  if (reading.diagnostics.length > 0) return { diagnostics: reading.diagnostics }
  return { diagnostics: [], solution: { plan, explanations } }
}

function parse(reading: Reading, text: string): Data | undefined {
  const data = readData(text, deepestBracket)
  if (!("flaw" in data)) {
    if (data.fields) return data
    complain(
      reading,
      data.offset,
      "This is JSON, but no solution.",
      'A solution looks like `{ "plan": [...], "explanations": [...] }`.',
    )
  } else if (data.flaw === "depth") complain(reading, data.offset, tooDeeply)
  else
    complain(
      reading,
      data.offset,
      "This is not JSON from here on.",
      "A solution is what `tell --json` prints, or the text with bars.",
    )
  return undefined
}

function complain(reading: Reading, offset: number, message: string, hint?: string): void {
  reading.diagnostics.push(wrongCertificate("not-a-solution", reading.span(offset, 0), message, hint))
}

function readPlan(reading: Reading, whole: Data): readonly string[] {
  const plan = whole.fields?.get("plan")
  if (plan?.isNull) complain(reading, plan.offset, "Nothing was found here: the plan is null.")
  else if (plan?.items && plan.items.length > 0) return plan.items.map((each) => readAct(reading, each))
  else
    complain(
      reading,
      (plan ?? whole).offset,
      "A solution needs `plan`, a list of acts.",
      'Like `"plan": ["walk(Tom, Home, Market)"]`.',
    )
  return []
}

function readAct(reading: Reading, { words, offset, length }: Data): string {
  if (words === undefined) {
    complain(reading, offset, "Every act must be written as a string.", 'Like `"walk(Tom, Home, Market)"`.')
    return ""
  }
  const act = actNamed(reading.problem, words)
  if ("label" in act) return act.label
  reading.diagnostics.push(
    wrongCertificate("unknown-act", reading.span(offset + 1, length - 2), act.message, act.hint),
  )
  return ""
}

/**
 * Without explanations the checker looks for them. Otherwise there must be one entry for each act, or they
 * would be read as those of the wrong acts.
 */
function readExplanations(reading: Reading, whole: Data): readonly Explanations[] {
  const explanations = whole.fields?.get("explanations")
  if (explanations === undefined || explanations.isNull) return []
  const acts = whole.fields?.get("plan")?.items?.length
  const { items, offset } = explanations
  if (!items) complain(reading, offset, "`explanations` must be a list with one object for each act.")
  else if (acts !== undefined && acts > 0 && items.length !== acts)
    complainOfCount(reading, explanations, items.length, acts)
  return items?.map((each) => readReasons(reading, each)) ?? []
}

function complainOfCount(reading: Reading, { offset }: Data, found: number, acts: number): void {
  const message = `\`explanations\` must hold one object for each act: there are ${counted(acts, "act")}, but ${counted(found, "object")}.`
  complain(
    reading,
    offset,
    message,
    "Write `{}` for an act whose reasons the judge shall look for, or leave `explanations` out.",
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`
}

function readReasons(reading: Reading, { fields, offset }: Data): Explanations {
  if (fields) return Object.fromEntries([...fields].map(([who, plan]) => [who, readMind(reading, who, plan)]))
  complain(reading, offset, "Reasons must be an object: a character's name, then that character's steps.")
  return {}
}

/** Steps, or an object with those and the case in which they are planned. */
function readMind(reading: Reading, who: string, plan: Data): Plan {
  const supposed = plan.fields?.get("case")
  const steps = plan.fields?.get("steps")
  if (supposed === undefined || steps === undefined) return readSteps(reading, who, plan)
  return { case: readCase(reading, who, supposed), steps: readSteps(reading, who, steps) }
}

function readCase(reading: Reading, who: string, { items, offset }: Data): Case {
  if (items !== undefined && items.length > 0)
    return items.flatMap((each) => readSupposition(reading, who, each) ?? [])
  complain(reading, offset, `What ${who} supposes must be a list of fluents with values.`)
  return []
}

function readSupposition(reading: Reading, who: string, { fields, offset }: Data): Case[number] | undefined {
  const [fluent, value] = [fields?.get("fluent"), fields?.get("value")]
  if (fluent?.words === undefined || value === undefined) {
    complain(reading, offset, `What ${who} supposes must be an object with "fluent" and "value".`)
    return undefined
  }
  const written = reading.text.slice(value.offset, value.offset + value.length)
  const supposed = supposedIn(
    reading.problem,
    fluent.words,
    value.words ?? { true: "True", false: "False" }[written] ?? written,
  )
  if ("fluent" in supposed) return supposed
  complain(reading, fluent.offset, supposed.message)
  return undefined
}

function readSteps(reading: Reading, who: string, { items, offset }: Data): readonly Step[] {
  if (items) return items.map((each) => readStep(reading, each))
  complain(reading, offset, `What ${who} has in mind must be a list of steps.`)
  return []
}

function readStep(reading: Reading, step: Data): Step {
  const { fields, offset } = step
  const act = fields?.get("act")
  if (!fields || !act) {
    complain(reading, offset, 'A step must be an object with "act" and "explanations".')
    return { act: "", explanations: {} }
  }
  const explanations = fields.get("explanations")
  return {
    act: readAct(reading, act),
    explanations: explanations === undefined ? {} : readReasons(reading, explanations),
  }
}
