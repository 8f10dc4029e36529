/** Lists of the language's words, drawn from the table in `words.ts`: what begins where. */
import { type LanguageWord, type WordPlace, words } from "./words.js"

const table: readonly LanguageWord[] = words

const byWord: ReadonlyMap<string, LanguageWord> = new Map(table.map((each) => [each.word, each]))

/** What the table says of a word, if it is one of the language's. */
export function wordOf(word: string): LanguageWord | undefined {
  return byWord.get(word)
}

function chosen(fits: (word: LanguageWord) => boolean): readonly string[] {
  return table.filter(fits).map((each) => each.word)
}

/** The words that can stand in one of these places, in the order of the table. */
export function standingIn(...places: readonly WordPlace[]): readonly string[] {
  return chosen((each) => places.some((place) => each.places.includes(place)))
}

/** What declares something, and gives it a name. */
export const declaring: readonly string[] = chosen((each) => each.places.includes("world") && each.kind === "nameable" && each.follows.includes("name"))

/** What stands before such a word, and before which. */
export const modifiers: ReadonlyMap<string, readonly string[]> = new Map(table.flatMap(({ word, before }) => (before ? [[word, before] as const] : [])))

/** The parts of an action or trigger. */
export const parts: readonly string[] = standingIn("action", "trigger")

/** The parts that are one formula, those that are texts, and the demands that are one formula. */
export const formulaParts: ReadonlySet<string> = new Set(chosen((each) => each.holds === "formula" && parts.includes(each.word)))
export const textParts: ReadonlySet<string> = new Set(chosen((each) => each.holds === "texts"))
export const formulaDemands: ReadonlySet<string> = new Set(chosen((each) => each.holds === "formula" && each.places.includes("story")))

/** What begins an item in somebody's block. */
export const blockItems: readonly string[] = standingIn("entity")

export const demands: readonly string[] = standingIn("story")

/** What begins an item in a scenario. */
export const scenarioItems: readonly string[] = standingIn("scenario")

/** The names of the limits; they are no words of the language. */
export const limits: readonly string[] = ["author", "character", "belief"]

/** What goes through all of a kind: `forall`, `exists`, `sum`, `product`. */
export const binders: ReadonlySet<string> = new Set(chosen((each) => each.places.includes("formula") && each.follows.includes("variable")))

/** Words that mean something wherever they stand, so that nothing can be called so. */
export const reserved: ReadonlySet<string> = new Set(chosen((each) => each.kind === "reserved"))

/** Words that mean something in many places, and may be names all the same. */
export const nameable: ReadonlySet<string> = new Set(chosen((each) => each.kind === "nameable"))

/** Words that are names wherever `contextual.ts` does not find them in their place. */
export const contextual: ReadonlySet<string> = new Set(chosen((each) => each.kind === "contextual"))

/** All words that mean something somewhere. */
export const keywords: ReadonlySet<string> = new Set(byWord.keys())

/** Words with a colon directly behind them, that begin a part or an item. */
export const labels: ReadonlySet<string> = new Set(chosen((each) => each.follows.includes("colon") && !each.places.includes("rest")))

/** Behind these a colon or a bracket follows, and what they begin: a semicolon goes before them, whatever goes before that. */
const headings: ReadonlySet<string> = new Set([...parts, ...blockItems, ...demands, ...scenarioItems, ...limits])

/** Whether a word with `behind` after it begins a part, an item or an entry of its own. */
export function beginsItem(word: string, behind: string | undefined): boolean {
  if (!headings.has(word)) return false
  const follows = byWord.get(word)?.follows ?? ["colon"]
  if (follows.includes("formula") || follows.includes("name")) return behind !== ":" && behind !== "="
  if (follows.includes("round") || follows.includes("variable")) return behind === "("
  return follows.includes("brace") ? behind === "{" : behind === ":" || behind?.startsWith('"') === true
}
