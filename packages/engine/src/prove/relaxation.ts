/**
 * The relaxed problem: a lower bound on the number of acts until a character could be better off. It lets the
 * prover skip futures that are too short, and never hides a plan (D19).
 *
 * Every fluent has the *set* of values that it could have by now. An act or trigger that could happen adds to
 * the sets and removes nothing; what is read in minds could be anything. So everything that can really be
 * reached in n acts is reached in the sets in n rounds, or sooner.
 */
import { asItIs, type Slices, type Value } from "@dramaturg/model"
import type { GroundEvent } from "../semantics/event.js"
import { type Cell, type Facts, beyond, valuesOf } from "../semantics/facts.js"
import { type Formula, calculate, compareValues, yes } from "../semantics/formula.js"
import { type Influence, fluentsRead, influenceOf } from "./influence.js"

/** Undefined: any value. */
type ValueSet = ReadonlySet<Value> | undefined
type Sets = ValueSet[]

/** The most values in one set; a larger set becomes "any value". */
const MOST = 12

const either: ValueSet = new Set([true, false])
const onlyTrue: ValueSet = new Set([true])
const onlyFalse: ValueSet = new Set([false])

/** Everything that could influence a character's utility. */
export interface Relaxation {
  readonly utility: Formula
  /** The fluents that could influence it, directly or indirectly; the others need not be distinguished. */
  readonly fluents: readonly number[]
  readonly actions: readonly Influence[]
  readonly triggers: readonly Influence[]
}

/** The part of the relaxed problem that could influence a utility. */
export function relaxationFor(
  utility: Formula,
  actions: readonly GroundEvent[],
  triggers: readonly GroundEvent[],
): Relaxation {
  const influences = [...actions, ...triggers].map(influenceOf).filter(hasAtoms)
  const fluents = new Set(fluentsRead(utility))
  const matters = ({ atoms }: Influence): boolean => atoms.some((each) => fluents.has(each.fluent))
  for (let size = -1; size < fluents.size; ) {
    size = fluents.size
    for (const influence of influences)
      if (matters(influence)) influence.reads.forEach((each) => fluents.add(each))
  }
  const relevant = (events: readonly GroundEvent[]): readonly Influence[] =>
    events.map(influenceOf).filter(matters)
  return { utility, fluents: [...fluents], actions: relevant(actions), triggers: relevant(triggers) }
}

function hasAtoms(influence: Influence): boolean {
  return influence.atoms.length > 0
}

/** The least number of acts until the utility could be one that is `wanted`; Infinity if it never could. */
export function leastActs(relaxation: Relaxation, facts: Facts, wanted: (value: number) => boolean): number {
  const sets: Sets = valuesOf(facts).map(onlyIt)
  let fresh: ReadonlySet<number> | undefined
  for (let acts = 0; ; acts++) {
    if (couldBe(valueSet(relaxation.utility, sets), wanted)) return acts
    fresh = grow(relaxation, sets, fresh)
    if (fresh.size === 0) return Infinity
  }
}

/** The events that could ever happen from these facts, in the relaxed problem. */
export function* mayHappen(
  facts: Facts,
  actions: readonly GroundEvent[],
  triggers: readonly GroundEvent[],
): Slices<readonly GroundEvent[]> {
  const sets: Sets = valuesOf(facts).map(onlyIt)
  const everything = { actions: actions.map(influenceOf), triggers: triggers.map(influenceOf) }
  let fresh: ReadonlySet<number> | undefined
  do {
    fresh = grow(everything, sets, fresh)
    yield
  } while (fresh.size > 0)
  return [...actions, ...triggers].filter(({ formula }) => mayHold(valueSet(formula, sets)))
}

function onlyIt(value: Cell): ValueSet {
  return value === true
    ? onlyTrue
    : value === false
      ? onlyFalse
      : value === beyond
        ? undefined
        : new Set([value])
}

function couldBe(values: ValueSet, wanted: (value: number) => boolean): boolean {
  return (
    values === undefined ||
    [...values].some((each) => wanted(Number(each)) && each !== null && typeof each !== "string")
  )
}

/**
 * One round: all acts at once, then triggers until nothing is added. `fresh`: the fluents that got new values
 * in the round before (undefined: all of them). Returns the fluents that get new values in this round.
 */
function grow(
  { actions, triggers }: Pick<Relaxation, "actions" | "triggers">,
  sets: Sets,
  fresh: ReadonlySet<number> | undefined,
): ReadonlySet<number> {
  const grown = new Set(addAll(actions, sets, fresh))
  let latest: ReadonlySet<number> | undefined = fresh === undefined ? undefined : grown
  for (let added = addAll(triggers, sets, latest); added.size > 0; added = addAll(triggers, sets, latest)) {
    for (const fluent of added) grown.add(fluent)
    latest = added
  }
  return grown
}

