/**
 * Ground formulas: expressions with values for their variables (D3 to D7).
 *
 * Quantifiers, sums and type tests are expanded, so formulas refer to fluents by number and characters by
 * index. What can be evaluated without a world is folded while the formula is made; so most instances of an
 * event turn out impossible before there is any world.
 */
import {
  type ArithmeticOperator,
  type Comparison,
  type Expression,
  type FluentRef,
  type FluentTemplate,
  type Problem,
  type Term,
  type Value,
  referenceTo,
  subexpressionsOf,
  valuesOf,
} from "@dramaturg/model"

export type Formula =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "fluent"; readonly fluent: number }
  | { readonly kind: "believes"; readonly character: number; readonly body: Formula }
  | { readonly kind: "knows"; readonly character: number; readonly fluent: number }
  /** Whether everybody who consents to the act around it is better off right after it (D46). */
  | { readonly kind: "pays" }
  /** What an atom writes of an open fluent (D40); `isCopy`: as it is, where the body says no more. */
  | { readonly kind: "written"; readonly body: Formula; readonly isCopy: boolean }
  | { readonly kind: "not"; readonly body: Formula }
  | { readonly kind: "and" | "or"; readonly parts: readonly Formula[] }
  | { readonly kind: "if"; readonly branches: readonly Branch[]; readonly otherwise: Formula }
  /** `single`: a surprise repairs only the fluent on the left (D13). */
  | {
      readonly kind: "compare"
      readonly operator: Comparison
      readonly left: Formula
      readonly right: Formula
      readonly single: boolean
    }
  /** Evaluated from left to right. A long sum is one formula with many parts, not a deep one. */
  | { readonly kind: "arithmetic"; readonly operator: ArithmeticOperator; readonly parts: readonly Formula[] }

export interface Branch {
  readonly condition: Formula
  readonly body: Formula
}

export interface Fluent {
  readonly property: number
  readonly reference: FluentRef
}

export type Binding = ReadonlyMap<string, Value>

/** What the formulas of one problem share: the characters, and the fluents met so far with their numbers. */
export interface Setting {
  readonly problem: Problem
  readonly characters: readonly string[]
  readonly fluents: Fluent[]
  readonly numbers: Map<string, number>
  /** Those of open properties (D40). */
  readonly open: number[]
  /** The value of a fluent that never changes in any mind; undefined for the others. */
  readonly fixed: (key: string, property: number) => Value | undefined
}

export const yes: Formula = { kind: "value", value: true }
export const no: Formula = { kind: "value", value: false }
const pays: Formula = { kind: "pays" }

export function fluentKey(property: number, values: readonly Value[]): string {
  return `${property}(${values.map(String).join()})`
}

/** Whether a fluent is one of an open property (D40). */
export function isOpenIn({ problem, fluents }: Setting, fluent: number): boolean {
  return problem.properties[fluents[fluent].property].isOpen === true
}

/** The number of a fluent, which gets the next number if it is new. */
export function numberOf(setting: Setting, property: number, values: readonly Value[]): number {
  const key = fluentKey(property, values)
  const known = setting.numbers.get(key)
  if (known !== undefined) return known
  setting.numbers.set(key, setting.fluents.length)
  if (setting.problem.properties[property].isOpen) setting.open.push(setting.fluents.length)
  return (
    setting.fluents.push({
      property,
      reference: referenceTo(setting.problem.properties[property].name, values),
    }) - 1
  )
}

/** The value of a term. Throws if it is an unbound variable. */
export function valueOfTerm(term: Term, binding: Binding): Value {
  if (term.kind === "constant") return term.value
  const value = binding.get(term.name)
  if (value === undefined)
    throw new Error(
      `The variable ${term.name} is not bound; a problem must be read without errors before its stories are checked.`,
    )
  return value
}

/** The index of the character that a term stands for. Throws if it is not a character. */
export function characterOf(setting: Setting, term: Term, binding: Binding): number {
  const name = valueOfTerm(term, binding)
  const character = setting.characters.indexOf(name as string)
  if (character < 0)
    throw new Error(
      `${String(name)} is no character; a problem must be read without errors before its stories are checked.`,
    )
  return character
}

/** The expression with these values for its free variables. */
export function instantiate(setting: Setting, expression: Expression, binding: Binding): Formula {
  const go = (each: Expression): Formula => instantiate(setting, each, binding)
  switch (expression.kind) {
    case "variable":
    case "constant":
      return { kind: "value", value: valueOfTerm(expression, binding) }
    case "fluent":
      return fluentFormula(setting, expression, binding)
    case "believes":
      return believes(characterOf(setting, expression.character, binding), go(expression.body))
    case "knows":
      return knows(setting, expression.fluent, characterOf(setting, expression.character, binding), binding)
    case "pays":
      return pays
    case "not":
      return not(go(expression.body))
    case "and":
    case "or":
      return junction(expression.kind, expression.parts.map(go))
    case "if":
      return conditional(
        expression.branches.map(({ condition, body }) => ({ condition: go(condition), body: go(body) })),
        go(expression.otherwise),
      )
    case "forall":
    case "exists":
      return junction(expression.kind === "forall" ? "and" : "or", overType(setting, expression, binding))
    case "sum":
      return arithmetic("+", [{ kind: "value", value: 0 }, ...overType(setting, expression, binding)])
    case "product":
      return arithmetic("*", [{ kind: "value", value: 1 }, ...overType(setting, expression, binding)])
    case "compare":
      return compare(
        expression.operator,
        go(expression.left),
        go(expression.right),
        isSingle(setting.problem, expression),
      )
    case "arithmetic":
      return arithmetic(expression.operator, [go(expression.left), go(expression.right)])
    case "is":
      return isOfType(setting, go(expression.body), expression.type)
  }
}

