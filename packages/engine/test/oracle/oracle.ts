/**
 * A third opinion: every story of a small world, straight from docs/semantics.md (D24), by trying everything.
 *
 * It shares nothing with the search and nothing with the judge but the nouns of the model. Worlds are endless
 * trees whose minds are made when they are looked into; there are no tables, no bounds, no order to get
 * wrong. It is slow and meant to be: only worlds of a handful of acts end in time. One idea, one file: worlds
 * (D1, D2), read (D3 to D7), start (D8), events (D11, D34), happen (D10, D12, D14 to D17, D33), surprise
 * (D13), explain (D21, D22), minimal (D23), hope (D41, D42), inference (D45, D46), demands (D35); here the
 * stories (D24).
 *
 * To show that a test with it would notice a fault, it can be told to misread single definitions on purpose
 * (`Misreadings`).
 */
import { type Problem, charactersOf } from "@dramaturg/model"
import { groundAll, writtenOut } from "./events.js"
import { settledIn } from "./settled.js"
import { type Demand, worthOf } from "./demands.js"
import {
  type Act,
  type Question,
  type Run,
  endOf,
  extended,
  isExplainedForOthers,
  isHigher,
} from "./explain.js"
import { after } from "./happen.js"
import { inferringIn, paysIn } from "./inference.js"
import { isMinimal } from "./minimal.js"
import { startOf } from "./start.js"
import {
  type Depth,
  Endless,
  type Firing,
  type Misreadings,
  TooDeep,
  type Universe,
  type World,
} from "./worlds.js"

export type { Misreadings } from "./worlds.js"

export interface OracleLimits {
  readonly author: number
  readonly character: number
  readonly belief: number
  /** D41; 1 if it is not said. */
  readonly cases?: number
  /** D45; 0 if it is not said. */
  readonly infer?: number
}

export interface OracleStory {
  readonly plan: readonly string[]
  readonly utility: number
}

export interface Opinion {
  readonly stories: readonly OracleStory[]
  /**
   * Executable sequences, within the author limit and higher at the end, that are no stories, and what is
   * against them.
   */
  readonly refused: readonly { readonly plan: readonly string[]; readonly why: "S2" | "S4" | "S5" }[]
}

export type Undecided = "endless at the start" | "unknown at the start" | "too deep"

/** How deep into minds we look at first, and if that is not enough; and how many minds we make in all. */
const DEPTHS = [5, 8, 12]
const MOST_MINDS = 40_000

export interface Asked {
  /** What the author demands besides (D35). */
  readonly demands?: readonly Demand[]
  /** How many minds we are ready to make. */
  readonly minds?: number
  /** D39 as law. */
  readonly isIntrospective?: boolean
}

/** All stories of the world, or why there is no telling. */
export function opinionOf(
  problem: Problem,
  limits: OracleLimits,
  misread: Misreadings = {},
  { demands = [], minds = MOST_MINDS, isIntrospective = false }: Asked = {},
): Opinion | Undecided {
  for (const deepest of DEPTHS) {
    const { infer } = limits
    const universe = universeOf(problem, { deepest, left: minds }, misread, isIntrospective, infer)
    const opinion = opinionAt(universe, limits, misread.anythingGoes ? [] : demands)
    if (opinion !== "too deep") return opinion
    if (universe.depth.left <= 0) break
  }
  return "too deep"
}

function opinionAt(
  universe: Universe,
  limits: OracleLimits,
  demands: readonly Demand[],
): Opinion | Undecided {
  const question: Question = {
    universe,
    beliefLimit: limits.belief,
    cases: limits.cases,
    answers: new WeakMap(),
    demands,
  }
  try {
    const start = startOf(universe)
    if (worthOf(question, { worlds: [start], acts: [] }) === null) return "unknown at the start"
    return tell(question, limits, start)
  } catch (error) {
    if (error instanceof TooDeep) return "too deep"
    if (error instanceof Endless) return "endless at the start"
    throw error
  }
}

export function universeOf(
  problem: Problem,
  depth: Depth,
  misread: Misreadings = {},
  isIntrospective = false,
  infer = 0,
): Universe {
  const shared = {
    problem,
    isIntrospective,
    depth,
    misread,
    characters: charactersOf(problem),
    actions: groundAll(problem, problem.actions),
    closures: new WeakMap<World, readonly Firing[]>(),
    pays: (world: World, act: Act): boolean => paysIn(actual, world, act),
    ...(infer > 0
      ? {
          inferring: (mind: World, act: Act, observer: string) =>
            inferringIn(actual, infer, mind, act, observer),
        }
      : {}),
  }
  const triggers = groundAll(problem, problem.triggers)
  const foreseen: Universe = {
    ...shared,
    get settled() {
      return settled
    },
    triggers: triggers.filter((each) => !each.template.isUnforeseen),
    get foreseen() {
      return foreseen
    },
    isForeseen: true,
    get isRestless() {
      return isRestless
    },
    afterwards: new WeakMap(),
  }
  const isRestless = foreseen.triggers.some((each) =>
    writtenOut(foreseen, each).some(
      ({ isUnforeseen, believers }) =>
        isUnforeseen || (believers.length > 0 && foreseen.triggers.length < triggers.length),
    ),
  )
  const actual: Universe = {
    ...shared,
    get settled() {
      return settled
    },
    triggers,
    foreseen,
    isForeseen: false,
    isRestless: false,
    afterwards: new WeakMap(),
  }
  const settled = settledIn(actual)
  return actual
}

type Told = { readonly stories: OracleStory[]; readonly refused: Opinion["refused"][number][] }

function tell(question: Question, limits: OracleLimits, start: World): Opinion {
  const told: Told = { stories: [], refused: [] }
  goOn({ question, limits, told }, { worlds: [start], acts: [] }, true)
  return told
}

interface Telling {
  readonly question: Question
  readonly limits: OracleLimits
  readonly told: Told
}

/**
 * Follows every line that is possible. A line that nobody explains (S2) can have no story in it, but is
 * looked at one act longer.
 */
function goOn(telling: Telling, run: Run, isExplained: boolean): void {
  const { question, limits } = telling
  if (run.acts.length > 0) consider(telling, run, isExplained)
  if (run.acts.length >= limits.author || !isExplained) return
  for (const act of question.universe.actions) {
    const longer = extended(question, run, act)
    if (longer !== undefined)
      goOn(telling, longer, isExplainedForOthers(question, endOf(run), act, limits.character))
  }
}

function consider({ question, limits, told }: Telling, run: Run, isExplained: boolean): void {
  const [start, ...later] = run.worlds.map((_, i) =>
    worthOf(question, { worlds: run.worlds.slice(0, i + 1), acts: run.acts.slice(0, i) }),
  )
  const end = later[later.length - 1]
  if (end === null || !isHigher(end, start)) return
  const plan = run.acts.map((each) => each.label)
  if (!isExplained) told.refused.push({ plan, why: "S2" })
  else if (later.slice(0, -1).some((each) => each !== null && each >= end))
    told.refused.push({ plan, why: "S5" })
  else if (!isMinimal(question, run, limits.character)) told.refused.push({ plan, why: "S4" })
  else told.stories.push({ plan, utility: end })
}

/** The start, and a world after an act, for comparing fluent by fluent. */
export { startOf, after }
