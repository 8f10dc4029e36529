/** A review of a plot as a writer reads it: every act with its verdict, and what there is to say about it. */
import type { Repairs, Review } from "@dramaturg/model"
import { repairSentences, reviewSentences } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { wrapped } from "./wrapped.js"

export function printReview(review: Review, repairs: Repairs | undefined, colours: Colours): string {
  const { acts, others, whole } = reviewSentences(review)
  const lines: Line[] = acts.map(({ item, act, verdict, sentences }) => ({ item, words: act, verdict, sentences }))
  // From the last one backwards: each stands behind the acts that it follows in the plot.
  for (const { item, text, before, verdict, sentences } of [...others].reverse()) lines.splice(before, 0, { item, words: shortened(text), verdict, sentences })
  const width = Math.max(...lines.map((each) => each.item.length))
  const longest = Math.min(48, Math.max(...lines.map((each) => each.words.length)))
  const printed = lines.flatMap(({ item, words, verdict, sentences }) => [
    `${colours.dim(`${item.padStart(width)}.`)} ${words.padEnd(longest)}  ${verdict === "holds" || verdict === "note" ? colours.dim(verdict) : colours.bold(verdict)}`,
    ...sentences.flatMap((each) => wrapped(each, width + 4)),
  ])
  const changes = repairs === undefined ? [] : repairSentences(repairs, acts.map((each) => each.item)).flatMap((each) => wrapped(each, 0))
  return [...printed, "", whole, ...changes, ""].join("\n")
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
