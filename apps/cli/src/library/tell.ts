/** Finds stories: one, or all of them. */
import { askList, askSearch, type Progress } from "@dramaturg/analysis"
import {
  type Heuristic,
  heuristics,
  type HeuristicName,
  type MethodName,
  methods,
  type StatedLimits,
  type StoppedBy,
} from "@dramaturg/engine"
import type { Diagnostic } from "@dramaturg/model"
import { answered, slices, type Stoppable } from "./drive.js"
import { UsageError } from "./errors.js"
import {
  bounded,
  checkOptions,
  count,
  either,
  finite,
  flag,
  integer,
  type Kinds,
  made,
  oneOf,
} from "./options.js"
import { type Story, storyIn } from "./story.js"
import { checkWorld, type World } from "./world.js"

/** Limits and time, for all work that may be long. */
export interface Bounded<Shown = Progress> extends Stoppable<Shown> {
  /**
   * In place of the world's own limits: how many acts a story has at most (`author`), how many acts
   * characters plan ahead (`character`), how deep in minds (`belief`). Null: no limit.
   */
  readonly limits?: StatedLimits
  /** The work ends by itself after so many milliseconds, with what is known then. Default: never. */
  readonly timeoutMs?: number
}

/** How a story is looked for. */
export interface SearchSettings {
  /** The least utility for the author that a story must reach. Default: any improvement on the start. */
  readonly goal?: number
  /** Default: `widening`. */
  readonly method?: MethodName
  /**
   * Default: `hmax`. One of your own must promise to be admissible and safe, because what is proved rests on
   * it.
   */
  readonly heuristic?: HeuristicName | Heuristic
  /** Shuffles the order in which acts are tried; the same seed leads to the same story. Default: 0. */
  readonly seed?: number
  /** The most nodes that are visited. Default: no limit. */
  readonly maxVisited?: number
  /** The most memory for what the search keeps, in MiB. Default: 3072. */
  readonly memoryMiB?: number
  /** How many visits of its own the checker may spend on one story. */
  readonly effort?: number
}

/** How far `tell` has come, with the best story so far. */
export interface TellProgress extends Progress {
  readonly story: Story | null
}

/** The options of `tell`. */
export interface TellOptions extends Bounded<TellProgress>, SearchSettings {
  /** Go on for shorter stories, until one is proved shortest or the time is up. Default: false. */
  readonly improve?: boolean
}

/** What every end of a search holds. */
interface Searched {
  /** How many nodes were visited. */
  readonly visited: number
  /** Remarks to the author, e.g. that the goal can never be reached. */
  readonly notes: readonly Diagnostic[]
}

/** What `tell` found. */
export type Told =
  | (Searched & {
      readonly status: "solved"
      readonly story: Story
      /** It is proved that no story within the limits has fewer acts. */
      readonly isShortest: boolean
      /** The checker could not decide the story within its effort. */
      readonly isUndecided: boolean
      /** With `improve`: what ended the search for shorter stories; null: nothing was left to look at. */
      readonly limit: StoppedBy | null
    })
  /** It is proved that there is no story within the limits. */
  | (Searched & { readonly status: "exhausted" })
  /** The search was stopped by `limit`, and found no story. `best`: one that improves, short of the goal. */
  | (Searched & { readonly status: "limited"; readonly limit: StoppedBy; readonly best: Story | null })

const settings: Kinds = {
  goal: finite,
  method: oneOf(Object.keys(methods)),
  heuristic: either(
    oneOf(Object.keys(heuristics)),
    made("a heuristic with name, promises and prepare", ["name", "promises", "prepare"]),
  ),
  seed: integer,
  maxVisited: count,
  memoryMiB: count,
  effort: count,
}

/**
 * Finds a story of a world in which every act has a reason, and has it checked. Rejects with a UsageError if
 * the call is wrong, and with the signal's reason if it is aborted.
 */
