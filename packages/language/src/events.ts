/** Turns actions and triggers from draft into model: parameters, conditions, effects, who agrees and who sees. */
import type { ActionTemplate, Effect, EventTemplate, Expression, Observation, Parameter, Term, TriggerTemplate } from "@dramaturg/model"
import type { DraftDefinition, DraftPart } from "./draft.js"
import { lowerEffect } from "./effects.js"
import { allOf, lowerCharacter, lowerCondition } from "./formulas.js"
import { type Header, compareHeaders, readParameters, requireDifferentNames, requireVariableType } from "./headers.js"
import { typeInWords } from "./typing.js"
import { type Scope, type World, isBelow, report, scopeOf } from "./world.js"

type EventDefinition = Extract<DraftDefinition, { kind: "action" | "trigger" }>
type PartOf<K extends DraftPart["kind"], P extends DraftPart = DraftPart> = P extends DraftPart
  ? K extends P["kind"] ? P : never
  : never

export interface Events {
  readonly actions: ActionTemplate[]
  readonly triggers: TriggerTemplate[]
}

export function lowerEvents(world: World): Events {
  const events: Events = { actions: [], triggers: [] }
  const headers = new Map<string, Header[]>()
  for (const each of world.draft.definitions) {
    if (each.kind === "action") addAction(world, each, headers, events)
    if (each.kind === "trigger") addTrigger(world, each, headers, events)
  }
  return events
}

function addAction(world: World, draft: EventDefinition, headers: Map<string, Header[]>, events: Events): void {
  const common = lowerCommon(world, draft, headers)
  const scope = common && scopeOf(common.parameters)
  if (!common) return
  const consenting = lowerConsenting(world, scope, lastPart(draft, "consenting"))
  const part = lastPart(draft, "observing")
  const observing = part && lowerObserving(world, scope, part)
  if (consenting && (observing || !part)) events.actions.push({ ...common, consenting, observing })
}

function addTrigger(world: World, draft: EventDefinition, headers: Map<string, Header[]>, events: Events): void {
  for (const part of draft.parts) {
    if (part.kind !== "consenting" && part.kind !== "observing") continue
    const message = `A trigger happens by itself, so it has no \`${part.kind}\`.`
    report(world, "part-not-allowed", part.keyword, message, { hint: "Make it an action, or take this part out." })
  }
  const common = lowerCommon(world, draft, headers)
  if (common) events.triggers.push(common)
}

/** What actions and triggers share. */
function lowerCommon(world: World, draft: EventDefinition, headers: Map<string, Header[]>): EventTemplate | undefined {
  remarkRepeatedParts(world, draft)
  const parameters = readParameters(world, draft.parameters)
  const different = requireDifferentNames(world, draft.parameters)
  if (!parameters || !different) return undefined
  compareHeaders(world, draft.kind, { name: draft.name, parameters }, headers)
  const { precondition, effect } = lowerBody(world, draft, parameters)
  if (!precondition || !effect) return undefined
  return {
    name: draft.name.text,
    parameters,
    precondition,
    effect,
    ...(draft.doc === undefined ? {} : { doc: draft.doc }),
    origin: draft.name.span,
  }
}

function lowerBody(world: World, draft: EventDefinition, parameters: readonly Parameter[]) {
  const scope = scopeOf(parameters)
  const condition = lastPart(draft, "precondition")
  const change = lastPart(draft, "effect")
  const always: Expression = { kind: "constant", value: true }
  const nothing: Effect = { kind: "all", parts: [] }
  return {
    precondition: condition ? lowerCondition(world, scope, condition.body) : always,
    effect: change ? lowerEffect(world, scope, change.body) : nothing,
  }
}

function lastPart<K extends DraftPart["kind"]>(draft: EventDefinition, kind: K): PartOf<K> | undefined {
  return draft.parts.findLast((part): part is PartOf<K> => part.kind === kind)
}

function remarkRepeatedParts(world: World, draft: EventDefinition): void {
  const first = new Map<string, DraftPart>()
  for (const part of draft.parts) {
    const earlier = first.get(part.kind)
    if (earlier) {
      const outcome = world.dialect === "sabre" ? "; only the last one counts" : ""
      const message = `\`${draft.name.text}\` has a second \`${part.kind}\`${outcome}.`
      const related = [{ span: earlier.keyword, message: "The first one is here." }]
      report(world, "part-twice", part.keyword, message, { related, hint: "Join them with `&`, or take one out." })
    }
    first.set(part.kind, earlier ?? part)
  }
}

/** Everyone who must agree, each once. */
function lowerConsenting(world: World, scope: Scope | undefined, part: PartOf<"consenting"> | undefined): Term[] | undefined {
  const terms = allOf((part?.characters ?? []).map((each) => lowerCharacter(world, scope, each)))
  const same = (a: Term, b: Term) => JSON.stringify(a) === JSON.stringify(b)
  return terms?.filter((each, i) => terms.findIndex((other) => same(each, other)) === i)
}

function lowerObserving(world: World, scope: Scope | undefined, part: PartOf<"observing">): Observation | undefined {
  if (!requireVariableType(world, part.type)) return undefined
  const type = part.type.text
  const inner = { name: part.variable.text, type, outer: scope }
  const condition = lowerCondition(world, inner, part.body)
  if (isBelow(world, "character", type)) return condition && { variable: inner.name, type, condition }
  const message = `Every character can be asked whether they see this, but \`${inner.name}\` is only ${typeInWords(type)}.`
  return report(world, "bad-observer", part.type.span, message, {
    hint: `Write \`observing(${inner.name} : character)\` and test for the type inside.`,
    fixes: [{ title: "Change to character", edits: [{ span: part.type.span, text: "character" }] }],
  })
}
