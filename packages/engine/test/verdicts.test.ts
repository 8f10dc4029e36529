/**
 * What a review says of each act of a plot, beside what the oracle makes of D30 and D31: the whole verdict,
 * and who does not know and who is unmotivated. The plots are stories of random worlds, lines that are no
 * stories, and both with something changed.
 */
import { startReview } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Finding, Problem, Review } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { ground } from "../src/ground/ground.js"
import type { Act, Question } from "./oracle/explain.js"
import { forgetfulWorld } from "./oracle/forgetful-world.js"
import { type OracleLimits, opinionOf, universeOf } from "./oracle/oracle.js"
import { randomWorld } from "./oracle/random-world.js"
import { type Dice, diceOf } from "./oracle/dice.js"
import { type OracleVerdict, verdictsOn } from "./oracle/verdicts.js"
import type { WiserMisreadings } from "./oracle/wiser.js"
import { Endless, TooDeep } from "./oracle/worlds.js"

const long = process.env.LONG === "1"
const seeds = Array.from({ length: long ? 600 : 48 }, (_, i) => i)
/** How many minds the oracle makes for one plot. */
const MINDS = 10_000

interface Case {
  readonly seed: number
  readonly text: string
  readonly problem: Problem
  readonly limits: OracleLimits
  readonly question: Question
  /** Acts that can happen as far as grounding can tell (D30). */
  readonly known: ReadonlySet<string>
}

type Given = Pick<Case, "seed" | "text" | "limits">

function caseFrom(given: Given): Case {
  const { problem, diagnostics } = compileStory(given.text, { file: `seed-${given.seed}.txt` })
  if (problem === undefined) throw new Error(diagnostics.map((each) => each.message).join("\n"))
  const universe = universeOf(problem, { deepest: 8, left: MINDS })
  const known = new Set(ground(problem).task.actions.map((each) => each.label))
  return {
    ...given,
    problem,
    known,
    question: { universe, beliefLimit: given.limits.belief, answers: new WeakMap() },
  }
}

/**
 * Plots are what happens in a world, and what would if people were wrong about less; as they are, and
 * changed.
 */
function plotsOf(each: Case): readonly (readonly Act[])[] {
  const { actions } = each.question.universe
  const dice = diceOf(each.seed)
  const { problem } = compileStory(randomWorld(each.seed).text, { file: "wiser.txt" })
  const lines =
    problem === undefined ? [] : linesOf(problem, each.limits).map((line) => actsOf(actions, line))
  return lines
    .flatMap((line) => [line, ...[1, 1, 2].map((times) => mutated(line, actions, { dice, times }))])
    .filter((plot) => plot.length > 0)
}

/** Undefined if the text contradicts itself, as some do. */
function caseOf(seed: number): Case | undefined {
  const { text, limits } = seed % 3 === 0 ? randomWorld(seed) : forgetfulWorld(seed)
  const { problem } = compileStory(text, { file: `seed-${seed}.txt` })
  return problem === undefined ? undefined : caseFrom({ seed, text, limits })
}

/** Stories, and lines that are none. */
function linesOf(problem: Problem, limits: OracleLimits): readonly (readonly string[])[] {
  const opinion = opinionOf(problem, limits)
  if (typeof opinion === "string") return []
  return [...firstOf(opinion.stories, 3), ...firstOf(opinion.refused, 2)].map(({ plan }) => plan)
}

/** The longest: they are the last that the oracle comes upon on its way. */
function firstOf<T extends { readonly plan: readonly string[] }>(
  lines: readonly T[],
  count: number,
): readonly T[] {
  return [...lines].sort((a, b) => b.plan.length - a.plan.length).slice(0, count)
}

function actsOf(actions: readonly Act[], plan: readonly string[]): readonly Act[] {
  return plan.map((label) => actions.find((each) => each.label === label)!)
}

/**
 * Drops, doubles or exchanges acts, or puts another in the place of one: the same with others in it, where
 * there is such a one.
 */