function fluentFormula(setting: Setting, template: FluentTemplate, binding: Binding): Formula {
  const values = template.arguments.map((each) => valueOfTerm(each, binding))
  const value = setting.fixed(fluentKey(template.property, values), template.property)
  if (value !== undefined) return { kind: "value", value }
  return { kind: "fluent", fluent: numberOf(setting, template.property, values) }
}

function knows(setting: Setting, template: FluentTemplate, character: number, binding: Binding): Formula {
  const values = template.arguments.map((each) => valueOfTerm(each, binding))
  return { kind: "knows", character, fluent: numberOf(setting, template.property, values) }
}

interface Binder {
  readonly variable: string
  readonly type: string
  readonly body: Expression
}

function overType(setting: Setting, binder: Binder, binding: Binding): readonly Formula[] {
  return valuesOf(setting.problem, binder.type).map((value) =>
    instantiate(setting, binder.body, new Map([...binding, [binder.variable, value]])),
  )
}

function isOfType(setting: Setting, body: Formula, type: string): Formula {
  const values = valuesOf(setting.problem, type)
  return junction(
    "or",
    values.map((value) => compare("==", body, { kind: "value", value }, false)),
  )
}

export function believes(character: number, body: Formula): Formula {
  return body.kind === "value" ? body : { kind: "believes", character, body }
}

export function not(body: Formula): Formula {
  return body.kind === "value" ? truth(body.value !== true) : { kind: "not", body }
}

/** The conjunction or disjunction of the parts, folded. */
export function junction(kind: "and" | "or", parts: readonly Formula[]): Formula {
  const open = parts.filter((each) => each.kind !== "value")
  const settled = parts.some((each) => each.kind === "value" && (each.value === true) === (kind === "or"))
  if (settled || open.length === 0) return truth(settled === (kind === "or"))
  return { kind, parts: open }
}

export function conditional(branches: readonly Branch[], otherwise: Formula): Formula {
  const open: Branch[] = []
  for (const branch of branches) {
    const { condition, body } = branch
    if (condition.kind !== "value") open.push(branch)
    else if (condition.value === true)
      return open.length === 0 ? body : { kind: "if", branches: open, otherwise: body }
  }
  return open.length === 0 ? otherwise : { kind: "if", branches: open, otherwise }
}

function compare(operator: Comparison, left: Formula, right: Formula, single: boolean): Formula {
  if (left.kind === "value" && right.kind === "value")
    return truth(compareValues(operator, left.value, right.value))
  return { kind: "compare", operator, left, right, single }
}

function arithmetic(operator: ArithmeticOperator, [first, ...rest]: readonly Formula[]): Formula {
  let start = first
  let done = 0
  for (; done < rest.length; done++) {
    const next = rest[done]
    if (start.kind !== "value" || next.kind !== "value") break
    start = { kind: "value", value: calculate(operator, start.value, next.value) }
  }
  return done === rest.length ? start : { kind: "arithmetic", operator, parts: [start, ...rest.slice(done)] }
}

function truth(value: boolean): Formula {
  return value ? yes : no
}

/** The formulas directly inside one. */
export function inside(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "value":
    case "fluent":
    case "pays":
      return []
    case "believes":
    case "not":
    case "written":
      return [formula.body]
    case "knows":
      return [{ kind: "fluent", fluent: formula.fluent }]
    case "and":
    case "or":
    case "arithmetic":
      return formula.parts
    case "if":
      return [...formula.branches.flatMap(({ condition, body }) => [condition, body]), formula.otherwise]
    case "compare":
      return [formula.left, formula.right]
  }
}

/** The fluents it reads in the world or in any mind. */
export function fluentsMentioned(formula: Formula): readonly number[] {
  return formula.kind === "fluent" ? [formula.fluent] : inside(formula).flatMap(fluentsMentioned)
}

/** D5. */
export function compareValues(operator: Comparison, left: Value, right: Value): boolean {
  if (operator === "==") return left === right
  if (operator === "!=") return left !== right
  if (typeof left !== "number" || typeof right !== "number") return false
  if (operator === ">") return left > right
  if (operator === ">=") return left >= right
  return operator === "<" ? left < right : left <= right
}

/** D4: a result that is not a finite number, such as a division by 0, is unknown. */
export function calculate(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (typeof left !== "number" || typeof right !== "number") return null
  const result =
    operator === "+"
      ? left + right
      : operator === "-"
        ? left - right
        : operator === "*"
          ? left * right
          : left / right
  return !Number.isFinite(result) ? null : result === 0 ? 0 : result
}

/** D13: a comparison with a bare numeric fluent on the left and no variable anywhere. */
function isSingle(problem: Problem, { left, right }: Expression & { kind: "compare" }): boolean {
  const bare = left.kind === "fluent" && problem.properties[left.property].type === "number"
  return bare && !mentionsVariable(left) && !mentionsVariable(right)
}

function mentionsVariable(expression: Expression): boolean {
  if (expression.kind === "variable") return true
  if (expression.kind === "fluent") return expression.arguments.some((each) => each.kind === "variable")
  if ("variable" in expression) return true
  if ("character" in expression && expression.character.kind === "variable") return true
  return subexpressionsOf(expression).some(mentionsVariable)
}
