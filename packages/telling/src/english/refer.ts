/**
 * Names and pronouns. A pronoun is used only if its antecedent is unambiguous: named in this sentence or the
 * one before, while no other entity with the same pronoun was.
 */
import type { Pronoun } from "@dramaturg/model"
import { type Lexicon, possessive } from "./lexicon.js"
import type { Grammar } from "./verbs.js"

export type Case = "subject" | "object" | "possessive" | "own" | "self"

const forms: Readonly<Record<Pronoun | "I", Readonly<Record<Case, string>>>> = {
  he: { subject: "he", object: "him", possessive: "his", own: "his", self: "himself" },
  she: { subject: "she", object: "her", possessive: "her", own: "hers", self: "herself" },
  it: { subject: "it", object: "it", possessive: "its", own: "its", self: "itself" },
  they: { subject: "they", object: "them", possessive: "their", own: "theirs", self: "themself" },
  I: { subject: "I", object: "me", possessive: "my", own: "mine", self: "myself" },
}

/**
 * What the choice between names and pronouns depends on. `narrator`: the character who tells the story as
 * `I`.
 */
export interface Reference {
  readonly lexicon: Lexicon
  readonly narrator: string | undefined
  /** The entities mentioned in this sentence, and in the one before. */
  current: Set<string>
  previous: Set<string>
  /** For how many sentences each entity was referred to by pronouns alone. */
  readonly runs: Map<string, number>
  /** Set for a second attempt at a sentence whose opening must differ from the one before. */
  wantsName: boolean
  /** The entities whose names are being spelt out; a name may mention others. */
  readonly naming: Set<string>
}

export function newReference(lexicon: Lexicon, narrator: string | undefined): Reference {
  return {
    lexicon,
    narrator,
    current: new Set(),
    previous: new Set(),
    runs: new Map(),
    wantsName: false,
    naming: new Set(),
  }
}

/** After so many sentences with pronouns the name is used again. */
const LONGEST_RUN = 3

export function nextSentence(reference: Reference): void {
  reference.previous = reference.current
  reference.current = new Set()
}

/** Forgets all mentions: after a break, pronouns have no antecedent. */
export function newParagraph(reference: Reference): void {
  reference.previous = new Set()
  reference.current = new Set()
  reference.runs.clear()
}

export function grammarOf({ narrator, lexicon }: Reference, entity: string, isPronoun: boolean): Grammar {
  if (entity === narrator) return "first"
  const { pronoun, isPlural } = lexicon.noun(entity)
  return isPlural || (isPronoun && pronoun === "they") ? "plural" : "third"
}

export interface Mentioned {
  readonly text: string
  readonly isPronoun: boolean
}

/** `asked`: forces a pronoun (true) or a name (false). */
export function refer(
  reference: Reference,
  entity: string,
  wanted: Case,
  asked?: "always" | "never",
): Mentioned {
  const { lexicon, narrator, current } = reference
  if (entity === narrator) {
    current.add(entity)
    return { text: forms.I[wanted], isPronoun: true }
  }
  const { pronoun, isCharacter, isPlural } = lexicon.noun(entity)
  const isPronoun =
    wanted === "self" ||
    (pronoun !== undefined &&
      asked !== "never" &&
      (asked === "always" || (isCharacter && isClear(reference, entity, pronoun))))
  current.add(entity)
  if (isPronoun) {
    if (wanted === "subject") reference.runs.set(entity, (reference.runs.get(entity) ?? 0) + 1)
    return {
      text: wanted === "self" && isPlural ? "themselves" : forms[pronoun ?? "they"][wanted],
      isPronoun,
    }
  }
  if (wanted === "subject") reference.runs.set(entity, 0)
  const text = nameOf(reference, entity)
  return { text: wanted === "possessive" || wanted === "own" ? possessive(text, isPlural) : text, isPronoun }
}

/** Spells a name out; entities that it mentions may become pronouns: `his lodging`, `my lodging`. */
function nameOf(reference: Reference, entity: string): string {
  const { text, pieces } = reference.lexicon.noun(entity)
  if (pieces === undefined || reference.naming.has(entity)) return text
  reference.naming.add(entity)
  const words = pieces.map((each) => {
    if (each.kind === "text") return each.text
    if (each.kind === "verb") return each.verb
    if (
      !reference.lexicon.problem.entities.some(({ name }) => name === each.name) ||
      reference.naming.has(each.name)
    )
      return each.form === "plain"
        ? reference.lexicon.noun(each.name).text
        : possessive(reference.lexicon.noun(each.name).text)
    return refer(reference, each.name, each.form === "plain" ? "object" : "possessive").text
  })
  reference.naming.delete(entity)
  return words.join("")
}

function isClear(reference: Reference, entity: string, pronoun: Pronoun): boolean {
  const { lexicon, narrator, current, previous, runs } = reference
  if (!current.has(entity) && (!previous.has(entity) || reference.wantsName)) return false
  if (!current.has(entity) && (runs.get(entity) ?? 0) >= LONGEST_RUN) return false
  // An entity named in this sentence is a nearer antecedent than earlier ones.
  const others = [...current, ...(current.has(entity) ? [] : previous)].filter(
    (each) => each !== entity && each !== narrator && lexicon.noun(each).isCharacter,
  )
  // "They" could mean all of them together.
  return pronoun === "they"
    ? others.length === 0
    : others.every((each) => lexicon.noun(each).pronoun !== pronoun)
}
