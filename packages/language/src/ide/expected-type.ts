/** Which type the name at the cursor should have: what completion leaves out follows from it. */
import type { Token } from "../syntax/tokens.js"
import { declaring } from "../syntax/vocabulary.js"
import { callAround } from "./call.js"
import { type Declaration, namesInBrackets } from "./declarations.js"
import { parametersOf } from "./parameters.js"

/** What the type of something has to be found from. */
export interface Typing {
  readonly declared: readonly Declaration[]
  /** The tokens before the cursor. */
  readonly tokens: readonly Token[]
}

const comparing = new Set(["==", "!=", "=", ">", "<", ">=", "<="])
/** Words of the language whose first argument is a character. */
const ofCharacters = new Set(["believes", "knows", "utility", "consents"])

/**
 * The types that fit at the cursor: those of a parameter, or those of what it is compared with. Empty: the
 * texts do not say which.
 */
export function expectedTypes({ declared, tokens }: Typing): readonly string[] {
  const last = tokens.at(-1)?.text ?? ""
  if (isConsenting(tokens)) return ["character"]
  if (comparing.has(last)) return typesOfOperand({ declared, tokens: tokens.slice(0, -1) })
  if (last !== "(" && last !== ",") return []
  const call = callAround(tokens)
  if (!call || declaring.includes(tokens[call.at - 1]?.text)) return []
  if (ofCharacters.has(call.name)) return call.position === 0 ? ["character"] : []
  const named = declared.filter(
    (each) => each.name === call.name && (each.role === "property" || each.role === "event"),
  )
  return distinct(named.flatMap((each) => parametersOf(each.header).parameters[call.position]?.type ?? []))
}

/** `consenting: who, ¦` */
function isConsenting(tokens: readonly Token[]): boolean {
  let at = tokens.length - 1
  while (at > 1 && tokens[at].text === "," && tokens[at - 1].kind === "word") at -= 2
  return tokens[at]?.text === ":" && tokens[at - 1]?.text === "consenting"
}

/** The types of the last name of these tokens, or of what the call that they end with says. */
function typesOfOperand({ declared, tokens }: Typing): readonly string[] {
  const last = tokens.at(-1)
  if (last?.text === ")") {
    const open = openOf(tokens)
    const name = tokens[open - 1]?.text
    const properties = declared.filter((each) => each.name === name && each.role === "property")
    const takes = namesInBrackets(tokens, open)
    const meant = properties.filter((each) => each.takes === takes)
    return distinct((meant.length > 0 ? meant : properties).flatMap(typesOf))
  }
  if (last?.kind !== "word") return []
  const bound = variablesIn(tokens).findLast((each) => each.name === last.text)
  if (bound) return [bound.type]
  const isFact = ["{", ";", "}"].includes(tokens.at(-2)?.text ?? "")
  const named = declared.filter(
    (each) => each.name === last.text && each.role === (isFact ? "property" : "entity"),
  )
  return distinct(named.flatMap(typesOf))
}

/** The types that a declaration states behind its colon. */
export function typesOf(declaration: Declaration): readonly string[] {
  return parametersOf(declaration.header).types
}

/** The index of the bracket that the last token closes. */
function openOf(tokens: readonly Token[]): number {
  let depth = 0
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (tokens[i].text === ")") depth++
    else if (tokens[i].text === "(" && --depth === 0) return i
  }
  return 0
}

/** The variables that are bound before the cursor, each with its type, in the order of the text. */
export function variablesIn(
  tokens: readonly Token[],
): readonly { readonly name: string; readonly type: string }[] {
  return tokens.flatMap((each, i) =>
    each.kind === "word" &&
    ["(", ","].includes(tokens[i - 1]?.text) &&
    tokens[i + 1]?.text === ":" &&
    tokens[i + 2]?.kind === "word"
      ? [{ name: each.text, type: tokens[i + 2].text }]
      : [],
  )
}

/** Whether something of type `one` is of type `other`, by the declarations of types. */
export function isOfType(declared: readonly Declaration[], one: string, other: string): boolean {
  const parents = new Map<string, readonly string[]>()
  for (const each of declared)
    if (each.role === "type") parents.set(each.name, [...(parents.get(each.name) ?? []), ...typesOf(each)])
  const met = new Set<string>()
  const open = [one]
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (type === other) return true
    if (met.has(type)) continue
    met.add(type)
    open.push(...(parents.get(type) ?? []))
  }
  return other === "entity" && one !== "number" && one !== "boolean"
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
