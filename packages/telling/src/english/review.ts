/** A review of a plot, line by line. */
import type {
  ActVerdict,
  GapStop,
  NearAct,
  Problem,
  Repair,
  Repairs,
  Review,
  ReviewedAct,
  Unread,
} from "@dramaturg/model"
import { briefActIn, type Diction, dictionOf, typedActIn } from "./diction.js"
import { findingSentences } from "./finding.js"
import { counted, list, sentence, worth } from "./answer-parts.js"

export interface ActSentences {
  /** The writer's number. */
  readonly item: string
  readonly act: string
  /** The verdict in one or two words. */
  readonly verdict: string
  readonly sentences: readonly string[]
}

export const verdictWords: Record<ActVerdict, string> = {
  holds: "holds",
  impossible: "impossible",
  unmotivated: "unmotivated",
  "does-not-know": "does not know",
  needless: "needless",
  limited: "not told",
}

/** An item that is no act, at its place, and the acts that it may mean. */
export interface UnreadSentences extends Pick<Unread, "item" | "text" | "before" | "line"> {
  readonly verdict: string
  readonly sentences: readonly string[]
}

/** A review in words. */
export interface ReviewSentences {
  /** One entry for each act of the review. */
  readonly acts: readonly ActSentences[]
  /** Items that are no acts: notes, and what was not understood. */
  readonly others: readonly UnreadSentences[]
  readonly whole: string
}

/** Lines for every act, and sentences about the whole. */
export function reviewSentences(review: Review, problem: Problem): ReviewSentences {
  const setting = { occurrences: review.occurrences, diction: dictionOf(problem) }
  const acts = review.acts.map(({ item, act, verdict, findings }) => ({
    item,
    act,
    verdict: verdictWords[verdict],
    sentences: findingSentences(setting, findings),
  }))
  const unread = review.unread.map(({ near, ...each }) => ({
    ...each,
    verdict: "not understood",
    sentences: nearSentences(near),
  }))
  const notes = review.notes.map((each) => ({ ...each, verdict: "note", sentences: [] }))
  return { acts, others: [...unread, ...notes].sort((a, b) => a.line - b.line), whole: wholeOf(review) }
}

/** The acts that an unread item may mean, as offers: `Did you mean …?`; empty if there are none. */
export function nearSentences(near: readonly NearAct[]): readonly string[] {
  if (near.length === 0) return []
  return [
    `Did you mean ${list(
      near.map(({ act, told }) => `${act} (“${told}”)`),
      "or",
    )}?`,
  ]
}

function wholeOf(review: Review): string {
  const { ending, verdict, unread } = review
  if (verdict === "holds") return "The plot holds: every act is possible, explained and needed."
  const bad = review.acts.filter((each) => each.verdict !== "holds" && each.verdict !== "limited").length
  const acts =
    bad === 0 ? [] : [`The plot does not hold: ${bad === 1 ? "one act does" : `${bad} acts do`} not hold.`]
  const isOpen =
    bad === 0 &&
    ending.isBetter &&
    (unread.length === 0 || review.acts.some((each) => each.verdict === "limited"))
  const open =
    isOpen || review.acts.some(isLeftOpen) ? ["Not everything could be told.", ...withinOf(review)] : []
  return [...acts, ...unreadIn(unread), ...endingOf(ending), ...open].join(" ")
}

/** A finding was left open by a limit that more time or effort would lift. */
function isLeftOpen({ findings }: ReviewedAct): boolean {
  return findings.some(
    (each) =>
      (each.kind === "limited" && each.limit !== "belief" && each.limit !== "past") ||
      (each.kind === "unmotivated" && each.unasked !== undefined),
  )
}

/** Says within which limits reasons were searched, if some were left open. */
function withinOf({ acts, limits }: Review): readonly string[] {
  if (!acts.some(isLeftOpen)) return []
  return [
    `Reasons were looked for with people planning ${counted(limits.character, "act")} ahead, ${counted(limits.belief, "mind")} deep.`,
  ]
}

function unreadIn(unread: Review["unread"]): readonly string[] {
  if (unread.length === 0) return []
  return [
    `${unread.length === 1 ? `Item ${unread[0].item} was` : `${unread.length} items were`} not understood; the acts were judged without ${unread.length === 1 ? "it" : "them"}.`,
  ]
}

function endingOf({ start, end, goal, isBetter, isOpen }: Review["ending"]): readonly string[] {
  if (isOpen)
    return [
      "Whether it ends better for the author could not be told: it depends on minds deeper than we follow.",
    ]
  if (isBetter) return []
  const isBetterThanStart = start !== null && end !== null && end > start
  return [
    sentence(
      isBetterThanStart && goal !== null
        ? `it ends at ${worth(end)} for the author; the goal is ${worth(goal)}`
        : `it ends no better for the author than it began (${worth(start)}, then ${worth(end)})`,
    ),
  ]
}

/** Sentences about repairs. `items`: the writer's numbers of the acts. */
export function repairSentences(
  { repairs, isWhole, most, gap }: Repairs,
  items: readonly string[],
  problem: Problem,
): readonly string[] {
  const diction = dictionOf(problem)
  if (repairs.length > 0)
    return repairs.map((each) => sentence(`it would hold ${repairOf(diction, each, items)}`))
  const tried = `dropping one act, moving one or inserting ${most === 1 ? "one" : `up to ${most}`}`
  const whole = isWhole
    ? `Nothing makes it hold within these limits that is done by ${tried}: all of it was tried.`
    : `No repair was found before the search was stopped; tried was ${tried}.`
  return [whole, ...(gap === null ? [] : [gapSentence(gap, items)])]
}

function gapSentence({ before, tried, most, limit }: GapStop, items: readonly string[]): string {
  const where =
    before > items.length
      ? "all its acts can be made to happen, but not explained and to a good end"
      : `act ${items[before - 1]} cannot be made to happen`
  if (most <= 0) return "More acts were not put in: within these limits the story may not be longer."
  const acts = (count: number): string => (count === 1 ? "one act" : `${count} acts`)
  if (limit === null)
    return `Nor do its gaps close with up to ${acts(most)} put in, wherever they come to stand: ${where}. All of it was tried.`
  const why = {
    time: "because the time was over",
    effort: "because too much had to be looked at",
    belief: "because minds are not followed deeper",
  }
  return `Up to ${acts(tried)} put in to close its gaps, wherever they come to stand, do not do it: ${where} with these. With more it was not tried to the end, ${why[limit]}.`
}

/** Inserted acts stand as users would type them. */
function repairOf(
  diction: Diction,
  { kind, act, before, acts, insertions = [] }: Repair,
  items: readonly string[],
): string {
  const place = (position: number): string =>
    position > items.length ? "at the end" : `before act ${items[position - 1]}`
  const inserted = (some: readonly string[]): string =>
    list(
      some.map((each) => typedActIn(diction, each)),
      "and then",
    )
  if (kind === "drop") return `without act ${items[act - 1]}, ${briefActIn(diction, acts[0])}`
  if (kind === "move")
    return `with act ${items[act - 1]}, ${briefActIn(diction, acts[0])}, moved ${place(before!)}`
  if (kind === "fill")
    return `with ${list(insertions.map((each) => `${inserted(each.acts)} ${place(each.before)}`))}`
  return `with ${inserted(acts)} ${place(act)}`
}