/** All values are read before any is added, so that a round is at most one act deep. */
function addAll(
  influences: readonly Influence[],
  sets: Sets,
  fresh: ReadonlySet<number> | undefined,
): ReadonlySet<number> {
  const additions: (readonly [fluent: number, values: ValueSet])[] = []
  for (const { precondition, atoms, reads } of influences) {
    if ((fresh !== undefined && !meet(fresh, reads)) || !mayHold(valueSet(precondition, sets))) continue
    for (const { condition, fluent, value } of atoms) {
      if (condition === yes || mayHold(valueSet(condition, sets)))
        additions.push([fluent, valueSet(value, sets)])
    }
  }
  return new Set(additions.filter(([fluent, values]) => add(sets, fluent, values)).map(([fluent]) => fluent))
}

function meet(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const each of one) if (other.has(each)) return true
  return false
}

function add(sets: Sets, fluent: number, values: ValueSet): boolean {
  const present = sets[fluent]
  if (present === undefined || (values !== undefined && isWithin(values, present))) return false
  sets[fluent] = values === undefined ? undefined : limited([...present, ...values])
  return true
}

function isWithin(values: ReadonlySet<Value>, others: ReadonlySet<Value>): boolean {
  for (const each of values) if (!others.has(each)) return false
  return true
}

function limited(values: readonly Value[]): ValueSet {
  const set = new Set(values)
  return set.size > MOST ? undefined : set
}

function mayHold(values: ValueSet): boolean {
  return values === undefined || values.has(true)
}

function mayFail(values: ValueSet): boolean {
  return values === undefined || values.size > 1 || !values.has(true)
}

function valueSet(formula: Formula, sets: Sets): ValueSet {
  switch (formula.kind) {
    case "value":
      return formula.value === true
        ? onlyTrue
        : formula.value === false
          ? onlyFalse
          : new Set([formula.value])
    case "fluent":
      return sets[formula.fluent]
    case "believes":
      return undefined
    case "knows":
    case "pays":
      return either
    case "written": {
      const body = valueSet(formula.body, sets)
      return body && new Set([...body].map((each) => (each === asItIs ? null : each)))
    }
    case "not": {
      const body = valueSet(formula.body, sets)
      return truths(mayFail(body), mayHold(body))
    }
    case "and":
      return junction(formula.parts, sets, mayHold, mayFail)
    case "or":
      return opposite(junction(formula.parts, sets, mayFail, mayHold))
    case "if":
      return conditional(formula, sets)
    case "compare":
      return comparison(formula, sets)
    case "arithmetic":
      return combine(formula.parts, sets, (left, right) => calculate(formula.operator, left, right))
  }
}

function truths(canHold: boolean, canFail: boolean): ValueSet {
  return canHold ? (canFail ? either : onlyTrue) : onlyFalse
}

function opposite(values: ValueSet): ValueSet {
  return truths(mayFail(values), mayHold(values))
}

/** The `and` of the parts; with `holds` and `fails` exchanged, the negation of their `or`. */
function junction(
  parts: readonly Formula[],
  sets: Sets,
  holds: typeof mayHold,
  fails: typeof mayFail,
): ValueSet {
  let canFail = false
  for (const part of parts) {
    const values = valueSet(part, sets)
    if (!holds(values)) return onlyFalse
    canFail ||= fails(values)
  }
  return truths(true, canFail)
}

function conditional({ branches, otherwise }: Formula & { kind: "if" }, sets: Sets): ValueSet {
  const values: Value[] = []
  for (const { condition, body } of [...branches, { condition: yes, body: otherwise }]) {
    const holds = valueSet(condition, sets)
    if (!mayHold(holds)) continue
    const some = valueSet(body, sets)
    if (some === undefined) return undefined
    values.push(...some)
    if (!mayFail(holds)) break
  }
  return limited(values)
}

function comparison(formula: Formula & { kind: "compare" }, sets: Sets): ValueSet {
  const { operator, left, right } = formula
  if (right.kind !== "value" || (operator !== "==" && operator !== "!=")) {
    return combine([left, right], sets, (one, other) => compareValues(operator, one, other)) ?? either
  }
  const values = valueSet(left, sets)
  if (values === undefined) return either
  const same = values.has(right.value)
  const other = values.size > Number(same)
  return operator === "==" ? truths(same, other) : truths(other, same)
}

function combine(
  [first, ...rest]: readonly Formula[],
  sets: Sets,
  operation: (left: Value, right: Value) => Value,
): ValueSet {
  let result = valueSet(first, sets)
  for (const part of rest) {
    const values = valueSet(part, sets)
    if (result === undefined || values === undefined) return undefined
    result = limited([...result].flatMap((a) => [...values].map((b) => operation(a, b))))
  }
  return result
}
