/** Comparisons that mean something but cannot turn out as their author expects. */
import type { Comparison, Expression, Span } from "@dramaturg/model"
import { typesMeet } from "../headers.js"
import { fitsValue, hasType, typeInWords, typeOf } from "../typing.js"
import { type Scope, type World, isBelow, report } from "../world.js"

export function remarkComparison(
  world: World,
  scope: Scope | undefined,
  operator: Comparison,
  left: Expression,
  right: Expression,
  span: Span,
): void {
  if (operator === "==" || operator === "!=") remarkEquality(world, scope, operator, left, right, span)
  else remarkOrdering(world, scope, [left, right], span)
}

function remarkEquality(
  world: World,
  scope: Scope | undefined,
  operator: "==" | "!=",
  left: Expression,
  right: Expression,
  span: Span,
): void {
  const [a, b] = [typeOf(world, scope, left), typeOf(world, scope, right)]
  if (a === undefined || b === undefined || canMeet(world, scope, left, right, a, b)) return
  // Authors often write `x != y` between two parameters for safety, which does no harm.
  if (operator === "!=" && left.kind === "variable" && right.kind === "variable") return
  const always = operator === "==" ? "never true" : "always true"
  const message = `This is ${always}: one side is ${typeInWords(a)}, the other is ${typeInWords(b)}.`
  const wanted = typeInWords(left.kind === "constant" ? b : a)
  report(world, "never-equal", span, message, { hint: `Compare it with ${wanted}.` })
}

function canMeet(
  world: World,
  scope: Scope | undefined,
  left: Expression,
  right: Expression,
  a: string,
  b: string,
): boolean {
  if (left.kind === "constant" && right.kind === "constant") return true
  const fits = world.dialect === "drama" ? fitsValue : hasType
  if (left.kind === "constant") return fits(world, scope, left, b)
  if (right.kind === "constant") return fits(world, scope, right, a)
  // Two properties of unrelated types can still be equal if both are unknown.
  const mayBeUnknown = (side: Expression, type: string) =>
    side.kind !== "variable" && isBelow(world, type, "entity")
  return (mayBeUnknown(left, a) && mayBeUnknown(right, b)) || typesMeet(world, a, b)
}

function remarkOrdering(
  world: World,
  scope: Scope | undefined,
  sides: readonly Expression[],
  span: Span,
): void {
  const odd = sides
    .map((side) => typeOf(world, scope, side))
    .find((type) => type !== undefined && type !== "number")
  if (odd === undefined) return
  const message = `Only numbers are greater or smaller than each other, and ${typeInWords(odd)} is none.`
  report(world, "unordered", span, message, { hint: "Ask with `==` or `!=` instead, or compare numbers." })
}
