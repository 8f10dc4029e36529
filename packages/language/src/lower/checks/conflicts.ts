/**
 * Effects that assign two values to one fluent: always (an error), for some instances of an action (such an
 * instance is impossible, semantics Δ2), or when their conditions coincide (the later one wins, Δ7).
 */
import type {
  Diagnostic,
  Effect,
  EventTemplate,
  Expression,
  Parameter,
  Problem,
  Term,
} from "@dramaturg/model"
import { valuesOf } from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { type MessageCode, remark } from "../../errors/messages.js"
import { termInWords } from "../typing.js"
import { type Literal, type VariableTypes, clash, literalsOf, termOf, valuesOfTerm } from "./literals.js"
import { type Atom, atomsOf, keyOf, mentions, substitute } from "./walk.js"

interface Setting {
  readonly problem: Problem
  readonly dialect: Dialect
  readonly parameters: VariableTypes
  readonly precondition: Expression
  /** The effects are statements about the initial state, not those of an event. */
  readonly isInitial?: boolean
  /** How many more pairs of effects may be compared in this world. */
  readonly budget: { pairs: number }
}

const always: Expression = { kind: "constant", value: true }

export function checkConflicts(problem: Problem, dialect: Dialect): Diagnostic[] {
  const budget = { pairs: 15_000 }
  const bare = { ...settingOf(problem, dialect, budget, [], always), isInitial: true }
  const initially = problem.initial.flatMap((effect) => conflictsIn(bare, effect))
  const events: readonly EventTemplate[] = [...problem.actions, ...problem.triggers]
  const acted = events.flatMap((each) => {
    return conflictsIn(settingOf(problem, dialect, budget, each.parameters, each.precondition), each.effect)
  })
  return [...initially, ...acted]
}

function settingOf(
  problem: Problem,
  dialect: Dialect,
  budget: Setting["budget"],
  parameters: readonly Parameter[],
  precondition: Expression,
): Setting {
  const types = new Map(
    parameters.flatMap((each) => (each.kind === "variable" ? [[each.name, each.type] as const] : [])),
  )
  return { problem, dialect, parameters: types, precondition, budget }
}

function conflictsIn(setting: Setting, effect: Effect): Diagnostic[] {
  const groups = new Map<string, Atom[]>()
  const found: Diagnostic[] = []
  for (const atom of atomsOf(effect)) {
    const key = `${atom.assignment.fluent.property} ${atom.believers.length}`
    const earlier = groups.get(key) ?? []
    groups.set(key, earlier)
    found.push(...conflictWithItself(setting, atom))
    const conflict = firstConflict(setting, earlier, atom)
    if (conflict) found.push(conflict)
    earlier.push(atom)
  }
  return found
}

function firstConflict(setting: Setting, earlier: readonly Atom[], atom: Atom): Diagnostic | undefined {
  for (const other of earlier) {
    if (--setting.budget.pairs < 0) return undefined
    const conflict = conflictBetween(setting, other, atom)
    if (conflict) return conflict
  }
  return undefined
}

/** `forall(c : character) leader() = c` assigns one fluent as many values as there are characters. */
function conflictWithItself(setting: Setting, atom: Atom): Diagnostic[] {
  const { assignment } = atom
  const target = { believers: atom.believers, fluent: assignment.fluent }
  for (const [variable, type] of atom.bound) {
    if (mentions(target, variable) || !mentions(assignment.value, variable)) continue
    if (valuesOf(setting.problem, type).length < 2 || isPinned(setting, atom, variable)) continue
    const message = `${nameOf(setting, atom)} gets one value for each ${type} at once.`
    const code = atom.conditions.length > 0 ? "conflicting-effects" : "contradictory-effect"
    return tell(
      setting,
      code,
      atom,
      undefined,
      message,
      "Let the property be said of each of them, or choose one with a condition.",
    )
  }
  return []
}

/**
 * Whether the conditions hold for at most one value of the variable: `if(inside(box) == s) …` holds for one
 * `s`.
 */
function isPinned(setting: Setting, atom: Atom, variable: string): boolean {
  const [one, other]: Term[] = [`${variable} (one)`, `${variable} (another)`].map((name) => ({
    kind: "variable",
    name,
  }))
  const types = new Map([
    ...typesAround(setting, atom),
    ...[one, other].map((each) => [(each as { name: string }).name, atom.bound.get(variable)!] as const),
  ])
  const literals = [one, other].flatMap((each) => {
    return [setting.precondition, ...atom.conditions].flatMap((condition) =>
      literalsOf(substitute(condition, new Map([[variable, each]]))),
    )
  })
  return clash(setting.problem, types, [...literals, { subject: keyOf(one), equal: false, value: other }])
}

function conflictBetween(setting: Setting, a: Atom, b: Atom): Diagnostic | undefined {
  const pairs = pairsOf(a, b)
  if (!pairs.every(([x, y]) => mayBeSame(setting, a, x, b, y))) return undefined
  if (sameValue(a, b) || areApart(setting, a, b, pairs)) return undefined
  const name = nameOf(setting, b)
  if (a.branches.size + b.branches.size > 0 || isLookedUp(a) || isLookedUp(b)) {
    const message = `${name} can get two values here; the later one in the text wins.`
    return tell(
      setting,
      "conflicting-effects",
      b,
      a,
      message,
      "Make the conditions exclude each other if you mean something else.",
    )[0]
  }
  if (pairs.every(([x, y]) => isSame(a, x, b, y))) {
    return tell(
      setting,
      "contradictory-effect",
      b,
      a,
      `${name} gets two values at once.`,
      "Take one of them out.",
    )[0]
  }
  // `start.ts` runs through the statements about the initial state one by one and decides such cases exactly.
  if (setting.isInitial) return undefined
  const message = `${name} gets two values at once when ${alike(pairs)}; then this cannot happen.`
  return tell(
    setting,
    "contradictory-case",
    b,
    a,
    message,
    "Say in the precondition that they differ, with `!=`.",
  )[0]
}

