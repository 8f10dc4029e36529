/**
 * The literals inside conditions ("this is that", "this is not that"), and whether they can hold together. A
 * more complicated formula counts as a literal that it is true, so it excludes at least its own negation.
 */
import { conjunctsOf, type Expression, type Problem, type Term, type Value, valuesOf } from "@dramaturg/model"
import { type Atom, keyOf } from "./walk.js"

export interface Literal {
  /** The fluent or formula that it is about, with the characters of the `believes` around it. */
  readonly subject: string
  readonly equal: boolean
  readonly value: Term
}

/** The types of the variables around a formula. */
export type VariableTypes = ReadonlyMap<string, string>

/** The literals that must all hold for the condition to hold. */
export function literalsOf(condition: Expression): Literal[] {
  return conjunctsOf(condition).flatMap((each) => literalsIn(each, true, ""))
}

function literalsIn(expression: Expression, positive: boolean, minds: string): Literal[] {
  if (expression.kind === "not") return literalsIn(expression.body, !positive, minds)
  if (expression.kind === "believes")
    return literalsIn(expression.body, positive, throughMind(minds, expression.character))
  if (expression.kind === "and" && positive)
    return expression.parts.flatMap((part) => literalsIn(part, true, minds))
  if (expression.kind === "compare" && (expression.operator === "==" || expression.operator === "!=")) {
    const value = termOf(expression.right)
    const equal = (expression.operator === "==") === positive
    if (value) return [{ subject: subjectOf(expression.left, minds), equal, value }]
  }
  return [{ subject: minds + keyOf(expression), equal: true, value: { kind: "constant", value: positive } }]
}

function subjectOf(expression: Expression, minds: string): string {
  return expression.kind === "believes"
    ? subjectOf(expression.body, throughMind(minds, expression.character))
    : minds + keyOf(expression)
}

function throughMind(minds: string, character: Term): string {
  return `${minds}${keyOf(character)} `
}

/** The expression as a term without its place, if it is one. */
export function termOf(expression: Expression): Term | undefined {
  if (expression.kind === "variable") return { kind: "variable", name: expression.name }
  return expression.kind === "constant" ? { kind: "constant", value: expression.value } : undefined
}

/** Whether some of the literals exclude each other. */
export function clash(problem: Problem, types: VariableTypes, literals: readonly Literal[]): boolean {
  const differ = differenceAmong(problem, types, literals)
  return literals.some((a, i) => {
    if (!a.equal && a.subject === keyOf(a.value)) return true
    return literals.slice(i + 1).some((b) => a.subject === b.subject && exclude(a, b, differ))
  })
}

function exclude(a: Literal, b: Literal, differ: Difference): boolean {
  if (a.equal && b.equal) return differ(a.value, b.value)
  return a.equal !== b.equal && keyOf(a.value) === keyOf(b.value)
}

/** Whether two terms can never be equal. */
type Difference = (a: Term, b: Term) => boolean

/**
 * They differ by their types, because `a != b` is among the literals, or because a third term equals one of
 * them and not the other.
 */
function differenceAmong(problem: Problem, types: VariableTypes, literals: readonly Literal[]): Difference {
  const said = new Set<string>()
  for (const one of literals) {
    if (one.equal) continue
    const value = keyOf(one.value)
    said.add(`${one.subject} ${value}`)
    for (const other of literals)
      if (other.equal && other.subject === one.subject) said.add(`${keyOf(other.value)} ${value}`)
  }
  return (a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    return said.has(`${x} ${y}`) || said.has(`${y} ${x}`) || areDifferent(problem, types, a, b)
  }
}

/** Whether two terms can never be equal, judging by their types. */
function areDifferent(problem: Problem, types: VariableTypes, a: Term, b: Term): boolean {
  const values = new Set(valuesOfTerm(problem, types, a))
  return !valuesOfTerm(problem, types, b).some((value) => values.has(value))
}

export function valuesOfTerm(problem: Problem, types: VariableTypes, term: Term): readonly Value[] {
  return term.kind === "constant" ? [term.value] : valuesOf(problem, types.get(term.name) ?? "")
}

/**
 * Whether the value that the atom assigns makes one of the literals false in a state where all of them hold.
 */
export function falsifies(
  problem: Problem,
  types: VariableTypes,
  atom: Atom,
  needs: readonly Literal[],
  all: readonly Literal[],
): boolean {
  const value = termOf(atom.assignment.value)
  const subject = atom.believers.reduce(throughMind, "") + keyOf(atom.assignment.fluent)
  const differ = differenceAmong(problem, types, all)
  if (!value) return false
  return needs.some(
    (each) =>
      each.subject === subject &&
      (each.equal ? differ(value, each.value) : keyOf(value) === keyOf(each.value)),
  )
}
