/**
 * Recognises words and signs of other languages where the parser stopped, and says what to write instead.
 *
 * Only tokens near the one at which the parser stopped are examined: elsewhere all of these words may be
 * names.
 */
import type { Fix } from "@dramaturg/model"
import { signMeant } from "./idiom-words.js"
import type { MessageCode } from "./messages.js"
import { type Reading, complain, isDeclared, shorten } from "./reading.js"
import type { Token } from "../syntax/tokens.js"
import { beginsItem, binders } from "../syntax/vocabulary.js"

/** What was found, from token `from` to token `to` (not included), and what may be put in its place. */
interface Find {
  readonly from: number
  readonly to: number
  readonly code: MessageCode
  readonly message: string
  readonly hint: string
  readonly text?: string
  /** The rest of the definition gets no further messages. */
  readonly isLast?: boolean
}

type Finder = (reading: Reading, at: number, from: number) => Find | undefined

/**
 * Reports if the token at which the parser stopped is a word or sign of another language. Returns whether it
 * did, and whether the caller may report more.
 */
export function complainOfIdiom(reading: Reading, at: number, from: number): "no" | "yes" | "last" {
  for (const find of finders) {
    const found = find(reading, at, from)
    if (!found) continue
    const [first, last] = [reading.cut.tokens[found.from], reading.cut.tokens[found.to - 1]]
    const span = reading.spans(first.offset, last.end - first.offset)
    const fixes: Fix[] =
      found.text === undefined
        ? []
        : [{ title: `Change to ${found.text}`, edits: [{ span, text: found.text }] }]
    complain(reading, found.code, span, found.message, { hint: found.hint, fixes })
    return found.isLast ? "last" : "yes"
  }
  return "no"
}

const finders: readonly Finder[] = [
  findSigns,
  findNumber,
  findBraces,
  findHead,
  findCall,
  findConsent,
  findIs,
  findWord,
  findWordBefore,
  findChoice,
  findBareProperty,
  findProperty,
  findBeliever,
  findComma,
]

const signsMeant = new Map([
  ["=>", ">="],
  ["=<", "<="],
  ["<>", "!="],
  ["&&", "&"],
  ["||", "|"],
  ["===", "=="],
  ["!==", "!="],
  [":=", "="],
  ["=!", "!="],
])

