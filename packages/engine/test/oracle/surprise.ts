/** Surprise (D13): before somebody sees what they thought impossible, they learn what must have been so. */
import {
  type ActionTemplate,
  type Expression,
  type FluentTemplate,
  type Problem,
  type Value,
  asItIs,
} from "@dramaturg/model"
import { type Happening, correction, mindAt } from "./events.js"
import { happen, preconditionHolds } from "./happen.js"
import { type Place, bindings, bodyOf, holds, keyOf, characterOf, read, termValue } from "./read.js"
import { type GroundEvent, type Universe, type World, valueAt } from "./worlds.js"

/**
 * A literal that is true in W: about which fluent in which mind, and how to see whether it is true elsewhere.
 */
interface Literal {
  readonly chain: readonly string[]
  readonly fluent: string
  readonly template: FluentTemplate
  readonly arguments: readonly Value[]
  /** D40: what a literal about knowing gives, or one that somebody has an answer. */
  readonly gives?: Value
  /** `F == t`: the repaired fluent becomes what it is in W. Any other literal: it becomes unknown. */
  readonly isEquality: boolean
  isTrueIn(world: World): boolean
}

/** The mind that is ready for the action. */
export function surprised(
  universe: Universe,
  world: World,
  action: GroundEvent<ActionTemplate>,
  mind: World,
): World {
  if (preconditionHolds(universe, mind, action)) return mind
  const here: Spot = {
    problem: universe.problem,
    world,
    binding: action.binding,
    chain: [],
    settled: universe.settled,
  }
  if (!holds(here, action.template.precondition)) return mind
  let ready = mind
  for (const each of inOrder(universe, literalsOf(here, action.template.precondition))) {
    if (!each.isTrueIn(ready)) ready = happen(universe, ready, repair(universe, world, each))
  }
  return ready
}

function repair(universe: Universe, world: World, { chain, fluent, isEquality, gives }: Literal): Happening {
  if (gives !== undefined)
    return correction(chain, fluent, universe.misread.actingShowsNothing ? null : gives)
  const becomesReal = isEquality || universe.misread.surpriseTellsAll
  return correction(
    chain,
    fluent,
    becomesReal ? valueAt(universe.problem, mindAt(world, chain), fluent) : null,
  )
}

/** Where a formula stands: in the mind that `chain` leads to from W; `world` is that mind. */
interface Spot extends Place {
  readonly chain: readonly string[]
  /** The booleans that are filled in first. */
  readonly settled: ReadonlySet<string>
}

/** The literals of all ways in which `e`, which holds here, is satisfied. */
function literalsOf(spot: Spot, e: Expression): readonly Literal[] {
  if (isDecided(spot, e)) return []
  switch (e.kind) {
    case "not":
      return literalsAgainst(spot, e.body)
    case "and":
      return e.parts.flatMap((part) => literalsOf(spot, part))
    case "or":
      return e.parts.filter((part) => holds(spot, part)).flatMap((part) => literalsOf(spot, part))
    case "forall":
    case "exists":
      return spots(spot, e)
        .filter((each) => holds(each, e.body))
        .flatMap((each) => literalsOf(each, e.body))
    case "if":
      return [...conditionLiterals(spot, e), ...literalsOf(spot, bodyOf(spot, e))]
    case "believes":
      return literalsOf(within(spot, e), e.body)
    case "knows":
      return [knowing(spot, e, asItIs)]
    case "fluent":
      return [literal(spot, e, true)]
    case "compare":
      return comparisonLiterals(spot, e, e)
    case "is":
      return valueLiterals(spot, e.body)
    default:
      return []
  }
}

