/**
 * Acts among an author's words: what is written as an act, what follows it, and what was perhaps meant as
 * one.
 */
import type { Span } from "@dramaturg/model"
import { actNamed } from "./certificate/acts.js"
import { actMeant, exampleOf, isNamed, isNearAct, knownName, type Misnamed } from "./names.js"
import {
  addAct,
  addMistaken,
  addNote,
  complain,
  type Page,
  type Remark,
  type Spot,
  warn,
  type Words,
} from "./page.js"

/** Words that begin with a name and a bracket. */
interface Naming {
  readonly name: string
  readonly nameAt: number
  /** Whether a space separates the bracket from the name, as in prose. */
  readonly isSpaced: boolean
  readonly insideAt: number
  /** The text between the brackets; undefined if they are not closed, or contain other brackets. */
  readonly inside?: string
  /** The text after the act and its full stop. */
  readonly restAt: number
}

interface Found {
  readonly span: Span
  /** Undefined: the words were meant as an act and name none, which has been reported. */
  readonly label?: string
  readonly restAt: number
  /** The act is told in a sentence. */
  readonly isTold?: boolean
}

/** Quotes and Markdown around acts, then a name. */
const opening = /^(["'`*_~“‘«]*)(\p{Alphabetic}[^\s(){}[\],;:*/+\-&|!=><]*)(\**\s*)\(/u
const wrapping = /["'`*_~”’»]*[.;,]?["'`*_~”’»]*\s*/y
const comment = /^(?:\/\/|[-–—](?!>)|:|#)\s*/

/** Whether the words look like `name(…)`, with any name. */
export function looksLikeAct(text: string): boolean {
  return namingIn(text) !== undefined
}

/** Reads an act and what follows it; false if these words are no act and were not meant as one. */
export function takeAct(page: Page, words: Words, spot: Spot): boolean {
  const found = findAct(page, words)
  if (found === undefined) return false
  const where: Spot = spot.style === "sentence" && !found.isTold ? { ...spot, style: "line" } : spot
  if (found.label === undefined) addMistaken(page, words, where)
  else addAct(page, found.label, found.span, where)
  takeRest(page, words, found)
  return true
}

/** The act that these words name; reports if the world has none of that name. */
export function findAct(page: Page, words: Words): Found | undefined {
  const { text } = words
  const exact = actNamed(page.problem, text)
  if ("label" in exact) return { label: exact.label, span: words.span(0, text.length), restAt: text.length }
  const told = toldAct(page, text)
  if (told !== undefined)
    return { label: told, span: words.span(0, text.length), restAt: text.length, isTold: true }
  const naming = namingIn(text)
  if (naming === undefined || !isMeant(page, text, naming)) return undefined
  const { nameAt, insideAt, inside, restAt } = naming
  if (inside === undefined)
    return mistaken(page, words.span(nameAt, text.length - nameAt), illWritten(page), restAt)
  const act = actMeant(page.problem, naming.name, valuesIn(inside))
  if ("message" in act) return mistaken(page, wrongPlace(words, naming, act), act, restAt)
  return { label: act.label, span: words.span(nameAt, insideAt + inside.length + 1 - nameAt), restAt }
}

/** Longer texts are not searched for a sentence. */
const longestSentence = 1000

/** The act that words tell in a sentence of the world. */
export function toldAct({ problem, sentence }: Page, text: string): string | undefined {
  const told = text.length > longestSentence ? undefined : sentence(text)
  const act = told === undefined ? undefined : actNamed(problem, told)
  return act !== undefined && "label" in act ? act.label : undefined
}

/** The message for words that lack only the brackets of an act: `walk Tom Cottage`. */
export function nearActHint({ problem }: Page, text: string): string | undefined {
  const [name, ...rest] = text
    .slice(0, 200)
    .split(/[\s,;.()]+/)
    .filter(Boolean)
  if (name === undefined || !isNearAct(problem, name)) return undefined
  const named = rest.filter((each) => isNamed(problem, each))
  if (named.length * 2 < rest.length) return undefined
  const act = actMeant(problem, name, named)
  return "label" in act ? `Did you mean \`${act.label}\`?` : rest.length > 0 ? act.hint : undefined
}

/** Warns that words which were read as a note may have been meant as an act. */
export function remarkOnNearAct(page: Page, { text, span }: Words): void {
  const hint = nearActHint(page, text)
  if (hint !== undefined)
    warn(page, span(0, text.length), {
      message: "This is read as a note, because it is not written like an act.",
      hint,
    })
}

/** Warns that an act stands in a paragraph, where acts are not read. */
export function remarkOnActInProse(page: Page, { text, span }: Words): void {
  const naming = namingIn(text)
  if (naming?.inside === undefined || goesOn(text, naming)) return
  const act = actMeant(page.problem, naming.name, valuesIn(naming.inside))
  if (!("label" in act)) return
  const hint = `Write \`- ${act.label}\` if it belongs to the plot.`
  warn(page, span(0, text.length), {
    message: "This act is read as a note, because it does not stand in a list.",
    hint,
  })
}

function namingIn(text: string): Naming | undefined {
  const match = opening.exec(text)
  if (match === null) return undefined
  const [{ length: insideAt }, dress, name, gap] = match
  const naming = { name, nameAt: dress.length, isSpaced: /\s/.test(gap), insideAt }
  const close = text.indexOf(")", insideAt)
  const inside = close < 0 ? "(" : text.slice(insideAt, close)
  if (inside.includes("(")) return { ...naming, restAt: text.length }
  wrapping.lastIndex = close + 1
  wrapping.test(text)
  return { ...naming, inside, restAt: wrapping.lastIndex }
}

/** Whether a bracket belongs to prose rather than to an act: `Tom (who is hungry)`, `Walk(er) wakes up`. */
function isMeant({ problem }: Page, text: string, naming: Naming): boolean {
  const isKnown = knownName(problem, naming.name) !== undefined
  if (naming.isSpaced && goesOn(text, naming)) return false
  if (isKnown) return true
  if (naming.inside === undefined || goesOn(text, naming)) return false
  return !naming.isSpaced || isNearAct(problem, naming.name)
}

/** Whether other text than a comment follows. */
function goesOn(text: string, { restAt }: { readonly restAt: number }): boolean {
  return restAt < text.length && !comment.test(text.slice(restAt, restAt + 3))
}

function mistaken(page: Page, span: Span, remark: Remark, restAt: number): Found {
  complain(page, "unknown-act", span, remark)
  return { span, restAt }
}

function illWritten({ problem }: Page): Remark {
  return {
    message: "The brackets of this act are not in order.",
    hint: `An act looks like \`${exampleOf(problem)}\`.`,
  }
}

function valuesIn(inside: string): readonly string[] {
  return inside.trim() === "" ? [] : inside.split(",").map((each) => each.trim())
}

function wrongPlace(
  { span }: Words,
  { name, nameAt, inside = "", insideAt }: Naming,
  { wrong }: Misnamed,
): Span {
  if (wrong === "name" || inside.trim() === "") return span(nameAt, name.length)
  const pieces = inside.split(",")
  const index = wrong === "values" ? 0 : wrong
  const piece = wrong === "values" ? inside : pieces[index]
  const offset = pieces.slice(0, index).reduce((sum, each) => sum + each.length + 1, insideAt)
  return span(offset + piece.length - piece.trimStart().length, piece.trim().length)
}

function takeRest(page: Page, words: Words, { restAt }: Found): void {
  const sign = comment.exec(words.text.slice(restAt))?.[0].length ?? 0
  const text = words.text.slice(restAt + sign)
  if (text === "") return
  const span = words.span(restAt + sign, text.length)
  addNote(page, text, span)
  const hint = "Write one act a line, and ` - ` between an act and a comment."
  if (goesOn(words.text, { restAt }))
    warn(page, span, { message: "What follows the act is read as a note.", hint })
}
