/**
 * The names of acts (D18): which a world has, who consents to them, and which one a misspelt name may mean.
 */
import {
  type ActionTemplate,
  choicesFor,
  consentingTo,
  type Diagnostic,
  isInstance,
  parseLabel,
  parseValue,
  printValue,
  type Problem,
  referenceTo,
  type Span,
  type Supposition,
  templateFor,
  type Value,
  valuesOf,
} from "@dramaturg/model"
import type { MessageCode } from "../../errors/messages.js"
import { nearest } from "../../errors/nearest.js"

/** An act of the world. */
export interface KnownAct {
  /** Its label in the canonical spelling. */
  readonly label: string
  /** The characters who consent to it, each once. */
  readonly consenting: readonly string[]
}

/** The act of this name; if there is none, a string that says what is wrong. */
export function actNamed(
  problem: Problem,
  text: string,
): KnownAct | { readonly message: string; readonly hint?: string } {
  const words = text.trim()
  if (!words.includes("(") || !words.endsWith(")")) {
    return {
      message: `\`${shortened(words)}\` is not written like an act.`,
      hint: "An act looks like `walk(Tom, Home, Market)`.",
    }
  }
  const act = parseLabel(words)
  const { name, arguments: values, label } = act
  const fitting = problem.actions.filter((each) => isInstance(problem, act, each))
  if (fitting.length > 0)
    return { label, consenting: [...new Set(fitting.flatMap((each) => consentingTo(each, values)))] }
  return {
    message: `There is no act \`${shortened(label)}\` in this world.`,
    ...hintFor(problem, name, values),
  }
}

function shortened(words: string): string {
  return words.length <= 100 ? words : `${words.slice(0, 100)}…`
}

function hintFor(problem: Problem, name: string, values: readonly Value[]): { readonly hint?: string } {
  const named = problem.actions.filter((each) => each.name === name)
  if (named.length === 0) {
    const near = nearest(
      name,
      problem.actions.map((each) => each.name),
    )
    return near === undefined ? {} : { hint: `Did you mean \`${near}\`?` }
  }
  const alike = named.find((each) => each.parameters.length === values.length)
  if (alike === undefined)
    return {
      hint: `\`${name}\` takes ${named.map((each) => each.parameters.length).join(" or ")} names, not ${values.length}.`,
    }
  return hintForValue(problem, alike, values)
}

function hintForValue(
  problem: Problem,
  action: ActionTemplate,
  values: readonly Value[],
): { readonly hint?: string } {
  const wrong = action.parameters.findIndex((each, i) => !choicesFor(problem, each).includes(values[i]))
  const said = printValue(values[wrong])
  const near = nearest(said, choicesFor(problem, action.parameters[wrong]).map(printValue))
  if (near !== undefined)
    return { hint: `Did you mean \`${referenceTo(action.name, values.with(wrong, near)).label}\`?` }
  return { hint: `\`${shortened(said)}\` cannot stand in place ${wrong + 1} of \`${action.name}\`.` }
}

/**
 * What a plan in hope supposes of one fluent; if this world knows no such thing, a string that says so.
 * Whether it is a case of the mind in question is the checker's question.
 */
export function supposedIn(
  problem: Problem,
  fluent: string,
  value: string,
): Supposition | { readonly message: string } {
  const reference = parseLabel(fluent)
  const property = templateFor(problem, problem.properties, reference)
  if (property === undefined)
    return { message: `There is no property \`${shortened(reference.label)}\` in this world.` }
  const supposed = parseValue(value.trim())
  return property.type !== "number" && valuesOf(problem, property.type).includes(supposed)
    ? { fluent: reference.label, value: supposed }
    : {
        message: `\`${shortened(reference.label)}\` cannot be supposed to be \`${shortened(value.trim())}\`.`,
      }
}

export function wrongCertificate(code: MessageCode, span: Span, message: string, hint?: string): Diagnostic {
  return { code, severity: "error", span, message, ...(hint === undefined ? {} : { hint }) }
}
