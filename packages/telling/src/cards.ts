/** Each person as they are after an act: what they want, believe and have lived, in words. */
import { distinct, type Fabula, type PersonCard, type Problem, standingAt } from "@dramaturg/model"
import { factWords, nameWords, wantSentence } from "./english/fact-words.js"
import { capitalised } from "./english/names.js"
import { playManner } from "./play.js"
import { tell } from "./tell.js"

/** `act`: 0 is the start. Facts for which the world has no words are left out. */
export function cardsAt(fabula: Fabula, problem: Problem, act: number): readonly PersonCard[] {
  const occurrences = fabula.occurrences.filter((each) => each.act <= act)
  const soFar: Fabula = { ...fabula, occurrences }
  const fluents = distinct([...fabula.start, ...occurrences.flatMap((each) => each.changes)].map((each) => each.fluent))
  return fabula.characters.map((name) => {
    const believed = fluents.flatMap((fluent) => {
      const value = standingAt(fabula, occurrences.length, [name], fluent.label)?.value ?? null
      const words = value === null || value === false ? undefined : factWords(problem, fluent, value)
      return words === undefined ? [] : [`${words}.`]
    })
    const lived = tell(soFar, problem, playManner(name)).paragraphs.flatMap((each) => each.sentences.map((one) => one.text))
    return { name, called: capitalised(nameWords(problem, name)), world: problem.name, act, wants: wantSentence(problem, name) ?? null, believes: [...new Set(believed)], lived }
  })
}
