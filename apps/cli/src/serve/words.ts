/**
 * Turns the parameters of a request into the words of a command line. Which parameters there are is read off
 * the command's own flags, so that a flag which the command gains is a parameter at once.
 */
import type { Command, Option } from "commander"
import { Refusal } from "../exit.js"
import { jsonText } from "../printing.js"
import { type Method, unserved } from "./methods.js"

export type Params = Readonly<Record<string, unknown>>

export interface CommandLine {
  readonly words: readonly string[]
  /** Flags by their names in the command's code. */
  readonly flags: Readonly<Record<string, string | true>>
  /** Texts that stand in the request, by the names under which the command line asks for them. */
  readonly texts: ReadonlyMap<string, string>
}

/** Flags of which an array is joined by commas, and those which are given once for each element. */
const joined: ReadonlySet<string> = new Set(["without"])
const repeated: ReadonlySet<string> = new Set(["who", "about"])

/** The flags of a command that a request may give. */
export function servedFlags(command: Command): readonly Option[] {
  return command.options.filter((each) => !unserved.has(each.attributeName()))
}

/** `name`: of the method, for messages. `extra`: parameters that the caller looks after. */
export function commandLine(
  name: string,
  { takes, always = {}, oneOf = [] }: Pick<Method, "takes" | "always" | "oneOf">,
  command: Command,
  params: Params,
  extra: readonly string[] = [],
): CommandLine {
  const options = servedFlags(command)
  const known = [
    ...takes.map((each) => each.replace("?", "")),
    ...extra,
    ...options.map((each) => each.attributeName()),
  ]
  refuseUnknown(name, params, known)
  for (const each of takes)
    if (!each.endsWith("?") && !isGiven(params[each]))
      throw new Refusal(`${name} needs the parameter ${each}.`)
  for (const each of options.filter((one) => one.mandatory).map((one) => one.attributeName()))
    if (!isGiven(params[each])) throw new Refusal(`${name} needs the parameter ${each}.`)
  if (oneOf.length > 0 && !oneOf.some((each) => isGiven(params[each])))
    throw new Refusal(`${name} needs the parameter ${oneOf.join(" or ")}.`)
  const texts = new Map<string, string>()
  const args = takes.flatMap((each) => {
    const key = each.replace("?", "")
    return isGiven(params[key]) ? [argument(key, params[key], texts)] : []
  })
  const given = { ...always, ...params }
  const asWords = options.flatMap((each) => wordsOf(each, given[each.attributeName()]))
  return {
    words: [...asWords, "--", ...args],
    flags: Object.fromEntries(asWords.map((each) => flagOf(each, options))),
    texts,
  }
}

export function refuseUnknown(name: string, params: Params, known: readonly string[]) {
  const strange = Object.keys(params).find((each) => !known.includes(each))
  if (strange === undefined) return
  throw new Refusal(
    known.length === 0
      ? `${name} has no parameter "${strange}": it takes none.`
      : `${name} has no parameter "${strange}": there are ${known.join(", ")}.`,
  )
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

/**
 * The name of a file, or an object: with `text` (and `file`, the name it goes by in messages, of which the
 * ending says the language, and the folder where its parts are), or for a story an answer of `tell`.
 */
function argument(key: string, value: unknown, texts: Map<string, string>): string {
  if (typeof value === "string") {
    if (key !== "act" && value === "-")
      throw new Refusal(`${key} cannot come from stdin, which carries the requests: give { "text": … }.`)
    return value
  }
  if (typeof value !== "object" || value === null || key === "act")
    throw new Refusal(
      key === "act"
        ? `act takes an act as a string, such as "walk(Tom, Home)".`
        : `${key} takes the name of a file, or an object with its text: { "text": … }.`,
    )
  const { text, file } = value as { readonly text?: unknown; readonly file?: unknown }
  if (file !== undefined && (typeof file !== "string" || file === "" || file === "-"))
    throw new Refusal(`the file of ${key} is the name it goes by, a string.`)
  const isStory = key === "story" || key === "outline"
  if (typeof text !== "string" && (!isStory || text !== undefined))
    throw new Refusal(`the text of ${key} is a string: { "text": … }.`)
  const name = file ?? `<${key}>`
  texts.set(name, typeof text === "string" ? text : jsonText(value))
  return name
}

/** Values stand behind a =, so that one which begins with a - is no flag. */
function wordsOf(option: Option, value: unknown): readonly string[] {
  const name = option.attributeName()
  const flag = option.long!
  if (value === undefined || value === false) return []
  if (value === true) {
    if (!option.required) return [flag]
    throw new Refusal(`${name} takes a value, not true.`)
  }
  if (option.isBoolean()) throw new Refusal(`${name} takes true or false.`)
  if (!Array.isArray(value)) return [`${flag}=${textOf(name, value)}`]
  const all = value.flat().map((each) => textOf(name, each))
  if (option.variadic || repeated.has(name)) return all.map((each) => `${flag}=${each}`)
  if (joined.has(name)) return [`${flag}=${all.join(",")}`]
  throw new Refusal(`${name} takes one value, not a list.`)
}

function textOf(name: string, value: unknown): string {
  if (value === null) return "none"
  if (typeof value === "string" || typeof value === "number") return String(value)
  throw new Refusal(`${name} takes a string or a number, or null for none.`)
}

function flagOf(word: string, options: readonly Option[]): readonly [string, string | true] {
  const at = word.indexOf("=")
  const long = at < 0 ? word : word.slice(0, at)
  const option = options.find((each) => each.long === long)!
  return [option.attributeName(), at < 0 ? true : word.slice(at + 1)]
}
