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

export interface Tongue {
  /** The sentences that this language makes about one world. Cheap: a telling makes them anew each time. */
  wordsOf(problem: Problem): Words
}

/**
 * The sentences of one language about one world. A string that is returned needs no further capital or full
 * stop.
 */
export interface Words extends Speakable {
  /** At once, or in slices: then each unit writes one sentence. */
  realise(
    discourse: Discourse,
    fabula: Fabula,
    manner: Manner,
  ): readonly Paragraph[] | Slices<readonly Paragraph[]>
  /** Margin notes on paragraphs that `realise` made. */
  notes(
    fabula: Fabula,
    paragraphs: readonly Paragraph[],
  ): readonly MarginNote[] | Slices<readonly MarginNote[]>

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

export type PlayedEvent = Pick<PlayEvent, "label" | "kind" | "by">
