/**
 * The literals that a surprise repairs (D13).
 *
 * A clause of the disjunctive normal form that is true in a world is a choice of true alternatives, so the
 * literals of all true clauses together are found by walking the formula: every part of a conjunction, the
 * true parts of a disjunction. Negation travels along as `wanted: false`.
 */
import { asItIs } from "@dramaturg/model"
import { type Cell, beyond } from "./facts.js"
import { type Branch, type Formula, type Setting, isOpenIn } from "./formula.js"
import { type Reader, reader } from "./read.js"
import { type World, mindAlong, valueAlong } from "./world.js"

export interface Literal {
  readonly chain: readonly number[]
  readonly fluent: number
  /** What it becomes where the literal is false. */
  readonly repair: Cell
  readonly isEquality: boolean
  /** Is the literal true in this mind? */
  readonly test: Reader
}

/** Where the walk stands: a formula at the end of a chain of minds of `world`, and what it should be. */
interface Walk {
  readonly setting: Setting
  readonly world: World
  readonly chain: readonly number[]
  readonly wanted: boolean
  /** Whether it is beyond if this part is satisfied. */
  readonly doubt: boolean
}

/**
 * The literals of every true clause of a precondition in `world`, in the order of repair. `holds`: that it
 * holds is known.
 */
export function literalsOf(
  setting: Setting,
  precondition: Formula,
  world: World,
  holds: boolean,
): readonly Literal[] {
  const walk = { setting, world, chain: [], wanted: true, doubt: false }
  const parts = holds && precondition.kind === "and" ? precondition.parts : [precondition]
  const literals = parts.flatMap((each) => collect(walk, each))
  return [...literals].sort((a, b) => inOrder(setting, a, b))
}

function collect(walk: Walk, formula: Formula): readonly Literal[] {
  const value = valueAt(walk, formula)
  if (value !== beyond && (value === true) !== walk.wanted) return []
  const here = { ...walk, doubt: walk.doubt || value === beyond }
  switch (formula.kind) {
    case "value":
    case "arithmetic":
    case "pays":
    case "written":
      return []
    case "knows":
      return [knowing(here, formula)]
    case "fluent":
      return [becomes(here, walk.chain, formula.fluent, walk.wanted)]
    case "believes":
      return collect({ ...here, chain: [...walk.chain, formula.character] }, formula.body)
    case "not":
      return collect({ ...here, wanted: !walk.wanted }, formula.body)
    case "and":
    case "or":
      return formula.parts.flatMap((part) => collect(here, part))
    case "if": {
      const { passed, taken } = chosen(here, formula)
      return [...passed, ...taken.flatMap((each) => collect({ ...here, doubt: each.doubt }, each.body))]
    }
    case "compare":
      return isOrdering(formula) ||
        (isNumeric(walk.setting, formula.left) && isNumeric(walk.setting, formula.right))
        ? numbers(here, formula)
        : equality(here, formula)
  }
}

function valueAt({ world, chain }: Walk, formula: Formula): Cell {
  const mind = mindAlong(world, chain)
  return mind === undefined ? beyond : reader(formula)(mind)
}

/** `fluent == value`. */
function becomes({ doubt }: Walk, chain: readonly number[], fluent: number, value: Cell): Literal {
  const test: Reader = (mind) => {
    const found = valueAlong(mind, chain, fluent)
    return found === beyond || value === beyond ? beyond : found === value
  }
  return { chain, fluent, repair: doubt ? beyond : value, isEquality: true, test }
}

/** `fluent != value`; for truth values the same as "equals the other". */
function differs(walk: Walk, chain: readonly number[], fluent: number, value: Cell): Literal {
  if (typeof value === "boolean") return becomes(walk, chain, fluent, !value)
  const { test } = becomes(walk, chain, fluent, value)
  const negated: Reader = (mind) => {
    const same = test(mind)
    return same === beyond ? beyond : same !== true
  }
  const isAnswered = value === null && chain.length > 0 && isOpenIn(walk.setting, fluent)
  const repair = isAnswered ? asItIs : null
  return { chain, fluent, repair: walk.doubt ? beyond : repair, isEquality: false, test: negated }
}

