/** A clause in words: finite, as an intention (`to crawl`), or as what is to come (`would crawl`). */
import { type Clause, nameOf } from "./clause.js"
import { printed } from "./lexicon.js"
import { isParticiple } from "./pieces.js"
import { grammarOf, refer, type Reference } from "./refer.js"
import { type Piece, tidied } from "./template.js"
import { bare, type Grammar, inflect, negate, over, senseOf, type Tense, verbOf } from "./verbs.js"

export type VerbForm = "finite" | "infinitive" | "future"

export interface Wording {
  readonly tense: Tense
  readonly verbForm: VerbForm
  /** The subject is left out, being that of the clause before. */
  readonly withoutSubject: boolean
  /** With a negated clause: it was so before (`no longer`). */
  readonly isOver?: boolean
  /** Other entities of which the same is said. */
  readonly others?: readonly string[]
}

/** Shortens a planned act to what stands before the first comma. */
export function shortened(clause: Clause): Clause {
  const comma = clause.pieces.findIndex((each, i) => i > 0 && each.kind === "text" && each.text.includes(","))
  if (comma < 0 || !clause.pieces.slice(0, comma).some((each) => each.kind === "verb")) return clause
  const last = clause.pieces[comma] as Piece & { kind: "text" }
  return {
    ...clause,
    pieces: [
      ...clause.pieces.slice(0, comma),
      { kind: "text", text: last.text.slice(0, last.text.indexOf(",")) },
    ],
  }
}

export function say(reference: Reference, whole: Clause, wording: Wording): string {
  const clause = narratorLast(reference, wording.verbForm === "finite" ? whole : shortened(whole))
  const { pieces, binding, subject } = clause
  const work: Work = {
    reference,
    clause,
    wording,
    grammar: subject === undefined ? "third" : grammarOf(reference, subject, false),
    verbs: 0,
  }
  const words = pieces.map((piece, i): string => {
    if (piece.kind === "text") return piece.text
    if (piece.kind === "verb") return verbIn(work, piece, i)
    const entity = nameOf(piece, binding)
    if (wording.withoutSubject && i === 0) return ""
    if (!reference.lexicon.problem.entities.some((each) => each.name === entity))
      return printed(binding.get(piece.name) ?? entity)
    return i === 0 && entity === subject ? subjectIn(work, entity) : mentionIn(work, entity, piece, i)
  })
  return tidied(words.join(""))
}

/** `Ann and I`, not `I and Ann`. */
function narratorLast({ narrator }: Reference, clause: Clause): Clause {
  const [first, and, second, ...rest] = clause.pieces
  const isJoined =
    first?.kind === "mention" &&
    and?.kind === "text" &&
    and.text === " and " &&
    second?.kind === "mention" &&
    first.form === "plain" &&
    second.form === "plain"
  return isJoined && narrator !== undefined && nameOf(first, clause.binding) === narrator
    ? { ...clause, pieces: [second, and, first, ...rest] }
    : clause
}

interface Work {
  readonly reference: Reference
  readonly clause: Clause
  readonly wording: Wording
  /** The grammatical person of the clause's subject, as it was put into words. */
  grammar: Grammar
  verbs: number
}

