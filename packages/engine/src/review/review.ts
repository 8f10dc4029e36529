/**
 * Does this plot hold? Every act of an outline is looked at where it stands (D31), and where there are no reasons, reasons are
 * looked for.
 *
 * It goes in this order: the plot is followed; reasons are looked for, act by act; if everything is possible and everybody has
 * a reason, the judge is asked about the whole. What it accepts holds. Of anything else it is found out, act by act, who has no
 * reason and why not, and which acts the story could do without.
 */
import type {
  ActVerdict, Explanations, Finding, Limits, Outline, Problem, Review, ReviewedAct, Span, Unread, Verdict,
} from "@dramaturg/model"
import type { Slices } from "../explain/explain.js"
import { ground } from "../ground/ground.js"
import { type Bounds, mergedLimits, printable, type StatedLimits } from "../search/limits.js"
import { Judge } from "../verify.js"
import { countedAsWritten, itemOfAct } from "../outline/counted.js"
import { deadlineOf, Inquiry, type InquiryOptions } from "./inquiry.js"
import { type Needless, needlessActs } from "./needless.js"
import { Reasoner } from "./reasoner.js"
import { type Seen, see, type Sight } from "./sight.js"
import { findReason, type Spot } from "./consent.js"

export interface ReviewOptions extends InquiryOptions {
  /** Within which reasons are looked for. What is not said here is taken from the problem. */
  readonly limits?: StatedLimits
  /** What the end should be worth to the author; without it, any improvement will do. */
  readonly goal?: number
  /** How hard the judge may work. */
  readonly effort?: number
  /** So many acts are taken to have happened, whatever speaks against them: nothing is asked about them, or about the whole. */
  readonly past?: number
}

/** How far people plan ahead, and how deep in minds, where nobody says so. */
const PLAN_AHEAD = 5
const MINDS_DEEP = 2
export const EFFORT = 500_000

/** Throws if an act of the outline is none of this world's, or if no story can begin in it (ask `groundingNotes` first). */
export function startReview(problem: Problem, outline: Outline, options: ReviewOptions = {}): Inquiry<Review> {
  return new Inquiry(reviewed(problem, outline, options))
}

export function* reviewed(problem: Problem, outline: Outline, options: ReviewOptions): Slices<Review> {
  const acts = outline.acts.map((each) => each.act)
  const bounds = boundsFor(problem, acts.length, options.limits ?? {})
  const effort = options.effort ?? EFFORT
  const reasoner = new Reasoner(ground(problem).task, bounds)
  const seen = see(problem, acts, (each) => reasoner.knows(each))
  const isOver = deadlineOf(options)
  const judge = new Judge(problem)
  const ask: Ask = (explanations) => judge.verify({ plan: acts, explanations }, { limits: printable(bounds), goal: options.goal, effort, isOver })
  const past = options.past ?? 0
  const given = past > 0 ? outline.acts.map((each) => each.explanations ?? {}) : soundReasons(outline, ask)
  const consents = yield* allConsents({ reasoner, isOver }, seen, given, past)
  const explanations = consents.map((each) => each.explanations)
  const isPossible = seen.sights.every((each) => each.isPossible)
  const isExplained = consents.every((each) => each.findings.length === 0)
  const verdict = past === 0 && isPossible && isExplained ? ask(explanations) : undefined
  const isWhole = past === 0 && isPossible
  const mayBeNeedless = isWhole && verdict?.verdict !== "valid" && endingOf(seen, null).isBetter
  const needless = mayBeNeedless ? needlessActs(problem, acts, bounds, effort, isOver) : { instead: new Map(), isWhole: true }
  return summary({ problem, outline, seen, consents, explanations, needless, isWhole, verdict, goal: options.goal ?? null, bounds })
}

type Ask = (explanations: readonly Explanations[]) => Verdict

/** The reasons written down, without those in which the judge finds something wrong. */
function soundReasons(outline: Outline, ask: Ask): readonly Explanations[] {
  const given = outline.acts.map((each) => each.explanations ?? {})
  if (given.every((each) => Object.keys(each).length === 0)) return given
  const wrong = new Set(ask(given).breaches.filter((each) => each.definition !== "D24 S4").map((each) => each.act - 1))
  return given.map((each, i) => (wrong.has(i) ? {} : each))
}

function* allConsents(
  around: Pick<Spot, "reasoner" | "isOver">, { sights }: Seen, given: readonly Explanations[], past: number,
): Slices<readonly Consents[]> {
  const all: Consents[] = given.slice(0, past).map((explanations) => ({ findings: [], explanations }))
  for (let i = past; i < sights.length; i++) {
    all.push(yield* consentsTo({ ...around, sight: sights[i], labels: sights.slice(0, i).map((each) => each.act) }, given[i]))
  }
  return all
}

