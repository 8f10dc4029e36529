/**
 * What is known of a world while its syntax tree is being lowered: the declarations found so far and the
 * diagnostics so far. Names are collected first (`names.ts`, `headers.ts`), then formulas are lowered
 * (`formulas.ts`, `effects.ts`), each by sort and not by place in the text, so that a name may be used
 * before it is declared.
 */
import type { Diagnostic, Expression, Parameter, Property, Span, Term, Value } from "@dramaturg/model"
import type { Dialect, SyntaxTree, SyntaxDefinition } from "../syntax-tree.js"
import { type MessageCode, remark } from "../errors/messages.js"
import { didYouMean } from "../errors/suggest.js"

export interface TypeEntry {
  readonly name: string
  readonly parents: Set<string>
  /** The type itself and all above it; filled once all types are known. */
  ancestors: ReadonlySet<string>
  /** The type is used and not declared, so what it includes is unknown. */
  isUnclear?: boolean
  span: Span | undefined
  doc: string | undefined
}

export interface EntityEntry {
  readonly name: string
  readonly types: Set<string>
  span: Span
  told: Extract<SyntaxDefinition, { kind: "entity" }>["told"]
  doc: string | undefined
}

export interface World {
  readonly tree: SyntaxTree
  readonly dialect: Dialect
  readonly diagnostics: Diagnostic[]
  readonly types: Map<string, TypeEntry>
  readonly entities: Map<string, EntityEntry>
  readonly properties: Property[]
  /** By name, the indices of the properties of that name in `properties`, in order of the text. */
  readonly propertiesNamed: Map<string, number[]>
  readonly namesWithErrors: ReadonlySet<string>
  /** The values of types, as far as they were asked for; asked for only once all entities are known. */
  readonly values: Map<string, readonly Value[]>
  /**
   * Reports made, their number by code, and the number of suggestions looked up: these bound the work on a
   * text with many mistakes.
   */
  readonly seen: Set<string>
  readonly told: Map<string, number>
  suggestions: number
  /** By character, the lowered utility, for those that a formula referred to. */
  readonly utilities: Map<string, Expression | undefined>
  /** The characters whose utilities are being lowered, one inside the other, for finding circles. */
  readonly opened: string[]
  /** The circles among utilities that were reported. */
  readonly circles: Set<string>
  /** Present while an addition of `every action` is lowered for one action. */
  readonly addition?: Addition
}

/** One action as its additions see it. */
export interface Addition {
  /** Names that the action uses: a variable of the addition with one of these names is renamed. */
  readonly taken: ReadonlySet<string>
  /** Whether this is within `unforeseen(…)`, where alone `pays()` has a meaning. */
  readonly isUnforeseen?: true
  /** What `possible()`, `consents(c)` and `seen(c)` stand for; undefined where they have no meaning. */
  readonly possible?: Expression
  readonly consents?: (character: Term) => Expression
  readonly seen?: (observer: Term, scope: Scope | undefined) => Expression | undefined
}

export function newWorld(tree: SyntaxTree, dialect: Dialect): World {
  return {
    tree,
    dialect,
    diagnostics: [],
    types: new Map(),
    entities: new Map(),
    properties: [],
    propertiesNamed: new Map(),
    namesWithErrors: new Set(tree.namesWithErrors ?? []),
    values: new Map(),
    seen: new Set(),
    told: new Map(),
    suggestions: 0,
    utilities: new Map(),
    opened: [],
    circles: new Set(),
  }
}

/** The same world with its reports discarded: for lowering again what was already reported on. */
export function quietly(world: World): World {
  return { ...world, diagnostics: [], seen: new Set(), told: new Map() }
}

/** The same world outside any addition. */
export function withoutAddition(world: World): World {
  const { addition: _, ...rest } = world
  return rest
}

const mostOfOneCode = 100

/** Reports once per place, code and sentence; returns undefined so that callers can return it. */
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

/** Adds a name to those with errors, so that further uses of it are not reported. */
export function markWithErrors(world: World, name: string): void {
  ;(world.namesWithErrors as Set<string>).add(name)
}

const mostSuggestions = 50

/** A hint with the nearest of `names`, and a fix that inserts it. */
export function suggest(
  world: World,
  word: string,
  span: Span,
  names: Iterable<string>,
): Pick<Diagnostic, "hint" | "fixes"> {
  if (++world.suggestions > mostSuggestions) return {}
  const hint = didYouMean(word, names)
  if (hint === undefined) return {}
  const name = hint.slice(hint.indexOf("`") + 1, hint.lastIndexOf("`"))
  return { hint, fixes: [{ title: `Change to ${name}`, edits: [{ span, text: name }] }] }
}

/** The same for a word that is known to be meant. */
export function suggestWord(word: string, span: Span): Pick<Diagnostic, "hint" | "fixes"> {
  return {
    hint: `Did you mean \`${word}\`?`,
    fixes: [{ title: `Change to ${word}`, edits: [{ span, text: word }] }],
  }
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

/** The values of a type in the order of every enumeration: characters first, then the other entities. */
export function valuesOfType(world: World, type: string): readonly Value[] {
  if (type === "boolean") return [false, true]
  const known = world.values.get(type)
  if (known) return known
  const entities = [...world.entities.values()].filter((each) => each.types.has(type))
  const characters = entities.filter((each) => each.types.has("character"))
  const values = [...characters, ...entities.filter((each) => !each.types.has("character"))].map(
    (each) => each.name,
  )
  world.values.set(type, values)
  return values
}

/**
 * The names in scope around a formula, the innermost first. `stands`: the term that the name stands for, if
 * that is not the variable of that name. An empty name cannot be written in a formula, though its term may
 * occur.
 */
export interface Scope {
  readonly name: string
  readonly type: string
  readonly stands?: Term
  readonly outer: Scope | undefined
}

/** The term that the name of a scope stands for. */
export function meaningOf(scope: Scope): Term {
  return scope.stands ?? { kind: "variable", name: scope.name }
}

/** The type of a variable of the model, which may have another name than its author gave it. */
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

/** The variable of the model that a scope binds. */
export function variableOf(scope: Scope): string {
  const meant = meaningOf(scope)
  return meant.kind === "variable" ? meant.name : scope.name
}

/** In an addition, no variable may hide one of the action's, nor one that was renamed for that reason. */
function ownName(world: World, scope: Scope | undefined, name: string): string {
  if (!world.addition) return name
  const taken = new Set(world.addition.taken)
  for (let each = scope; each; each = each.outer) if (each.stands) taken.add(variableOf(each))
  return freshName(world, name, taken)
}

/**
 * The name, or the name with the first number appended that makes it differ from `taken` and from all
 * entities.
 */
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
