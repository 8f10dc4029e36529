/** The words of the language, in one table: what begins where. Whoever reads, colours, completes or corrects takes them from here. */

/** What declares something, and gives it a name. */
export const declaring: readonly string[] = ["type", "entity", "property", "action", "trigger"]

/** What stands before such a word, and before which. */
export const modifiers: ReadonlyMap<string, readonly string[]> = new Map([
  ["common", ["property"]], ["unforeseen", ["trigger", "action"]], ["every", ["action"]],
])

/** The parts of an action or trigger. */
export const parts: readonly string[] = ["precondition", "effect", "consenting", "observing", "takes", "told", "says"]

/** What begins an item in somebody's block. */
export const blockItems: readonly string[] = ["wants", "believes", "told"]

export const demands: readonly string[] = ["must", "never", "first", "ends"]

/** What begins an item in a scenario. */
export const scenarioItems: readonly string[] = [...demands, "goal", "expect", "without", "limits", "utility"]

export const limits: readonly string[] = ["author", "character", "belief"]

/** Words that mean something wherever they stand, so that nothing can be called so. */
export const reserved: ReadonlySet<string> = new Set(["if", "elseif", "else", "forall", "exists", "sum", "product", "believes", "utility", "True", "False"])

/** Behind these a colon or a bracket follows, and what they begin: a semicolon goes before them, whatever goes before that. */
const headings: ReadonlySet<string> = new Set([...parts, ...blockItems, ...demands, ...scenarioItems, ...limits])

/** Whether a word with `behind` after it begins a part, an item or an entry of its own. */
export function beginsItem(word: string, behind: string | undefined): boolean {
  if (!headings.has(word)) return false
  if (word === "believes" || word === "expect" || word === "without") return behind !== ":" && behind !== "="
  if (word === "observing" || word === "utility") return behind === "("
  return word === "limits" ? behind === "{" : behind === ":" || behind?.startsWith('"') === true
}

/** Words that mean something in many places, and may be names all the same. */
export const nameable: ReadonlySet<string> = new Set([
  ...declaring, "limits", "wants", "precondition", "effect", "consenting", "observing",
])

/** All words that mean something somewhere; `contextual.ts` says where those that are neither reserved nor nameable do. */
export const keywords: ReadonlySet<string> = new Set([
  ...reserved, ...nameable, ...modifiers.keys(), ...parts, ...demands, "goal", "expect", "without", "no", "story", "ending", "act", "then",
  "include", "scenario", "by",
])