function mutated(
  plot: readonly Act[],
  actions: readonly Act[],
  { dice, times }: { readonly dice: Dice; readonly times: number },
): readonly Act[] {
  if (times === 0 || plot.length === 0) return plot
  const at = dice.below(plot.length)
  const alike = actions.filter((each) => each.template === plot[at].template && each !== plot[at])
  const another = dice.pick(alike.length > 0 && dice.chance(70) ? alike : actions)
  const changed = [plot.toSpliced(at, 1), plot.toSpliced(at, 0, plot[at]), plot.toSpliced(at, 1, another)]
  if (at + 1 < plot.length) changed.push(plot.toSpliced(at, 2, plot[at + 1], plot[at]))
  return mutated(dice.pick(changed), actions, { dice, times: times - 1 })
}

function review({ problem, limits }: Case, plot: readonly Act[]): Review {
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const outline = { acts: plot.map(({ label }) => ({ act: label, span })), notes: [] }
  const query = startReview(problem, outline, {
    limits: { ...limits, author: Math.max(limits.author, plot.length) },
  })
  while (!query.step(1000));
  return query.answer!
}

/** "verdict; who is without a reason, and how; needless". Of what is impossible nothing else is said. */
function reported({ acts }: Review): readonly string[] {
  return acts.map(({ verdict, findings }) => {
    if (verdict === "impossible") return verdict
    const said = findings.map((each: Finding) =>
      each.kind === "does-not-know" || each.kind === "unmotivated"
        ? `${each.character} ${each.kind}`
        : each.kind,
    )
    return [verdict, ...[...new Set(said)].sort()].join("; ")
  })
}

function wanted(verdicts: readonly OracleVerdict[]): readonly string[] {
  return verdicts.map(({ verdict, without, isNeedless }) => {
    if (verdict === "impossible") return verdict
    const said = without.map(
      ({ character, wiser }) => `${character} ${wiser === undefined ? "unmotivated" : "does-not-know"}`,
    )
    return [verdict, ...[...(isNeedless ? ["needless"] : []), ...said].sort()].join("; ")
  })
}

function oracleVerdicts(
  { question, limits, known }: Case,
  plot: readonly Act[],
  misread: WiserMisreadings = {},
  found?: Review,
): readonly OracleVerdict[] | undefined {
  const wider = (act: number, character: string) =>
    found?.acts[act].findings.flatMap((each) =>
      each.kind === "unmotivated" && each.character === character ? (each.wider ?? []) : [],
    )[0]
  question.universe.depth.left = MINDS
  try {
    return verdictsOn(question, {
      acts: plot,
      horizon: limits.character,
      canHappen: ({ label }) => known.has(label),
      misread,
      wider,
    })
  } catch (error) {
    if (error instanceof TooDeep || error instanceof Endless) return undefined
    throw error
  }
}

interface Tally {
  plots: number
  undecided: number
  readonly counts: Record<string, number>
}

/** The report of what is different, if anything is. */
function disagreement(each: Case, plot: readonly Act[], tally: Tally): readonly string[] {
  const found = review(each, plot)
  const verdicts = oracleVerdicts(each, plot, {}, found)
  tally.plots++
  if (verdicts === undefined) tally.undecided++
  if (verdicts === undefined) return []
  for (const { verdict, without } of verdicts) {
    for (const key of [verdict, ...without.flatMap(({ wiser }) => wiser ?? [])])
      tally.counts[key] = (tally.counts[key] ?? 0) + 1
  }
  const [theirs, ours] = [reported(found), wanted(verdicts)]
  if (theirs.join() === ours.join()) return []
  const { author, character, belief } = each.limits
  const lines = plot.map(({ label }, i) => `${label}: engine "${theirs[i]}", oracle "${ours[i]}"`)
  return [`seed ${each.seed}, limits ${author}/${character}/${belief}\n${lines.join("\n")}\n${each.text}`]
}

test("on random worlds every act's verdict is what D31 says", () => {
  const tally: Tally = { plots: 0, undecided: 0, counts: {} }
  const wrong = seeds.flatMap((seed) => {
    const each = caseOf(seed)
    return each === undefined ? [] : plotsOf(each).flatMap((plot) => disagreement(each, plot, tally))
  })
  expect(wrong).toEqual([])
  expect(tally.undecided).toBeLessThan(0.25 * tally.plots)
  for (const key of ["holds", "impossible", "unmotivated", "does-not-know", "needless", "a", "b"])
    expect(tally.counts[key], key).toBeGreaterThan(0.1 * seeds.length)
}, 1_800_000)

/**
 * One act, of which the others know what comes; A is wrong about much. Everything else is said world by
 * world.
 */
