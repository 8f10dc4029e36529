/** What do people want, and what can they feel? These parts of a mind the fabula does not tell of. */
import { charactersOf, type Effect, type Fabula, type FluentRef, type Problem, type Span, type Value } from "@dramaturg/model"
import { factWords, meantWords, nameWords, wantWords } from "@dramaturg/telling"

/** What moves a person, beside what they believe. */
export interface InnerLife {
  readonly who: string
  /** As the author words it; null: they gave no words. */
  readonly wants: string | null
  /** As it is written. */
  readonly written: string | null
  readonly origin: Span | null
  /** Each that they have at some moment: when the fluent has the value. The words go on from their name. */
  readonly feelings: readonly { readonly fluent: FluentRef; readonly value: Value; readonly words: string }[]
  /** Every act that they ever have in mind: `to bake a cake`, `that Toby walks away`. Null: the world has no words for it. */
  readonly meant: Readonly<Record<string, string | null>>
}

/** `texts`: those of the author's files, by name. */
export function innerLivesOf(problem: Problem, fabula: Fabula, texts: Readonly<Record<string, string>>): readonly InnerLife[] {
  const feelings = feelingsOf(problem)
  return charactersOf(problem).map((who) => {
    const utility = problem.utilities.find((each) => each.character === who)
    const origin = utility?.origin ?? null
    const written = origin && texts[origin.file]?.slice(origin.offset, origin.offset + origin.length).replace(/\s+/g, " ").replace(/^\w+(\([^)]*\))?\s*:\s*/, "").replace(/;$/, "")
    return { who, wants: wantWords(problem, who) ?? null, written: written ?? null, origin, feelings: feelingWords(problem, fabula, feelings, who), meant: meantBy(problem, fabula, who) }
  })
}

/**
 * Feelings come over people: nobody foresees what makes them, they are about whoever has them, and are said of them: `{who} [be] glad`.
 * That the whole hall is on its feet for somebody comes as unforeseen, and is no feeling.
 */
function feelingsOf(problem: Problem): ReadonlySet<string> {
  const written = new Set(problem.triggers.filter((each) => each.isUnforeseen).flatMap((each) => [...propertiesIn(each.effect)]))
  const isSomebodys = (index: number): boolean => {
    const { parameters: [first], told } = problem.properties[index]
    if (first?.kind !== "variable" || !problem.entities.some((each) => each.types.includes("character") && each.types.includes(first.type))) return false
    return told?.some((each) => each.startsWith(`{${first.name}}`)) === true
  }
  return new Set([...written].filter(isSomebodys).map((each) => problem.properties[each].name))
}

/** What becomes so, not what anybody comes to believe. */
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

/** Every feeling that they ever have, in words, by the fluent and the value that it is. */
function feelingWords(problem: Problem, { start, occurrences }: Fabula, feelings: ReadonlySet<string>, who: string): InnerLife["feelings"] {
  const facts = [...start, ...occurrences.flatMap((each) => each.changes.map(({ believers, fluent, after }) => ({ believers, fluent, value: after })))]
  const found = new Map<string, InnerLife["feelings"][number]>()
  for (const { believers, fluent, value } of facts) {
    const { name, arguments: [first] } = fluent
    if (believers.length > 0 || first !== who || !feelings.has(name) || value === false || value === 0 || value === null) continue
    const words = factWords(problem, fluent, value)
    if (words !== undefined) found.set(`${fluent.label} ${String(value)}`, { fluent, value, words: saidOf(problem, who, words) })
  }
  return [...found.values()]
}

/** `The dragon is glad` stands under the dragon's name: `is glad`. */
function saidOf(problem: Problem, who: string, words: string): string {
  const name = nameWords(problem, who)
  return words.toLowerCase().startsWith(`${name.toLowerCase()} `) ? words.slice(name.length + 1) : words
}

/** Whatever they ever have in mind, in words. */
function meantBy(problem: Problem, { occurrences }: Fabula, who: string): InnerLife["meant"] {
  const acts = occurrences.flatMap((each) => each.motives.flatMap((one) => (one.character === who ? (one.plan ?? []).map((step) => step.act) : [])))
  return Object.fromEntries([...new Set(acts)].map((each) => [each, meantWords(problem, who, each) ?? null]))
}
