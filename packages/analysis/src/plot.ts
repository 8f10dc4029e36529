/** Reads a story or a plot: acts by name, or told in the words of the world. */
import { itemCalled, itemOfAct } from "@dramaturg/engine"
import { type OutlineReading, readOutline } from "@dramaturg/language"
import type { Diagnostic, Outline, Problem } from "@dramaturg/model"
import { actReaderOf, nearSentences } from "@dramaturg/telling"

/** A plot as somebody wrote it: an outline, or a certificate. */
export interface PlotText {
  readonly file: string
  readonly text: string
}

/** The text cannot be read as a plot; `remarks` say why. */
export interface Unread {
  readonly kind: "unread"
  readonly remarks: readonly Diagnostic[]
}

/** The plot has no such act. */
export interface NoSuchAct {
  readonly kind: "no-such-act"
  /** The writer's numbers of the acts. */
  readonly items: readonly string[]
  /** If an item of this number could not be read as an act: what it may mean. Null: there is no such item. */
  readonly near: readonly string[] | null
}

export function readPlot({ text, file }: PlotText, problem: Problem): OutlineReading {
  return readOutline(text, problem, file, actReaderOf(problem))
}

/** The place (from 1) of the act with this number of the writer's. */
export function placeOf(outline: Outline, name: string): number | NoSuchAct {
  const called = itemCalled(outline, name)
  if (called && "act" in called) return called.act
  return {
    kind: "no-such-act",
    items: itemsOf(outline),
    near: called ? nearSentences(called.unread.near ?? []) : null,
  }
}

/** The writer's numbers of the acts, or their places. */
export function itemsOf({ acts }: Outline): readonly string[] {
  return acts.map((_, i) => itemOfAct(acts, i + 1))
}

/** The acts with the reasons written down in the outline. */
export function solutionOf({ acts }: Pick<Outline, "acts">) {
  return { plan: acts.map((each) => each.act), explanations: acts.map((each) => each.explanations ?? {}) }
}

/** The sentence of an error about the author's story; undefined for errors of the program. */
export function complaintIn(error: unknown): string | undefined {
  const isOurs =
    !(error instanceof Error) ||
    error.constructor !== Error ||
    error.message.includes("mistake in the engine")
  return isOurs ? undefined : error.message
}
