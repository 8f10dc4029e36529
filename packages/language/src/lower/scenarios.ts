/**
 * Scenarios: the world with something changed, and what is expected of it.
 *
 * A change is made in the draft, where a fact is one more statement behind the world's own, and somebody's wants or a limit stand in the
 * place of the world's. What comes of it is lowered like any world.
 */
import type { Expectation, Scenario, Span } from "@dramaturg/model"
import { type Events, eventNames, lowerAct, reportUnknown } from "./acts.js"
import type { Draft, DraftDefinition, DraftExpectation, DraftScenarioItem } from "../draft.js"
import { lowerCondition } from "./formulas.js"
import { type World, report } from "./world.js"

type ScenarioDefinition = Extract<DraftDefinition, { kind: "scenario" }>

/** The sources by the names under which they were read. */
export type Texts = ReadonlyMap<string, string>

/** The world's scenarios, after remarks on their titles and on what they take away. */
export function remarkScenarios(world: World): ScenarioDefinition[] {
  const scenarios = world.draft.definitions.filter((each): each is ScenarioDefinition => each.kind === "scenario")
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

/** Only what there is can be taken out. */
export function remarkAbsent(world: World, items: readonly (DraftDefinition | DraftScenarioItem)[]): void {
  const names = new Set(eventNames(world))
  for (const each of items) {
    if (each.kind !== "without") continue
    for (const name of each.names) if (!names.has(name.text) && !world.torn.has(name.text)) reportUnknown(world, { name })
  }
}

/** The world's draft with what the scenario changes. */
export function withChanges(draft: Draft, { items }: ScenarioDefinition): Draft {
  const changes = items.filter(isDefinition)
  const stays = (each: DraftDefinition): boolean => each.kind !== "scenario" && !changes.some((change) => replaces(change, each))
  return { ...draft, definitions: [...draft.definitions.filter(stays), ...changes] }
}

/** The names of the actions and triggers that it takes out. They may still be spoken of. */
export function absentIn(items: readonly (DraftDefinition | DraftScenarioItem)[]): ReadonlySet<string> {
  return new Set(items.flatMap((each) => (each.kind === "without" ? each.names.map((name) => name.text) : [])))
}

type Change = Extract<DraftScenarioItem, DraftDefinition>

function isDefinition(item: DraftScenarioItem): item is Change {
  return ["initial", "utility", "limit", "demand", "without"].includes(item.kind)
}

function replaces(change: Change, definition: DraftDefinition): boolean {
  if (change.kind === "utility") return definition.kind === "utility" && definition.character?.text === change.character?.text
  return change.kind === "limit" && definition.kind === "limit" && definition.which === change.which
}

/** All but the problem; undefined if something in it has a mistake, which is remarked on. */
export function lowerExpectations(world: World, scenario: ScenarioDefinition, events: Events, texts: Texts): Omit<Scenario, "problem"> | undefined {
  const drafts = scenario.items.filter((each): each is DraftExpectation => each.kind === "expect")
  const lowered = drafts.map((each) => lowerExpectation(world, each, events, textOf(each, texts)))
  const goal = scenario.items.findLast((each) => each.kind === "goal")
  if (lowered.includes(undefined)) return undefined
  return {
    title: scenario.title.text,
    origin: scenario.title.span,
    ...(goal?.kind === "goal" ? { goal: goal.value } : {}),
    expectations: lowered as Expectation[],
  }
}

function lowerExpectation(world: World, draft: DraftExpectation, events: Events, text: string): Expectation | undefined {
  const { negated, span: origin } = draft
  if (draft.what === "story") return { kind: "story", text, origin, negated }
  if (draft.what === "act") {
    const act = lowerAct(world, events, draft.act)
    return act && { kind: "act", ...act, text, origin, negated }
  }
  const condition = lowerCondition(world, undefined, draft.body)
  return condition && { kind: draft.what, condition, text, origin, negated }
}

/** What is expected as the author wrote it, on one line, without the word in front and the semicolon behind. */
function textOf({ span }: DraftExpectation, texts: Texts): string {
  return oneLine(texts, span).replace(/^expect\s+/, "")
}

/** What stands at a place, on one line, without the semicolon behind it. */
export function oneLine(texts: Texts, span: Span): string {
  const written = texts.get(span.file)?.slice(span.offset, span.offset + span.length) ?? ""
  return written.replace(/\s*;\s*$/, "").replace(/\s+/g, " ")
}
