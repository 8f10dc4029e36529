/**
 * Surprise (D13): which beliefs are corrected before an act can happen in a mind that thought it impossible.
 *
 * `literalsOf` lists the literals of those ways of satisfying a condition that are really satisfied in a
 * state. The definition speaks of the clauses of a disjunctive normal form. The literals of all true clauses
 * together are found in one walk over the formula (a conjunction contributes all its parts, a disjunction its
 * true parts), so the normal form, which may be exponential, is never built.
 */
import {
  AND,
  ARITH,
  BELIEVES,
  COMPARE,
  CONST,
  FLUENT,
  IF,
  IS,
  ISNT,
  KNOWS,
  type ExpressionId,
  NOT,
  OR,
  PRODUCT,
  SUM,
} from "../task/expressions.js"
import { evaluate, truth } from "./evaluate.js"
import type { StateId, StateSpace } from "./space.js"
import { BEYOND, FALSE, TRUE, UNKNOWN, type ValueId } from "../task/values.js"

/**
 * A literal about one fluent, read along `chain` from a mind. Where it is false, a surprise sets the fluent
 * to `repair`.
 */
export interface Literal {
  readonly chain: readonly number[]
  readonly fluent: number
  readonly repair: ValueId
  /** Equalities come before the other literals on the same fluent. */
  readonly isEquality: boolean
  readonly test: Test
}

/**
 * Either "the fluent equals (or does not equal) a value", or a whole comparison, read after `steps` believers
 * of the chain.
 */
type Test =
  | { readonly kind: "value"; readonly equals: boolean; readonly value: ValueId }
  | {
      readonly kind: "comparison"
      readonly id: ExpressionId
      readonly wanted: boolean
      readonly steps: number
    }

interface Walk {
  readonly space: StateSpace
  readonly found: Literal[]
}

/**
 * The literals of the true clauses of a condition in `state`, in the order in which a surprise repairs them.
 */
export function literalsOf(space: StateSpace, id: ExpressionId, state: StateId): readonly Literal[] {
  const walk: Walk = { space, found: [] }
  collect(walk, id, true, state, [], false)
  return walk.found.sort((a, b) => inOrder(space, a, b))
}

/** Whether the literal holds in this mind: TRUE, FALSE or BEYOND. */
export function literalHolds(space: StateSpace, { chain, fluent, test }: Literal, state: StateId): ValueId {
  if (test.kind === "value") {
    const value = readAt(space, state, chain, fluent)
    return value === BEYOND ? BEYOND : (value === test.value) === test.equals ? TRUE : FALSE
  }
  const mind = mindAlong(space, state, chain, test.steps)
  const value = mind < 0 ? BEYOND : truth(space, test.id, mind)
  return value === BEYOND ? BEYOND : (value === TRUE) === test.wanted ? TRUE : FALSE
}

function inOrder(space: StateSpace, a: Literal, b: Literal): number {
  if (a.chain.length !== b.chain.length) return a.chain.length - b.chain.length
  for (let i = 0; i < a.chain.length; i++) if (a.chain[i] !== b.chain[i]) return a.chain[i] - b.chain[i]
  return space.task.rank[a.fluent] - space.task.rank[b.fluent] || Number(b.isEquality) - Number(a.isEquality)
}

function collect(
  walk: Walk,
  id: ExpressionId,
  wanted: boolean,
  state: StateId,
  chain: readonly number[],
  doubt: boolean,
): void {
  const table = walk.space.task.expressions
  const value = state < 0 ? BEYOND : truth(walk.space, id, state)
  if (value !== BEYOND && (value === TRUE) !== wanted) return
  const uncertain = doubt || value === BEYOND
  switch (table[id]) {
    case CONST:
      return
    case FLUENT:
      return equal(walk, chain, table[id + 1], wanted ? TRUE : FALSE, uncertain)
    case IS:
    case ISNT:
      return fixed(walk, table[id + 1], table[id + 2], (table[id] === IS) === wanted, chain, uncertain)
    case BELIEVES:
      return collect(
        walk,
        table[id + 2],
        wanted,
        mindOf(walk, state, table[id + 1]),
        [...chain, table[id + 1]],
        uncertain,
      )
    case NOT:
      return collect(walk, table[id + 1], !wanted, state, chain, uncertain)
    case AND:
    case OR:
      for (let i = 0; i < table[id + 1]; i++)
        collect(walk, table[id + 2 + i], wanted, state, chain, uncertain)
      return
    case IF:
      return branches(walk, id, wanted, state, chain, uncertain)
    case COMPARE:
      return comparison(walk, id, wanted, state, chain, uncertain)
    case KNOWS:
      return knowing(walk, id, wanted, chain, uncertain)
    default:
      return
  }
}

function mindOf(walk: Walk, state: StateId, character: number): StateId {
  return state < 0 ? -1 : walk.space.belief(state, character)
}