/** `1,000`, `3.5.2`, `7Dwarfs` */
function findNumber({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (at <= from || !before || !token || before.end !== token.offset) {
    const isName = token?.kind === "number" && next?.kind === "word" && next.offset === token.end
    return isName ? nameWithNumber(tokens, at) : undefined
  }
  if (before.kind !== "number") return undefined
  if (token.kind === "word") return nameWithNumber(tokens, at - 1)
  const isGrouped = token.text === "," && next?.kind === "number"
  const text = isGrouped ? before.text + next.text : before.text + token.text
  if (isGrouped)
    return {
      from: at - 1,
      to: at + 2,
      code: "number-with-commas",
      message: "Numbers are written without commas.",
      hint: `Did you mean \`${shorten(text)}\`?`,
      text,
    }
  if (token.kind !== "number") return undefined
  return {
    from: at - 1,
    to: at + 1,
    code: "number-with-points",
    message: `\`${shorten(text)}\` is no number.`,
    hint: "A number has one point at most.",
  }
}

function nameWithNumber(tokens: readonly Token[], at: number): Find {
  const name = tokens[at].text + tokens[at + 1].text
  return {
    from: at,
    to: at + 2,
    code: "name-begins-with-digit",
    message: `\`${shorten(name)}\` is no name.`,
    hint: "A name begins with a letter.",
  }
}

/** Two signs without a space between them. */
function findSigns({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  for (let i = Math.max(from, at - 2); i <= at && i + 1 < tokens.length; i++) {
    const [a, b] = [tokens[i], tokens[i + 1]]
    if (a.kind !== "sign" || b.kind !== "sign" || a.end !== b.offset || i + 1 < at - 1) continue
    const sign = a.text + b.text
    const meant = signsMeant.get(sign)
    const place = {
      from: i,
      to: i + 2,
      code: "foreign-sign",
      message: `\`${sign}\` means nothing here.`,
    } as const
    if (meant !== undefined) return { ...place, hint: `Did you mean \`${meant}\`?`, text: meant }
    if (sign === "->")
      return { ...place, code: "foreign-arrow", hint: "What depends on something is written `if(…) …`." }
    const change = changeOf(tokens, i, from, sign)
    if (change) return { ...place, code: "foreign-change", ...change }
  }
  return undefined
}

/** `coins(who) += 1`, `coins(who)++`: the fix must repeat the property. */
function changeOf(
  tokens: readonly Token[],
  i: number,
  from: number,
  sign: string,
): Pick<Find, "hint" | "text"> | undefined {
  if (!/^([-+*/]=|\+\+|--)$/.test(sign)) return undefined
  const start = mentionEndingAt(tokens, i - 1, from)
  if (start === undefined) return undefined
  const name = textOf(tokens, start, i)
  const isStep = sign === "++" || sign === "--"
  if (isStep && tokens[i + 2] && ![";", ")", "}", "&"].includes(tokens[i + 2].text)) return undefined
  const text = `= ${name} ${sign[0]}${isStep ? " 1" : ""}`
  return {
    hint: `Write \`${shorten(`${name} ${text}${isStep ? "" : " …"}`)}\`.`,
    text: name.length < 40 ? ` ${text}` : undefined,
  }
}

/** Where the property begins that ends with token `at`. */
function mentionEndingAt(tokens: readonly Token[], at: number, from: number): number | undefined {
  if (tokens[at]?.kind === "word") return at
  const open = openerOf(tokens, at, from)
  return open !== undefined && open > from && tokens[open - 1].kind === "word" ? open - 1 : undefined
}

/** The bracket that the `)` at `at` closes. */
function openerOf(tokens: readonly Token[], at: number, from: number): number | undefined {
  if (tokens[at]?.text !== ")") return undefined
  let depth = 0
  for (let i = at; i >= from; i--) {
    if (tokens[i].text === ")") depth++
    else if (tokens[i].text === "(" && --depth === 0) return i
  }
  return undefined
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((each) => (each.text === "," ? ", " : each.text))
    .join("")
}

/** `if(…) { … }` */
function findBraces({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  const before = tokens[at - 1]?.text
  if (
    tokens[at]?.text !== "{" ||
    (before !== "else" && !isHeaded(tokens, at, from, new Set(["if", "elseif", "forall", "when"])))
  )
    return undefined
  return {
    from: at,
    to: at + 1,
    isLast: true,
    code: "braces-in-formula",
    message: "Braces cannot stand in a condition or an effect.",
    hint: "Use round brackets, and `&` where several things happen: `if(…) (… & …) else …`.",
  }
}

/** Whether the token stands after `word(…)`. */
function isHeaded(tokens: readonly Token[], at: number, from: number, words: ReadonlySet<string>): boolean {
  const open = openerOf(tokens, at - 1, from)
  return open !== undefined && words.has(tokens[open - 1]?.text)
}

/** The brackets after `if`, a quantifier or `utility`, and what stands between those and what follows. */
function findHead(reading: Reading, at: number, from: number): Find | undefined {
  const { tokens } = reading.cut
  const [before, token] = [tokens[at - 1]?.text ?? "", tokens[at]]
  if (!token || at <= from) return undefined
  const place = { from: at, to: at + 1 }
  if (before === "if" || before === "elseif") {
    return {
      ...place,
      code: "if-without-brackets",
      message: `What \`${before}\` asks stands in round brackets.`,
      hint: `Write \`${before}(…) …\`, without \`then\`.`,
    }
  }
  const then = token.text === "then" ? at : before === "then" ? at - 1 : -1
  if (then >= from)
    return {
      from: then,
      to: then + 1,
      code: "then-in-formula",
      message: "`then` means nothing here.",
      hint: "Write `if(…) … else …`.",
      text: "",
    }
  if (token.text === "else" && before === ";") {
    return {
      ...place,
      code: "lost-else",
      message: "This `else` has lost its `if`.",
      hint: "Take out the semicolon before it.",
    }
  }
  if (before === "believes" && token.kind === "word") {
    return {
      ...place,
      code: "believer-without-brackets",
      message: "Who believes what stands in round brackets.",
      hint: `Write \`believes(${shorten(token.text)}, …)\`.`,
    }
  }
  if (before === "observing" || (token.text === ")" && tokens[at - 3]?.text === "observing")) {
    const hint = "Write `observing(someone : character): …;`, or leave it out if everybody sees it."
    return {
      ...place,
      code: "observer-missing",
      message: "`observing` asks of every character whether they see this.",
      hint,
    }
  }
  if (binders.has(before)) {
    return {
      ...place,
      code: "quantifier-without-brackets",
      message: `What \`${before}\` goes through stands in round brackets.`,
      hint: `Write \`${before}(someone : character) …\`.`,
    }
  }
  if (before === "utility") {
    const hint =
      "What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`."
    return {
      ...place,
      code: "utility-without-brackets",
      message: "Whose wish this is stands in round brackets behind `utility`.",
      hint,
    }
  }
  if (/^[.,:;]$/.test(token.text) && token.text !== ";" && isHeaded(tokens, at, from, binders)) {
    return {
      ...place,
      code: "sign-behind-quantifier",
      message: `\`${token.text}\` means nothing here.`,
      hint: "What is said of each follows the brackets directly.",
      text: "",
    }
  }
  return undefined
}

const conditionals = new Map([
  ["when", "if"],
  ["whenever", "if"],
  ["If", "if"],
  ["IF", "if"],
  ["while", "if"],
  ["unless", "if"],
  ["all", "forall"],
  ["every", "forall"],
  ["each", "forall"],
  ["some", "exists"],
  ["any", "exists"],
])

/** `when(…) …`, `believes(what)`. */
function findCall({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  const open = openerOf(tokens, at - 1, from)
  const head = open === undefined ? undefined : tokens[open - 1]
  if (open !== undefined && head && conditionals.has(head.text)) {
    const meant = conditionals.get(head.text)
    const hint = head.text === "unless" ? "Write `if(!…) …`." : `Did you mean \`${meant}\`?`
    return {
      from: open - 1,
      to: open,
      code: "foreign-conditional",
      message: `\`${head.text}\` means nothing here.`,
      hint,
      ...(head.text === "unless" ? {} : { text: meant }),
    }
  }
  const belief = tokens[at]?.text === ")" ? openAround(tokens, at, from) : undefined
  if (belief !== undefined && tokens[belief - 1]?.text === "believes") {
    const hint = "Write `believes(who, …)`: first the person, then a comma, then what they believe."
    return {
      from: belief - 1,
      to: belief,
      code: "believer-missing",
      message: "`believes` needs somebody who believes.",
      hint,
    }
  }
  return undefined
}

/** `consenting: who & to` */
function findConsent({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  const token = tokens[at]
  if (token?.text !== "&" && token?.text !== "and") return undefined
  let head = at - 1
  while (
    head > from &&
    (tokens[head].kind === "word" || tokens[head].text === "&") &&
    tokens[head - 1].text !== ":"
  )
    head--
  if (tokens[head - 1]?.text !== ":" || tokens[head - 2]?.text !== "consenting") return undefined
  return {
    from: at,
    to: at + 1,
    code: "consenting-joined",
    message: "A comma stands between those who must agree.",
    hint: "Did you mean `,`?",
    text: ",",
  }
}

/** `who is at Home`, `Tom is happy` */
function findIs(reading: Reading, at: number, from: number): Find | undefined {
  const { tokens } = reading.cut
  const [before, token, next, last] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (
    at <= from ||
    token?.text !== "is" ||
    before.kind !== "word" ||
    next?.kind !== "word" ||
    next.text === "not"
  )
    return undefined
  const property = isDeclared(reading, "property", next.text)
  const value = property && last?.kind === "word" && last.text !== "and" && last.text !== "or"
  const written = value ? `${next.text}(${before.text}) == ${last.text}` : `${next.text}(${before.text})`
  const hint = property
    ? `Write \`${shorten(written)}\`.`
    : `Write \`${shorten(written)}\`, with a property \`${shorten(next.text)}\`.`
  return { from: at, to: at + 1, code: "is-as-verb", message: "`is` means nothing here.", hint }
}

/** `Tom at Home` */
function findProperty(reading: Reading, at: number, from: number): Find | undefined {
  const { tokens } = reading.cut
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (
    at <= from ||
    before.kind !== "word" ||
    token?.kind !== "word" ||
    !isDeclared(reading, "property", token.text)
  )
    return undefined
  if (next?.text === "(" || /[\n\r]/.test(reading.text.slice(before.end, token.offset))) return undefined
  const written = `${token.text}(${before.text})`
  const hint =
    next?.kind === "word"
      ? `Write \`${shorten(written)} = ${shorten(next.text)}\`, or \`==\` to ask.`
      : `Write \`${shorten(written)}\`.`
  return {
    from: at - 1,
    to: at + 1,
    code: "property-behind-name",
    message: `What \`${shorten(token.text)}\` is said of stands behind it, in round brackets.`,
    hint,
  }
}

/** `Tom believes …`, `believes(Tom, Ann, …)` */
function findBeliever({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (at <= from || !token) return undefined
  if (token.text === "believes" && before.kind === "word") {
    return {
      from: at,
      to: at + 1,
      code: "believer-without-brackets",
      message: "Who believes what stands in round brackets.",
      hint: `Write \`believes(${shorten(before.text)}, …)\`.`,
    }
  }
  const open = token.text === "," && tokens[from].text !== "entity" ? openAround(tokens, at, from) : undefined
  if (open === undefined || tokens[open - 1]?.text !== "believes" || tokens[open + 2]?.text !== ",")
    return undefined
  const hint = "What they believe of one another is written `believes(Tom, believes(Ann, …))`."
  return {
    from: at,
    to: at + 1,
    code: "several-believers",
    message: "`believes` takes one person, and what they believe.",
    hint,
  }
}

/** The innermost bracket that is open before token `at`. */
function openAround(tokens: readonly Token[], at: number, from: number): number | undefined {
  let depth = 0
  for (let i = at - 1; i >= from; i--) {
    if (tokens[i].text === ")") depth++
    else if (tokens[i].text === "(" && depth-- === 0) return i
  }
  return undefined
}

const between: ReadonlySet<string> = new Set([
  "and",
  "And",
  "AND",
  "or",
  "Or",
  "OR",
  "is",
  "isnt",
  "isn't",
  "equals",
  "plus",
  "minus",
  "times",
  "in",
  "of",
  "becomes",
  "otherwise",
  "elif",
  "elsif",
  "Else",
])

/** A word where a sign should stand. */
function findWord(reading: Reading, at: number, from: number): Find | undefined {
  const { tokens } = reading.cut
  const token = tokens[at]
  if (
    token?.kind !== "word" ||
    !between.has(token.text) ||
    at <= from ||
    isDeclared(reading, "property", token.text)
  )
    return undefined
  const denied = token.text === "is" && tokens[at + 1]?.text === "not"
  const meant = denied ? "!=" : signMeant(token.text)!
  const words = denied ? "is not" : token.text
  return {
    from: at,
    to: at + (denied ? 2 : 1),
    code: "foreign-word",
    message: `\`${words}\` means nothing here.`,
    hint: `Did you mean \`${meant}\`?`,
    text: meant,
  }
}

const leading: ReadonlySet<string> = new Set([
  "not",
  "Not",
  "NOT",
  "unless",
  "all",
  "every",
  "each",
  "some",
  "any",
  "If",
  "IF",
  "when",
  "whenever",
  "and",
  "or",
])

/** A word where a sign should stand, with something after it that the parser did not expect there. */
function findWordBefore({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  const before = tokens[at - 1]
  if (
    !before ||
    at - 1 < from ||
    before.kind !== "word" ||
    !leading.has(before.text) ||
    tokens[at]?.kind !== "word"
  )
    return undefined
  const meant = before.text === "unless" ? "!" : signMeant(before.text)!
  return {
    from: at - 1,
    to: at,
    code: "foreign-word",
    message: `\`${before.text}\` means nothing here.`,
    hint: `Did you mean \`${meant}\`?`,
    text: meant,
  }
}

/** `a ? b : c` */
function findChoice({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  if (tokens[at]?.text !== "?" || at <= from) return undefined
  return {
    from: at,
    to: at + 1,
    code: "question-mark-choice",
    message: "`?` cannot stand here; it is the sign of the unknown.",
    hint: "A choice is written `if(…) … else …`.",
    isLast: true,
  }
}

/** `at who` */
function findBareProperty(reading: Reading, at: number, from: number): Find | undefined {
  const { tokens } = reading.cut
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (
    at - 1 < from ||
    before?.kind !== "word" ||
    token?.kind !== "word" ||
    !isDeclared(reading, "property", before.text)
  )
    return undefined
  const written = `${before.text}(${token.text})`
  return {
    from: at - 1,
    to: at + 1,
    code: "property-without-brackets",
    message: `What the property \`${shorten(before.text)}\` is asked of stands in round brackets.`,
    hint: `Write \`${shorten(written)}\`.`,
    ...(/^\s+$/.test(reading.text.slice(before.end, token.offset)) ? { text: written } : {}),
  }
}

/** A comma where things are joined. */
function findComma({ cut: { tokens } }: Reading, at: number, from: number): Find | undefined {
  if (tokens[at]?.text !== "," || openAround(tokens, at, from) !== undefined) return undefined
  const first = tokens[from].text
  const isFact = first === "entity"
  if (at === from + 1 && tokens[from].kind === "word" && !isFact && first !== "type") {
    return {
      from,
      to: from + 1,
      isLast: true,
      code: "entity-without-word",
      message: `Nothing says what \`${shorten(first)}\` is.`,
      hint: `Did you mean \`entity ${shorten(first)}, … : …\`?`,
    }
  }
  const next = tokens[at + 1]?.text ?? "}"
  if (
    next === "}" ||
    (beginsItem(next, tokens[at + 2]?.text) && !(next === "believes" && first !== "entity"))
  ) {
    return {
      from: at,
      to: at + 1,
      code: "comma-for-semicolon",
      message: "A comma ends nothing here.",
      hint: "Did you mean `;`?",
      text: ";",
    }
  }
  if (
    first === "type" ||
    first === "property" ||
    first === "limits" ||
    next === "," ||
    tokens[at - 1]?.text === ","
  )
    return undefined
  const sign = isFact ? ";" : "&"
  const what = isFact ? "what is said of somebody" : "conditions or effects"
  return {
    from: at,
    to: at + 1,
    code: "comma-for-join",
    message: `A comma does not join ${what}.`,
    hint: `Did you mean \`${sign}\`?`,
    text: isFact ? ";" : " &",
  }
}
