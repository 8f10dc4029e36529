/** Each character after an act: what they want, believe and have lived through, in words. */
import { distinct, type Fabula, type PersonCard, type Problem, standingAt } from "@dramaturg/model"
import { playManner } from "./play.js"
import { tell } from "./tell.js"
import { usualTongue } from "./tongues.js"

/** `act`: 0 is the start. Facts for which the world has no words are left out. */
export function cardsAt(fabula: Fabula, problem: Problem, act: number): readonly PersonCard[] {
  const words = usualTongue.wordsOf(problem)
  const occurrences = fabula.occurrences.filter((each) => each.act <= act)
  const soFar: Fabula = { ...fabula, occurrences }
  const fluents = distinct(
    [...fabula.start, ...occurrences.flatMap((each) => each.changes)].map((each) => each.fluent),
  )
  return fabula.characters.map((name) => {
    const believed = fluents.flatMap((fluent) => {
      const value = standingAt(fabula, occurrences.length, [name], fluent.label)?.value ?? null
      return value === null || value === false ? [] : (words.fact(fluent, value) ?? [])
    })
    const lived = tell(soFar, problem, playManner(name)).paragraphs.flatMap((each) =>
      each.sentences.map((one) => one.text),
    )
    return {
      name,
      called: words.heading(name),
      world: problem.name,
      act,
      wants: words.want(name) ?? null,
      believes: [...new Set(believed)],
      lived,
    }
  })
}
