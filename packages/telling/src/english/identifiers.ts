/** Sentences made of identifiers, for what the author gave no words: `throw_down(who)` is "somebody throws down". */
import type { ActionTemplate, EventTemplate, Parameter, Problem, Property } from "@dramaturg/model"
import type { Piece } from "./template.js"
import { baseOfThird } from "./verbs.js"

/** `throw_himself_down`, `throwHimselfDown`: the words, in small letters. */
export function splitName(name: string): readonly string[] {
  return name.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").split(/[_\s.]+/).filter((each) => each !== "").map((each) => each.toLowerCase())
}

const prepositions = new Set(["from", "to", "with", "at", "in", "into", "on", "onto", "of", "by", "for", "under", "over", "near", "behind", "against", "through", "about"])

const verb = (text: string): Piece => ({ kind: "verb", verb: text })
const text = (words: string): Piece => ({ kind: "text", text: words })
const mention = (name: string): Piece => ({ kind: "mention", name, form: "plain" })

/** Who does it first, then the words, then everybody and everything else. Undefined: nobody could be said to do it. */
export function actPieces(problem: Problem, template: EventTemplate): readonly Piece[] | undefined {
  if (!("consenting" in template)) return undefined
  const { parameters, consenting, name } = template as ActionTemplate
  const [first] = consenting
  const doer = first?.kind === "variable" ? first.name : parameters.find((each) => each.kind === "variable" && isOf(problem, each.type, "character"))
  const subject = typeof doer === "string" ? doer : doer?.kind === "variable" ? doer.name : undefined
  if (subject === undefined) return undefined
  const [act, ...rest] = splitName(name)
  const others = parameters.flatMap((each) => (each.kind === "variable" && each.name !== subject ? [each] : []))
  return [mention(subject), text(" "), verb(act), ...rest.map((each) => text(` ${each}`)), ...objects(problem, others, rest.at(-1))]
}

/** A parameter called by a preposition says itself how it is joined; else what comes first is an object, and a place is `at`. */
function objects(problem: Problem, parameters: readonly (Parameter & { kind: "variable" })[], last: string | undefined): readonly Piece[] {
  return parameters.flatMap((each, i) => {
    const isJoined = i === 0 && last !== undefined && prepositions.has(last)
    const word = isJoined ? "" : prepositions.has(each.name) ? each.name : i === 0 ? (isPlace(problem, each) ? "to" : "") : isPlace(problem, each) ? "at" : "with"
    return [text(word === "" ? " " : ` ${word} `), mention(each.name)]
  })
}

function isPlace(problem: Problem, { type }: Parameter & { kind: "variable" }): boolean {
  return /place|room|location|site|house|town/i.test(type) || isOf(problem, type, "place")
}

function isOf(problem: Problem, type: string, wanted: string): boolean {
  const known = problem.types.find((each) => each.name === type)
  return type === wanted || (known?.parents.some((each) => isOf(problem, each, wanted)) ?? false)
}

const joining = new Set(["at", "in", "on", "with", "near", "under", "behind"])

/** `at` is "is at", `loathes` is "loathes", `bored` is "is bored", and anything else "has a … of". */
export function propertyPieces(problem: Problem, { name, parameters, type }: Property): readonly Piece[] | undefined {
  const words = splitName(name)
  const [subject, ...others] = parameters.flatMap((each) => (each.kind === "variable" ? [each] : []))
  if (subject === undefined) return type === "boolean" ? [text("it"), text(" "), verb("be"), text(` ${words.join(" ")}`)] : undefined
  const rest = objects(problem, others, words.at(-1))
  if (type === "boolean") return [mention(subject.name), text(" "), ...predicate(words), ...rest]
  if (joining.has(words[0])) return [mention(subject.name), text(" "), verb("be"), text(` ${words.join(" ")} `), mention("value"), ...rest]
  return [{ kind: "mention", name: subject.name, form: "possessive" }, text(` ${words.join(" ")} `), verb("be"), text(" "), mention("value"), ...rest]
}

function predicate([first, ...rest]: readonly string[]): readonly Piece[] {
  const base = first.endsWith("ed") || first === "here" ? undefined : baseOfThird(first)
  const tail = rest.map((each) => text(` ${each}`))
  return base === undefined ? [verb("be"), text(` ${first}`), ...tail] : [verb(base), ...tail]
}
