/** How the table of minds words a belief. */
import type { Belief } from "@dramaturg/analysis"
import { asItIs, type How, printValue } from "@dramaturg/model"

export function valueWords(value: Belief["value"]): string {
  if (value === undefined) return "–"
  if (value === asItIs) return "what is so"
  return value === true ? "yes" : value === false ? "no" : value === null ? "not known" : printValue(value)
}

const hows: Record<How, string> = {
  effect: "by what happened",
  saw: "saw it",
  surprised: "was surprised",
  told: "was told",
  inferred: "worked it out",
}

export function howWords({ how, by, isFromAct }: Pick<Belief, "how" | "by" | "isFromAct">): string {
  if (isFromAct) return "inferred it from what was done"
  return how === null ? "" : how === "told" && by !== undefined ? `was told by ${by}` : hows[how]
}
