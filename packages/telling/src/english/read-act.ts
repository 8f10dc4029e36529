/** Reads a sentence back into the act that it tells: so that an outline may be written in the words of its world. */
import { type ActionTemplate, printValue, type Problem, type Value, valuesOf } from "@dramaturg/model"
import { actPieces, splitName } from "./identifiers.js"
import { type Lexicon, lexiconOf } from "./lexicon.js"
import { type Piece, readTemplate } from "./template.js"
import { inflect } from "./verbs.js"

/** The act, as plans have it, that a sentence in the past or present tense tells; undefined if none does, or more than one. */
export type ActReader = (sentence: string) => string | undefined

export function actReaderOf(problem: Problem): ActReader {
  const lexicon = lexiconOf(problem)
  const patterns = problem.actions.flatMap((template) => templatesOf(problem, template).map((pieces) => ({ template, pieces, pattern: patternOf(pieces) })))
  return (sentence) => {
    const words = tidy(sentence)
    const labels = new Set<string>()
    for (const { template, pieces, pattern } of patterns) {
      const match = pattern.exec(words)
      if (match !== null) for (const each of labelsOf(lexicon, template, pieces, match)) labels.add(each)
    }
    return labels.size === 1 ? [...labels][0] : undefined
  }
}

function templatesOf(problem: Problem, template: ActionTemplate): readonly (readonly Piece[])[] {
  const { told = [] } = template
  if (told.length > 0) return told.map(readTemplate)
  const pieces = actPieces(problem, template)
  return pieces === undefined ? [] : [pieces]
}

/** Without what is said aloud, the full stop, and what a list or bold type adds. */
function tidy(sentence: string): string {
  return sentence.replace(/[“"].*[”"]/gs, "").replace(/[*_`]/g, "").replace(/['’]/g, "’").replace(/\s+/g, " ").trim().replace(/[.!]+$/, "").trim()
}

/** One group for each mention, in order. */
function patternOf(pieces: readonly Piece[]): RegExp {
  const source = pieces.map((each) => {
    if (each.kind === "text") return escaped(each.text)
    return each.kind === "verb" ? `(?:${formsOf(each.verb).map(escaped).join("|")})` : "(.+?)"
  })
  return new RegExp(`^${source.join("").replace(/ +/g, "\\s+")}$`, "iu")
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

function formsOf(verb: string): readonly string[] {
  return [...new Set([verb, ...(["past", "present"] as const).flatMap((tense) => (["first", "third", "plural"] as const).map((grammar) => inflect(verb, tense, grammar)))])]
}

function labelsOf(lexicon: Lexicon, template: ActionTemplate, pieces: readonly Piece[], match: RegExpExecArray): readonly string[] {
  const binding = new Map<string, Value>()
  const mentions = pieces.filter((each) => each.kind === "mention")
  for (const [i, { name, form }] of mentions.entries()) {
    if (form !== "plain" && form !== "possessive") continue
    const choices = choicesFor(lexicon.problem, template, name)
    if (choices === undefined) continue
    const meant = choices.filter((each) => isCalled(lexicon, printValue(each), form === "possessive" ? match[i + 1].replace(/’s?$/, "") : match[i + 1]))
    // A pronoun, or nobody: somebody named elsewhere in the sentence may still be meant.
    if (meant.length !== 1) {
      if (binding.has(name) || isPronoun(match[i + 1])) continue
      return []
    }
    if ((binding.get(name) ?? meant[0]) !== meant[0]) return []
    binding.set(name, meant[0])
  }
  return completed(lexicon.problem, template, binding)
}

function choicesFor(problem: Problem, { parameters }: ActionTemplate, name: string): readonly Value[] | undefined {
  const parameter = parameters.find((each) => each.kind === "variable" && each.name === name)
  return parameter?.kind === "variable" ? valuesOf(problem, parameter.type) : undefined
}

function isCalled(lexicon: Lexicon, entity: string, words: string): boolean {
  const plain = words.toLowerCase().trim()
  return [lexicon.noun(entity).text, entity, splitName(entity).join(" "), `the ${splitName(entity).join(" ")}`].some((each) => each.toLowerCase() === plain)
}

function isPronoun(words: string): boolean {
  return /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|themselves|i|me|my|myself)$/i.test(words.trim())
}

/** What the sentence does not mention must be beyond doubt. */
function completed(problem: Problem, { name, parameters }: ActionTemplate, binding: ReadonlyMap<string, Value>): readonly string[] {
  const values: Value[] = []
  for (const each of parameters) {
    const choices = each.kind === "constant" ? [each.value] : binding.has(each.name) ? [binding.get(each.name)!] : valuesOf(problem, each.type).filter((value) => ![...binding.values()].includes(value))
    if (choices.length !== 1) return []
    values.push(choices[0])
  }
  return [`${name}(${values.map(printValue).join(", ")})`]
}
