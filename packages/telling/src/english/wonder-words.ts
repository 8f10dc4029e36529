/** What somebody does not know, hopes, fears and doubts, in prose. */
import { asItIs, type Claim, type FluentRef, type Mood, parseLabel, type Value } from "@dramaturg/model"
import type { Beat } from "../discourse/discourse.js"
import { question, stated } from "./fact-words.js"
import type { Lexicon } from "./lexicon.js"
import { grammarOf, refer, type Reference } from "./refer.js"
import { say } from "./say.js"
import { type Grammar, inflect, negate, type Tense } from "./verbs.js"
import { wondering } from "./wondering.js"

type Wonder = Beat & { readonly kind: "wonder" }

/** Whether there are words for all of it. */
export function canWonder(lexicon: Lexicon, beat: Wonder, tense: Tense): boolean {
  return allOf(beat).every((each) => question(lexicon, each, beat.character, tense) !== undefined)
}

function allOf({ fluents, alike = [] }: Wonder): readonly FluentRef[] {
  return [...fluents, ...alike.map((each) => each.fluent)]
}

/**
 * A sentence without a full stop: `Tib was afraid that the guard was not asleep`; `Al did not know which side
 * was up, and doubted that Bo did`. The author's words for a mood come first.
 */
export function wonderWords(reference: Reference, beat: Wonder, tense: Tense): string {
  const { knower, hoped, feared, doubted, alike = [] } = beat
  if (alike.length > 0 && isInWords(reference, beat))
    return allOf(beat)
      .map((each) => wonderWords(reference, { ...beat, fluents: [each], alike: [] }, tense))
      .join("; ")
  if (knower === undefined && feared !== undefined) return dread(reference, beat, feared, tense)
  const { lead, grammar } = unknowing(reference, beat, tense)
  if (doubted !== undefined) return `${lead}, and ${doubt(reference, beat, doubted, tense, grammar)}`
  const hope = hoped === undefined ? "" : `, and ${hopeful(reference, beat, hoped, tense, grammar)}`
  if (knower === undefined) return `${lead}${hope}`
  // Behind a hope, "would" alone would be heard as hoping.
  const would = hope === "" ? wondering.would : `${wondering.would} ${wondering.know}`
  return `${lead}${hope}; ${refer(reference, knower, "subject").text} ${would}`
}

/** Whether the author has words for wondering about it, or hoping for it. */
function isInWords({ lexicon }: Reference, { character, fluents: [fluent] }: Wonder): boolean {
  const moods: readonly Mood[] = ["wondered", "hoped"]
  return moods.some((each) => lexicon.mood(fluent, each, { mind: character }) !== undefined)
}

type Mooded = Pick<Wonder, "character" | "fluents">

/** In the author's words, where they gave some and it is about one thing. `isSecond`: behind `and`. */
function inWords(
  reference: Reference,
  { character, fluents }: Mooded,
  [mood, about]: readonly [Mood, Readonly<Record<string, Value>>],
  tense: Tense,
  isSecond = false,
): string | undefined {
  const clause =
    fluents.length === 1 ? reference.lexicon.mood(fluents[0], mood, { mind: character, ...about }) : undefined
  const withoutSubject = isSecond && clause?.subject === character
  return clause && say(reference, clause, { tense, verbForm: "finite", withoutSubject })
}

/** `grammar`: of a further verb of the same subject. */
function unknowing(
  reference: Reference,
  beat: Wonder,
  tense: Tense,
): { readonly lead: string; readonly grammar: Grammar } {
  const { character } = beat
  const words = inWords(reference, beat, ["wondered", {}], tense)
  if (words !== undefined) return { lead: words, grammar: grammarOf(reference, character, false) }
  const who = refer(reference, character, "subject")
  const grammar = grammarOf(reference, character, who.isPronoun)
  const asked = askedOf(reference.lexicon, beat, tense)
  return { lead: `${who.text} ${negate(wondering.know, tense, grammar)} ${asked}`, grammar }
}

/** `whether the keeper was innocent`; `whether the keeper and Mette were innocent`. */
function askedOf(lexicon: Lexicon, beat: Wonder, tense: Tense): string {
  const { character, fluents, alike = [] } = beat
  const ask = (each: FluentRef, others: readonly string[] = []): string | undefined =>
    question(lexicon, each, character, tense, others)
  if (alike.length === 0) return fluents.map((each) => ask(each)).join(" or ")
  const subjects = allOf(beat).map((each) => lexicon.fact(each, true)?.clause.subject)
  const isJoined = allOf(beat).every(({ arguments: values }, i) => values.includes(subjects[i] ?? null))
  return isJoined && new Set(subjects).size === subjects.length
    ? ask(fluents[0], subjects.slice(1) as readonly string[])!
    : allOf(beat)
        .map((each) => ask(each))
        .join(" and ")
}

function hopeful(reference: Reference, beat: Wonder, hoped: boolean, tense: Tense, grammar: Grammar): string {
  const words = inWords(reference, beat, ["hoped", { value: hoped }], tense, true)
  return words ?? `${inflect(wondering.hope, tense, grammar)} ${hoped ? wondering.so : wondering.not}`
}

function doubt(reference: Reference, beat: Wonder, doubted: string, tense: Tense, grammar: Grammar): string {
  const words = inWords(reference, beat, ["doubted", { other: doubted }], tense, true)
  if (words !== undefined) return words
  const verb = inflect(wondering.doubt, tense, grammar)
  const other = refer(reference, doubted, "subject")
  return `${verb} that ${other.text} ${inflect("do", tense, grammarOf(reference, doubted, other.isPronoun))}`
}

function dread(
  reference: Reference,
  { character }: Wonder,
  feared: NonNullable<Wonder["feared"]>,
  tense: Tense,
): string {
  const [{ fluent, value }] = feared
  const fluents = feared.length === 1 ? [parseLabel(fluent)] : []
  const words = inWords(reference, { character, fluents }, ["feared", { value }], tense)
  if (words !== undefined) return words
  const who = refer(reference, character, "subject")
  const verb = inflect("be", tense, grammarOf(reference, character, who.isPronoun))
  const facts = feared.map((each) =>
    stated(reference.lexicon, parseLabel(each.fluent), each.value, character, tense),
  )
  return `${who.text} ${verb} ${wondering.afraid} that ${facts.join(" and ")}`
}

/** All that such a sentence claims. */
export function wonderClaims({
  occurrence,
  character,
  fluents,
  knower,
  hoped,
  feared,
  doubted,
  alike = [],
}: Wonder): readonly Claim[] {
  const so = (believers: readonly string[], value: Value): readonly Claim[] =>
    fluents.map(({ label }) => ({ kind: "so", believers, fluent: label, value, moment: occurrence - 1 }))
  const isDread = knower === undefined && feared !== undefined
  return [
    ...so([character], null),
    ...(knower === undefined ? [] : so([character, knower], asItIs)),
    ...(doubted === undefined ? [] : so([character, doubted], null)),
    ...(isDread
      ? feared.map(({ fluent, value }): Claim => ({ kind: "fears", occurrence, character, fluent, value }))
      : hoped === undefined
        ? []
        : fluents.map(
            ({ label }): Claim => ({ kind: "hopes", occurrence, character, fluent: label, value: hoped }),
          )),
    ...alike.flatMap(({ occurrence: later, fluent: { label } }): readonly Claim[] => [
      { kind: "so", believers: [character], fluent: label, value: null, moment: occurrence - 1 },
      ...(hoped === undefined
        ? []
        : [{ kind: "hopes", occurrence: later, character, fluent: label, value: hoped } as const]),
    ]),
  ]
}
