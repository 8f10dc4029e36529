/** Writes a play, or the story of a world, in another tool's format. */
import { chroniclerOf, playable, startChronicle, startGrounding, startSearch } from "@dramaturg/engine"
import { type Exporter, exporters, graphOfPlay, graphOfStory, type Sources } from "@dramaturg/exports"
import {
  type Branching,
  charactersOf,
  type Fabula,
  type Problem,
  type Solution,
  type SpaceFoot,
  type StorySpace,
} from "@dramaturg/model"
import {
  branchingOf,
  cardsAt,
  placeProperty,
  placesOf,
  startTelling,
  titleOf,
  usualManner,
} from "@dramaturg/telling"
import { grouped, spaceOf } from "./explore.js"
import { complaintIn } from "./plot.js"
import { asking, partDone, type Steps } from "./question.js"
import { timerOf } from "./time.js"
import type { Bounds, CompiledWorld } from "./world.js"

export interface ExportQuestion extends Bounds {
  /** The name of a format, see `exporters`; or a format of the caller's own. */
  readonly to: string | Exporter
  /** The player's character, or the one through whom a story is told. */
  readonly as?: string
  readonly depth?: number | null
  readonly goal?: number
  readonly maxVisited?: number
  /** For formats about one moment: after which act; undefined: at the end. */
  readonly moment?: number
  /** For formats of a story: this one, instead of one that is searched for. */
  readonly story?: Solution
  /** Called with an answer that is valid if the work is stopped now. */
  readonly onProgress?: (soFar: ExportText) => void
}

/** The text of the exported file, and what it covers. */
export interface ExportText {
  readonly kind: "text"
  readonly text: string
  /** The number of passages of a play. */
  readonly places: number
  /** A sentence about what was left out. */
  readonly missing: string | null
}

export type ExportResult =
  | ExportText
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "none"; readonly proof: "exhausted" | "limited" }

/** The most passages in a file; larger files are of no use in other tools. */
const MOST_PLACES = 2000

/** The share of the time for exploring; writing down what was found takes longer and has the rest. */
const EXPLORING = 0.35

/** Writes a play or a story in a format; `refused` if the question is wrong, `none` if no story was found. */
export const askExport = asking(function* (
  { problem }: CompiledWorld,
  options: ExportQuestion,
): Steps<ExportResult> {
  const { to } = options
  const exporter = typeof to === "string" ? exporters.find((each) => each.name === to)! : to
  const write = <From extends keyof Sources>(source: Sources[From]): string =>
    (exporter as unknown as Exporter<From>).write(source)
  try {
    if (exporter.from === "branching") return yield* playIn(problem, options, write)
    if (exporter.from === "graph" && options.as !== undefined)
      return yield* playIn(problem, options, (play) => write(graphOfPlay(play)))
    return yield* storyIn(exporter, problem, options)
  } catch (error) {
    const sentence = complaintIn(error)
    if (sentence === undefined) throw error
    return { kind: "refused", sentence }
  }
})

function* storyIn(
  exporter: Exporter,
  problem: Problem,
  { as, moment = Infinity, story: given, ...bounds }: ExportQuestion,
): Steps<ExportResult> {
  const write = <From extends keyof Sources>(source: Sources[From]): ExportText => ({
    kind: "text",
    text: (exporter as unknown as Exporter<From>).write(source),
    places: 0,
    missing: null,
  })
  const characters = charactersOf(problem)
  if (as !== undefined && !characters.includes(as))
    return { kind: "refused", sentence: `There is nobody called ${as}: there are ${characters.join(", ")}.` }
  const found = given ?? (yield* storyOf(problem, bounds))
  if (typeof found === "string") return { kind: "none", proof: found }
  const fabula = yield* partDone(startChronicle(problem, found), "writing")
  if (exporter.from === "graph") return write(graphOfStory(titleOf(problem), fabula))
  if (exporter.from === "cards") {
    const people = cardsAt(fabula, problem, moment).map((each) => ({
      ...each,
      act: Math.min(moment, fabula.occurrences.at(-1)?.act ?? 0),
    }))
    return write(people.filter((each) => as === undefined || each.name === as))
  }
  const property = placeProperty(fabula)
  const places = fabula.occurrences.map((each) => placesOf(each, fabula, property)[0] ?? null)
  const manner =
    as === undefined ? usualManner : { ...usualManner, focalisation: "internal" as const, focaliser: as }
  const telling = yield* partDone(startTelling(fabula, problem, manner), "writing")
  return write({ title: titleOf(problem), fabula, telling, places })
}

/** A story of the world, or how sure it is that there is none. */
function* storyOf(
  problem: Problem,
  { goal, limits, maxVisited, clock, timeoutMs }: Omit<ExportQuestion, "to">,
): Steps<Solution | "exhausted" | "limited"> {
  yield* partDone(startGrounding(problem), "preparing")
  const search = startSearch(problem, { goal, limits, maxVisited, clock, timeoutMs })
  while (search.status === "searching")
    search.step(yield { stage: "searching", visited: search.progress.visited })
  return search.story?.solution ?? (search.status === "exhausted" ? "exhausted" : "limited")
}

function* playIn(
  problem: Problem,
  { to: _, moment: __, onProgress, maxVisited = MOST_PLACES, ...options }: ExportQuestion,
  write: (play: Branching) => string,
): Steps<ExportText> {
  const timer = timerOf(options)
  const space = yield* spaceOf(problem, { ...options, ...timer.left(EXPLORING), maxVisited })
  const { foot, states } = space
  const game = playable(problem, options.as!)
  const chronicleOf = chroniclerFor(game)
  // If the time runs out before the passages are written, this text, which says so, is the answer.
  if (options.timeoutMs !== undefined) onProgress?.(unwritten(game, space, chronicleOf, write))
  const work = branchingOf(game, space, chronicleOf, () => timer.isOver())
  for (let [written, visits] = [0, 0]; ; written++) {
    const { done, value } = work.next()
    if (done)
      return {
        kind: "text",
        text: write(value),
        places: states.length,
        missing: missingFrom(value, foot, states.length),
      }
    if (written >= visits)
      visits =
        written +
        (yield {
          stage: "writing",
          visited: written,
          note: `${grouped(written)} of ${grouped(foot.edges)} choices written`,
        })
  }
}

function chroniclerFor(game: Problem): (past: readonly string[]) => Fabula {
  const write = chroniclerOf(game)
  return (past) => write({ plan: past, explanations: [] })
}

/** A play cut right after its opening. */
function unwritten(
  game: Problem,
  space: StorySpace,
  chronicleOf: (past: readonly string[]) => Fabula,
  write: (play: Branching) => string,
): ExportText {
  const work = branchingOf(game, space, chronicleOf, () => true)
  let step = work.next()
  while (!step.done) step = work.next()
  const places = grouped(space.foot.states)
  return {
    kind: "text",
    text: write(step.value),
    places: 1,
    missing: `${places} of ${places} places end where the story could go on: the time was up.`,
  }
}

/** `looked`: the number of visited states. A visited state that is cut was left out for lack of time. */
function missingFrom({ passages }: Branching, foot: SpaceFoot, looked: number): string | null {
  const cut = passages.filter((each) => each.ending === "cut").length
  if (cut === 0) return null
  const isLate = foot.limit === "time" || cut > foot.endings.cut + foot.states - looked
  const why = isLate
    ? "the time was up"
    : foot.limit === null
      ? "--depth was reached"
      : foot.limit === "memory"
        ? "memory ran out"
        : "there are too many to write them all"
  return `${grouped(cut)} of ${grouped(foot.states)} places end where the story could go on: ${why}.`
}
