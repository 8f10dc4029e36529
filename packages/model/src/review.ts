/** The review of a plot that a writer noted down, act by act. */
import type { Cause, Holding, Occurrence } from "./fabula.js"
import type { NearAct } from "./outline.js"
import type { Limits } from "./problem.js"
import type { Case, Explanations, Fear } from "./solution.js"
import type { Span } from "./span.js"
import type { Value } from "./value.js"

/**
 * A condition that does not hold: as the author wrote it, with names for its variables, and the values that
 * make it false.
 */
export interface Lack {
  readonly condition: string
  readonly origin?: Span
  /** The mind in which it is read; empty: the world. */
  readonly believers: readonly string[]
  /** What is so, or believed, instead, and since when. Empty: the condition can never hold in this world. */
  readonly reads: readonly Reading[]
}

/**
 * A value that a condition read. `actual`, where the believers are wrong about it: what is so, or what the
 * next mind holds.
 */
export interface Reading extends Cause {
  readonly actual?: Value
}

/**
 * What a character would have to believe (`value`), what they believe instead and since when, and the
 * characters who know better. With several believers: what the first would have to know that the others
 * believe; `since` is then absent.
 */
export interface Ignorance extends Holding {
  readonly believed: Value
  readonly since?: number
  readonly knownTo: readonly string[]
}

/** The plan that comes nearest to a reason: the best that could follow from the act. */
export interface NearMiss {
  /** The acts after the one in question. */
  readonly plan: readonly string[]
  readonly utility: number | null
  /**
   * Why it is no reason. `worthless`: the character reaches nothing better than what they have. `consent`:
   * another character has no reason for an act of it. `idle`: the act in question is not needed for it.
   */
  readonly flaw:
    | { readonly kind: "worthless" }
    | { readonly kind: "consent"; readonly act: string; readonly character: string }
    | { readonly kind: "idle"; readonly instead: readonly string[] }
}

/**
 * A plan after an act that would be a reason if plans could count on accidents; `acts`: the accidents in it.
 */
export interface Chance {
  readonly acts: readonly string[]
  readonly plan: readonly string[]
}

/** One reason why an act does not hold, or is not known to hold. */
export type Finding =
  /** What the act needs is not so. */
  | { readonly kind: "impossible"; readonly lacks: readonly Lack[] }
  /**
   * They have no reason, and nothing they could learn would give them one. `disbelief`: why they think it
   * impossible, if so.
   */
  | {
      readonly kind: "unmotivated"
      readonly character: string
      readonly utility: number | null
      readonly disbelief: readonly Lack[]
      readonly nearest: NearMiss | null
      readonly origin?: Span
      /**
       * With more foresight than the limits allow (`limits`) they would have a reason: the plan after the
       * act.
       */
      readonly wider?: {
        readonly limits: Pick<Required<Limits>, "character" | "belief">
        readonly character: number
        readonly belief: number
        readonly plan: readonly string[]
      }
      /**
       * They would have a reason in hope if they supposed `cases` things at once, and not `limit` at most:
       * the case, and the plan after the act.
       */
      readonly supposing?: {
        readonly limit: number
        readonly cases: number
        readonly case: Case
        readonly plan: readonly string[]
      }
      /** What keeps them from it. */
      readonly fear?: Fear
      /**
       * They have no reason; whether learning something would give them one was left open, because of this
       * limit.
       */
      readonly unasked?: "time" | "memory" | "effort" | "interrupted"
      readonly chance?: Chance
      /** An act that they have a reason for instead: the plan after it, and its utility for them. */
      readonly rather?: {
        readonly act: string
        readonly plan: readonly string[]
        readonly utility: number | null
      }
    }
  /**
   * They would have a reason if they knew this, no part of which can be left out; empty: if they knew what
   * the others believe.
   */
  | {
      readonly kind: "does-not-know"
      readonly character: string
      readonly ignorance: readonly Ignorance[]
      readonly disbelief: readonly Lack[]
      /** Acts that would tell them; those that are possible where the act stands come first. */
      readonly tellers: readonly string[]
      /** What keeps them from it as long as they do not know. */
      readonly fear?: Fear
    }
  /** The story ends as well without it: these later acts are enough. */
  | { readonly kind: "needless"; readonly instead: readonly string[] }
  /** Not decided within this limit. `past`: it depends on an earlier act that can never happen. */
  | {
      readonly kind: "limited"
      readonly character: string | null
      readonly limit: "time" | "visits" | "memory" | "belief" | "effort" | "past" | "interrupted"
      /** How many nodes had been visited. */
      readonly visited?: number
    }

