/**
 * Collects the types and entities of a syntax tree and reports what is wrong with them. Where Sabre's
 * language allows more, docs/language-sabre.md says so.
 */
import { readTold } from "./told.js"
import type { Entity, Pronoun, Span, Type } from "@dramaturg/model"
import type { SyntaxDefinition, Name } from "../syntax-tree.js"
import { suggestType } from "./headers.js"
import { type EntityEntry, type TypeEntry, type World, report, markWithErrors } from "./world.js"

type TypeDefinition = Extract<SyntaxDefinition, { kind: "type" }>
type EntityDefinition = Extract<SyntaxDefinition, { kind: "entity" }>

export const builtIns: readonly string[] = ["boolean", "number", "entity", "character"]

export function declareTypesAndEntities(world: World): void {
  const types = world.tree.definitions.filter((each): each is TypeDefinition => each.kind === "type")
  const entities = world.tree.definitions.filter((each): each is EntityDefinition => each.kind === "entity")
  for (const name of builtIns) addType(world, name, undefined)
  world.types.get("character")!.parents.add("entity")
  for (const each of types) declareType(world, each)
  for (const each of types) addParents(world, each)
  for (const each of entities) declareEntity(world, each)
  for (const each of world.types.values())
    if (each.parents.size === 0 && !builtIns.includes(each.name)) each.parents.add("entity")
  closeTypes(world)
  if (world.dialect === "drama") blurTypes(world)
  closeEntities(world)
}

export function typesOf(world: World): Type[] {
  return [...world.types.values()].map((each) => ({
    name: each.name,
    parents: [...each.parents],
    ...(each.doc === undefined ? {} : { doc: each.doc }),
    ...(each.span === undefined ? {} : { origin: each.span }),
  }))
}

/** Characters first, then everything else, each in order of declaration. */
export function entitiesOf(world: World): Entity[] {
  const order = new Map([...world.types.keys()].map((type, i) => [type, i]))
  const entities = [...world.entities.values()].map((each) => ({
    name: each.name,
    types: [...each.types].sort((a, b) => order.get(a)! - order.get(b)!),
    ...toldOf(world, each),
    ...(each.doc === undefined ? {} : { doc: each.doc }),
    origin: each.span,
  }))
  const isCharacter = (each: Entity) => each.types.includes("character")
  return [...entities.filter(isCharacter), ...entities.filter((each) => !isCharacter(each))]
}

function toldOf(world: World, { told }: EntityEntry): Pick<Entity, "told"> {
  if (!told) return {}
  const pronoun = told.pronoun?.text as Pronoun | undefined
  const [given = ""] = readTold(world, [told.name], [], false)
  if (given === "" && pronoun === undefined) return {}
  return { told: { name: given, ...(pronoun === undefined ? {} : { pronoun }) } }
}

function addType(world: World, name: string, span: Span | undefined): TypeEntry {
  const entry: TypeEntry = { name, parents: new Set(), ancestors: new Set([name]), span, doc: undefined }
  world.types.set(name, entry)
  return entry
}

function declareType(world: World, definition: TypeDefinition): void {
  const { name } = definition
  if (name.text === "boolean" || name.text === "number")
    return reportBuiltIn(world, name, "cannot be declared")
  const known = world.types.get(name.text)
  if (known?.span) reportTwice(world, "type", name, known.span)
  const entry = known ?? addType(world, name.text, name.span)
  entry.span ??= name.span
  entry.doc ??= definition.doc
}

function addParents(world: World, definition: TypeDefinition): void {
  const entry = world.types.get(definition.name.text)
  if (!entry || entry.name === "boolean" || entry.name === "number") return
  for (const parent of definition.parents) if (mention(world, parent)) entry.parents.add(parent.text)
}

function declareEntity(world: World, definition: EntityDefinition): void {
  const { name } = definition
  const known = world.entities.get(name.text)
  if (known) reportTwice(world, "entity", name, known.span)
  const entry: EntityEntry = known ?? {
    name: name.text,
    types: new Set(),
    span: name.span,
    told: undefined,
    doc: undefined,
  }
  world.entities.set(name.text, entry)
  entry.doc ??= definition.doc
  entry.told ??= definition.told
  for (const type of definition.types) if (mention(world, type)) entry.types.add(type.text)
}

/**
 * A type that is mentioned as a parent or as an entity's type and never declared: declared silently in
 * Sabre's dialect, reported in ours.
 */
function mention(world: World, name: Name): boolean {
  if (name.text === "boolean" || name.text === "number") {
    reportBuiltIn(world, name, "cannot be what something else is")
    return false
  }
  if (world.types.has(name.text)) return true
  if (!world.namesWithErrors.has(name.text)) reportUndeclared(world, name)
  addType(world, name.text, undefined).isUnclear = world.dialect === "drama"
  return true
}

