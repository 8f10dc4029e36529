/**
 * Segmentation: finds where each definition begins and ends before anything is parsed.
 *
 * Each definition is then parsed by itself, so a forgotten bracket makes one definition unreadable and not
 * the rest of the world. Nesting too deep for the parser (brackets in brackets, `if`s in `if`s) is found
 * here, by counting.
 */
import type { Token } from "./tokens.js"
import { binders, declaring, modifiers } from "./vocabulary.js"

export interface SegmentError {
  /**
   * `inside`: a definition stands at `at` inside the braces of another. `follower`: the rest of that other
   * definition.
   */
  readonly kind: "unclosed-bracket" | "stray-bracket" | "too-deep" | "square-bracket" | "inside" | "follower"
  readonly at: number
  /** The token at which the missing bracket shows. */
  readonly until?: number
}

/** The tokens of one definition, `to` not included. */
export interface Range {
  readonly from: number
  readonly to: number
  /** Why it cannot be parsed. */
  readonly error: SegmentError | undefined
  /** The next definition begins though nothing ends this one. */
  readonly isUnended: boolean
}

/** Nested brackets and `if`s; the parser can take half as many again. */
export const deepest = 200
const mostTokens = 10_000

const partners: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" }
const reaching: ReadonlySet<string> = new Set(["if", ...binders])
const keywords = new Set(declaring)

/** Whether the word at `at` and the next begin a definition together: `common property`. */
export function isModifier(tokens: readonly Token[], at: number): boolean {
  return modifiers.get(tokens[at]?.text)?.includes(tokens[at + 1]?.text) === true
}

/**
 * Whether the word at `at` begins a definition that has no name of a word after it: `include "…"`, `story
 * {`.
 */
export function opensWithoutName(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]]
  if (word.text === "story" || word.text === "limits") return next?.text === "{"
  return (word.text === "include" || word.text === "scenario") && next?.kind === "quote"
}

interface Level {
  readonly at: number
  readonly bracket: string
  /** How many `if`s and quantifiers are open on this level. */
  reaches: number
}

interface Walk {
  readonly tokens: readonly Token[]
  readonly startsLine: (index: number) => boolean
  readonly ranges: Range[]
  levels: Level[]
  /** Brackets, `if`s and quantifiers around the current token. */
  depth: number
  nots: number
  from: number
  error: SegmentError | undefined
  /** The range that was ended because a definition began inside its braces, and where. */
  cut: { readonly range: number; readonly opener: number; readonly at: number } | undefined
}

export function segmentsOf(text: string, tokens: readonly Token[]): Range[] {
  const startsLine = (index: number) =>
    index === 0 || /[\n\r]/.test(text.slice(tokens[index - 1].end, tokens[index].offset))
  const walk: Walk = {
    tokens,
    startsLine,
    ranges: [],
    levels: [],
    depth: 0,
    nots: 0,
    from: 0,
    error: undefined,
    cut: undefined,
  }
  beginLevels(walk)
  tokens.forEach((_, i) => step(walk, i))
  abandonAll(walk, tokens.length)
  endRange(walk, tokens.length, false)
  return walk.ranges
}

function beginLevels(walk: Walk): void {
  walk.levels = [{ at: -1, bracket: "", reaches: 0 }]
  walk.depth = 0
  walk.nots = 0
}

function step(walk: Walk, i: number): void {
  const { kind, text } = walk.tokens[i]
  if (kind === "word" && beginsDefinition(walk, i)) breakBefore(walk, i)
  walk.nots = text === "!" ? walk.nots + 1 : 0
  if (kind === "sign") meetSign(walk, i, text)
  else if (kind === "word" && reaching.has(text)) reach(walk)
  if (walk.depth + walk.nots > deepest || i - walk.from > mostTokens) blame(walk, "too-deep", i)
}

function meetSign(walk: Walk, i: number, sign: string): void {
  if (sign === "(" || sign === "[" || sign === "{") open(walk, i, sign)
  else if (sign === ")" || sign === "]" || sign === "}") close(walk, i, sign)
  else if (sign === ";") separate(walk, i)
  else if (sign === ",") leaveReaches(walk)
}

function breakBefore(walk: Walk, i: number): void {
  const opener = walk.levels[1]
  const isInside = walk.levels.length === 2 && opener.bracket === "{" && !walk.error
  abandonAll(walk, i)
  if (isInside) walk.cut = { range: walk.ranges.length, opener: opener.at, at: i }
  endRange(walk, i, walk.tokens[i - 1].text !== ";" && walk.tokens[i - 1].text !== "}")
}

function open(walk: Walk, i: number, bracket: string): void {
  if (bracket === "[") blame(walk, "square-bracket", i)
  walk.levels.push({ at: i, bracket, reaches: 0 })
  walk.depth++
}

