/**
 * Does this plot hold? Every act of an outline is looked at where it stands (D31), and where there are no
 * reasons, reasons are looked for.
 *
 * It goes in this order: the plot is followed; reasons are looked for, of all acts by turns (going-round.ts);
 * if every act is possible and every consenting character has a reason, the checker is asked about the whole.
 * What it accepts holds. Of anything else it is found out, act by act, who has no reason and why not, and
 * which acts the story could do without.
 */
import type {
  ActVerdict,
  Explanations,
  Finding,
  Limits,
  Outline,
  Plan,
  Problem,
  Review,
  ReviewedAct,
  Span,
  Unread,
  Verdict,
  Slices,
} from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { ground } from "../ground/ground.js"
import { type Bounds, mergedLimits, printable, type StatedLimits } from "../search/limits.js"
import { Checker } from "../verify.js"
import { countedAsWritten, itemOfAct } from "./counted.js"
import { deadlineOf, type QueryOptions } from "./query.js"
import { type Needless, needlessActs } from "./needless.js"
import { Reasoner } from "./reasoner.js"
import { type Seen, see, type Sight } from "./sight.js"
import { type Consent, consentOf, type CutShort, goRound, openFinding } from "./going-round.js"

/** What a review is asked with. */
export interface ReviewOptions extends QueryOptions {
  /** Within which reasons are looked for. What is not said here is taken from the problem. */
  readonly limits?: StatedLimits
  /** What the end should be worth to the author; without it, any improvement will do. */
  readonly goal?: number
  /** How hard the judge may work, and how many nodes may be visited for reasons; in all, each. */
  readonly effort?: number
  /**
   * So many acts are taken to have happened, even if something speaks against them: nothing is asked about
   * them, or about the whole.
   */
  readonly past?: number
  /**
   * Is told what is known so far, whenever that is more: a review that stands if the work is stopped by
   * force.
   */
  readonly onProgress?: (review: Review) => void
}

/** How far people plan ahead, and how deep in minds, by default. */
const PLAN_AHEAD = 5
const MINDS_DEEP = 2
export const EFFORT = 500_000

/**
 * Throws if an act of the outline is none of this world's, or if no story can begin in it (ask
 * `groundingNotes` first).
 */
export function startReview(problem: Problem, outline: Outline, options: ReviewOptions = {}): Query<Review> {
  return new Query(reviewed(problem, outline, options))
}

export function* reviewed(problem: Problem, outline: Outline, options: ReviewOptions): Slices<Review> {
  const acts = outline.acts.map((each) => each.act)
  const bounds = boundsFor(problem, acts.length, options.limits ?? {})
  const effort = options.effort ?? EFFORT
  const reasoner = new Reasoner(ground(problem).task, bounds)
  const seen = yield* see(problem, acts, (each) => reasoner.knows(each))
  const isOver = deadlineOf(options)
  const checker = new Checker(problem)
  const ask: Ask = (explanations) =>
    checker.judge(
      { plan: acts, explanations },
      { limits: printable(bounds), goal: options.goal, effort, isOver },
    )
  const past = options.past ?? 0
  const given =
    past > 0 ? outline.acts.map((each) => each.explanations ?? {}) : yield* soundReasons(outline, ask)
  const asked = asConsents(reasoner, seen, given, past)
  const isPossible = seen.sights.every((each) => each.isPossible)
  const material = {
    problem,
    outline,
    seen,
    goal: options.goal ?? null,
    bounds,
    isWhole: past === 0 && isPossible,
  }
  const soFar = (limit: CutShort): Consents[] =>
    seen.sights.map((sight, i) =>
      i < past
        ? { findings: [], explanations: given[i] }
        : consentsTo(
            sight,
            given[i],
            asked.filter((each) => each.act === i),
            limit,
          ),
    )
  const onProgress =
    options.onProgress &&
    (() => options.onProgress!(summary({ ...material, consents: soFar("time"), isPartial: true })))
  const stopped = (yield* goRound(asked, { effort, isOver, onProgress })) ?? "effort"
  const consents = soFar(stopped)
  const isExplained = consents.every((each) => each.findings.length === 0)
  const verdict =
    past === 0 && isPossible && isExplained
      ? yield* ask(consents.map((each) => each.explanations))
      : undefined
  const mayBeNeedless = material.isWhole && verdict?.verdict !== "valid" && endingOf(seen, null).isBetter
  const needless = mayBeNeedless ? yield* needlessActs(problem, acts, bounds, effort, isOver) : undefined
  return summary({ ...material, consents, needless, verdict, stopped: isOver() ? "time" : "effort" })
}

