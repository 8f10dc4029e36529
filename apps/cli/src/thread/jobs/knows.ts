/** Reads a world and a story of it, and writes down what happens in it and who learns of it. */
import { chronicle, countedAsWritten, groundingNotes, readOutline } from "@dramaturg/engine"
import { charactersOf, type Fabula, hasErrors, type Outline, type Problem } from "@dramaturg/model"
import { actReaderOf } from "@dramaturg/telling"
import { grouped } from "../progress-line.js"
import type { Work } from "../protocol.js"
import { readWorld } from "./read-world.js"

export const knows: Work<"knows"> = async ({ world, story, depth }, report) => {
  const { problem, diagnostics } = await readWorld(world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes], problem })
  if (hasErrors(notes)) return
  const reading = readOutline(story.text, problem, story.file, actReaderOf(problem))
  report({ remarks: reading.diagnostics, properties: problem.properties.filter((each) => !each.isHidden).map((each) => each.name) })
  if (!reading.outline) return
  const people = charactersOf(problem).length
  const most = deepestFor(people)
  if (depth > most) return report({ complaint: `--depth ${depth} is more than can be told here: with ${people} people there are ${grouped(people ** most)} minds at depth ${most}, which is the most.` })
  report(follow(problem, reading.outline, depth))
}

/** Of so many minds a fabula tells at most; and none of them lies so deep that nothing could be followed in it any more. */
const MOST_MINDS = 5000
const DEEPEST = 20

function deepestFor(people: number): number {
  let depth = 1
  while (depth < DEEPEST && people ** (depth + 1) <= MOST_MINDS) depth++
  return depth
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
