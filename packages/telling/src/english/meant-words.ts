/** An act in a character's plan, in words. */
import type { Problem } from "@dramaturg/model"
import { eventCalled, type Lexicon, lexiconOf } from "./lexicon.js"
import { newReference } from "./refer.js"
import { say } from "./say.js"

/**
 * `walk(Toby, Kitchen, Post)`: `to walk to the post office` for Toby, for others `that Toby walks …`.
 * Undefined where the world has no words for it.
 */
export function meantWords(problem: Problem, who: string, act: string): string | undefined {
  return meant(lexiconOf(problem), who, act)
}

export function meant(lexicon: Lexicon, who: string, act: string): string | undefined {
  const clause = eventCalled(lexicon, act)
  if (clause === undefined) return undefined
  const reference = newReference(lexicon, undefined)
  const isOwn = clause.subject === who
  // The character's own name is left out.
  if (isOwn) reference.previous.add(who)
  const words = say(reference, clause, {
    tense: "present",
    verbForm: isOwn ? "infinitive" : "finite",
    withoutSubject: isOwn,
  })
  return isOwn ? `to ${words.replace(/^to /, "")}` : `that ${words}`
}
