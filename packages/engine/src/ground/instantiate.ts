/** Templates with values filled in: formulas become expression ids, effects become atoms. */
import type { Effect, Expression, FluentTemplate, Problem, Term, Value } from "@dramaturg/model"
import { valuesOf } from "@dramaturg/model"
import type { ValueId, ValueTable } from "../task/values.js"
import {
  BELIEVES,
  type ExpressionBuilder,
  type ExpressionId,
  FLUENT,
  fluentsIn,
  PRODUCT,
  SUM,
} from "../task/expressions.js"
import type { FluentTable } from "./fluents.js"
import type { Atom } from "../task/task.js"

/** The values of variables. */
export type Binding = ReadonlyMap<string, Value>

/** Everything that instantiation reads and writes; made once per problem. */
export interface Instantiation {
  readonly problem: Problem
  readonly values: ValueTable
  readonly builder: ExpressionBuilder
  readonly fluents: FluentTable
  readonly characters: ReadonlyMap<string, number>
  /** The value of a fluent that is the same in every mind for ever; undefined for other fluents. */
  readonly constantOf: (fluent: number) => ValueId | undefined
  /** The values of each type, in entity order. */
  readonly typed: Map<string, readonly Value[]>
  readonly budget: InstanceBudget
  /** The event that is being filled in, by number, and whether it asks if it pays (D46). */
  readonly acting: { number: number; isAsked: boolean }
}

/** The most combinations tried for one template, one utility or the start (a few seconds of work). */
const MOST_COMBINATIONS = 2_000_000

/** Thrown inside grounding when a formula has too many combinations of values; it never leaves the engine. */
export class TooMany extends Error {}

/**
 * Bounds the number of instances, so that a world that is too large to ground gets a message instead of
 * running for ever.
 */
export class InstanceBudget {
  #left = MOST_COMBINATIONS

  renew(): void {
    this.#left = MOST_COMBINATIONS
  }

