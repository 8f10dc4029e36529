/** Does a story hold? And what would make an outline hold? */
import { askRepair, askVerify } from "@dramaturg/analysis"
import type { Diagnostic, Limits, Repair, Repairs, Review, Verdict } from "@dramaturg/model"
import { type ReviewSentences, reviewSentences } from "@dramaturg/telling"
import { answered } from "./drive.js"
import { bounded, checkOptions, count, finite } from "./options.js"
import { type Plot, plotText } from "./story.js"
import { type Bounded, clock } from "./tell.js"
import { soundOf, type World } from "./world.js"

/** The options of `verify`. */
export interface VerifyOptions extends Bounded {
  /** The least utility for the author at the end. Default: any improvement on the start. */
  readonly goal?: number
  /** How many visits the checker may spend. */
  readonly effort?: number
}

/** A text that could not be read as a story or an outline; `remarks` say why, and where in it. */
export interface UnreadPlot {
  readonly status: "unread"
  readonly remarks: readonly Diagnostic[]
}

/** What `verify` found. `remarks`: on the text, if it was one. */
export type Verified =
  | UnreadPlot
  /** Of a story that gives reasons: the checker's verdict on it, as it is. */
  | {
      readonly status: "holds" | "fails" | "undecided"
      readonly by: "check"
      readonly remarks: readonly Diagnostic[]
      /** `breaches`: which definition of docs/semantics.md is broken, by which act, in a sentence. */
      readonly verdict: Verdict
      /** The limits within which it was checked: the caller's, else those of the story itself. */
      readonly limits: Required<Limits>
    }
  /** Of an outline without reasons: they were looked for, act by act. */
  | {
      readonly status: "holds" | "fails" | "undecided"
      readonly by: "review"
      readonly remarks: readonly Diagnostic[]
      readonly review: Review
      /** The same in words: for each act, and about the whole. */
      readonly sentences: ReviewSentences
    }

/**
 * Judges a story or an outline. Rejects with a UsageError if the call is wrong, and with the signal's reason
 * if it is aborted.
 */
export async function verify(world: World, plot: Plot, options: VerifyOptions = {}): Promise<Verified> {
  const sound = soundOf("verify", world)
  const story = plotText("verify", plot)
  checkOptions("verify", options, { ...bounded, goal: finite, effort: count })
  const { signal, onProgress, ...asked } = options
  const result = await answered(askVerify(sound, { ...asked, story, clock }), { signal, onProgress })
  if (result.kind === "unread") return { status: "unread", remarks: result.remarks }
  const { remarks } = result
  if (result.kind === "judged") {
    const { verdict, bounds: limits } = result
    const status = ({ valid: "holds", invalid: "fails", undecided: "undecided" } as const)[verdict.verdict]
    return { status, by: "check", remarks, verdict, limits }
  }
  const { review } = result
  const status = ({ holds: "holds", fails: "fails", limited: "undecided", unread: "undecided" } as const)[
    review.verdict
  ]
  return { status, by: "review", remarks, review, sentences: reviewSentences(review, world.problem) }
}

/** The options of `repair`. */
export interface RepairOptions extends Bounded {
  /** How many acts may be inserted together. Default: 1. */
  readonly most?: number
  /** How many ways are enough. Default: 3. */
  readonly enough?: number
  /** The least utility for the author at the end. Default: any improvement on the start. */
  readonly goal?: number
  /** How many visits may be spent on each question. */
  readonly effort?: number
}

/** What `repair` found. `sentences`: one for each repair, or why there is none. */
export type Repaired =
  | UnreadPlot
  /** The smallest changes that make it hold; each holds the whole plan, with reasons, and was checked. */
  | {
      readonly status: "repaired"
      readonly repairs: readonly Repair[]
      readonly sentences: readonly string[]
    }
  /** `none`: all changes of this size were tried. `limited`: the time or the effort was up before that. */
  | {
      readonly status: "none" | "limited"
      readonly gap: Repairs["gap"]
      readonly sentences: readonly string[]
    }

/**
 * Finds the smallest changes that make an outline hold: an act dropped, moved or inserted, or gaps filled.
 * One that holds as it is gets changes, too: ask `verify` first. Rejects with a UsageError if the call is
 * wrong, and with the signal's reason if it is aborted.
 */
export async function repair(world: World, plot: Plot, options: RepairOptions = {}): Promise<Repaired> {
  const sound = soundOf("repair", world)
  const text = plotText("repair", plot)
  checkOptions("repair", options, { ...bounded, most: count, enough: count, goal: finite, effort: count })
  const { signal, onProgress, ...asked } = options
  const result = await answered(askRepair(sound, { ...asked, plot: text, clock }), { signal, onProgress })
  if (result.kind === "unread") return { status: "unread", remarks: result.remarks }
  const { repairs, sentences } = result
  return repairs.repairs.length > 0
    ? { status: "repaired", repairs: repairs.repairs, sentences }
    : { status: repairs.isWhole ? "none" : "limited", gap: repairs.gap, sentences }
}
