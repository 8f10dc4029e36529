/** What there is to be said of a plot that somebody wrote down, act by act. */
import type { Cause, Holding, Occurrence } from "./fabula.js"
import type { NearAct } from "./outline.js"
import type { Limits } from "./problem.js"
import type { Explanations } from "./solution.js"
import type { Span } from "./span.js"
import type { Value } from "./value.js"

/** A condition that does not hold: as the author wrote it, with names for its variables; and what it is that makes it false. */
export interface Lack {
  readonly condition: string
  readonly origin?: Span
  /** Whose mind it is read in, if anybody's. */
  readonly believers: readonly string[]
  /** What is so, or believed, instead, and since when. Nothing: it can never hold in this world. */
  readonly reads: readonly Reading[]
}

/** What a condition read. `actual`: where it was read in a mind that is wrong about it, what is so; or what the next mind in it holds. */
export interface Reading extends Cause {
  readonly actual?: Value
}

/**
 * Something that somebody would have to believe, what they believe instead since when, and who knows better. Of several believers: what the first
 * of them would have to know that the others believe; then it is not said since when they think otherwise.
 */
export interface Ignorance extends Holding {
  readonly believed: Value
  readonly since?: number
  readonly knownTo: readonly string[]
}

/** The nearest thing to a reason: what they could see coming of it, best first. */
export interface NearMiss {
  /** The acts after the one in question. */
  readonly plan: readonly string[]
  readonly utility: number | null
  /**
   * What is wrong with it. `worthless`: nothing in reach is better for them than what they have. `consent`: an act of it that
   * somebody else has no reason for. `idle`: the act in question is not needed for it.
   */
  readonly flaw:
    | { readonly kind: "worthless" }
    | { readonly kind: "consent"; readonly act: string; readonly character: string }
    | { readonly kind: "idle"; readonly instead: readonly string[] }
}

/** A plan after an act that would be a reason for it if anybody could count on these acts of it, to which nobody consents. */
export interface Chance {
  readonly acts: readonly string[]
  readonly plan: readonly string[]
}

export type Finding =
  /** What the act needs is not so. */
  | { readonly kind: "impossible"; readonly lacks: readonly Lack[] }
  /** They have no reason, and nothing that they could learn would give them one (but see `unasked`). `disbelief`: why they think it cannot be done, if they do. */
  | {
      readonly kind: "unmotivated"; readonly character: string; readonly utility: number | null; readonly disbelief: readonly Lack[]
      readonly nearest: NearMiss | null; readonly origin?: Span
      /** With more foresight than the limits allow (`limits`) they would have a reason: the plan after the act. */
      readonly wider?: { readonly limits: Pick<Required<Limits>, "character" | "belief">; readonly character: number; readonly belief: number; readonly plan: readonly string[] }
      /** It is certain that they have no reason; whether something that they could learn would give them one was left open, for this limit. */
      readonly unasked?: "time" | "memory" | "effort" | "interrupted"
      readonly chance?: Chance
      /** Something that they would do instead, for a reason: the plan after it, and what it brings them. */
      readonly rather?: { readonly act: string; readonly plan: readonly string[]; readonly utility: number | null }
    }
  /** They would have a reason if they knew this, as little as will do; empty: if they knew what the others believe. */
  | {
      readonly kind: "does-not-know"; readonly character: string; readonly ignorance: readonly Ignorance[]; readonly disbelief: readonly Lack[]
      /** Acts that would tell them: those possible where the act stands first. */
      readonly tellers: readonly string[]
    }
  /** The end is as good without it: these of the later acts do. */
  | { readonly kind: "needless"; readonly instead: readonly string[] }
  /** It could not be told, within this limit. `past`: it hangs on an act before it that can never happen. */
  | {
      readonly kind: "limited"; readonly character: string | null; readonly limit: "time" | "visits" | "memory" | "belief" | "effort" | "past" | "interrupted"
      /** After so many nodes had been visited. */
      readonly visited?: number
    }

/** In this order: where several findings apply, the first is the verdict. `limited`: no finding, but not all could be told. */
export type ActVerdict = "holds" | "impossible" | "unmotivated" | "does-not-know" | "needless" | "limited"

export interface ReviewedAct {
  /** Its place among the acts, from 1. */
  readonly number: number
  /** How its writer counts it: by their own number where they gave one. */
  readonly item: string
  readonly act: string
  readonly origin?: Span
  readonly verdict: ActVerdict
  readonly findings: readonly Finding[]
  /** The reasons by which it holds, as far as they were found. */
  readonly explanations: Explanations
}

/** What happened, by number: the acts and the triggers that they set off. */
export type Happening = Pick<Occurrence, "number" | "act" | "item" | "kind" | "label">

/** Something that was meant as part of the plot and is no act of the world. The acts were judged without it. */
export interface Unread {
  readonly item: string
  readonly text: string
  /** How many acts stand before it. */
  readonly before: number
  readonly line: number
  /** The acts that have most words in common with it. */
  readonly near: readonly NearAct[]
}

/** One way to make a plot hold: the acts as they would then stand. The judge accepts it. */
export interface Repair {
  /** `fill`: acts inserted in several places. */
  readonly kind: "drop" | "move" | "insert" | "fill"
  /** Which act (from 1) is dropped or moved; of an insertion, before which one the new acts come (one more than there are: at the end). */
  readonly act: number
  /** Of `fill`: all its insertions, in order. */
  readonly insertions?: readonly { readonly before: number; readonly acts: readonly string[] }[]
  /** Before which act (as they stood) a moved one comes to stand. */
  readonly before?: number
  /** What is dropped, moved or inserted. */
  readonly acts: readonly string[]
  readonly plan: readonly string[]
  readonly explanations: readonly Explanations[]
}

/** `isWhole`: all changes of this size were tried, so that there are no others. */
export interface Repairs {
  readonly repairs: readonly Repair[]
  readonly isWhole: boolean
  /** How many acts were inserted at most. */
  readonly most: number
  /** Where filling the gaps with several acts each came to an end, if it did; null: it was not tried, or it arrived. */
  readonly gap: GapStop | null
}

/** No acts were found that lead to this act (one more than there are: to a good end). */
export interface GapStop {
  readonly before: number
  /** All ways of so many acts were tried. */
  readonly tried: number
  /** More acts than this were not asked for. */
  readonly most: number
  /** What ended it before that. */
  readonly limit: "time" | "effort" | "belief" | null
}

export interface Review {
  readonly format: "dramaturg-review"
  readonly version: 1
  readonly world: string
  /**
   * `holds`: every act holds and the story ends as it should; the judge agrees. `unread`: nothing speaks against the acts, but not all of
   * the plot was understood.
   */
  readonly verdict: "holds" | "fails" | "limited" | "unread"
  readonly acts: readonly ReviewedAct[]
  /** What was not understood, in the order of the plot. */
  readonly unread: readonly Unread[]
  /** Items that say of themselves that they are notes. */
  readonly notes: readonly Omit<Unread, "near">[]
  /** What `since` in findings refers to. */
  readonly occurrences: readonly Happening[]
  /** The author's utility before and after; `isBetter`: the end is better than the start, and good enough for the goal. */
  readonly ending: {
    readonly start: number | null; readonly end: number | null; readonly goal: number | null; readonly isBetter: boolean
    /** What start or end are worth could not be told: it takes deeper minds than are followed. */
    readonly isOpen?: true
  }
  /** Within which bounds reasons were looked for. */
  readonly limits: Required<Limits>
}