function subjectIn(work: Work, entity: string): string {
  const {
    reference,
    wording: { others = [] },
  } = work
  if (others.length === 0) {
    const { text, isPronoun } = refer(reference, entity, "subject")
    work.grammar = grammarOf(reference, entity, isPronoun)
    return text
  }
  work.grammar = "plural"
  const all = [entity, ...others]
  const names = [
    ...all.filter((each) => each !== reference.narrator),
    ...all.filter((each) => each === reference.narrator),
  ].map((each) => refer(reference, each, "subject", "never").text)
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

function verbIn(work: Work, piece: Piece & { kind: "verb" }, i: number): string {
  const {
    wording: { tense, verbForm, isOver = false },
    clause: { isNegated, subject },
  } = work
  const verb = sensible(work, piece.verb, i)
  const isFirst = work.verbs++ === 0
  if (isFirst) {
    const grammar = piece.isPlural ? "plural" : subject === undefined ? doerBefore(work, i) : work.grammar
    work.grammar = grammar
    return firstVerb(
      { verb, isAuxiliary: piece.isAuxiliary === true || helps(verb, work.clause.pieces[i + 1]) },
      verbForm,
      tense,
      grammar,
      isNegated ? (isOver ? "no longer" : "not") : undefined,
    )
  }
  // A verb behind "and" shares the clause's subject; any other further verb has a subject of its own.
  if (!/\band $/.test(textBefore(work.clause.pieces, i))) return inflect(verb, tense, doerBefore(work, i))
  return verbForm === "finite" ? inflect(verb, tense, work.grammar) : bare(verb)
}

/** Whether `have` makes the perfect of the verb behind it: `[have] paid`, `[have] already been there`. */
function helps(verb: string, behind: Piece | undefined): boolean {
  if (verbOf(verb).base !== "have" || behind?.kind !== "text") return false
  const [, word] =
    /^ (?:(?:already|also|just|now|once|only|then|at last|long) )*([a-z]+)\b/.exec(behind.text) ?? []
  return word === "been" || (word !== undefined && isParticiple(word) && !adjectives.has(word))
}

/** End like participles, and stand before what somebody has: `[have] mixed feelings`. */
const adjectives = new Set(
  "beloved blessed crooked hundred kindred left mixed naked ragged rugged sacred wicked wretched".split(" "),
)

/** Which of two verbs with one spelling is meant, by the words behind it. */
function sensible({ reference, clause: { pieces, binding } }: Work, verb: string, i: number): string {
  const [blank, next] = pieces.slice(i + 1)
  const mentioned =
    blank?.kind === "mention"
      ? blank
      : blank?.kind === "text" && blank.text.trim() === "" && next?.kind === "mention"
        ? next
        : undefined
  const isPerson =
    mentioned !== undefined &&
    (mentioned.form === "plain" || mentioned.form === "self" || mentioned.form === "them") &&
    reference.lexicon.noun(nameOf(mentioned, binding)).isCharacter
  return senseOf(verb, blank?.kind === "text" ? blank.text : "", isPerson, mentioned !== undefined)
}

/**
 * The grammatical person of a further verb: that of the entity named right before it, or of the last word.
 */
function doerBefore({ reference, clause: { pieces, binding } }: Work, i: number): Grammar {
  const before = pieces.slice(0, i).filter((each) => each.kind !== "text" || each.text.trim() !== "")
  const last = before.at(-1)
  if (last?.kind === "mention" && isUnder(before, before.length - 1)) return pluralOf(before.at(-2))
  if (last?.kind === "mention") {
    const value = binding.get(last.name)
    if (typeof value === "number") return value === 1 ? "third" : "plural"
    if (before.length > 2 && isAnd(before.at(-2)!) && before.at(-3)!.kind === "mention") return "plural"
    return last.form === "plain" || last.form === "they"
      ? grammarOf(reference, nameOf(last, binding), last.form === "they")
      : "third"
  }
  const number = before.find((each) => each.kind === "mention" && typeof binding.get(each.name) === "number")
  if (number?.kind === "mention") return binding.get(number.name) === 1 ? "third" : "plural"
  return pluralOf(last, before.at(-2))
}

/** `the legs` are several, `his legs` too; `what he had hoped for all these years` is one. */
function pluralOf(piece: Piece | undefined, before?: Piece): Grammar {
  if (piece?.kind !== "text") return "third"
  const noun = piece.text.trim().replace(new RegExp(` (${prepositions.join("|")})$`), "")
  const isNoun =
    /(^|\b)the \S+$/.test(noun) ||
    (before?.kind === "mention" && before.form === "possessive" && /^\S+$/.test(noun))
  return isNoun && /[^s]s$/.test(noun) ? "plural" : "third"
}

const prepositions = [
  "in",
  "on",
  "at",
  "to",
  "of",
  "for",
  "with",
  "from",
  "under",
  "over",
  "by",
  "near",
  "behind",
  "inside",
  "between",
  "about",
  "through",
]

/** An entity behind a preposition is not the subject of the verb behind it: `something in him turned`. */
function isUnder(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]
  return before?.kind === "text" && new RegExp(`\\b(${prepositions.join("|")}) ?$`, "i").test(before.text)
}

