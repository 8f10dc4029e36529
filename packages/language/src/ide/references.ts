/** Where a name is meant: its declaration, everything that mentions it, and what a new name would change. */
import { tokenize } from "../syntax/tokens.js"
import { type Declaration, declarationsIn, namesInBrackets } from "./declarations.js"
import { isReserved, placeholdersOf, quotesOf, type Role, type Roled, rolesOf } from "./roles.js"

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
  return files.flatMap((each) => namesOf(texts[each]).filter((one) => isSame(one, wanted)).map((one) => ({
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

/**
 * The texts with another name for what is under the cursor, and with the words of the new name where `told` has those of the old one;
 * undefined if there is no name, or the new one could not be one.
 */
export function renamed(texts: Texts, file: string, offset: number, name: string, told: readonly Place[] = []): Texts | undefined {
  const places = referencesTo(texts, file, offset)
  if (places.length === 0 || !/^\p{Alphabetic}[^\s(){}[\],;:*/+\-&|!=><"']*$/u.test(name)) return undefined
  const edits = [...places.map((each) => ({ ...each, put: () => name })), ...told.map((each) => ({ ...each, put: (old: string) => inWords(name, old) }))]
  return Object.fromEntries(Object.entries(texts).map(([each, text]) => {
    const own = edits.filter((one) => one.file === each).sort((a, b) => b.offset - a.offset)
    return [each, own.reduce((done, { offset, end, put }) => done.slice(0, offset) + put(done.slice(offset, end)) + done.slice(end), text)]
  }))
}

/** A capital stays where there was one. */
function inWords(name: string, old: string): string {
  const words = wordsOf(name).join(" ")
  return /^\p{Lu}/u.test(old) ? words[0].toUpperCase() + words.slice(1) : words.toLowerCase()
}

/** What has the name already that somebody wants to give to the one under the cursor; undefined: nothing has. */
export function bearerOf(texts: Texts, file: string, offset: number, name: string): Role | undefined {
  const wanted = nameAt(texts[file] ?? "", offset)
  if (wanted === undefined || wanted.text === name) return undefined
  if (isReserved(name)) return "keyword"
  if (builtIn.has(name)) return "type"
  const isTaken = ({ role, text, declares, scope }: Roled): boolean =>
    declares === true && text === name && (role !== "variable" || wanted.role !== "variable" || scope === wanted.scope)
  const files = Object.keys(texts).filter((each) => each === file || wanted.role !== "variable")
  const others = wanted.role === "variable" ? Object.keys(texts).filter((each) => each !== file) : []
  return files.flatMap((each) => namesOf(texts[each])).find(isTaken)?.role ?? others.flatMap((each) => namesOf(texts[each])).find((each) => each.role !== "variable" && isTaken(each))?.role
}

const builtIn = new Set(["entity", "character", "number", "boolean"])

/** Where what is told has the name under the cursor as a word or as words: `Garden` in `told: "the old garden"`. */
export function toldOf(texts: Texts, file: string, offset: number): readonly Place[] {
  const wanted = nameAt(texts[file] ?? "", offset)
  if (wanted === undefined || wanted.role === "variable") return []
  const words = wordsOf(wanted.text).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s-]+")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_{])${words}(?![\\p{L}\\p{N}_])(?![^{}]*\\})`, "giu")
  return Object.keys(texts).flatMap((each) => quotesOf(texts[each]).filter((one) => one.isTold).flatMap(({ quote }) =>
    [...texts[each].slice(quote.offset, quote.end).matchAll(pattern)].map(({ 0: found, index }) => ({ file: each, offset: quote.offset + index, end: quote.offset + index + found.length }))))
}

/** `BigHouse`, `big_house`: big, house. */
function wordsOf(name: string): readonly string[] {
  return name.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").split(/[\s_]+/).filter((each) => each !== "")
}

function namesOf(text: string): readonly Roled[] {
  return [...rolesOf(text), ...placeholdersOf(text)].filter((each) => names.has(each.role))
}

const names = new Set<Role>(["type", "entity", "property", "event", "variable"])

/** The name that the cursor stands in or directly behind. */
export function nameAt(text: string, offset: number): Roled | undefined {
  return namesOf(text).find((each) => each.offset <= offset && offset <= each.end)
}

function isSame(one: Roled, wanted: Roled): boolean {
  return one.role === wanted.role && one.text === wanted.text && one.scope === wanted.scope
}
