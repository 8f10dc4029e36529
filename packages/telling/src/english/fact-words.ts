/** One fact, one want and one name, in plain words. */
import type { FluentRef, Problem, Value } from "@dramaturg/model"
import { wantClause } from "./clause.js"
import { type Lexicon, lexiconOf, propertyOf } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"
import { saying, stopped } from "./template.js"

/** `loathes(Spike, Angelus)`, which is so: `Spike loathes Angelus`. Undefined where the world has no words for it. */
export function factWords(problem: Problem, fluent: FluentRef, value: Value): string | undefined {
  const lexicon = lexiconOf(problem)
  const fact = lexicon.fact(fluent, value)
  if (fact === undefined || !fact.isTold) return undefined
  return capitalised(say(newReference(lexicon, undefined), fact.clause, { tense: "present", mood: "finite", withoutSubject: false }))
}

/** What somebody or something is called, at the beginning of no sentence: `the captain`. */
export function nameWords(problem: Problem, entity: string): string {
  return lexiconOf(problem).noun(entity).text
}

/** What somebody wants, in the author's words: `to be in his lodging`. Undefined where there are none. */
export function wantWords(problem: Problem, character: string): string | undefined {
  const [want] = saying([problem.utilities.find((each) => each.character === character)?.told ?? ""])
  if (want === undefined) return undefined
  const reference = newReference(lexiconOf(problem), undefined)
  reference.previous.add(character)
  return say(reference, wantClause(character, want), { tense: "present", mood: "infinitive", withoutSubject: true }).replace(/^want /, "")
}

/** The same as a sentence: `The twins want to be in the yard.` */
export function wantSentence(problem: Problem, character: string): string | undefined {
  const [want] = saying([problem.utilities.find((each) => each.character === character)?.told ?? ""])
  return want && capitalised(stopped(say(newReference(lexiconOf(problem), undefined), wantClause(character, want), { tense: "present", mood: "finite", withoutSubject: false })))
}

/** What may be unknown to somebody, as a question: `whether Tom is asleep`, `where Tom is`, `what Tom’s mood is`. */
export function questionWords(problem: Problem, fluent: FluentRef): string | undefined {
  return question(lexiconOf(problem), fluent)
}

/** `mind`: to whom it may be unknown; they have just been named. */
export function question(lexicon: Lexicon, fluent: FluentRef, mind?: string): string | undefined {
  const { problem } = lexicon
  const property = propertyOf(problem, fluent)
  if (property === undefined || property.isHidden === true) return undefined
  if (property.type === "boolean") {
    const words = stated(lexicon, fluent, true, mind)
    return words && `whether ${words}`
  }
  const asked = property.type === "number" ? 1 : problem.entities.find((each) => each.types.includes(property.type))?.name
  const words = asked === undefined ? undefined : stated(lexicon, fluent, asked, mind)
  if (asked === undefined || words === undefined) return undefined
  const name = asked === 1 ? "one" : lexicon.noun(String(asked)).text
  const before = new RegExp(`^(.+?)(?: (?:in|at|on))? ${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "u").exec(words)?.[1]
  if (before === undefined) return undefined
  return `${questionOf(problem, property.type)} ${before}`
}

function questionOf(problem: Problem, type: string): string {
  if (type === "number") return "what"
  const isA = (wanted: string): boolean => type === wanted || problem.types.find((each) => each.name === type)?.parents.some((each) => each === wanted) === true
  return isA("character") ? "who" : isA("place") ? "where" : "what"
}

/**
 * One fact as it stands among other words; plain ones do where the author gave none. `mind`: who was named right before it. Undefined where
 * nothing sensible can be said.
 */
export function stated(lexicon: Lexicon, fluent: FluentRef, value: Value, mind?: string): string | undefined {
  const fact = lexicon.fact(fluent, value)
  const reference = newReference(lexicon, undefined)
  if (mind !== undefined) reference.previous.add(mind)
  return fact && say(reference, fact.clause, { tense: "present", mood: "finite", withoutSubject: false })
}
