/**
 * The smallest change that makes a plot hold: an act dropped, moved, or inserted. All of one size are tried
 * before the next, those near the first act that fails first. What can be done at all is found out before
 * reasons are looked for, and the checker has the last word on every proposal. Where no change of one act
 * will do, each gap of the plot is filled with as many as it takes.
 */
import type { Explanations, Outline, Problem, Repair, Repairs, Slices } from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { ground } from "../ground/ground.js"
import { printable } from "../search/limits.js"
import { Checker } from "../verify.js"
import type { BridgedAct, BridgeOptions } from "./bridge.js"
import { deadlineOf, unlessOver } from "./query.js"
import { Reasoner } from "./reasoner.js"
import { boundsFor, EFFORT, type ReviewOptions } from "./review.js"

/** What a repair is asked with. */
export interface RepairOptions extends ReviewOptions {
  /** How many acts may be inserted. Default: 1. */
  readonly most?: number
  /** How many proposals are enough. Default: 3. */
  readonly enough?: number
  /** How many acts may be put in to fill gaps. Default: 6; 0: gaps are not filled. */
  readonly gap?: number
  /** How many places may be looked at for that. */
  readonly states?: number
}

/** Throws as `startReview` does. */
export function startRepair(problem: Problem, outline: Outline, options: RepairOptions = {}): Query<Repairs> {
  return new Query(
    repaired(
      problem,
      outline.acts.map((each) => each.act),
      options,
    ),
  )
}

function* repaired(problem: Problem, labels: readonly string[], options: RepairOptions): Slices<Repairs> {
  const { most = 1, enough = 3, gap = 6, goal } = options
  const bounds = boundsFor(problem, labels.length + Math.max(most, gap), options.limits ?? {})
  const reasoner = new Reasoner(ground(problem).task, bounds)
  const checker = new Checker(problem)
  const isOver = deadlineOf(options)
  const repairs: Repair[] = []
  let isWhole = true
  const reaches = ({ acts }: Draft): boolean => {
    const end = reasoner.worth(acts)
    return (
      acts.length > 0 &&
      acts.length <= bounds.author &&
      end > reasoner.worth([]) &&
      end >= (goal ?? -Infinity)
    )
  }
  const named = (acts: readonly number[]): readonly string[] =>
    acts.map((each) => reasoner.task.actions[each].label)
  const accepted = function* (draft: Draft): Slices<Repair | undefined> {
    const explanations = reaches(draft) ? yield* reasonsFor(reasoner, draft.acts, isOver) : undefined
    if (explanations === undefined) return undefined
    const plan = named(draft.acts)
    const { verdict } = yield* checker.judge(
      { plan, explanations },
      { limits: printable(bounds), goal, effort: options.effort ?? EFFORT, isOver },
    )
    if (verdict === "undecided") isWhole = false
    if (verdict !== "valid") return undefined
    const { kind } = draft.change
    return {
      ...draft.change,
      acts: kind === "insert" || kind === "fill" ? named(draft.inserted) : [labels[draft.change.act - 1]],
      plan,
      explanations,
    }
  }
  const plot = numbered(reasoner, labels)
  for (const draft of drafts(reasoner, plot, most)) {
    yield
    if (isOver()) return { repairs, isWhole: false, most, gap: null }
    const repair = yield* accepted(draft)
    if (repair === undefined) continue
    repairs.push(repair)
    if (repairs.length >= enough) return { repairs, isWhole: false, most, gap: null }
  }
  if (repairs.length > 0 || gap === 0 || isOver() || plot.some((each) => each === undefined))
    return { repairs, isWhole: isWhole && !isOver(), most, gap: null }
  const least = reasoner.worth([])
  const bridging: BridgeOptions = {
    most: Math.min(gap, bounds.author - labels.length),
    effort: options.states ?? GAP_STATES,
    isOver,
    isGood: (worth) => worth > least && worth >= (goal ?? -Infinity),
  }
  const found = yield* reasoner.bridge(plot as readonly number[], bridging, (line) =>
    accepted(draftOf(line, named)),
  )
  if (found === undefined)
    return {
      repairs,
      isWhole: false,
      most,
      gap: { before: 1, tried: 0, most: bridging.most, limit: "belief" },
    }
  if ("tried" in found) return { repairs, isWhole: isWhole && !isOver(), most, gap: found }
  return { repairs: [found], isWhole: false, most, gap: null }
}

/** How many places are looked at to fill gaps, by default. */
const GAP_STATES = 60_000

