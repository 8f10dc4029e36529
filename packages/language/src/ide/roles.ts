/**
 * The role of each word of a text, for highlighting and for finding names and their uses. It is computed
 * from the same tokens and segments that the parser gets, without parsing, so an error costs at most the
 * roles of the definition it is in.
 */
import { isMereName } from "../syntax/contextual.js"
import { type Range, isModifier, segmentsOf } from "../syntax/segments.js"
import { type Token, tokenize } from "../syntax/tokens.js"
import { contextual, declaring, nameable, reserved, textParts } from "../syntax/vocabulary.js"
import { kept } from "./kept.js"

export type Role =
  | "keyword"
  | "literal"
  | "number"
  | "quote"
  | "sign"
  | "odd"
  | "comment"
  | "doc"
  | "type"
  | "entity"
  | "property"
  | "event"
  | "variable"
  | "label"

/**
 * A span of text with its role. `declares`: the name is declared here; `scope`: the definition in which a
 * variable is visible.
 */
export interface Roled {
  readonly role: Role
  readonly text: string
  readonly offset: number
  readonly end: number
  readonly declares?: true
  readonly scope?: number
}

const literals = new Set(["True", "False", "?"])
const heads = new Set(declaring)
const labels = new Set([...nameable].filter((each) => !heads.has(each) && each !== "limits"))

/** All words, signs and comments in the order of the text. */
export const rolesOf = kept((text): readonly Roled[] => {
  const { tokens, comments } = tokenize(text)
  const known = new Map<string, Role>()
  const ranges = segmentsOf(text, tokens)
  for (const range of ranges) noteHead(tokens, range, known)
  const words = ranges.flatMap((range, i) => rolesIn(tokens.slice(range.from, range.to), i, known))
  const covered = new Set(words.map((each) => each.offset))
  const rest = tokens
    .filter((each) => !covered.has(each.offset))
    .map((each): Roled => ({ ...placed(each), role: "sign" }))
  const notes = comments.map(
    ({ kind, text: shown, offset, end }): Roled => ({
      role: kind === "doc" ? "doc" : "comment",
      text: shown,
      offset,
      end,
    }),
  )
  return [...words, ...rest, ...notes].sort((a, b) => a.offset - b.offset)
})

/**
 * The names in the placeholders of `told` texts: `{who}`, `{Tom's}`, `{who.they}`. They are inside quotes,
 * which are one token in the list above.
 */