/** `fluent == value` or `fluent != value`, for a value written in the text. */
function fixed(
  walk: Walk,
  fluent: number,
  value: ValueId,
  equals: boolean,
  chain: readonly number[],
  uncertain: boolean,
): void {
  if (equals) return equal(walk, chain, fluent, value, uncertain)
  if (value === TRUE || value === FALSE)
    return equal(walk, chain, fluent, value === TRUE ? FALSE : TRUE, uncertain)
  walk.found.push({
    chain,
    fluent,
    repair: uncertain ? BEYOND : unequal(walk.space, chain, fluent, value),
    isEquality: false,
    test: { kind: "value", equals: false, value },
  })
}

/** What makes a fluent other than a value: who is taken to have an answer has it as it is (D40). */
function unequal({ task }: StateSpace, chain: readonly number[], fluent: number, value: ValueId): ValueId {
  const isAnswered = value === UNKNOWN && chain.length > 0 && task.open.some((each) => each.fluent === fluent)
  return isAnswered ? task.values.asItIs : UNKNOWN
}

function knowing(
  walk: Walk,
  id: ExpressionId,
  wanted: boolean,
  chain: readonly number[],
  uncertain: boolean,
): void {
  const { expressions: table, values } = walk.space.task
  walk.found.push({
    chain: [...chain, table[id + 1]],
    fluent: table[id + 2],
    repair: uncertain ? BEYOND : wanted ? values.asItIs : UNKNOWN,
    isEquality: false,
    test: { kind: "comparison", id, wanted, steps: chain.length },
  })
}

function equal(
  walk: Walk,
  chain: readonly number[],
  fluent: number,
  value: ValueId,
  uncertain: boolean,
): void {
  walk.found.push({
    chain,
    fluent,
    repair: uncertain ? BEYOND : value,
    isEquality: true,
    test: { kind: "value", equals: true, value },
  })
}

/**
 * A boolean conditional: the conditions passed over are false, the one taken is true, and its body is as
 * wanted.
 */
function branches(
  walk: Walk,
  id: ExpressionId,
  wanted: boolean,
  state: StateId,
  chain: readonly number[],
  uncertain: boolean,
): void {
  passConditions(walk, id, state, chain, uncertain, (body, doubt) =>
    collect(walk, body, wanted, state, chain, doubt),
  )
}

/**
 * Collects the conditions that lead to the branch taken, and calls `take` with its body. Where it is beyond
 * whether a branch is taken, both it and the later ones may be taken, and all of them are in doubt.
 */
function passConditions(
  walk: Walk,
  id: ExpressionId,
  state: StateId,
  chain: readonly number[],
  uncertain: boolean,
  take: (body: ExpressionId, doubt: boolean) => void,
): void {
  const table = walk.space.task.expressions
  const end = id + 2 + 2 * table[id + 1]
  let doubt = uncertain
  for (let i = id + 2; i < end; i += 2) {
    const holds = state < 0 ? BEYOND : truth(walk.space, table[i], state)
    doubt ||= holds === BEYOND
    if (holds !== FALSE) collect(walk, table[i], true, state, chain, doubt)
    if (holds !== TRUE) collect(walk, table[i], false, state, chain, doubt)
    if (holds !== FALSE) take(table[i + 1], doubt)
    if (holds === TRUE) return
  }
  take(table[end], doubt)
}

function comparison(
  walk: Walk,
  id: ExpressionId,
  wanted: boolean,
  state: StateId,
  chain: readonly number[],
  uncertain: boolean,
): void {
  const table = walk.space.task.expressions
  const left = table[id + 2]
  const right = table[id + 3]
  if (table[id + 1] > 1 || (isNumeric(walk.space, left) && isNumeric(walk.space, right))) {
    return numeric(walk, id, wanted, state, chain, uncertain)
  }
  const equals = (table[id + 1] === 0) === wanted
  const target = targetOf(walk.space, left) ?? targetOf(walk.space, right)
  const other = targetOf(walk.space, left) ? right : left
  if (target === undefined) {
    settleSide(walk, left, state, chain, uncertain)
    return settleSide(walk, right, state, chain, uncertain)
  }
  const value = state < 0 ? BEYOND : evaluate(walk.space, other, state)
  fixed(walk, target.fluent, value, equals, [...chain, ...target.chain], uncertain || value === BEYOND)
  settleSide(walk, other, state, chain, uncertain)
}

/** The literals by which one side of a comparison has the value that it has. */
function settleSide(
  walk: Walk,
  id: ExpressionId,
  state: StateId,
  chain: readonly number[],
  uncertain: boolean,
): void {
  const { space } = walk
  const table = space.task.expressions
  const target = targetOf(space, id)
  if (target !== undefined) {
    const value = state < 0 ? BEYOND : evaluate(space, id, state)
    return equal(walk, [...chain, ...target.chain], target.fluent, value, uncertain || value === BEYOND)
  }
  if (table[id] === CONST) return
  if (table[id] === IF) {
    return passConditions(walk, id, state, chain, uncertain, (body, doubt) =>
      settleSide(walk, body, state, chain, doubt),
    )
  }
  const holds = state < 0 ? BEYOND : truth(space, id, state)
  if (holds !== FALSE) collect(walk, id, true, state, chain, uncertain)
  if (holds !== TRUE) collect(walk, id, false, state, chain, uncertain)
}