function draftOf(line: readonly BridgedAct[], named: (acts: readonly number[]) => readonly string[]): Draft {
  const acts = line.map((each) => each.action)
  const inserted = line.filter((each) => each.isNew).map((each) => each.action)
  const before = (i: number): number => line.slice(0, i).filter((each) => !each.isNew).length + 1
  const places = [...new Set(line.flatMap((each, i) => (each.isNew ? [before(i)] : [])))]
  if (places.length === 1) return { change: { kind: "insert", act: places[0] }, acts, inserted }
  const insertions = places.map((place) => ({
    before: place,
    acts: named(line.filter((each, i) => each.isNew && before(i) === place).map((each) => each.action)),
  }))
  return { change: { kind: "fill", act: places[0] ?? 1, insertions }, acts, inserted }
}

/** A plot with one change, all of it possible. */
interface Draft {
  readonly change: Pick<Repair, "kind" | "act" | "before" | "insertions">
  readonly acts: readonly number[]
  readonly inserted: readonly number[]
}

/** Undefined: an act that can never happen. A plot that keeps it does not hold. */
type Numbered = readonly (number | undefined)[]

function numbered(reasoner: Reasoner, labels: readonly string[]): Numbered {
  const known = labels.filter((each) => reasoner.knows(each))
  const numbers = [...reasoner.actions(known)]
  return labels.map((each) => (reasoner.knows(each) ? numbers.shift() : undefined))
}

function* drafts(reasoner: Reasoner, acts: Numbered, most: number): Generator<Draft> {
  yield* dropped(reasoner, acts)
  yield* inserted(reasoner, acts, 1)
  yield* moved(reasoner, acts)
  for (let count = 2; count <= most; count++) yield* inserted(reasoner, acts, count)
}

function* dropped(reasoner: Reasoner, acts: Numbered): Generator<Draft> {
  for (let i = 0; i < acts.length; i++) {
    const fewer = acts.toSpliced(i, 1)
    if (isPossible(reasoner, fewer)) yield { change: { kind: "drop", act: i + 1 }, acts: fewer, inserted: [] }
  }
}

function* moved(reasoner: Reasoner, acts: Numbered): Generator<Draft> {
  for (let from = 0; from < acts.length; from++) {
    const rest = acts.toSpliced(from, 1)
    for (let to = 0; to <= rest.length; to++) {
      const order = rest.toSpliced(to, 0, acts[from])
      // Where equal acts stand side by side, moving one past the other changes nothing.
      if (order.every((each, i) => each === acts[i]) || !isPossible(reasoner, order)) continue
      yield {
        change: { kind: "move", act: from + 1, before: to < from ? to + 1 : to + 2 },
        acts: order,
        inserted: [],
      }
    }
  }
}

/** From the first act that is not possible backwards: behind it nothing helps. */
function* inserted(reasoner: Reasoner, acts: Numbered, count: number): Generator<Draft> {
  const wrong = acts.findIndex((_, i) => !isPossible(reasoner, acts.slice(0, i + 1)))
  for (let at = wrong < 0 ? acts.length : wrong; at >= 0; at--) {
    const before = acts.slice(0, at) as readonly number[]
    for (const news of sequences(reasoner, before, count)) {
      const whole = [...before, ...news, ...acts.slice(at)]
      if (isPossible(reasoner, whole))
        yield { change: { kind: "insert", act: at + 1 }, acts: whole, inserted: news }
    }
  }
}

function* sequences(
  reasoner: Reasoner,
  before: readonly number[],
  count: number,
): Generator<readonly number[]> {
  if (count === 0) return yield []
  for (const first of reasoner.moves(before)) {
    if (!reasoner.isPossible([...before, first])) continue
    for (const rest of sequences(reasoner, [...before, first], count - 1)) yield [first, ...rest]
  }
}

function isPossible(reasoner: Reasoner, acts: Numbered): acts is readonly number[] {
  return acts.every(
    (each, i) => each !== undefined && reasoner.isPossible(acts.slice(0, i + 1) as readonly number[]),
  )
}

/** Undefined if one of them has none, or if the time is over. */
function* reasonsFor(
  reasoner: Reasoner,
  acts: readonly number[],
  isOver: () => boolean,
): Slices<readonly Explanations[] | undefined> {
  const all: Explanations[] = []
  for (const [i, action] of acts.entries()) {
    const reasons: Record<string, Explanations[string]> = {}
    for (const who of reasoner.task.actions[action].consenting) {
      const asked = yield* unlessOver(reasoner.reason(acts.slice(0, i), action, who), isOver)
      if (!asked?.value) return undefined
      reasons[reasoner.task.characters[who]] = asked.value
    }
    all.push(reasons)
  }
  return all
}
