/**
 * What the command and its thread say to each other: plain data only. The command asks for one job at a time; the thread
 * sends the answer in parts, as they become known, so that what is known survives an early end, and at last that it is done.
 */
import type { CompareOptions, Enumeration, ExploreOptions, Hits, Search, SearchOptions } from "@dramaturg/engine"
import type { Dialect } from "@dramaturg/language"
import type { Advice, Diagnostic, EndingAnswer, Fabula, Occurrence, ReviewedAct, Limits, MeasuredStory, MeasureName, Repairs, Review, Verdict, WhatIf, ScenarioOutcome, Manner, PlotWhatIf, Problem, SpaceFoot, SpaceHead, SpaceState, Span, StoryCluster, Survey, Telling } from "@dramaturg/model"
import type { FulfilmentWords } from "@dramaturg/telling"
import type { MoveAnswer, MoveAsked, PlayAnswer, PlayAsked } from "./play-protocol.js"

/** A world as it was read; without a dialect the ending of the file's name decides. */
export interface WorldText {
  readonly file: string
  readonly text: string
  readonly dialect?: Dialect
  /** Texts of parts that it includes, in place of what their files say. */
  readonly texts?: ReadonlyMap<string, string>
  /** Whether parts may lie outside the folder of the world's file. */
  readonly readsOutside?: boolean
}

/** What a job is busy with. */
export type Stage = "reading" | "preparing" | "searching" | "judging"

/** What every answer begins with. A world with an error among its remarks gets no further. */
export interface Answer {
  readonly stage: Stage
  readonly diagnostics: readonly Diagnostic[]
  /** The texts of all its files, if the world has several. */
  readonly texts: ReadonlyMap<string, string>
  /** How it stands, in a few words for the progress line. */
  readonly note: string
}

/** How a search stands at one moment. */
export type Snapshot = Pick<Search, "status" | "limit" | "progress" | "story" | "best" | "shortest" | "undecided" | "notes">

/** The same of a list of all stories; the stories themselves are handed over once. */
export interface ListSnapshot extends Pick<Enumeration, "status" | "limit" | "progress" | "notes"> {
  readonly count: number
}

/** A story of a list. Its reasons stay where they are: of thousands of stories nobody reads them. */
export interface ListedStory {
  readonly plan: readonly string[]
  readonly utility: number
  /** Only there when the judge stopped before it was sure of the story. */
  readonly undecided?: true
}

export interface TellAsked {
  readonly world: WorldText
  /** What `startSearch` takes, except what has to do with clocks: no message can carry one. */
  readonly options: Omit<SearchOptions, "clock" | "timeoutMs">
  /** When the search is to end by itself, in milliseconds as `Date.now` counts them. */
  readonly deadline: number | undefined
  /** What the whole process may take. */
  readonly processMiB: number
  /** How the story is to be told in prose, if it is. */
  readonly manner?: Manner
}

/** What the answer to a search says before the search begins. */
export interface SearchAnswer extends Answer {
  readonly name: string
  readonly doc: string | undefined
  /** Whose names the answer speaks in. */
  readonly problem: Problem
  /** The limits that options or world state; the others are left to the engine. */
  readonly stated: Limits
}

export interface TellAnswer extends SearchAnswer {
  readonly snapshot: Snapshot
  /** The story in prose, with what each of its occurrences comes from. */
  readonly prose: { readonly telling: Telling; readonly origins: readonly (Span | null)[]; readonly problem: Problem }
  /** Why it cannot be told so. */
  readonly complaint: string
}

export interface ListAnswer extends SearchAnswer {
  /** Limits that neither world nor options state; with any of them nothing is listed. */
  readonly unstated: readonly (keyof Limits)[]
  /** Those found since the last time. */
  readonly found: readonly ListedStory[]
  readonly snapshot: ListSnapshot
}

export interface VerifyAsked {
  readonly world: WorldText
  readonly solution: WorldText
  /** What was asked for; the rest is read off the solution. */
  readonly limits: Limits
  readonly goal: number | undefined
  readonly effort: number | undefined
  /** How many acts a repair may insert; undefined: no repair is asked for. */
  readonly repair: number | undefined
  /** When a review is to end by itself, in milliseconds as `Date.now` counts them. */
  readonly deadline: number | undefined
}

export interface VerifyAnswer extends Answer {
  /** Whose names the answer speaks in. */
  readonly problem: Problem
  /** Remarks on the solution's text. */
  readonly remarks: readonly Diagnostic[]
  readonly plan: readonly string[]
  /** Of a story with reasons: how far it has been judged, and at last the verdict; and within which limits. */
  readonly verdict: Verdict
  readonly bounds: Required<Limits>
  /** Of an outline without: what is known so far, and at last the whole. */
  readonly reviewSoFar: Review
  readonly review: Review
  /** If asked for, of an outline that does not hold. */
  readonly repairs: Repairs
}