/** The literals by which `e`, which does not hold here, does not: negation pushed inwards. */
function literalsAgainst(spot: Spot, e: Expression): readonly Literal[] {
  if (isDecided(spot, e)) return []
  switch (e.kind) {
    case "not":
      return literalsOf(spot, e.body)
    case "or":
      return e.parts.flatMap((part) => literalsAgainst(spot, part))
    case "and":
      return e.parts.filter((part) => !holds(spot, part)).flatMap((part) => literalsAgainst(spot, part))
    case "forall":
    case "exists":
      return spots(spot, e)
        .filter((each) => !holds(each, e.body))
        .flatMap((each) => literalsAgainst(each, e.body))
    case "if":
      return [...conditionLiterals(spot, e), ...literalsAgainst(spot, bodyOf(spot, e))]
    case "believes":
      return literalsAgainst(within(spot, e), e.body)
    case "knows":
      return [knowing(spot, e, null)]
    case "fluent":
      return [literal(spot, e, false)]
    case "compare":
      return comparisonLiterals(spot, e, { kind: "not", body: e })
    case "is":
      return typeLiteralsAgainst(spot, e)
    default:
      return []
  }
}

/**
 * Whether parameters and settled booleans alone decide what `e` reads as, so that nothing else about it is a
 * way.
 */
function isDecided(spot: Spot, e: Expression): boolean {
  switch (e.kind) {
    case "constant":
    case "variable":
      return true
    case "fluent":
      return spot.settled.has(keyOf(spot.binding, e))
    case "knows":
      return isDecided(spot, e.fluent)
    case "not":
    case "believes":
    case "is":
      return isDecided(spot, e.body)
    case "compare":
      return isDecided(spot, e.left) && isDecided(spot, e.right)
    case "and":
    case "or":
      return areDecided(
        spot,
        e.kind,
        e.parts.map((part) => ({ spot, e: part })),
      )
    case "forall":
    case "exists":
      return areDecided(
        spot,
        e.kind,
        spots(spot, e).map((each) => ({ spot: each, e: e.body })),
      )
    case "if":
      return isChoiceDecided(spot, e)
    default:
      return false
  }
}

/** One part that is decided the one way is enough, or all that are. */
function areDecided(
  spot: Spot,
  kind: "and" | "or" | "forall" | "exists",
  parts: readonly { readonly spot: Spot; readonly e: Expression }[],
): boolean {
  const enough = kind === "or" || kind === "exists"
  return (
    parts.every((each) => isDecided(each.spot, each.e)) ||
    parts.some((each) => isDecided(each.spot, each.e) && holds(each.spot, each.e) === enough)
  )
}

function isChoiceDecided(spot: Spot, e: Expression & { readonly kind: "if" }): boolean {
  for (const { condition, body } of e.branches) {
    if (!isDecided(spot, condition)) return false
    if (holds(spot, condition)) return isDecided(spot, body)
  }
  return isDecided(spot, e.otherwise)
}

function spots(spot: Spot, e: { readonly variable: string; readonly type: string }): readonly Spot[] {
  return bindings(spot, e).map((each) => ({ ...spot, binding: each.binding }))
}

function within(spot: Spot, e: Expression & { readonly kind: "believes" }): Spot {
  const c = characterOf(spot.binding, e.character)
  return { ...spot, chain: [...spot.chain, c], world: spot.world.mind(c) }
}

/** The conditions passed over, and the one taken. */
function conditionLiterals(spot: Spot, e: Expression & { readonly kind: "if" }): readonly Literal[] {
  const taken = e.branches.findIndex((each) => holds(spot, each.condition))
  const passed = taken < 0 ? e.branches : e.branches.slice(0, taken)
  const against = passed.flatMap((each) => literalsAgainst(spot, each.condition))
  return taken < 0 ? against : [...against, ...literalsOf(spot, e.branches[taken].condition)]
}

/** A fluent, perhaps in somebody's mind. */
interface Reached {
  readonly spot: Spot
  readonly fluent: Expression & { readonly kind: "fluent" }
}

function reach(spot: Spot, e: Expression): Reached | undefined {
  if (e.kind === "believes") return reach(within(spot, e), e.body)
  return e.kind === "fluent" ? { spot, fluent: e } : undefined
}

