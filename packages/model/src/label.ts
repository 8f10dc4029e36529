/**
 * What the printed names of fluents and events are made of. Names hold neither brackets nor commas, so taking a label apart is exact; whoever
 * asks whom a label is about asks this, and never whether one text begins with, or contains, another.
 */
import { type EventTemplate, type Parameter, type Problem, valuesOf } from "./problem.js"
import { type Value, printValue } from "./value.js"

export interface LabelParts {
  readonly name: string
  /** As they are printed. */
  readonly values: readonly string[]
}

/** `at(Tom)` is `at` and `[Tom]`. */
export function labelParts(label: string): LabelParts {
  const bracket = label.indexOf("(")
  if (bracket < 0) return { name: label, values: [] }
  const inside = label.slice(bracket + 1, -1)
  return { name: label.slice(0, bracket), values: inside === "" ? [] : inside.split(", ") }
}

/** The template that these values fit: several may share a name. If more than one does (in Sabre's dialect), the first. */
export function templateFor<T extends Pick<EventTemplate, "name" | "parameters">>(problem: Problem, templates: readonly T[], name: string, values: readonly (Value | string)[]): T | undefined {
  const printed = values.map((each) => (typeof each === "string" ? each : printValue(each)))
  return templates.find((each) => each.name === name && each.parameters.length === printed.length && each.parameters.every((one, i) => takes(problem, one, printed[i])))
}

function takes(problem: Problem, parameter: Parameter, printed: string): boolean {
  if (parameter.kind === "constant") return printValue(parameter.value) === printed
  return valuesOf(problem, parameter.type).some((each) => printValue(each) === printed)
}
