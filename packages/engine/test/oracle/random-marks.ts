/**
 * What Sabre's words cannot say of a random world (D33, D34): which properties everybody knows, and which
 * triggers and parts of effects nobody foresees. It is said of the compiled world. The same seed gives the
 * same marks.
 */
import type { Effect, EventTemplate, Problem } from "@dramaturg/model"
import { type Dice, diceOf } from "./dice.js"

export interface News {
  readonly hasCommon: boolean
  readonly hasUnforeseen: boolean
}

export const noNews: News = { hasCommon: false, hasUnforeseen: false }

/** One of the two, or both. */
export function newsOf(seed: number): News {
  const { hasCommon, hasUnforeseen } = [
    { hasCommon: true, hasUnforeseen: true },
    { hasCommon: false, hasUnforeseen: true },
    { hasCommon: true, hasUnforeseen: false },
  ][seed % 3]
  return { hasCommon, hasUnforeseen }
}

const commonNames = ["clock", "rain", "host", "known"]

export function marked(problem: Problem, seed: number, { hasCommon, hasUnforeseen }: News): Problem {
  const dice = diceOf(seed ^ 0x51ab1e)
  const properties = problem.properties.map((each) =>
    hasCommon && commonNames.includes(each.name) ? { ...each, isCommon: true as const } : each,
  )
  if (!hasUnforeseen) return { ...problem, properties }
  const actions = problem.actions.map((each) => ({
    ...each,
    effect: each.name === "luck" ? lucky(each.effect) : doubted(dice, each.effect),
  }))
  const triggers = problem.triggers.map((each) =>
    dice.chance(55)
      ? { ...each, isUnforeseen: true as const }
      : { ...each, effect: doubted(dice, each.effect) },
  )
  return { ...problem, properties, actions, triggers }
}

/** The same effect, of which some parts, perhaps parts of parts, are unforeseen. */
function doubted(dice: Dice, effect: Effect): Effect {
  const inside = within(effect, (part) => doubted(dice, part))
  return dice.chance(18) ? { kind: "unforeseen", body: inside } : inside
}

/** The last part is unforeseen. */
function lucky(effect: Effect): Effect {
  if (effect.kind !== "all") return effect
  return {
    ...effect,
    parts: effect.parts.map((each, i) =>
      i + 1 < effect.parts.length ? each : { kind: "unforeseen", body: each },
    ),
  }
}

function within(effect: Effect, change: (part: Effect) => Effect): Effect {
  switch (effect.kind) {
    case "assign":
      return effect
    case "all":
      return { ...effect, parts: effect.parts.map(change) }
    case "if": {
      const branches = effect.branches.map((each) => ({ ...each, body: change(each.body) }))
      return { ...effect, branches, otherwise: effect.otherwise && change(effect.otherwise) }
    }
    case "forall":
    case "believes":
    case "unforeseen":
      return { ...effect, body: change(effect.body) }
  }
}

/** The marks in words, to be read beside the text. */
export function describeMarks({ properties, actions, triggers }: Problem): string {
  const common = properties.filter((each) => each.isCommon).map((each) => each.name)
  const whole = triggers.filter((each) => each.isUnforeseen).map((each) => each.name)
  const parts = [...actions, ...triggers].flatMap((each: EventTemplate) =>
    placesIn(each.effect, `${each.name}.effect`),
  )
  return [
    ...(common.length > 0 ? [`// common: ${common.join(", ")}`] : []),
    ...(whole.length + parts.length > 0 ? [`// unforeseen: ${[...whole, ...parts].join(", ")}`] : []),
  ].join("\n")
}

function placesIn(effect: Effect, path: string): readonly string[] {
  switch (effect.kind) {
    case "assign":
      return []
    case "all":
      return effect.parts.flatMap((each, i) => placesIn(each, `${path}.parts[${i}]`))
    case "if": {
      const bodies = [
        ...effect.branches.map((each) => each.body),
        ...(effect.otherwise === undefined ? [] : [effect.otherwise]),
      ]
      return bodies.flatMap((each, i) => placesIn(each, `${path}.branch[${i}]`))
    }
    case "unforeseen":
      return [path, ...placesIn(effect.body, path)]
    case "forall":
    case "believes":
      return placesIn(effect.body, `${path}.body`)
  }
}
