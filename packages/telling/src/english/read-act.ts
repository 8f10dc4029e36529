/** Reads a sentence back into the act that it tells, so that outlines can use the words of their world. */
import {
  type ActionTemplate,
  type NearAct,
  printValue,
  type Problem,
  referenceTo,
  type Value,
  valuesOf,
} from "@dramaturg/model"
import { actPieces, splitName } from "./act-identifiers.js"
import { type Lexicon, lexiconOf, printed } from "./lexicon.js"
import { nearActsOf } from "./near-act.js"
import { curled, type Piece, readTemplate, sentencesIn, tidied } from "./template.js"
import { formsOf, senseOf } from "./verbs.js"

/** Reads sentences of one world. */
export interface ActReader {
  /**
   * The label of the act that a sentence in the past or present tense tells; undefined if it tells none or
   * several.
   */
  (sentence: string): string | undefined
  /** The acts that have most words in common with a sentence. */
  readonly near: (sentence: string) => readonly NearAct[]
}

/** Makes a reader from the sentence templates of a world; making it costs a pattern for each. */
export function actReaderOf(problem: Problem): ActReader {
  const lexicon = lexiconOf(problem)
  const patterns = problem.actions.flatMap((template) =>
    templatesOf(problem, template).map((pieces) => ({
      template,
      pieces,
      pattern: patternOf(lexicon, template, pieces),
    })),
  )
  const read = (sentence: string): string | undefined => {
    const words = tidy(sentence)
    const labels = new Set<string>()
    for (const { template, pieces, pattern } of patterns) {
      const match = pattern.exec(words)
      if (match !== null) for (const each of labelsOf(lexicon, template, pieces, match)) labels.add(each)
    }
    return labels.size === 1 ? [...labels][0] : undefined
  }
  return Object.assign(read, { near: nearActsOf(problem) })
}

function templatesOf(problem: Problem, template: ActionTemplate): readonly (readonly Piece[])[] {
  const told = sentencesIn(template.told)
  if (told.length > 0) return told.map(readTemplate)
  const pieces = actPieces(problem, template)
  return pieces === undefined ? [] : [pieces]
}

const leads = /^(then|after that|now|with that|next|and so|at that),? /i

/**
 * Removes direct speech, the full stop, list marks and bold type, leading words such as `Then`, and what
 * follows `meaning to`.
 */
