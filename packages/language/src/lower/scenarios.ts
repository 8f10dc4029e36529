/**
 * Scenarios: the world with some changes, and what is expected of it.
 *
 * A change is made in the syntax tree: a fact becomes a statement after the world's own, and a utility or a
 * limit replaces the world's. The changed tree is lowered like any world.
 */
import type { Expectation, Scenario, Span } from "@dramaturg/model"
import { type Events, eventNames, lowerAct, reportUnknown } from "./acts.js"
import type { SyntaxTree, SyntaxDefinition, SyntaxExpectation, SyntaxScenarioItem } from "../syntax-tree.js"
import { lowerCondition } from "./formulas.js"
import { type World, report } from "./world.js"

type ScenarioDefinition = Extract<SyntaxDefinition, { kind: "scenario" }>

/** The sources by file name. */
export type Texts = ReadonlyMap<string, string>

/** The world's scenarios; reports mistakes in their titles and in what they take out. */
export function remarkScenarios(world: World): ScenarioDefinition[] {
  const scenarios = world.tree.definitions.filter(
    (each): each is ScenarioDefinition => each.kind === "scenario",
  )
  const titles = new Map<string, ScenarioDefinition>()
  for (const each of scenarios) {
    const earlier = titles.get(each.title.text)
    if (earlier) remarkSecond(world, each, earlier)
    titles.set(each.title.text, earlier ?? each)
    remarkItems(world, each)
  }
  return scenarios
}

function remarkSecond(world: World, { title }: ScenarioDefinition, earlier: ScenarioDefinition): void {
  report(world, "declared-twice", title.span, `A second scenario has the title "${title.text}".`, {
    hint: "Take one of the two out, or give it another title.",
    related: [{ span: earlier.title.span, message: "The first one is here." }],
  })
}

function remarkItems(world: World, { title, items }: ScenarioDefinition): void {
  remarkAbsent(world, items)
  if (items.some((each) => each.kind === "expect")) return
  report(world, "no-expectation", title.span, "This scenario expects nothing, so nothing can come of it.", {
    hint: "Say what should come of it, for instance `expect story;`.",
  })
}

/** Reports names of events that do not exist. */
export function remarkAbsent(world: World, items: readonly (SyntaxDefinition | SyntaxScenarioItem)[]): void {
  const names = new Set(eventNames(world))
  for (const each of items) {
    if (each.kind !== "without") continue
    for (const name of each.names)
      if (!names.has(name.text) && !world.namesWithErrors.has(name.text)) reportUnknown(world, { name })
  }
}

/** The world's syntax tree with the scenario's changes. */
export function withChanges(tree: SyntaxTree, { items }: ScenarioDefinition): SyntaxTree {
  const changes = items.filter(isDefinition)
  const stays = (each: SyntaxDefinition): boolean =>
    each.kind !== "scenario" && !changes.some((change) => replaces(change, each))
  return { ...tree, definitions: [...tree.definitions.filter(stays), ...changes] }
}

/** The names of the actions and triggers that the scenario takes out. Expectations may still name them. */
export function absentIn(items: readonly (SyntaxDefinition | SyntaxScenarioItem)[]): ReadonlySet<string> {
  return new Set(
    items.flatMap((each) => (each.kind === "without" ? each.names.map((name) => name.text) : [])),
  )
}

type Change = Extract<SyntaxScenarioItem, SyntaxDefinition>

function isDefinition(item: SyntaxScenarioItem): item is Change {
  return ["initial", "utility", "limit", "demand", "without"].includes(item.kind)
}

function replaces(change: Change, definition: SyntaxDefinition): boolean {
  if (change.kind === "utility")
    return definition.kind === "utility" && definition.character?.text === change.character?.text
  return change.kind === "limit" && definition.kind === "limit" && definition.which === change.which
}

/** All of a scenario but its problem; undefined if it contains an error, which is reported. */
export function lowerExpectations(
  world: World,
  scenario: ScenarioDefinition,
  events: Events,
  texts: Texts,
): Omit<Scenario, "problem"> | undefined {
  const trees = scenario.items.filter((each): each is SyntaxExpectation => each.kind === "expect")
  const lowered = trees.map((each) => lowerExpectation(world, each, events, textOf(each, texts)))
  const goal = scenario.items.findLast((each) => each.kind === "goal")
  if (lowered.includes(undefined)) return undefined
  return {
    title: scenario.title.text,
    origin: scenario.title.span,
    ...(goal?.kind === "goal" ? { goal: goal.value } : {}),
    expectations: lowered as Expectation[],
  }
}

function lowerExpectation(
  world: World,
  tree: SyntaxExpectation,
  events: Events,
  text: string,
): Expectation | undefined {
  const { negated, span: origin } = tree
  if (tree.what === "story") return { kind: "story", text, origin, negated }
  if (tree.what === "act") {
    const act = lowerAct(world, events, tree.act)
    return act && { kind: "act", ...act, text, origin, negated }
  }
  const condition = lowerCondition(world, undefined, tree.body)
  return condition && { kind: tree.what, condition, text, origin, negated }
}

/** The expectation as the author wrote it, on one line, without `expect` and the semicolon. */
function textOf({ span }: SyntaxExpectation, texts: Texts): string {
  return oneLine(texts, span).replace(/^expect\s+/, "")
}

/** The text of a span, on one line, without the semicolon after it. */
export function oneLine(texts: Texts, span: Span): string {
  const written = texts.get(span.file)?.slice(span.offset, span.offset + span.length) ?? ""
  return written.replace(/\s*;\s*$/, "").replace(/\s+/g, " ")
}
