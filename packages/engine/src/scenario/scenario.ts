/**
 * Runs an author's scenario: searches the changed world for a story and tests each expectation against it.
 * Where an expectation fails because there is no story, it asks what would open one.
 */
import type {
  Evidence,
  Expectation,
  Expression,
  Fulfilment,
  Problem,
  Scenario,
  ScenarioOutcome,
  Lack,
  Solution,
  Slices,
} from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { instantiate } from "../semantics/formula.js"
import { reader } from "../semantics/read.js"
import { fresh } from "../semantics/ground-task.js"
import { indexTask } from "../prove/event-index.js"
import type { World } from "../semantics/world.js"
import { groundingNotes } from "../search/notes.js"
import { writerOf } from "../replay/chronicle.js"
import { conjuncts, lacksIn } from "../replay/condition.js"
import { afterwards } from "../replay/take-apart.js"
import { remember, type Since } from "../replay/needs.js"
import { actionNamed, decided, inScene, type Scene } from "../replay/scene.js"
import { endingOf } from "../review/ending.js"
import { deadlineOf, type QueryOptions } from "../review/query.js"
import type { StatedLimits } from "../search/limits.js"
import { startSearch } from "../search/search.js"

/** What a scenario is run with. */
export interface ScenarioOptions extends QueryOptions {
  /** Limits that replace those of the scenario or its world. */
  readonly limits?: StatedLimits
  /** The most visits for each search. Default: a million. */
  readonly maxVisited?: number
  /** The memory for each search. */
  readonly memoryMiB?: number
}

const SEARCH = 1_000_000

/** Starts a scenario as a question that is stepped until it has a result. */
export function startScenario(scenario: Scenario, options: ScenarioOptions = {}): Query<ScenarioOutcome> {
  return new Query(outcomeOf(scenario, options))
}

function* outcomeOf(scenario: Scenario, options: ScenarioOptions): Slices<ScenarioOutcome> {
  const run: Run = { options, isOver: deadlineOf(options), told: new Map() }
  const fulfilments: Fulfilment[] = []
  for (const each of scenario.expectations) fulfilments.push(yield* fulfilmentOf(run, scenario, each))
  const outcome = fulfilments.some((each) => each.isMet === false)
    ? "failed"
    : fulfilments.some((each) => each.isMet === null)
      ? "undecided"
      : "passed"
  return { title: scenario.title, origin: scenario.origin, outcome, fulfilments }
}

type None = "exhausted" | "limited" | "impossible"

interface Run {
  readonly options: ScenarioOptions
  readonly isOver: () => boolean
  /** The story of each problem, once an expectation has asked for it. */
  readonly told: Map<Problem, Solution | None>
}

function* fulfilmentOf(run: Run, scenario: Scenario, expectation: Expectation): Slices<Fulfilment> {
  if (groundingNotes(scenario.problem).some((each) => each.code === "infer-too-far"))
    return { expectation, isMet: null, evidence: { kind: "none", proof: "limited", answer: null } }
  if (expectation.kind === "ending") return yield* endingFulfilment(run, scenario.problem, expectation)
  const story = yield* toldIn(run, scenario)
  if (typeof story === "object")
    return { expectation, ...(yield* heldAgainst(scenario.problem, story, expectation)) }
  if (story === "limited")
    return { expectation, isMet: null, evidence: { kind: "none", proof: story, answer: null } }
  if (expectation.kind === "story" && expectation.negated)
    return { expectation, isMet: true, evidence: { kind: "none", proof: story, answer: null } }
  const answer = run.isOver()
    ? null
    : yield* endingOf(scenario.problem, { ...run.options, goal: scenario.goal }, run.isOver)
  return { expectation, isMet: false, evidence: { kind: "none", proof: story, answer } }
}

function* toldIn(run: Run, { problem, goal }: Scenario): Slices<Solution | None> {
  const known = run.told.get(problem)
  if (known !== undefined) return known
  const story = yield* storyOf(run, problem, goal)
  run.told.set(problem, story)
  return story
}

