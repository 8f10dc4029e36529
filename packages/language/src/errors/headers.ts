/**
 * Mistakes in the header of a definition and in the items of a block: what is missing, and what the text
 * resembles.
 */
import type { Fix } from "@dramaturg/model"
import type { MessageCode } from "./messages.js"
import { closest } from "./suggest.js"
import { type Reading, complain, shorten } from "./reading.js"
import type { Complaint } from "../syntax/cursor.js"
import { isModifier } from "../syntax/segments.js"
import type { Token } from "../syntax/tokens.js"
import { binders, declaring, labels, modifiers, wordOf } from "../syntax/vocabulary.js"

/** Reports the mistake at `at` if it is one of a header. Returns whether it did. */
export function complainOfHeader(
  reading: Reading,
  at: number,
  from: number,
  to: number,
  expected: string | undefined,
): boolean {
  const { tokens } = reading.cut
  const kind = tokens[from].text
  if (kind === "entity" && complainOfPlain(reading, at)) return true
  if (isModifier(tokens, from) && !tokens.slice(from, at).some((each) => each.text === "{")) {
    return kind === "every"
      ? complainOfEvery(reading, at, to)
      : complainOfHeader(reading, at, from + 1, to, expected)
  }
  if (!declaring.includes(kind) || tokens.slice(from, at).some((each) => each.text === "{")) return false
  if (isEvent(kind) && !tokens.slice(at, to).some((each) => each.text === "{")) reading.isHeadless = true
  if (complainOfNoName(reading, at, from, to) || complainOfSpaces(reading, at, from, to)) return true
  if (kind === "type") return complainOfType(reading, at, from, to)
  if (kind === "entity" && expected === ":") return complainOfKind(reading, at, from, to)
  if (kind === "property") return complainOfAnswer(reading, at, from, to)
  return isEvent(kind) && complainOfEvent(reading, at, from, to)
}

function isEvent(kind: string): boolean {
  return kind === "action" || kind === "trigger"
}

/** `every action by who { … }`, `every action walk(who) { … }` */
function complainOfEvery(reading: Reading, at: number, to: number): boolean {
  const token = reading.cut.tokens[Math.min(at, to - 1)]
  const hint =
    "Write `every action { … }`, `every action walk { … }` for those of one name, and `by(who : character)` behind that if it is about those who consent."
  return complainAt(
    reading,
    "every-with-brackets",
    token,
    "What is added to actions has no brackets of its own.",
    hint,
  )
}

/** `action { … }`, `entity 7 : character;` */
function complainOfNoName(reading: Reading, at: number, from: number, to: number): boolean {
  const { tokens } = reading.cut
  if (at !== from + 1 || at >= to || (tokens[at].kind !== "sign" && tokens[at].kind !== "number"))
    return false
  const kind = tokens[from].text
  const message = `A name is needed behind \`${kind}\`, not \`${shorten(tokens[at].text)}\`.`
  return complainAt(
    reading,
    "name-missing",
    tokens[at],
    message,
    `Write for instance \`${wordOf(kind)!.form}\`.`,
  )
}

const compound: ReadonlySet<string> = new Set(["if", ...binders, "("])

/** `{ if(…) …; }` in the block of an entity. */
function complainOfPlain(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  const before = tokens[at - 1]?.text
  if (!tokens[at] || !compound.has(tokens[at].text) || (before !== "{" && before !== ";")) return false
  return complainAt(
    reading,
    "formula-in-block",
    tokens[at],
    "In a block stand plain facts, beliefs and wants.",
    "Say this outside the block, with the name of whom it is about.",
  )
}

