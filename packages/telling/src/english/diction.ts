/**
 * How answers speak of a world: by the names its author gives, and in its sentences; where it names nobody and nothing, in identifiers.
 * Whatever is no prose and yet a sentence takes its names, acts and facts from here. What people type back stays as it is typed.
 */
import { type FluentRef, printValue, type Problem, type Value } from "@dramaturg/model"
import type { Clause } from "./clause.js"
import { question, stated } from "./fact-words.js"
import { eventCalled, givenName, type Lexicon, lexiconOf, possessive } from "./lexicon.js"
import { meant } from "./meant-words.js"
import { newReference } from "./refer.js"
import { capitalised, say, shortened } from "./say.js"
import { inflect, negate, type Tense } from "./verbs.js"

export interface Diction {
  /** Null: nobody and nothing has a name beside its identifier. */
  readonly lexicon: Lexicon | null
}

export function dictionOf(problem: Problem): Diction {
  return { lexicon: problem.entities.some((each) => givenName(each) !== undefined) ? lexiconOf(problem) : null }
}

/** At the beginning of no sentence: `the captain`. */
export function nameIn({ lexicon }: Diction, entity: string): string {
  return lexicon === null ? entity : lexicon.noun(entity).text
}

/** `the captain’s`, `the twins’`. */
export function ownerIn({ lexicon }: Diction, entity: string): string {
  if (lexicon === null) return `${entity}'s`
  const { text, isPlural } = lexicon.noun(entity)
  return possessive(text, isPlural)
}

/** What a fluent holds: a name, if it is somebody or something. */
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
  return `${nameIn(diction, who)} ${negate(verb, tense, numberOf(diction, who))}`
}

/** `Tom believes that Ann believes`. */
export function believing(diction: Diction, believers: readonly string[]): string {
  return believers.map((each) => doing(diction, each, "believe")).join(" that ")
}

function numberOf({ lexicon }: Diction, who: string): "plural" | "third" {
  return lexicon?.noun(who).isPlural === true ? "plural" : "third"
}

/** An act or a rule at work, as it may be written in an outline: `“The captain greets old Bob”`. */
export function actIn(diction: Diction, label: string): string {
  return quoted(diction, label, (each) => each) ?? label
}

/** The same in short, where its number says which it is. */
export function briefActIn(diction: Diction, label: string): string {
  return quoted(diction, label, shortened) ?? label
}

/** An act that people are to type: `greet(captain, Bob) (“The captain greets old Bob”)`. */
export function typedActIn(diction: Diction, label: string): string {
  const words = quoted(diction, label, shortened)
  return words === undefined ? label : `${label} (${words})`
}

function quoted({ lexicon }: Diction, label: string, part: (clause: Clause) => Clause): string | undefined {
  const clause = lexicon === null || !label.includes("(") ? undefined : eventCalled(lexicon, label)
  return clause && `“${capitalised(say(newReference(lexicon!, undefined), part(clause), { tense: "present", mood: "finite", withoutSubject: false }))}”`
}

/** Acts that lead on to others: `a, then b`. */
export function chainIn(diction: Diction, acts: readonly string[]): string {
  return acts.map((each) => actIn(diction, each)).join(", then ")
}

/** What somebody does themselves, as it stands behind `to`: `greet old Bob`. Undefined: nobody can say so of them. */
export function deedIn({ lexicon }: Diction, who: string, act: string): string | undefined {
  const words = lexicon === null ? undefined : meant(lexicon, who, act)
  return words?.startsWith("to ") === true ? words.slice("to ".length) : undefined
}

/** What somebody may have a reason for, as it stands behind `no reason`: `for hide(Bob)`, `to hide`. */
export function aimIn(diction: Diction, who: string, act: string): string {
  const deed = deedIn(diction, who, act)
  return deed === undefined ? `for ${actIn(diction, act)}` : `to ${deed}`
}

/**
 * `the captain is asleep`, at the beginning of no sentence; of what is unknown: `it is unknown whether the captain is asleep`. `mind`: in
 * whose mind it is; they have just been named. Undefined: there are no words.
 */
export function statedIn({ lexicon }: Diction, fluent: FluentRef, value: Value, mind?: string): string | undefined {
  if (lexicon === null) return undefined
  if (value === false && !isDeniable(lexicon, fluent)) {
    const words = stated(lexicon, fluent, true, mind)
    return words && `it is not so that ${words}`
  }
  if (value !== null) return stated(lexicon, fluent, value, mind)
  const asked = question(lexicon, fluent, mind)
  return asked && `it is unknown ${asked}`
}

/** Whether its first verb is what is denied: not so in `Tom would leave once Ann [be] dead`. */
function isDeniable(lexicon: Lexicon, fluent: FluentRef): boolean {
  const pieces = lexicon.fact(fluent, true)?.clause.pieces ?? []
  const before = pieces.slice(0, pieces.findIndex((each) => each.kind === "verb")).map((each) => (each.kind === "text" ? each.text : " "))
  return pieces.some((each) => each.kind === "verb") && !/\b(would|could|should|will|shall|can|may|might|must|once|that|if|when|who|which|because|while|until)\b/i.test(before.join(""))
}

/** What may be unknown to somebody: `whether the captain is asleep`, or the fluent itself. */
export function questionIn(diction: Diction, fluent: FluentRef, mind: string): string {
  return (diction.lexicon === null ? undefined : question(diction.lexicon, fluent, mind)) ?? codeIn(diction, fluent.label)
}

/** What stands as it is typed, among words. */
export function codeIn({ lexicon }: Diction, text: string): string {
  return lexicon === null ? text : `\`${text}\``
}

/** At the head of a sentence; identifiers keep the letters that they have. */
export function headIn({ lexicon }: Diction, text: string): string {
  return lexicon === null ? text : capitalised(text)
}
