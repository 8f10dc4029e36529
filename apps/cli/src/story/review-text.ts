/** A review of a plot as a writer reads it: every act with its verdict, and what there is to say about it. */
import type { Repairs, Review } from "@dramaturg/model"
import { repairSentences, reviewSentences } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { wrapped } from "./wrapped.js"

export function printReview(review: Review, repairs: Repairs | undefined, colours: Colours): string {
  const { acts, whole } = reviewSentences(review)
  const width = String(acts.length).length
  const longest = Math.min(48, Math.max(...acts.map((each) => each.act.length)))
  const lines = acts.flatMap(({ number, act, verdict, sentences }) => [
    `${colours.dim(`${String(number).padStart(width)}.`)} ${act.padEnd(longest)}  ${verdict === "holds" ? colours.dim(verdict) : colours.bold(verdict)}`,
    ...sentences.flatMap((each) => wrapped(each, width + 4)),
  ])
  const changes = repairs === undefined ? [] : repairSentences(repairs, acts.length).flatMap((each) => wrapped(each, 0))
  return [...lines, "", whole, ...changes, ""].join("\n")
}
