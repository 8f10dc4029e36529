/**
 * Words that are keywords only in certain places, and names everywhere else.
 *
 * The parser looks two tokens ahead, which is not enough for all of them, so each such word is classified by
 * its neighbours before parsing. A world that uses one of them as a name has the meaning it would have if
 * the language had no such word.
 */
import type { Token } from "./tokens.js"
import { type LanguageWord, words } from "./words.js"

/** Whether the word at `at` is a keyword; `tokens` are those of one definition. */
type Place = (tokens: readonly Token[], at: number) => boolean

const follows =
  (...texts: readonly string[]): Place =>
  (tokens, at) =>
    texts.includes(tokens[at + 1]?.text)
const quoted: Place = (tokens, at) => tokens[at + 1]?.kind === "quote"
const atStart: Place = (_, at) => at === 0

/** Where an item of a block begins. */
const atItem: Place = (tokens, at) => at > 0 && [";", "{", "}"].includes(tokens[at - 1].text)
/**
 * Where an item of `story { … }` or `scenario "…" { … }` begins, even if the semicolon before it is missing.
 */
const atDemand: Place = (tokens, at) =>
  isDemanding(tokens) && (atItem(tokens, at) || (at > 1 && endsFormula(tokens, at - 1)))

/** A word that a formula can end with. */
const endsFormula: Place = (tokens, at) =>
  /^[)?]$/.test(tokens[at]?.text) || ["word", "number"].includes(tokens[at]?.kind)

const both =
  (...places: readonly Place[]): Place =>
  (tokens, at) =>
    places.every((each) => each(tokens, at))

function isDemanding(tokens: readonly Token[]): boolean {
  const [first, second] = tokens
  return (
    (first.text === "story" && second?.text === "{") ||
    (first.text === "scenario" && second?.kind === "quote")
  )
}

/** Texts after the colon show that `told` is meant even where the semicolon before it is missing. */
const told: Place = (tokens, at) =>
  follows(":")(tokens, at) && !isDemanding(tokens) && (atItem(tokens, at) || tokens[at + 2]?.kind === "quote")

/** `knows(Tom, killer(`: a property of that name has only names in its brackets. */
const knows: Place = (tokens, at) =>
  tokens[at + 1]?.text === "(" && tokens[at + 3]?.text === "," && tokens[at + 5]?.text === "("

const signs = new Set(["&", "|", "=", "==", "!=", ">=", "<=", ">", "<", ":", "+", "*", "/", ",", ")"])
const isCompared: Place = (tokens, at) => signs.has(tokens[at + 1]?.text)
const isLast: Place = (tokens, at) => at + 1 >= tokens.length || follows(";", "}")(tokens, at)
const isExpect: Place = (tokens, at) =>
  tokens[at]?.text === "expect" && atDemand(tokens, at) && !isCompared(tokens, at)
const isNo: Place = (tokens, at) =>
  tokens[at]?.text === "no" && isExpect(tokens, at - 1) && !isCompared(tokens, at)
const isExpected: Place = (tokens, at) => isExpect(tokens, at - 1) || isNo(tokens, at - 1)
const opens: Place = (tokens, at) => isExpected(tokens, at) && !isCompared(tokens, at) && !isLast(tokens, at)

/** Places that the table of words cannot express. */
const special: ReadonlyMap<string, Place> = new Map<string, Place>([
  [
    "by",
    (tokens, at) =>
      (at === 2 || at === 3) &&
      tokens[0].text === "every" &&
      tokens[1].text === "action" &&
      tokens[at + 1]?.text === "(",
  ],
  [
    "story",
    (tokens, at) =>
      both(atStart, follows("{"))(tokens, at) ||
      (isExpected(tokens, at) && !isCompared(tokens, at) && !follows("(")(tokens, at)),
  ],
  ["knows", knows],
  ["told", told],
  ["says", told],
  ["wondered", told],
  ["hoped", told],
  ["feared", told],
  ["doubted", told],
  ["then", (tokens, at) => isDemanding(tokens) && follows(":")(tokens, at) && endsFormula(tokens, at - 1)],
  [
    "without",
    (tokens, at) =>
      (atStart(tokens, at) || (atItem(tokens, at) && isDemanding(tokens))) && tokens[at + 1]?.kind === "word",
  ],
  ["expect", isExpect],
  ["no", isNo],
  ["ending", opens],
  ["act", opens],
])

/**
 * The place of a word by its row in the table: before another word, before a text, or before the colon of
 * its item.
 */
function usualPlace(word: LanguageWord): Place {
  if (word.before) return both(atStart, follows(...word.before))
  if (word.follows.includes("text")) return both(atStart, quoted)
  return both(word.places.includes("scenario") ? atDemand : atItem, follows(":"))
}

const table: readonly LanguageWord[] = words

const places: ReadonlyMap<string, Place> = new Map(
  table
    .filter((each) => each.kind === "contextual")
    .map((each) => [each.word, special.get(each.word) ?? usualPlace(each)]),
)

/** Whether the word at `at`, if it is one of these, is a name. */
export function isMereName(tokens: readonly Token[], at: number): boolean {
  const place = places.get(tokens[at].text)
  return place !== undefined && !place(tokens, at)
}

/**
 * Whether the `utility` at `at` is an operand, as in `utility(Tom) > 2`: everywhere but where it begins a
 * definition or item.
 */
export function asksUtility(tokens: readonly Token[], at: number): boolean {
  return tokens[at].text === "utility" && !atStart(tokens, at) && !(isDemanding(tokens) && atItem(tokens, at))
}
