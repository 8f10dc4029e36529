/** A fact, a wish, or a name, in words. */
import type { FluentRef, Problem, Property, Value } from "@dramaturg/model"
import { wantClause } from "./clause.js"
import { type Lexicon, lexiconOf, propertyOf } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"
import { splitName } from "./names.js"
import { saying, stopped } from "./template.js"
import type { Tense } from "./verbs.js"
import { roles } from "./vocabulary.js"

/**
 * `loathes(Spike, Angelus)`, which is true: `Spike loathes Angelus`. Undefined where the author gave no words
 * for it.
 */
export function factWords(problem: Problem, fluent: FluentRef, value: Value): string | undefined {
  const lexicon = lexiconOf(problem)
  const fact = lexicon.fact(fluent, value)
  if (fact === undefined || !fact.isTold) return undefined
  return capitalised(
    say(newReference(lexicon, undefined), fact.clause, {
      tense: "present",
      verbForm: "finite",
      withoutSubject: false,
    }),
  )
}

/** The entity's name in prose, not capitalised: `the captain`. */
export function nameWords(problem: Problem, entity: string): string {
  return lexiconOf(problem).noun(entity).text
}

/** The character's wish in the author's words: `to be in his lodging`. Undefined where there are none. */
export function wantWords(problem: Problem, character: string): string | undefined {
  const [want] = saying([problem.utilities.find((each) => each.character === character)?.told ?? ""])
  if (want === undefined) return undefined
  const reference = newReference(lexiconOf(problem), undefined)
  reference.previous.add(character)
  return say(reference, wantClause(character, want), {
    tense: "present",
    verbForm: "infinitive",
    withoutSubject: true,
  }).replace(/^want /, "")
}

/** The same as a sentence: `The twins want to be in the yard.` */
export function wantSentence(problem: Problem, character: string): string | undefined {
  const [want] = saying([problem.utilities.find((each) => each.character === character)?.told ?? ""])
  return (
    want &&
    capitalised(
      stopped(
        say(newReference(lexiconOf(problem), undefined), wantClause(character, want), {
          tense: "present",
          verbForm: "finite",
          withoutSubject: false,
        }),
      ),
    )
  )
}

/**
 * The fluent as a question: `whether Tom is asleep`, `where Tom is`, `what Tom’s mood is`, `whose knife it
 * is`. Undefined: there are no words.
 */
export function questionWords(problem: Problem, fluent: FluentRef): string | undefined {
  return question(lexiconOf(problem), fluent)
}

/**
 * `mind`: the character to whom it may be open, just named. `others`: entities of which the same is asked.
 */
export function question(
  lexicon: Lexicon,
  fluent: FluentRef,
  mind?: string,
  tense: Tense = "present",
  others: readonly string[] = [],
): string | undefined {
  const { problem } = lexicon
  const property = propertyOf(problem, fluent)
  if (property === undefined || property.isHidden === true) return undefined
  if (property.type === "boolean") {
    const words = stated(lexicon, fluent, true, mind, tense, others)
    return words && `whether ${words}`
  }
  const asked =
    property.type === "number" ? 1 : problem.entities.find((each) => each.types.includes(property.type))?.name
  const words = asked === undefined ? undefined : stated(lexicon, fluent, asked, mind, tense)
  if (asked === undefined || words === undefined) return undefined
  const name = asked === 1 ? "one" : lexicon.noun(String(asked)).text
  const named = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  const before = new RegExp(`^(.+?)(?: (?:in|at|on))? ${named}$`, "u").exec(words)?.[1]
  if (before !== undefined) return `${questionOf(problem, property)} ${before}`
  const owned = new RegExp(`^${named}(?:’s|’) (.+)$`, "u").exec(words)?.[1]
  if (owned !== undefined && questionOf(problem, property) === "who") return `whose ${owned}`
  const after = new RegExp(`^${named} (.+)$`, "u").exec(words)?.[1]
  if (after === undefined || asked === 1) return undefined
  const asker = questionOf(problem, property)
  // It asks for one, whatever the name is that stood there: `the heads are up`, `which side is up`.
  const single = after.replace(/^are\b/, "is").replace(/^were\b/, "was")
  return `${asker === "what" ? `which ${splitName(property.type).join(" ")}` : asker} ${single}`
}

/** `who` also of a killer, or of a suspect: words for people, though their entities may be no characters. */
function questionOf(problem: Problem, { name, type }: Property): string {
  if (type === "number") return "what"
  const isA = (wanted: string): boolean =>
    type === wanted ||
    problem.types.find((each) => each.name === type)?.parents.some((each) => each === wanted) === true
  return isA("character") || roles.has(type) || roles.has(splitName(name).at(-1) ?? "")
    ? "who"
    : isA("place")
      ? "where"
      : "what"
}

/**
 * A fact within a sentence, made of identifiers where the author gave no words. `mind`: the character named
 * right before it. Undefined where no sentence can be made.
 */
export function stated(
  lexicon: Lexicon,
  fluent: FluentRef,
  value: Value,
  mind?: string,
  tense: Tense = "present",
  others: readonly string[] = [],
): string | undefined {
  const fact = lexicon.fact(fluent, value)
  const reference = newReference(lexicon, undefined)
  if (mind !== undefined) reference.previous.add(mind)
  return fact && say(reference, fact.clause, { tense, verbForm: "finite", withoutSubject: false, others })
}

/** A fact as it would be then: `she would be in the cell`. `named`: whoever was named right before it. */
export function imagined(
  lexicon: Lexicon,
  fluent: FluentRef,
  value: Value,
  named: readonly string[],
): string | undefined {
  const fact = lexicon.fact(fluent, value)
  const reference = newReference(lexicon, undefined)
  for (const each of named) reference.previous.add(each)
  return fact && say(reference, fact.clause, { tense: "past", verbForm: "future", withoutSubject: false })
}