/** Who is seen to act on an answer is taken to have one (D40, *Surprise*). */
function knowing(walk: Walk, formula: Formula & { kind: "knows" }): Literal {
  const holds = reader(formula)
  const test: Reader = (mind) => {
    const there = mindAlong(mind, walk.chain)
    const value = there === undefined ? beyond : holds(there)
    return value === beyond ? beyond : value === walk.wanted
  }
  return {
    chain: [...walk.chain, formula.character],
    fluent: formula.fluent,
    repair: walk.doubt ? beyond : walk.wanted ? asItIs : null,
    isEquality: false,
    test,
  }
}

/** A body that a conditional may come to; `doubt`: it is beyond whether it does. */
interface Taken {
  readonly body: Formula
  readonly doubt: boolean
}

/**
 * The conditions that lead to the branch of a conditional that is taken, and its body. Where it is beyond
 * whether a condition holds, this branch or a later one may be taken, and everything from there on is in
 * doubt, even if all bodies have the same value.
 */
function chosen(
  walk: Walk,
  formula: Formula & { kind: "if" },
): { passed: readonly Literal[]; taken: readonly Taken[] } {
  const passed: Literal[] = []
  const taken: Taken[] = []
  let { doubt } = walk
  for (const { condition, body } of formula.branches as readonly Branch[]) {
    const holds = valueAt(walk, condition)
    doubt ||= holds === beyond
    if (holds === true || holds === beyond) {
      passed.push(...collect({ ...walk, doubt, wanted: true }, condition))
      taken.push({ body, doubt })
    }
    if (holds === true) return { passed, taken }
    passed.push(...collect({ ...walk, doubt, wanted: false }, condition))
  }
  return { passed, taken: [...taken, { body: formula.otherwise, doubt }] }
}

type Compare = Formula & { kind: "compare" }

function isOrdering({ operator }: Compare): boolean {
  return operator !== "==" && operator !== "!="
}

/**
 * (In)equality of sides that are not both numbers: one fluent against the value of the other side, and the
 * other side settled.
 */
function equality(walk: Walk, formula: Compare): readonly Literal[] {
  const { left, right } = formula
  const [one, other] = targetOf(left) === undefined ? [right, left] : [left, right]
  const target = targetOf(one)
  if (target === undefined) return [...settled(walk, left), ...settled(walk, right)]
  const value = valueAt(walk, other)
  const here = { ...walk, doubt: walk.doubt || value === beyond }
  const same = (formula.operator === "==") === walk.wanted
  const chain = [...walk.chain, ...target.chain]
  return [
    same ? becomes(here, chain, target.fluent, value) : differs(here, chain, target.fluent, value),
    ...settled(here, other),
  ]
}

/** The literals by which a formula has the value it has. */
function settled(walk: Walk, formula: Formula): readonly Literal[] {
  const target = targetOf(formula)
  if (target !== undefined) {
    const value = valueAt(walk, formula)
    return [
      becomes(
        { ...walk, doubt: walk.doubt || value === beyond },
        [...walk.chain, ...target.chain],
        target.fluent,
        value,
      ),
    ]
  }
  if (formula.kind === "if") {
    const { passed, taken } = chosen(walk, formula)
    return [...passed, ...taken.flatMap((each) => settled({ ...walk, doubt: each.doubt }, each.body))]
  }
  if (formula.kind === "value") return []
  const value = valueAt(walk, formula)
  return [true, false]
    .filter((each) => value === beyond || (value === true) === each)
    .flatMap((wanted) => collect({ ...walk, wanted }, formula))
}

