/** A clause in words: finite, as an intention (`to crawl`), or as what is to come (`would crawl`). */
import { type Clause, nameOf } from "./clause.js"
import { type Lexicon, printed } from "./lexicon.js"
import { grammarOf, refer, type Reference } from "./refer.js"
import type { Form } from "./template.js"
import { type Grammar, inflect, negate, type Tense } from "./verbs.js"

export type Mood = "finite" | "infinitive" | "future"

/** `withoutSubject`: it is the same as that of the clause before. */
export interface Wording {
  readonly tense: Tense
  readonly mood: Mood
  readonly withoutSubject: boolean
}

export function say(reference: Reference, clause: Clause, { tense, mood, withoutSubject }: Wording): string {
  const { pieces, binding, subject, isNegated } = clause
  let isBeforeVerb = true
  let grammar: Grammar = subject === undefined ? numberOf(clause) : grammarOf(reference, subject, false)
  let verbs = 0
  const words = pieces.map((piece, i): string => {
    if (piece.kind === "text") return withoutSubject && isBeforeVerb ? "" : piece.text
    if (piece.kind === "verb") {
      isBeforeVerb = false
      return verbs++ === 0 ? firstVerb(piece.verb, mood, tense, grammar, isNegated) : mood === "finite" ? inflect(piece.verb, tense, grammar) : piece.verb
    }
    const entity = nameOf(piece, binding)
    if (withoutSubject && i === 0) return ""
    if (!reference.lexicon.problem.entities.some((each) => each.name === entity)) return printed(binding.get(piece.name) ?? entity)
    if (i === 0 && entity === subject) {
      const mentioned = refer(reference, entity, "subject")
      grammar = grammarOf(reference, entity, mentioned.isPronoun)
      return mentioned.text
    }
    return other(reference, entity, piece.form, subject, isBeforeVerb)
  })
  return words.join("").replace(/\s+/g, " ").trim()
}

function firstVerb(verb: string, mood: Mood, tense: Tense, grammar: Grammar, isNegated: boolean): string {
  if (mood === "infinitive") return isNegated ? `not ${verb}` : verb
  if (mood === "future") return `${tense === "past" ? "would" : "will"} ${isNegated ? "not " : ""}${verb}`
  return isNegated ? negate(verb, tense, grammar) : inflect(verb, tense, grammar)
}

function other(reference: Reference, entity: string, form: Form, subject: string | undefined, isBeforeVerb: boolean): string {
  const isSubject = entity === subject
  switch (form) {
    case "self":
      return refer(reference, entity, "self").text
    case "possessive":
      return refer(reference, entity, "possessive", isSubject).text
    case "they":
      return refer(reference, entity, "subject", true).text
    case "them":
      return refer(reference, entity, "object", true).text
    case "their":
      return refer(reference, entity, "possessive", true).text
    case "plain":
      return refer(reference, entity, isSubject && !isBeforeVerb ? "self" : isBeforeVerb ? "subject" : "object").text
  }
}

/** `his legs` are several, `his strength` is one. */
function numberOf({ pieces }: Clause): Grammar {
  const verb = pieces.findIndex((each) => each.kind === "verb")
  const before = pieces.slice(0, Math.max(0, verb)).flatMap((each) => (each.kind === "text" ? [each.text] : [])).join("").trim()
  return /[^s]s$/.test(before) ? "plural" : "third"
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** The first word, which neighbours should not share. */
export function opening(text: string): string {
  return /^\S+/.exec(text)?.[0].replace(/[,.“”]/g, "").toLowerCase() ?? ""
}

export type { Lexicon }
