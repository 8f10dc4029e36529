/** From a world's text to the words of one act or one fact, for the tests of this package. */
import { compileStory } from "@dramaturg/language"
import { parseLabel, type Problem, type Value } from "@dramaturg/model"
import { lexiconOf } from "../src/english/lexicon.js"
import { newReference } from "../src/english/refer.js"
import { type VerbForm, say } from "../src/english/say.js"
import type { Tense } from "../src/english/verbs.js"

export function compiled(text: string): Problem {
  const { problem, diagnostics } = compileStory(text, { file: "world.drama" })
  if (problem === undefined)
    throw new Error(`This is not a world: ${diagnostics.map((each) => each.message).join(" ")}`)
  return problem
}

export interface Way {
  readonly tense?: Tense
  readonly verbForm?: VerbForm
  readonly narrator?: string
  readonly withoutSubject?: boolean
  readonly isNegated?: boolean
  readonly isOver?: boolean
}

export function actSaid(
  problem: Problem,
  label: string,
  { tense = "past", verbForm = "finite", narrator, withoutSubject = false, isNegated = false }: Way = {},
): string {
  const lexicon = lexiconOf(problem)
  const clause = lexicon.event(parseLabel(label), 0)
  if (clause === undefined) throw new Error(`Nothing can be said of ${label}.`)
  return say(newReference(lexicon, narrator), { ...clause, isNegated }, { tense, verbForm, withoutSubject })
}

export function factSaid(
  problem: Problem,
  fluent: string,
  value: Value,
  { tense = "past", verbForm = "finite", narrator, isOver = false }: Way = {},
): string {
  const lexicon = lexiconOf(problem)
  const fact = lexicon.fact(parseLabel(fluent), value)
  if (fact === undefined) throw new Error(`Nothing can be said of ${fluent}.`)
  return say(newReference(lexicon, narrator), fact.clause, { tense, verbForm, withoutSubject: false, isOver })
}