const lesson = (beliefs: string, rest: string): string => `entity A : character; entity B : character;
  ${["p", "q", "r", "bad", "won", "spoilt"].map((each) => `property ${each}() : boolean;`).join(" ")}
  p(); q(); r(); bad(); ${beliefs} ${rest} utility(): won();`
const go = "action go() { effect: won(); consenting: A; };"
const wants = (condition: string): string => `utility(A): if(won() & ${condition}) 1 else 0;`
const nothing = "believes(A, !p()); believes(A, !q()); believes(A, !r()); believes(A, !bad());"

/** What A would have to know, and by which letter of D31; perhaps a misreading that would say otherwise. */
type Lesson = readonly [title: string, text: string, wiser: string | undefined, misread?: WiserMisreadings]

const lessons: readonly Lesson[] = [
  [
    "what the act needs",
    lesson(
      nothing,
      `action go() { precondition: p() & q(); effect: won(); consenting: A; }; ${wants("!bad()")}`,
    ),
    "a",
  ],
  ["one thing", lesson(nothing, `${go} ${wants("p() & !bad()")}`), "b", { untried: "be" }],
  [
    "what the act needs, and one thing",
    lesson(
      nothing,
      `action go() { precondition: p(); effect: won(); consenting: A; }; ${wants("q() & !bad()")}`,
    ),
    "b",
    { untried: "be" },
  ],
  [
    "all that they are wrong about",
    lesson(
      nothing,
      `${go} ${wants("p() & q() & r() & bad() & believes(B, !p())")} believes(B, !p()); believes(A, believes(B, !p()));`,
    ),
    "c",
    { untried: "cef" },
  ],
  [
    "what another believes",
    lesson("believes(A, believes(B, !p()));", `${go} ${wants("believes(B, p())")}`),
    "e",
    { untried: "ef" },
  ],
  [
    "what they themselves believe to believe",
    lesson("believes(A, believes(A, !p()));", `${go} ${wants("believes(A, believes(A, p()))")}`),
    "f",
    { forgetsOneself: true },
  ],
  ["two things", lesson(nothing, `${go} ${wants("p() & q() & !bad()")}`), "d", { untried: "d" }],
  [
    "what the act needs, and two things",
    lesson(
      nothing,
      `action go() { precondition: p(); effect: won(); consenting: A; }; ${wants("q() & r() & !bad()")}`,
    ),
    "d",
    { untried: "d" },
  ],
  [
    "three things, which is not tried",
    lesson(nothing, `${go} ${wants("p() & q() & r() & !bad()")}`),
    undefined,
  ],
  [
    "something that they then know they know",
    lesson(nothing, `${go} ${wants("believes(A, p()) & !bad()")}`),
    "b",
    { noSelfNotice: true },
  ],
  [
    "something that rules would not leave at that",
    lesson(
      "believes(A, !p()); !q(); believes(A, q()); believes(A, !bad());",
      `trigger t() { precondition: p() & q() & !won() & !spoilt(); effect: spoilt(); }; ${go} ${wants("p() & q() & !spoilt() & !bad()")}`,
    ),
    undefined,
    { staysUnsettled: true },
  ],
  [
    "both ways in which the act could be possible, though one alone would do",
    lesson(
      `!q(); believes(A, !p()); believes(A, q()); believes(A, !r()); believes(A, !bad());`,
      `action go() { precondition: p() | (r() & q()); effect: won(); consenting: A; }; ${wants("!r() & !bad()")}`,
    ),
    "e",
  ],
]

describe("somebody would have to know", () => {
  const cases = lessons.map(([title, text, wiser, misread]) => ({ title, text, wiser, misread }))
  test.each(cases)("$title", ({ text, wiser, misread }) => {
    const each = caseFrom({ seed: 0, text, limits: { author: 2, character: 2, belief: 2 } })
    const plot = each.question.universe.actions.filter(({ label }) => label === "go()")
    const [{ without }] = oracleVerdicts(each, plot)!
    expect(without).toEqual([{ character: "A", wiser }])
    expect(reported(review(each, plot))).toEqual(wanted(oracleVerdicts(each, plot)!))
    if (misread !== undefined) expect(oracleVerdicts(each, plot, misread)![0].without).not.toEqual(without)
  })
})
