/**
 * Can it end so? A search with the ending for the author's wish; and where no story reaches it, what single change to the world
 * would let one: a fact of the start, somebody's want, a rule. Each change is tried, and the judge has the last word as always.
 */
import { charactersOf, type EndingAnswer, type Expression, type Opening, type Problem, type Solution, type Value, valuesOf } from "@dramaturg/model"
import type { Slices } from "../explain/explain.js"
import { groundingNotes } from "../notes.js"
import { valueOf } from "../judge/facts.js"
import { fluentKey } from "../judge/formula.js"
import { valueIn } from "../judge/start.js"
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

/** Of the numbers only those near by are tried, the nearest first. */
const STEPS = [1, -1, 2, -2, 3, -3]

function otherValues(problem: Problem, { property, was }: Fact): readonly Value[] {
  const { type } = problem.properties[property]
  if (type !== "number") return valuesOf(problem, type).filter((each) => each !== was)
  return typeof was === "number" ? STEPS.map((each) => was + each) : []
}

function* changedFacts(problem: Problem): Generator<Changed> {
  for (const fact of factsOf(problem)) {
    const { property, values, label, was } = fact
    if (problem.properties[property].isHidden) continue
    for (const value of otherValues(problem, fact)) {
      const constant = (each: typeof value): Expression & { kind: "constant" } => ({ kind: "constant", value: each })
      const statement = { kind: "assign" as const, believers: [], fluent: { kind: "fluent" as const, property, arguments: values.map(constant) }, value: constant(value) }
      yield { change: { kind: "fact", fluent: label, was, value }, changed: { ...problem, initial: [...problem.initial, statement] } }
    }
  }
}

interface Fact {
  readonly property: number
  readonly values: readonly Value[]
  readonly label: string
  readonly was: Value
}

/** Those that can change, then those that never do: the judge has no place for them, but a world may hang on one. */
function factsOf(problem: Problem): readonly Fact[] {
  return inScene(problem, 0, ({ stage: { setting, tables }, start }) => {
    const moving = setting.fluents.map(({ property, arguments: values }, i): Fact => {
      const was = valueOf(start.facts, i)
      return { property, values, label: fluentLabel(problem, setting.fluents[i]), was: typeof was === "symbol" ? null : was }
    })
    const met = new Set(moving.map((each) => each.label))
    const still = problem.properties.flatMap((_, property) => argumentsOf(problem, property).map((values): Fact => (
      { property, values, label: fluentLabel(problem, { property, arguments: values }), was: valueIn(tables, problem, [], fluentKey(property, values), property) }
    )))
    return [...moving, ...still.filter((each) => !met.has(each.label))]
  })
}

/** Of a property with more instances than this only those are tried that something asks about. */
const MOST_INSTANCES = 200

function argumentsOf(problem: Problem, property: number): readonly (readonly Value[])[] {
  let found: readonly (readonly Value[])[] = [[]]
  for (const each of problem.properties[property].parameters) {
    const choices = each.kind === "constant" ? [each.value] : valuesOf(problem, each.type)
    if (found.length * choices.length > MOST_INSTANCES) return []
    found = found.flatMap((values) => choices.map((value) => [...values, value]))
  }
  return found
}
