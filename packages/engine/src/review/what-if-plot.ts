/**
 * What if this were otherwise? A plot held up to the world as it is and as it would be: which of its acts
 * fare differently.
 */
import type {
  ActFate,
  Finding,
  Limits,
  Outline,
  PlotWhatIf,
  Problem,
  Review,
  ReviewedAct,
  Slices,
} from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { groundingNotes } from "../search/notes.js"
import { itemOfAct } from "./counted.js"
import { instanceOf } from "../replay/condition.js"
import { mergedLimits } from "../search/limits.js"
import { limitsOf } from "../verify.js"
import type { QueryOptions } from "./query.js"
import { type ReviewOptions, reviewed } from "./review.js"

/**
 * Throws if an act of the outline is none of the first world's. What only the changed world lacks is told.
 */
export function startPlotWhatIf(
  before: Problem,
  after: Problem,
  outline: Outline,
  options: Omit<ReviewOptions, "past"> = {},
): Query<PlotWhatIf> {
  return new Query(compared(before, after, outline, options))
}

function* compared(
  before: Problem,
  after: Problem,
  outline: Outline,
  options: ReviewOptions,
): Slices<PlotWhatIf> {
  const { clock, timeoutMs } = options
  const began = clock?.() ?? 0
  // Both worlds have a share of the time, or the second would be told nothing of.
  const one = yield* reviewOf(before, outline, {
    ...options,
    ...(timeoutMs === undefined ? {} : { timeoutMs: timeoutMs / 2 }),
  })
  const left =
    timeoutMs === undefined || clock === undefined
      ? {}
      : { timeoutMs: Math.max(0, timeoutMs - (clock() - began)) }
  const isThere = (act: string): boolean => instanceOf(after, act) !== undefined
  const counted = outline.acts.map((each, i) => ({ ...each, item: itemOfAct(outline.acts, i + 1) }))
  const other = yield* reviewOf(
    after,
    { ...outline, acts: counted.filter((each) => isThere(each.act)) },
    { ...options, ...left },
  )
  return { acts: fatesOf(counted, one, other, isThere), before: one, after: other }
}

function* reviewOf(
  problem: Problem,
  outline: Outline,
  options: ReviewOptions & QueryOptions,
): Slices<Review | null> {
  if (groundingNotes(problem).some((each) => each.severity === "error")) return null
  return yield* reviewed(problem, outline, {
    ...options,
    limits: limitsFor(problem, outline, options.limits ?? {}),
  })
}

/** Reasons that were written down keep the limits of their own where the caller states none (D29). */
function limitsFor(problem: Problem, { acts }: Outline, given: Limits): Limits {
  if (acts.every((each) => each.explanations === undefined)) return given
  const { character, belief } = limitsOf({
    plan: acts.map((each) => each.act),
    explanations: acts.map((each) => each.explanations ?? {}),
  })
  const stated = mergedLimits(problem.limits, given)
  return {
    ...given,
    character: stated.character === undefined ? character : stated.character,
    belief: stated.belief === undefined ? belief : stated.belief,
  }
}

function fatesOf(
  acts: readonly { readonly act: string; readonly item: string }[],
  before: Review | null,
  after: Review | null,
  isThere: (act: string) => boolean,
): readonly ActFate[] {
  let met = 0
  return acts.map(({ act, item }, i) => {
    const [one, other] = [before?.acts[i], isThere(act) ? after?.acts[met++] : undefined]
    const sides = {
      before: one?.verdict ?? null,
      after: isThere(act) ? (other?.verdict ?? null) : ("missing" as const),
    }
    return { number: i + 1, item, act, ...sides, change: changeOf(sides, one, other) }
  })
}

/** An act of which one world could not tell enough does not count as changed. */
function changeOf(
  sides: Pick<ActFate, "before" | "after">,
  one: ReviewedAct | undefined,
  other: ReviewedAct | undefined,
): ActFate["change"] {
  if (sides.before === "limited" || sides.after === "limited" || isCutShort(one) || isCutShort(other))
    return null
  if (sides.before !== sides.after) return "verdict"
  return one && other && gistOf(one.findings) !== gistOf(other.findings) ? "findings" : null
}

/** What is in the way was not found out. */
function isCutShort(act: ReviewedAct | undefined): boolean {
  return (
    act !== undefined &&
    act.findings.some((each) => each.kind === "unmotivated" && each.unasked !== undefined)
  )
}

/**
 * Where something stands in a text, and which number it has in what happened, may differ though nothing else
 * does.
 */
function gistOf(findings: readonly Finding[]): string {
  return JSON.stringify(findings, (key, value: unknown) =>
    key === "origin" || key === "since" || key === "visited" ? undefined : value,
  )
}