/** A comparison of numbers gives one literal for every fluent in it, solved for that fluent. */
function numeric(
  walk: Walk,
  id: ExpressionId,
  wanted: boolean,
  state: StateId,
  chain: readonly number[],
  uncertain: boolean,
): void {
  const table = walk.space.task.expressions
  const exact = (table[id + 1] === 0 && wanted) || (table[id + 1] === 1 && !wanted)
  const targets: Gathering["targets"] = new Map()
  const gathering: Gathering = { walk, state, chain, targets }
  gather(gathering, table[id + 2], [], uncertain)
  if (table[id + 4] === 0) gather(gathering, table[id + 3], [], uncertain)
  for (const { chain: inner, fluent, doubt } of targets.values()) {
    const repair = doubt ? BEYOND : exact ? readAt(walk.space, state, inner, fluent) : UNKNOWN
    const test = { kind: "comparison", id, wanted, steps: chain.length } as const
    walk.found.push({ chain: [...chain, ...inner], fluent, repair, isEquality: exact, test })
  }
}

interface Target {
  readonly chain: readonly number[]
  readonly fluent: number
}

function readAt(space: StateSpace, state: StateId, chain: readonly number[], fluent: number): ValueId {
  const mind = mindAlong(space, state, chain, chain.length)
  return mind < 0 ? BEYOND : space.valueOf(mind, fluent)
}

function mindAlong(space: StateSpace, state: StateId, chain: readonly number[], steps: number): StateId {
  let mind = state
  for (let i = 0; i < steps && mind >= 0; i++) mind = space.belief(mind, chain[i])
  return mind
}

/** A fluent, perhaps within beliefs; undefined for anything else. */
function targetOf(space: StateSpace, id: ExpressionId): Target | undefined {
  const table = space.task.expressions
  const chain: number[] = []
  let at = id
  while (table[at] === BELIEVES) {
    chain.push(table[at + 1])
    at = table[at + 2]
  }
  return table[at] === FLUENT ? { chain, fluent: table[at + 1] } : undefined
}

interface Gathering {
  readonly walk: Walk
  readonly state: StateId
  readonly chain: readonly number[]
  /** `doubt`: it is beyond whether the comparison reads the fluent at all. */
  readonly targets: Map<string, Target & { readonly doubt: boolean }>
}

/**
 * Collects every fluent in a numeric formula; of a conditional, those in the branch really taken and the
 * conditions that lead there.
 */
function gather(gathering: Gathering, id: ExpressionId, inner: readonly number[], doubt: boolean): void {
  const { walk, targets } = gathering
  const table = walk.space.task.expressions
  switch (table[id]) {
    case FLUENT: {
      const key = [...inner, table[id + 1]].join(" ")
      targets.set(key, {
        chain: inner,
        fluent: table[id + 1],
        doubt: doubt && (targets.get(key)?.doubt ?? true),
      })
      return
    }
    case BELIEVES:
      return gather(gathering, table[id + 2], [...inner, table[id + 1]], doubt)
    case ARITH:
      gather(gathering, table[id + 2], inner, doubt)
      return gather(gathering, table[id + 3], inner, doubt)
    case SUM:
    case PRODUCT:
      for (let i = 0; i < table[id + 1]; i++) gather(gathering, table[id + 2 + i], inner, doubt)
      return
    case IF: {
      const state = mindAlong(walk.space, gathering.state, inner, inner.length)
      const chain = [...gathering.chain, ...inner]
      return passConditions(walk, id, state, chain, doubt, (body, unsure) =>
        gather(gathering, body, inner, unsure),
      )
    }
    default:
      return
  }
}

/** Whether a formula is built only from numbers, numeric fluents and arithmetic. */
function isNumeric(space: StateSpace, id: ExpressionId): boolean {
  const { expressions: table, values, fluents } = space.task
  switch (table[id]) {
    case CONST:
      return values.isNumber(table[id + 1]) || table[id + 1] === UNKNOWN
    case FLUENT:
      return fluents[table[id + 1]].type === "number"
    case BELIEVES:
      return isNumeric(space, table[id + 2])
    case ARITH:
      return isNumeric(space, table[id + 2]) && isNumeric(space, table[id + 3])
    case SUM:
    case PRODUCT:
      for (let i = 0; i < table[id + 1]; i++) if (!isNumeric(space, table[id + 2 + i])) return false
      return true
    case IF: {
      const end = id + 2 + 2 * table[id + 1]
      for (let i = id + 3; i < end; i += 2) if (!isNumeric(space, table[i])) return false
      return isNumeric(space, table[end])
    }
    default:
      return false
  }
}
