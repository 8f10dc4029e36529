/**
 * From draft to problem: the one road that both readers take.
 *
 * Names are collected by kind (types, entities, properties), then formulas are turned into the model's, then the finished
 * problem is looked over for what is legal but perhaps not meant. A problem exists only if nothing is wrong with it.
 */
import { type Diagnostic, type Effect, type Limits, type Problem, type Relaxation, type Scenario, type Span, type Utility, byPlace, hasErrors } from "@dramaturg/model"
import type { Events } from "./acts.js"
import { checkProblem } from "./checks/checks.js"
import { lowerDemands, withDemands, withoutDemands } from "./demands.js"
import type { Dialect, Draft, DraftDefinition, Name } from "../draft.js"
import { lowerEffect } from "./effects.js"
import { lowerEvents } from "./events.js"
import { lowerFormula } from "./formulas.js"
import { declareProperties } from "./headers.js"
import { declareTypesAndEntities, entitiesOf, typesOf } from "./names.js"
import { type Texts, absentIn, oneLine, lowerExpectations, remarkAbsent, remarkScenarios, withChanges } from "./scenarios.js"
import { readTold } from "./told.js"
import { hasType, kindInWords } from "./typing.js"
import { type World, newWorld, report, suggest } from "./world.js"

export interface LowerResult {
  readonly problem?: Problem
  /** The tests that the author wrote down, in order of the text; none if there is no problem. */
  readonly scenarios?: readonly Scenario[]
  /** The world without one of its demands at a time; none if there is no problem. */
  readonly relaxed?: readonly Relaxation[]
  readonly diagnostics: readonly Diagnostic[]
}

/** `texts`: the sources of the draft by their names, for quoting what is expected. */
export function lower(draft: Draft, dialect: Dialect, texts: Texts = new Map()): LowerResult {
  const world = newWorld(draft, dialect)
  if (draft.definitions.length === 0 && draft.torn === undefined) reportEmpty(world)
  const { problem, relaxed, diagnostics } = lowerDraft(world, texts)
  remarkAbsent(world, draft.definitions)
  const drafts = remarkScenarios(world)
  const tests = drafts.map((each) => lowerScenario(draft, dialect, each, texts, diagnostics))
  const all = distinct([...world.diagnostics, ...diagnostics, ...tests.flatMap((each) => each.diagnostics)]).sort(byPlace)
  if (!problem || hasErrors(all)) return { diagnostics: all }
  const scenarios = tests.flatMap(({ scenario }) => scenario ?? [])
  return { problem, ...(scenarios.length > 0 ? { scenarios } : {}), ...(relaxed && relaxed.length > 0 ? { relaxed } : {}), diagnostics: all }
}

/** Everything but the scenarios; `scenario`: the one whose changes have been made. What is taken out may still be spoken of. */
function lowerDraft(world: World, texts: Texts, scenario?: ScenarioDefinition): LowerResult & { readonly events: Events } {
  const { draft, dialect } = world
  const whole = lowerWorld(world)
  const events = [...whole.actions, ...whole.triggers]
  const demands = lowerDemands(world, events)
  if (draft.torn !== undefined || hasErrors(world.diagnostics)) return { diagnostics: world.diagnostics, events }
  const absent = absentIn(draft.definitions)
  const plain = absent.size === 0 ? whole : without(whole, absent)
  const diagnostics = [...world.diagnostics, ...checkProblem(plain, dialect, { file: draft.file, isDemanding: demands.length > 0, ...(scenario ? { inside: scenario.span } : {}) })]
  if (hasErrors(diagnostics)) return { diagnostics, events }
  const relaxed = scenario ? [] : withoutDemands(plain, demands, ({ origin }) => oneLine(texts, origin))
  return { problem: withDemands(plain, demands), relaxed, diagnostics, events }
}

function without(problem: Problem, absent: ReadonlySet<string>): Problem {
  const stays = ({ name }: { readonly name: string }): boolean => !absent.has(name)
  return { ...problem, actions: problem.actions.filter(stays), triggers: problem.triggers.filter(stays) }
}

/** A scenario is the world with its changes, lowered again. Of what is remarked on it says what the world itself does not. */
function lowerScenario(draft: Draft, dialect: Dialect, scenario: ScenarioDefinition, texts: Texts, known: readonly Diagnostic[]) {
  const world = newWorld(withChanges(draft, scenario), dialect)
  const { problem, diagnostics, events } = lowerDraft(world, texts, scenario)
  const expected = lowerExpectations(world, scenario, events, texts)
  const said = new Set(known.map(keyOf))
  const fresh = distinct([...diagnostics, ...world.diagnostics])
    .filter((each) => !said.has(keyOf(each)) && (each.severity === "error" || isInside(each.span, scenario.span)))
  return { diagnostics: fresh, scenario: problem && expected && { ...expected, problem } }
}

function isInside(span: Span, outer: Span): boolean {
  return span.file === outer.file && span.offset >= outer.offset && span.offset < outer.offset + outer.length
}

type ScenarioDefinition = Extract<DraftDefinition, { kind: "scenario" }>

/** What is added to every action is looked at once for each of them, but remarked on only once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const met = new Set<string>()
  return diagnostics.filter((each) => !met.has(keyOf(each)) && met.add(keyOf(each)))
}

function keyOf({ code, span, message }: Diagnostic): string {
  return `${span.file} ${span.offset} ${span.length} ${code} ${message}`
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
    if (effect) remarkUnforeseen(world, effect)
    if (effect) splitInto(effects, effect)
  }
  return effects
}

/** Nobody has yet had anything to foresee when the story begins. */
function remarkUnforeseen(world: World, effect: Effect): void {
  if (effect.kind === "unforeseen" && effect.origin) {
    report(world, "unforeseen-start", effect.origin, "This is so from the start, so there is nothing to foresee.", { hint: "Take `unforeseen` away." })
  }
  if (effect.kind === "all") for (const part of effect.parts) remarkUnforeseen(world, part)
  if (effect.kind === "forall" || effect.kind === "believes") remarkUnforeseen(world, effect.body)
  if (effect.kind !== "if") return
  for (const { body } of effect.branches) remarkUnforeseen(world, body)
  if (effect.otherwise) remarkUnforeseen(world, effect.otherwise)
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
  const body = lowerWants(world, draft)
  if (!known || !body) return undefined
  const fine = hasType(world, undefined, body, "number") || hasType(world, undefined, body, "boolean")
  if (!fine) {
    const message = `What somebody wants must be a number, or true or false, but this is ${kindInWords(world, undefined, body)}.`
    return report(world, "wrong-type", draft.body.span, message, { hint: "Compare it with what it should be, with `==`." })
  }
  const doc = draft.doc === undefined ? {} : { doc: draft.doc }
  const [want] = draft.told === undefined ? [] : readTold(world, [draft.told], [])
  const told = want === undefined ? {} : { told: want }
  return { character: draft.character?.text ?? null, body, ...told, ...doc, origin: draft.span }
}

/** While somebody's wants are looked into, nobody else's may lead back to them. */
function lowerWants(world: World, { character, body }: Extract<DraftDefinition, { kind: "utility" }>) {
  if (character) world.opened.push(character.text)
  const lowered = lowerFormula(world, undefined, body)
  if (character) world.opened.pop()
  return lowered
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