function reportUndeclared(world: World, name: Name): void {
  const near = suggestType(world, name, declaredTypes(world))
  const hint = near.hint ?? `Write \`type ${name.text};\` if you mean it.`
  // An author who writes a word more than once hardly misspelt it; the declaration may be misspelt.
  const fixes = isMentionedOnce(world, name.text) ? near.fixes : undefined
  report(world, "undeclared-type", name.span, `No type \`${name.text}\` is declared.`, {
    ...near,
    hint,
    fixes,
  })
}

function isMentionedOnce({ tree }: World, name: string): boolean {
  return JSON.stringify(tree.definitions).split(JSON.stringify(name)).length === 2
}

function* declaredTypes(world: World): Iterable<string> {
  for (const each of world.types.values()) if (each.span || builtIns.includes(each.name)) yield each.name
}

function reportBuiltIn(world: World, name: Name, why: string): void {
  const hint = "Types of your own stand under `entity`."
  report(world, "built-in-type", name.span, `\`${name.text}\` is a type of values and ${why}.`, { hint })
}

function reportTwice(world: World, what: string, name: Name, first: Span): void {
  const outcome = world.dialect === "sabre" ? "; the two are taken as one" : ""
  const message = `The ${what} \`${name.text}\` is declared a second time${outcome}.`
  report(world, "declared-twice", name.span, message, {
    hint: "Take one of the two out, or give it another name.",
    related: [{ span: first, message: "The first time is here." }],
  })
}

/** Fills in the ancestors of each type, reports cycles, and drops parents that another parent implies. */
function closeTypes(world: World): void {
  const climb: Climb = { world, below: [], done: new Set(), tooLong: false }
  for (const entry of world.types.values()) climbFrom(climb, entry)
  for (const entry of world.types.values()) dropImpliedParents(world, entry)
}

interface Climb {
  readonly world: World
  /** The types on the path to the current one, the lowest first. */
  readonly below: string[]
  readonly done: Set<string>
  tooLong: boolean
}

/** How many types may stand above one. */
const tallest = 400

function climbFrom(climb: Climb, entry: TypeEntry): void {
  const { world, below, done } = climb
  if (done.has(entry.name) || climb.tooLong) return
  if (below.includes(entry.name)) return reportCycle(world, entry.name, below)
  const ancestors = new Set([entry.name])
  below.push(entry.name)
  for (const name of below.length > tallest ? [] : entry.parents) {
    const parent = world.types.get(name)!
    climbFrom(climb, parent)
    for (const above of parent.ancestors) ancestors.add(above)
  }
  if (below.length > tallest || ancestors.size > tallest) reportTooLong(climb)
  below.pop()
  entry.ancestors = ancestors
  done.add(entry.name)
}

function reportTooLong(climb: Climb): void {
  const place = climb.below
    .map((name) => climb.world.types.get(name)?.span)
    .find((span) => span !== undefined)
  if (place && !climb.tooLong)
    report(climb.world, "too-deep", place, "This type has too many types above it.")
  climb.tooLong = true
}

function reportCycle(world: World, name: string, below: readonly string[]): void {
  const circle = below.slice(below.indexOf(name))
  const place = circle.map((each) => world.types.get(each)?.span).find((span) => span !== undefined)
  const path = [...circle, name].map((each) => `\`${each}\``).join(" is a type of ")
  if (place)
    report(world, "type-cycle", place, `This goes in a circle: ${path}.`, {
      hint: "Take one of these parents out.",
    })
}

/** An entity of an undeclared type may be of any type, so no type error is reported for it. */
function blurTypes(world: World): void {
  const unclear = new Set([...world.types.values()].filter((each) => each.isUnclear).map((each) => each.name))
  if (unclear.size === 0) return
  const everything = new Set(world.types.keys())
  const blurred = new Set<string>()
  for (const each of world.types.values())
    if ([...each.ancestors].some((above) => unclear.has(above))) blurred.add(each.name)
  for (const name of blurred) world.types.get(name)!.ancestors = everything
  for (const each of world.entities.values()) {
    if (![...each.types].some((type) => blurred.has(type))) continue
    markWithErrors(world, each.name)
    world.entities.delete(each.name)
  }
}

function dropImpliedParents(world: World, entry: TypeEntry): void {
  const implied = new Set<string>()
  for (const parent of entry.parents) {
    for (const above of world.types.get(parent)?.ancestors ?? []) if (above !== parent) implied.add(above)
  }
  for (const parent of implied) entry.parents.delete(parent)
}

function closeEntities(world: World): void {
  for (const entity of world.entities.values()) {
    for (const type of [...entity.types])
      for (const above of world.types.get(type)?.ancestors ?? []) entity.types.add(above)
    entity.types.add("entity")
  }
}
