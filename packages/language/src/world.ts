/**
 * What is known of a world while its draft is being turned into a problem: the declarations found so far and the remarks
 * made so far. Names come first (`names.ts`, `headers.ts`), then formulas (`formulas.ts`, `effects.ts`), each by kind and not by place in
 * the text, so that everything may be used before it is declared.
 */
import type { Diagnostic, Parameter, Property, Span, Value } from "@dramaturg/model"
import type { Dialect, Draft } from "./draft.js"
import { type MessageCode, remark } from "./messages.js"
import { didYouMean } from "./suggest.js"

export interface TypeEntry {
  readonly name: string
  readonly parents: Set<string>
  /** The type itself and all above it; filled once all types are known. */
  ancestors: ReadonlySet<string>
  /** Nobody declared it, so nobody knows what it is. */
  isUnclear?: boolean
  span: Span | undefined
  doc: string | undefined
}

export interface EntityEntry {
  readonly name: string
  readonly types: Set<string>
  span: Span
  doc: string | undefined
}

export interface World {
  readonly draft: Draft
  readonly dialect: Dialect
  readonly diagnostics: Diagnostic[]
  readonly types: Map<string, TypeEntry>
  readonly entities: Map<string, EntityEntry>
  readonly properties: Property[]
  /** Where each property's name stands among `properties`, in order of the text. */
  readonly propertiesNamed: Map<string, number[]>
  readonly torn: ReadonlySet<string>
  /** The values of types that were asked for, once all entities are known. */
  readonly values: Map<string, readonly Value[]>
  /** What was remarked already, how often, and how many suggestions were looked for: this keeps a broken file cheap. */
  readonly seen: Set<string>
  readonly told: Map<string, number>
  suggestions: number
}

export function newWorld(draft: Draft, dialect: Dialect): World {
  return {
    draft,
    dialect,
    diagnostics: [],
    types: new Map(),
    entities: new Map(),
    properties: [],
    propertiesNamed: new Map(),
    torn: new Set(draft.torn ?? []),
    values: new Map(),
    seen: new Set(),
    told: new Map(),
    suggestions: 0,
  }
}

const mostOfOneCode = 100

/** Remarks once per place, code and sentence; answers undefined so that callers can return it. */
export function report(
  world: World,
  code: MessageCode,
  span: Span,
  message: string,
  extra: Pick<Diagnostic, "hint" | "related" | "fixes"> = {},
): undefined {
  const key = `${span.offset} ${span.length} ${code} ${message}`
  const told = world.told.get(code) ?? 0
  if (world.seen.has(key) || told >= mostOfOneCode) return undefined
  world.seen.add(key)
  world.told.set(code, told + 1)
  const given = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== undefined))
  world.diagnostics.push(remark(world.dialect, code, span, message, given))
  return undefined
}

/** What could not be understood is not missed where it is used, nor is what was missed already. */
export function tear(world: World, name: string): void {
  ;(world.torn as Set<string>).add(name)
}

const mostSuggestions = 50

/** A hint with the nearest of `names`, and an edit that puts it in. */
export function suggest(world: World, word: string, span: Span, names: Iterable<string>): Pick<Diagnostic, "hint" | "fixes"> {
  if (++world.suggestions > mostSuggestions) return {}
  const hint = didYouMean(word, names)
  if (hint === undefined) return {}
  const name = hint.slice(hint.indexOf("`") + 1, hint.lastIndexOf("`"))
  return { hint, fixes: [{ title: `Change to ${name}`, edits: [{ span, text: name }] }] }
}

/** The same for a word whose meaning is known. */
export function suggestWord(word: string, span: Span): Pick<Diagnostic, "hint" | "fixes"> {
  return { hint: `Did you mean \`${word}\`?`, fixes: [{ title: `Change to ${word}`, edits: [{ span, text: word }] }] }
}

/** Whether everything of type `type` is also of type `above`. */
export function isBelow(world: World, type: string, above: string): boolean {
  return type === above || (world.types.get(type)?.ancestors.has(above) ?? false)
}

/** Whether a value belongs to a type; the unknown belongs to numbers and to all types of entities. */
export function belongs(world: World, value: Value, type: string): boolean {
  if (value === null) return type !== "boolean"
  if (typeof value === "boolean") return type === "boolean"
  if (typeof value === "number") return type === "number"
  return world.entities.get(value)?.types.has(type) ?? false
}

/** The values of a type in the order of all enumeration. */
export function valuesOfType(world: World, type: string): readonly Value[] {
  if (type === "boolean") return [false, true]
  const known = world.values.get(type)
  if (known) return known
  const entities = [...world.entities.values()].filter((each) => each.types.has(type))
  const characters = entities.filter((each) => each.types.has("character"))
  const values = [...characters, ...entities.filter((each) => !each.types.has("character"))].map((each) => each.name)
  world.values.set(type, values)
  return values
}

/** The names in scope around a formula, the innermost first. `value`: it stands for this one value. */
export interface Scope {
  readonly name: string
  readonly type: string
  readonly value?: Value
  readonly outer: Scope | undefined
}

export function lookUp(scope: Scope | undefined, name: string): Scope | undefined {
  for (let each = scope; each; each = each.outer) if (each.name === name) return each
  return undefined
}

export function namesInScope(scope: Scope | undefined): string[] {
  const names: string[] = []
  for (let each = scope; each; each = each.outer) names.push(each.name)
  return names
}

/** The scope inside an event's brackets. */
export function scopeOf(parameters: readonly Parameter[]): Scope | undefined {
  let scope: Scope | undefined
  for (const each of parameters) {
    if (each.kind === "variable") scope = { name: each.name, type: each.type, outer: scope }
  }
  return scope
}
