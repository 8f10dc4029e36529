/** A play in words: what has happened since one last looked, and what one may choose. */
import type { Fabula, Manner, Problem, Sentence } from "@dramaturg/model"
import { argumentsIn, type Lexicon, lexiconOf } from "./english/lexicon.js"
import { newReference } from "./english/refer.js"
import { capitalised, say } from "./english/say.js"
import { tell } from "./tell.js"

export function playManner(player: string, seed = 0): Manner {
  return { focalisation: "internal", focaliser: player, order: "as it happened", pace: "scene", tense: "past", person: "third", seed }
}

/** What is told of the occurrences after `moment`, as the sequel of what was told before. */
export function tellSince(fabula: Fabula, problem: Problem, manner: Manner, moment: number): readonly Sentence[] {
  const sentences = tell(fabula, problem, manner).paragraphs.flatMap((each) => each.sentences)
  return sentences.filter(({ occurrences, claims }) =>
    occurrences.some((each) => each > moment) || claims.some((each) => ("moment" in each ? each.moment : "occurrence" in each ? each.occurrence : 0) > moment))
}

/** How the story begins: what is told before anything has happened. */
export function tellOpening(fabula: Fabula, problem: Problem, manner: Manner): readonly Sentence[] {
  const atStart: Fabula = { ...fabula, occurrences: [] }
  return tell(atStart, problem, manner).paragraphs.flatMap((each) => each.sentences)
}

/** What somebody may choose, one line each: `Walk to the post office.` No two lines are alike. */
export function choiceWords(problem: Problem, player: string, acts: readonly string[]): readonly string[] {
  const lexicon = lexiconOf(problem)
  const words = acts.map((each) => wordsOf(lexicon, player, each))
  return words.map((each, i) => (words.indexOf(each) === words.lastIndexOf(each) ? each : `${each.slice(0, -1)} (${acts[i]}).`))
}

export const waitWords = "Wait."

function wordsOf(lexicon: Lexicon, player: string, act: string): string {
  const clause = lexicon.event(act.slice(0, act.indexOf("(")), argumentsIn(lexicon.problem, act), 0)
  if (clause === undefined) return `${act}.`
  const reference = newReference(lexicon, undefined)
  const isOwn = clause.subject === player
  // Whoever chooses is not named, but has been thought of: `catch it with your hand` has no `Spike` in it.
  if (isOwn) reference.previous.add(player)
  const words = say(reference, clause, { tense: "present", mood: isOwn ? "infinitive" : "finite", withoutSubject: isOwn })
  return `${capitalised(words)}.`
}
