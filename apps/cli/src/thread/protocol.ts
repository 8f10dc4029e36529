/**
 * What the command and its thread say to each other: plain data only. The command asks for one job at a time;
 * the thread sends the answer in parts, as they become known, so that what is known survives an early end,
 * and at last that it is done.
 */
import type { ExploreQuestion, Listing, Progress, ScenarioResult, Snapshot } from "@dramaturg/analysis"
import type { Hits, SearchOptions } from "@dramaturg/engine"
import type { Dialect } from "@dramaturg/language"
import type {
  Diagnostic,
  Limits,
  Manner,
  Problem,
  Prospect,
  SpaceFoot,
  SpaceHead,
  SpaceState,
  Span,
  Survey,
  Telling,
} from "@dramaturg/model"
import type { Jobs } from "./jobs/index.js"

/** A world as it was read; without a dialect the ending of the file's name decides. */
export interface WorldText {
  readonly file: string
  readonly text: string
  readonly dialect?: Dialect
  /** Whether parts may lie outside the folder of the world's file. */
  readonly readsOutside?: boolean
  /** Texts that stand in the place of what is on the disk, by file: what an editor has not saved. */
  readonly open?: ReadonlyMap<string, string>
}

/** What a job is busy with. */
export type Stage = "reading" | Progress["stage"]

/** What every answer begins with. A world with an error among its remarks gets no further. */
export interface Answer {
  readonly stage: Stage
  readonly diagnostics: readonly Diagnostic[]
  /** The texts of all its files, if the world has several. */
  readonly texts: ReadonlyMap<string, string>
  /** How it stands, in a few words for the progress line. */
  readonly note: string
}

/** How a list of all stories stands; the stories themselves are handed over once. */
export interface ListSnapshot extends Omit<Listing, "stories"> {
  readonly count: number
}

/** A story of a list. Its reasons stay in the thread: users do not read them for thousands of stories. */
export interface ListedStory {
  readonly plan: readonly string[]
  readonly utility: number
  /** Only there when the judge stopped before it was sure of the story. */
  readonly undecided?: true
}

/** A question about a world, without what has to do with clocks: no message can carry one. */
export type QuestionAsked<Options> = Omit<Options, "clock" | "timeoutMs" | "onProgress"> & {
  readonly world: WorldText
  /** When the work is to end by itself, in milliseconds as `Date.now` counts them. */
  readonly deadline?: number
}

export interface QuestionAnswer<Result> extends Answer {
  /** Whose names the answer speaks in. */
  readonly problem: Problem
  readonly result: Result
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
  /** What the acts of the story that are done in hope come to in other cases. */
  readonly prospects: readonly Prospect[]
  /** The story in prose, with what each of its occurrences comes from. */
  readonly prose: {
    readonly telling: Telling
    readonly origins: readonly (Span | null)[]
    readonly problem: Problem
  }
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
  readonly results: readonly ScenarioResult[]
}

export interface ExploreAsked {
  readonly world: WorldText
  readonly options: Omit<ExploreQuestion, "clock" | "timeoutMs" | "found">
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

/** `digest`: of the world it is about, independent of its file's name. */
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

export type { Jobs }
export type JobName = keyof Jobs

/** What does a job in the thread: it hands over each part of the answer once it is known. */
export type Work<Name extends JobName> = (
  asked: Jobs[Name]["asked"],
  report: (part: Partial<Jobs[Name]["answer"]>) => void,
) => Promise<void>

export interface Order {
  readonly job: JobName
  readonly asked: Jobs[JobName]["asked"]
}

export type ThreadMessage = { readonly part: Partial<Jobs[JobName]["answer"]> } | { readonly done: true }
