/** Lowers actions and triggers: parameters, conditions, effects, consenting characters and observers. */
import type {
  ActionTemplate,
  Effect,
  EventTemplate,
  Expression,
  Parameter,
  Term,
  TriggerTemplate,
} from "@dramaturg/model"
import { clockOf, passing } from "./clock.js"
import type { SyntaxDefinition } from "../syntax-tree.js"
import { lowerEffect } from "./effects.js"
import { soundAdditions, joinEffects, lowerObserving, withAdditions } from "./every.js"
import { allOf, lowerCharacter, lowerCondition, lowerNumber } from "./formulas.js"
import { type Header, compareHeaders, readParameters, requireDifferentNames } from "./headers.js"
import { type PartOf, lastPart, remarkRepeatedParts } from "./parts.js"
import { namesIn, readTold } from "./told.js"
import { type Scope, type World, report, scopeOf } from "./world.js"

type EventDefinition = Extract<SyntaxDefinition, { kind: "action" | "trigger" }>
export interface Events {
  readonly actions: ActionTemplate[]
  readonly triggers: TriggerTemplate[]
}

export function lowerEvents(world: World): Events {
  const events: Events = { actions: [], triggers: [] }
  const headers = new Map<string, Header[]>()
  const additions = soundAdditions(world)
  for (const each of world.tree.definitions) {
    if (each.kind === "action") addAction(world, each, headers, { events, additions })
    if (each.kind === "trigger") addTrigger(world, each, headers, events)
  }
  return events
}

interface Gathering {
  readonly events: Events
  readonly additions: ReturnType<typeof soundAdditions>
}

function addAction(
  world: World,
  tree: EventDefinition,
  headers: Map<string, Header[]>,
  { events, additions }: Gathering,
): void {
  const common = lowerCommon(world, tree, headers)
  const scope = common && scopeOf(common.parameters)
  if (!common) return
  const consenting = lowerConsenting(world, scope, lastPart(tree.parts, "consenting"))
  const part = lastPart(tree.parts, "observing")
  const observing = part && lowerObserving(world, scope, part)
  if (!consenting || (part && !observing)) return
  const plain = {
    action: { ...common, consenting, observing },
    hasPrecondition: lastPart(tree.parts, "precondition") !== undefined,
    observing: part,
  }
  events.actions.push(withAdditions(world, plain, additions))
}

function addTrigger(
  world: World,
  tree: EventDefinition,
  headers: Map<string, Header[]>,
  events: Events,
): void {
  for (const part of tree.parts) {
    if (part.kind !== "consenting" && part.kind !== "observing") continue
    const message = `A trigger happens by itself, so it has no \`${part.kind}\`.`
    report(world, "part-not-allowed", part.keyword, message, {
      hint: "Make it an action, or take this part out.",
    })
  }
  const common = lowerCommon(world, tree, headers)
  if (common) events.triggers.push(tree.isUnforeseen ? { ...common, isUnforeseen: true } : common)
}

/** What actions and triggers share. */
function lowerCommon(
  world: World,
  tree: EventDefinition,
  headers: Map<string, Header[]>,
): EventTemplate | undefined {
  remarkRepeatedParts(world, `\`${tree.name.text}\``, tree.parts)
  const parameters = readParameters(world, tree.parameters)
  const different = requireDifferentNames(world, tree.parameters)
  if (!parameters || !different) return undefined
  compareHeaders(world, tree.kind, { name: tree.name, parameters }, headers)
  const { precondition, effect } = lowerBody(world, tree, parameters)
  if (!precondition || !effect) return undefined
  return {
    name: tree.name.text,
    parameters,
    precondition,
    effect,
    ...lowerWords(world, tree, parameters),
    ...(tree.doc === undefined ? {} : { doc: tree.doc }),
    origin: tree.name.span,
  }
}

function lowerBody(world: World, tree: EventDefinition, parameters: readonly Parameter[]) {
  const scope = scopeOf(parameters)
  const condition = lastPart(tree.parts, "precondition")
  const always: Expression = { kind: "constant", value: true }
  return {
    precondition: condition ? lowerCondition(world, scope, condition.body) : always,
    effect: lowerChange(world, scope, tree),
  }
}

/** The action's effect, followed by that of its duration on the clock. */
function lowerChange(world: World, scope: Scope | undefined, tree: EventDefinition): Effect | undefined {
  const [change, duration] = [lastPart(tree.parts, "effect"), lastPart(tree.parts, "takes")]
  const nothing: Effect = { kind: "all", parts: [] }
  const effect = change ? lowerEffect(world, scope, change.body) : nothing
  if (!duration || tree.kind === "trigger") return effect
  const time = clockOf(world, duration.keyword)
  const hours = lowerNumber(world, scope, duration.body)
  return effect && time && hours && joinEffects([effect, passing(time, hours, duration.body.span)])
}

function lowerWords(
  world: World,
  tree: EventDefinition,
  parameters: readonly Parameter[],
): Pick<EventTemplate, "told" | "says"> {
  const [told, says] = [lastPart(tree.parts, "told"), lastPart(tree.parts, "says")]
  const names = namesIn(parameters)
  const words = told ? readTold(world, told.texts, names) : []
  const speech = says ? readTold(world, says.texts, names, false) : []
  return { ...(words.length > 0 ? { told: words } : {}), ...(speech.length > 0 ? { says: speech } : {}) }
}

/** The consenting characters, each once. */
function lowerConsenting(
  world: World,
  scope: Scope | undefined,
  part: PartOf<"consenting"> | undefined,
): Term[] | undefined {
  const terms = allOf((part?.characters ?? []).map((each) => lowerCharacter(world, scope, each)))
  const same = (a: Term, b: Term) => JSON.stringify(a) === JSON.stringify(b)
  return terms?.filter((each, i) => terms.findIndex((other) => same(each, other)) === i)
}
