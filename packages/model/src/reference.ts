/**
 * References to fluents and events: a name with its arguments, and the label by which both are known wherever they are text.
 *
 * `referenceTo` prints the label, once; `parseLabel` reads it, wherever a label comes from a file, a message or a person. References
 * are compared by label. Names hold neither brackets nor commas, so reading is exact.
 */
import { type ActionTemplate, type EventTemplate, type Parameter, type Problem, valuesOf } from "./problem.js"
import { parseValue, printValue, type Value } from "./value.js"

interface Reference {
  readonly name: string
  /** The values of all parameters. */
  readonly arguments: readonly Value[]
  /** Both together (D18), e.g. `at(Tom)` or `walk(Tom, Cottage, Crossroads)`. */
  readonly label: string
}

/** A fluent by its property and arguments. */
export type FluentRef = Reference

/** An action or a trigger by its template and arguments. */
export type EventRef = Reference

export function referenceTo(name: string, values: readonly Value[]): Reference {
  return { name, arguments: values, label: `${name}(${values.map(printValue).join(", ")})` }
}

/** What a label refers to; spaces around its words do not matter. A text without brackets is the name of something without arguments. */
export function parseLabel(text: string): Reference {
  const [, name, inside] = /^([^(]*)\(?(.*?)\)?$/s.exec(text.trim())!
  return referenceTo(name.trim(), inside.trim() === "" ? [] : inside.split(",").map((each) => parseValue(each.trim())))
}

/** Each once. */
export function distinct<T extends Reference>(references: readonly T[]): readonly T[] {
  return [...new Map(references.map((each) => [each.label, each])).values()]
}

/** For `JSON.stringify`: JSON that leaves the program holds labels where holdings, changes and openings have references. */
export function printReferences(key: string, value: unknown): unknown {
  return key === "fluent" || key === "rule" ? ((value as Reference | undefined)?.label ?? value) : value
}

type Template = Pick<EventTemplate, "name" | "parameters">

/** The template that a reference is an instance of: several may share a name. If more than one fits (in Sabre's dialect), the first. */
export function templateFor<T extends Template>(problem: Problem, templates: readonly T[], reference: Reference): T | undefined {
  return templates.find((each) => isInstance(problem, reference, each))
}

export function isInstance(problem: Problem, reference: Reference, { name, parameters }: Template): boolean {
  const values = reference.arguments
  if (name !== reference.name || parameters.length !== values.length) return false
  return parameters.every((each, i) => choicesFor(problem, each).includes(values[i]))
}

/** The values that can stand in the place of a parameter. */
export function choicesFor(problem: Problem, parameter: Parameter): readonly Value[] {
  return parameter.kind === "constant" ? [parameter.value] : valuesOf(problem, parameter.type)
}

/** What stands for the variables of a template in one of its instances. */
export function bindingOf({ parameters }: Template, values: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(parameters.flatMap((each, i) => (each.kind === "variable" ? [[each.name, values[i]] as const] : [])))
}

/** Everyone who consents to an act, each once. */
export function consentingTo(action: ActionTemplate, values: readonly Value[]): readonly string[] {
  const binding = bindingOf(action, values)
  return [...new Set(action.consenting.map((each) => printValue(each.kind === "constant" ? each.value : binding.get(each.name)!)))]
}
