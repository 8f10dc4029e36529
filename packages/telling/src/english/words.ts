/** The small change of sentences: what is so, since when, where it is written. */
import { type Happening, type How, type Span, printValue, type Value } from "@dramaturg/model"

/** What sentences may refer to. */
export interface Setting {
  readonly occurrences: readonly Happening[]
}

/** `posture(Spike) is Standing`; of what is true or false: `nerve(Spike) holds`. */
export function isSo(fluent: string, value: Value): string {
  if (value === true) return `${fluent} holds`
  if (value === false) return `${fluent} does not hold`
  return value === null ? `${fluent} is unknown` : `${fluent} is ${printValue(value)}`
}

/** `Tom believes that Ann believes that lame(Bob) holds`; of what is unknown: `Ann does not know key()`. Without believers: what is so. */
export function believed(believers: readonly string[], fluent: string, value: Value): string {
  const [innermost, ...outer] = [...believers].reverse()
  if (innermost === undefined) return isSo(fluent, value)
  const own = value === null ? `${innermost} does not know ${fluent}` : `${innermost} believes that ${isSo(fluent, value)}`
  return outer.reduce((text, each) => `${each} believes that ${text}`, own)
}

/** The same as something that has lasted for a while. */
export function hasBeenSo(fluent: string, value: Value, since: string): string {
  if (value === true) return `${fluent} has held ${since}`
  if (value === false) return `${fluent} has not held ${since}`
  return `${fluent} has been ${value === null ? "unknown" : printValue(value)} ${since}`
}

/** Whose mind something is read in: `to Tom's mind `; `to Ann's mind, as Tom believes, `. Nothing, if it is the world. */
export function inMind(believers: readonly string[]): string {
  if (believers.length === 0) return ""
  const [last, ...others] = [...believers].reverse()
  return `to ${last}'s mind${others.length === 0 ? "" : `, as ${others.reverse().join(" believes that ")} believes,`} `
}

/** `since the start`; `since act 3, go_out(Angelus, Drusilla)`. */
export function since({ occurrences }: Setting, number: number): string {
  if (number === 0) return "since the start"
  return `since ${occurrenceName(occurrences[number - 1])}`
}

export function occurrenceName({ act, item = String(act), kind, label }: Happening): string {
  return kind === "act" ? `act ${item}, ${label}` : `${label}, which followed act ${item}`
}

const ways: Record<How, string> = {
  effect: "by", saw: "seen in", surprised: "plain from", told: "told in", inferred: "gathered from",
}

/** How something came to be known, before the name of what happened. `by`: who said it, of what was told. */
export function way(how: How, by?: string): string {
  return how === "told" && by !== undefined ? `told by ${by} in` : ways[how]
}

/** ` (lair.drama:288)`, with the name of the file alone; nothing if it is not known. */
export function place(origin: Span | undefined): string {
  return origin === undefined ? "" : ` (${origin.file.replace(/^.*[/\\]/, "")}:${origin.line})`
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], last = "and"): string {
  if (words.length <= 1) return words.join("")
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`
}

/** Utilities as people write numbers. */
export function worth(utility: number | null): string {
  return utility === null ? "unknown" : String(Math.round(utility * 1000) / 1000)
}

/** "1 act", "2 acts"; null: no limit. */
export function counted(count: number | null, what: string): string {
  return count === null ? `any number of ${what}s` : `${count} ${what}${count === 1 ? "" : "s"}`
}