function isAnd(piece: Piece): boolean {
  return piece.kind === "text" && piece.text.trim() === "and"
}

function textBefore(pieces: readonly Piece[], i: number): string {
  const piece = pieces[i - 1]
  return piece?.kind === "text" ? piece.text : ""
}

interface Finite {
  readonly verb: string
  readonly isAuxiliary: boolean
}

function firstVerb(
  { verb, isAuxiliary }: Finite,
  form: VerbForm,
  tense: Tense,
  grammar: Grammar,
  negation: "not" | "no longer" | undefined,
): string {
  const not = negation === undefined ? "" : `${negation} `
  if (form === "infinitive") return `${not}${bare(verb)}`
  if (form === "future") return `${tense === "past" ? "would" : "will"} ${not}${bare(verb)}`
  if (negation !== undefined && isAuxiliary) return `${inflect(verb, tense, grammar)} ${negation}`
  if (negation === "not") return negate(verb, tense, grammar)
  return negation === undefined ? inflect(verb, tense, grammar) : over(verb, tense, grammar)
}

function mentionIn(
  { reference, clause: { pieces, subject } }: Work,
  entity: string,
  { form }: Piece & { kind: "mention" },
  i: number,
): string {
  switch (form) {
    case "self":
      return refer(reference, entity, "self").text
    case "possessive":
      return refer(reference, entity, "possessive", entity === subject ? "always" : undefined).text
    case "they":
      return refer(reference, entity, "subject", "always").text
    case "them":
      return refer(reference, entity, "object", "always").text
    case "their":
      return refer(reference, entity, "possessive", "always").text
    case "theirs":
      return refer(reference, entity, "own", "always").text
    case "plain":
      return plainMention(reference, entity, pieces, subject, i)
  }
}

/** Entities joined by "and" are named, and those behind an article. */
function plainMention(
  reference: Reference,
  entity: string,
  pieces: readonly Piece[],
  subject: string | undefined,
  i: number,
): string {
  const isJoined =
    (pieces[i + 1] !== undefined && isAnd(pieces[i + 1])) ||
    (pieces[i - 1] !== undefined && isAnd(pieces[i - 1]))
  const wanted = isDoer(pieces, i) ? "subject" : entity === subject ? "self" : "object"
  // The author's article stands before the name, which may bring its own: `to the {place}`.
  if (/(^|\s)(the|an?) $/i.test(textBefore(pieces, i)))
    return refer(reference, entity, "object", "never").text.replace(/^(the|an?) /i, "")
  return refer(reference, entity, wanted, isJoined && wanted !== "self" ? "never" : undefined).text
}

/** The mention right before a verb, with those joined to it by "and". */
function isDoer(pieces: readonly Piece[], i: number): boolean {
  const [next, afterNext] = pieces.slice(i + 1)
  if (next === undefined || isUnder(pieces, i)) return false
  if (next.kind === "verb") return true
  return (
    next.kind === "text" &&
    (next.text.trim() === ""
      ? afterNext?.kind === "verb"
      : isAnd(next) && afterNext?.kind === "mention" && isDoer(pieces, i + 2))
  )
}

export { capitalised } from "./names.js"

/** The first word, in which neighbouring sentences should differ. */
export function opening(text: string): string {
  return (
    /^\S+/
      .exec(text)?.[0]
      .replace(/[,.“”]/g, "")
      .toLowerCase() ?? ""
  )
}
