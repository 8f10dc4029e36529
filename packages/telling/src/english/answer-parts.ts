/** Parts of sentences: what is so, since when, where it is written. */
import {
  asItIs,
  type Case,
  type FluentRef,
  type Happening,
  type How,
  parseLabel,
  type Span,
  printValue,
  type Value,
} from "@dramaturg/model"
import {
  believing,
  briefActIn,
  codeIn,
  type Diction,
  doing,
  imaginedIn,
  nameIn,
  notDoing,
  ownerIn,
  questionIn,
  statedIn,
} from "./diction.js"
import type { Tense } from "./verbs.js"

/** The occurrences that sentences may refer to, and the diction. */
export interface Setting {
  readonly occurrences: readonly Happening[]
  readonly diction: Diction
}

/**
 * `Spike is standing`, in his own mind `he is standing`; without words `posture(Spike) is Standing`, and of a
 * boolean `nerve(Spike) holds`.
 */
export function isSo(diction: Diction, fluent: FluentRef, value: Value, mind?: string): string {
  const words = statedIn(diction, fluent, value, mind)
  if (words !== undefined) return words
  const code = codeIn(diction, fluent.label)
  if (value === true) return `${code} holds`
  if (value === false) return `${code} does not hold`
  return value === null ? `${code} is unknown` : `${code} is ${codeIn(diction, printValue(value))}`
}

/**
 * `Tom believes that Ann believes that lame(Bob) holds`; of what is unknown: `Ann does not know key()`; of
 * what is as it is: `Tom believes that Ann knows key()`. Without believers: what is so. `tense`: of the first
 * of them.
 */
export function believed(
  diction: Diction,
  believers: readonly string[],
  fluent: FluentRef,
  value: Value,
  tense: Tense = "present",
): string {
  const [first, ...others] = believers
  if (first === undefined) return isSo(diction, fluent, value)
  if (others.length === 0 && value === asItIs)
    return `${doing(diction, first, "know", tense)} ${questionIn(diction, fluent, first)}`
  if (others.length === 0 && value === null)
    return `${notDoing(diction, first, "know", diction.lexicon === null ? "present" : tense)} ${questionIn(diction, fluent, first)}`
  return `${doing(diction, first, "believe", tense)} that ${others.length === 0 ? isSo(diction, fluent, value, first) : believed(diction, others, fluent, value)}`
}

/**
 * The same as something that has lasted for a while: `nerve(Spike) has held since act 3`, `Spike has the
 * nerve (since act 3)`.
 */
export function hasBeenSo(
  diction: Diction,
  fluent: FluentRef,
  value: Value,
  since: string,
  mind?: string,
): string {
  const words = statedIn(diction, fluent, value, mind)
  if (words !== undefined) return `${words} (${since})`
  const code = codeIn(diction, fluent.label)
  if (value === true) return `${code} has held ${since}`
  if (value === false) return `${code} has not held ${since}`
  return `${code} has been ${value === null ? "unknown" : codeIn(diction, printValue(value))} ${since}`
}

/**
 * The mind in which a value was read: `to Tom's mind `; `to Ann's mind, as Tom believes, `. Empty for the
 * world.
 */
export function inMind(diction: Diction, believers: readonly string[]): string {
  if (believers.length === 0) return ""
  const [last, ...others] = [...believers].reverse()
  return `to ${ownerIn(diction, last)} mind${others.length === 0 ? "" : `, as ${believing(diction, others.reverse())},`} `
}

/**
 * What a mind holds, read there: `to Tom's mind the door is locked`; of what is as it is: `as Tom believes,
 * Ann knows who did it`.
 */
export function isSoIn(
  diction: Diction,
  believers: readonly string[],
  fluent: FluentRef,
  value: Value,
  mind = believers.at(-1),
): string {
  return value === asItIs
    ? rightly(diction, believers, fluent)
    : `${inMind(diction, believers)}${isSo(diction, fluent, value, mind)}`
}

/** The same as something that has lasted for a while. */
export function hasBeenSoIn(
  diction: Diction,
  believers: readonly string[],
  fluent: FluentRef,
  value: Value,
  since: string,
  mind = believers.at(-1),
): string {
  return value === asItIs
    ? `${rightly(diction, believers, fluent)} (${since})`
    : `${inMind(diction, believers)}${hasBeenSo(diction, fluent, value, since, mind)}`
}

function rightly(diction: Diction, believers: readonly string[], fluent: FluentRef): string {
  const around = believers.slice(0, -1)
  const lead = around.length === 0 ? "" : `as ${believing(diction, around)}, `
  return `${lead}${believed(diction, believers.slice(-1), fluent, asItIs)}`
}

/** What a plan in hope supposes: `killer() is Butler and asleep(Guard) holds`. */
export function caseIn(diction: Diction, supposed: Case): string {
  return list(supposed.map(({ fluent, value }) => isSo(diction, parseLabel(fluent), value)))
}

/** What would be so then: `she would be in the cell`, `where() would be Cell`. */
export function wouldBe(diction: Diction, fluent: FluentRef, value: Value, named: readonly string[]): string {
  const words = imaginedIn(diction, fluent, value, named)
  if (words !== undefined) return words
  const code = codeIn(diction, fluent.label)
  if (typeof value === "boolean") return `${code} would ${value ? "" : "not "}hold`
  return `${code} would be ${value === null ? "unknown" : codeIn(diction, printValue(value))}`
}

/** `since the start`; `since act 3, go_out(Angelus, Drusilla)`. */
export function since({ occurrences, diction }: Setting, number: number): string {
  if (number === 0) return "since the start"
  return `since ${occurrenceName(diction, occurrences[number - 1])}`
}

export function occurrenceName(
  diction: Diction,
  { act, item = String(act), kind, label }: Happening,
): string {
  return kind === "act"
    ? `act ${item}, ${briefActIn(diction, label)}`
    : `${briefActIn(diction, label)}, which followed act ${item}`
}

const ways: Record<How, string> = {
  effect: "by",
  saw: "seen in",
  surprised: "plain from",
  told: "told in",
  inferred: "gathered from",
}

/**
 * How a character learned it, to stand before the event's name. `by`: the character who said it, with `told`;
 * `isFromAct`: they inferred it from the act, which only it explains.
 */
export function way(
  diction: Diction,
  { how, by, isFromAct }: { readonly how: How; readonly by?: string; readonly isFromAct?: true },
): string {
  if (isFromAct) return "inferred from"
  return how === "told" && by !== undefined ? `told by ${nameIn(diction, by)} in` : ways[how]
}

/** ` (lair.drama:288)`, without the folder; empty if the place is not known. */
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

/** A utility as readers write numbers. */
export function worth(utility: number | null): string {
  return utility === null ? "unknown" : String(Math.round(utility * 1000) / 1000)
}

/** "1 act", "2 acts"; null: no limit. */
export function counted(count: number | null, what: string): string {
  return count === null ? `any number of ${what}s` : `${count} ${what}${count === 1 ? "" : "s"}`
}
