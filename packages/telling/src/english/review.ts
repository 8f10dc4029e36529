/** A review of a plot, line by line. */
import type { ActVerdict, Review } from "@dramaturg/model"
import { findingSentences } from "./finding.js"
import { sentence, worth } from "./words.js"

export interface ActSentences {
  readonly number: number
  readonly act: string
  /** One or two words. */
  readonly verdict: string
  readonly sentences: readonly string[]
}

const verdicts: Record<ActVerdict, string> = {
  holds: "holds", impossible: "impossible", unmotivated: "unmotivated", "does-not-know": "does not know", needless: "needless", limited: "not told",
}

/** What to say of every act, and of the whole. */
export function reviewSentences(review: Review): { readonly acts: readonly ActSentences[]; readonly whole: string } {
  const acts = review.acts.map(({ number, act, verdict, findings }) => ({
    number, act, verdict: verdicts[verdict], sentences: findingSentences(review, findings),
  }))
  return { acts, whole: wholeOf(review) }
}

function wholeOf(review: Review): string {
  const { ending, verdict } = review
  if (verdict === "holds") return "The plot holds: every act is possible, explained and needed."
  const bad = review.acts.filter((each) => each.verdict !== "holds" && each.verdict !== "limited").length
  const acts = bad === 0 ? [] : [`${bad === 1 ? "one act does" : `${bad} acts do`} not hold`]
  return [...acts.map((each) => `The plot does not hold: ${each}.`), ...endingOf(ending), ...(bad === 0 && ending.isBetter ? ["Not everything could be told."] : [])].join(" ")
}

function endingOf({ start, end, goal, isBetter }: Review["ending"]): readonly string[] {
  if (isBetter) return []
  const isBetterThanStart = start !== null && end !== null && end > start
  return [sentence(isBetterThanStart && goal !== null
    ? `it ends at ${worth(end)} for the author; the goal is ${worth(goal)}`
    : `it ends no better for the author than it began (${worth(start)}, then ${worth(end)})`)]
}
