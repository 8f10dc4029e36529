/**
 * References to fluents and events: a name, its arguments, and their label, which files, messages and people
 * use.
 *
 * `referenceTo` prints the label once; `parseLabel` reads labels that come from outside. References are
 * compared by label. Names hold neither brackets nor commas, so reading is exact.
 */
import { type ActionTemplate, type EventTemplate, type Parameter, type Problem, valuesOf } from "./problem.js"
import { parseValue, printValue, type Value } from "./value.js"

interface Reference {
  readonly name: string
  /** The values of all parameters. */
  readonly arguments: readonly Value[]
  /** Name and arguments (D18), e.g. `at(Tom)` or `walk(Tom, Cottage, Crossroads)`. */
  readonly label: string
}

/** A fluent by its property and arguments. */
export type FluentRef = Reference

/** An action or a trigger by its template and arguments. */
export type EventRef = Reference

/** The reference to a fluent or an event, with its label printed. `values`: one for each parameter. */
export function referenceTo(name: string, values: readonly Value[]): Reference {
  return { name, arguments: values, label: `${name}(${values.map(printValue).join(", ")})` }
}

/**
 * The reference that a label denotes, spaces around its words ignored. Without brackets it has no arguments.
 * Never throws.
 */
export function parseLabel(text: string): Reference {
  const [, name, inside] = /^([^(]*)\(?(.*?)\)?$/s.exec(text.trim().normalize("NFC"))!
  return referenceTo(
    name.trim(),
    inside.trim() === "" ? [] : inside.split(",").map((each) => parseValue(each.trim())),
  )
}

/** The references without repetition, in order of first occurrence. */
export function distinct<T extends Reference>(references: readonly T[]): readonly T[] {
  return [...new Map(references.map((each) => [each.label, each])).values()]
}

/**
 * For `JSON.stringify`: JSON that leaves the program holds labels where holdings, changes and openings have
 * references.
 */
export function printReferences(key: string, value: unknown): unknown {
  return key === "fluent" || key === "rule" ? ((value as Reference | undefined)?.label ?? value) : value
}

type Template = Pick<EventTemplate, "name" | "parameters">

/** The template that a reference is an instance of; if more than one fits (in Sabre's dialect), the first. */
export function templateFor<T extends Template>(
  problem: Problem,
  templates: readonly T[],
  reference: Reference,
): T | undefined {
  return templates.find((each) => isInstance(problem, reference, each))
}

/** Whether name, number of arguments and every argument fit the template. */
export function isInstance(problem: Problem, reference: Reference, { name, parameters }: Template): boolean {
  const values = reference.arguments
  if (name !== reference.name || parameters.length !== values.length) return false
  return parameters.every((each, i) => choicesFor(problem, each).includes(values[i]))
}

/** The values that a parameter can take, in entity order. */
export function choicesFor(problem: Problem, parameter: Parameter): readonly Value[] {
  return parameter.kind === "constant" ? [parameter.value] : valuesOf(problem, parameter.type)
}

/** The values of a template's variables in one of its instances, by the variables' names. */
export function bindingOf({ parameters }: Template, values: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(
    parameters.flatMap((each, i) => (each.kind === "variable" ? [[each.name, values[i]] as const] : [])),
  )
}

/** The names of the characters who consent to an act, each once. */
export function consentingTo(action: ActionTemplate, values: readonly Value[]): readonly string[] {
  const binding = bindingOf(action, values)
  return [
    ...new Set(
      action.consenting.map((each) =>
        printValue(each.kind === "constant" ? each.value : binding.get(each.name)!),
      ),
    ),
  ]
}