export function boundsFor(problem: Problem, acts: number, given: StatedLimits): Bounds {
  const { author, character, belief } = mergedLimits(problem.limits, given)
  const or = (limit: number | null | undefined, otherwise: number): number => (limit === null ? Infinity : (limit ?? otherwise))
  return { author: or(author, Math.max(1, acts)), character: or(character, PLAN_AHEAD), belief: or(belief, MINDS_DEEP) }
}

interface Consents {
  readonly findings: readonly Finding[]
  readonly explanations: Explanations
}

function* consentsTo(spot: Spot, given: Explanations): Slices<Consents> {
  const findings: Finding[] = []
  const explanations: Record<string, Explanations[string]> = {}
  for (const view of spot.sight.views) {
    const found = Object.hasOwn(given, view.character) ? given[view.character] : yield* findReason(spot, view)
    if (Array.isArray(found)) explanations[view.character] = found
    else findings.push(found as Finding)
  }
  return { findings, explanations }
}

interface Material {
  readonly problem: Problem
  readonly outline: Outline
  readonly seen: Seen
  readonly consents: readonly Consents[]
  readonly explanations: readonly Explanations[]
  readonly needless: Needless
  /** The plot is asked about as a whole: all its acts are possible, and none is taken as given. */
  readonly isWhole: boolean
  readonly verdict: Verdict | undefined
  readonly goal: number | null
  readonly bounds: Bounds
}

function summary(material: Material): Review {
  const { problem, seen, verdict, goal, bounds } = material
  const ending = endingOf(seen, goal)
  const acts = seen.sights.map((sight, i) => reviewedAct(material, sight, i))
  const isLimited = ending.isOpen || acts.some((each) => each.verdict === "limited") || verdict?.verdict === "undecided"
  const unread = unreadIn(material.outline)
  const fails = (!ending.isBetter && !ending.isOpen) || acts.some((each) => each.verdict !== "holds" && each.verdict !== "limited") || verdict?.verdict === "invalid"
  return {
    format: "dramaturg-review", version: 1, world: problem.name, verdict: fails ? "fails" : unread.length > 0 ? "unread" : isLimited ? "limited" : "holds",
    acts, unread, notes: markedIn(material.outline), occurrences: countedAsWritten(seen.occurrences, material.outline.acts), ending, limits: printable(bounds) as Required<Limits>,
  }
}

function unreadIn({ notes }: Outline): readonly Unread[] {
  return notes.filter((each) => each.kind === "unread").map(({ item = "", text, before, span, near = [] }) => ({ item, text, before, line: span.line, near }))
}

function markedIn({ notes }: Outline): Review["notes"] {
  return notes.flatMap(({ kind, item, text, before, span }) => (kind === "note" && item !== undefined ? [{ item, text, before, line: span.line }] : []))
}

function endingOf({ worth }: Seen, goal: number | null): Review["ending"] {
  const [start, end] = [worth[0], worth[worth.length - 1]]
  const isOpen = start === undefined || end === undefined ? { isOpen: true as const } : {}
  const isBetter = typeof start === "number" && typeof end === "number" && end > start && (goal === null || end >= goal)
  return { start: start ?? null, end: end ?? null, goal, isBetter, ...isOpen }
}

function reviewedAct(material: Material, sight: Sight, i: number): ReviewedAct {
  const { consents, explanations, outline } = material
  const findings: Finding[] = [
    ...possibility(sight),
    ...consents[i].findings, ...needlessness(material, i),
  ]
  const sorted = order.flatMap((kind) => findings.filter((each) => each.kind === kind))
  return {
    number: i + 1, item: itemOfAct(outline.acts, i + 1), act: outline.acts[i].act, ...(sight.origin === undefined ? {} : { origin: sight.origin as Span }),
    verdict: sorted[0]?.kind ?? "holds", findings: sorted, explanations: explanations[i],
  }
}

function possibility({ isPossible, lacks }: Sight): readonly Finding[] {
  if (isPossible) return []
  return isPossible === undefined ? [{ kind: "limited", character: null, limit: "belief" }] : [{ kind: "impossible", lacks }]
}

const order = ["impossible", "unmotivated", "does-not-know", "needless", "limited"] as const satisfies readonly ActVerdict[]

/** Needless by itself (D24 S4), or because the story is as good without what comes after an earlier act (D24 S5). */
function needlessness({ needless, isWhole, verdict, seen }: Material, i: number): readonly Finding[] {
  if (!isWhole) return []
  const instead = needless.instead.get(i)
  if (instead !== undefined) return [{ kind: "needless", instead }]
  const end = seen.worth[seen.worth.length - 1] ?? NaN
  const early = seen.worth.findIndex((each, k) => k > 0 && k < seen.sights.length && (each ?? NaN) >= end && end > (seen.worth[0] ?? Infinity))
  if (early > 0 && i >= early) return [{ kind: "needless", instead: [] }]
  return verdict?.verdict === "undecided" && !needless.isWhole ? [{ kind: "limited", character: null, limit: "effort" }] : []
}
