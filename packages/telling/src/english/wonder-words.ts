/** What somebody does not know, hopes, fears and doubts, in prose. */
import { asItIs, type Claim, parseLabel, type Value } from "@dramaturg/model"
import type { Beat } from "../discourse/discourse.js"
import { question, stated } from "./fact-words.js"
import type { Lexicon } from "./lexicon.js"
import { grammarOf, refer, type Reference } from "./refer.js"
import { inflect, negate, type Tense } from "./verbs.js"
import { wondering } from "./wondering.js"

type Wonder = Beat & { readonly kind: "wonder" }

/** Whether there are words for all of it. */
export function canWonder(lexicon: Lexicon, { character, fluents }: Wonder, tense: Tense): boolean {
  return fluents.every((each) => question(lexicon, each, character, tense) !== undefined)
}

/**
 * A sentence without a full stop: `Tib was afraid that the guard was not asleep`; `Al did not know which side
 * was up, and doubted that Bo did`.
 */
export function wonderWords(reference: Reference, beat: Wonder, tense: Tense): string {
  const { character, fluents, knower, hoped, feared, doubted } = beat
  const { lexicon } = reference
  const who = refer(reference, character, "subject")
  const grammar = grammarOf(reference, character, who.isPronoun)
  const dread =
    knower === undefined ? feared?.map((each) => fearedWords(reference, each, character, tense)) : undefined
  if (dread !== undefined)
    return `${who.text} ${inflect("be", tense, grammar)} ${wondering.afraid} that ${dread.join(" and ")}`
  const questions = fluents.map((each) => question(lexicon, each, character, tense))
  const lead = `${who.text} ${negate(wondering.know, tense, grammar)} ${questions.join(" or ")}`
  if (doubted !== undefined) {
    const other = refer(reference, doubted, "subject")
    const does = inflect("do", tense, grammarOf(reference, doubted, other.isPronoun))
    return `${lead}, and ${inflect(wondering.doubt, tense, grammar)} that ${other.text} ${does}`
  }
  const hope =
    hoped === undefined
      ? ""
      : `, and ${inflect(wondering.hope, tense, grammar)} ${hoped ? wondering.so : wondering.not}`
  const other = knower === undefined ? "" : `; ${refer(reference, knower, "subject").text} ${wondering.would}`
  return `${lead}${hope}${other}`
}

function fearedWords(
  { lexicon }: Reference,
  { fluent, value }: NonNullable<Wonder["feared"]>[number],
  character: string,
  tense: Tense,
): string {
  return stated(lexicon, parseLabel(fluent), value, character, tense)!
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
  ]
}
