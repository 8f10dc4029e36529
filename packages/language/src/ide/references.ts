/** References: a name's declaration, all its uses, and the edits that rename it. */
import { tokenize } from "../syntax/tokens.js"
import { type Declaration, declarationsIn, namesInBrackets } from "./declarations.js"
import { kept } from "./kept.js"
import { isReserved, placeholdersOf, quotesOf, type Role, type Roled, rolesOf } from "./roles.js"

/** A span of text in a file of the world. */
export interface Place {
  readonly file: string
  readonly offset: number
  readonly end: number
  readonly declares?: true
}

/** The texts of a world by file. */
export type Texts = Readonly<Record<string, string>>

/** All uses of the name under the cursor, in the order of the files; empty if there is no name. */
export function referencesTo(texts: Texts, file: string, offset: number): readonly Place[] {
  const wanted = nameAt(texts[file] ?? "", offset)
  if (wanted === undefined) return []
  const files = wanted.role === "variable" ? [file] : Object.keys(texts)
  return files.flatMap((each) =>
    namesOf(texts[each])
      .filter((one) => isSame(one, wanted))
      .map((one) => ({
        file: each,
        offset: one.offset,
        end: one.end,
        ...(one.declares ? { declares: true as const } : {}),
      })),
  )
}

/**
 * The declarations of the name under the cursor. There are several if declarations share the name and take
 * equally many arguments.
 */
export function definitionOf(texts: Texts, file: string, offset: number): readonly Place[] {
  const places = referencesTo(texts, file, offset).filter((each) => each.declares)
  const own = places.filter((each) => each.file === file && each.offset <= offset && offset <= each.end)
  if (own.length > 0 || places.length < 2) return own.length > 0 ? own : places
  const meant = declarationsMeant(texts, file, nameAt(texts[file], offset)!)
  const fitting = places.filter((each) =>
    meant.some((one) => one.file === each.file && one.offset === each.offset),
  )
  return fitting.length > 0 ? fitting : places
}

/**
 * The declarations that a name can refer to: those of its role; of several that share it, those that take as
 * many arguments as the use has.
 */
export function declarationsMeant(
  texts: Texts,
  file: string,
  name: Roled,
): readonly (Declaration & { readonly file: string })[] {
  const all = Object.entries(texts).flatMap(([each, text]) =>
    declarationsIn(text).map((one) => ({ ...one, file: each })),
  )
  const named = all.filter((each) => each.name === name.text && each.role === name.role)
  if (named.length < 2) return named
  if (name.declares) return named.filter((each) => each.file === file && each.offset === name.offset)
  const { tokens } = tokenize(texts[file])
  const at = tokens.findIndex((each) => each.offset === name.offset)
  // A fact in an entity's block leaves the first argument out.
  const isInBlock = all.some(
    (each) =>
      each.file === file && each.word === "entity" && each.from < name.offset && name.offset < each.to,
  )
  const beginsItem = ["{", ";", "}"].includes(tokens[tokens[at - 1]?.text === "!" ? at - 2 : at - 1]?.text)
  const given = namesInBrackets(tokens, at + 1) + (isInBlock && beginsItem ? 1 : 0)
  const fitting = named.filter((each) => each.takes === given)
  return fitting.length > 0 ? fitting : named
}

/**
 * The texts with the name under the cursor replaced by `name`, and with the words of the old name in `told`
 * texts replaced by those of the new one; undefined if there is no name, or if `name` is not a valid one.
 */
export function renamed(
  texts: Texts,
  file: string,
  offset: number,
  name: string,
  told: readonly Place[] = [],
): Texts | undefined {
  const places = referencesTo(texts, file, offset)
  if (places.length === 0 || !/^\p{Alphabetic}[^\s(){}[\],;:*/+\-&|!=><"']*$/u.test(name)) return undefined
  const edits = [
    ...places.map((each) => ({ ...each, put: () => name })),
    ...told.map((each) => ({ ...each, put: (old: string) => inWords(name, old) })),
  ]
  return Object.fromEntries(
    Object.entries(texts).map(([each, text]) => {
      const own = edits.filter((one) => one.file === each).sort((a, b) => b.offset - a.offset)
      return [
        each,
        own.reduce(
          (done, { offset, end, put }) =>
            done.slice(0, offset) + put(done.slice(offset, end)) + done.slice(end),
          text,
        ),
      ]
    }),
  )
}

/** Keeps the capital where the old word had one. */
function inWords(name: string, old: string): string {
  const words = wordsOf(name).join(" ")
  return /^\p{Lu}/u.test(old) ? words[0].toUpperCase() + words.slice(1) : words.toLowerCase()
}

/**
 * What already has the name that the author wants to give to the one under the cursor; undefined if nothing
 * has.
 */
export function bearerOf(texts: Texts, file: string, offset: number, name: string): Role | undefined {
  const wanted = nameAt(texts[file] ?? "", offset)
  if (wanted === undefined || wanted.text === name) return undefined
  if (isReserved(name)) return "keyword"
  if (builtIn.has(name)) return "type"
  const isTaken = ({ role, text, declares, scope }: Roled): boolean =>
    declares === true &&
    text === name &&
    (role !== "variable" || wanted.role !== "variable" || scope === wanted.scope)
  const files = Object.keys(texts).filter((each) => each === file || wanted.role !== "variable")
  const others = wanted.role === "variable" ? Object.keys(texts).filter((each) => each !== file) : []
  return (
    files.flatMap((each) => namesOf(texts[each])).find(isTaken)?.role ??
    others.flatMap((each) => namesOf(texts[each])).find((each) => each.role !== "variable" && isTaken(each))
      ?.role
  )
}

const builtIn = new Set(["entity", "character", "number", "boolean"])

/** Where `told` texts contain the name under the cursor as words: `Garden` in `told: "the old garden"`. */
export function toldOf(texts: Texts, file: string, offset: number): readonly Place[] {
  const wanted = nameAt(texts[file] ?? "", offset)
  if (wanted === undefined || wanted.role === "variable") return []
  const words = wordsOf(wanted.text)
    .map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[\\s-]+")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_{])${words}(?![\\p{L}\\p{N}_])(?![^{}]*\\})`, "giu")
  return Object.keys(texts).flatMap((each) =>
    quotesOf(texts[each])
      .filter((one) => one.isTold)
      .flatMap(({ quote }) =>
        [...texts[each].slice(quote.offset, quote.end).matchAll(pattern)].map(({ 0: found, index }) => ({
          file: each,
          offset: quote.offset + index,
          end: quote.offset + index + found.length,
        })),
      ),
  )
}

/** `BigHouse`, `big_house`: big, house. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .split(/[\s_]+/)
    .filter((each) => each !== "")
}

const names = new Set<Role>(["type", "entity", "property", "event", "variable"])

const namesOf = kept((text): readonly Roled[] =>
  [...rolesOf(text), ...placeholdersOf(text)].filter((each) => names.has(each.role)),
)

/** The name in which the cursor stands, or directly after which. */
export function nameAt(text: string, offset: number): Roled | undefined {
  return namesOf(text).find((each) => each.offset <= offset && offset <= each.end)
}

function isSame(one: Roled, wanted: Roled): boolean {
  return one.role === wanted.role && one.text === wanted.text && one.scope === wanted.scope
}
