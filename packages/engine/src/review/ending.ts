/**
 * Can it end so? A search with the ending for the author's wish; and where no story reaches it, what single
 * change to the world would let one: a limit, a want, a belief, a fact, a rule. Each change is tried, and the
 * judge has the last word as always.
 */
import type { EndingAnswer, Opening, Problem, Tried, Slices } from "@dramaturg/model"
import { Query } from "@dramaturg/model"
import { groundingNotes } from "../search/notes.js"
import type { StatedLimits } from "../search/limits.js"
import { changesOf, type Kind } from "./changes.js"
import { deadlineOf, type QueryOptions } from "./query.js"
import { type Found, storyOf } from "./trial.js"

/** What `startEndingQuery` is asked with. */
export interface EndingOptions extends QueryOptions {
  readonly limits?: StatedLimits
  /** Is told what is being tried. */
  readonly onTrial?: (what: string) => void
}

/** Visits for the ending itself, where nothing else bounds the search, and for each change that is tried. */
const SEARCH = 200_000
const TRIAL = 5_000
/** So many openings of one kind are enough. */
const MOST = 3

/** The author's utility of `problem` must be the ending: true, or at least 1, where it is reached. */
export function startEndingQuery(problem: Problem, options: EndingOptions = {}): Query<EndingAnswer> {
  return new Query(endingOf(problem, { goal: 1, ...options }, deadlineOf(options)))
}

/**
 * An end that the author of `problem` would find good enough: at the goal, or if there is none, better than
 * the start.
 */
export function* endingOf(
  problem: Problem,
  options: EndingOptions & { readonly goal?: number },
  isOver: () => boolean,
): Slices<EndingAnswer> {
  const isImpossible = groundingNotes(problem).some((each) => each.code === "goal-out-of-reach")
  // The changes are to have half of the time.
  const half = deadlineOf({ ...options, timeoutMs: (options.timeoutMs ?? Infinity) / 2 })
  options.onTrial?.("the ending itself")
  const found: Found = isImpossible
    ? "impossible"
    : yield* storyOf(problem, options, SEARCH, () => isOver() || half())
  if (typeof found === "object" && "story" in found) return { kind: "reached", story: found.story }
  const openings: Opening[] = []
  const tried: Tried[] = []
  const kinds = yield* changesOf(problem, options.limits)
  for (const [i, kind] of kinds.entries()) {
    const share = shareOf(options, kinds.length - i, isOver)
    tried.push(yield* triedOf(kind, options, () => isOver() || share(), openings))
  }
  const proof =
    typeof found === "object" ? { proof: "limited" as const, limit: found.limit } : { proof: found }
  const isCutShort = tried.some((each) => each.unfinished > 0 || each.untried > 0)
  return { kind: "not-reached", ...proof, openings, tried, isCutShort }
}

/** Each kind of change has an equal share of the time that is left. */
function shareOf({ clock, timeoutMs }: EndingOptions, kinds: number, isOver: () => boolean): () => boolean {
  if (clock === undefined || timeoutMs === undefined || isOver()) return () => false
  const began = clock()
  const most = timeoutMs / (kinds + 1)
  return () => clock() - began > most
}

function* triedOf(
  { kind, of, changes }: Kind,
  options: EndingOptions,
  isOver: () => boolean,
  openings: Opening[],
): Slices<Tried> {
  let [opened, unfinished] = [0, 0]
  for (const [i, { change, problem, limits }] of changes.entries()) {
    if (opened >= MOST) return { kind, of, opened, unfinished, untried: 0 }
    if (isOver()) return { kind, of, opened, unfinished, untried: of - i }
    options.onTrial?.(`${kind} ${i + 1} of ${changes.length}`)
    const story = yield* storyOf(problem, { ...options, limits }, TRIAL, isOver)
    if (typeof story === "object" && "story" in story) {
      openings.push({ ...change, story: story.story } as Opening)
      opened++
    } else if (typeof story === "object") unfinished++
  }
  return { kind, of, opened, unfinished, untried: of - changes.length }
}
