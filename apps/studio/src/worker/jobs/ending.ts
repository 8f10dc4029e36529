/** Whether a world can end as somebody asks (or as its author wants, if nobody asks), and what would open such an end. */
import { startEndingInquiry } from "@dramaturg/engine"
import type { Opening, Problem } from "@dramaturg/model"
import { chainIn, dictionOf, endingSentences, openingWords } from "@dramaturg/telling"
import { changedWorld } from "../change-texts.js"
import type { Job } from "../job.js"
import type { World } from "../protocol.js"
import { read, readWorld } from "../read-world.js"
import { nudge, within } from "../slices.js"

export const ending: Job<"ending"> = async ({ world, ending: wished, budget }, helm) => {
  helm.tell({ stage: "reading" })
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is an error in the text; it has to be mended first." }
  const asked = wished === null ? { problem, diagnostics: [] } : read(withEnding(world, wished))
  const wrong = asked.diagnostics.find((each) => each.severity === "error")
  if (!asked.problem) return { kind: "refused", sentence: `This ending can't be read: ${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim() }
  const inquiry = startEndingInquiry(asked.problem, within(budget.milliseconds))
  await nudge(helm, { step: (visits) => inquiry.step(visits), tell: () => helm.tell({ stage: "searching", visited: inquiry.visited }) })
  const answer = inquiry.answer!
  const found = answer.kind === "reached" ? [] : answer.openings
  const openings = found.map((each) => ({ words: wordsOf(each, asked.problem!), way: chainIn(dictionOf(asked.problem!), each.story.plan) }))
  return { kind: "ending", answer, sentences: endingSentences(answer, asked.problem), openings }
}

function wordsOf(opening: Opening, problem: Problem): string {
  return `${openingWords(opening, problem)}${opening.kind === "want" ? " end so" : ""}`
}

/** The world with the ending for what the author wants. */
function withEnding(world: World, wished: string): World {
  const { problem } = readWorld(world)
  const wish = problem?.utilities.find((each) => each.character === null)?.origin
  return changedWorld(world, wish ? [wish] : [], `\nutility():\n${wished.replace(/;\s*$/, "")};\n`)
}
