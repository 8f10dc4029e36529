/** Turns actions and triggers from draft into model: parameters, conditions, effects, who agrees and who sees. */
import type { ActionTemplate, Effect, EventTemplate, Expression, Parameter, Term, TriggerTemplate } from "@dramaturg/model"
import { clockOf, passing } from "./clock.js"
import type { DraftDefinition } from "../draft.js"
import { lowerEffect } from "./effects.js"
import { soundAdditions, joinEffects, lowerObserving, withAdditions } from "./every.js"
import { allOf, lowerCharacter, lowerCondition, lowerNumber } from "./formulas.js"
import { type Header, compareHeaders, readParameters, requireDifferentNames } from "./headers.js"
import { type PartOf, lastPart, remarkRepeatedParts } from "./parts.js"
import { namesIn, readTold } from "./told.js"
import { type Scope, type World, report, scopeOf } from "./world.js"

type EventDefinition = Extract<DraftDefinition, { kind: "action" | "trigger" }>
export interface Events {
  readonly actions: ActionTemplate[]
  readonly triggers: TriggerTemplate[]
}

export function lowerEvents(world: World): Events {
  const events: Events = { actions: [], triggers: [] }
  const headers = new Map<string, Header[]>()
  const additions = soundAdditions(world)
  for (const each of world.draft.definitions) {
    if (each.kind === "action") addAction(world, each, headers, { events, additions })
    if (each.kind === "trigger") addTrigger(world, each, headers, events)
  }
  return events
}

interface Gathering {
  readonly events: Events
  readonly additions: ReturnType<typeof soundAdditions>
}

function addAction(world: World, draft: EventDefinition, headers: Map<string, Header[]>, { events, additions }: Gathering): void {
  const common = lowerCommon(world, draft, headers)
  const scope = common && scopeOf(common.parameters)
  if (!common) return
  const consenting = lowerConsenting(world, scope, lastPart(draft.parts, "consenting"))
  const part = lastPart(draft.parts, "observing")
  const observing = part && lowerObserving(world, scope, part)
  if (!consenting || (part && !observing)) return
  const plain = { action: { ...common, consenting, observing }, hasPrecondition: lastPart(draft.parts, "precondition") !== undefined, observing: part }
  events.actions.push(withAdditions(world, plain, additions))
}

function addTrigger(world: World, draft: EventDefinition, headers: Map<string, Header[]>, events: Events): void {
  for (const part of draft.parts) {
    if (part.kind !== "consenting" && part.kind !== "observing") continue
    const message = `A trigger happens by itself, so it has no \`${part.kind}\`.`
    report(world, "part-not-allowed", part.keyword, message, { hint: "Make it an action, or take this part out." })
  }
  const common = lowerCommon(world, draft, headers)
  if (common) events.triggers.push(draft.isUnforeseen ? { ...common, isUnforeseen: true } : common)
}

/** What actions and triggers share. */
function lowerCommon(world: World, draft: EventDefinition, headers: Map<string, Header[]>): EventTemplate | undefined {
  remarkRepeatedParts(world, `\`${draft.name.text}\``, draft.parts)
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
    ...lowerWords(world, draft, parameters),
    ...(draft.doc === undefined ? {} : { doc: draft.doc }),
    origin: draft.name.span,
  }
}

function lowerBody(world: World, draft: EventDefinition, parameters: readonly Parameter[]) {
  const scope = scopeOf(parameters)
  const condition = lastPart(draft.parts, "precondition")
  const always: Expression = { kind: "constant", value: true }
  return {
    precondition: condition ? lowerCondition(world, scope, condition.body) : always,
    effect: lowerChange(world, scope, draft),
  }
}

/** What it changes, and then the time that it takes. */
function lowerChange(world: World, scope: Scope | undefined, draft: EventDefinition): Effect | undefined {
  const [change, duration] = [lastPart(draft.parts, "effect"), lastPart(draft.parts, "takes")]
  const nothing: Effect = { kind: "all", parts: [] }
  const effect = change ? lowerEffect(world, scope, change.body) : nothing
  if (!duration || draft.kind === "trigger") return effect
  const time = clockOf(world, duration.keyword)
  const hours = lowerNumber(world, scope, duration.body)
  return effect && time && hours && joinEffects([effect, passing(time, hours, duration.body.span)])
}

function lowerWords(world: World, draft: EventDefinition, parameters: readonly Parameter[]): Pick<EventTemplate, "told" | "says"> {
  const [told, says] = [lastPart(draft.parts, "told"), lastPart(draft.parts, "says")]
  const names = namesIn(parameters)
  const words = told ? readTold(world, told.texts, names) : []
  const speech = says ? readTold(world, says.texts, names, false) : []
  return { ...(words.length > 0 ? { told: words } : {}), ...(speech.length > 0 ? { says: speech } : {}) }
}

/** Everyone who must agree, each once. */
function lowerConsenting(world: World, scope: Scope | undefined, part: PartOf<"consenting"> | undefined): Term[] | undefined {
  const terms = allOf((part?.characters ?? []).map((each) => lowerCharacter(world, scope, each)))
  const same = (a: Term, b: Term) => JSON.stringify(a) === JSON.stringify(b)
  return terms?.filter((each, i) => terms.findIndex((other) => same(each, other)) === i)
}
