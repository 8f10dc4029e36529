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
  /** What is denied was so before. */
  readonly isOver?: boolean
}

export function say(reference: Reference, clause: Clause, { tense, mood, withoutSubject, isOver = false }: Wording): string {
  const { pieces, binding, subject } = clause
  const negation = clause.isNegated ? (isOver ? "no longer" : "not") : undefined
  let isBeforeVerb = true
  let grammar: Grammar = subject === undefined ? numberOf(clause) : grammarOf(reference, subject, false)
  let verbs = 0
  const before = (i: number): string => {
    const piece = pieces[i - 1]
    return piece?.kind === "text" ? piece.text : ""
  }
  const words = pieces.map((piece, i): string => {
    if (piece.kind === "text") return piece.text
    if (piece.kind === "verb") {
      isBeforeVerb = false
      if (verbs++ === 0) return firstVerb(piece.verb, mood, tense, grammar, negation)
      // What follows "and" is done as the first is; any other verb has a subject of its own.
      return mood !== "finite" && /\band $/.test(before(i)) ? piece.verb : inflect(piece.verb, tense, grammar)
    }
    const entity = nameOf(piece, binding)
    if (withoutSubject && i === 0) return ""
    if (!reference.lexicon.problem.entities.some((each) => each.name === entity)) return printed(binding.get(piece.name) ?? entity)
    if (i === 0 && entity === subject) {
      const mentioned = refer(reference, entity, "subject")
      grammar = grammarOf(reference, entity, mentioned.isPronoun)
      return mentioned.text
    }
    const isSubject = isBeforeVerb && (i === 0 || /\band $/.test(before(i)))
    return other(reference, entity, piece.form, subject, isSubject)
  })
  return words.join("").replace(/\s+/g, " ").trim()
}

function firstVerb(verb: string, mood: Mood, tense: Tense, grammar: Grammar, negation: "not" | "no longer" | undefined): string {
  const not = negation === undefined ? "" : `${negation} `
  if (mood === "infinitive") return `${not}${verb}`
  if (mood === "future") return `${tense === "past" ? "would" : "will"} ${not}${verb}`
  if (negation === "not") return negate(verb, tense, grammar)
  const inflected = inflect(verb, tense, grammar)
  if (negation === undefined) return inflected
  return verb === "be" ? `${inflected} no longer` : `no longer ${inflected}`
}

function other(reference: Reference, entity: string, form: Form, subject: string | undefined, isSubject: boolean): string {
  switch (form) {
    case "self":
      return refer(reference, entity, "self").text
    case "possessive":
      return refer(reference, entity, "possessive", entity === subject).text
    case "they":
      return refer(reference, entity, "subject", true).text
    case "them":
      return refer(reference, entity, "object", true).text
    case "their":
      return refer(reference, entity, "possessive", true).text
    case "plain":
      return refer(reference, entity, isSubject ? "subject" : entity === subject ? "self" : "object").text
  }
}

/** `his legs` are several, `his strength` is one, and so is `one hour`. */
function numberOf({ pieces, binding }: Clause): Grammar {
  const [first] = pieces
  if (first?.kind === "mention" && typeof binding.get(first.name) === "number") return binding.get(first.name) === 1 ? "third" : "plural"
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