/** `entity Old Tom : character;`, `entity Old-Tom : character;` */
function complainOfSpaces(reading: Reading, at: number, from: number, to: number): boolean {
  const { tokens } = reading.cut
  if (tokens.slice(from, at).some((each) => each.text === ":" || each.text === "(")) return false
  const first = firstOfName(tokens, at, from)
  let last = at
  while (last + 1 < to && isNamePiece(tokens[last + 1])) last++
  const end = last + 1 < to ? tokens[last + 1].text : ";"
  const isHeader = tokens[from].text === "type" || end === ":" || end === "," || end === "(" || end === "{"
  const isVerb = tokens[at]?.kind === "word" && kindSigns.has(tokens[at].text)
  if (first === undefined || at >= to || !isNamePiece(tokens[at]) || !isHeader || isVerb) return false
  if (complainOfModifier(reading, tokens[first], tokens[from])) return true
  const pieces = tokens
    .slice(first, last + 1)
    .filter((each) => each.kind !== "sign")
    .map((each) => each.text)
  const name = pieces.join("_")
  const span = reading.spans(tokens[first].offset, tokens[last].end - tokens[first].offset)
  const sign = tokens[at].kind === "sign" ? `no \`${tokens[at].text}\`` : "no spaces"
  complain(reading, "name-in-pieces", span, `A name has ${sign} in it.`, {
    hint: `Write \`${shorten(name)}\`, everywhere.`,
    fixes: renaming(reading, tokens.slice(first, last + 1), name),
  })
  return true
}

/**
 * Fixes that write the row of words as one name everywhere. There are none if one of the words also stands
 * alone, because that word may be the name.
 */
function renaming({ cut: { tokens }, spans }: Reading, row: readonly Token[], name: string): Fix[] {
  const rows = tokens.flatMap((_, i) =>
    row.every((each, k) => tokens[i + k]?.text === each.text) ? [i] : [],
  )
  const words = new Set(row.filter((each) => each.kind === "word").map((each) => each.text))
  const isAlone = tokens.some(
    (each, i) => words.has(each.text) && !rows.some((from) => from <= i && i < from + row.length),
  )
  if (isAlone || words.size < row.filter((each) => each.kind === "word").length) return []
  const edits = rows.map((i) => ({
    span: spans(tokens[i].offset, tokens[i + row.length - 1].end - tokens[i].offset),
    text: name,
  }))
  return [{ title: `Change to ${shorten(name)}`, edits }]
}

/** `property common time() : number;`, `action unforeseen walk(…) { … }` */
function complainOfModifier(reading: Reading, word: Token, keyword: Token): boolean {
  const before = modifiers.get(word.text)
  if (before === undefined || keyword.text === "entity" || keyword.text === "type") return false
  const message = `\`${word.text}\` is a word of the language and no part of this name.`
  if (word.text === "unforeseen" && keyword.text === "action") {
    return complainAt(
      reading,
      "modifier-misplaced",
      word,
      message,
      "Write `unforeseen(…)` around what nobody counts on in its effect; only triggers are unforeseen as a whole.",
    )
  }
  if (word.text === "every")
    return complainAt(
      reading,
      "modifier-misplaced",
      word,
      message,
      "Write `every action { … }` to add something to all actions, or give this one a name.",
    )
  if (!before.includes(keyword.text))
    return complainAt(
      reading,
      "modifier-misplaced",
      word,
      message,
      `It can stand before \`${before.join("` or `")}\`.`,
    )
  const edits = [
    { span: reading.spans(keyword.offset, 0), text: `${word.text} ` },
    { span: reading.spans(word.offset, word.end - word.offset), text: "" },
  ]
  complain(
    reading,
    "modifier-misplaced",
    spanOf(reading, word),
    `\`${word.text}\` stands before \`${keyword.text}\`.`,
    {
      hint: `Write \`${word.text} ${keyword.text} …\`.`,
      fixes: [{ title: `Put it before ${keyword.text}`, edits }],
    },
  )
  return true
}

/** The index of the first word of the row that goes on at `at`. */
function firstOfName(tokens: readonly Token[], at: number, from: number): number | undefined {
  let first = at
  while (first - 1 > from && isNamePiece(tokens[first - 1])) first--
  return first < at && tokens[first].kind === "word" ? first : undefined
}

function isNamePiece(token: Token): boolean {
  return token.kind === "word" || token.kind === "number" || token.text === "-" || token.text === "&"
}

const kindSigns = new Set(["is", "are", "isa", "extends", "inherits", "of", "as"])

