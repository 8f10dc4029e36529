/**
 * The published text form of certificates: acts, bars, and lines that say `goal(…)`; and our own `case(…)`,
 * with which a plan in hope begins.
 */
import {
  type Case,
  type Diagnostic,
  type Explanations,
  type Plan,
  type Problem,
  type Span,
  type Step,
  spansOf,
} from "@dramaturg/model"
import { actNamed, supposedIn, wrongCertificate } from "./acts.js"
import { DEEPEST, tooDeeply } from "./depth.js"
import type { CertificateReading } from "./reading.js"

interface Line {
  readonly depth: number
  readonly span: Span
  /** Undefined: a line that closes a plan, or says its case. */
  readonly act?: string
  /** On a line that says the case of the plan that begins with it. */
  readonly case?: Case
  readonly consenting: readonly string[]
  /** On a closing line, the character whose plan it was, if the line says so. */
  readonly who?: string
}

interface Reading {
  readonly lines: readonly Line[]
  readonly diagnostics: Diagnostic[]
  /** Whether closing lines end the plans. */
  readonly closes: boolean
  /** Index of the next line. */
  next: number
}

export function readTextCertificate(text: string, problem: Problem, file: string): CertificateReading {
  const diagnostics: Diagnostic[] = []
  const lines = linesOf(text, problem, file, diagnostics)
  const nowhere = spansOf(file, text)(0, 0)
  if (lines.every((each) => each.act === undefined && each.case === undefined) && diagnostics.length === 0)
    diagnostics.push(
      wrongCertificate(
        "not-a-solution",
        nowhere,
        "There is no act in this solution.",
        "Write one act a line.",
      ),
    )
  const deep = lines.find((each) => each.depth > DEEPEST)
  if (deep) diagnostics.push(wrongCertificate("not-a-solution", deep.span, tooDeeply))
  if (diagnostics.length > 0) return { diagnostics }
  const reading: Reading = {
    lines,
    diagnostics,
    closes: lines.some((each) => isClosing(each) && each.depth > 0),
    next: 0,
  }
  const steps = readSteps(reading, 0, undefined)
  if (diagnostics.length > 0) return { diagnostics }
  return {
    diagnostics,
    solution: { plan: steps.map((each) => each.act), explanations: steps.map((each) => each.explanations) },
  }
}

function isClosing({ act, case: supposed }: Line): boolean {
  return act === undefined && supposed === undefined
}

function linesOf(text: string, problem: Problem, file: string, diagnostics: Diagnostic[]): readonly Line[] {
  const span = spansOf(file, text)
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [, bars, content] = /^([\s|\uFEFF]*)(.*)$/s.exec(match[0])!
    const words = content.trim()
    const place = span(match.index + bars.length, words.length)
    const depth = [...bars].filter((each) => each === "|").length
    if (words === "" && depth === 0) continue
    const line = lineOf(problem, words, depth, place)
    if ("message" in line) diagnostics.push(wrongCertificate("unknown-act", place, line.message, line.hint))
    else lines.push(line)
  }
  return lines
}

/** Where the world has an act called `goal`, the name means that act. */
function lineOf(
  problem: Problem,
  words: string,
  depth: number,
  span: Span,
): Line | { readonly message: string; readonly hint?: string } {
  const act = actNamed(problem, words)
  if ("label" in act) return { depth, span, act: act.label, consenting: act.consenting }
  const supposed = depth === 0 ? null : /^case\s*\((.*)\)$/.exec(words)
  if (supposed !== null) return caseLine(problem, supposed[1], depth, span)
  const goal = /^goal\s*\(([^,)]*)/.exec(words)
  return goal === null ? act : { depth, span, consenting: [], who: goal[1].trim() }
}

function caseLine(
  problem: Problem,
  words: string,
  depth: number,
  span: Span,
): Line | { readonly message: string } {
  const parts = [...words.matchAll(/([^=]+)=([^,]*)(?:,|$)/g)].map(([, fluent, value]) =>
    supposedIn(problem, fluent, value),
  )
  const wrong = parts.find((each) => "message" in each)
  if (wrong !== undefined) return wrong
  return { depth, span, consenting: [], case: parts.filter((each) => "fluent" in each) }
}

/**
 * The steps at one depth, each with the explanations one level deeper. `owner`: the character whose plan it
 * is, if that is known.
 */
function readSteps(reading: Reading, depth: number, owner: string | undefined): readonly Step[] {
  const steps: Step[] = []
  for (
    let line = reading.lines[reading.next];
    line !== undefined && line.depth === depth;
    line = reading.lines[reading.next]
  ) {
    if (line.act === undefined && depth > 0) break
    reading.next++
    if (line.act === undefined) continue
    const others = line.consenting.filter((each) => each !== owner)
    steps.push({ act: line.act, explanations: readReasons(reading, depth + 1, others) })
  }
  const line = reading.lines[reading.next]
  if (line !== undefined && line.depth > depth) tooDeep(reading, line)
  return steps
}

function tooDeep(reading: Reading, line: Line): void {
  reading.diagnostics.push(
    wrongCertificate(
      "misplaced-reason",
      line.span,
      "This line has more bars than the lines before it allow.",
    ),
  )
  reading.next = reading.lines.length
}

/** The plans one bar deeper, one for each closing line. */
function readReasons(reading: Reading, depth: number, others: readonly string[]): Explanations {
  const reasons: Record<string, Plan> = {}
  while (reading.lines[reading.next]?.depth === depth) {
    const first = reading.lines[reading.next]
    const who = ownerOf(
      reading,
      depth,
      others.filter((each) => !Object.hasOwn(reasons, each)),
    )
    if (first.case !== undefined) reading.next++
    const steps = readSteps(reading, depth, who)
    const closing = reading.lines[reading.next]
    if (closing?.depth === depth && isClosing(closing)) reading.next++
    if (who !== undefined) reasons[who] = first.case === undefined ? steps : { case: first.case, steps }
    else if (others.length === 0 || reading.closes) noOwner(reading, first)
  }
  return reasons
}

/**
 * The character whose plan begins here: the one on its closing line, if that character's explanation is
 * still missing, else the first whose is. Without closing lines the plans of several characters cannot be
 * told apart; they are left out, and the checker looks for explanations.
 */
function ownerOf(reading: Reading, depth: number, missing: readonly string[]): string | undefined {
  if (!reading.closes) return missing.length === 1 ? missing[0] : undefined
  let i = reading.next
  while (reading.lines[i] !== undefined && (reading.lines[i].depth > depth || !isClosing(reading.lines[i]))) {
    if (reading.lines[i].depth < depth) return undefined
    i++
  }
  const who = reading.lines[i]?.who
  return who !== undefined && missing.includes(who) ? who : missing[0]
}

function noOwner(reading: Reading, line: Line): void {
  const message =
    "Here is a reason of somebody whose consent the act above does not need, or who has given one already."
  reading.diagnostics.push(wrongCertificate("misplaced-reason", line.span, message))
}
