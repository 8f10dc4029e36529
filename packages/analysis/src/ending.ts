/** Can a story end so, and if not, which single changes would make it possible? */
import { startEndingQuery } from "@dramaturg/engine"
import type { EndingAnswer, Opening, Problem } from "@dramaturg/model"
import { chainIn, dictionOf, endingSentences, openingWords } from "@dramaturg/telling"
import type { Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import { type Bounds, changedWorld, type SoundWorld } from "./world.js"

export interface EndingQuestion extends Bounds {
  /** A condition in the world's language; null: the author's utility improves. */
  readonly ending: string | null
}

/** `sentences` say what `answer` holds. */
export type EndingResult =
  /** The condition cannot be read; spans of the remarks refer to its text. */
  | Unread
  | {
      readonly kind: "ending"
      readonly answer: EndingAnswer
      readonly sentences: readonly string[]
      /** For each opening of the answer: the change in words, and the story that it makes possible. */
      readonly openings: readonly { readonly words: string; readonly way: string }[]
    }

/** Searches for a story with this ending, then for single changes that make one possible. */
export const askEnding = asking(function* (
  world: SoundWorld,
  { ending, ...bounds }: EndingQuestion,
): Steps<EndingResult> {
  const read = ending === null ? world : withEnding(world, ending)
  if (!read.problem) return { kind: "unread", remarks: read.diagnostics }
  const { problem } = read
  let trial = ""
  const query = startEndingQuery(problem, { ...bounds, onTrial: (what) => (trial = what) })
  const answer = yield* answerOf(query, "searching", () => `Looking for a story: ${trial}`)
  const openings = answer.kind === "reached" ? [] : answer.openings
  return {
    kind: "ending",
    answer,
    sentences: endingSentences(answer, problem),
    openings: openings.map((each) => openingIn(problem, each)),
  }
})

function openingIn(problem: Problem, opening: Opening) {
  return {
    words: `${openingWords(opening, problem)}${opening.kind === "want" ? " end so" : ""}`,
    way: chainIn(dictionOf(problem), opening.story.plan),
  }
}

/**
 * The world with the condition as the author's utility. Spans of remarks refer to the text of the condition.
 */
function withEnding(world: SoundWorld, ending: string) {
  const wish = world.problem.utilities.find((each) => each.character === null)?.origin
  const line = (world.texts.get(world.file) ?? "").split(/\r\n|\r|\n/).length
  const { problem, diagnostics } = changedWorld(
    world,
    wish ? [wish] : [],
    `\nutility():\n${ending.replace(/;\s*$/, "")};\n`,
  )
  const wrong = diagnostics.filter((each) => each.severity === "error")
  return {
    problem,
    diagnostics: wrong.map((each) => ({
      ...each,
      span: { ...each.span, file: "<ending>", line: Math.max(1, each.span.line - line - 1) },
    })),
  }
}
