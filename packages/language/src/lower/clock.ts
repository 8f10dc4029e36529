/**
 * Time: a world's clock is its common property `time()`, and `before`, `after` and `within` are lowered to
 * comparisons with it.
 */
import type { Effect, Expression, FluentTemplate, Span } from "@dramaturg/model"
import { type World, report } from "./world.js"

/**
 * The property `time()`; undefined (after one remark for the whole world) if there is none that can be a
 * clock.
 */
export function clockOf(world: World, span: Span): FluentTemplate | undefined {
  const named = (world.propertiesNamed.get("time") ?? []).filter(
    (each) => world.properties[each].parameters.length === 0,
  )
  const property = named.find(
    (each) => world.properties[each].type === "number" && world.properties[each].isCommon,
  )
  if (property !== undefined) return { kind: "fluent", property, arguments: [] }
  if (world.namesWithErrors.has("time") || world.told.has("no-clock")) return undefined
  const start = named.at(0)
  const related =
    start === undefined
      ? []
      : [
          {
            span: world.properties[start].origin ?? span,
            message: "This `time()` is not a number that everybody knows.",
          },
        ]
  return report(
    world,
    "no-clock",
    span,
    "This world has no clock: no number `time()` that everybody knows.",
    {
      hint:
        start === undefined
          ? 'Write `include "@lib/clock";`.'
          : "Declare it as `common property time() : number;`.",
      ...(related.length > 0 ? { related } : {}),
    },
  )
}

/** `before(e)`, `after(e)`, `within(n, e)`: from e on, for as long as n. */
export function momentOf(
  relation: "before" | "after" | "within",
  time: FluentTemplate,
  numbers: readonly Expression[],
): Expression {
  if (relation === "before") return { kind: "compare", operator: "<", left: time, right: numbers[0] }
  const start = numbers[relation === "after" ? 0 : 1]
  const begun: Expression = { kind: "compare", operator: ">=", left: time, right: start }
  if (relation === "after") return begun
  const end: Expression = { kind: "arithmetic", operator: "+", left: start, right: numbers[0] }
  return { kind: "and", parts: [begun, { kind: "compare", operator: "<=", left: time, right: end }] }
}

/** The effect on the clock of an act that takes this long. */
export function passing(time: FluentTemplate, duration: Expression, origin: Span): Effect {
  return {
    kind: "assign",
    believers: [],
    fluent: time,
    value: { kind: "arithmetic", operator: "+", left: time, right: duration, origin },
    origin,
  }
}
