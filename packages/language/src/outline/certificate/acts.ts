/** The names of acts (D18): which there are in a world, who consents to them, and which one may have been meant. */
import { type ActionTemplate, type Diagnostic, type Parameter, type Problem, type Span, printValue, valuesOf } from "@dramaturg/model"
import type { MessageCode } from "../../errors/messages.js"
import { nearest } from "../../errors/nearest.js"

/** An act as the world knows it. */
export interface KnownAct {
  /** In the one spelling that all use. */
  readonly label: string
  /** Everyone who consents to it, each once. */
  readonly consenting: readonly string[]
}

/** The act of this name; a string, saying what is wrong, if there is none. */
export function actNamed(problem: Problem, text: string): KnownAct | { readonly message: string; readonly hint?: string } {
  const words = text.trim()
  const bracket = words.indexOf("(")
  if (bracket < 0 || !words.endsWith(")")) {
    return { message: `\`${shortened(words)}\` is not written like an act.`, hint: "An act looks like `walk(Tom, Home, Market)`." }
  }
  const name = words.slice(0, bracket).trim()
  const inside = words.slice(bracket + 1, -1).trim()
  const values = inside === "" ? [] : inside.split(",").map((each) => each.trim())
  const fitting = problem.actions.filter((each) => each.name === name && fits(problem, each, values))
  const label = `${name}(${values.join(", ")})`
  if (fitting.length > 0) return { label, consenting: [...new Set(fitting.flatMap((each) => consentingTo(each, values)))] }
  return { message: `There is no act \`${shortened(label)}\` in this world.`, ...hintFor(problem, name, values) }
}

function shortened(words: string): string {
  return words.length <= 100 ? words : `${words.slice(0, 100)}…`
}

function fits(problem: Problem, { parameters }: ActionTemplate, values: readonly string[]): boolean {
  return parameters.length === values.length && parameters.every((each, i) => choices(problem, each).includes(values[i]))
}

/** The values that can stand for a parameter, as they are written. */
export function choices(problem: Problem, parameter: Parameter): readonly string[] {
  return parameter.kind === "constant" ? [printValue(parameter.value)] : valuesOf(problem, parameter.type).map(printValue)
}

function consentingTo(action: ActionTemplate, values: readonly string[]): readonly string[] {
  return action.consenting.map((term) => {
    if (term.kind === "constant") return printValue(term.value)
    return values[action.parameters.findIndex((each) => each.kind === "variable" && each.name === term.name)]
  })
}

function hintFor(problem: Problem, name: string, values: readonly string[]): { readonly hint?: string } {
  const named = problem.actions.filter((each) => each.name === name)
  if (named.length === 0) {
    const near = nearest(name, problem.actions.map((each) => each.name))
    return near === undefined ? {} : { hint: `Did you mean \`${near}\`?` }
  }
  const alike = named.find((each) => each.parameters.length === values.length)
  if (alike === undefined) return { hint: `\`${name}\` takes ${named.map((each) => each.parameters.length).join(" or ")} names, not ${values.length}.` }
  return hintForValue(problem, alike, values)
}

function hintForValue(problem: Problem, action: ActionTemplate, values: readonly string[]): { readonly hint?: string } {
  const wrong = action.parameters.findIndex((each, i) => !choices(problem, each).includes(values[i]))
  const near = nearest(values[wrong], choices(problem, action.parameters[wrong]))
  const repaired = near === undefined ? undefined : values.map((each, i) => (i === wrong ? near : each)).join(", ")
  if (repaired !== undefined) return { hint: `Did you mean \`${action.name}(${repaired})\`?` }
  return { hint: `\`${shortened(values[wrong])}\` cannot stand in place ${wrong + 1} of \`${action.name}\`.` }
}

export function wrongCertificate(code: MessageCode, span: Span, message: string, hint?: string): Diagnostic {
  return { code, severity: "error", span, message, ...(hint === undefined ? {} : { hint }) }
}