/** `type guest extends character;`, `type place = Home, Shop;` */
function complainOfType(reading: Reading, at: number, from: number, to: number): boolean {
  const { tokens } = reading.cut
  const name = shorten(tokens[from + 1]?.text ?? "place")
  if (at !== from + 2 || at >= to) return false
  if (kindSigns.has(tokens[at].text))
    return complainAt(
      reading,
      "kind-without-colon",
      tokens[at],
      `\`${tokens[at].text}\` means nothing here.`,
      "Did you mean `:`?",
      ":",
    )
  if (tokens[at].text !== "=" && tokens[at].text !== "{") return false
  const hint = `Write \`type ${name};\`, and for whoever is of this type \`entity … : ${name};\`.`
  return complainAt(reading, "type-with-list", tokens[at], "A type does not list who belongs to it.", hint)
}

/** `entity Tom;` */
function complainOfKind(reading: Reading, at: number, from: number, to: number): boolean {
  const { tokens } = reading.cut
  const name = shorten(tokens[from + 1]?.text ?? "Tom")
  const place = at < to && tokens[at].text !== "{" && tokens[at].kind === "word" ? tokens[at] : tokens[at - 1]
  if (at <= from + 1) return false
  if (at < to && kindSigns.has(tokens[at].text))
    return complainAt(
      reading,
      "kind-without-colon",
      tokens[at],
      `\`${tokens[at].text}\` means nothing here.`,
      "Did you mean `:`?",
      ":",
    )
  if (place === tokens[at]) return false
  complain(reading, "kind-missing", spanOf(reading, place), `Nothing says what type \`${name}\` has.`, {
    hint: `Write the type behind a colon, for instance \`entity ${name} : character\`.`,
  })
  return true
}

/** `property asleep(who : character);`, `property raining : boolean;` */
function complainOfAnswer(reading: Reading, at: number, from: number, to: number): boolean {
  const { tokens } = reading.cut
  const name = shorten(tokens[from + 1]?.text ?? "asleep")
  if (at === from + 2 && tokens[at]?.text !== "(") {
    const hint = `Write \`property ${name}(who : character) : boolean\`, or \`property ${name}() : boolean\` if it is said of nobody.`
    complain(
      reading,
      "brackets-missing",
      spanOf(reading, tokens[at - 1]),
      `The brackets of \`${name}\` are missing.`,
      { hint },
    )
    return true
  }
  if (at >= to && tokens[at - 1].text === ")") {
    const hint =
      "Write `: boolean` behind the brackets if it is so or not, `: number`, or a type of people or things."
    complain(
      reading,
      "answer-missing",
      spanOf(reading, tokens[at - 1]),
      `Nothing says what type of answer \`${name}\` has.`,
      { hint },
    )
    return true
  }
  if (tokens[at]?.text === "=" && tokens[at - 1].text === ")") {
    const value = tokens[at + 1]?.text ?? ""
    const answer = value === "True" || value === "False" ? "boolean" : "number"
    const hint = `Say the type, \`property ${name}(…) : ${answer};\`, and give values apart: \`${name}(…) = …;\`.`
    return complainAt(
      reading,
      "answer-missing",
      tokens[at],
      `Nothing says what type of answer \`${name}\` has.`,
      hint,
    )
  }
  if (
    (tokens[at]?.text === "|" || tokens[at]?.text === ",") &&
    tokens[at - 2]?.text === ":" &&
    !isInside(tokens, at, from)
  ) {
    const hint = "Give the answers a type of their own: `type mood;` and `entity Happy, Sad : mood;`."
    return complainAt(reading, "answer-in-list", tokens[at], `The answer to \`${name}\` has one type.`, hint)
  }
  return complainOfParameter(reading, at)
}

