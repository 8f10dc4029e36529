/**
 * What the page and its workers say to each other: plain data only. The page asks under a number; the worker
 * tells how it stands now and then, and at last answers, once. The page may cancel at any time, and is told
 * that the job was cancelled.
 */
import type { Changes, CheckResult, EndingResult, InnerLife } from "@dramaturg/analysis"
import type {
  Diagnostic,
  Ending,
  Fabula,
  PlayRecord,
  Repair,
  Repairs,
  Review,
  ScenarioOutcome,
  Solution,
  Span,
  Telling,
} from "@dramaturg/model"
import type { SideWords } from "../words.js"
import type { Job } from "./job.js"
import type { jobs } from "./jobs/index.js"

export type { Changes }

/** A world as it is written: its files by name, and which of them is the one that includes the others. */
export interface World {
  readonly main: string
  readonly texts: Readonly<Record<string, string>>
}

/** How a search stands. */
export interface Figures {
  readonly stage: "reading" | "preparing" | "searching" | "judging" | "writing"
  readonly visited: number
  readonly seconds: number
  readonly mebibytes: number
  /** The longest line looked at. */
  readonly depth: number
}

/** How much a search may take. */
export interface Budget {
  readonly milliseconds: number
  readonly mebibytes: number
}

/** An act as the story panel shows it. */
export interface ToldAct {
  /** From 1. */
  readonly number: number
  readonly label: string
  /** Who decides it. */
  readonly deciders: readonly string[]
  readonly doc: string | null
  readonly origin: Span | null
  readonly reasons: readonly string[]
  /** The occurrence that it is, by number. */
  readonly occurrence: number
}

/** The story once more, with what people believe of one another's beliefs. */
export interface DeeperStory {
  readonly kind: "nested"
  readonly fabula: Fabula
  /** Of a fluent and a believed value, under `factKey`. Null: an inner fluent of the world, not shown. */
  readonly words: Readonly<Record<string, string | null>>
}

export interface FoundStory {
  readonly kind: "found"
  readonly world: string
  readonly acts: readonly ToldAct[]
  readonly telling: Telling | null
  readonly fabula: Fabula
  /** Where each occurrence of the fabula is written, by number from 1. */
  readonly origins: readonly (Span | null)[]
  readonly lives: readonly InnerLife[]
  /** Null: it is not known whether a shorter one would do. */
  readonly isShortest: boolean | null
  readonly isUndecided: boolean
  readonly utility: number
  readonly seconds: number
}

/** No story: because there is none, or because the search was stopped by something. */
export interface NoStory {
  readonly kind: "none"
  readonly proof: "exhausted" | "limited"
  readonly limit: string | null
  readonly visited: number
  readonly seconds: number
}

export interface Torn {
  readonly kind: "torn"
  readonly diagnostics: readonly Diagnostic[]
}

export interface Checked extends CheckResult {
  /** On files that the world does not include, but that put it to the test. */
  readonly besides: readonly Diagnostic[]
  readonly milliseconds: number
}

/** A play as the page shows it. */
export interface Played {
  readonly kind: "played"
  readonly as: string
  /** What they are called in the telling. */
  readonly name: string
  readonly record: PlayRecord
  /** Where it parted from what was kept, when the world had changed. */
  readonly partings: readonly {
    readonly choice: number
    readonly chosen: string | null
    readonly why: string
  }[]
  readonly opening: readonly string[]
  readonly turns: readonly PlayedTurn[]
  readonly choices: readonly { readonly act: string; readonly words: string }[]
  readonly ending: Ending | null
  readonly endingWords: string | null
  /** How the story stands. */
  readonly steering: string | null
  readonly reasons: readonly string[]
  readonly measures: {
    readonly turns: number
    readonly choices: number
    readonly attempts: number
    readonly plannedAnew: number
  }
}

export interface PlayedTurn {
  readonly node: number
  readonly chosen: string
  readonly text: readonly string[]
}

export type PlayStep =
  | { readonly kind: "begin" }
  | { readonly kind: "choose"; readonly chosen: string | null }
  | { readonly kind: "undo" }
  | { readonly kind: "go"; readonly node: number }

export interface Carried {
  readonly kind: "carried"
  readonly name: string
  readonly text: string
  readonly places: number
  readonly missing: string | null
}

/** A question that could not be asked, in one sentence. */
export interface Refused {
  readonly kind: "refused"
  readonly sentence: string
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

/** How an embedded story is told. `pov`: a person, `outside`, or null: by an all-knowing narrator. */
export interface AskedManner {
  readonly pov: string | null
  readonly order: Telling["manner"]["order"]
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
export type Jobs = {
  readonly [Name in keyof typeof jobs]: (typeof jobs)[Name] extends Job<infer Asked, infer Answer>
    ? { readonly asked: Asked; readonly answer: Answer }
    : never
}

export type JobName = keyof Jobs
export type Asked<Name extends JobName> = Jobs[Name]["asked"]
export type Answer<Name extends JobName> = Jobs[Name]["answer"]

export type ToWorker =
  | { readonly id: number; readonly job: JobName; readonly asked: Asked<JobName> }
  | { readonly id: number; readonly cancel: true }

export type FromWorker =
  | { readonly id: number; readonly figures: Figures }
  | { readonly id: number; readonly answer: Answer<JobName> }
  | { readonly id: number; readonly cancelled: true }
  /** It went wrong, through no fault of the author's. */
  | { readonly id: number; readonly broken: string }
