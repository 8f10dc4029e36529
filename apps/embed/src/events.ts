/**
 * What the elements tell the page: all are CustomEvents that bubble and are composed. Plain data, so that a
 * page may keep them or send them on.
 */
import type { Diagnostic, PlayRecord } from "@dramaturg/model"

/** A world as an element has read it: the name of its file, and its text under that name. */
export interface WorldText {
  readonly main: string
  readonly texts: Readonly<Record<string, string>>
}

/** An act of a story that was told. */
export interface StoryAct {
  /** From 1, in the order in which the acts happen. */
  readonly number: number
  /** As it stands in the world: `walk(Anna, Garden)`. */
  readonly label: string
  /** The names of the characters who decide it; empty for an accident. */
  readonly deciders: readonly string[]
  /** The comment above the action in the world, or null. */
  readonly doc: string | null
  /** Why those who decide it do it: one sentence or more for each. */
  readonly reasons: readonly string[]
}

/** The detail of `story`, where there is one. */
export interface StoryTold {
  readonly kind: "told"
  /** The name of the world. */
  readonly world: string
  readonly acts: readonly StoryAct[]
  /** The prose, in the manner that the element was asked for. */
  readonly paragraphs: readonly string[]
  /** What the end is worth to the author. */
  readonly utility: number
  /** Whether no shorter story would do; null: that was not found out. */
  readonly isShortest: boolean | null
  /** True: the checker could not settle within its limits whether every reason holds. */
  readonly isUndecided: boolean
  /** How long it took to find, by the clock. */
  readonly seconds: number
}

/**
 * The detail of `story`, where none was found: `exhausted` is a proof that there is none, `limited` is not.
 */
export interface NoStoryTold {
  readonly kind: "none"
  readonly proof: "exhausted" | "limited"
  /** Which limit it was; null if it was none. */
  readonly limit: string | null
  readonly sentence: string
  readonly seconds: number
}

/** The detail of a `story` event: a story, or that there is none and whether that is proved. */
export type StoryDetail = StoryTold | NoStoryTold

/** Something that the player could do. */
export interface PlayChoice {
  /** As it stands in the world: `walk(Anna, Garden)`. */
  readonly act: string
  readonly words: string
}

/** The detail of `choice`: the player has chosen, and the others have acted. */
export interface ChoiceDetail {
  /** Who is played. */
  readonly as: string
  /** The act that was chosen; null: to wait. */
  readonly act: string | null
  readonly words: string
  /** What happened then, sentence by sentence, as the player saw it. */
  readonly text: readonly string[]
  /** What can be chosen now; empty at an ending. */
  readonly choices: readonly PlayChoice[]
  /** The whole play so far, to be kept as JSON and handed to `load`. */
  readonly play: PlayRecord
}

/** The detail of `ending`: `goal` if what the author wants is reached, `rest` if nothing more can change. */
export interface EndingDetail {
  readonly as: string
  readonly ending: "goal" | "rest"
  readonly words: string
  readonly play: PlayRecord
}

/**
 * The detail of `error`. `source`: there is no world, or it could not be had; `attribute`: an attribute or
 * argument has a value that it cannot have; `world`: the text has mistakes (`diagnostics` says which and
 * where); `engine`: the engine stopped.
 */
export interface ErrorDetail {
  readonly kind: "source" | "attribute" | "world" | "engine"
  readonly sentence: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The events of `<dramaturg-story>`, by name. */
export interface StoryEvents {
  readonly story: CustomEvent<StoryDetail>
  readonly error: CustomEvent<ErrorDetail>
}

/** The events of `<dramaturg-play>`, by name. */
export interface PlayEvents {
  readonly choice: CustomEvent<ChoiceDetail>
  readonly ending: CustomEvent<EndingDetail>
  readonly error: CustomEvent<ErrorDetail>
}

/** Something that keeps an element from doing its work; it is shown in the element and fired as `error`. */
export class Trouble extends Error {
  readonly kind: ErrorDetail["kind"]

  constructor(kind: ErrorDetail["kind"], sentence: string) {
    super(sentence)
    this.kind = kind
  }
}
