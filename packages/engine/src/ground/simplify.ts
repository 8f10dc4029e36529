/**
 * Task simplification, the last stage of grounding: constants are folded into the formulas, fluents that
 * nothing reads are left out, and the rest are renumbered.
 */
import type { Problem, Slices } from "@dramaturg/model"
import type { ValueId } from "../task/values.js"
import {
  AND,
  ARITH,
  ARITHMETIC,
  BELIEVES,
  ExpressionBuilder,
  COMPARE,
  CONST,
  FLUENT,
  fluentsIn,
  IF,
  IS,
  ISNT,
  KNOWS,
  nesting,
  type ExpressionId,
  expressionsIn,
  NOT,
  OPERATORS,
  operands,
  OR,
  PAYS,
  PRODUCT,
  SUM,
  WRITTEN,
} from "../task/expressions.js"
import type { Instantiation } from "./instantiate.js"
import type { Reached } from "./reach.js"
import type { RelaxedValues } from "./relaxed-values.js"
import type { StatedBelief } from "./start.js"
import type { Action, Atom, Belief, Fluent, GroundEvent, OpenFluent, Task, Trigger } from "../task/task.js"

/** The task of the reached events, with constants folded and irrelevant fluents left out. */
export function* simplify(
  context: Instantiation,
  start: StatedBelief,
  reached: Reached,
  utilities: readonly ExpressionId[],
  wondered: readonly OpenFluent[],
): Slices<Task> {
  const folding = new Folding(context, reached)
  const actions: Action[] = []
  for (const each of reached.actions) {
    const folded = folding.action(each)
    if (folded !== undefined) actions.push(folded)
    yield
  }
  const triggers: Trigger[] = []
  for (const each of reached.triggers) {
    const folded = folding.event(each)
    if (folded !== undefined) triggers.push(folded)
    yield
  }
  const open = wondered.map(({ fluent, possible }) => ({
    fluent,
    possible: possible.map(({ value, might }) => ({ value, might: folding.expression(might) })),
  }))
  const kept = utilities.map((each) => folding.expression(each))
  yield
  const relevant = relevantFluents(folding.builder.table, actions, triggers, kept, open)
  yield
  const task = renumber(context, folding.builder, start, relevant, actions, triggers, kept, open)
  if (open.length === 0) return task
  return { ...task, ceilings: utilities.map((each) => reached.relaxed.highest(each)) }
}

/**
 * Adds the fluents that a precondition compares with something that can change. Even if they never change
 * themselves they stay fluents: a surprise settles both sides of a comparison and must still tell the sides
 * apart (D13).
 */
function addCompared(relaxed: RelaxedValues, id: ExpressionId, found: Set<number>): void {
  const { table } = relaxed
  if (table[id] === COMPARE) {
    const mentioned = [...fluentsIn(table, id)]
    if (mentioned.some((each) => relaxed.onlyValue(each) === undefined))
      mentioned.forEach((each) => found.add(each))
  }
  for (const each of operands(table, id)) addCompared(relaxed, each, found)
}

/** Copies expressions of the first table into a second one in which constant fluents are values. */
class Folding {
  readonly builder: ExpressionBuilder
  readonly #table: readonly number[]
  readonly #reached: Reached
  readonly #kept = new Set<number>()
  readonly #known = new Map<ExpressionId, ExpressionId>()
  readonly #knownLists = new Map<readonly ExpressionId[], readonly ExpressionId[]>()

  constructor(context: Instantiation, reached: Reached) {
    this.builder = new ExpressionBuilder(context.values, false)
    this.#table = context.builder.table
    this.#reached = reached
    for (const { precondition } of reached.actions) addCompared(reached.relaxed, precondition, this.#kept)
  }

  action(action: Action): Action | undefined {
    const event = this.event(action)
    return event && { ...action, ...event, observing: this.#list(action.observing) }
  }

  event(event: Trigger): Trigger | undefined {
    const precondition = this.expression(event.precondition)
    if (this.builder.isNever(precondition)) return undefined
    const atoms = event.atoms
      .filter((each) => this.#valueOf(each.fluent) === undefined)
      .map(
        (each): Atom => ({
          ...each,
          condition: this.expression(each.condition),
          value: this.expression(each.value),
        }),
      )
      .filter((each) => !this.builder.isNever(each.condition))
    return { ...event, precondition, atoms }
  }

  expression(id: ExpressionId): ExpressionId {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const folded = this.#fold(id)
    this.#known.set(id, folded)
    return folded
  }

  /** Many actions share one list of observation conditions, so the result is shared too. */
  #list(ids: readonly ExpressionId[]): readonly ExpressionId[] {
    const known = this.#knownLists.get(ids)
    if (known !== undefined) return known
    const folded = ids.map((each) => this.expression(each))
    this.#knownLists.set(ids, folded)
    return folded
  }

  #valueOf(fluent: number): ValueId | undefined {
    return this.#kept.has(fluent) ? undefined : this.#reached.relaxed.onlyValue(fluent)
  }

  #fluent(fluent: number): ExpressionId {
    const value = this.#valueOf(fluent)
    return value === undefined ? this.builder.fluent(fluent) : this.builder.constant(value)
  }