type Ask = (explanations: readonly Explanations[]) => Slices<Verdict>

/** The reasons written down, without those in which the judge finds something wrong. */
function* soundReasons(outline: Outline, ask: Ask): Slices<readonly Explanations[]> {
  const given = outline.acts.map((each) => each.explanations ?? {})
  if (given.every((each) => Object.keys(each).length === 0)) return given
  const { breaches } = yield* ask(given)
  const wrong = new Set(breaches.filter((each) => each.definition !== "D24 S4").map((each) => each.act - 1))
  return given.map((each, i) => (wrong.has(i) ? {} : each))
}

/**
 * What is to be asked: the reason of each consenting character for every act that is not taken as given,
 * where none was written down.
 */
function asConsents(
  reasoner: Reasoner,
  { sights }: Seen,
  given: readonly Explanations[],
  past: number,
): readonly Consent[] {
  return sights.flatMap((sight, i) => {
    const labels = sights.slice(0, i).map((each) => each.act)
    const open = i < past ? [] : sight.views.filter((each) => !Object.hasOwn(given[i], each.character))
    return open.map((view) => consentOf(i, { reasoner, sight, labels }, view))
  })
}

export function boundsFor(problem: Problem, acts: number, given: StatedLimits): Bounds {
  const { author, character, belief } = mergedLimits(problem.limits, given)
  const or = (limit: number | null | undefined, otherwise: number): number =>
    limit === null ? Infinity : (limit ?? otherwise)
  return {
    author: or(author, Math.max(1, acts)),
    character: or(character, PLAN_AHEAD),
    belief: or(belief, MINDS_DEEP),
  }
}

interface Consents {
  readonly findings: readonly Finding[]
  readonly explanations: Explanations
}

/** What is known of one act's reasons. `limit`: what left open those that are. */
function consentsTo(
  { views }: Sight,
  given: Explanations,
  asked: readonly Consent[],
  limit: CutShort,
): Consents {
  const findings: Finding[] = []
  const explanations: Record<string, Explanations[string]> = {}
  for (const { character } of views) {
    const consent = asked.find((each) => each.view.character === character)
    const found = consent === undefined ? given[character] : (consent.found ?? openFinding(consent, limit))
    if (isPlan(found)) explanations[character] = found
    else findings.push(found)
  }
  return { findings, explanations }
}

function isPlan(found: Plan | Finding): found is Plan {
  return Array.isArray(found) || "case" in found
}

interface Material {
  readonly problem: Problem
  readonly outline: Outline
  readonly seen: Seen
  readonly consents: readonly Consents[]
  /** Undefined: it was not asked which acts are needless. */
  readonly needless?: Needless | undefined
  /** The plot is asked about as a whole: all its acts are possible, and none is taken as given. */
  readonly isWhole: boolean
  readonly verdict?: Verdict | undefined
  readonly goal: number | null
  readonly bounds: Bounds
  /** What stopped the checker, if something did. */
  readonly stopped?: CutShort
  /** Not everything has been asked yet. */
  readonly isPartial?: boolean
}

