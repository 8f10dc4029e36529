/** Reads the values of flags; a value that makes no sense is refused with the flag's name and what it takes. */
import { Refusal } from "./exit.js"

/** A whole number from 0, or `none` (null): no limit. */
export function readLimit(flag: string, value: string): number | null {
  if (value === "none") return null
  return readCount(flag, value, "a whole number from 0 up, or none")
}

export function readCount(flag: string, value: string, takes = "a whole number from 0 up"): number {
  if (!/^\d+$/.test(value)) throw wrong(flag, value, takes)
  if (!Number.isSafeInteger(Number(value))) throw new Refusal(`${flag} ${shortened(value)} is more than can be counted.`)
  return Number(value)
}

/** Seconds, or `none` (null). */
export function readSeconds(flag: string, value: string): number | null {
  if (value === "none") return null
  if (/^(\d+\.?\d*|\.\d+)$/.test(value)) return Number(value)
  throw wrong(flag, value, "seconds, such as 60 or 0.5, or none")
}

export function readNumber(flag: string, value: string): number {
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(value) && Number.isFinite(Number(value))) return Number(value)
  throw wrong(flag, value, "a number")
}

export function readChoice<Choice extends string>(flag: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((each) => each === value)
  if (found !== undefined) return found
  throw wrong(flag, value, choices.length === 1 ? choices[0] : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`)
}

/** What `read` makes of a flag's value, if the flag was given. */
export function optional<Value>(value: string | undefined, read: (value: string) => Value): Value | undefined {
  return value === undefined ? undefined : read(value)
}

function wrong(flag: string, value: string, takes: string): Refusal {
  return new Refusal(`${flag} takes ${takes}, not "${shortened(value)}".`)
}

function shortened(value: string): string {
  return value.length <= 40 ? value : `${value.slice(0, 40)}…`
}
