/**
 * What the page and its workers say to each other: plain data only. The page asks under a number; the worker
 * tells how it stands now and then, and at last answers, once. The page may cancel at any time, and is told
 * that the job was cancelled.
 */
import type { Changes, CheckResult, EndingResult } from "@dramaturg/analysis"
import type {
  Diagnostic,
  Fabula,
  Repair,
  Repairs,
  Review,
  ScenarioOutcome,
  Solution,
  Span,
} from "@dramaturg/model"
import type { SideWords } from "../words.js"
import type { JobTypesOf } from "@dramaturg/web/protocol"
import type { jobs } from "./jobs/index.js"

export type { Changes }
export type {
  Budget,
  Figures,
  FoundStory,
  NoStory,
  PlayStep,
  Played,
  PlayedTurn,
  Refused,
  ToldAct,
  Torn,
  World,
} from "@dramaturg/web/protocol"

/** The story once more, with what people believe of one another's beliefs. */
export interface DeeperStory {
  readonly kind: "nested"
  readonly fabula: Fabula
  /** Of a fluent and a believed value, under `factKey`. Null: an inner fluent of the world, not shown. */
  readonly words: Readonly<Record<string, string | null>>
}

export interface Checked extends CheckResult {
  /** On files that the world does not include, but that put it to the test. */
  readonly besides: readonly Diagnostic[]
  readonly milliseconds: number
}

export interface Carried {
  readonly kind: "carried"
  readonly name: string
  readonly text: string
  readonly places: number
  readonly missing: string | null
}

export type EndingSaid = Extract<EndingResult, { readonly kind: "ending" }>

export interface NotSaid {
  readonly kind: "obstacles"
  readonly sentences: readonly string[]
}

export interface ComparedWorlds {
  readonly kind: "compared"
  readonly sides: readonly SideWords[]
  readonly parting: string | null
  /** Of the changed world: there is a story, there is none, or it was not found out. */
  readonly comesTo: "story" | "none" | "unknown"
}

export interface OutlineLine {
  readonly act: string
  /** Line of the outline, from 1. */
  readonly line: number
  readonly verdict: Review["acts"][number]["verdict"]
  readonly words: string
  readonly sentences: readonly string[]
}

export interface Reviewed {
  readonly kind: "reviewed"
  readonly lines: readonly OutlineLine[]
  readonly whole: string
  readonly holds: boolean
  readonly remarks: readonly Diagnostic[]
}

export interface Offered {
  readonly kind: "offered"
  readonly offers: readonly { readonly repair: Repair; readonly sentence: string }[]
  /** Said where nothing can be offered. */
  readonly sentences: readonly string[]
  readonly isWhole: Repairs["isWhole"]
}

/** The scenarios of all files, in the order of reading. */
export interface ListedScenarios {
  readonly scenarios: readonly { readonly title: string; readonly origin: Span }[]
  /** Mistakes in files that the world does not include, but that include it. */
  readonly mistakes: readonly Diagnostic[]
}

/** What came of one of them, expectation by expectation. */
export interface ScenarioSaid {
  readonly outcome: ScenarioOutcome["outcome"]
  readonly expectations: readonly {
    readonly text: string
    readonly isMet: boolean | null
    readonly because: readonly string[]
  }[]
  readonly seconds: number
}

/** A story that was listed and not told yet. */
export interface ListedStory {
  readonly solution: Solution
  readonly utility: number
  readonly isUndecided: boolean
}

export interface ListedStories {
  readonly kind: "listed"
  readonly stories: readonly ListedStory[]
  /** How many there are so far, those that are not listed among them. */
  readonly found: number
  /** There are no others, up to so many acts. */
  readonly isAll: boolean
  readonly mostActs: number | null
  readonly limit: string | null
  readonly visited: number
}

/** Every job by name: what it is asked, and what it answers. */
export type Jobs = JobTypesOf<typeof jobs>

export type JobName = keyof Jobs
export type Asked<Name extends JobName> = Jobs[Name]["asked"]
export type Answer<Name extends JobName> = Jobs[Name]["answer"]