export async function tell(world: World, options: TellOptions = {}): Promise<Told> {
  checkWorld("tell", world)
  checkOptions("tell", options, { ...bounded, ...settings, improve: flag })
  const { signal, onProgress, ...asked } = options
  checkHeuristic("tell", asked.heuristic)
  const found = await answered(askSearch(world, { ...asked, clock }), {
    signal,
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: ({ search, ...progress }) => {
            const story = search?.story ?? null
            onProgress({ ...progress, story: story && storyIn(world, story.solution, story.utility) })
          },
        }),
  })
  const { status, story, best, shortest, undecided: isUndecided, limit, notes, progress } = found
  const searched = { visited: progress.visited, notes }
  if (story !== null)
    return {
      status: "solved",
      story: storyIn(world, story.solution, story.utility),
      isShortest: shortest === true,
      isUndecided,
      limit,
      ...searched,
    }
  if (status === "exhausted") return { status, ...searched }
  return {
    status: "limited",
    limit: limit!,
    best: best && storyIn(world, best.solution, best.utility),
    ...searched,
  }
}

/** The options of `stories`. */
export interface StoriesOptions extends Bounded, SearchSettings {}

/** How a list of stories ended. */
export type StoriesEnd =
  /** These are all stories within the limits. */
  | (Searched & { readonly status: "exhausted" })
  /** The search was stopped by `limit`; there may be more. */
  | (Searched & { readonly status: "limited"; readonly limit: StoppedBy })

/** The stories of a world, for `for await`. */
export interface Stories extends AsyncIterable<Story> {
  /** How the list ended; null as long as it has not: before the end of the loop, or after a `break`. */
  readonly end: StoriesEnd | null
}

/**
 * Finds every story of a world, one after the other, in the order in which they are found. Work is done only
 * while the next story is asked for; `break` ends it. All three limits must be stated, by the world or in the
 * options.
 *
 * Throws a UsageError if the call is wrong; the iteration rejects with the signal's reason if it is aborted.
 */
export function stories(world: World, options: StoriesOptions = {}): Stories {
  checkWorld("stories", world)
  checkOptions("stories", options, { ...bounded, ...settings })
  checkHeuristic("stories", options.heuristic)
  const { signal, onProgress, ...asked } = options
  const stated = { ...world.problem.limits, ...withoutUndefined(asked.limits ?? {}) }
  const missing = (["author", "character", "belief"] as const).filter((each) => stated[each] === undefined)
  if (missing.length > 0)
    throw new UsageError(
      `stories() needs all three limits, or there is no end to them: neither the world nor \`limits\` states ${missing.join(", ")}.`,
    )
  let end: StoriesEnd | null = null
  return {
    get end() {
      return end
    },
    async *[Symbol.asyncIterator]() {
      const question = askList(world, { ...asked, clock })
      let given = 0
      for await (const _ of slices(question, { signal, onProgress })) {
        const list = listOf(question)
        for (; given < (list?.stories.length ?? 0); given++) {
          const { solution, utility } = list!.stories[given]
          yield storyIn(world, solution, utility)
          signal?.throwIfAborted()
        }
      }
      const { limit, notes, progress } = listOf(question)!
      const searched = { visited: progress.visited, notes }
      end = limit === null ? { status: "exhausted", ...searched } : { status: "limited", limit, ...searched }
    },
  }
}

function listOf({ result, progress }: ReturnType<typeof askList>) {
  return result?.kind === "listed" ? result.list : progress.list
}

function withoutUndefined(limits: StatedLimits): StatedLimits {
  return Object.fromEntries(Object.entries(limits).filter(([, each]) => each !== undefined))
}

function checkHeuristic(call: string, heuristic: HeuristicName | Heuristic | undefined): void {
  if (typeof heuristic !== "object") return
  const { admissible, safe } = heuristic.promises
  if (!admissible || !safe)
    throw new UsageError(
      `${call}() takes a heuristic that promises to be admissible and safe, because what a search proves rests on that; \`${heuristic.name}\` does not.`,
    )
}

/** The clock of the library, in milliseconds. */
export function clock(): number {
  return performance.now()
}
