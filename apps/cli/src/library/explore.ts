/** Everything that can happen in a world; which of its stories differ; and how its scenarios come out. */
import { askCompare, askExplore, askScenario } from "@dramaturg/analysis"
import { type Measure, surveyOf } from "@dramaturg/engine"
import type {
  MeasuredStory,
  MeasureName,
  ScenarioOutcome,
  SpaceFoot,
  SpaceState,
  StoryCluster,
  StorySpace,
  Survey,
} from "@dramaturg/model"
import type { FulfilmentWords } from "@dramaturg/telling"
import { answered } from "./drive.js"
import { UsageError } from "./errors.js"
import {
  bounded,
  checkName,
  checkOptions,
  count,
  countOrNull,
  either,
  finite,
  integer,
  made,
  oneOf,
  text,
} from "./options.js"
import { type Bounded, clock } from "./tell.js"
import { checkWorld, soundOf, type World } from "./world.js"

/** The options of `explore`. */
export interface ExploreOptions extends Bounded {
  /**
   * This character may do anything they could, the others do what they then would. Default: all have reasons.
   */
  readonly as?: string
  /** How many acts deep, of a play turns; null: no limit. Default: the limit on a story's acts. */
  readonly depth?: number | null
  /** Where a story ends: the least utility for the author. Default: any improvement on the start. */
  readonly goal?: number
  /** In which order acts are tried. Default: 0. */
  readonly seed?: number
  /** The most states that are looked at. Default: no limit. */
  readonly maxVisited?: number
  /** The most memory for what is kept, in MiB. Default: 3072. */
  readonly memoryMiB?: number
}

/** What `explore` found. */
export type Explored = {
  /** Every state that was looked at, by number (docs/explore.md). */
  readonly space: StorySpace
  /** The same summed up: how it can end, what can happen, and from where all is lost. */
  readonly survey: Survey
} & (
  | {
      readonly status: "complete"
      /** States lie beyond `depth`. */
      readonly isCut: boolean
    }
  | { readonly status: "limited"; readonly limit: NonNullable<SpaceFoot["limit"]> }
)

/**
 * Looks at everything that can happen. Rejects with a UsageError if the call is wrong, and with the signal's
 * reason if it is aborted.
 */
export async function explore(world: World, options: ExploreOptions = {}): Promise<Explored> {
  checkWorld("explore", world)
  checkOptions("explore", options, {
    ...bounded,
    as: text,
    depth: countOrNull,
    goal: finite,
    seed: integer,
    maxVisited: count,
    memoryMiB: count,
  })
  const { signal, onProgress, ...asked } = options
  checkName("explore", "character", asked.as, world.characters)
  const question = askExplore(world, { ...asked, clock })
  let head: StorySpace["head"] | undefined
  let states: SpaceState[] = []
  const collect = (
    part: Partial<Pick<StorySpace, "head">> & { readonly found: readonly SpaceState[] },
  ): void => {
    if (part.head !== undefined) [head, states] = [part.head, []]
    states.push(...part.found)
  }
  // Each step hands over what it found, so that none of them may be passed over.
  const collecting = {
    get result() {
      return question.result
    },
    get progress() {
      return question.progress
    },
    step(visits: number): boolean {
      const isDone = question.step(visits)
      if (!isDone && question.progress.part !== undefined) collect(question.progress.part)
      return isDone
    },
  }
  const result = await answered(collecting, { signal, onProgress })
  if (result.kind === "refused") throw new UsageError(`explore(): ${result.sentence}`)
  collect(result.part)
  const { foot } = result.part
  const space: StorySpace = { head: head!, states, foot }
  const survey = surveyOf(world.problem, space.head, states, foot)
  return foot.end === "complete"
    ? { status: "complete", isCut: foot.isCut, space, survey }
    : { status: "limited", limit: foot.limit ?? "visits", space, survey }
}

/** The options of `compare`: at least one of `distinct` and `best`. */
export interface CompareOptions extends Bounded {
  /** So many stories as different as can be, each with how many are like it. */
  readonly distinct?: number
  /** The five best stories by this measure, which may be one of your own. */
  readonly best?: MeasureName | Measure
  /** The least utility for the author that stories must reach. Default: any improvement on the start. */
  readonly goal?: number
  /** How many acts deep stories are gathered; null: no limit. Default: the limit on a story's acts. */
  readonly depth?: number | null
  /** The most states that are looked at to gather stories. Default: 20,000. */
  readonly maxVisited?: number
  /** How many stories are compared at most. Default: 300. */
  readonly mostStories?: number
}

/** What `compare` found. `complete`: these are all stories within the limits. */
export interface Compared {
  readonly status: "complete" | "limited"
  /** How many stories were compared. */
  readonly stories: number
  /** With `distinct`; else empty. */
  readonly clusters: readonly StoryCluster[]
  /** With `best`; else empty. The best first. */
  readonly best: readonly MeasuredStory[]
}

const measureNames: readonly MeasureName[] = ["conflict", "surprise", "irony", "suspense", "brevity"]

/**
 * Gathers the stories of a world and holds them against one another. Rejects with a UsageError if the call is
 * wrong, and with the signal's reason if it is aborted.
 */
export async function compare(world: World, options: CompareOptions): Promise<Compared> {
  checkWorld("compare", world)
  checkOptions("compare", options, {
    ...bounded,
    distinct: count,
    best: either(
      oneOf(measureNames),
      made("a measure with name, count and score", ["name", "count", "score"]),
    ),
    goal: finite,
    depth: countOrNull,
    maxVisited: count,
    mostStories: count,
  })
  const { signal, onProgress, ...asked } = options ?? {}
  if (asked.distinct === undefined && asked.best === undefined)
    throw new UsageError("compare() needs `distinct`, a number of stories, or `best`, a measure, or both.")
  if (typeof asked.best === "object" && measureNames.includes(asked.best.name as MeasureName))
    throw new UsageError(
      `compare(): a measure \`${asked.best.name}\` is there already; give yours another name.`,
    )
  const result = await answered(askCompare(world, { ...asked, clock }), { signal, onProgress })
  const { compared, clusters = [], measured = [] } = result
  return {
    status: compared.isWhole ? "complete" : "limited",
    stories: compared.stories,
    clusters,
    best: measured,
  }
}

/** The options of `test`. `limits` and `timeoutMs` are those of each scenario. */
export interface TestOptions extends Bounded {
  /** Only scenarios with this in their title. Default: all. */
  readonly only?: string
}

/** How one scenario came out. */
export interface Tested {
  readonly status: "passed" | "failed" | "undecided"
  readonly title: string
  readonly outcome: ScenarioOutcome
  /** Each expectation in words, and what decided it. */
  readonly words: readonly FulfilmentWords[]
}

/**
 * Runs the scenarios of a world, in the order of its text. Rejects with a UsageError if the call is wrong,
 * and with the signal's reason if it is aborted.
 */
export async function test(world: World, options: TestOptions = {}): Promise<readonly Tested[]> {
  const sound = soundOf("test", world)
  checkOptions("test", options, { ...bounded, only: text })
  const { signal, onProgress, only = "", ...bounds } = options
  const results: Tested[] = []
  for (const scenario of sound.scenarios.filter((each) => each.title.includes(only))) {
    const { outcome, words } = await answered(askScenario(scenario, { ...bounds, clock }), {
      signal,
      onProgress,
    })
    results.push({ status: outcome.outcome, title: outcome.title, outcome, words })
  }
  return results
}
