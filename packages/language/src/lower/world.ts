/**
 * What is known of a world while its draft is being turned into a problem: the declarations found so far and the remarks
 * made so far. Names come first (`names.ts`, `headers.ts`), then formulas (`formulas.ts`, `effects.ts`), each by kind and not by place in
 * the text, so that everything may be used before it is declared.
 */
import type { Diagnostic, Expression, Parameter, Property, Span, Term, Value } from "@dramaturg/model"
import type { Dialect, Draft, DraftDefinition } from "../draft.js"
import { type MessageCode, remark } from "../errors/messages.js"
import { didYouMean } from "../errors/suggest.js"

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
  told: Extract<DraftDefinition, { kind: "entity" }>["told"]
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
  /** What a character's state is worth to them, for those that a formula asked about. */
  readonly worths: Map<string, Expression | undefined>
  /** Whose wants are being looked into, one inside the other, so that a circle is noticed. */
  readonly opened: string[]
  /** The circles among wants that were remarked on. */
  readonly circles: Set<string>
  /** Present while what `every action` says is put into one action. */
  readonly addition?: Addition
}

/** One action as seen by what is added to it. */
export interface Addition {
  /** Names that the action has given already: a variable of the addition that is called alike gets another name. */
  readonly taken: ReadonlySet<string>
  /** What `possible()`, `consents(c)` and `seen(c)` stand for; undefined where they mean nothing. */
  readonly possible?: Expression
  readonly consents?: (character: Term) => Expression
  readonly seen?: (observer: Term, scope: Scope | undefined) => Expression | undefined
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
    worths: new Map(),
    opened: [],
    circles: new Set(),
  }
}

/** The same world with its remarks going nowhere: for looking a second time at what was remarked on already. */
export function quietly(world: World): World {
  return { ...world, diagnostics: [], seen: new Set(), told: new Map() }
}

/** The same world where nothing is added to an action. */
export function withoutAddition(world: World): World {
  const { addition: _, ...rest } = world
  return rest
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
  const key = `${span.file} ${span.offset} ${span.length} ${code} ${message}`
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

/**
 * The names in scope around a formula, the innermost first. `stands`: what the name means, if it is not simply a variable of
 * that name. An empty name is one that no formula can say, though what it stands for may occur.
 */
export interface Scope {
  readonly name: string
  readonly type: string
  readonly stands?: Term
  readonly outer: Scope | undefined
}

/** What the name of a scope means. */
export function meaningOf(scope: Scope): Term {
  return scope.stands ?? { kind: "variable", name: scope.name }
}

/** The type of a variable of the model, which need not be called as its author called it. */
export function typeOfVariable(scope: Scope | undefined, name: string): string | undefined {
  for (let each = scope; each; each = each.outer) {
    const meant = meaningOf(each)
    if (meant.kind === "variable" && meant.name === name) return each.type
  }
  return undefined
}

/** A scope with one more variable. */
export function withVariable(world: World, outer: Scope | undefined, name: string, type: string): Scope {
  const own = ownName(world, outer, name)
  return own === name ? { name, type, outer } : { name, type, stands: { kind: "variable", name: own }, outer }
}

/** The variable that a scope binds, as the model calls it. */
export function variableOf(scope: Scope): string {
  const meant = meaningOf(scope)
  return meant.kind === "variable" ? meant.name : scope.name
}

/** Where something is added to an action, no variable may hide one of the action's, nor one that was renamed for that. */
function ownName(world: World, scope: Scope | undefined, name: string): string {
  if (!world.addition) return name
  const taken = new Set(world.addition.taken)
  for (let each = scope; each; each = each.outer) if (each.stands) taken.add(variableOf(each))
  return freshName(world, name, taken)
}

/** The name, or the same with a number behind it that neither `taken` nor anybody in the world has. */
export function freshName(world: World, name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name}_${number}`) || world.entities.has(`${name}_${number}`)) number++
  return `${name}_${number}`
}

export function lookUp(scope: Scope | undefined, name: string): Scope | undefined {
  for (let each = scope; each; each = each.outer) if (each.name === name) return each
  return undefined
}

export function namesInScope(scope: Scope | undefined): string[] {
  const names: string[] = []
  for (let each = scope; each; each = each.outer) if (each.name !== "") names.push(each.name)
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