function tidy(sentence: string): string {
  const words = plainly(sentence.replace(/[“"].*[”"]/gs, "").replace(/[*_`]/g, ""))
    .replace(/[.!]+$/, "")
    .trim()
  return words.replace(leads, "").replace(/, meaning to .*$/i, "")
}

/** Straight and curly apostrophes become one, and accented letters one character. */
function plainly(words: string): string {
  return tidied(words.normalize("NFC").replace(/['’‘‛ʼ＇]/g, "’"))
}

/**
 * A pattern with one group for each mention, in order. Known names come first in a group, since two names may
 * stand side by side.
 */
function patternOf(lexicon: Lexicon, template: ActionTemplate, pieces: readonly Piece[]): RegExp {
  const source = pieces.map((each) => {
    if (each.kind === "text")
      return escaped(plainly(` ${each.text} `).trim() === "" ? " " : spaced(each.text))
    return each.kind === "verb"
      ? `(?:${everyForm(each.verb).map(escaped).join("|")})`
      : `(${[...calls(lexicon, template, each), ".+?"].join("|")})`
  })
  return new RegExp(
    `^${source
      .join("")
      .replace(/ +/g, "\\s+")
      .replace(/[.!]+$/, "")}$`,
    "iu",
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

/** The names that fit the mention, as patterns, the longest first. */
function calls(
  lexicon: Lexicon,
  template: ActionTemplate,
  { name, form }: Piece & { kind: "mention" },
): readonly string[] {
  if (form !== "plain" && form !== "possessive") return []
  const names = (variableValues(lexicon.problem, template, name) ?? [name]).flatMap((each) =>
    namesOf(lexicon, each),
  )
  return [...new Set(names.map(plainly))]
    .sort((a, b) => b.length - a.length)
    .map((each) => `${escaped(each)}${form === "possessive" ? "’s?" : ""}`)
}

function namesOf(lexicon: Lexicon, value: Value): readonly string[] {
  const entity = printValue(value)
  if (typeof value === "boolean") return [printed(value), entity]
  const plain = splitName(entity).join(" ")
  return [lexicon.noun(entity).text, curled(entity), plain, `the ${plain}`]
}

/** Keeps the blanks at the ends. */
function spaced(text: string): string {
  return `${/^\s/.test(text) ? " " : ""}${plainly(text)}${/\s$/.test(text) ? " " : ""}`
}

/** All forms, in both senses where two verbs are spelt alike. */
function everyForm(verb: string): readonly string[] {
  return [
    ...new Set([
      ...formsOf(verb),
      ...formsOf(senseOf(verb, " to", false)),
      ...formsOf(senseOf(verb, "", true)),
    ]),
  ].map(plainly)
}

function labelsOf(
  lexicon: Lexicon,
  template: ActionTemplate,
  pieces: readonly Piece[],
  match: RegExpExecArray,
): readonly string[] {
  const binding = new Map<string, Value>()
  const mentions = pieces.filter((each) => each.kind === "mention")
  for (const [i, { name, form }] of mentions.entries()) {
    if (form !== "plain" && form !== "possessive") continue
    const choices = variableValues(lexicon.problem, template, name)
    if (choices === undefined) continue
    const words = form === "possessive" ? match[i + 1].replace(/’s?$/, "") : match[i + 1]
    const called = choices.filter((each) => isCalled(lexicon, each, words))
    // A pronoun such as `He`, which a single choice has.
    const meant =
      called.length > 0 ? called : choices.filter((each) => isMeantBy(lexicon, printValue(each), words))
    // For a pronoun, another mention of the same parameter may still decide.
    if (meant.length !== 1) {
      if (binding.has(name) || isPronoun(match[i + 1])) continue
      return []
    }
    if ((binding.get(name) ?? meant[0]) !== meant[0]) return []
    binding.set(name, meant[0])
  }
  return completed(lexicon.problem, template, binding)
}

function variableValues(
  problem: Problem,
  { parameters }: ActionTemplate,
  name: string,
): readonly Value[] | undefined {
  const parameter = parameters.find((each) => each.kind === "variable" && each.name === name)
  return parameter?.kind === "variable" ? valuesOf(problem, parameter.type) : undefined
}

function isCalled(lexicon: Lexicon, value: Value, words: string): boolean {
  const plain = plainly(words).toLowerCase()
  const { pieces } = lexicon.noun(printValue(value))
  return (
    namesOf(lexicon, value).some((each) => plainly(each).toLowerCase() === plain) ||
    (pieces !== undefined && patternOfName(lexicon, pieces).test(plain))
  )
}

/** `his lodging`, `Cassio’s lodging`. */
function patternOfName(lexicon: Lexicon, pieces: readonly Piece[]): RegExp {
  const source = pieces.map((each) => {
    if (each.kind !== "mention")
      return escaped(plainly(` ${each.kind === "text" ? each.text : each.verb} `)).replace(/^$/, "")
    const name = escaped(plainly(lexicon.noun(each.name).text))
    return each.form === "plain" ? `(?:${name}|him|her|it|them|me)` : `(?:${name}’s?|his|her|its|their|my)`
  })
  return new RegExp(`^${source.join("\\s*")}$`, "iu")
}

const pronouns = {
  he: /^(he|him|his|himself)$/i,
  she: /^(she|hers?|herself)$/i,
  it: /^(it|its|itself)$/i,
  they: /^(they|them|theirs?|themself|themselves)$/i,
}

/** Whether these words are a pronoun of this character. */
function isMeantBy(lexicon: Lexicon, entity: string, words: string): boolean {
  const { pronoun, isCharacter } = lexicon.noun(entity)
  return isCharacter && pronoun !== undefined && pronouns[pronoun].test(words.trim())
}

function isPronoun(words: string): boolean {
  return (
    Object.values(pronouns).some((each) => each.test(words.trim())) ||
    /^(i|me|my|mine|myself)$/i.test(words.trim())
  )
}

/**
 * The labels with all parameters filled; empty unless each parameter that the sentence does not mention has a
 * single choice.
 */
function completed(
  problem: Problem,
  { name, parameters }: ActionTemplate,
  binding: ReadonlyMap<string, Value>,
): readonly string[] {
  const values: Value[] = []
  for (const each of parameters) {
    const choices =
      each.kind === "constant"
        ? [each.value]
        : binding.has(each.name)
          ? [binding.get(each.name)!]
          : valuesOf(problem, each.type).filter((value) => ![...binding.values()].includes(value))
    if (choices.length !== 1) return []
    values.push(choices[0])
  }
  return [referenceTo(name, values).label]
}
