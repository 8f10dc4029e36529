/**
 * D11: an event can never happen if two of its atoms are written without a condition and give one fluent of
 * one mind different fixed values. The test reads the text: a condition that comes out true is still a
 * condition, and a formula is not a fixed value.
 */
import { type Effect, type Value, valuesOf } from "@dramaturg/model"
import { type Binding, type Setting, characterOf, fluentKey, valueOfTerm } from "./formula.js"

interface Fixed {
  readonly place: string
  readonly value: Value
}

/** Whether an effect contradicts itself under a binding (D11). */
export function isContradictory(setting: Setting, effect: Effect, binding: Binding): boolean {
  const known = new Map<string, Value>()
  return fixedIn(setting, effect, binding, []).some(({ place, value }) => {
    const isOther = known.has(place) && known.get(place) !== value
    known.set(place, value)
    return isOther
  })
}

function fixedIn(
  setting: Setting,
  effect: Effect,
  binding: Binding,
  chain: readonly number[],
): readonly Fixed[] {
  switch (effect.kind) {
    case "if":
      return []
    case "all":
      return effect.parts.flatMap((each) => fixedIn(setting, each, binding, chain))
    case "forall":
      return valuesOf(setting.problem, effect.type).flatMap((each) =>
        fixedIn(setting, effect.body, new Map([...binding, [effect.variable, each]]), chain),
      )
    case "believes":
      return fixedIn(setting, effect.body, binding, [
        ...chain,
        characterOf(setting, effect.character, binding),
      ])
    case "unforeseen":
      return fixedIn(setting, effect.body, binding, chain)
    case "assign": {
      const { believers, fluent, value } = effect
      if (value.kind !== "constant" && value.kind !== "variable") return []
      const minds = [...chain, ...believers.map((each) => characterOf(setting, each, binding))]
      const place = `${minds.join()}:${fluentKey(
        fluent.property,
        fluent.arguments.map((each) => valueOfTerm(each, binding)),
      )}`
      return [{ place, value: valueOfTerm(value, binding) }]
    }
  }
}
