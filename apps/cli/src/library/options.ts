/** What a call is given is checked before any work begins: unknown options, and values of the wrong type. */
import { nearest } from "@dramaturg/language"
import { UsageError } from "./errors.js"

/** A kind of value: how it is told from others, and what it is in words. */
export interface Kind {
  readonly what: string
  readonly fits: (value: unknown) => boolean
}

/** The options of one call by name. */
export type Kinds = Readonly<Record<string, Kind>>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isNatural = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

export const text: Kind = { what: "a string", fits: (value) => typeof value === "string" }
export const flag: Kind = { what: "true or false", fits: (value) => typeof value === "boolean" }
export const finite: Kind = { what: "a number", fits: (value) => Number.isFinite(value) }
export const integer: Kind = { what: "a whole number", fits: (value) => Number.isInteger(value) }
export const count: Kind = { what: "a whole number from 0", fits: isNatural }
export const countOrNull: Kind = {
  what: "a whole number from 0, or null for no limit",
  fits: (value) => value === null || isNatural(value),
}
export const milliseconds: Kind = {
  what: "a number of milliseconds from 0",
  fits: (value) => typeof value === "number" && value >= 0,
}
export const func: Kind = { what: "a function", fits: (value) => typeof value === "function" }
export const texts: Kind = {
  what: "an array of strings",
  fits: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
}
export const textsByName: Kind = {
  what: "an object of strings by name",
  fits: (value) => isObject(value) && Object.values(value).every((each) => typeof each === "string"),
}
export const anything: Kind = { what: "anything", fits: () => true }
const signal: Kind = {
  what: "an AbortSignal",
  fits: (value) => isObject(value) && typeof (value as { aborted?: unknown }).aborted === "boolean",
}
const limitNames = ["author", "character", "belief"]
const limits: Kind = {
  what: "an object with author, character or belief, each a whole number from 0, or null for no limit",
  fits: (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([name, each]) => limitNames.includes(name) && (each === undefined || countOrNull.fits(each)),
    ),
}

/** One of these words. */
export function oneOf(words: readonly string[]): Kind {
  return {
    what: `one of ${words.map((each) => `"${each}"`).join(", ")}`,
    fits: (value) => words.includes(value as string),
  }
}

/** An object with these functions or values, as a part that the caller made has. */
export function made(what: string, parts: readonly string[]): Kind {
  return { what, fits: (value) => isObject(value) && parts.every((each) => value[each] !== undefined) }
}

/** Either of two kinds. */
export function either(one: Kind, other: Kind): Kind {
  return { what: `${one.what}, or ${other.what}`, fits: (value) => one.fits(value) || other.fits(value) }
}

/** The options of every call that takes long. */
export const stoppable: Kinds = { signal, onProgress: func }

/** The options of every call that works within limits. */
export const bounded: Kinds = { ...stoppable, limits, timeoutMs: milliseconds }

/** Throws a UsageError if the options are not an object, hold a name that is not there, or a wrong value. */
export function checkOptions(call: string, given: unknown, kinds: Kinds): void {
  if (given === undefined) return
  if (!isObject(given))
    throw new UsageError(`${call}() takes its options as one object, not ${named(given)}.`)
  const names = Object.keys(kinds)
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (kind === undefined) throw new UsageError(unknownOption(call, name, names))
    if (value !== undefined && !kind.fits(value))
      throw new UsageError(`${call}() takes \`${name}\` as ${kind.what}, not ${named(value)}.`)
  }
}

function unknownOption(call: string, name: string, names: readonly string[]): string {
  const meant = nearest(name, names)
  const question = meant === undefined ? "" : ` Did you mean \`${meant}\`?`
  return `${call}() takes ${names.join(", ")}; there is no option \`${name}\`.${question}`
}

/** Throws a UsageError unless an argument is of its kind. `what`: e.g. "an act as its second argument". */
export function checkArgument(call: string, what: string, value: unknown, kind: Kind): void {
  if (value === undefined) throw new UsageError(`${call}() takes ${what}, which is missing.`)
  if (!kind.fits(value)) throw new UsageError(`${call}() takes ${what}: ${kind.what}, not ${named(value)}.`)
}

/** Throws a UsageError unless a name is one of those that exist. */
export function checkName(
  call: string,
  what: string,
  name: string | undefined,
  names: readonly string[],
): void {
  if (name === undefined || names.includes(name)) return
  const meant = nearest(name, names)
  const there = names.length === 0 ? "there is none" : `there are ${names.join(", ")}`
  throw new UsageError(
    `${call}(): there is no ${what} \`${name}\`; ${there}.${meant === undefined ? "" : ` Did you mean \`${meant}\`?`}`,
  )
}

/** A value as a message names it. */
export function named(value: unknown): string {
  if (value === null) return "null"
  if (Array.isArray(value)) return "an array"
  if (typeof value === "object") {
    const inside = Object.keys(value).slice(0, 4).join(", ")
    return inside === "" ? "an object" : `an object with ${inside}`
  }
  if (typeof value === "string") return value.length <= 40 ? JSON.stringify(value) : "a longer string"
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : `a value of type ${typeof value}`
}
