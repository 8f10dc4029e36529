/** The interface of a format: a description, and one function from nouns of `model` to text. */
import type { Branching, Fabula, Graph, PersonCard, Telling } from "@dramaturg/model"

/** A found story in every form that formats read. */
export interface WholeStory {
  readonly title: string
  readonly fabula: Fabula
  readonly telling: Telling
  /** The place of each occurrence; null: unknown. */
  readonly places: readonly (string | null)[]
}

/** What formats can be written from, by the name in `from`. */
export interface Sources {
  readonly branching: Branching
  readonly graph: Graph
  readonly story: WholeStory
  readonly cards: readonly PersonCard[]
}

/** One format. `write` makes the text of the file. */
export interface Exporter<From extends keyof Sources = keyof Sources> {
  readonly name: string
  /** The extension of its files, with the dot. */
  readonly extension: string
  /** The entry in a list of formats: what it is and for which tool. */
  readonly label: string
  /** One line for help and docs. */
  readonly about: string
  /** The source that `write` reads. */
  readonly from: From
  /** Makes the text of the file from its source; the same source always gives the same text. */
  readonly write: (source: Sources[From]) => string
}

export function exporter<From extends keyof Sources>(made: Exporter<From>): Exporter<From> {
  return made
}
