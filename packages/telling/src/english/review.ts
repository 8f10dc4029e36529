/** A review of a plot, line by line. */
import type { ActVerdict, Repair, Repairs, Review } from "@dramaturg/model"
import { findingSentences } from "./finding.js"
import { list, sentence, worth } from "./words.js"

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

function endingOf({ start, end, goal, isBetter, isOpen }: Review["ending"]): readonly string[] {
  if (isOpen) return ["Whether it ends better for the author could not be told: it depends on minds deeper than we follow."]
  if (isBetter) return []
  const isBetterThanStart = start !== null && end !== null && end > start
  return [sentence(isBetterThanStart && goal !== null
    ? `it ends at ${worth(end)} for the author; the goal is ${worth(goal)}`
    : `it ends no better for the author than it began (${worth(start)}, then ${worth(end)})`)]
}

/** What would make the plot hold. */
export function repairSentences({ repairs, isWhole, most }: Repairs, length: number): readonly string[] {
  if (repairs.length > 0) return repairs.map((each) => sentence(`it would hold ${repairOf(each, length)}`))
  const tried = `dropping one act, moving one or inserting ${most === 1 ? "one" : `up to ${most}`}`
  return [isWhole ? `Nothing makes it hold within these limits that is done by ${tried}: all of it was tried.` : `No repair was found before the search was stopped; tried was ${tried}.`]
}

function repairOf({ kind, act, before, acts }: Repair, length: number): string {
  const place = (position: number): string => (position > length ? "at the end" : `before act ${position}`)
  if (kind === "drop") return `without act ${act}, ${acts[0]}`
  if (kind === "move") return `with act ${act}, ${acts[0]}, moved ${place(before!)}`
  return `with ${list(acts, "and then")} ${place(act)}`
}