function summary(material: Material): Review {
  const { problem, seen, verdict, goal, bounds } = material
  const ending = endingOf(seen, goal)
  const acts = seen.sights.map((sight, i) => reviewedAct(material, sight, i))
  const isLimited =
    ending.isOpen ||
    acts.some((each) => each.verdict === "limited") ||
    verdict?.verdict === "undecided" ||
    material.isPartial
  const unread = unreadIn(material.outline)
  const fails =
    (!ending.isBetter && !ending.isOpen) ||
    acts.some((each) => each.verdict !== "holds" && each.verdict !== "limited") ||
    verdict?.verdict === "invalid"
  return {
    format: "dramaturg-review",
    version: 1,
    world: problem.name,
    verdict: fails ? "fails" : unread.length > 0 ? "unread" : isLimited ? "limited" : "holds",
    acts,
    unread,
    notes: markedIn(material.outline),
    occurrences: countedAsWritten(seen.occurrences, material.outline.acts),
    ending,
    limits: printable(bounds) as Required<Limits>,
  }
}

function unreadIn({ notes }: Outline): readonly Unread[] {
  return notes
    .filter((each) => each.kind === "unread")
    .map(({ item = "", text, before, span, near = [] }) => ({ item, text, before, line: span.line, near }))
}

function markedIn({ notes }: Outline): Review["notes"] {
  return notes.flatMap(({ kind, item, text, before, span }) =>
    kind === "note" && item !== undefined ? [{ item, text, before, line: span.line }] : [],
  )
}

function endingOf({ worth }: Seen, goal: number | null): Review["ending"] {
  const [start, end] = [worth[0], worth[worth.length - 1]]
  const isOpen = start === undefined || end === undefined ? { isOpen: true as const } : {}
  const isBetter =
    typeof start === "number" && typeof end === "number" && end > start && (goal === null || end >= goal)
  return { start: start ?? null, end: end ?? null, goal, isBetter, ...isOpen }
}

function reviewedAct(material: Material, sight: Sight, i: number): ReviewedAct {
  const { consents, outline } = material
  const findings: Finding[] = [
    ...possibility(sight),
    ...consents[i].findings,
    ...doubts(material, i),
    ...needlessness(material, i),
  ]
  const sorted = order.flatMap((kind) => findings.filter((each) => each.kind === kind))
  return {
    number: i + 1,
    item: itemOfAct(outline.acts, i + 1),
    act: outline.acts[i].act,
    ...(sight.origin === undefined ? {} : { origin: sight.origin as Span }),
    verdict: sorted[0]?.kind ?? "holds",
    findings: sorted,
    explanations: consents[i].explanations,
  }
}

function possibility({ isPossible, lacks }: Sight): readonly Finding[] {
  if (isPossible) return []
  return isPossible === undefined
    ? [{ kind: "limited", character: null, limit: "belief" }]
    : [{ kind: "impossible", lacks }]
}

const order = [
  "impossible",
  "unmotivated",
  "does-not-know",
  "needless",
  "limited",
] as const satisfies readonly ActVerdict[]

/**
 * Needless by itself (D24 S4), or because the story is as good without what comes after an earlier act (D24
 * S5).
 */
function needlessness(
  { needless, isWhole, verdict, seen, stopped = "effort" }: Material,
  i: number,
): readonly Finding[] {
  if (!isWhole) return []
  const instead = needless?.instead.get(i)
  if (instead !== undefined) return [{ kind: "needless", instead }]
  const end = seen.worth[seen.worth.length - 1] ?? NaN
  const early = seen.worth.findIndex(
    (each, k) => k > 0 && k < seen.sights.length && (each ?? NaN) >= end && end > (seen.worth[0] ?? Infinity),
  )
  if (early > 0 && i >= early) return [{ kind: "needless", instead: [] }]
  return verdict?.verdict === "undecided" && needless !== undefined && !needless.isWhole
    ? [{ kind: "limited", character: null, limit: stopped }]
    : []
}

/** Reasons of which the judge could not be sure. */
function doubts({ verdict, stopped = "effort" }: Material, i: number): readonly Finding[] {
  if (verdict?.verdict !== "undecided") return []
  const characters = verdict.breaches.flatMap(({ act, character }) =>
    act === i + 1 && character !== null ? [character] : [],
  )
  return [...new Set(characters)].map((character) => ({ kind: "limited", character, limit: stopped }))
}
