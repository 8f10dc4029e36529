/**
 * Random worlds of our own language as cases: what search, judge and oracle say of each, and where they
 * differ.
 */
import { verify } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Expression, Problem } from "@dramaturg/model"
import { everyStoryIfKnown } from "../every-story.js"
import type { Coming, Demand } from "./demands.js"
import { type Misreadings, type Opinion, opinionOf } from "./oracle.js"
import {
  type Coming as SaidComing,
  type RandomDemand,
  type RandomDrama,
  demandText,
  randomDrama,
} from "./random-drama.js"

export interface Case {
  readonly seed: number
  readonly text: string
  /** With its demands, as a user has it. */
  readonly problem: Problem
  /** Without, for whoever reads demands off stories. */
  readonly bare: Problem
  readonly demands: readonly Demand[]
  readonly limits: RandomDrama["limits"]
}

/** The seed's world; undefined if the text contradicts itself, as some do. */
export function caseOf(seed: number): Case | undefined {
  const { world, wants, demands, limits } = randomDrama(seed)
  const text = world + wants + (demands.length > 0 ? `story { ${demands.map(demandText).join(" ")} }\n` : "")
  const [problem, bare] = [compiled(text), compiled(world + wants)]
  if (problem === undefined || bare === undefined) return undefined
  const read = demands.map((each) => demandOf(world, bare, each))
  return read.includes(undefined)
    ? undefined
    : { seed, text, problem, bare, demands: read as Demand[], limits }
}

function compiled(text: string): Problem | undefined {
  return compileStory(text, { file: "world.drama" }).problem
}

function demandOf(world: string, bare: Problem, said: RandomDemand): Demand | undefined {
  if (said.demand === "ends") {
    const condition = conditionOf(world, said.condition)
    return condition && { demand: "ends", condition }
  }
  const coming = (each: SaidComing): Coming | undefined => comingOf(world, bare, each)
  if (said.demand === "order") {
    const [first, then] = [coming(said.first), coming(said.then)]
    return first && then && { demand: "order", first, then }
  }
  const what = coming(said.what)
  return what && { demand: said.demand, what }
}

function comingOf(world: string, { triggers }: Problem, said: SaidComing): Coming | undefined {
  if ("event" in said) {
    const args = said.arguments.map((each) => (each === "?" ? undefined : each))
    return {
      kind: triggers.some(({ name }) => name === said.event) ? "trigger" : "act",
      name: said.event,
      arguments: args,
    }
  }
  const condition = conditionOf(world, said.condition)
  return condition && { kind: "holds", condition }
}

/** What a text asks: as if the author wanted it. */
function conditionOf(world: string, text: string): Expression | undefined {
  return compiled(`${world}utility(): ${text};\n`)?.utilities.find(({ character }) => character === null)
    ?.body
}

/** What is wrong, with all that is needed to look into it. */
function report({ seed, text, limits }: Case, complaint: string): string {
  return `seed ${seed}, limits ${limits.author}/${limits.character}/${limits.belief}: ${complaint}\n${text}`
}

export const line = ({
  plan,
  utility,
}: {
  readonly plan: readonly string[]
  readonly utility: number
}): string => `${plan.join(" ")} u=${utility}`

/** Undefined where the list would have to follow minds too deep. */
export function found({ problem, limits }: Case): readonly string[] | undefined {
  return everyStoryIfKnown(problem, limits)?.map((each) =>
    line({ plan: each.solution.plan, utility: each.utility }),
  )
}

/** Worlds that need more are left to the tests of single rooms. */
const MOST_MINDS = 6_000

export function opinion({ bare, demands, limits }: Case, misread: Misreadings = {}): Opinion | string {
  return opinionOf(bare, limits, misread, { demands, minds: MOST_MINDS })
}

/** How many sequences that are no stories the judge is asked about, in each world. */
const REFUSED_ASKED = 6

/** One report for each disagreement. */
export function disagreements(
  each: Case,
  { stories, refused }: Opinion,
  ours: readonly string[] | undefined,
): readonly string[] {
  const theirs = stories.map(line)
  const judged = [
    ...stories.map(({ plan }) => ({ plan, wanted: "valid" })),
    ...refused.slice(0, REFUSED_ASKED).map(({ plan }) => ({ plan, wanted: "invalid" })),
  ].flatMap(({ plan, wanted }) => {
    const { verdict } = verify(each.problem, { plan, explanations: [] }, { limits: each.limits })
    return verdict === wanted
      ? []
      : [report(each, `the judge finds ${plan.join(" ")} ${verdict}, not ${wanted}`)]
  })
  if (ours === undefined) return judged
  return [
    ...theirs
      .filter((story) => !ours.includes(story))
      .map((story) => report(each, `the search misses ${story}`)),
    ...ours
      .filter((story) => !theirs.includes(story))
      .map((story) => report(each, `the oracle does not accept ${story}`)),
    ...judged,
  ]
}
