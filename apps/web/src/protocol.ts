/**
 * What a page and its worker say to each other, and the answers that more than one page asks for: plain
 * data only. The page asks under a number; the worker tells how it stands now and then, and at last
 * answers, once. The page may cancel at any time, and is told that the job was cancelled.
 */
import type { InnerLife } from "@dramaturg/analysis"
import type { Diagnostic, Ending, Fabula, PlayRecord, Span, Telling } from "@dramaturg/model"
import type { Job } from "./job.js"

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

/** A question that could not be asked, in one sentence. */
export interface Refused {
  readonly kind: "refused"
  readonly sentence: string
}

/** By name of job: what it is asked, and what it answers. */
export type JobTypes = Readonly<Record<string, { readonly asked: unknown; readonly answer: unknown }>>

/** The types of a table of jobs. */
export type JobTypesOf<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Job<infer Asked, infer Answer>
    ? { readonly asked: Asked; readonly answer: Answer }
    : never
}

export type ToWorker =
  | { readonly id: number; readonly job: string; readonly asked: unknown }
  | { readonly id: number; readonly cancel: true }

export type FromWorker =
  | { readonly id: number; readonly figures: Figures }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly cancelled: true }
  /** It went wrong, through no fault of the author's. */
  | { readonly id: number; readonly broken: string }