/** "`x` and `y` are the same". */
function alike(pairs: readonly (readonly [Term, Term])[]): string {
  const words = pairs
    .filter(([x, y]) => keyOf(x) !== keyOf(y))
    .map(([x, y]) => `\`${termInWords(x)}\` and \`${termInWords(y)}\``)
  return `${words.join(", and ")} are the same`
}

function pairsOf(a: Atom, b: Atom): [Term, Term][] {
  const left = [...a.believers, ...a.assignment.fluent.arguments]
  const right = [...b.believers, ...b.assignment.fluent.arguments]
  return left.map((each, i) => [each, right[i]])
}

function isSame(a: Atom, x: Term, b: Atom, y: Term): boolean {
  if (x.kind === "variable" && (a.bound.has(x.name) || (y.kind === "variable" && b.bound.has(y.name))))
    return false
  return keyOf(x) === keyOf(y)
}

function mayBeSame(setting: Setting, a: Atom, x: Term, b: Atom, y: Term): boolean {
  if (isSame(a, x, b, y)) return true
  const values = new Set(valuesOfTerm(setting.problem, typesAround(setting, a), x))
  return valuesOfTerm(setting.problem, typesAround(setting, b), y).some((value) => values.has(value))
}

function typesAround(setting: Setting, atom: Atom): VariableTypes {
  return atom.bound.size === 0 ? setting.parameters : new Map([...setting.parameters, ...atom.bound])
}

/** Equal expressions have equal values, unless they contain a variable that ranges over many. */
function sameValue(a: Atom, b: Atom): boolean {
  const bound = [...a.bound.keys(), ...b.bound.keys()]
  return (
    keyOf(a.assignment.value) === keyOf(b.assignment.value) &&
    !bound.some((name) => mentions(a.assignment.value, name))
  )
}

/** Whether the two can never both change one fluent. */
function areApart(setting: Setting, a: Atom, b: Atom, pairs: readonly (readonly [Term, Term])[]): boolean {
  // The variables of two `forall`s are different even if they have the same name.
  const apart = new Map(
    [...b.bound.keys()].map((name): [string, Term] => [name, { kind: "variable", name: `${name} (there)` }]),
  )
  const there = (term: Term): Term => (term.kind === "variable" ? (apart.get(term.name) ?? term) : term)
  const terms = new Map<string, Term>()
  for (const [x, written] of pairs) {
    const y = there(written)
    if (y.kind === "variable") terms.set(y.name, terms.get(y.name) ?? x)
    else if (x.kind === "variable") terms.set(x.name, y)
  }
  for (const [conditional, branch] of a.branches) {
    const other = b.branches.get(conditional)
    // Under a `forall` around the conditional, the two may be about different values of the same variable.
    const isOne = (name: string): boolean =>
      keyOf(terms.get(`${name} (there)`) ?? {}) === keyOf({ kind: "variable", name })
    const names = [...a.bound.keys(), ...b.bound.keys()].filter((name) => !isOne(name))
    const isAbout =
      conditional.kind === "if" &&
      conditional.branches.some(({ condition }) => names.some((name) => mentions(condition, name)))
    if (other !== undefined && other !== branch && !isAbout) return true
  }
  const types = new Map([
    ...typesAround(setting, a),
    ...[...b.bound].map(([name, type]) => [`${name} (there)`, type] as const),
  ])
  const mine = [setting.precondition, ...a.conditions].map((each) => substitute(each, terms))
  const theirs = b.conditions.map((each) => substitute(substitute(each, apart), terms))
  const literals = [...mine, ...theirs].flatMap(literalsOf)
  if (clash(setting.problem, types, literals)) return true
  const values = [
    substitute(a.assignment.value, terms),
    substitute(substitute(b.assignment.value, apart), terms),
  ]
  return isSameThen(literals, values[0], values[1])
}

/**
 * Whether the conditions say that two values are the same: `if(x == A) f() = x` gives `f` what `f() = A`
 * does.
 */
function isSameThen(literals: readonly Literal[], one: Expression, other: Expression): boolean {
  const valuesFor = (each: Expression): string[] => {
    const own = termOf(each)
    const said = literals
      .filter((literal) => literal.equal && literal.subject === keyOf(each))
      .map((literal) => keyOf(literal.value))
    return [...(own ? [keyOf(own)] : []), ...said]
  }
  const values = new Set(valuesFor(one))
  return valuesFor(other).some((each) => values.has(each))
}

/** Values that are looked up or calculated, rather than written down, may turn out to be equal (D11). */
function isLookedUp({ assignment: { value } }: Atom): boolean {
  return value.kind !== "constant" && value.kind !== "variable"
}

function nameOf(setting: Setting, atom: Atom): string {
  return `\`${setting.problem.properties[atom.assignment.fluent.property].name}\``
}

function tell(
  setting: Setting,
  code: MessageCode,
  atom: Atom,
  other: Atom | undefined,
  message: string,
  hint: string,
): Diagnostic[] {
  if (!atom.place) return []
  const related = other?.place
    ? { related: [{ span: other.place, message: "The other value is given here." }] }
    : {}
  return [remark(setting.dialect, code, atom.place, message, { hint, ...related })]
}
