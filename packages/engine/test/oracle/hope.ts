/**
 * Hope (D41, D42): an act that is explained by what might be so. Every case is supposed, every plan is tried in
 * it, and for every other case the plan is followed as far as nobody notices the difference.
 */
import { type Problem, type Property, type Value, asItIs, referenceTo, valuesOf } from "@dramaturg/model"
import { type Atom, atomsOfEvent, correction, heldAtoms, mindAt } from "./events.js"
import {
  type Act,
  type Question,
  type Run,
  consentingTo,
  endOf,
  isEqual,
  isExplainedForOthers,
  isHigher,
  longestFor,
  stageOf,
  utility,
} from "./explain.js"
import { after, happen } from "./happen.js"
import { holds } from "./read.js"
import { BEYOND, TooDeep, type World, fluentKey, ownerOf, sameWorld, valueAt } from "./worlds.js"

/** A value that is supposed for an open fluent. */
export interface Supposed {
  readonly fluent: string
  readonly label: string
  readonly value: Value
}

export type Case = readonly Supposed[]

export interface Hope {
  readonly supposed: Case
  readonly plan: readonly string[]
}

/** The first reason by D42 to do it, if there is one. */
export function hopeFor(question: Question, mind: World, act: Act, horizon: number): Hope | undefined {
  const { universe } = question
  if (universe.misread.noHope || !universe.problem.properties.some((each) => each.isOpen)) return undefined
  if (after(universe.foreseen, mind, act) === undefined) return undefined
  for (const supposed of casesOf(question, mind)) {
    const start: Run = { worlds: [supposedWorld(question, mind, supposed)], acts: [] }
    const first = extendedIn(question, start, act)
    const found =
      first && planFrom({ question, mind, supposed, horizon }, first, longestFor(question, mind, horizon))
    if (found) return { supposed, plan: found.acts.map((each) => each.label) }
  }
  return undefined
}

/** An open fluent: its property, what the parameters stand for, its key and its label. */
export interface OpenFluent {
  readonly property: Property
  readonly values: readonly Value[]
  readonly fluent: string
  readonly label: string
}

/** In order of declaration, then of arguments. */
export function openFluents({ universe: { problem } }: Question): readonly OpenFluent[] {
  return problem.properties.flatMap((property, index) =>
    property.isOpen
      ? argumentsOf(problem, property).map((values) => ({
          property,
          values,
          fluent: fluentKey(index, values),
          label: referenceTo(property.name, values).label,
        }))
      : [],
  )
}

/** The open fluents that are unknown here, each with its candidates (D41). */
function wonderedAbout(question: Question, mind: World): readonly (readonly Supposed[])[] {
  return openFluents(question)
    .filter(({ fluent }) => valueAt(question.universe.problem, mind, fluent) === null)
    .map((each) => candidates(question, mind, each))
}

/** Fewer fluents first, then in order of declaration, arguments and values. */
export function casesOf(question: Question, mind: World): readonly Case[] {
  const fluents = wonderedAbout(question, mind)
  const { casesWithoutLimit } = question.universe.misread
  const most = casesWithoutLimit ? fluents.length : (question.cases ?? 1)
  return Array.from({ length: Math.min(most, fluents.length) }, (_, i) =>
    choices(fluents, i + 1).flatMap((some) => together(some)),
  ).flat()
}

/** Every choice of `n` of them, in order. */
function choices<T>(from: readonly T[], n: number): readonly (readonly T[])[] {
  if (n === 0) return [[]]
  return from.flatMap((each, i) => choices(from.slice(i + 1), n - 1).map((rest) => [each, ...rest]))
}

/** One of each, in every way. */
function together(some: readonly (readonly Supposed[])[]): readonly Case[] {
  return some.reduce<readonly Case[]>(
    (all, each) => all.flatMap((one) => each.map((value) => [...one, value])),
    [[]],
  )
}

/** D41: b|σ. */
function supposedWorld({ universe }: Question, mind: World, supposed: Case): World {
  const values = new Map(mind.values)
  for (const { fluent, value } of supposed) values.set(fluent, value)
  const learnt = (c: string): World => {
    if (universe.misread.supposingTeachesNobody) return mind.mind(c)
    return supposed.reduce(
      (now, { fluent, value }) =>
        now.values.get(fluent) === asItIs
          ? happen(universe.foreseen, now, correction([], fluent, value))
          : now,
      mind.mind(c),
    )
  }
  return stageOf(universe, mind, "case", values, learnt)
}

interface Hoping {
  readonly question: Question
  readonly mind: World
  readonly supposed: Case
  readonly horizon: number
}

/** What the planner believes in each world of the run. */
function knownIn(run: Run): readonly World[] {
  const owner = ownerOf(run.worlds[0])!
  return run.worlds.map((each) => each.mind(owner))
}

function hopedIn({ question }: Hoping, run: Run): readonly (number | null)[] {
  const worlds = question.universe.misread.hopeReadsFacts ? run.worlds : knownIn(run)
  return worlds.map((each) => utility(question, each))
}

/** M3, possible: in the case, and for the planner's own acts as far as the planner will know. */
function extendedIn({ universe }: Question, run: Run, act: Act): Run | undefined {
  const here = endOf(run)
  const owner = ownerOf(here)!
  const next = after(universe.foreseen, here, act)
  if (next === undefined) return undefined
  const isOwn = consentingTo(act).includes(owner) && !universe.misread.actsInTheDark
  if (isOwn && after(universe.foreseen, here.mind(owner), act) === undefined) return undefined
  return { worlds: [...run.worlds, next], acts: [...run.acts, act] }
}