export const placeholdersOf = kept((text): readonly Roled[] => {
  return quotesOf(text).flatMap(({ quote, bound, scope }) =>
    [...text.slice(quote.offset, quote.end).matchAll(/(\{\s*)([^{}\s.'’]+)/g)].map(
      ({ 1: brace, 2: name, index }): Roled => {
        const offset = quote.offset + index + brace.length
        return {
          role: bound.has(name) ? "variable" : "entity",
          text: name,
          offset,
          end: offset + name.length,
          ...(bound.has(name) ? { scope } : {}),
        }
      },
    ),
  )
})

interface Quoted {
  readonly quote: Token
  /** The texts after `told` or `says`, as opposed to titles and paths. */
  readonly isTold: boolean
  readonly bound: ReadonlySet<string>
  readonly scope: number
}

export function quotesOf(text: string): readonly Quoted[] {
  const { tokens } = tokenize(text)
  return segmentsOf(text, tokens).flatMap(({ from, to }, scope) => {
    const own = tokens.slice(from, to)
    const bound = boundIn(own)
    let isTold = false
    return own.flatMap((each, i): readonly Quoted[] => {
      if (each.text === ";" || each.text === "}") isTold = false
      if (textParts.has(each.text) && (own[i + 1]?.text === ":" || own[i + 1]?.kind === "quote"))
        isTold = true
      return each.kind === "quote" ? [{ quote: each, isTold, bound, scope }] : []
    })
  })
}

function boundIn(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.flatMap((each, i) => (isBinding(tokens, i) ? [each.text] : [])))
}

/** Words that are keywords wherever they stand, and so cannot be names. */
export function isReserved(word: string): boolean {
  return reserved.has(word) || literals.has(word) || heads.has(word)
}

function placed({ text, offset, end }: Token): Pick<Roled, "text" | "offset" | "end"> {
  return { text, offset, end }
}

/** Properties and events look alike where they are used, so their declared names are collected first. */
function noteHead(tokens: readonly Token[], { from, to }: Range, known: Map<string, Role>): void {
  const at = isModifier(tokens, from) ? from + 1 : from
  const role = roleOfHead(tokens[at]?.text)
  if (role === undefined) return
  for (let i = at + 1; i < to && (tokens[i].kind === "word" || tokens[i].text === ","); i++) {
    if (tokens[i].kind === "word")
      known.set(`${role === "property" || role === "event" ? "call" : "name"} ${tokens[i].text}`, role)
  }
}

function roleOfHead(word: string | undefined): Role | undefined {
  return word === "action" || word === "trigger"
    ? "event"
    : word !== undefined && heads.has(word)
      ? (word as Role)
      : undefined
}

interface Walk {
  readonly tokens: readonly Token[]
  readonly known: ReadonlyMap<string, Role>
  readonly bound: ReadonlySet<string>
  readonly head: number
  /** The index at which the header ends: at its brace, or at the end. */
  readonly body: number
  readonly scope: number
}

function rolesIn(
  tokens: readonly Token[],
  scope: number,
  known: ReadonlyMap<string, Role>,
): readonly Roled[] {
  const head = isModifier(tokens, 0) ? 1 : 0
  const brace = tokens.findIndex((each) => each.text === "{")
  const walk: Walk = {
    tokens,
    known,
    bound: boundIn(tokens),
    head,
    body: brace < 0 ? tokens.length : brace,
    scope,
  }
  return tokens.map((token, i) => roled(walk, token, i))
}

function roled(walk: Walk, token: Token, i: number): Roled {
  const place = placed(token)
  if (literals.has(token.text)) return { ...place, role: "literal" }
  if (token.kind !== "word") return { ...place, role: token.kind }
  const role = roleOfWord(walk, i)
  const declares =
    role !== "keyword" && (isDeclared(walk, i) || (role === "variable" && isBinding(walk.tokens, i)))
  return {
    ...place,
    role,
    ...(declares ? { declares: true as const } : {}),
    ...(role === "variable" ? { scope: walk.scope } : {}),
  }
}

function roleOfWord(walk: Walk, i: number): Role {
  const { tokens, known, bound, head } = walk
  const { text } = tokens[i]
  if (isKeyword(walk, i)) return "keyword"
  if (tokens[0].text === "every" && i === 2) return "event"
  if (isDeclared(walk, i)) return roleOfHead(tokens[head].text)!
  if (isBinding(tokens, i)) return "variable"
  if (isTypePlace(walk, i)) return "type"
  if (tokens[0].text === "limits" || (tokens[i - 1]?.text === "," && tokens[i - 2]?.kind === "quote"))
    return "label"
  if (isListed(tokens, i)) return "event"
  if (tokens[i + 1]?.text === "(" || isFact(walk, i)) return known.get(`call ${text}`) ?? "property"
  if (bound.has(text)) return "variable"
  return known.get(`name ${text}`) === "type" ? "type" : "entity"
}

function isKeyword({ tokens, head }: Walk, i: number): boolean {
  const { text } = tokens[i]
  if (reserved.has(text)) return true
  if (i <= head && (heads.has(text) || isModifier(tokens, i))) return true
  if (text === "action" && i === 1 && tokens[0].text === "every") return true
  if (text === "limits") return tokens[i + 1]?.text === "{"
  if (labels.has(text))
    return (
      isItem(tokens, i) &&
      (tokens[i + 1]?.text === ":" || tokens[i + 1]?.kind === "quote" || text === "observing")
    )
  return contextual.has(text) && !isMereName(tokens, i)
}

function isItem(tokens: readonly Token[], i: number): boolean {
  return i > 0 && ["{", ";", "}"].includes(tokens[i - 1].text)
}

/** Between the head of a definition and its colon or bracket. */
function isDeclared({ tokens, head, body }: Walk, i: number): boolean {
  if (i <= head || i >= body || tokens[0].text === "every" || roleOfHead(tokens[head].text) === undefined)
    return false
  for (let at = head + 1; at < i; at++)
    if (tokens[at].kind !== "word" && tokens[at].text !== ",") return false
  return true
}

/** `(who : character` and `, to : place` in the brackets of a header, a quantifier, an `observing`. */
function isBinding(tokens: readonly Token[], i: number): boolean {
  if (tokens[i].kind !== "word" || tokens[i + 1]?.text !== ":" || tokens[i + 2]?.kind !== "word") return false
  const before = tokens[i - 1]?.text
  return (before === "(" || before === ",") && [",", ")"].includes(tokens[i + 3]?.text)
}

function isTypePlace(walk: Walk, i: number): boolean {
  const { tokens, head, body } = walk
  if (isBinding(tokens, i - 2 < 0 ? 0 : i - 2) && tokens[i - 1]?.text === ":") return true
  if (
    i < body &&
    i > head &&
    ["type", "entity", "property"].includes(tokens[head].text) &&
    depthAt(tokens, i) === 0
  ) {
    return hasColon(tokens, head, i)
  }
  if (tokens[i - 1]?.text !== ":" || tokens[i + 1]?.text === "(") return false
  const before = tokens[i - 2]
  if (before === undefined || before.kind === "quote" || isKeyword(walk, i - 2)) return false
  return (
    walk.known.get(`name ${tokens[i].text}`) === "type" &&
    (before.text !== ")" || !closesLabel(tokens, i - 2))
  )
}

/** The bracket of `utility(Tom):` and `observing(c : character):`, after which a formula stands. */
function closesLabel(tokens: readonly Token[], close: number): boolean {
  for (let i = close, depth = 0; i >= 0; i--) {
    if (tokens[i].text === ")") depth++
    else if (tokens[i].text === "(" && --depth === 0)
      return ["utility", "observing"].includes(tokens[i - 1]?.text)
  }
  return false
}

function hasColon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (tokens[at].text === ":" && depthAt(tokens, at) === 0) return true
  return false
}

function depthAt(tokens: readonly Token[], i: number): number {
  let depth = 0
  for (let at = 0; at < i; at++) depth += tokens[at].text === "(" ? 1 : tokens[at].text === ")" ? -1 : 0
  return depth
}

/** `without swear, curfew;` */
function isListed(tokens: readonly Token[], i: number): boolean {
  let at = i - 1
  while (at > 0 && (tokens[at].text === "," || (tokens[at].kind === "word" && tokens[at - 1].text === ",")))
    at--
  return (
    tokens[at]?.text === "without" ||
    (tokens[at]?.kind === "word" && tokens[at - 1]?.text === "without" && tokens[i - 1].text === ",")
  )
}

/** In an entity's block the entity is left out: `lame;`, `!asleep;`, `at = Kitchen;`. */
function isFact({ tokens, head, body }: Walk, i: number): boolean {
  if (tokens[head].text !== "entity" || i < body) return false
  const at = tokens[i - 1].text === "!" ? i - 1 : i
  return isItem(tokens, at) && ["=", "==", ";", "}", undefined].includes(tokens[i + 1]?.text)
}
