/** Reads a world and a story of it, and writes down what happens in it and who learns of it. */
import { chronicle, countedAsWritten, groundingNotes, readOutline } from "@dramaturg/engine"
import { type Fabula, hasErrors, type Outline, type Problem } from "@dramaturg/model"
import { actReaderOf } from "@dramaturg/telling"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const knows: Work<"knows"> = async ({ world, story, depth }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  const reading = readOutline(story.text, problem, story.file, actReaderOf(problem))
  report({ remarks: reading.diagnostics, properties: problem.properties.filter((each) => !each.isHidden).map((each) => each.name) })
  if (reading.outline) report(follow(problem, reading.outline, depth))
}

/** The chronicler throws where a story cannot go on. That is the author's mistake, unless the sentence says that it is ours. */
function follow(problem: Problem, { acts }: Outline, depth: number): { readonly fabula: Fabula } | { readonly halt: string } {
  const story = { plan: acts.map((each) => each.act), explanations: acts.map((each) => each.explanations ?? {}) }
  try {
    const fabula = chronicle(problem, story, { depth })
    return { fabula: { ...fabula, occurrences: countedAsWritten(fabula.occurrences, acts) } }
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error || error.message.includes("mistake in the engine")) throw error
    return { halt: error.message }
  }
}
