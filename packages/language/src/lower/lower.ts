/**
 * From syntax tree to problem, for both languages.
 *
 * First names are collected, by sort (types, entities, properties). Then formulas are lowered. Then the
 * finished problem is checked for what is legal but perhaps not meant. A problem exists only if there is no
 * error.
 */
import {
  type Diagnostic,
  type Effect,
  type Limits,
  type Problem,
  type Relaxation,
  type Scenario,
  type Span,
  type Utility,
  byPlace,
  hasErrors,
} from "@dramaturg/model"
import type { Events } from "./acts.js"
import { checkProblem } from "./checks/checks.js"
import { lowerDemands, withDemands, withoutDemands } from "./demands.js"
import type { Dialect, SyntaxTree, SyntaxDefinition, Name } from "../syntax-tree.js"
import { lowerEffect } from "./effects.js"
import { lowerEvents } from "./events.js"
import { lowerFormula } from "./formulas.js"
import { declareProperties } from "./headers.js"
import { lowerMights } from "./might.js"
import { declareTypesAndEntities, entitiesOf, typesOf } from "./names.js"
import {
  type Texts,
  absentIn,
  oneLine,
  lowerExpectations,
  remarkAbsent,
  remarkScenarios,
  withChanges,
} from "./scenarios.js"
import { readTold } from "./told.js"
import { hasType, kindInWords } from "./typing.js"
import { type World, newWorld, report, suggest } from "./world.js"