export interface WhyAsked {
  readonly world: WorldText
  readonly story: WorldText
  /** As the writer of the story counts it. */
  readonly act: string
  readonly character: string | null
  readonly limits: Limits
  readonly deadline: number | undefined
}

export interface WhyAnswer extends Answer {
  readonly remarks: readonly Diagnostic[]
  /** How its writer counts the acts of the story. */
  readonly items: readonly string[]
  /** What was asked about is not understood: what may have been meant by it. */
  readonly unread: readonly string[]
  /** From 1. */
  readonly act: number
  readonly characters: readonly string[]
  readonly occurrence: Occurrence
  readonly review: Review
  readonly sentences: readonly string[]
}

export interface WhyNotAsked {
  readonly world: WorldText
  readonly story: WorldText | undefined
  /** After which act of the story, as its writer counts it (0: before the first); without it, after all of them. */
  readonly at: string | undefined
  /** One of the two. */
  readonly act: string | undefined
  readonly ending: string | undefined
  readonly limits: Limits
  readonly deadline: number | undefined
}

export interface WhyNotAnswer extends Answer {
  readonly remarks: readonly Diagnostic[]
  /** Remarks on what was asked. */
  readonly questionRemarks: readonly Diagnostic[]
  /** How its writer counts the acts of the story. */
  readonly items: readonly string[]
  /** What `at` names is not understood. */
  readonly unread: readonly string[]
  readonly act: ReviewedAct
  readonly ending: EndingAnswer
  readonly sentences: readonly string[]
}

export interface AdviseAsked {
  readonly world: WorldText
  /** In place of the world's own. */
  readonly limits: Limits | undefined
  readonly goal: number | undefined
  /** It has been said that nothing that can happen reaches the goal. */
  readonly isOutOfReach: boolean
  readonly deadline: number | undefined
}

/** Without advice: what there is to say has been said. */
export interface AdviseAnswer extends Answer {
  readonly advice: Advice
  readonly sentences: readonly string[]
  /** What the author wants, as it is written. */
  readonly wish: string
}

export interface KnowsAsked {
  readonly world: WorldText
  readonly story: WorldText
  /** How many believers deep minds are told of. */
  readonly depth: number
}

export interface KnowsAnswer extends Answer {
  /** Whose names the answer speaks in. */
  readonly problem: Problem
  /** Remarks on the story's text. */
  readonly remarks: readonly Diagnostic[]
  /** The names of those that the world declares. */
  readonly properties: readonly string[]
  readonly fabula: Fabula
  /** Why there is no fabula: where the story cannot go on. */
  readonly halt: string
  /** Why it cannot be told so deep. */
  readonly complaint: string
}

export interface WhatIfAsked {
  readonly world: WorldText
  /** A plot: it is asked what becomes of its acts, instead of which stories there are. */
  readonly outline: WorldText | undefined
  /** Statements about the start. */
  readonly facts: readonly string[]
  /** Characters, and what they would want. */
  readonly wants: readonly (readonly [character: string, want: string])[]
  /** Names of triggers and actions. */
  readonly without: readonly string[]
  readonly goal: number | undefined
  readonly most: number | undefined
  readonly limits: Limits
  readonly deadline: number | undefined
}

export interface WhatIfAnswer extends Answer {
  /** Whose names the answer speaks in. */
  readonly problem: Problem
  /** What is wrong with the changes that were asked for. */
  readonly complaint: string
  /** The time was up before all of it was looked at. */
  readonly isLate: boolean
  /** Remarks on the text of the plot. */
  readonly remarks: readonly Diagnostic[]
  /** Of a plot. */
  readonly plot: PlotWhatIf
  /** Without one. */
  readonly answer: WhatIf
}

export interface TestAsked {
  readonly world: WorldText
  readonly limits: Limits
  /** Of the scenarios, only those whose title contains this. */
  readonly only: string | undefined
  /** For each scenario, in milliseconds. */
  readonly timeoutMs: number | undefined
}

export interface TestAnswer extends Answer {
  /** The titles of those that are run, in order. */
  readonly titles: readonly string[]
  readonly outcomes: readonly ScenarioOutcome[]
  /** For each outcome what there is to say of each expectation. */
  readonly words: readonly (readonly FulfilmentWords[])[]
}

export interface ExploreAsked {
  readonly world: WorldText
  readonly options: Omit<ExploreOptions, "clock" | "timeoutMs" | "found" | "script">
  /** What an earlier exploration kept. */
  readonly found: Kept | undefined
  readonly deadline: number | undefined
  readonly processMiB: number
}

/** The lines of an exploration that was stopped, and of which world. */
export interface Kept {
  readonly head: KeptHead
  readonly states: readonly SpaceState[]
}

