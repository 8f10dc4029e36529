/**
 * From draft to problem: the one road that both readers take.
 *
 * Names are collected by kind (types, entities, properties), then formulas are turned into the model's, then the finished
 * problem is looked over for what is legal but perhaps not meant. A problem exists only if nothing is wrong with it.
 */
import { type Diagnostic, type Effect, type Limits, type Problem, type Utility, byPlace, hasErrors } from "@dramaturg/model"
import { checkProblem } from "./checks/checks.js"
import type { Dialect, Draft, DraftDefinition, Name } from "./draft.js"
import { lowerEffect } from "./effects.js"
import { lowerEvents } from "./events.js"
import { lowerFormula } from "./formulas.js"
import { declareProperties } from "./headers.js"
import { declareTypesAndEntities, entitiesOf, typesOf } from "./names.js"
import { hasType, kindInWords } from "./typing.js"
import { type World, newWorld, report, suggest } from "./world.js"

export interface LowerResult {
  readonly problem?: Problem
  readonly diagnostics: readonly Diagnostic[]
}

export function lower(draft: Draft, dialect: Dialect): LowerResult {
  const world = newWorld(draft, dialect)
  const whole = draft.torn === undefined
  if (draft.definitions.length === 0 && whole) reportEmpty(world)
  const problem = lowerWorld(world)
  if (!whole || hasErrors(world.diagnostics)) return { diagnostics: world.diagnostics.sort(byPlace) }
  const diagnostics = [...world.diagnostics, ...checkProblem(problem, dialect)].sort(byPlace)
  return hasErrors(diagnostics) ? { diagnostics } : { problem, diagnostics }
}

function lowerWorld(world: World): Problem {
  const { draft } = world
  declareTypesAndEntities(world)
  declareProperties(world)
  const events = lowerEvents(world)
  return {
    format: "dramaturg-problem",
    version: 1,
    name: worldName(draft.file),
    ...(draft.doc === undefined ? {} : { doc: draft.doc }),
    types: typesOf(world),
    entities: entitiesOf(world),
    properties: world.properties,
    ...events,
    initial: lowerInitial(world),
    utilities: lowerUtilities(world),
    limits: lowerLimits(world),
  }
}

function reportEmpty(world: World): void {
  const span = { file: world.draft.file, offset: 0, length: 0, line: 1, column: 1 }
  report(world, "empty-world", span, "There is nothing in this world yet.", { hint: "Begin with somebody: `entity Tom : character;`." })
}

/** The file's name without folders and ending. */
function worldName(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? ""
  const name = base.replace(/\.[^.]*$/, "")
  return name === "" || base === "-" || base.startsWith("<") ? "world" : name
}

/** The statements about the beginning, imposed one after another: so a conjunction is as many statements as it has parts. */
function lowerInitial(world: World): Effect[] {
  const effects: Effect[] = []
  for (const each of world.draft.definitions) {
    if (each.kind !== "initial") continue
    const effect = lowerEffect(world, undefined, each.body)
    if (effect) splitInto(effects, effect)
  }
  return effects
}

function splitInto(effects: Effect[], effect: Effect): void {
  if (effect.kind !== "all") effects.push(effect)
  else for (const part of effect.parts) splitInto(effects, part)
}

function lowerUtilities(world: World): Utility[] {
  const utilities = new Map<string, Utility>()
  const places = new Map<string, DraftDefinition>()
  for (const each of world.draft.definitions) {
    if (each.kind !== "utility") continue
    const who = each.character?.text ?? ""
    remarkSecondUtility(world, who, each, places)
    const utility = lowerUtility(world, each)
    if (utility) utilities.set(who, utility)
  }
  return [...utilities.values()]
}

function remarkSecondUtility(world: World, who: string, each: DraftDefinition, places: Map<string, DraftDefinition>): void {
  const earlier = places.get(who)
  places.set(who, earlier ?? each)
  if (!earlier) return
  const whose = who === "" ? "the author" : `\`${who}\``
  const message = `What ${whose} wants is said a second time${world.dialect === "sabre" ? "; only the last one counts" : ""}.`
  report(world, "utility-twice", each.span, message, { hint: "Take one out, or join the two.", related: [{ span: earlier.span, message: "The first time is here." }] })
}

function lowerUtility(world: World, draft: Extract<DraftDefinition, { kind: "utility" }>): Utility | undefined {
  const known = draft.character === undefined || requireCharacter(world, draft.character)
  const body = lowerFormula(world, undefined, draft.body)
  if (!known || !body) return undefined
  const fine = hasType(world, undefined, body, "number") || hasType(world, undefined, body, "boolean")
  if (!fine) {
    const message = `What somebody wants must be a number, or true or false, but this is ${kindInWords(world, undefined, body)}.`
    return report(world, "wrong-type", draft.body.span, message, { hint: "Compare it with what it should be, with `==`." })
  }
  const doc = draft.doc === undefined ? {} : { doc: draft.doc }
  return { character: draft.character?.text ?? null, body, ...doc, origin: draft.span }
}

function requireCharacter(world: World, name: Name): boolean {
  if (world.entities.get(name.text)?.types.has("character")) return true
  if (world.torn.has(name.text)) return false
  const near = suggest(world, name.text, name.span, world.entities.keys())
  if (world.entities.has(name.text)) report(world, "not-a-character", name.span, `\`${name.text}\` is no character, so it wants nothing.`, { hint: "Only characters believe, want and consent." })
  else report(world, "unknown-name", name.span, `Nobody is called \`${name.text}\`.`, {
    ...near,
    hint: near.hint ?? `Say who it is: \`entity ${name.text} : character;\`.`,
  })
  return false
}

function lowerLimits(world: World): Limits {
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {}
  for (const each of world.draft.definitions) {
    if (each.kind !== "limit") continue
    const { which, value } = each
    if (which in limits) report(world, "limit-twice", each.span, `The ${which} limit is given a second time.`, { hint: "Take one of the two out." })
    const fine = value === null || (Number.isSafeInteger(value) && value >= 0)
    if (fine) limits[which] = value
    else report(world, "bad-limit", each.span, `The ${which} limit must be a whole number from 0, or \`none\`.`)
  }
  return limits
}
