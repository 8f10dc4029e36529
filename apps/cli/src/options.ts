/**
 * Reads the values of flags; a value that makes no sense is refused with the flag's name and what it takes.
 */
import { Refusal } from "./exit.js"

/** A whole number from 0, or `none` (null): no limit. */
export function readLimit(flag: string, value: string): number | null {
  if (value === "none") return null
  return readCount(flag, value, "a whole number from 0 up, or none")
}

export function readCount(flag: string, value: string, takes = "a whole number from 0 up"): number {
  if (!/^\d+$/.test(value)) throw wrong(flag, value, takes)
  if (!Number.isSafeInteger(Number(value)))
    throw new Refusal(`${flag} ${shortened(value)} is more than can be counted.`)
  return Number(value)
}

/**
 * The number of an item as the writer of an outline gave it: `3`, `2.1`, `4a`, `IV`; a full stop behind it
 * does not matter.
 */
export function readItem(flag: string, value: string): string {
  const name = value
    .trim()
    .replace(/[.):]+$/, "")
    .replace(/^#/, "")
  if (!/^[\p{L}\p{N}.]{1,40}$/u.test(name)) throw wrong(flag, value, "the number of an act")
  return /^\d+$/.test(name) ? name.replace(/^0+(?=\d)/, "") : name
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

export function readChoice<Choice extends string>(
  flag: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((each) => each === value)
  if (found !== undefined) return found
  const takes = choices.length === 1 ? choices[0] : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`
  const near = nearest(value, choices)
  throw new Refusal(wrong(flag, value, takes).message + (near === undefined ? "" : ` Did you mean ${near}?`))
}

/** Names with commas between them. */
export function readChoices<Choice extends string>(
  flag: string,
  value: string,
  choices: readonly Choice[],
): readonly Choice[] {
  return value.split(",").map((each) => readChoice(flag, each.trim(), choices))
}

/** What `read` makes of a flag's value, if the flag was given. */
export function optional<Value>(
  value: string | undefined,
  read: (value: string) => Value,
): Value | undefined {
  return value === undefined ? undefined : read(value)
}

function wrong(flag: string, value: string, takes: string): Refusal {
  return new Refusal(`${flag} takes ${takes}, not "${shortened(value)}".`)
}

function shortened(value: string): string {
  return value.length <= 40 ? value : `${value.slice(0, 40)}…`
}

/** The choice that was probably meant: one that begins alike, or in which few letters differ. */
function nearest(value: string, choices: readonly string[]): string | undefined {
  return near(value, choices, 1)[0]
}

/** Those that may have been meant, the nearest first. */
export function near(value: string, choices: readonly string[], most: number): readonly string[] {
  const word = value.toLowerCase()
  if (word.length < 2 || word.length > 40) return []
  const distances = choices.map((name) => ({
    name,
    distance: name.startsWith(word) || word.startsWith(name) ? 0 : edits(word, name),
  }))
  return distances
    .filter((each) => each.distance <= Math.ceil(word.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map((each) => each.name)
}

/** How many letters have to be put in, taken out or changed to make one word of the other. */
function edits(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      row.push(Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)))
    }
    above = row
  }
  return above[other.length]
}
