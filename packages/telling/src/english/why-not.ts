/** Why something does not happen: an act that somebody might take, or an ending. */
import { type EndingAnswer, type Opening, printValue, type Review } from "@dramaturg/model"
import { findingSentences } from "./finding.js"

/** About the last act of what was reviewed. */
export function whyNotSentences(review: Review): readonly string[] {
  const act = review.acts[review.acts.length - 1]
  if (act.findings.length > 0) return findingSentences(review, act.findings)
  const reasons = Object.entries(act.explanations).map(([who, steps]) =>
    steps.length === 0
      ? `${who} would want it for its own sake.`
      : `${who} would mean it to lead on to ${steps.map((each) => each.act).join(", then ")}.`,
  )
  return ["Nothing speaks against it: it could happen here.", ...reasons]
}

const proofs = {
  impossible: "It can never end so: nothing that can happen in this world brings it about, whatever anybody wants.",
  exhausted: "No story ends so, within the limits: every possibility was looked at.",
  limited: "No story was found that ends so",
}

/** What stops a search. */
export const stops = {
  time: "in the time given", visits: "in as many visits as were allowed", memory: "in the memory given",
  belief: "in minds as deep as we follow them", effort: "of which the judge could be sure with as much effort as it was allowed",
}

function proofOf({ proof, limit }: EndingAnswer & { kind: "not-reached" }): string {
  return proof === "limited" ? `${proofs.limited} ${stops[limit ?? "visits"]}; there may be one.` : proofs[proof]
}

/** What there is to say of an ending; the acts of a story that reaches it are left to whoever shows them. */
export function endingSentences(answer: EndingAnswer): readonly string[] {
  if (answer.kind === "reached") return ["It can end so:"]
  const more = answer.isCutShort ? ["Not every single change could be tried to its end."] : []
  if (answer.openings.length === 0) return [proofOf(answer), answer.isCutShort ? "No change of a single fact, want or rule that was tried opens it." : "No change of a single fact, want or rule opens it.", ...more]
  return [proofOf(answer), "It could end so", ...answer.openings.map((each) => `- ${opening(each)}, by ${way(each.story.plan)}.`), ...more]
}

/** A long story is not told in passing. */
const LONGEST = 5

function way(plan: readonly string[]): string {
  return plan.length <= LONGEST ? plan.join(", then ") : `${plan.length} acts, from ${plan[0]} to ${plan.at(-1)}`
}

function opening(each: Opening): string {
  switch (each.kind) {
    case "fact":
      return each.value === true || each.value === false
        ? `if ${each.fluent} ${each.value ? "held" : "did not hold"} at the start`
        : `if at the start ${each.fluent} were ${printValue(each.value)}, not ${printValue(each.was)}`
    case "want":
      return `if ${each.character} wanted it to`
    case "rule":
      return `without the rule ${each.trigger}`
  }
}