/** In order of precedence among several findings. `limited`: no finding, but not all was decided. */
export type ActVerdict = "holds" | "impossible" | "unmotivated" | "does-not-know" | "needless" | "limited"

/** One act of the plot with all its findings. */
export interface ReviewedAct {
  /** Its place among the acts, from 1. */
  readonly number: number
  /** The writer's own number for it, else its place. */
  readonly item: string
  readonly act: string
  readonly origin?: Span
  readonly verdict: ActVerdict
  readonly findings: readonly Finding[]
  /** The reasons that were found for it, by character. */
  readonly explanations: Explanations
}

/** An act or a trigger that it set off, for the numbers in `since`. */
export type Happening = Pick<Occurrence, "number" | "act" | "item" | "kind" | "label">

/** An item that could not be read as an act of the world. The review leaves it out. */
export interface Unread {
  readonly item: string
  readonly text: string
  /** How many acts stand before it. */
  readonly before: number
  readonly line: number
  /** The acts that have most words in common with it. */
  readonly near: readonly NearAct[]
}

/** One way to make a plot hold, with the repaired plan; the checker has accepted it. */
export interface Repair {
  /** `fill`: acts inserted in several places. */
  readonly kind: "drop" | "move" | "insert" | "fill"
  /**
   * Which act (from 1) is dropped or moved; of an insertion, before which one the new acts come (one more
   * than there are: at the end).
   */
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

/** `isWhole`: all changes of this size were tried, so there are no others. */
export interface Repairs {
  readonly repairs: readonly Repair[]
  readonly isWhole: boolean
  /** How many acts were inserted at most. */
  readonly most: number
  /** Where filling the gaps with several acts each failed; null: it was not tried, or it succeeded. */
  readonly gap: GapStop | null
}

/** No acts were found that lead to this act (one more than there are: to a good end). */
export interface GapStop {
  readonly before: number
  /** All ways of so many acts were tried. */
  readonly tried: number
  /** The most acts that the question allowed. */
  readonly most: number
  /** The limit that stopped it before that. */
  readonly limit: "time" | "effort" | "belief" | null
}

/** The review of a plot, as JSON and as the library returns it. */
export interface Review {
  readonly format: "dramaturg-review"
  readonly version: 1
  readonly world: string
  /**
   * `holds`: every act holds and the story reaches its goal; the checker agrees. `unread`: the acts have no
   * findings, but a part of the plot could not be read.
   */
  readonly verdict: "holds" | "fails" | "limited" | "unread"
  readonly acts: readonly ReviewedAct[]
  /** The items that could not be read, in the order of the plot. */
  readonly unread: readonly Unread[]
  /** Items that say of themselves that they are notes. */
  readonly notes: readonly Omit<Unread, "near">[]
  /** The occurrences that `since` in findings refers to. */
  readonly occurrences: readonly Happening[]
  /**
   * The author's utility before and after; `isBetter`: the end is better than the start, and good enough for
   * the goal.
   */
  readonly ending: {
    readonly start: number | null
    readonly end: number | null
    readonly goal: number | null
    readonly isBetter: boolean
    /** The utility of start or end is not known: it takes deeper minds than the engine follows. */
    readonly isOpen?: true
  }
  /** The bounds within which reasons were searched. */
  readonly limits: Required<Limits>
}
