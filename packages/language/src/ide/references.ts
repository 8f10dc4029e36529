/** Where a name is meant: its declaration, everything that mentions it, and what a new name would change. */
import { tokenize } from "../drama/tokens.js"
import { type Declaration, declarationsIn, namesInBrackets } from "./declarations.js"
import { type Role, type Roled, rolesOf } from "./roles.js"

export interface Place {
  readonly file: string
  readonly offset: number
  readonly end: number
  readonly declares?: true
}

/** The texts of a world by file. */
export type Texts = Readonly<Record<string, string>>

/** Everywhere the name under the cursor is meant, in the order of the files; none if there is no name. */
export function referencesTo(texts: Texts, file: string, offset: number): readonly Place[] {
  const wanted = nameAt(texts[file] ?? "", offset)
  if (wanted === undefined) return []
  const files = wanted.role === "variable" ? [file] : Object.keys(texts)
  return files.flatMap((each) => rolesOf(texts[each]).filter((one) => isSame(one, wanted)).map((one) => ({
    file: each, offset: one.offset, end: one.end, ...(one.declares ? { declares: true as const } : {}),
  })))
}

/** Where the name under the cursor is declared; several where what share it cannot be told apart by how many names their brackets take. */
export function definitionOf(texts: Texts, file: string, offset: number): readonly Place[] {
  const places = referencesTo(texts, file, offset).filter((each) => each.declares)
  const own = places.filter((each) => each.file === file && each.offset <= offset && offset <= each.end)
  if (own.length > 0 || places.length < 2) return own.length > 0 ? own : places
  const meant = declarationsMeant(texts, file, nameAt(texts[file], offset)!)
  const fitting = places.filter((each) => meant.some((one) => one.file === each.file && one.offset === each.offset))
  return fitting.length > 0 ? fitting : places
}

/** The declarations that a name can mean: those of its kind, and of several that share it those that take as many names as stand behind it. */
export function declarationsMeant(texts: Texts, file: string, name: Roled): readonly (Declaration & { readonly file: string })[] {
  const all = Object.entries(texts).flatMap(([each, text]) => declarationsIn(text).map((one) => ({ ...one, file: each })))
  const named = all.filter((each) => each.name === name.text && each.role === name.role)
  if (named.length < 2) return named
  if (name.declares) return named.filter((each) => each.file === file && each.offset === name.offset)
  const { tokens } = tokenize(texts[file])
  const at = tokens.findIndex((each) => each.offset === name.offset)
  // A fact in somebody's block leaves them out.
  const isInBlock = all.some((each) => each.file === file && each.word === "entity" && each.from < name.offset && name.offset < each.to)
  const beginsItem = ["{", ";", "}"].includes(tokens[tokens[at - 1]?.text === "!" ? at - 2 : at - 1]?.text)
  const given = namesInBrackets(tokens, at + 1) + (isInBlock && beginsItem ? 1 : 0)
  const fitting = named.filter((each) => each.takes === given)
  return fitting.length > 0 ? fitting : named
}

/** The texts with another name for what is under the cursor; undefined if there is no name, or the new one could not be one. */
export function renamed(texts: Texts, file: string, offset: number, name: string): Texts | undefined {
  const places = referencesTo(texts, file, offset)
  if (places.length === 0 || !/^\p{Alphabetic}[^\s(){}[\],;:*/+\-&|!=><"']*$/u.test(name)) return undefined
  return Object.fromEntries(Object.entries(texts).map(([each, text]) => {
    const own = places.filter((one) => one.file === each).sort((a, b) => b.offset - a.offset)
    return [each, own.reduce((done, one) => done.slice(0, one.offset) + name + done.slice(one.end), text)]
  }))
}

const names = new Set<Role>(["type", "entity", "property", "event", "variable"])

/** The name that the cursor stands in or directly behind. */
export function nameAt(text: string, offset: number): Roled | undefined {
  return rolesOf(text).find((each) => names.has(each.role) && each.offset <= offset && offset <= each.end)
}

function isSame(one: Roled, wanted: Roled): boolean {
  return one.role === wanted.role && one.text === wanted.text && one.scope === wanted.scope
}
