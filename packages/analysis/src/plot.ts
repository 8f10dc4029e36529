/** A story or a plot as somebody wrote it: acts by name, or told in the words of the world. */
import { itemCalled, itemOfAct } from "@dramaturg/engine"
import { type OutlineReading, readOutline } from "@dramaturg/language"
import type { Diagnostic, Outline, Problem } from "@dramaturg/model"
import { actReaderOf, nearSentences } from "@dramaturg/telling"

export interface PlotText {
  readonly file: string
  readonly text: string
}

/** What was written cannot be read. */
export interface Unread {
  readonly kind: "unread"
  readonly remarks: readonly Diagnostic[]
}

/** The plot has no such act. */
export interface NoSuchAct {
  readonly kind: "no-such-act"
  /** How its writer counts the acts. */
  readonly items: readonly string[]
  /** What may have been meant by the item that is called so and is no act; null: there is no such item either. */
  readonly near: readonly string[] | null
}

export function readPlot({ text, file }: PlotText, problem: Problem): OutlineReading {
  return readOutline(text, problem, file, actReaderOf(problem))
}

/** The place (from 1) of the act that its writer calls so. */
export function placeOf(outline: Outline, name: string): number | NoSuchAct {
  const called = itemCalled(outline, name)
  if (called && "act" in called) return called.act
  return { kind: "no-such-act", items: itemsOf(outline), near: called ? nearSentences(called.unread.near ?? []) : null }
}

/** How the writer counts the acts. */
export function itemsOf({ acts }: Outline): readonly string[] {
  return acts.map((_, i) => itemOfAct(acts, i + 1))
}

/** The acts with the reasons that are written down. */
export function solutionOf({ acts }: Pick<Outline, "acts">) {
  return { plan: acts.map((each) => each.act), explanations: acts.map((each) => each.explanations ?? {}) }
}

/** A sentence about the author's story, or undefined if it tells of a fault of ours. */
export function complaintIn(error: unknown): string | undefined {
  const isOurs = !(error instanceof Error) || error.constructor !== Error || error.message.includes("mistake in the engine")
  return isOurs ? undefined : error.message
}
