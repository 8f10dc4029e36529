/**
 * Calculations that can yield the unknown: division by zero, arithmetic on the unknown (semantics Δ4), and
 * utilities that become unknown by it (Δ3).
 *
 * Which numbers can become unknown follows from what the text assigns: `?` itself, quotients whose divisor
 * can be zero, and what is calculated from either. A surprise can make a number unknown in a character's
 * belief, too. That is possible in nearly every world, so it is not reported.
 */
import {
  conjunctsOf,
  type Diagnostic,
  type Expression,
  type FluentTemplate,
  type Problem,
  type Span,
  subexpressionsOf,
} from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { type MessageCode, remark } from "../../errors/messages.js"
import { atomsOf, keyOf } from "./walk.js"

interface Setting {
  readonly problem: Problem
  readonly dialect: Dialect
  /** The properties that hold numbers and can become unknown, by index. */
  readonly unknowable: Set<number>
  readonly found: Diagnostic[]
  /** The properties that were reported: each is reported once. */
  readonly told: Set<number>
}

/** Properties in a condition around the place: there the author has considered the difficult case. */
type Guarded = ReadonlySet<string>

interface Given {
  readonly property: number
  readonly value: Expression
  readonly guarded: Guarded
}

export function checkUnknowns(problem: Problem, dialect: Dialect): Diagnostic[] {
  const setting: Setting = { problem, dialect, unknowable: new Set(), found: [], told: new Set() }
  const given = everythingGiven(problem)
  followUnknowns(setting, given)
  for (const each of given) inspect(setting, each.value, each.guarded)
  for (const { precondition } of [...problem.actions, ...problem.triggers]) {
    inspect(setting, precondition, guardedBy(precondition, new Set()))
  }
  for (const each of problem.utilities) inspectUtility(setting, each.body, each.character, each.origin)
  return setting.found
}

/** Every value that the text assigns to a property, initially or in an event, with its guards. */
function everythingGiven(problem: Problem): Given[] {
  const events = [...problem.actions, ...problem.triggers]
  const effects = [
    ...problem.initial.map((effect) => ({ effect, guarded: new Set<string>() as Guarded })),
    ...events.map((each) => ({ effect: each.effect, guarded: guardedBy(each.precondition, new Set()) })),
  ]
  return effects.flatMap(({ effect, guarded }) =>
    atomsOf(effect).map((atom) => ({
      property: atom.assignment.fluent.property,
      value: atom.assignment.value,
      guarded: atom.conditions.reduce<Guarded>((all, condition) => guardedBy(condition, all), guarded),
    })),
  )
}

function followUnknowns(setting: Setting, given: readonly Given[]): void {
  const numbers = given.filter((each) => setting.problem.properties[each.property].type === "number")
  let before = -1
  while (before !== setting.unknowable.size) {
    before = setting.unknowable.size
    for (const each of numbers)
      if (canBeUnknown(setting, each.value, each.guarded)) setting.unknowable.add(each.property)
  }
}

/** Everything that is compared in the conjuncts of a condition. */
function guardedBy(condition: Expression, outer: Guarded): Guarded {
  const inner = new Set(outer)
  for (const each of conjunctsOf(condition)) {
    const compared = each.kind === "not" ? each.body : each
    if (compared.kind !== "compare") continue
    for (const side of [compared.left, compared.right]) if (side.kind === "fluent") inner.add(keyOf(side))
  }
  return inner
}

function canBeUnknown(setting: Setting, value: Expression, guarded: Guarded): boolean {
  switch (value.kind) {
    case "constant":
      return value.value === null
    case "fluent":
      return setting.unknowable.has(value.property) && !guarded.has(keyOf(value))
    case "if":
      return branchesOf(value, guarded).some(([body, inside]) => canBeUnknown(setting, body, inside))
    case "arithmetic":
      if (value.operator === "/" && canBeZero(value.right, guarded)) return true
      return canBeUnknown(setting, value.left, guarded) || canBeUnknown(setting, value.right, guarded)
    case "sum":
    case "product":
    case "believes":
      return canBeUnknown(setting, value.body, guarded)
    default:
      return false
  }
}

/** The values of a conditional. Properties in any of its conditions count as considered in all branches. */
function branchesOf(value: Extract<Expression, { kind: "if" }>, guarded: Guarded): [Expression, Guarded][] {
  const inside = value.branches.reduce<Guarded>((all, each) => guardedBy(each.condition, all), guarded)
  return [...value.branches.map((each) => each.body), value.otherwise].map((body) => [body, inside])
}

function canBeZero(divisor: Expression, guarded: Guarded): boolean {
  if (divisor.kind === "constant") return divisor.value === 0
  return divisor.kind !== "fluent" || !guarded.has(keyOf(divisor))
}

function inspect(setting: Setting, expression: Expression, guarded: Guarded): void {
  if (expression.kind === "arithmetic") inspectArithmetic(setting, expression, guarded)
  if (expression.kind === "if") {
    for (const each of expression.branches) inspect(setting, each.condition, guarded)
    for (const [body, inside] of branchesOf(expression, guarded)) inspect(setting, body, inside)
  } else {
    for (const each of subexpressionsOf(expression)) inspect(setting, each, guarded)
  }
}

function inspectArithmetic(
  setting: Setting,
  expression: Extract<Expression, { kind: "arithmetic" }>,
  guarded: Guarded,
): void {
  const { left, right } = expression
  if (expression.operator === "/" && canBeZero(right, guarded)) {
    const message =
      right.kind === "constant"
        ? "This divides by zero, which gives `?`."
        : "This can divide by zero, which gives `?`."
    tell(setting, "division-by-zero", right.origin, message, "Ask first whether the divisor is zero.")
  }
  for (const side of [left, right]) {
    if (side.kind === "constant" && side.value === null) {
      tell(
        setting,
        "arithmetic-on-unknown",
        side.origin,
        "Whatever is calculated with `?` is `?`.",
        undefined,
      )
    } else if (
      side.kind === "fluent" &&
      canBeUnknown(setting, side, guarded) &&
      !setting.told.has(side.property)
    ) {
      setting.told.add(side.property)
      const message = `${nameOf(setting, side)} can be unknown here, and then so is the result.`
      tell(setting, "arithmetic-on-unknown", side.origin, message, "Ask first whether it is `?`.")
    }
  }
}

function inspectUtility(
  setting: Setting,
  body: Expression,
  character: string | null,
  origin: Span | undefined,
): void {
  inspect(setting, body, new Set())
  if (!canBeUnknown(setting, body, new Set())) return
  const whose = character === null ? "the author" : `\`${character}\``
  const message = `What ${whose} wants can become unknown; then nothing counts as better or worse.`
  tell(
    setting,
    "unknown-utility",
    body.origin ?? origin,
    message,
    "Say with `if` what it is worth when something in it is `?`.",
  )
}

function nameOf(setting: Setting, fluent: FluentTemplate): string {
  return `\`${setting.problem.properties[fluent.property].name}\``
}

function tell(
  setting: Setting,
  code: MessageCode,
  place: Span | undefined,
  message: string,
  hint: string | undefined,
): void {
  if (place)
    setting.found.push(remark(setting.dialect, code, place, message, hint === undefined ? {} : { hint }))
}