function* storyOf(
  { options: { limits, maxVisited = SEARCH, memoryMiB }, isOver }: Run,
  problem: Problem,
  goal?: number,
): Slices<Solution | None> {
  if (groundingNotes(problem).some((each) => each.severity === "error" || each.code === "goal-out-of-reach"))
    return "impossible"
  const search = startSearch(problem, { limits, goal, maxVisited, memoryMiB })
  while (search.status === "searching") {
    if (isOver()) return "limited"
    search.step(1)
    yield
  }
  if (search.status === "solved") return search.undecided ? "limited" : search.story!.solution
  return search.status === "exhausted" ? "exhausted" : "limited"
}

/** Tests whether a story can end with this condition. An ending that holds from the start needs no story. */
function* endingFulfilment(
  run: Run,
  problem: Problem,
  expectation: Expectation & { kind: "ending" },
): Slices<Fulfilment> {
  const wanted = {
    ...problem,
    utilities: [
      ...problem.utilities.filter((each) => each.character !== null),
      { character: null, body: expectation.condition },
    ],
  }
  const { negated } = expectation
  if ((yield* atEnd(problem, [], expectation.condition)).holds)
    return { expectation, isMet: !negated, evidence: { kind: "start" } }
  const story = yield* storyOf(run, wanted, 1)
  if (typeof story === "object") return { expectation, isMet: !negated, evidence: { kind: "story", story } }
  if (story === "limited")
    return { expectation, isMet: null, evidence: { kind: "none", proof: story, answer: null } }
  const answer =
    negated || run.isOver() ? null : yield* endingOf(wanted, { ...run.options, goal: 1 }, run.isOver)
  return { expectation, isMet: negated, evidence: { kind: "none", proof: story, answer } }
}

function* heldAgainst(
  problem: Problem,
  story: Solution,
  expectation: Exclude<Expectation, { kind: "ending" }>,
): Slices<{ readonly isMet: boolean | null; readonly evidence: Evidence }> {
  const { negated } = expectation
  switch (expectation.kind) {
    case "story":
      return { isMet: !negated, evidence: { kind: "story", story } }
    case "act": {
      const { occurrences } = yield* writerOf(problem, { depth: 0 })(story)
      const occurrence = occurrences.find((each) => isMeant(expectation, each.name, each.arguments))?.label
      return {
        isMet: (occurrence !== undefined) !== negated,
        evidence: { kind: "story", story, ...(occurrence === undefined ? {} : { occurrence }) },
      }
    }
    case "holds": {
      const { holds, lacks } = yield* atEnd(problem, story.plan, expectation.condition)
      return {
        isMet: holds === null ? null : holds !== negated,
        evidence: holds ? { kind: "story", story } : { kind: "lacks", story, lacks },
      }
    }
  }
}

function isMeant(act: Expectation & { kind: "act" }, name: string, values: readonly unknown[]): boolean {
  return (
    act.name === name &&
    act.arguments.length === values.length &&
    act.arguments.every((each, i) => each === undefined || each === values[i])
  )
}

/**
 * Whether a condition holds after these acts (null: deciding it takes deeper minds than are followed), and if
 * it does not, the unmet conditions.
 */
function* atEnd(
  problem: Problem,
  plan: readonly string[],
  condition: Expression,
): Slices<{ readonly holds: boolean | null; readonly lacks: readonly Lack[] }> {
  const task = fresh(yield* indexTask(problem))
  // Every fluent of the condition must have its number before worlds are made.
  for (const each of conjuncts(condition)) instantiate(task.setting, each, new Map())
  return yield* inScene(
    problem,
    depthOf(condition),
    function* (scene) {
      const { world, since } = yield* follow(scene, plan)
      const holds = decided(scene, reader(instantiate(task.setting, condition, new Map()))(world)) ?? null
      return { holds, lacks: holds ? [] : lacksIn(scene, world, condition, new Map(), since) }
    },
    task,
  )
}

function* follow(
  scene: Scene,
  plan: readonly string[],
): Slices<{ readonly world: World; readonly since: Since }> {
  const since: Since = new Map()
  let occurrences = 0
  let world = scene.start
  for (const label of plan) {
    world = yield* afterwards(scene, world, actionNamed(scene, label, world)!, (_, __, shifts) =>
      remember(since, shifts, ++occurrences),
    )
  }
  return { world, since }
}

/** How deep a condition looks into minds. */
function depthOf(condition: Expression): number {
  const text = JSON.stringify(condition, (key, value: unknown) => (key === "origin" ? undefined : value))
  return text.split('"kind":"believes"').length - 1
}