  spend(): void {
    if (--this.#left < 0) throw new TooMany("Too many combinations of values.")
  }
}

/** The binding with one more variable. */
export function bind(binding: Binding, name: string, value: Value): Binding {
  return new Map(binding).set(name, value)
}

/** The values of a type, in entity order. */
export function typedValues(context: Instantiation, type: string): readonly Value[] {
  const known = context.typed.get(type)
  if (known !== undefined) return known
  const values = valuesOf(context.problem, type)
  context.typed.set(type, values)
  return values
}

/** The value of a term. Throws if it is an unbound variable. */
export function valueOfTerm(term: Term, binding: Binding): Value {
  if (term.kind === "constant") return term.value
  const value = binding.get(term.name)
  if (value === undefined)
    throw new Error(`The variable ${term.name} is not bound: a problem must bind every variable it uses.`)
  return value
}

/** The index of the character that a term stands for. Throws if it is not a character. */
export function characterOf(context: Instantiation, term: Term, binding: Binding): number {
  const name = valueOfTerm(term, binding)
  const character = context.characters.get(String(name))
  if (character === undefined)
    throw new Error(`${String(name)} is not a character, so it cannot believe or consent.`)
  return character
}

/** The number of the fluent that a template stands for under a binding. */
export function fluentOf(context: Instantiation, template: FluentTemplate, binding: Binding): number {
  const args = template.arguments.map((each) => context.values.idOf(valueOfTerm(each, binding)))
  return context.fluents.idOf(template.property, args)
}

/** The id of a condition's or value's expression under a binding. */
export function instantiate(context: Instantiation, expression: Expression, binding: Binding): ExpressionId {
  context.budget.spend()
  const { builder } = context
  const go = (each: Expression): ExpressionId => instantiate(context, each, binding)
  switch (expression.kind) {
    case "variable":
    case "constant":
      return builder.constant(context.values.idOf(valueOfTerm(expression, binding)))
    case "fluent":
      return fluentExpression(context, expression, binding)
    case "believes":
      return builder.believes(characterOf(context, expression.character, binding), go(expression.body))
    case "knows":
      return builder.knows(
        characterOf(context, expression.character, binding),
        fluentOf(context, expression.fluent, binding),
      )
    case "pays":
      context.acting.isAsked = true
      return builder.pays(context.acting.number)
    case "not":
      return builder.not(go(expression.body))
    case "and":
      return builder.and(expression.parts.map(go))
    case "or":
      return builder.or(expression.parts.map(go))
    case "if":
      return builder.conditional(
        expression.branches.map(({ condition, body }) => [go(condition), go(body)] as const),
        go(expression.otherwise),
      )
    case "forall":
      return builder.and(overType(context, expression, binding))
    case "exists":
      return builder.or(overType(context, expression, binding))
    case "sum":
      return builder.fold(SUM, overType(context, expression, binding))
    case "product":
      return builder.fold(PRODUCT, overType(context, expression, binding))
    case "compare":
      return comparison(context, expression, binding)
    case "arithmetic":
      return builder.arithmetic(expression.operator, go(expression.left), go(expression.right))
    case "is":
      return typeTest(context, go(expression.body), expression.type)
  }
}

function fluentExpression(context: Instantiation, template: FluentTemplate, binding: Binding): ExpressionId {
  const fluent = fluentOf(context, template, binding)
  const constant = context.constantOf(fluent)
  return constant === undefined ? context.builder.fluent(fluent) : context.builder.constant(constant)
}

function overType(
  context: Instantiation,
  expression: { readonly variable: string; readonly type: string; readonly body: Expression },
  binding: Binding,
): readonly ExpressionId[] {
  return typedValues(context, expression.type).map((value) =>
    instantiate(context, expression.body, bind(binding, expression.variable, value)),
  )
}

/**
 * A comparison of something that changes with a fluent that never does. The fluent is kept, because a
 * surprise settles both sides and must still tell them apart (D13).
 */
function comparison(
  context: Instantiation,
  expression: Expression & { kind: "compare" },
  binding: Binding,
): ExpressionId {
  const { builder } = context
  const both = (each: Instantiation): readonly [ExpressionId, ExpressionId] => [
    instantiate(each, expression.left, binding),
    instantiate(each, expression.right, binding),
  ]
  let [left, right] = both(context)
  if (builder.isConstant(left) !== builder.isConstant(right))
    [left, right] = both({ ...context, constantOf: () => undefined })
  return builder.compare(expression.operator, left, right, isSingle(context, expression))
}

function typeTest(context: Instantiation, id: ExpressionId, type: string): ExpressionId {
  const { builder, values } = context
  return builder.or(
    typedValues(context, type).map((value) =>
      builder.compare("==", id, builder.constant(values.idOf(value)), false),
    ),
  )
}

/**
 * D13: a comparison with a bare number fluent on the left and no variable anywhere is repaired on its left
 * side only.
 */
function isSingle(context: Instantiation, expression: Expression & { kind: "compare" }): boolean {
  const { left } = expression
  if (left.kind !== "fluent" || context.problem.properties[left.property].type !== "number") return false
  return !mentionsVariable(expression.left) && !mentionsVariable(expression.right)
}

function mentionsVariable(expression: Expression): boolean {
  switch (expression.kind) {
    case "variable":
      return true
    case "constant":
    case "pays":
      return false
    case "fluent":
      return expression.arguments.some((each) => each.kind === "variable")
    case "believes":
      return expression.character.kind === "variable" || mentionsVariable(expression.body)
    case "knows":
      return expression.character.kind === "variable" || mentionsVariable(expression.fluent)
    case "not":
    case "is":
      return mentionsVariable(expression.body)
    case "and":
    case "or":
      return expression.parts.some(mentionsVariable)
    case "if":
      return (
        expression.branches.some(
          ({ condition, body }) => mentionsVariable(condition) || mentionsVariable(body),
        ) || mentionsVariable(expression.otherwise)
      )
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return true
    case "compare":
    case "arithmetic":
      return mentionsVariable(expression.left) || mentionsVariable(expression.right)
  }
}

/**
 * The same atoms as they are written: of an open fluent (D40), as it is can be what is written as the fluent
 * itself, or as what somebody believes of it, in the mind of one believer within the one where it is read.
 * Anything else that reads as it is is written as unknown.
 */
export function writtenAtoms(context: Instantiation, atoms: readonly Atom[]): readonly Atom[] {
  const { table } = context.builder
  const readsOpen = (value: ExpressionId): boolean =>
    [...fluentsIn(table, value)].some((each) => isOpen(context, each))
  return atoms.map((each) =>
    isOpen(context, each.fluent) || readsOpen(each.value)
      ? { ...each, value: writtenOf(context, each) }
      : each,
  )
}

export function isOpen({ problem, fluents }: Instantiation, fluent: number): boolean {
  return problem.properties[fluents.fluents[fluent].property].isOpen === true
}

function writtenOf({ builder }: Instantiation, { chain, outer, fluent, value }: Atom): ExpressionId {
  const { table } = builder
  const isNext = chain.length === outer + 1
  return builder.written(value, outer, (id) => {
    const inner = table[id] === BELIEVES ? table[id + 2] : id
    return isNext && table[inner] === FLUENT && table[inner + 1] === fluent
  })
}

/** Where an effect occurs: under which condition, in whose mind. */
interface Place {
  readonly condition: ExpressionId
  readonly chain: readonly number[]
  readonly isUnforeseen?: true
}

/** The atoms of an effect, in source order. */
export function atomsOf(context: Instantiation, effect: Effect, binding: Binding): readonly Atom[] {
  const atoms: Atom[] = []
  gather(context, effect, binding, { condition: context.builder.true, chain: [] }, atoms)
  return atoms
}

function gather(context: Instantiation, effect: Effect, binding: Binding, place: Place, atoms: Atom[]): void {
  context.budget.spend()
  const { builder } = context
  if (builder.isNever(place.condition)) return
  switch (effect.kind) {
    case "assign": {
      const believers = effect.believers.map((each) => characterOf(context, each, binding))
      atoms.push({
        condition: place.condition,
        chain: [...place.chain, ...believers],
        outer: place.chain.length,
        fluent: fluentOf(context, effect.fluent, binding),
        value: inMind(context, place.chain, instantiate(context, effect.value, binding)),
        ...(place.isUnforeseen ? { isUnforeseen: true } : {}),
      })
      return
    }
    case "all":
      for (const part of effect.parts) gather(context, part, binding, place, atoms)
      return
    case "forall":
      for (const value of typedValues(context, effect.type)) {
        gather(context, effect.body, bind(binding, effect.variable, value), place, atoms)
      }
      return
    case "believes": {
      const chain = [...place.chain, characterOf(context, effect.character, binding)]
      gather(context, effect.body, binding, { ...place, chain }, atoms)
      return
    }
    case "unforeseen":
      gather(context, effect.body, binding, { ...place, isUnforeseen: true }, atoms)
      return
    case "if":
      if (effect.otherwise === undefined) gatherBranches(context, effect, binding, place, atoms)
      else atoms.push(...merged(context, effect, binding, place))
  }
}

type Choice = Effect & { kind: "if" }

function gatherBranches(
  context: Instantiation,
  effect: Choice,
  binding: Binding,
  place: Place,
  atoms: Atom[],
): void {
  const { builder } = context
  let passed: readonly ExpressionId[] = [place.condition]
  for (const branch of effect.branches) {
    const condition = inMind(context, place.chain, instantiate(context, branch.condition, binding))
    gather(context, branch.body, binding, { ...place, condition: builder.and([...passed, condition]) }, atoms)
    passed = [...passed, builder.not(condition)]
  }
}

/**
 * The atoms of a conditional of which one branch is always taken. Where all branches write the same fluent,
 * there is one atom with a conditional value. So it is known that the fluent is written, and perhaps with
 * which value, even where it is beyond which branch is taken (D20).
 */
function merged(context: Instantiation, effect: Choice, binding: Binding, place: Place): readonly Atom[] {
  const { builder } = context
  const bodies = [...effect.branches.map((each) => each.body), effect.otherwise!]
  const lists = bodies.map((body) => {
    const list: Atom[] = []
    gather(context, body, binding, { ...place, condition: builder.true }, list)
    return list
  })
  const shared = sharedBy(context, lists)
  const conditions = effect.branches.map((each) =>
    inMind(context, place.chain, instantiate(context, each.condition, binding)),
  )
  const together = shared.map(
    (each): Atom => ({
      ...each[0],
      condition: place.condition,
      value: chosenOf(
        context,
        conditions,
        each.map(({ value }) => value),
      ),
    }),
  )
  const others = lists.flatMap((list, i) => {
    const taken = [
      place.condition,
      ...conditions.slice(0, i).map((each) => builder.not(each)),
      ...conditions.slice(i, i + 1),
    ]
    const rest = list.filter((each) => !shared.some((one) => one[i] === each))
    return rest.map((each): Atom => ({ ...each, condition: builder.and([...taken, each.condition]) }))
  })
  return [...together, ...others].filter((each) => !builder.isNever(each.condition))
}

/**
 * For each place that all branches certainly write, the atom of each branch. All places count if the branches
 * write the same ones in the same order, otherwise only those outside minds.
 */
function sharedBy(
  { builder, fluents, problem }: Instantiation,
  lists: readonly (readonly Atom[])[],
): readonly (readonly Atom[])[] {
  const [first] = lists
  const isSure = (each: Atom): boolean => each.condition === builder.true
  if (
    lists.every(
      (list) => list.length === first.length && list.every((each, i) => isSure(each) && isAt(each, first[i])),
    )
  ) {
    return first.map((_, k) => lists.map((list) => list[k]))
  }
  return first.flatMap((atom) => {
    if (atom.chain.length > 0 || problem.properties[fluents.fluents[atom.fluent].property].isCommon === true)
      return []
    const there = lists.map((list) =>
      list.filter((each) => each.chain.length === 0 && each.fluent === atom.fluent),
    )
    return there.every((each) => each.length === 1 && isSure(each[0]) && isAt(each[0], atom))
      ? [there.map(([one]) => one)]
      : []
  })
}

function chosenOf(
  { builder }: Instantiation,
  conditions: readonly ExpressionId[],
  values: readonly ExpressionId[],
): ExpressionId {
  if (values.every((each) => each === values[0])) return values[0]
  return builder.conditional(
    conditions.map((condition, i) => [condition, values[i]] as const),
    values[values.length - 1],
  )
}

function isAt(one: Atom, other: Atom): boolean {
  return (
    one.fluent === other.fluent &&
    one.isUnforeseen === other.isUnforeseen &&
    one.outer === other.outer &&
    one.chain.join() === other.chain.join()
  )
}

function inMind(context: Instantiation, chain: readonly number[], id: ExpressionId): ExpressionId {
  return chain.reduceRight((inner, character) => context.builder.believes(character, inner), id)
}
