/** The words of a world: the author's where they gave some, else what can be made of identifiers. */
import type { EventTemplate, Parameter, Problem, Pronoun, Property, Value } from "@dramaturg/model"
import { printValue, valuesOf } from "@dramaturg/model"
import { type Clause, clauseOf } from "./clause.js"
import { actPieces, propertyPieces, splitName } from "./identifiers.js"
import { curled, readTemplate } from "./template.js"

export interface Noun {
  readonly text: string
  /** Undefined: the author gave none, so the name has to do. */
  readonly pronoun: Pronoun | undefined
  readonly isCharacter: boolean
}

export interface Lexicon {
  readonly problem: Problem
  noun(entity: string): Noun
  /** `variant`: which of several templates, modulo their number. */
  event(name: string, values: readonly Value[], variant: number): Clause | undefined
  speech(name: string, values: readonly Value[], variant: number): string | undefined
  /** Undefined where nothing sensible can be said. `isTold`: the author gave words for it. */
  fact(fluent: string, value: Value): { readonly clause: Clause; readonly isTold: boolean } | undefined
}

export function lexiconOf(problem: Problem): Lexicon {
  const nouns = new Map(problem.entities.map((each) => [each.name, nounOf(each)]))
  const templates: readonly EventTemplate[] = [...problem.actions, ...problem.triggers]
  const templateOf = (name: string, values: readonly Value[]) => templates.find((each) => each.name === name && takes(problem, each.parameters, values))
  return {
    problem,
    noun: (entity) => nouns.get(entity) ?? { text: entity, pronoun: "it", isCharacter: false },
    event(name, values, variant) {
      const template = templateOf(name, values)
      if (template === undefined) return undefined
      const { told = [] } = template
      const pieces = told.length > 0 ? readTemplate(told[variant % told.length]) : actPieces(problem, template)
      return pieces && clauseOf(pieces, bound(template.parameters, values))
    },
    speech(name, values, variant) {
      const { says = [] } = templateOf(name, values) ?? {}
      return says.length === 0 ? undefined : curled(says[variant % says.length])
    },
    fact: (fluent, value) => factClause(problem, fluent, value),
  }
}

function nounOf({ name, told, types }: Problem["entities"][number]): Noun {
  const isCharacter = types.includes("character")
  const plain = splitName(name)
  const text = told?.name ?? (isCharacter ? plain.map(capital).join(" ") : `the ${plain.join(" ")}`)
  return { text, pronoun: told?.pronoun ?? (isCharacter ? undefined : "it"), isCharacter }
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function takes(problem: Problem, parameters: readonly Parameter[], values: readonly Value[]): boolean {
  return parameters.length === values.length && parameters.every((each, i) =>
    each.kind === "constant" ? each.value === values[i] : valuesOf(problem, each.type).includes(values[i]))
}

function bound(parameters: readonly Parameter[], values: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(parameters.flatMap((each, i) => (each.kind === "variable" ? [[each.name, values[i]] as const] : [])))
}

/** `at(Tom)` of the value `Home`: "Tom is at home". */
function factClause(problem: Problem, fluent: string, value: Value): { readonly clause: Clause; readonly isTold: boolean } | undefined {
  const property = propertyOf(problem, fluent)
  if (property === undefined || value === null || property.isHidden) return undefined
  const { told = [], parameters, type } = property
  const pieces = told.length > 0 ? readTemplate(told[0]) : propertyPieces(problem, property)
  if (pieces === undefined) return undefined
  const namesValue = pieces.some((each) => each.kind === "mention" && each.name === "value")
  const isNegated = value === false || (type === "number" && value === 0 && !namesValue)
  const binding = new Map<string, Value>([...bound(parameters, argumentsIn(problem, fluent)), ["value", value]])
  return { clause: clauseOf(pieces, binding, isNegated), isTold: told.length > 0 }
}

export function propertyOf(problem: Problem, fluent: string): Property | undefined {
  const name = fluent.slice(0, fluent.indexOf("("))
  const values = argumentsIn(problem, fluent)
  return problem.properties.find((each) => each.name === name && takes(problem, each.parameters, values))
}

export function argumentsIn(problem: Problem, fluent: string): readonly Value[] {
  const inside = fluent.slice(fluent.indexOf("(") + 1, -1)
  if (inside === "") return []
  return inside.split(", ").map((each) => (each === "True" ? true : each === "False" ? false : (problem.entities.find(({ name }) => name === each)?.name ?? each)))
}

export function printed(value: Value): string {
  return typeof value === "number" ? numberWord(value) : printValue(value)
}

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

function numberWord(value: number): string {
  return numbers[value] ?? String(value)
}
