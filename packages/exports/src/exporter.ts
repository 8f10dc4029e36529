/** What every format is: one file, one function from our nouns to its text. */
import type { Branching, Fabula, Graph, PersonCard, Telling } from "@dramaturg/model"

/** A story that was found, in every form that a format may ask for. */
export interface WholeStory {
  readonly title: string
  readonly fabula: Fabula
  readonly telling: Telling
  /** For each occurrence, where it takes place; null: nowhere in particular. */
  readonly places: readonly (string | null)[]
}

export interface Sources {
  readonly branching: Branching
  readonly graph: Graph
  readonly story: WholeStory
  readonly cards: readonly PersonCard[]
}

export interface Exporter<From extends keyof Sources = keyof Sources> {
  readonly name: string
  /** Of its files, with the dot. */
  readonly extension: string
  /** What it is and for whom, in a list to choose from. */
  readonly label: string
  /** One line for help and docs. */
  readonly about: string
  /** What it is written from. */
  readonly from: From
  readonly write: (source: Sources[From]) => string
}

export function exporter<From extends keyof Sources>(made: Exporter<From>): Exporter<From> {
  return made
}
