/** Outlines in JSON: a list of acts, or a solution. The shape of every value in it is checked. */
import { type Diagnostic, type Explanations, hasErrors } from "@dramaturg/model"
import { actNamed } from "./certificate/acts.js"
import { type Data, readData } from "./certificate/data.js"
import { DEEPEST, tooDeeply } from "./certificate/depth.js"
import { readJsonCertificate } from "./certificate/json.js"
import { looksLikeAct, nearActHint, takeAct } from "./acts.js"
import {
  addHeading,
  addMistaken,
  addNote,
  addUnsure,
  complain,
  type Page,
  type Remark,
  type Spot,
  type Words,
} from "./page.js"

interface Reading {
  readonly page: Page
  readonly text: string
}

/** A plan within a plan takes three brackets; an act of the outline stands in three more. */
const deepestBracket = 3 * DEEPEST + 3

const hint = 'An outline looks like `{ "acts": ["walk(Tom, Home, Market)"] }`.'

const noJson = { message: "This is not JSON from here on.", hint }

export function readJsonOutline(page: Page, text: string): void {
  const reading = { page, text }
  const data = readData(text, deepestBracket)
  if ("flaw" in data)
    return wrong(reading, data.offset, data.flaw === "depth" ? { message: tooDeeply } : noJson)
  const acts = data.fields?.get("acts") ?? data
  if (acts.items) return acts.items.forEach((each) => readItem(reading, each))
  if (acts !== data) return wrong(reading, acts.offset, { message: "`acts` must be a list.", hint })
  if (data.fields?.has("plan")) return readSolution(reading, data)
  wrong(reading, data.offset, { message: "This is JSON, but no outline.", hint })
}

function wrong({ page }: Reading, offset: number, remark: Remark): void {
  complain(page, "not-a-solution", page.span(offset, 0), remark)
}

function readItem(reading: Reading, item: Data): void {
  if (item.words !== undefined) readSentence(reading, item, item.words)
  else if (item.fields) readFields(reading, item, item.fields)
  else wrong(reading, item.offset, { message: 'Every act must be a string, or an object with "act".', hint })
}

const listed: Spot = { style: "item", column: 0 }

/** An act, or a sentence that may be none. */
function readSentence(reading: Reading, item: Data, words: string, spot = listed): void {
  const { page } = reading
  const place = wordsOf(reading, item, words)
  if (looksLikeAct(place.text) || place.text.includes("(")) return readAct(reading, item, words, spot)
  if (!takeAct(page, place, spot)) addUnsure(page, place, spot, nearActHint(page, place.text))
}

function readAct({ page, text }: Reading, item: Data, words: string, spot = listed): void {
  const place = wordsOf({ page, text }, item, words)
  if (takeAct(page, place, spot)) return
  const act = actNamed(page.problem, words)
  if (!("message" in act)) return
  complain(page, "unknown-act", place.span(0, place.text.length), act)
  addMistaken(page, place, spot)
}

/** Spans inside a JSON string are exact only if nothing in it is escaped. */
function wordsOf({ page, text }: Reading, { offset, length }: Data, words: string): Words {
  const isPlain = text.slice(offset + 1, offset + length - 1) === words
  const at = offset + 1 + words.length - words.trimStart().length
  return {
    text: words.trim(),
    span: (from, size) => (isPlain ? page.span(at + from, size) : page.span(offset + 1, length - 2)),
  }
}

/** A heading stands before its act, a note after it; each may stand alone. */
function readFields(reading: Reading, item: Data, fields: ReadonlyMap<string, Data>): void {
  const { page } = reading
  const [heading, act, note] = ["heading", "act", "note"].map((each) => stringIn(reading, fields, each))
  if (!fields.has("heading") && !fields.has("act") && !fields.has("note")) {
    wrong(reading, item.offset, {
      message: 'An object in an outline needs an "act", a "heading" or a "note".',
      hint,
    })
  }
  if (heading) addHeading(page, 1, heading)
  const before = page.acts.length
  if (act) readSentence(reading, fields.get("act")!, act.text, spotOf(reading, fields))
  if (page.acts.length > before) addExplanations(reading, fields.get("explanations"))
  if (note) addNote(page, note.text, note.span(0, note.text.length))
}

/** The author's own number may be a JSON number or a string. */
function spotOf({ text }: Reading, fields: ReadonlyMap<string, Data>): Spot {
  const data = fields.get("item")
  if (data === undefined || data.isNull || data.items || data.fields) return listed
  const written = (data.words ?? text.slice(data.offset, data.offset + data.length)).trim().slice(0, 40)
  return written === "" ? listed : { ...listed, written }
}

function stringIn(reading: Reading, fields: ReadonlyMap<string, Data>, name: string): Words | undefined {
  const data = fields.get(name)
  if (data === undefined || data.isNull) return undefined
  if (data.words !== undefined) return wordsOf(reading, data, data.words)
  wrong(reading, data.offset, { message: `\`${name}\` must be a string.` })
  return undefined
}

/** Reads explanations given for the last act: as a solution's, if that act is put before them. */
function addExplanations({ page, text }: Reading, data: Data | undefined): void {
  if (data === undefined || data.isNull) return
  const last = page.acts.length - 1
  const head = `{"plan":[${JSON.stringify(page.acts[last].act)}],"explanations":[`
  const reasons = text.slice(data.offset, data.offset + data.length)
  const { solution, diagnostics } = readJsonCertificate(`${head}${reasons}]}`, page.problem, page.file)
  repeat(page, diagnostics, (offset) => offset - head.length + data.offset)
  explain(page, last, solution?.explanations[0])
}

/** Reports the diagnostics of the certificate's reader at the place where the author wrote the text. */
function repeat(
  { diagnostics, span }: Page,
  remarks: readonly Diagnostic[],
  place: (offset: number) => number,
): void {
  for (const each of remarks)
    diagnostics.push({ ...each, span: span(place(each.span.offset), each.span.length) })
}

function explain({ acts }: Page, index: number, explanations: Explanations = {}): void {
  if (Object.keys(explanations).length > 0) acts[index] = { ...acts[index], explanations }
}

/**
 * A solution is read twice: its acts here, then all of it by the certificate's reader, with the acts in
 * their canonical spelling.
 */
function readSolution(reading: Reading, data: Data): void {
  const { page, text } = reading
  const plan = data.fields!.get("plan")!
  for (const each of plan.items ?? []) readPlanned(reading, each)
  if (hasErrors(page.diagnostics)) return
  const acts = plan.items
    ? JSON.stringify(page.acts.map((each) => each.act))
    : text.slice(plan.offset, plan.offset + plan.length)
  const shift = acts.length - plan.length
  const spelled = text.slice(0, plan.offset) + acts + text.slice(plan.offset + plan.length)
  const { solution, diagnostics } = readJsonCertificate(spelled, page.problem, page.file)
  repeat(page, diagnostics, (offset) => (offset > plan.offset ? offset - shift : offset))
  page.acts.forEach((_, i) => explain(page, i, solution?.explanations[i]))
}

function readPlanned(reading: Reading, item: Data): void {
  if (item.words !== undefined) readAct(reading, item, item.words)
  else wrong(reading, item.offset, { message: "Every act of a plan must be written as a string.", hint })
}