  #fold(id: ExpressionId): ExpressionId {
    const table = this.#table
    const { builder } = this
    const at = (i: number): ExpressionId => this.expression(table[id + i])
    const list = (): readonly ExpressionId[] => operands(table, id).map((each) => this.expression(each))
    switch (table[id]) {
      case CONST:
        return builder.constant(table[id + 1])
      case FLUENT:
        return this.#fluent(table[id + 1])
      case IS:
      case ISNT:
        return builder.compare(
          table[id] === IS ? "==" : "!=",
          this.#fluent(table[id + 1]),
          builder.constant(table[id + 2]),
          false,
        )
      case BELIEVES:
        return builder.believes(table[id + 1], at(2))
      case KNOWS:
        return builder.knows(table[id + 1], table[id + 2])
      case PAYS:
        return builder.pays(table[id + 1])
      case WRITTEN:
        return builder.written(at(1), 0, () => table[id + 2] === 1)
      case NOT:
        return builder.not(at(1))
      case AND:
        return builder.and(list())
      case OR:
        return builder.or(list())
      case COMPARE:
        return builder.compare(OPERATORS[table[id + 1]], at(2), at(3), table[id + 4] === 1)
      case ARITH:
        return builder.arithmetic(ARITHMETIC[table[id + 1]], at(2), at(3))
      case IF: {
        const parts = list()
        const branches: (readonly [ExpressionId, ExpressionId])[] = []
        for (let i = 0; i + 1 < parts.length; i += 2) branches.push([parts[i], parts[i + 1]])
        return builder.conditional(branches, parts[parts.length - 1])
      }
      case SUM:
        return builder.fold(SUM, list())
      default:
        return builder.fold(PRODUCT, list())
    }
  }
}

/**
 * The fluents that some precondition, observation or utility reads, or that decide what such a fluent
 * becomes. Also the fluents on which triggers could disagree for ever, because an endless run of triggers
 * makes an act impossible whatever it is about. Where people may wonder, all that is written: minds are held
 * against one another (D42 M6).
 */
function relevantFluents(
  table: readonly number[],
  actions: readonly Action[],
  triggers: readonly Trigger[],
  utilities: readonly ExpressionId[],
  open: readonly OpenFluent[],
): readonly number[] {
  const events: readonly GroundEvent[] = [...actions, ...triggers]
  const relevant = new Set(contestedFluents(table, triggers))
  for (const each of open) relevant.add(each.fluent)
  if (open.length > 0) for (const { atoms } of events) for (const each of atoms) relevant.add(each.fluent)
  const read = (id: ExpressionId): void => void fluentsIn(table, id, relevant)
  events.forEach((each) => read(each.precondition))
  new Set(actions.flatMap((each) => each.observing)).forEach(read)
  utilities.forEach(read)
  for (const { possible } of open) for (const { might } of possible) read(might)
  for (let size = -1; size !== relevant.size; ) {
    size = relevant.size
    for (const { atoms } of events) {
      for (const atom of atoms) {
        if (!relevant.has(atom.fluent)) continue
        read(atom.condition)
        read(atom.value)
      }
    }
  }
  return [...relevant].sort((a, b) => a - b)
}

/** Fluents that triggers write with more than one constant value. */
function contestedFluents(table: readonly number[], triggers: readonly Trigger[]): readonly number[] {
  const written = new Map<number, ExpressionId>()
  const found: number[] = []
  for (const { fluent, value } of triggers.flatMap((each) => each.atoms)) {
    if (table[value] !== CONST || (written.get(fluent) ?? value) !== value) found.push(fluent)
    written.set(fluent, value)
  }
  return found
}