/** `digest`: of the world it is about, whatever its file is called. */
export type KeptHead = SpaceHead & { readonly digest: string }

export interface ExploreAnswer extends Answer {
  /** It could not be begun, or gone on with. */
  readonly complaint: string
  /** Said at the beginning, and again where it has to begin anew: everything from before is void then. */
  readonly head: KeptHead
  /** Those looked at since the last time. */
  readonly found: readonly SpaceState[]
  /** How it stands, or how it ended. */
  readonly foot: SpaceFoot
  readonly problem: Problem
}

export interface CarryAsked {
  readonly world: WorldText
  /** Of a format; see `exporters`. */
  readonly to: string
  readonly as: string | undefined
  readonly depth: number | null | undefined
  readonly goal: number | undefined
  readonly maxVisited: number | undefined
  /** After which act, for what is about a moment; undefined: at the end. */
  readonly moment: number | undefined
  readonly limits: Limits
  readonly deadline: number | undefined
}

export interface CarryAnswer extends Answer {
  readonly complaint: string
  readonly text: string
  /** What is not in it, in a sentence. */
  readonly missing: string
}

export interface ReachAsked {
  readonly world: WorldText
  readonly as: string | undefined
  readonly plays: number
  readonly limits: Limits
  readonly deadline: number
}

/** What of a world can happen at all, and how often it does when people choose at random. */
export interface ReachAnswer extends Answer {
  /** Whose names the answer speaks in. */
  readonly problem: Problem
  readonly complaint: string
  readonly survey: Survey
  readonly hits: Hits
  /** Not everything within the limits was looked at. */
  readonly isStopped: boolean
  /** By name, in the order of the text. */
  readonly actions: readonly string[]
}

export interface CompareAsked {
  readonly world: WorldText
  readonly options: Omit<CompareOptions, "clock" | "timeoutMs">
  /** So many stories that differ; or the best by a measure. */
  readonly distinct: number | undefined
  readonly best: MeasureName | undefined
  readonly deadline: number | undefined
}

export interface CompareAnswer extends Answer {
  /** How many stories were compared, and whether these are all that there are to compare. */
  readonly compared: { readonly stories: number; readonly isWhole: boolean }
  readonly clusters: readonly StoryCluster[]
  readonly measured: readonly MeasuredStory[]
}

export interface FormatAnswer extends Answer {
  /** It is in another language than ours. */
  readonly isForeign: true
  readonly text: string
}

export interface ConvertAnswer extends Answer {
  readonly text: string
  /** On what could not be said in the other language. */
  readonly remarks: readonly Diagnostic[]
}

export interface Jobs {
  readonly check: { readonly asked: { readonly world: WorldText }; readonly answer: Answer }
  readonly tell: { readonly asked: TellAsked; readonly answer: TellAnswer }
  readonly list: { readonly asked: TellAsked; readonly answer: ListAnswer }
  readonly verify: { readonly asked: VerifyAsked; readonly answer: VerifyAnswer }
  readonly why: { readonly asked: WhyAsked; readonly answer: WhyAnswer }
  readonly "why-not": { readonly asked: WhyNotAsked; readonly answer: WhyNotAnswer }
  readonly advise: { readonly asked: AdviseAsked; readonly answer: AdviseAnswer }
  readonly knows: { readonly asked: KnowsAsked; readonly answer: KnowsAnswer }
  readonly whatif: { readonly asked: WhatIfAsked; readonly answer: WhatIfAnswer }
  readonly test: { readonly asked: TestAsked; readonly answer: TestAnswer }
  readonly explore: { readonly asked: ExploreAsked; readonly answer: ExploreAnswer }
  readonly carry: { readonly asked: CarryAsked; readonly answer: CarryAnswer }
  readonly reach: { readonly asked: ReachAsked; readonly answer: ReachAnswer }
  readonly compare: { readonly asked: CompareAsked; readonly answer: CompareAnswer }
  readonly play: { readonly asked: PlayAsked; readonly answer: PlayAnswer }
  readonly move: { readonly asked: MoveAsked; readonly answer: MoveAnswer }
  readonly format: { readonly asked: { readonly world: WorldText }; readonly answer: FormatAnswer }
  readonly import: { readonly asked: { readonly world: WorldText }; readonly answer: ConvertAnswer }
  readonly export: { readonly asked: { readonly world: WorldText }; readonly answer: ConvertAnswer }
}

export type JobName = keyof Jobs

/** What does a job in the thread: it hands over each part of the answer once it is known. */
export type Work<Name extends JobName> = (asked: Jobs[Name]["asked"], report: (part: Partial<Jobs[Name]["answer"]>) => void) => Promise<void>

export interface Order {
  readonly job: JobName
  readonly asked: Jobs[JobName]["asked"]
}

export type ThreadMessage = { readonly part: Partial<Jobs[JobName]["answer"]> } | { readonly done: true }