function planFrom(hoping: Hoping, run: Run, longest: number): Run | undefined {
  const { question, horizon } = hoping
  if (isHope(hoping, run)) return run
  const left = horizon - run.acts.length
  if (run.acts.length >= longest) return undefined
  for (const act of question.universe.actions) {
    if (consentingTo(act).length === 0) continue
    const longer = extendedIn(question, run, act)
    if (longer === undefined || !isExplainedForOthers(question, endOf(run), act, left)) continue
    const found = planFrom(hoping, longer, longest)
    if (found) return found
  }
  return undefined
}

/** M2, M4 to M7, and the planner's part of M3, for a run that is explained for everybody else. */
function isHope(hoping: Hoping, run: Run): boolean {
  const { misread } = hoping.question.universe
  const [start, ...later] = hopedIn(hoping, run)
  const end = later[later.length - 1]
  if (!isHigher(end, start)) return false
  if (!misread.plansMayPassTheirEnd && later.slice(0, -1).some((each) => isEqual(each, end))) return false
  const owner = ownerOf(run.worlds[0])!
  const isWilling = run.acts.every(
    (act, i) => i === 0 || !consentingTo(act).includes(owner) || isHigher(end, later[i - 1]),
  )
  if (!isWilling && !misread.ownActsAreFree) return false
  if (!isSafe(hoping, run) || misleads(hoping, run)) return false
  return !run.acts.some((_, i) =>
    hasShortcut(
      hoping,
      end,
      { worlds: run.worlds.slice(0, i + 1), acts: run.acts.slice(0, i) },
      run.acts.slice(i + 1),
    ),
  )
}

/** M5: whether some of these acts, in order, end as well, as safely, and deceive nobody. */
function hasShortcut(hoping: Hoping, end: number | null, run: Run, acts: readonly Act[]): boolean {
  const { question, horizon } = hoping
  const { misread } = question.universe
  const hoped = hopedIn(hoping, run)
  const now = hoped[hoped.length - 1]
  const isAllowed = (): boolean => (misread.noM6inM5 || isSafe(hoping, run)) && !misleads(hoping, run)
  if (run.acts.length > 0 && isEqual(now, end) && isAllowed()) return true
  return acts.some((act, i) => {
    const longer = extendedIn(question, run, act)
    if (longer === undefined) return false
    if (consentingTo(act).includes(ownerOf(run.worlds[0])!) && !isHigher(end, now)) return false
    if (!isExplainedForOthers(question, endOf(run), act, horizon)) return false
    return hasShortcut(hoping, end, longer, acts.slice(i + 1))
  })
}

/** M6: in every other case, as far as the plan goes on and nothing is noticed, nothing is lost. */
function isSafe(hoping: Hoping, run: Run): boolean {
  const { question, mind, supposed } = hoping
  if (question.universe.misread.noM6) return true
  const fluents = new Set(supposed.map((each) => each.fluent))
  const others = together(
    wonderedAbout(question, mind).filter(([first]) => first !== undefined && fluents.has(first.fluent)),
  ).filter((other) => other.some(({ value }, i) => value !== supposed[i].value))
  return others.every((other) => losesNothing(hoping, run, other))
}

function losesNothing({ question, mind, horizon }: Hoping, run: Run, other: Case): boolean {
  const { universe } = question
  const owner = ownerOf(mind)!
  const known = knownIn(run)
  let now = supposedWorld(question, mind, other)
  for (const [i, act] of run.acts.entries()) {
    const next = after(universe.foreseen, now, act)
    if (next === undefined) break
    if (i > 0 && !isExplainedForOthers(question, now, act, horizon - i)) break
    now = next
    if (!sameWorld(universe, known[i + 1], now.mind(owner))) break
  }
  return !isHigher(utility(question, mind), utility(question, now.mind(owner)))
}

/** M7: whether an act tells the planner what is then not so. */
function misleads({ question: { universe } }: Hoping, run: Run): boolean {
  if (universe.misread.noM7) return false
  const owner = ownerOf(run.worlds[0])!
  return run.acts.some((act, i) => {
    const told = atomsOfEvent(universe.foreseen, act).filter((each) => each.believers[0] === owner)
    return heldAtoms(universe, run.worlds[i], told).some(({ atom, value }) => {
      if (value === BEYOND) throw new TooDeep()
      if (value === null || value === asItIs) return false
      return value !== realValue(universe.problem, run.worlds[i + 1], atom)
    })
  })
}

function realValue(problem: Problem, world: World, { believers, fluent }: Atom): Value {
  return valueAt(problem, mindAt(world, believers.slice(1)), fluent)
}

function argumentsOf(problem: Problem, { parameters }: Property): readonly (readonly Value[])[] {
  return parameters.reduce<readonly (readonly Value[])[]>(
    (all, each) =>
      all.flatMap((one) =>
        (each.kind === "constant" ? [each.value] : valuesOf(problem, each.type)).map((value) => [
          ...one,
          value,
        ]),
      ),
    [[]],
  )
}

/** D41: cand(f, b). */
export function candidates(
  { universe: { problem, misread } }: Question,
  mind: World,
  { property, values, fluent, label }: OpenFluent,
): readonly Supposed[] {
  const named = property.parameters.flatMap((each, i) =>
    each.kind === "variable" ? [[each.name, values[i]] as const] : [],
  )
  return valuesOf(problem, property.type)
    .filter(
      (value) =>
        property.might === undefined ||
        misread.everythingMightBe ||
        holds({ problem, world: mind, binding: new Map([...named, ["value", value]]) }, property.might),
    )
    .map((value) => ({ fluent, label, value }))
}