function renumber(
  context: Instantiation,
  builder: ExpressionBuilder,
  start: StatedBelief,
  relevant: readonly number[],
  actions: readonly Action[],
  triggers: readonly Trigger[],
  utilities: readonly ExpressionId[],
  open: readonly OpenFluent[],
): Task {
  const place = new Map(relevant.map((fluent, i) => [fluent, i]))
  const acting = new Map(actions.map(({ paying }, i) => [paying, i]))
  const table = Int32Array.from(builder.table)
  for (const id of expressionsIn(builder.table)) {
    if (table[id] === FLUENT || table[id] === IS || table[id] === ISNT)
      table[id + 1] = place.get(table[id + 1]) ?? -1
    if (table[id] === KNOWS) table[id + 2] = place.get(table[id + 2]) ?? -1
    if (table[id] === PAYS) table[id + 1] = acting.get(table[id + 1]) ?? -1
  }
  const fluents = relevant.map((each) => context.fluents.fluents[each])
  const isCommon = fluents.map((each) => context.problem.properties[each.property].isCommon === true)
  const event = <T extends GroundEvent>(each: T): T => {
    const placed = each.atoms
      .filter((atom) => place.has(atom.fluent))
      .map((atom) => ({ ...atom, fluent: place.get(atom.fluent)! }))
    const atoms = placed.flatMap((atom) =>
      isCommon[atom.fluent] ? [atom, ...toldToAll(context, atom)] : [atom],
    )
    return {
      ...each,
      atoms,
      ...(atoms.some((atom) => atom.isUnforeseen)
        ? { foreseen: atoms.filter((atom) => !atom.isUnforeseen) }
        : {}),
    }
  }
  const ground = {
    actions: actions.map(event),
    triggers: triggers.map(event).filter((each) => each.atoms.length > 0),
  }
  const preconditions = [...ground.actions, ...ground.triggers].map((each) => each.precondition)
  const reading = new Set([
    ...preconditions,
    ...ground.actions.flatMap((each) => each.observing),
    ...utilities,
  ])
  return {
    problem: context.problem,
    values: context.values,
    characters: [...context.characters.keys()],
    fluents,
    isCommon,
    ceilings: [],
    open: open.map((each) => ({ ...each, fluent: place.get(each.fluent)! })),
    expressions: table,
    ...ground,
    utilities,
    initial: placed(start, place, (fluent) => context.fluents.defaultOf(fluent), relevant),
    rank: ranks(context.problem, fluents),
    readingDepth: nesting(table, reading),
  }
}

/** An event that changes a common property writes it in every character's mind as well (D34). */
function toldToAll(context: Instantiation, atom: Atom): readonly Atom[] {
  return [...context.characters.keys()].map((_, c) => ({ ...atom, chain: [c] }))
}

function placed(
  start: StatedBelief,
  place: ReadonlyMap<number, number>,
  defaultOf: (fluent: number) => ValueId,
  all: readonly number[] = [],
): Belief {
  const values = new Map<number, ValueId>()
  for (const fluent of all) values.set(place.get(fluent)!, defaultOf(fluent))
  for (const [fluent, value] of start.values) if (place.has(fluent)) values.set(place.get(fluent)!, value)
  const children = new Map(
    [...start.children].map(([character, child]) => [character, placed(child, place, defaultOf)]),
  )
  return { values, children }
}

function ranks(problem: Problem, fluents: readonly Fluent[]): readonly number[] {
  const name = (each: Fluent): string => problem.properties[each.property].name
  const order = fluents.map((_, i) => i).sort((a, b) => compareFluents(name, fluents[a], fluents[b]))
  const rank: number[] = []
  order.forEach((fluent, i) => (rank[fluent] = i))
  return rank
}

function compareFluents(name: (each: Fluent) => string, a: Fluent, b: Fluent): number {
  if (name(a) !== name(b)) return name(a) < name(b) ? -1 : 1
  for (let i = 0; i < Math.min(a.arguments.length, b.arguments.length); i++) {
    if (a.arguments[i] !== b.arguments[i]) return a.arguments[i] - b.arguments[i]
  }
  return a.arguments.length - b.arguments.length
}