/** `action walk { … }`, `action walk(…);`, `action walk(character who) { … }` */
function complainOfEvent(reading: Reading, at: number, from: number, to: number): boolean {
  const { tokens } = reading.cut
  const name = shorten(tokens[from + 1]?.text ?? "walk")
  const kind = tokens[from].text
  if (at === from + 2 && tokens[at]?.text !== "(") {
    const hint = `Write \`${kind} ${name}(who : character) { … }\`, or \`${kind} ${name}() { … }\` if it takes nobody.`
    reading.isHeadless = true
    complain(
      reading,
      "brackets-missing",
      spanOf(reading, tokens[at - 1]),
      `The brackets of \`${name}\` are missing.`,
      { hint },
    )
    return true
  }
  if (tokens[at - 1].text === ")" && tokens[at]?.text !== "{" && !isInside(tokens, at, from)) {
    const hint = `Write \`{\` directly behind the brackets: \`${kind} ${name}(…) { precondition: …; effect: …; }\`.`
    reading.isHeadless = true
    complain(
      reading,
      "braces-missing",
      spanOf(reading, tokens[Math.min(at, to - 1)]),
      `The parts of \`${name}\` stand in braces.`,
      { hint },
    )
    return true
  }
  return complainOfParameter(reading, at)
}

/** `(character who)` */
function complainOfParameter(reading: Reading, at: number): boolean {
  const { tokens } = reading.cut
  const [opener, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (token?.text === "=" && before?.kind === "word" && (opener?.text === "(" || opener?.text === ",")) {
    const hint = `Write \`${shorten(before.text)} : character\` for anybody, or a name alone for that one person or thing.`
    return complainAt(reading, "value-for-parameter", token, "No value is given here.", hint)
  }
  if (token?.kind !== "word" || before?.kind !== "word" || (opener?.text !== "(" && opener?.text !== ","))
    return false
  const text = `${token.text} : ${before.text}`
  const span = reading.spans(before.offset, token.end - before.offset)
  complain(reading, "kind-before-name", span, "The name comes first, then a colon, then the type.", {
    hint: `Did you mean \`${shorten(text)}\`?`,
    fixes: [{ title: `Change to ${shorten(text)}`, edits: [{ span, text }] }],
  })
  return true
}

function isInside(tokens: readonly Token[], at: number, from: number): boolean {
  let depth = 0
  for (let i = from; i < at; i++) depth += tokens[i].text === "(" ? 1 : tokens[i].text === ")" ? -1 : 0
  return depth > 0
}

/** Reports the mistake at `at` if it is in an item of an entity's block. Returns whether it did. */
export function complainOfItem(reading: Reading, at: number, from: number): boolean {
  const { tokens } = reading.cut
  if (tokens[from].text === "limits" && at === from + 1 && tokens[at]) {
    return complainAt(
      reading,
      "limits-without-braces",
      tokens[at],
      "The limits stand in braces.",
      "Write `limits { author: 5; character: 3; belief: 2; }`.",
    )
  }
  if (tokens[from].text === "limits" && tokens[at - 1]?.kind === "word" && tokens[at]) {
    return complainAt(
      reading,
      "missing-colon",
      tokens[at - 1],
      "A colon stands behind the name of a limit.",
      `Write \`${shorten(tokens[at - 1].text)}: …;\`.`,
    )
  }
  if (tokens[from].text !== "entity" || at <= from) return false
  let start = at - 1
  while (start > from && tokens[start].text !== ";" && tokens[start].text !== "{") start--
  if (start === from) return false
  const [first, second, token] = [tokens[start + 1], tokens[start + 2], tokens[at]]
  const meant = itemMeant(first)
  if (first.text === "wants" && second?.text !== ":") {
    return complainAt(
      reading,
      "missing-colon",
      first,
      "A colon is missing behind `wants`.",
      "Write `wants: …;`.",
      "wants:",
    )
  }
  if (first.text === "says" && second?.text === ":") {
    return complainAt(
      reading,
      "says-in-block",
      first,
      "What somebody says stands in an action.",
      'Write `says: "…";` between the braces of that action.',
    )
  }
  if (first.text === "told" && second) return complainOfTold(reading, start + 1, at)
  if (first.text === "believes" && second?.text === ":") {
    return complainAt(
      reading,
      "colon-behind-believes",
      second,
      "No colon stands behind `believes`.",
      "Write `believes …;`.",
      "",
    )
  }
  if (meant)
    return complainAt(
      reading,
      "unknown-item",
      first,
      `\`${shorten(first.text)}\` means nothing here.`,
      `Did you mean \`${meant}\`?`,
      meant.replace(" …", ""),
    )
  if (token?.text !== ":" && token?.text !== "==" && token?.text !== ":=") return false
  return complainAt(
    reading,
    "sign-gives-no-value",
    token,
    `\`${token.text}\` gives no value.`,
    "Did you mean `=`?",
    "=",
  )
}

/** `told "the captive"`, `told: "the captive", her` in the block of an entity. */
function complainOfTold(reading: Reading, first: number, at: number): boolean {
  const { tokens } = reading.cut
  const hint =
    'Write `told: "the captive";`, or `told: "the captive", she;` with one of `he`, `she`, `it` and `they`.'
  if (tokens[first + 1].text !== ":")
    return complainAt(
      reading,
      "missing-colon",
      tokens[first],
      "A colon and a text stand behind `told`.",
      hint,
    )
  return (
    tokens[at] !== undefined &&
    complainAt(
      reading,
      "not-a-pronoun",
      tokens[at],
      `\`${shorten(tokens[at].text)}\` is no text and no pronoun.`,
      hint,
    )
  )
}

const itemWords = new Map([
  ["goal", "wants"],
  ["goals", "wants"],
  ["desires", "wants"],
  ["desire", "wants"],
  ["utility", "wants"],
  ["knows", "believes"],
  ["thinks", "believes"],
])

/** The word of the language that the first word of a block item was meant to be. */
export function itemMeant(first: Token): string | undefined {
  if (first.text === "wants" || first.text === "believes") return undefined
  if (first.text === "not") return "!"
  return itemWords.get(first.text) ?? closest(first.text, ["wants", "believes"])
}

/**
 * `precondition; …`, `effect = …`: reports that the colon after a part's name is missing. Returns whether it
 * did.
 */
export function complainOfColon(reading: Reading, at: number, expected: string | undefined): boolean {
  const [before, token] = [reading.cut.tokens[at - 1], reading.cut.tokens[at]]
  if (expected !== ":" || !token || !before || !labels.has(before.text)) return false
  const text = token.kind === "sign" && token.text !== "(" ? token.text : undefined
  // What follows has a colon: one of the two words is superfluous.
  const isRow = token.kind === "word" && reading.cut.tokens[at + 1]?.text === ":"
  const span = text === undefined ? reading.spans(before.end, 0) : spanOf(reading, token)
  complain(
    reading,
    "missing-colon",
    spanOf(reading, text === undefined ? before : token),
    `A colon is missing behind \`${before.text}\`.`,
    {
      hint: `Write \`${before.text}: …;\`.`,
      fixes: isRow ? [] : [{ title: "Put a colon", edits: [{ span, text: ":" }] }],
    },
  )
  return true
}

/** `precondition: a(); b();`: the parser took the second condition for a part. */
export function complainOfJoin(reading: Reading, complaint: Complaint, at: number): boolean {
  const { tokens } = reading.cut
  const [semicolon, word, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (!complaint.isOtherPart || token?.text !== "(" || (semicolon?.text !== ";" && semicolon?.text !== "{"))
    return false
  if (closest(word.text, ["observing"])) {
    return complainAt(
      reading,
      "part-without-heading",
      word,
      `\`${shorten(word.text)}\` begins no part of an action or trigger.`,
      "Did you mean `observing`?",
      "observing",
    )
  }
  const hint =
    semicolon.text === ";"
      ? "If it belongs to the part before it, join the two with `&` and not with a semicolon."
      : "Say what it is: `precondition: …;` or `effect: …;`."
  return complainAt(
    reading,
    "part-without-heading",
    word,
    `\`${shorten(word.text)}\` begins no part of an action or trigger.`,
    hint,
  )
}

function complainAt(
  reading: Reading,
  code: MessageCode,
  token: Token,
  message: string,
  hint: string,
  text?: string,
): true {
  const span = spanOf(reading, token)
  const fixes: Fix[] =
    text === undefined
      ? []
      : [{ title: text === "" ? "Take it out" : `Change to ${text}`, edits: [{ span, text }] }]
  complain(reading, code, span, message, { hint, fixes })
  return true
}

function spanOf(reading: Reading, token: Token) {
  return reading.spans(token.offset, token.end - token.offset)
}
