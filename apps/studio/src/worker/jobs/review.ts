/** Reviews an outline act by act, or looks for the smallest change that would make it hold. */
import { askRepair, askReview, mistakeIn, type Unread } from "@dramaturg/analysis"
import { reviewSentences } from "@dramaturg/telling"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Budget, Offered, Refused, Reviewed, World } from "../protocol.js"
import { readWorld } from "@dramaturg/web/read-world"
import { within } from "@dramaturg/web/slices"

export const review: Job<
  { readonly world: World; readonly outline: string; readonly budget: Budget },
  Reviewed | Refused
> = async ({ world, outline: text, budget }, context) => {
  const result = await answering(world, context, (read) =>
    askReview(read, { plot: plotOf(text), ...within(budget.milliseconds) }),
  )
  if (result.kind === "refused") return result
  if (result.kind === "unread") return refusalOf(result)
  const { outline, remarks, review: found } = result
  const { acts, whole } = reviewSentences(found, readWorld(world).problem!)
  const lines = acts.map(({ act, verdict: words, sentences }, i) => ({
    act,
    line: outline.acts[i].span.line,
    verdict: found.acts[i].verdict,
    words,
    sentences,
  }))
  return { kind: "reviewed", lines, whole, holds: found.verdict === "holds", remarks }
}

export const repair: Job<
  { readonly world: World; readonly outline: string; readonly budget: Budget },
  Offered | Refused
> = async ({ world, outline: text, budget }, context) => {
  const result = await answering(world, context, (read) =>
    askRepair(read, { plot: plotOf(text), ...within(budget.milliseconds) }),
  )
  if (result.kind === "refused") return result
  if (result.kind === "unread") return refusalOf(result)
  const { repairs, sentences } = result
  const offers = repairs.repairs.map((each, i) => ({ repair: each, sentence: sentences[i] }))
  return { kind: "offered", offers, sentences: offers.length > 0 ? [] : sentences, isWhole: repairs.isWhole }
}

function plotOf(text: string) {
  return { file: "<outline>", text }
}

function refusalOf({ remarks }: Unread): Refused {
  const wrong = remarks.find((each) => each.severity === "error")!
  return { kind: "refused", sentence: `Line ${wrong.span.line}: ${mistakeIn(remarks)}` }
}
