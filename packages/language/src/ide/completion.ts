/** What could be written at the cursor: names that are known, in the order in which they are likely, and the words of the place. */
import { tokenize } from "../drama/tokens.js"
import { declaring, parts } from "../drama/vocabulary.js"
import { declarationsIn } from "./declarations.js"
import type { Texts } from "./references.js"
import { type Role, rolesOf } from "./roles.js"

export interface Completion {
  readonly label: string
  readonly role: Role
  /** The declaration as it is written. */
  readonly detail?: string
  readonly doc?: string
}

const builtIn = ["character", "entity", "boolean", "number"]
const beginnings = [...declaring, "utility", "every", "include", "story", "scenario", "limits", "common", "unforeseen"]
const inFormulas = ["believes", "forall", "exists", "sum", "if", "else", "True", "False"]

export function completionsAt(texts: Texts, file: string, offset: number): readonly Completion[] {
  const text = texts[file] ?? ""
  const before = tokenize(text.slice(0, offset))
  if (before.comments.some((each) => each.offset < offset && offset <= each.end && !text.slice(each.offset, each.end).endsWith("*/"))) return []
  const tokens = before.tokens.filter((each) => each.end < offset || each.kind !== "word")
  const last = tokens.at(-1)
  if (last?.kind === "quote" || last?.kind === "odd") return []
  // A name that is being given is nobody's yet.
  if ([...declaring, "story", "scenario"].includes(last?.text ?? "") && tokens.at(-2)?.text !== "every") return []
  const depth = tokens.reduce((sum, { text: sign }) => sum + (sign === "{" ? 1 : sign === "}" ? -1 : 0), 0)
  const isItem = last === undefined || ["{", "}", ";"].includes(last.text)
  const declared = Object.values(texts).flatMap((each) => declarationsIn(each))
  const names = (...roles: readonly Role[]): Completion[] => unique(declared.filter((each) => roles.includes(each.role)).map(({ name, role, header, doc }) => ({ label: name, role, detail: header, ...(doc === undefined ? {} : { doc }) })))
  if (isItem && depth <= 0) return [...keywords(beginnings), ...names("property")]
  if (isItem) return [...keywords([...parts, "wants", "believes"]), ...names("property", "entity")]
  if (last.text === ":" && isTyping(tokens.map((each) => each.text))) return [...names("type"), ...builtIn.map((label): Completion => ({ label, role: "type" }))]
  return [...variables(text, offset), ...names("property", "entity"), ...keywords(inFormulas), ...names("type", "event")]
}

function keywords(words: readonly string[]): Completion[] {
  return words.map((label) => ({ label, role: "keyword" }))
}

/** Behind the colon of a bracket or of a header stands a kind. */
function isTyping(words: readonly string[]): boolean {
  const name = words.at(-2) ?? ""
  if ([...parts, "wants", "ends", "must", "never", "first", "then", "goal", "author", "character", "belief"].includes(name)) return false
  return ["(", ",", "type", "entity", "common"].includes(words.at(-3) ?? "") || name === ")"
}

/** Names that are bound in the definition around the cursor. */
function variables(text: string, offset: number): Completion[] {
  const roles = rolesOf(text)
  const scope = roles.filter((each) => each.role === "variable" && each.offset < offset).at(-1)?.scope
  return unique(roles.filter((each) => each.role === "variable" && each.scope === scope && each.declares).map(({ text: label, role }) => ({ label, role })))
}

function unique(completions: readonly Completion[]): Completion[] {
  const seen = new Set<string>()
  return completions.filter(({ label }) => !seen.has(label) && seen.add(label))
}