/** "This fluent has (or has not) this value." */
function literal(spot: Spot, fluent: Reached["fluent"], value: Value, operator: "==" | "!=" = "=="): Literal {
  const test: Expression = { kind: "compare", operator, left: fluent, right: { kind: "constant", value } }
  return literalAbout({ spot, fluent }, spot, test, operator === "==")
}

/** A literal about one fluent that is true when `test`, read where `from` stands, holds. */
function literalAbout({ spot, fluent }: Reached, from: Spot, test: Expression, isEquality: boolean): Literal {
  return {
    chain: spot.chain,
    fluent: keyOf(spot.binding, fluent),
    template: fluent,
    arguments: fluent.arguments.map((each) => termValue(spot.binding, each)),
    isEquality,
    isTrueIn: (world) =>
      holds({ problem: from.problem, binding: from.binding, world: mindAt(world, from.chain) }, test),
  }
}

/** "They know it", or, if that gives `?`, "they do not". */
function knowing(spot: Spot, e: Expression & { readonly kind: "knows" }, gives: Value): Literal {
  const there = within(spot, { kind: "believes", character: e.character, body: e.fluent })
  const test: Expression = gives === asItIs ? e : { kind: "not", body: e }
  return { ...literalAbout({ spot: there, fluent: e.fluent }, spot, test, false), gives }
}

type Compare = Expression & { readonly kind: "compare" }

/** `test` is the comparison itself or its negation, whichever holds. */
function comparisonLiterals(spot: Spot, e: Compare, test: Expression): readonly Literal[] {
  const isEquality = test.kind === "compare" ? e.operator === "==" : e.operator === "!="
  if (isNumeric(spot.problem, e.left) || isNumeric(spot.problem, e.right))
    return numberLiterals(spot, e, test, isEquality)
  if (e.operator !== "==" && e.operator !== "!=") return []
  const { left, right } = e
  if (isFixed(right)) return sideLiterals(spot, left, read(spot, right), isEquality)
  if (isFixed(left)) return sideLiterals(spot, right, read(spot, left), isEquality)
  return [...valueLiterals(spot, right), ...sideLiterals(spot, left, read(spot, right), isEquality)]
}

function isFixed(e: Expression): boolean {
  return e.kind === "constant" || e.kind === "variable"
}

/** The literals by which `side` has, or has not, this value. */
function sideLiterals(spot: Spot, side: Expression, value: Value, isEquality: boolean): readonly Literal[] {
  const reached = reach(spot, side)
  if (!isEquality && value === null && reached !== undefined && isAnswer(reached))
    return [{ ...literal(reached.spot, reached.fluent, null, "!="), gives: asItIs }]
  if (reached === undefined || isEquality || isTruth(spot.problem, side)) return valueLiterals(spot, side)
  return [literal(reached.spot, reached.fluent, value, "!=")]
}

/** D40: what somebody believes of an open fluent. */
function isAnswer({ spot, fluent }: Reached): boolean {
  return spot.chain.length > 0 && spot.problem.properties[fluent.property].isOpen === true
}

/** The literals by which an expression has the value that it has here. */
function valueLiterals(spot: Spot, e: Expression): readonly Literal[] {
  if (e.kind === "believes") return valueLiterals(within(spot, e), e.body)
  if (e.kind === "fluent") return [literal(spot, e, read(spot, e))]
  if (isFixed(e)) return []
  if (e.kind === "if" && !isTruth(spot.problem, e))
    return [...conditionLiterals(spot, e), ...valueLiterals(spot, bodyOf(spot, e))]
  return holds(spot, e) ? literalsOf(spot, e) : literalsAgainst(spot, e)
}

/** `e : T` is a disjunction of equalities; its negation says of each value of T that it is another. */
function typeLiteralsAgainst(spot: Spot, e: Expression & { readonly kind: "is" }): readonly Literal[] {
  const reached = reach(spot, e.body)
  if (reached === undefined) return valueLiterals(spot, e.body)
  const values = bindings(spot, { variable: "", type: e.type }).map((each) => each.binding.get("") as Value)
  return values.flatMap((value) => sideLiterals(spot, e.body, value, false))
}