function close(walk: Walk, i: number, closer: string): void {
  const bracket = partners[closer]
  if (walk.levels.length > deepest * 2 && walk.error) return leaveAt(walk, closer)
  if (!walk.levels.some((each) => each.bracket === bracket)) {
    if (closer === "}" && walk.cut) return closeCut(walk, i)
    return blame(walk, "stray-bracket", i)
  }
  while (walk.levels.at(-1)!.bracket !== bracket) abandon(walk, i)
  leave(walk)
  if (closer === "}" && walk.levels.length === 1) endRange(walk, i + 1, false)
}

/**
 * Closes the braces that seemed unclosed when a definition began inside them: so that definition stands
 * inside them, and the statements around it were part of the block.
 */
function closeCut(walk: Walk, i: number): void {
  const { range, at } = walk.cut!
  walk.cut = undefined
  endRange(walk, i, false)
  walk.ranges[range] = { ...walk.ranges[range], error: { kind: "inside", at }, isUnended: false }
  for (let k = range + 1; k < walk.ranges.length; k++) {
    const each = walk.ranges[k]
    if (beginsBlocklessly(walk.tokens, each.from)) continue
    walk.ranges[k] = { ...each, error: { kind: "follower", at: each.from }, isUnended: false }
  }
  walk.from = i + 1
}

function beginsBlocklessly(tokens: readonly Token[], at: number): boolean {
  return keywords.has(tokens[at].text) || isModifier(tokens, at) || opensWithoutName(tokens, at)
}

/**
 * The definition is too deep to be read: only the innermost bracket is compared, so that segmentation stays
 * fast.
 */
function leaveAt(walk: Walk, closer: string): void {
  if (walk.levels.at(-1)!.bracket === partners[closer]) leave(walk)
}

/**
 * A semicolon stands inside braces or at the top level, so other brackets still open here were never closed.
 */
function separate(walk: Walk, i: number): void {
  while (walk.levels.length > 1 && walk.levels.at(-1)!.bracket !== "{") abandon(walk, i)
  leaveReaches(walk)
  if (walk.levels.length > 1) return
  endRange(walk, i, false)
  walk.from = i + 1
}

function reach(walk: Walk): void {
  walk.levels.at(-1)!.reaches++
  walk.depth++
}

function leaveReaches(walk: Walk): void {
  const level = walk.levels.at(-1)!
  walk.depth -= level.reaches
  level.reaches = 0
}

function leave(walk: Walk): Level {
  leaveReaches(walk)
  walk.depth--
  return walk.levels.pop()!
}

function abandon(walk: Walk, until: number): void {
  blame(walk, "unclosed-bracket", leave(walk).at, until)
}

function abandonAll(walk: Walk, until: number): void {
  while (walk.levels.length > 1) abandon(walk, until)
}

function blame(walk: Walk, kind: SegmentError["kind"], at: number, until?: number): void {
  walk.error ??= until === undefined ? { kind, at } : { kind, at, until }
}

function endRange(walk: Walk, to: number, isUnended: boolean): void {
  if (to > walk.from) walk.ranges.push({ from: walk.from, to, error: walk.error, isUnended })
  walk.from = to
  walk.error = undefined
  beginLevels(walk)
}

/**
 * Whether a definition must begin at `i` although the one before it has not ended. A keyword and a name side
 * by side occur nowhere else; inside brackets this counts only at the beginning of a line, because there it
 * may as well be a slip.
 */
function beginsDefinition(walk: Walk, i: number): boolean {
  if (i === walk.from) return false
  const { tokens } = walk
  const next = tokens[i + 1]
  const inside = walk.levels.length > 1
  if (tokens[i].text === "utility") return beginsUtility(walk, i)
  if (opensWithoutName(tokens, i))
    return walk.startsLine(i) && !(tokens[i].text === "limits" && isInScenario(walk))
  if (isModifier(tokens, i)) return !inside || walk.startsLine(i)
  if (!keywords.has(tokens[i].text) || next?.kind !== "word" || isTail(next.text)) return false
  if (i - 1 === walk.from && isModifier(tokens, i - 1)) return false
  if (i - 1 === walk.from && keywords.has(tokens[i - 1].text)) return false
  return !inside || walk.startsLine(i)
}

/** Limits and wants may stand inside the braces of a scenario. */
function isInScenario({ tokens, from, levels }: Walk): boolean {
  return tokens[from].text === "scenario" && tokens[from + 1]?.kind === "quote" && levels.length > 1
}

/** `utility(Tom):` begins a definition; `utility(Tom)` without a colon is a value. */
function beginsUtility(walk: Walk, i: number): boolean {
  return isLabel(walk.tokens, i) && !isInScenario(walk) && (walk.levels.length === 1 || walk.startsLine(i))
}

/** `utility(Tom):`, `utility() "…":` */
function isLabel(tokens: readonly Token[], i: number): boolean {
  const close = tokens[i + 2]?.text === ")" ? i + 2 : i + 3
  return (
    tokens[i + 1]?.text === "(" &&
    tokens[close]?.text === ")" &&
    (tokens[close + 1]?.text === ":" || tokens[close + 1]?.kind === "quote")
  )
}

/** Words that can follow a name that happens to be a keyword: `if(a) trigger else …`. */
function isTail(word: string): boolean {
  return word === "else" || word === "elseif"
}
