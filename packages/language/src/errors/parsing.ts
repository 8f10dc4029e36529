/** Turns what the parser could not read into messages for authors. */
import type { Diagnostic, Fix } from "@dramaturg/model"
import type { MessageCode } from "./messages.js"
import { complainOfIdiom } from "./idioms.js"
import { complainOfColon, complainOfHeader, complainOfItem, complainOfJoin } from "./headers.js"
import type { Complaint } from "../syntax/cursor.js"
import { type Reading, complain, shorten } from "./reading.js"
import { type Token, beginsLikeName } from "../syntax/tokens.js"
import { reserved } from "../syntax/vocabulary.js"

/** Where a complaint was reported, and whether the rest of the definition may get messages. */
export interface Stumble {
  /** The index of the token at which the parser stopped. */
  readonly at: number
  readonly isLast: boolean
}

/** Reports one complaint about the tokens `from` to `to`. */
export function complainOf(reading: Reading, complaint: Complaint, from: number, to: number): Stumble {
  const { tokens } = reading.cut
  const at = isStrayWord(reading, complaint) ? complaint.at - 1 : complaint.at
  const expected = at === complaint.at ? complaint.expected : undefined
  const isHeader = complainOfColon(reading, at, expected) || complainOfHeader(reading, at, from, to, expected)
  if (
    !isHeader &&
    complainOfPatterns(reading, Math.min(at, to - 1), isLostThen(tokens, at, from) ? "then" : expected)
  ) {
    return { at, isLast: expected === "then" }
  }
  const idiom = isHeader ? "last" : complainOfIdiom(reading, at, from)
  if (idiom !== "no") return { at, isLast: idiom === "last" }
  if (at >= to) complainOfEnd(reading, to, expected)
  else if (isNewLine(reading, at) && canEnd(tokens[at - 1].text) && canBegin(tokens[at].text))
    complainOfSemicolon(reading, at)
  else if (complainOfItem(reading, at, from) || complainOfJoin(reading, complaint, at))
    return { at, isLast: false }
  else if (at === from) complainOfDefinitionStart(reading, at)
  else complainOfToken(reading, at, expected)
  return { at, isLast: false }
}

/** `first a() then: b()` */
function isLostThen(tokens: readonly Token[], at: number, from: number): boolean {
  return tokens[at]?.text === "then" && (tokens[from].text === "story" || tokens[from].text === "scenario")
}

/** A text, a number or a `then` is what is missing. */
function complainOfPatterns(reading: Reading, at: number, expected: string | undefined): boolean {
  const wanted = patterns.get(expected ?? "")
  if (wanted === undefined) return false
  const token = reading.cut.tokens[at]
  complain(reading, wanted.code, reading.spans(token.offset, token.end - token.offset), wanted.message, {
    hint: wanted.hint,
  })
  return true
}

const patterns = new Map<
  string,
  { readonly code: MessageCode; readonly message: string; readonly hint: string }
>([
  [
    "QUOTE",
    {
      code: "text-needed",
      message: "A text in quotation marks is needed here.",
      hint: 'Write it in straight double marks: `"…"`.',
    },
  ],
  ["NUMBER", { code: "number-needed", message: "A number is needed here.", hint: "Write it in digits." }],
  [
    "then",
    {
      code: "then-missing",
      message: "What comes first is followed by what comes then.",
      hint: "Write `first: … then: …;`, without a semicolon between them and with a colon behind each.",
    },
  ],
])

/** The parser took a word after a formula for a part, which does not exist, and missed its colon. */
function isStrayWord(reading: Reading, { at, isOtherPart }: Complaint): boolean {
  const before = reading.cut.tokens[at - 2]?.text
  if (before === ":" && reading.cut.tokens[at - 3]?.text === "consenting") return false
  return isOtherPart === true && before !== ";" && before !== "{"
}

function complainOfEnd(reading: Reading, to: number, expected: string | undefined): void {
  const before = reading.cut.tokens[to - 1]
  const sign = expected && isSign(expected) ? `\`${expected}\`` : "Something"
  const span = reading.spans(before.offset, before.end - before.offset)
  const hint =
    before.text === "else"
      ? "Say what is so otherwise, or leave `else` out."
      : "Write it there, or take out what waits for it."
  complain(reading, "missing-formula", span, `${sign} is missing behind \`${shorten(before.text)}\`.`, {
    hint,
  })
}

/** Also called where the reader itself finds that one definition runs into the next. */
export function complainOfSemicolon(reading: Reading, at: number): void {
  const [before, next] = [reading.cut.tokens[at - 1], reading.cut.tokens[at]]
  const span = reading.spans(before.offset, before.end - before.offset)
  if (/^.+\.$/.test(before.text)) return complainOfStop(reading, before)
  const fix: Fix = { title: "Insert `;`", edits: [{ span: reading.spans(before.end, 0), text: ";" }] }
  const message = `A semicolon is missing between \`${shorten(before.text)}\` and \`${shorten(next.text)}\`.`
  const behind = isNewLine(reading, at)
    ? `Write \`;\` behind \`${shorten(before.text)}\`, at the end of its line.`
    : "Write `;` between them."
  complain(reading, "missing-semicolon", span, message, {
    hint: behind,
    fixes: isNewLine(reading, at) || before.text === "}" ? [fix] : [],
  })
}

