/**
 * Contradictory effects (D11): two atoms that are written without a condition and give one fluent of one mind
 * different fixed values. The test reads the effect as it is written, before anything is evaluated: a
 * condition that the parameters decide is still a condition, and an expression that must be calculated is not
 * a fixed value.
 */
import type { Effect } from "@dramaturg/model"
import type { ValueId } from "../task/values.js"
import {
  bind,
  type Binding,
  characterOf,
  fluentOf,
  type Instantiation,
  typedValues,
  valueOfTerm,
} from "./instantiate.js"

/** A fluent to which the effect gives two values; undefined if there is none. */
export function contradiction(context: Instantiation, effect: Effect, binding: Binding): number | undefined {
  return clash(context, effect, binding, { chain: [], given: new Map() })
}

interface Place {
  readonly chain: readonly number[]
  /** By mind and fluent. */
  readonly given: Map<string, ValueId>
}

function clash(context: Instantiation, effect: Effect, binding: Binding, place: Place): number | undefined {
  context.budget.spend()
  switch (effect.kind) {
    case "if":
      return undefined
    case "assign":
      return clashAt(context, effect, binding, place)
    case "all":
      return firstOf(effect.parts, (part) => clash(context, part, binding, place))
    case "forall":
      return firstOf(typedValues(context, effect.type), (value) =>
        clash(context, effect.body, bind(binding, effect.variable, value), place),
      )
    case "believes":
      return clash(context, effect.body, binding, {
        ...place,
        chain: [...place.chain, characterOf(context, effect.character, binding)],
      })
    case "unforeseen":
      return clash(context, effect.body, binding, place)
  }
}

function clashAt(
  context: Instantiation,
  { believers, fluent, value }: Effect & { kind: "assign" },
  binding: Binding,
  { chain, given }: Place,
): number | undefined {
  if (value.kind !== "constant" && value.kind !== "variable") return undefined
  const whole = [...chain, ...believers.map((each) => characterOf(context, each, binding))]
  const id = fluentOf(context, fluent, binding)
  const key = `${whole.join()}:${id}`
  const fixed = context.values.idOf(valueOfTerm(value, binding))
  if ((given.get(key) ?? fixed) !== fixed) return id
  given.set(key, fixed)
  return undefined
}

function firstOf<T>(parts: readonly T[], find: (part: T) => number | undefined): number | undefined {
  for (const part of parts) {
    const found = find(part)
    if (found !== undefined) return found
  }
  return undefined
}
