/**
 * Relaxed reachability: drops events that can never happen, and finds fluents that can never change.
 *
 * Each fluent has one relaxed set of values, the same for the truth and for every mind at every depth. It
 * starts with all values of the start (stated beliefs included) and grows by everything that any possible
 * event writes, until nothing grows.
 *
 * Sound (Δ2): a mind's fluent gets a value only from the start, from an event that is possible in some world,
 * or from a surprise. A surprise repairs either to a value that the fluent has in another world, which is in
 * the shared set already, or to unknown. The latter happens only to a fluent of a literal in the precondition
 * of a possible action, and `addUnknowns` adds that value. So an event whose precondition cannot be true over
 * these sets happens in no world, and a fluent with one value has it in every mind for ever. What people
 * wonder about may besides be supposed, unknown or as it is (D40, D41): all that is in the sets from the
 * beginning. Acts without effect stay, because seeing one can change a mind.
 */
import type { Slices } from "@dramaturg/model"
import type { Instantiation } from "./instantiate.js"
import { COMPARE, fluentsIn, IF, IS, ISNT, type ExpressionId, NOT, operands } from "../task/expressions.js"
import { RelaxedValues } from "./relaxed-values.js"
import type { Action, Belief, GroundEvent, OpenFluent, Trigger } from "../task/task.js"
import { FALSE, TRUE, UNKNOWN } from "../task/values.js"

/** The events that may happen, and the values that fluents may have. */
export interface Reached {
  readonly relaxed: RelaxedValues
  readonly actions: readonly Action[]
  readonly triggers: readonly Trigger[]
}

/** Computes the fixpoint of the relaxed value sets, and keeps the events that may happen over them. */
export function* reach(
  context: Instantiation,
  start: Belief,
  actions: readonly Action[],
  triggers: readonly Trigger[],
  open: readonly OpenFluent[],
): Slices<Reached> {
  const { fluents } = context.fluents
  const relaxed = new RelaxedValues(context.values, context.builder.table, fluents.length, false)
  fluents.forEach((_, fluent) => {
    if (!start.values.has(fluent)) relaxed.add(fluent, context.fluents.defaultOf(fluent))
  })
  addStated(relaxed, start)
  // What people wonder about may be anything to somebody, or as it is (D40).
  for (const { fluent, possible } of open)
    for (const each of [UNKNOWN, context.values.asItIs, ...possible.map(({ value }) => value)])
      relaxed.add(fluent, each)
  const widened = new Set<number>()
  const reached = new Set<GroundEvent>()
  for (let grew = true; grew; ) {
    grew = false
    for (const action of actions) {
      if (fire(relaxed, action, reached, widened) || addUnknowns(relaxed, action, reached)) grew = true
      yield
    }
    for (const trigger of triggers) {
      if (fire(relaxed, trigger, reached, widened)) grew = true
      yield
    }
  }
  return {
    relaxed,
    actions: actions.filter((each) => reached.has(each)),
    triggers: triggers.filter((each) => reached.has(each)),
  }
}

function addStated(relaxed: RelaxedValues, belief: Belief): void {
  for (const [fluent, value] of belief.values) relaxed.add(fluent, value)
  for (const child of belief.children.values()) addStated(relaxed, child)
}

/**
 * Adds what an event writes if it may happen; returns whether a set grew. A number that grows twice is taken
 * to grow without bound.
 */
function fire(
  relaxed: RelaxedValues,
  event: GroundEvent,
  reached: Set<GroundEvent>,
  widened: Set<number>,
): boolean {
  if (!relaxed.mayBeTrue(event.precondition)) return false
  let grew = !reached.has(event)
  reached.add(event)
  for (const atom of event.atoms) {
    if (!relaxed.mayBeTrue(atom.condition)) continue
    const written = relaxed.valueSet(atom.value)
    if (!relaxed.addSet(atom.fluent, written)) continue
    grew = true
    if (widened.has(atom.fluent) && written.lo <= written.hi)
      relaxed.addRange(atom.fluent, -Infinity, Infinity)
    widened.add(atom.fluent)
  }
  return grew
}

/** Adds unknown to the fluents of the precondition that a surprise at this action may leave unknown. */
function addUnknowns(relaxed: RelaxedValues, action: Action, reached: ReadonlySet<GroundEvent>): boolean {
  if (!reached.has(action)) return false
  let grew = false
  const unknown = (fluent: number, always: boolean): void => {
    if (!isBoolean(relaxed, fluent) && (always || mayDiffer(relaxed, fluent)) && relaxed.add(fluent, UNKNOWN))
      grew = true
  }
  eachUnequal(relaxed.table, action.precondition, true, unknown)
  return grew
}

/**
 * Calls `found` for the fluents in literals other than "equals a value", which a surprise may leave unknown.
 * In a comparison (`always`) the other side can make a fluent unknown even if it never differs between minds
 * itself.
 */
function eachUnequal(
  table: ArrayLike<number>,
  id: ExpressionId,
  positive: boolean,
  found: (fluent: number, always: boolean) => void,
): void {
  switch (table[id]) {
    case IS:
      if (!positive) found(table[id + 1], false)
      return
    case ISNT:
      if (positive) found(table[id + 1], false)
      return
    case NOT:
      return eachUnequal(table, table[id + 1], !positive, found)
    case IF:
      for (const each of operands(table, id)) {
        eachUnequal(table, each, true, found)
        eachUnequal(table, each, false, found)
      }
      return
    case COMPARE:
      fluentsIn(table, id).forEach((each) => found(each, true))
      for (const each of operands(table, id)) {
        eachUnequal(table, each, true, found)
        eachUnequal(table, each, false, found)
      }
      return
    default:
      for (const each of operands(table, id)) eachUnequal(table, each, positive, found)
  }
}

/** A fluent with a single possible value never differs between minds. */
function mayDiffer(relaxed: RelaxedValues, fluent: number): boolean {
  return relaxed.onlyValue(fluent) === undefined
}

function isBoolean(relaxed: RelaxedValues, fluent: number): boolean {
  return relaxed.has(fluent, FALSE) || relaxed.has(fluent, TRUE)
}