/** The result of lowering. */
export interface LowerResult {
  readonly problem?: Problem
  /** The author's scenarios, in order of the text; absent if there is no problem. */
  readonly scenarios?: readonly Scenario[]
  /** The world without one of its demands at a time; absent if there is no problem or no demand. */
  readonly relaxed?: readonly Relaxation[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Lowers a syntax tree. Returns the diagnostics of lowering, and the problem if there is no error in them
 * and the tree has none. `dialect`: whose rules and severities apply. `texts`: the sources by file name,
 * from which expectations and demands are quoted.
 */
export function lower(tree: SyntaxTree, dialect: Dialect, texts: Texts = new Map()): LowerResult {
  const world = newWorld(tree, dialect)
  if (tree.definitions.length === 0 && tree.namesWithErrors === undefined) reportEmpty(world)
  const { problem, relaxed, diagnostics } = lowerTree(world, texts)
  remarkAbsent(world, tree.definitions)
  const trees = remarkScenarios(world)
  const tests = trees.map((each) => lowerScenario(tree, dialect, each, texts, diagnostics))
  const all = distinct([
    ...world.diagnostics,
    ...diagnostics,
    ...tests.flatMap((each) => each.diagnostics),
  ]).sort(byPlace)
  if (!problem || hasErrors(all)) return { diagnostics: all }
  const scenarios = tests.flatMap(({ scenario }) => scenario ?? [])
  return {
    problem,
    ...(scenarios.length > 0 ? { scenarios } : {}),
    ...(relaxed && relaxed.length > 0 ? { relaxed } : {}),
    diagnostics: all,
  }
}

/**
 * Lowers all but the scenarios; `scenario`: the one whose changes were made in the tree. Demands and
 * expectations may still name events that it takes out.
 */
function lowerTree(
  world: World,
  texts: Texts,
  scenario?: ScenarioDefinition,
): LowerResult & { readonly events: Events } {
  const { tree, dialect } = world
  const whole = lowerWorld(world)
  const events = [...whole.actions, ...whole.triggers]
  const demands = lowerDemands(world, events)
  if (tree.namesWithErrors !== undefined || hasErrors(world.diagnostics))
    return { diagnostics: world.diagnostics, events }
  const absent = absentIn(tree.definitions)
  const plain = absent.size === 0 ? whole : without(whole, absent)
  const diagnostics = [
    ...world.diagnostics,
    ...checkProblem(plain, dialect, {
      file: tree.file,
      isDemanding: demands.length > 0,
      ...(scenario ? { inside: scenario.span } : {}),
    }),
  ]
  if (hasErrors(diagnostics)) return { diagnostics, events }
  const relaxed = scenario ? [] : withoutDemands(plain, demands, ({ origin }) => oneLine(texts, origin))
  return { problem: withDemands(plain, demands), relaxed, diagnostics, events }
}

function without(problem: Problem, absent: ReadonlySet<string>): Problem {
  const stays = ({ name }: { readonly name: string }): boolean => !absent.has(name)
  return { ...problem, actions: problem.actions.filter(stays), triggers: problem.triggers.filter(stays) }
}

/**
 * Lowers a scenario: the world with its changes. Only diagnostics that the world itself does not have are
 * reported.
 */
function lowerScenario(
  tree: SyntaxTree,
  dialect: Dialect,
  scenario: ScenarioDefinition,
  texts: Texts,
  known: readonly Diagnostic[],
) {
  const world = newWorld(withChanges(tree, scenario), dialect)
  const { problem, diagnostics, events } = lowerTree(world, texts, scenario)
  const expected = lowerExpectations(world, scenario, events, texts)
  const said = new Set(known.map(keyOf))
  const fresh = distinct([...diagnostics, ...world.diagnostics]).filter(
    (each) => !said.has(keyOf(each)) && (each.severity === "error" || isInside(each.span, scenario.span)),
  )
  return { diagnostics: fresh, scenario: problem && expected && { ...expected, problem } }
}

function isInside(span: Span, outer: Span): boolean {
  return span.file === outer.file && span.offset >= outer.offset && span.offset < outer.offset + outer.length
}

type ScenarioDefinition = Extract<SyntaxDefinition, { kind: "scenario" }>

/** An addition is lowered once for each action, but its mistakes are reported once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const met = new Set<string>()
  return diagnostics.filter((each) => !met.has(keyOf(each)) && met.add(keyOf(each)))
}

function keyOf({ code, span, message }: Diagnostic): string {
  return `${span.file} ${span.offset} ${span.length} ${code} ${message}`
}

function lowerWorld(world: World): Problem {
  const { tree } = world
  declareTypesAndEntities(world)
  declareProperties(world)
  lowerMights(world)
  const events = lowerEvents(world)
  return {
    format: "dramaturg-problem",
    version: 1,
    name: worldName(tree.file),
    ...(tree.doc === undefined ? {} : { doc: tree.doc }),
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
  const span = { file: world.tree.file, offset: 0, length: 0, line: 1, column: 1 }
  report(world, "empty-world", span, "There is nothing in this world yet.", {
    hint: "Begin with somebody: `entity Tom : character;`.",
  })
}

/** The file's name without folders and ending. */
function worldName(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? ""
  const name = base.replace(/\.[^.]*$/, "")
  return name === "" || base === "-" || base.startsWith("<") ? "world" : name
}

/**
 * The statements about the initial state, which apply one after another: a conjunction counts as one
 * statement for each of its parts.
 */
function lowerInitial(world: World): Effect[] {
  const effects: Effect[] = []
  for (const each of world.tree.definitions) {
    if (each.kind !== "initial") continue
    const effect = lowerEffect(world, undefined, each.body)
    if (effect) remarkUnforeseen(world, effect)
    if (effect) splitInto(effects, effect)
  }
  return effects
}

/**
 * `unforeseen` means nothing in a statement about the initial state: no character plans before the story
 * begins.
 */
function remarkUnforeseen(world: World, effect: Effect): void {
  if (effect.kind === "unforeseen" && effect.origin) {
    report(
      world,
      "unforeseen-start",
      effect.origin,
      "This is so from the start, so there is nothing to foresee.",
      { hint: "Take `unforeseen` away." },
    )
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
  const places = new Map<string, SyntaxDefinition>()
  for (const each of world.tree.definitions) {
    if (each.kind !== "utility") continue
    const who = each.character?.text ?? ""
    remarkSecondUtility(world, who, each, places)
    const utility = lowerUtility(world, each)
    if (utility) utilities.set(who, utility)
  }
  return [...utilities.values()]
}

function remarkSecondUtility(
  world: World,
  who: string,
  each: SyntaxDefinition,
  places: Map<string, SyntaxDefinition>,
): void {
  const earlier = places.get(who)
  places.set(who, earlier ?? each)
  if (!earlier) return
  const whose = who === "" ? "the author" : `\`${who}\``
  const message = `What ${whose} wants is said a second time${world.dialect === "sabre" ? "; only the last one counts" : ""}.`
  report(world, "utility-twice", each.span, message, {
    hint: "Take one out, or join the two.",
    related: [{ span: earlier.span, message: "The first time is here." }],
  })
}

function lowerUtility(
  world: World,
  tree: Extract<SyntaxDefinition, { kind: "utility" }>,
): Utility | undefined {
  const known = tree.character === undefined || requireCharacter(world, tree.character)
  const body = lowerWants(world, tree)
  if (!known || !body) return undefined
  const fine = hasType(world, undefined, body, "number") || hasType(world, undefined, body, "boolean")
  if (!fine) {
    const message = `What somebody wants must be a number, or true or false, but this is ${kindInWords(world, undefined, body)}.`
    return report(world, "wrong-type", tree.body.span, message, {
      hint: "Compare it with what it should be, with `==`.",
    })
  }
  const doc = tree.doc === undefined ? {} : { doc: tree.doc }
  const [want] = tree.told === undefined ? [] : readTold(world, [tree.told], [])
  const told = want === undefined ? {} : { told: want }
  return { character: tree.character?.text ?? null, body, ...told, ...doc, origin: tree.span }
}

/**
 * Lowers a utility. Meanwhile its character is in `opened`, so that a reference back to this utility is
 * found.
 */
function lowerWants(world: World, { character, body }: Extract<SyntaxDefinition, { kind: "utility" }>) {
  if (character) world.opened.push(character.text)
  const lowered = lowerFormula(world, undefined, body)
  if (character) world.opened.pop()
  return lowered
}

function requireCharacter(world: World, name: Name): boolean {
  if (world.entities.get(name.text)?.types.has("character")) return true
  if (world.namesWithErrors.has(name.text)) return false
  const near = suggest(world, name.text, name.span, world.entities.keys())
  if (world.entities.has(name.text))
    report(world, "not-a-character", name.span, `\`${name.text}\` is no character, so it wants nothing.`, {
      hint: "Only characters believe, want and consent.",
    })
  else
    report(world, "unknown-name", name.span, `Nobody is called \`${name.text}\`.`, {
      ...near,
      hint: near.hint ?? `Say who it is: \`entity ${name.text} : character;\`.`,
    })
  return false
}

function lowerLimits(world: World): Limits {
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {}
  for (const each of world.tree.definitions) {
    if (each.kind !== "limit") continue
    const { which, value } = each
    if (which in limits)
      report(world, "limit-twice", each.span, `The ${which} limit is given a second time.`, {
        hint: "Take one of the two out.",
      })
    const fine = value === null || (Number.isSafeInteger(value) && value >= 0)
    if (fine) limits[which] = value
    else
      report(world, "bad-limit", each.span, `The ${which} limit must be a whole number from 0, or \`none\`.`)
  }
  return limits
}
