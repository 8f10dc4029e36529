/**
 * What telling asks of a language of prose. Everything in this folder but `english/` selects, arranges and
 * checks without knowing a word of any language; a tongue supplies the sentences. Implementations are listed
 * in `tongues.ts`.
 */
import type {
  Ending,
  Fabula,
  FluentRef,
  Manner,
  MarginNote,
  Paragraph,
  PlayEvent,
  Problem,
  Slices,
  Value,
} from "@dramaturg/model"
import type { Discourse } from "./discourse/discourse.js"
import type { Speakable } from "./discourse/select.js"

/** A language in which stories are told; other packages may supply one to `tell` in place of English. */
export interface Tongue {
  /** The sentences that this language makes about one world. Cheap: a telling makes them anew each time. */
  wordsOf(problem: Problem): Words
  /**
   * The same for a caller that does not want to wait long: each unit writes one sentence, or looks at one.
   * Undefined: a whole text is one unit.
   */
  slicedWordsOf?(problem: Problem): SlicedWords
}

/** Says the same as `Words`, in slices. */
export interface SlicedWords extends Speakable {
  /** Makes paragraphs of sentences of a discourse; a unit of work is at most one sentence. */
  realise(discourse: Discourse, fabula: Fabula, manner: Manner): Slices<readonly Paragraph[]>
  /** Makes the margin notes for these paragraphs; a unit of work is one sentence. */
  notes(fabula: Fabula, paragraphs: readonly Paragraph[]): Slices<readonly MarginNote[]>
}

/**
 * The sentences of one language about one world. A string that is returned needs no further capital or full
 * stop.
 */
export interface Words extends Speakable {
  /** Makes paragraphs of sentences of a discourse. */
  realise(discourse: Discourse, fabula: Fabula, manner: Manner): readonly Paragraph[]
  /** Margin notes on paragraphs that `realise` made. */
  notes(fabula: Fabula, paragraphs: readonly Paragraph[]): readonly MarginNote[]

  /** The entity's name as a heading: `The captain`. */
  heading(entity: string): string
  /** That the fluent has the value, in the present tense; undefined where the author gave no words for it. */
  fact(fluent: FluentRef, value: Value): string | undefined

  /** One line for each choice of the player, no two alike; null stands for waiting. */
  choices(player: string, acts: readonly (string | null)[]): readonly string[]
  /** What a player is told of a turn besides its telling. `told`: the number of sentences in that telling. */
  remarks(player: string, events: readonly PlayedEvent[], told: number): readonly string[]
  /** Why a play stops at a place; `cut`: only the writing stops there. */
  ending(ending: Ending | "cut", player: string): string

  /**
   * Makes the comparison of a sentence with its rephrasing: it returns what is lost or added, undefined if
   * nothing is.
   */
  rephrasing(): (text: string, rephrased: string) => string | undefined
}

/** What a tongue needs to know of an event in a play. */
export type PlayedEvent = Pick<PlayEvent, "label" | "kind" | "by">
