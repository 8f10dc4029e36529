/** The words in which beliefs are told to a novelist, and how lines of them are broken. */
import { asItIs, type Fabula, type How, reader } from "@dramaturg/model"
import { type Diction, nameIn, valueIn } from "@dramaturg/telling"
import type { Row } from "@dramaturg/analysis"

/** Stands where a line must not be broken. */
const tie = "\u00a0"

/** Stands for what is as it is (D40), behind `Ines believes that Otto believes`. */
export const rightly = "what is so"

/** The answer to "asleep?" is yes or no; of what lies too deep in minds, there is none. */
export function sayValue(diction: Diction, { value, isBeyond }: Pick<Row, "value" | "isBeyond">): string {
  if (isBeyond) return "–"
  if (typeof value === "boolean") return value ? "yes" : "no"
  return value === asItIs ? rightly : valueIn(diction, value)
}

export function sayWho(diction: Diction, name: string): string {
  return name === reader ? "the reader" : nameIn(diction, name)
}

export function sayAll(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

/** A belief in what is not so. A character who believes that the value is unknown is not wrong. */
export function isWrong({ value, isSo }: Row): boolean {
  return isSo === false && value !== null
}

/** A story, and how is spoken of it. */
export interface Told {
  readonly fabula: Fabula
  readonly diction: Diction
}

/** Since which act, and by what. */
interface Origin {
  readonly act: string
  /** How it came to be known. Empty: it is the world. */
  readonly verb: string
  /** "by" and a rule, or "by" and the speaker; or nothing. */
  readonly by: string
}

/** "4, saw": what stands in brackets. Empty for what has been there since the start. */
export function sayOrigin(told: Told, row: Row): string {
  if (row.since === 0) return ""
  const { act, verb, by } = originOf(told, row)
  return [`${act}${verb + by === "" ? "" : ","}`, verb, by].filter((each) => each !== "").join(" ")
}

/** "saw in 4": the same where there are no brackets. */
export function sayOriginInWords(told: Told, row: Row): string {
  if (row.since === 0) return ""
  const { act, verb, by } = originOf(told, row)
  return [verb === "" ? `since ${act}` : `${verb} in ${act}`, by].filter((each) => each !== "").join(" ")
}

function originOf(
  { fabula: { occurrences }, diction }: Told,
  { since, how, by, isFromAct, rule, believers, isBeyond }: Row,
): Origin {
  const { act: place, item: act = String(place), kind, name } = occurrences[since - 1]
  if (believers.length === 0) return { act, verb: "", by: kind === "trigger" ? `by ${name}` : "" }
  if (isBeyond) return { act, verb: "", by: "" }
  if (believers[0] === reader) return { act, verb: "shown", by: "" }
  return {
    act,
    verb: how === null ? "" : isFromAct ? "inferred" : verbs[how],
    by: by !== undefined ? `by ${nameIn(diction, by)}` : rule === undefined ? "" : `by ${rule.name}`,
  }
}

const verbs: Record<How, string> = {
  effect: "",
  saw: "saw",
  surprised: "surprised",
  told: "was told",
  inferred: "worked out",
}

/** An act by the number that its writer gave it. */
export function sayAct({ occurrences }: Fabula, act: number): string {
  return occurrences.find((each) => each.act === act)?.item ?? String(act)
}

/** The act that brought the value of a row about. */
export function actOf({ occurrences }: Fabula, { since }: Row): number {
  return since === 0 ? 0 : occurrences[since - 1].act
}

export function tied(text: string): string {
  return text.replaceAll(" ", tie)
}

/** How wide a text is; every letter is taken to be as wide as any other. */
export function widthOf(text: string): number {
  return [...text].length
}

/**
 * Breaks a text between words; in a word that is too long for a line where it is tied, or else after a low
 * line.
 */
export function broken(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(" ")) {
    const [first, ...others] = piecesOf(word, width)
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(first) <= width)
      lines[lines.length - 1] = `${last} ${first}`
    else lines.push(first)
    lines.push(...others)
  }
  return lines.map((each) => each.replaceAll(tie, " "))
}

function piecesOf(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word]
  if (word.includes(tie)) return broken(word.replaceAll(tie, " "), width)
  const pieces: string[] = []
  for (const part of word.split(/(?<=_)/)) {
    const last = pieces.at(-1)
    if (last !== undefined && widthOf(last + part) <= width) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces
}
