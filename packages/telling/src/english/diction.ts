/**
 * How answers name things: by the author's names and sentences, or, in a world without names, by identifiers.
 * All answers take names, acts and facts from here; what users may type back stays as they would type it.
 */
import { type FluentRef, printValue, type Problem, type Value } from "@dramaturg/model"
import type { Clause } from "./clause.js"
import { imagined, question, stated } from "./fact-words.js"
import { eventCalled, givenName, type Lexicon, lexiconOf, possessive } from "./lexicon.js"
import { meant } from "./meant-words.js"
import { newReference } from "./refer.js"
import { capitalised, say, shortened } from "./say.js"
import { inflect, negate, type Tense } from "./verbs.js"

/** The words that all sentences of one answer use. */
export interface Diction {
  /** Null: the author named no entity, so answers use identifiers. */
  readonly lexicon: Lexicon | null
}

/** The diction of a world: made once for each answer. */
export function dictionOf(problem: Problem): Diction {
  return {
    lexicon: problem.entities.some((each) => givenName(each) !== undefined) ? lexiconOf(problem) : null,
  }
}

/** Not capitalised: `the captain`. */
export function nameIn({ lexicon }: Diction, entity: string): string {
  return lexicon === null ? entity : lexicon.noun(entity).text
}

/** `the captain’s`, `the twins’`. */
export function ownerIn({ lexicon }: Diction, entity: string): string {
  if (lexicon === null) return `${entity}'s`
  const { text, isPlural } = lexicon.noun(entity)
  return possessive(text, isPlural)
}

/** The value of a fluent: the name of an entity, or the value as printed. */
export function valueIn(diction: Diction, value: Value): string {
  return typeof value === "string" ? nameIn(diction, value) : printValue(value)
}

/** `the captain believes`, `the twins believe`. */
export function doing(diction: Diction, who: string, verb: string, tense: Tense = "present"): string {
  return `${nameIn(diction, who)} ${verbOf(diction, who, verb, tense)}`
}

/** `believes`, `believe`. */
export function verbOf(diction: Diction, who: string, verb: string, tense: Tense = "present"): string {
  return inflect(verb, tense, numberOf(diction, who))
}

/** `the captain does not believe`. */
export function notDoing(diction: Diction, who: string, verb: string, tense: Tense = "present"): string {
  return `${nameIn(diction, who)} ${notVerbOf(diction, who, verb, tense)}`
}

/** `does not believe`, `do not believe`. */
export function notVerbOf(diction: Diction, who: string, verb: string, tense: Tense = "present"): string {
  return negate(verb, tense, numberOf(diction, who))
}

/** `Tom believes that Ann believes`. */
export function believing(diction: Diction, believers: readonly string[]): string {
  return believers.map((each) => doing(diction, each, "believe")).join(" that ")
}

function numberOf({ lexicon }: Diction, who: string): "plural" | "third" {
  return lexicon?.noun(who).isPlural === true ? "plural" : "third"
}

/** An act or a trigger as an outline may have it: `“The captain greets old Bob”`. */
export function actIn(diction: Diction, label: string): string {
  return quoted(diction, label, (each) => each) ?? label
}

/** The same without arguments, for acts that a number identifies. */
export function briefActIn(diction: Diction, label: string): string {
  return quoted(diction, label, shortened) ?? label
}

/** An act for users to type: `greet(captain, Bob) (“The captain greets old Bob”)`. */
export function typedActIn(diction: Diction, label: string): string {
  const words = quoted(diction, label, shortened)
  return words === undefined ? label : `${label} (${words})`
}

function quoted({ lexicon }: Diction, label: string, part: (clause: Clause) => Clause): string | undefined {
  const clause = lexicon === null || !label.includes("(") ? undefined : eventCalled(lexicon, label)
  return (
    clause &&
    `“${capitalised(say(newReference(lexicon!, undefined), part(clause), { tense: "present", verbForm: "finite", withoutSubject: false }))}”`
  )
}

/** Acts that lead on to others: `a, then b`. */
export function chainIn(diction: Diction, acts: readonly string[]): string {
  return acts.map((each) => actIn(diction, each)).join(", then ")
}

/**
 * An act of the character's own, to stand behind `to`: `greet old Bob`. Undefined: it is not their own, or
 * has no words.
 */
export function deedIn({ lexicon }: Diction, who: string, act: string): string | undefined {
  const words = lexicon === null ? undefined : meant(lexicon, who, act)
  return words?.startsWith("to ") === true ? words.slice("to ".length) : undefined
}

/** An act to stand behind `no reason`: `for hide(Bob)`, `to hide`. */
export function aimIn(diction: Diction, who: string, act: string): string {
  const deed = deedIn(diction, who, act)
  return deed === undefined ? `for ${actIn(diction, act)}` : `to ${deed}`
}

/**
 * `the captain is asleep`, not capitalised; of an unknown value: `it is unknown whether the captain is
 * asleep`. `mind`: the character whose belief it is, just named. Undefined: there are no words.
 */
export function statedIn(
  { lexicon }: Diction,
  fluent: FluentRef,
  value: Value,
  mind?: string,
): string | undefined {
  if (lexicon === null) return undefined
  if (value === false && !isDeniable(lexicon, fluent)) {
    const words = stated(lexicon, fluent, true, mind)
    return words && `it is not so that ${words}`
  }
  if (value !== null) return stated(lexicon, fluent, value, mind)
  const asked = question(lexicon, fluent, mind)
  return asked && `it is unknown ${asked}`
}

/** The same as it would be then: `she would be in the cell`. `named`: whoever was named right before it. */
export function imaginedIn(
  { lexicon }: Diction,
  fluent: FluentRef,
  value: Value,
  named: readonly string[],
): string | undefined {
  if (lexicon === null || value === null) return undefined
  if (value !== false || isDeniable(lexicon, fluent)) return imagined(lexicon, fluent, value, named)
  const words = stated(lexicon, fluent, true)
  return words && `it would not be so that ${words}`
}

/** Whether negation applies to its first verb: not so in `Tom would leave once Ann [be] dead`. */
function isDeniable(lexicon: Lexicon, fluent: FluentRef): boolean {
  const pieces = lexicon.fact(fluent, true)?.clause.pieces ?? []
  const before = pieces
    .slice(
      0,
      pieces.findIndex((each) => each.kind === "verb"),
    )
    .map((each) => (each.kind === "text" ? each.text : " "))
  return (
    pieces.some((each) => each.kind === "verb") &&
    !/\b(would|could|should|will|shall|can|may|might|must|once|that|if|when|who|which|because|while|until)\b/i.test(
      before.join(""),
    )
  )
}

/** A question that may be open to a character: `whether the captain is asleep`, or the fluent itself. */
export function questionIn(diction: Diction, fluent: FluentRef, mind: string): string {
  return (
    (diction.lexicon === null ? undefined : question(diction.lexicon, fluent, mind)) ??
    codeIn(diction, fluent.label)
  )
}

/** Marks text that users type, within a sentence. */
export function codeIn({ lexicon }: Diction, text: string): string {
  return lexicon === null ? text : `\`${text}\``
}

/** Capitalised, for the beginning of a sentence; identifiers keep their letters. */
export function headIn({ lexicon }: Diction, text: string): string {
  return lexicon === null ? text : capitalised(text)
}
