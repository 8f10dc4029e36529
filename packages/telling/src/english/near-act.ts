/**
 * Which acts of a world are most like a sentence that tells none of them: by the words they have in common.
 */
import {
  type ActionTemplate,
  type EventRef,
  type NearAct,
  choicesFor,
  printValue,
  type Problem,
  referenceTo,
  type Value,
} from "@dramaturg/model"
import { splitName } from "./act-identifiers.js"
import { type Lexicon, lexiconOf } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"
import { inflect } from "./verbs.js"

/** The most acts that are returned. */
const most = 3
/** A parameter with more values is tried only with those that the sentence names. */
const mostValues = 200

export function nearActsOf(problem: Problem): (sentence: string) => readonly NearAct[] {
  const lexicon = lexiconOf(problem)
  const namesOf = namesIn(lexicon)
  return (sentence) => {
    const heard = wordsOf(sentence)
    const acts = problem.actions
      .flatMap((each) => fillings(problem, each, heard, namesOf))
      .map((each) => nearness({ lexicon, namesOf }, each, heard))
    const best = Math.max(0, ...acts.map((each) => each.score))
    const near = acts.filter((each) => best > 0 && each.score >= best - 1e-9 && each.told !== undefined)
    const told = [...new Map(near.map((each) => [each.act, { act: each.act, told: each.told! }])).values()]
    return told.length > most ? told.slice(0, 1) : told
  }
}

/** Words that say little about which act is meant: they count for a tenth. */
const small = new Set(
  "a an the to of in on at by for with from into and or that who it is are was were be his her their its him she he they them as not no up out".split(
    " ",
  ),
)

function weightOf(words: Iterable<string>): number {
  let sum = 0
  for (const each of words) sum += small.has(each) ? 0.1 : 1
  return sum
}

/** The words of a sentence, in small letters and without possessive endings. */
function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set(
    sentence
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[’']s\b/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}

function namesIn(lexicon: Lexicon): (value: Value) => ReadonlySet<string> {
  const names = new Map<Value, ReadonlySet<string>>()
  return (value) => {
    const known = names.get(value)
    if (known !== undefined) return known
    const text = printValue(value)
    const words = new Set(
      [...wordsOf(lexicon.noun(text).text), ...wordsOf(splitName(text).join(" "))].filter(
        (each) => !small.has(each),
      ),
    )
    names.set(value, words)
    return words
  }
}

interface Names {
  readonly lexicon: Lexicon
  readonly namesOf: (value: Value) => ReadonlySet<string>
}

interface Filling {
  readonly template: ActionTemplate
  readonly values: readonly Value[]
}

/**
 * For each parameter the values that the sentence names best; where it names none, all if they are few. No
 * value fills two parameters.
 */
function fillings(
  problem: Problem,
  template: ActionTemplate,
  heard: ReadonlySet<string>,
  namesOf: (value: Value) => ReadonlySet<string>,
): readonly Filling[] {
  let partial: readonly (readonly Value[])[] = [[]]
  for (const each of template.parameters) {
    const choices = choicesFor(problem, each).slice(0, mostValues)
    const scored = choices.map((value) => ({
      value,
      score: [...namesOf(value)].filter((word) => heard.has(word)).length / Math.max(1, namesOf(value).size),
    }))
    const extended = partial.flatMap((values) => {
      const free = scored.filter(({ value }) => each.kind === "constant" || !values.includes(value))
      const best = Math.max(0, ...free.map(({ score }) => score))
      return free
        .filter(({ score }) => score === best)
        .slice(0, most + 1)
        .map(({ value }) => [...values, value])
    })
    partial = extended.slice(0, 4 * most)
  }
  return partial.map((values) => ({ template, values }))
}

/**
 * The weight of shared words, as a share of all words of both. At least one shared word must not be small.
 */
function nearness({ lexicon, namesOf }: Names, { template, values }: Filling, heard: ReadonlySet<string>) {
  const event = referenceTo(template.name, values)
  const told = tellingOf(lexicon, event)
  const said = wordsOf(
    told ??
      `${splitName(template.name).join(" ")} ${values.map((each) => lexicon.noun(printValue(each)).text).join(" ")}`,
  )
  const shared = [...said].filter((each) => heard.has(each) || formsOf(each).some((form) => heard.has(form)))
  const weight = weightOf(shared)
  const score = shared.some((each) => !small.has(each))
    ? weight / (weightOf(said) + weightOf(heard) - weight)
    : 0
  return {
    act: event.label,
    told: told ?? event.label,
    score: score + (score > 0 ? 0.001 * inOrder(values.map((each) => placeOf(namesOf(each), heard))) : 0),
  }
}

/** The position at which the sentence names it; -1 if it does not. */
function placeOf(names: ReadonlySet<string>, heard: ReadonlySet<string>): number {
  return [...heard].findIndex((each) => names.has(each))
}

/** How many of these positions stand before the next one. */
function inOrder(places: readonly number[]): number {
  const named = places.filter((each) => each >= 0)
  return named.filter((each, i) => i > 0 && named[i - 1] < each).length
}

function tellingOf(lexicon: Lexicon, event: EventRef): string | undefined {
  const clause = lexicon.event(event, 0)
  return (
    clause &&
    capitalised(
      say(newReference(lexicon, undefined), clause, {
        tense: "present",
        verbForm: "finite",
        withoutSubject: false,
      }),
    )
  )
}

/** Other forms that the word may have if it is a verb, so that `goes`, `go` and `going` count as shared. */
function formsOf(word: string): readonly string[] {
  const base = word.replace(/(?:es|s)$/, "")
  return [
    base,
    `${word}s`,
    ...[base, word.replace(/s$/, "")].flatMap((each) => [
      inflect(each, "past", "third"),
      inflect(each, "present", "third"),
      `${each}ing`,
    ]),
  ]
}