/** `at(Tom) = Home.` */
function complainOfStop(reading: Reading, word: Token): void {
  const dot = reading.spans(word.end - 1, 1)
  complain(reading, "missing-semicolon", dot, "A full stop ends nothing here.", {
    hint: "Write `;` in its place.",
    fixes: [{ title: "Change to ;", edits: [{ span: dot, text: ";" }] }],
  })
  reading.stopped.push(word.text)
}

function complainOfDefinitionStart(reading: Reading, at: number): void {
  const token = reading.cut.tokens[at]
  const hint =
    token.text === "{"
      ? "If this block belongs to what stands before it, take out the semicolon between them."
      : "Definitions begin with `type`, `entity`, `property`, `action`, `trigger`, `utility`, `limits`, `include`, `story`, `scenario` or a property."
  complain(
    reading,
    "not-a-beginning",
    reading.spans(token.offset, token.end - token.offset),
    `A definition cannot begin with \`${shorten(token.text)}\`.`,
    { hint },
  )
}

function complainOfToken(reading: Reading, at: number, expected: string | undefined): void {
  const { tokens } = reading.cut
  const token = tokens[at]
  const span = reading.spans(token.offset, token.end - token.offset)
  const shown = shorten(token.text)
  if (expected === "NAME" || reserved.has(token.text)) return complainOfName(reading, at, span, shown)
  if (expected && isSign(expected)) {
    if (isBlockBelief(reading, at))
      return complain(
        reading,
        "believer-in-block",
        span,
        "Who believes is not said in a block.",
        blockBeliefHint,
      )
    if (expected === ":" && token.kind === "word") {
      const fix: Fix = {
        title: "Insert a colon",
        edits: [{ span: reading.spans(token.offset, 0), text: ": " }],
      }
      const message = `A colon is missing before \`${shown}\`.`
      return complain(reading, "missing-colon", span, message, {
        hint: `Write \`: ${shown}\`.`,
        fixes: [fix],
      })
    }
    return complain(reading, "sign-needed", span, `\`${expected}\` is needed here, not \`${shown}\`.`)
  }
  const before = tokens[at - 1]
  const code = isBlockBelief(reading, at) ? "believer-in-block" : "unexpected-word"
  complain(
    reading,
    code,
    span,
    `\`${shown}\` cannot stand behind \`${shorten(before.text)}\`.`,
    hintFor(reading, at),
  )
}

const joining = new Set(["&", "|", "=", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "!", ":"])

function complainOfName(reading: Reading, at: number, span: Diagnostic["span"], shown: string): undefined {
  const { tokens } = reading.cut
  const isItem = tokens[at - 1]?.text === "{" || tokens[at - 1]?.text === ";"
  if (isItem && tokens[at].text === "if" && tokens[at + 1]?.text === ":") {
    return complain(reading, "unknown-part", span, "`if` begins no part of an action or trigger.", {
      hint: "Did you mean `precondition`?",
    })
  }
  if (reserved.has(tokens[at].text)) {
    return complain(
      reading,
      "not-a-name",
      span,
      `\`${shown}\` is a word of the language and cannot be a name.`,
      {
        hint: "Choose another name.",
      },
    )
  }
  return complain(reading, "unexpected-word", span, `A name is needed here, not \`${shown}\`.`)
}

function hintFor(reading: Reading, at: number): { hint: string } {
  const { tokens } = reading.cut
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (isBlockBelief(reading, at)) return blockBeliefHint
  if (reserved.has(token.text) && before && !canEnd(before.text)) {
    return { hint: `\`${token.text}\` is a word of the language; as a name choose another.` }
  }
  if (token.kind === "word" && before?.kind === "word") {
    return { hint: "Names have no spaces; or is a sign, a bracket or a semicolon missing between them?" }
  }
  if (before?.text === "else" || before?.text === "elseif")
    return { hint: "Say what is so otherwise, or leave `else` out." }
  if (token.text === "=" && before && /^[=!<>]/.test(before.text))
    return { hint: "`==` compares, `=` gives a value." }
  if (before && token.text === ";" && joining.has(before.text)) {
    return { hint: `Say what follows the \`${before.text}\`, or take it out.` }
  }
  return { hint: "Perhaps an operator, a bracket or a semicolon is missing." }
}

const blockBeliefHint = {
  hint: "In a block it is clear who believes: write only what, for instance `believes at(Tom) = Home`.",
}

/** `believes ( word ,` inside a block: the author wrote the entity, which the block already implies. */
function isBlockBelief(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  const isFirst = tokens[at - 4]?.text === ";" || tokens[at - 4]?.text === "{"
  return isFirst && tokens[at - 3]?.text === "believes" && tokens[at].text === ","
}

export function isReserved(word: string): boolean {
  return reserved.has(word)
}

/** Whether the parser's name of a token is the sign itself. */
function isSign(expected: string): boolean {
  return expected !== "EOF" && !beginsLikeName(expected)
}

function isNewLine(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  return at > 0 && /[\n\r]/.test(reading.text.slice(tokens[at - 1].end, tokens[at].offset))
}

const values = new Set(["True", "False"])
const formulaOpeners = new Set(["!", "believes", "utility", "forall", "if"])

/** Whether an operand may end with this word. */
function canEnd(text: string): boolean {
  if (text === ")" || text === "}" || text === "?" || /^[\d.]/.test(text)) return true
  return beginsLikeName(text) && (values.has(text) || !reserved.has(text))
}

function canBegin(text: string): boolean {
  return formulaOpeners.has(text) || (beginsLikeName(text) && !reserved.has(text))
}