/**
 * One literal for every fluent of a comparison of numbers, or only for the bare one on the left if there is
 * no variable (one in a mind is not bare).
 */
function numberLiterals(spot: Spot, e: Compare, test: Expression, isEquality: boolean): readonly Literal[] {
  const about =
    e.left.kind === "fluent" && !hasVariable(e)
      ? [{ spot, fluent: e.left }]
      : [...numbersIn(spot, e.left), ...numbersIn(spot, e.right)]
  const choices = [...choicesIn(spot, e.left), ...choicesIn(spot, e.right)]
  return [...choices, ...about.map((each) => literalAbout(each, spot, test, isEquality))]
}

/** The fluents of a calculation; of a conditional, those of the body it reads. */
function numbersIn(spot: Spot, e: Expression): readonly Reached[] {
  switch (e.kind) {
    case "fluent":
      return [{ spot, fluent: e }]
    case "believes":
      return numbersIn(within(spot, e), e.body)
    case "arithmetic":
      return [...numbersIn(spot, e.left), ...numbersIn(spot, e.right)]
    case "sum":
    case "product":
      return spots(spot, e).flatMap((each) => numbersIn(each, e.body))
    case "if":
      return numbersIn(spot, bodyOf(spot, e))
    default:
      return []
  }
}

/** What decides the conditionals inside a calculation. */
function choicesIn(spot: Spot, e: Expression): readonly Literal[] {
  switch (e.kind) {
    case "believes":
      return choicesIn(within(spot, e), e.body)
    case "arithmetic":
      return [...choicesIn(spot, e.left), ...choicesIn(spot, e.right)]
    case "sum":
    case "product":
      return spots(spot, e).flatMap((each) => choicesIn(each, e.body))
    case "if":
      return [...conditionLiterals(spot, e), ...choicesIn(spot, bodyOf(spot, e))]
    default:
      return []
  }
}

function isNumeric(problem: Problem, e: Expression): boolean {
  switch (e.kind) {
    case "constant":
      return typeof e.value === "number"
    case "fluent":
      return problem.properties[e.property].type === "number"
    case "believes":
      return isNumeric(problem, e.body)
    case "if":
      return isNumeric(problem, e.otherwise) || e.branches.some((each) => isNumeric(problem, each.body))
    default:
      return e.kind === "arithmetic" || e.kind === "sum" || e.kind === "product"
  }
}

function isTruth(problem: Problem, e: Expression): boolean {
  switch (e.kind) {
    case "constant":
      return typeof e.value === "boolean"
    case "variable":
      return false
    case "fluent":
      return problem.properties[e.property].type === "boolean"
    case "believes":
      return isTruth(problem, e.body)
    case "if":
      return isTruth(problem, e.otherwise)
    default:
      return !isNumeric(problem, e)
  }
}

function hasVariable(e: Expression): boolean {
  return JSON.stringify(e).includes('"kind":"variable"')
}

/** Shorter chains first, then by believers, property and arguments; on one fluent equalities first. */
function inOrder({ problem, characters }: Universe, literals: readonly Literal[]): readonly Literal[] {
  const place = (value: Value): number => problem.entities.findIndex((each) => each.name === value)
  const compare = (a: Literal, b: Literal): number =>
    a.chain.length - b.chain.length ||
    firstDifference(
      a.chain.map((c) => characters.indexOf(c)),
      b.chain.map((c) => characters.indexOf(c)),
    ) ||
    byName(problem.properties[a.template.property].name, problem.properties[b.template.property].name) ||
    firstDifference(a.arguments.map(place), b.arguments.map(place)) ||
    Number(b.isEquality) - Number(a.isEquality)
  return [...literals].sort(compare)
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  return one.map((each, i) => each - other[i]).find((each) => each !== 0) ?? 0
}

function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
