/** Lists of the language's words, derived from the table in `words.ts`. */
import type { Limits } from "@dramaturg/model"
import { type LanguageWord, type WordPlace, words } from "./words.js"

const table: readonly LanguageWord[] = words

const byWord: ReadonlyMap<string, LanguageWord> = new Map(table.map((each) => [each.word, each]))

/** The row of a word in the table, if it is one of the language's. */
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

/** Words that declare and name something. */
export const declaring: readonly string[] = chosen(
  (each) => each.places.includes("world") && each.kind === "nameable" && each.follows.includes("name"),
)

/** Words that modify a declaration, and which ones. */
export const modifiers: ReadonlyMap<string, readonly string[]> = new Map(
  table.flatMap(({ word, before }) => (before ? [[word, before] as const] : [])),
)

/** The parts of an action or trigger. */
export const parts: readonly string[] = standingIn("action", "trigger")

/**
 * The parts, a property's included, that are one formula, those that are texts, and the demands that are one
 * formula.
 */
export const formulaParts: ReadonlySet<string> = new Set(
  chosen(
    (each) => each.holds === "formula" && (parts.includes(each.word) || each.places.includes("property")),
  ),
)
export const textParts: ReadonlySet<string> = new Set(chosen((each) => each.holds === "texts"))
export const formulaDemands: ReadonlySet<string> = new Set(
  chosen((each) => each.holds === "formula" && each.places.includes("story")),
)

/** Words that begin an item in an entity's block. */
export const blockItems: readonly string[] = standingIn("entity")

export const demands: readonly string[] = standingIn("story")

/** Words that begin an item in a scenario. */
export const scenarioItems: readonly string[] = standingIn("scenario")

/** The names of the limits; they are no keywords. */
export const limits: readonly string[] = [
  "author",
  "character",
  "belief",
  "cases",
  "infer",
] satisfies readonly (keyof Limits)[]

/** Words that bind a variable: `forall`, `exists`, `sum`, `product`. */
export const binders: ReadonlySet<string> = new Set(
  chosen((each) => each.places.includes("formula") && each.follows.includes("variable")),
)

/** Keywords wherever they stand, so that nothing can have their name. */
export const reserved: ReadonlySet<string> = new Set(chosen((each) => each.kind === "reserved"))

/** Keywords in many places that may still be names. */
export const nameable: ReadonlySet<string> = new Set(chosen((each) => each.kind === "nameable"))

/** Words that are names except where `contextual.ts` finds them to be keywords. */
export const contextual: ReadonlySet<string> = new Set(chosen((each) => each.kind === "contextual"))

/** All keywords. */
export const keywords: ReadonlySet<string> = new Set(chosen((each) => each.kind !== "asked"))

/** What can be asked of the action in `every action`, where no property has the name. */
export const asked: ReadonlySet<string> = new Set(chosen((each) => each.kind === "asked"))

/** Words with a colon directly after them, that begin a part or an item. */
export const labels: ReadonlySet<string> = new Set(
  chosen((each) => each.follows.includes("colon") && !each.places.includes("rest")),
)

/**
 * A colon or a bracket follows these, and they begin a part, item or entry: so a semicolon stands before
 * them.
 */
const labelWords: ReadonlySet<string> = new Set([
  ...parts,
  ...formulaParts,
  ...blockItems,
  ...demands,
  ...scenarioItems,
  ...limits,
])

/** Whether a word, followed by `behind`, begins a part, an item or an entry. */
export function beginsItem(word: string, behind: string | undefined): boolean {
  if (!labelWords.has(word)) return false
  const follows = byWord.get(word)?.follows ?? ["colon"]
  if (follows.includes("formula") || follows.includes("name")) return behind !== ":" && behind !== "="
  if (follows.includes("round") || follows.includes("variable")) return behind === "("
  return follows.includes("brace") ? behind === "{" : behind === ":" || behind?.startsWith('"') === true
}
