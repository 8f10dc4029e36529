/** What do characters want, feel and plan? Words for the parts of a mind that are no beliefs. */
import {
  charactersOf,
  type Effect,
  type Fabula,
  type FluentRef,
  parseLabel,
  type Problem,
  type Span,
  type Value,
} from "@dramaturg/model"
import { factWords, meantWords, nameWords, wantWords } from "@dramaturg/telling"

/** What moves a character, besides their beliefs. */
export interface InnerLife {
  readonly who: string
  /** The wish in the author's words; null: the author gave none. */
  readonly wants: string | null
  /** The utility as the author's text has it. */
  readonly written: string | null
  readonly origin: Span | null
  /**
   * Their feelings at any moment: they have one while the fluent has the value. `words` continue their name:
   * `is glad`.
   */
  readonly feelings: readonly { readonly fluent: FluentRef; readonly value: Value; readonly words: string }[]
  /**
   * Words for the acts in their plans: `to bake a cake`, `that Toby walks away`. Null: the world has no words
   * for it.
   */
  readonly meant: Readonly<Record<string, string | null>>
  /** What they hope in doing something (D43), at any act of theirs. `words` make a sentence, or are null. */
  readonly hopes: readonly {
    readonly fluent: FluentRef
    readonly value: Value
    readonly words: string | null
  }[]
}

/** `texts`: those of the author's files, by name. */
export function innerLivesOf(
  problem: Problem,
  fabula: Fabula,
  texts: Readonly<Record<string, string>>,
): readonly InnerLife[] {
  const feelings = feelingsOf(problem)
  return charactersOf(problem).map((who) => {
    const utility = problem.utilities.find((each) => each.character === who)
    const origin = utility?.origin ?? null
    const written =
      origin &&
      texts[origin.file]
        ?.slice(origin.offset, origin.offset + origin.length)
        .replace(/\s+/g, " ")
        .replace(/^\w+(\([^)]*\))?\s*:\s*/, "")
        .replace(/;$/, "")
    return {
      who,
      wants: wantWords(problem, who) ?? null,
      written: written ?? null,
      origin,
      feelings: feelingWords(problem, fabula, feelings, who),
      meant: meantBy(problem, fabula, who),
      hopes: hopedBy(problem, fabula, who),
    }
  })
}

/**
 * The names of properties that are feelings: an unforeseen trigger sets them, their first parameter is a
 * character, and the author's words begin with that character: `{who} [be] glad`.
 */
function feelingsOf(problem: Problem): ReadonlySet<string> {
  const written = new Set(
    problem.triggers.filter((each) => each.isUnforeseen).flatMap((each) => [...propertiesIn(each.effect)]),
  )
  const isSomebodys = (index: number): boolean => {
    const {
      parameters: [first],
      told,
    } = problem.properties[index]
    if (
      first?.kind !== "variable" ||
      !problem.entities.some((each) => each.types.includes("character") && each.types.includes(first.type))
    )
      return false
    return told?.some((each) => each.startsWith(`{${first.name}}`)) === true
  }
  return new Set([...written].filter(isSomebodys).map((each) => problem.properties[each].name))
}

/** The properties that an effect assigns in the world, not in minds. */
function* propertiesIn(effect: Effect): Generator<number> {
  switch (effect.kind) {
    case "assign":
      return yield effect.fluent.property
    case "all":
      for (const each of effect.parts) yield* propertiesIn(each)
      return
    case "if":
      for (const { body } of effect.branches) yield* propertiesIn(body)
      if (effect.otherwise) yield* propertiesIn(effect.otherwise)
      return
    case "believes":
      return
    default:
      yield* propertiesIn(effect.body)
  }
}

/** Each feeling that they have at some moment, once. */
function feelingWords(
  problem: Problem,
  { start, occurrences }: Fabula,
  feelings: ReadonlySet<string>,
  who: string,
): InnerLife["feelings"] {
  const facts = [
    ...start,
    ...occurrences.flatMap((each) =>
      each.changes.map(({ believers, fluent, after }) => ({ believers, fluent, value: after })),
    ),
  ]
  const found = new Map<string, InnerLife["feelings"][number]>()
  for (const { believers, fluent, value } of facts) {
    const {
      name,
      arguments: [first],
    } = fluent
    if (
      believers.length > 0 ||
      first !== who ||
      !feelings.has(name) ||
      value === false ||
      value === 0 ||
      value === null
    )
      continue
    const words = factWords(problem, fluent, value)
    if (words !== undefined)
      found.set(`${fluent.label} ${String(value)}`, { fluent, value, words: saidOf(problem, who, words) })
  }
  return [...found.values()]
}

/** Cuts the name off, since the words are shown under it: `The dragon is glad` becomes `is glad`. */
function saidOf(problem: Problem, who: string, words: string): string {
  const name = nameWords(problem, who)
  return words.toLowerCase().startsWith(`${name.toLowerCase()} `) ? words.slice(name.length + 1) : words
}

/** Each value that they suppose in some plan of theirs, once. */
function hopedBy(problem: Problem, { occurrences }: Fabula, who: string): InnerLife["hopes"] {
  const supposed = occurrences.flatMap((each) =>
    each.motives.flatMap(({ character, supposing }) => (character === who ? (supposing ?? []) : [])),
  )
  const found = new Map<string, InnerLife["hopes"][number]>()
  for (const { fluent: label, value } of supposed) {
    const fluent = parseLabel(label)
    found.set(`${label} ${String(value)}`, {
      fluent,
      value,
      words: factWords(problem, fluent, value) ?? null,
    })
  }
  return [...found.values()]
}

/** The acts of all their plans in the story, in words. */
function meantBy(problem: Problem, { occurrences }: Fabula, who: string): InnerLife["meant"] {
  const acts = occurrences.flatMap((each) =>
    each.motives.flatMap((one) => (one.character === who ? (one.plan ?? []).map((step) => step.act) : [])),
  )
  return Object.fromEntries([...new Set(acts)].map((each) => [each, meantWords(problem, who, each) ?? null]))
}