/** A comparison of numbers is a literal about each of its fluents. */
function numbers(walk: Walk, formula: Compare): readonly Literal[] {
  const holds = reader(formula)
  const test: Reader = (mind) => {
    const there = mindAlong(mind, walk.chain)
    const value = there === undefined ? beyond : holds(there)
    return value === beyond ? beyond : (value === true) === walk.wanted
  }
  const isEquality = (formula.operator === "==" && walk.wanted) || (formula.operator === "!=" && !walk.wanted)
  const sides = formula.single ? [formula.left] : [formula.left, formula.right]
  const { targets, conditions } = fluentsOf(walk, sides)
  const literals = targets.map(({ chain, fluent, doubt }): Literal => {
    const truth: Cell = isEquality ? valueAlong(walk.world, chain, fluent) : null
    return { chain, fluent, repair: doubt ? beyond : truth, isEquality, test }
  })
  return [...conditions, ...literals]
}

interface Target {
  readonly chain: readonly number[]
  readonly fluent: number
}

interface Found {
  readonly targets: readonly (Target & { readonly doubt: boolean })[]
  readonly conditions: readonly Literal[]
}

/**
 * The distinct fluents that numbers are made of, with their full chains; of a conditional, those of the
 * branch taken.
 */
function fluentsOf(walk: Walk, formulas: readonly Formula[]): Found {
  const targets = new Map<string, Found["targets"][number]>()
  const conditions: Literal[] = []
  const add = ({ chain, doubt }: Walk, fluent: number): void => {
    const key = `${chain.join()}:${fluent}`
    targets.set(key, { chain, fluent, doubt: doubt && (targets.get(key)?.doubt ?? true) })
  }
  const visit = (here: Walk, formula: Formula): void => {
    if (formula.kind === "fluent") add(here, formula.fluent)
    if (formula.kind === "believes")
      visit({ ...here, chain: [...here.chain, formula.character] }, formula.body)
    if (formula.kind === "arithmetic") formula.parts.forEach((each) => visit(here, each))
    if (formula.kind !== "if") return
    const { passed, taken } = chosen(here, formula)
    conditions.push(...passed)
    for (const { body, doubt } of taken) visit({ ...here, doubt }, body)
  }
  formulas.forEach((each) => visit(walk, each))
  return { targets: [...targets.values()], conditions }
}

/** A fluent, perhaps in a character's mind. */
function targetOf(formula: Formula): Target | undefined {
  if (formula.kind === "fluent") return { chain: [], fluent: formula.fluent }
  if (formula.kind !== "believes") return undefined
  const inner = targetOf(formula.body)
  return inner && { chain: [formula.character, ...inner.chain], fluent: inner.fluent }
}

/** Built from numbers, unknowns, numeric fluents and arithmetic only. */
function isNumeric(setting: Setting, formula: Formula): boolean {
  switch (formula.kind) {
    case "value":
      return typeof formula.value === "number" || formula.value === null
    case "fluent":
      return setting.problem.properties[setting.fluents[formula.fluent].property].type === "number"
    case "believes":
      return isNumeric(setting, formula.body)
    case "arithmetic":
      return true
    case "if":
      return (
        isNumeric(setting, formula.otherwise) &&
        formula.branches.every(({ body }) => isNumeric(setting, body))
      )
    default:
      return false
  }
}

function inOrder(setting: Setting, a: Literal, b: Literal): number {
  return (
    a.chain.length - b.chain.length ||
    compareLists(a.chain, b.chain) ||
    compareFluents(setting, a.fluent, b.fluent) ||
    Number(b.isEquality) - Number(a.isEquality)
  )
}

function compareFluents(setting: Setting, a: number, b: number): number {
  if (a === b) return 0
  const [one, other] = [setting.fluents[a].reference, setting.fluents[b].reference]
  if (one.name !== other.name) return one.name < other.name ? -1 : 1
  const rank = ({ arguments: values }: { arguments: readonly unknown[] }): number[] =>
    values.map((value) => setting.problem.entities.findIndex((each) => each.name === value))
  return compareLists(rank(one), rank(other))
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i]
  return a.length - b.length
}
