/** A review of a plot as a writer reads it: every act with its verdict, and what there is to say about it. */
import type { Problem, Repairs, Review } from "@dramaturg/model"
import { repairSentences, type ReviewSentences, reviewSentences } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { wrapped } from "./wrapped.js"

export interface Reviewed {
  readonly review: Review
  readonly repairs: Repairs | undefined
  readonly problem: Problem
}

export function printReview({ review, repairs, problem }: Reviewed, colours: Colours): string {
  const { acts, others, whole } = reviewSentences(review, problem)
  const changes =
    repairs === undefined
      ? []
      : repairSentences(
          repairs,
          acts.map((each) => each.item),
          problem,
        ).flatMap((each) => wrapped(each, 0))
  const isPlain = (verdict: string): boolean => verdict === "holds" || verdict === "note"
  return [...plotLines(acts, others, isPlain, colours), "", ...wrapped(whole, 0), ...changes, ""].join("\n")
}

/** Every act with its verdict and what there is to say about it, and between them the items that are none. */
export function plotLines(
  acts: ReviewSentences["acts"],
  others: ReviewSentences["others"],
  isPlain: (verdict: string) => boolean,
  colours: Colours,
): readonly string[] {
  const lines: Line[] = acts.map(({ item, act, verdict, sentences }) => ({
    item,
    words: act,
    verdict,
    sentences,
  }))
  // From the last one backwards: each stands behind the acts that it follows in the plot.
  for (const { item, text, before, verdict, sentences } of [...others].reverse())
    lines.splice(before, 0, { item, words: shortened(text), verdict, sentences })
  const width = Math.max(...lines.map((each) => each.item.length))
  const longest = Math.min(48, Math.max(...lines.map((each) => each.words.length)))
  return lines.flatMap(({ item, words, verdict, sentences }) => [
    `${colours.dim(`${item.padStart(width)}.`)} ${words.padEnd(longest)}  ${isPlain(verdict) ? colours.dim(verdict) : colours.bold(verdict)}`,
    ...sentences.flatMap((each) => wrapped(each, width + 4)),
  ])
}

interface Line {
  readonly item: string
  readonly words: string
  readonly verdict: string
  readonly sentences: readonly string[]
}

/** The words of an item, on one line. */
function shortened(text: string): string {
  const words = text.replace(/\s+/g, " ").trim()
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`
}
