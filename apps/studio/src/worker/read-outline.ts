/**
 * A plot as its author wrote it: acts by name, or told in the words of the world. The one way in for every job of the studio, so that all
 * of them, and the command, read alike.
 */
import { type OutlineReading, readOutline } from "@dramaturg/engine"
import type { Diagnostic, Problem } from "@dramaturg/model"
import { actReaderOf } from "@dramaturg/telling"

export function readPlot(text: string, problem: Problem): OutlineReading {
  return readOutline(text, problem, "<outline>", actReaderOf(problem))
}

/** What is wrong with a plot of one line: which line it is need not be said. */
export function complaintOn(diagnostics: readonly Diagnostic[]): string {
  const wrong = diagnostics.find((each) => each.severity === "error")
  return `${wrong?.message ?? "This could not be read."} ${wrong?.hint ?? ""}`.trim()
}
