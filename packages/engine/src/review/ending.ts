/**
 * Can it end so? A search with the ending for the author's wish; and where no story reaches it, what single change to the world
 * would let one: a fact of the start, somebody's want, a rule. Each change is tried, and the judge has the last word as always.
 */
import { charactersOf, type EndingAnswer, type Expression, type Opening, type Problem, type Solution, valuesOf } from "@dramaturg/model"
import type { Slices } from "../explain/explain.js"
import { groundingNotes } from "../notes.js"
import { valueOf } from "../judge/facts.js"
import { inScene } from "../replay/scene.js"
import { fluentLabel } from "../replay/scene.js"
import type { StatedLimits } from "../search/limits.js"
import type { StoppedBy } from "../search/contract.js"
import { startSearch } from "../search/search.js"
import { deadlineOf, Inquiry, type InquiryOptions } from "./inquiry.js"

export interface EndingOptions extends InquiryOptions {
  readonly limits?: StatedLimits
}

/** Visits for the ending itself, where nothing else bounds the search, and for each change that is tried. */
const SEARCH = 200_000
const TRIAL = 5_000
/** So many openings are enough. */
const MOST = 5

/** The author's utility of `problem` must be the ending: true, or at least 1, where it is reached. */
export function startEndingInquiry(problem: Problem, options: EndingOptions = {}): Inquiry<EndingAnswer> {
  return new Inquiry(endingOf(problem, { goal: 1, ...options }, deadlineOf(options)))
}

/** An end that the author of `problem` would find good enough: at the goal, or if there is none, better than the start. */
export function* endingOf(problem: Problem, options: EndingOptions & { readonly goal?: number }, isOver: () => boolean): Slices<EndingAnswer> {
  const isImpossible = groundingNotes(problem).some((each) => each.code === "goal-out-of-reach")
  const found: Found = isImpossible ? "impossible" : yield* storyOf(problem, options, SEARCH, isOver)
  if (typeof found === "object" && "story" in found) return { kind: "reached", story: found.story }
  const openings: Opening[] = []
  let isCutShort = false
  for (const { change, changed } of changesOf(problem)) {
    if (openings.length >= MOST) break
    isCutShort ||= isOver()
    if (isOver()) break
    const story = yield* storyOf(changed, options, TRIAL, isOver)
    if (typeof story === "object" && "story" in story) openings.push({ ...change, story: story.story })
    else isCutShort ||= typeof story === "object"
  }
  const proof = typeof found === "object" ? { proof: "limited" as const, limit: found.limit } : { proof: found }
  return { kind: "not-reached", ...proof, openings, isCutShort }
}

type Found = { readonly story: Solution } | { readonly limit: StoppedBy | "effort" } | "exhausted" | "impossible"

function* storyOf(problem: Problem, { limits, goal }: EndingOptions & { readonly goal?: number }, most: number, isOver: () => boolean): Slices<Found> {
  if (groundingNotes(problem).some((each) => each.severity === "error" || each.code === "goal-out-of-reach")) return "impossible"
  const search = startSearch(problem, { goal, limits, maxVisited: most })
  while (search.status === "searching") {
    if (isOver()) return { limit: "time" }
    search.step(1)
    yield
  }
  if (search.status === "solved") return search.undecided ? { limit: "effort" } : { story: search.story!.solution }
  return search.status === "exhausted" ? "exhausted" : { limit: search.limit! }
}

type Change = Opening extends infer O ? (O extends Opening ? Omit<O, "story"> : never) : never

interface Changed {
  readonly change: Change
  readonly changed: Problem
}

/** Every single change: facts first, in the order of the world, then wants, then rules. */
function* changesOf(problem: Problem): Generator<Changed> {
  yield* changedFacts(problem)
  const wish = problem.utilities.find((each) => each.character === null)
  if (wish !== undefined) for (const character of charactersOf(problem)) {
    const others = problem.utilities.filter((each) => each.character !== character)
    yield { change: { kind: "want", character }, changed: { ...problem, utilities: [...others, { character, body: wish.body }] } }
  }
  for (const { name, isHidden } of problem.triggers) {
    if (isHidden) continue
    yield { change: { kind: "rule", trigger: name }, changed: { ...problem, triggers: problem.triggers.filter((each) => each.name !== name) } }
  }
}

/** Numbers have too many other values; what nobody can name has none. */
function* changedFacts(problem: Problem): Generator<Changed> {
  for (const { property, values, label, was } of factsOf(problem)) {
    if (problem.properties[property].isHidden) continue
    for (const value of valuesOf(problem, problem.properties[property].type)) {
      if (value === was) continue
      const constant = (each: typeof value): Expression & { kind: "constant" } => ({ kind: "constant", value: each })
      const statement = { kind: "assign" as const, believers: [], fluent: { kind: "fluent" as const, property, arguments: values.map(constant) }, value: constant(value) }
      yield { change: { kind: "fact", fluent: label, was, value }, changed: { ...problem, initial: [...problem.initial, statement] } }
    }
  }
}

function factsOf(problem: Problem) {
  return inScene(problem, 0, ({ stage, start }) => stage.setting.fluents.map((fluent, i) => {
    const was = valueOf(start.facts, i)
    return { property: fluent.property, values: fluent.arguments, label: fluentLabel(problem, fluent), was: typeof was === "symbol" ? null : was }
  }))
}
