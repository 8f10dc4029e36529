/**
 * `every action`: what is added to each action of a world.
 *
 * An addition is written once and lowered anew for each action, in a scope where `who` of `by(who : …)`
 * stands for one consenting character. An addition to all actions cannot name an action's parameters; an
 * addition to the actions of one name (`every action walk`) can. A variable of an addition must not hide one
 * of the action's, and is renamed where it would (`withVariable`). Mistakes are reported when the addition
 * is checked by itself.
 */
import type { ActionTemplate, Effect, Expression, Observation, Parameter, Term } from "@dramaturg/model"
import type { SyntaxDefinition, SyntaxPart } from "../syntax-tree.js"
import { lowerEffect } from "./effects.js"
import { lowerCondition } from "./formulas.js"
import { reportUnknown } from "./acts.js"
import { readParameters, requireVariableType, typesMeet } from "./headers.js"
import { remarkRepeatedParts } from "./parts.js"
import { typeInWords } from "./typing.js"
import {
  type Addition,
  type Scope,
  type World,
  belongs,
  freshName,
  isBelow,
  quietly,
  report,
  variableOf,
  withVariable,
  withoutAddition,
} from "./world.js"

type EveryDefinition = Extract<SyntaxDefinition, { kind: "every" }>
type Observing = Extract<SyntaxPart, { kind: "observing" }>

/** An action before additions, with its syntax tree. */
export interface PlainAction {
  readonly action: ActionTemplate
  readonly hasPrecondition: boolean
  readonly observing: Observing | undefined
}

const always: Expression = { kind: "constant", value: true }

/** The additions of a world that contain no error, in the order of the text. */
export function soundAdditions(world: World): EveryDefinition[] {
  const all = world.tree.definitions.filter((each): each is EveryDefinition => each.kind === "every")
  return all.filter((each) => isSound(world, each))
}

/** The action with all its additions. */
export function withAdditions(
  world: World,
  plain: PlainAction,
  all: readonly EveryDefinition[],
): ActionTemplate {
  const own = all.filter((each) => each.action === undefined || each.action.text === plain.action.name)
  return own.length === 0 ? plain.action : withOwn(world, plain, own)
}

function withOwn(world: World, plain: PlainAction, additions: readonly EveryDefinition[]): ActionTemplate {
  const quiet = quietly(world)
  const observer = observerOf(quiet, plain, additions)
  const added = additions.flatMap((each) =>
    instancesOf(world, each, plain).map((instance) => add(quiet, plain, each, { ...instance, observer })),
  )
  const { action } = plain
  const preconditions = [
    ...(plain.hasPrecondition ? [action.precondition] : []),
    ...added.flatMap((each) => each.precondition ?? []),
  ]
  const seen = added.flatMap((each) => each.observing ?? [])
  return {
    ...action,
    precondition: join(preconditions),
    effect: joinEffects([action.effect, ...added.flatMap((each) => each.effect ?? [])]),
    observing: seen.length === 0 ? action.observing : observation(observer!, seen),
  }
}

// Checking an addition by itself

function isSound(world: World, every: EveryDefinition): boolean {
  const before = world.diagnostics.filter((each) => each.severity === "error").length
  remarkRepeatedParts(world, "What is added to every action", every.parts)
  if (every.by && !requireVariableType(world, every.by.type)) return false
  const scope = every.by && { name: every.by.variable.text, type: every.by.type.text, outer: undefined }
  if (scope && !typesMeet(world, scope.type, "character")) reportNoCharacter(world, every)
  for (const parameters of parametersFor(world, every)) {
    const taken = namesOf(parameters)
    const general: World = {
      ...world,
      addition: { taken, possible: always, consents: () => always, seen: () => always },
    }
    const around = every.action ? sayable(parameters) : undefined
    for (const part of every.parts) lookOver(general, scope ? { ...scope, outer: around } : around, part)
  }
  return world.diagnostics.filter((each) => each.severity === "error").length === before
}

/**
 * The scopes in which an addition is checked: an empty one for an addition to all actions, those of the
 * actions' parameters for an addition to the actions of one name.
 */
function parametersFor(world: World, { action }: EveryDefinition): (readonly Parameter[])[] {
  if (!action) return [[]]
  const named = world.tree.definitions.filter(
    (each) => each.kind === "action" && each.name.text === action.text,
  )
  if (named.length === 0 && !world.namesWithErrors.has(action.text))
    reportUnknown(world, { name: action }, "action")
  return named.flatMap((each) =>
    each.kind === "action" ? [readParameters(quietly(world), each.parameters) ?? []] : [],
  )
}

function lookOver(world: World, scope: Scope | undefined, part: SyntaxPart): void {
  if (part.kind === "precondition") lowerCondition(world, scope, part.body)
  else if (part.kind === "effect") lowerEffect(world, scope, part.body)
  else if (part.kind === "observing") lowerObserving(world, scope, part)
  else {
    const hint = "It can add a precondition, an effect and an observing."
    report(world, "part-not-allowed", part.keyword, `\`every action\` adds no \`${part.kind}\`.`, { hint })
  }
}

function reportNoCharacter(world: World, { by }: EveryDefinition): void {
  report(
    world,
    "not-a-character",
    by!.type.span,
    `Only characters consent to an action, and ${typeInWords(by!.type.text)} is none.`,
    {
      hint: `Write \`by(${by!.variable.text} : character)\`.`,
    },
  )
}

/** The observers: a condition with one variable that ranges over all characters. */
export function lowerObserving(
  world: World,
  scope: Scope | undefined,
  part: Observing,
): Observation | undefined {
  if (!requireVariableType(world, part.type)) return undefined
  const type = part.type.text
  const inner = withVariable(world, scope, part.variable.text, type)
  const condition = lowerCondition(world, inner, part.body)
  if (isBelow(world, "character", type)) return condition && { variable: variableOf(inner), type, condition }
  const message = `Every character can be asked whether they see this, but \`${inner.name}\` is only ${typeInWords(type)}.`
  return report(world, "bad-observer", part.type.span, message, {
    hint: `Write \`observing(${inner.name} : character)\` and test for the type inside.`,
    fixes: [{ title: "Change to character", edits: [{ span: part.type.span, text: "character" }] }],
  })
}

// Adding to one action

interface Instance {
  readonly scope: Scope | undefined
  /** The condition under which the addition applies to the action; undefined: it always does. */
  readonly guard: Expression | undefined
  readonly observer?: Observer | undefined
}

interface Added {
  readonly precondition?: Expression | undefined
  readonly effect?: Effect | undefined
  readonly observing?: Expression | undefined
}

/**
 * One instance of the addition for each consenting character who is, or may be, of the type of `by`; without
 * `by` a single one.
 */
function instancesOf(
  world: World,
  { action: name, by }: EveryDefinition,
  { action }: PlainAction,
): Instance[] {
  const around = name ? sayable(action.parameters) : unsayable(action.parameters)
  if (!by) return [{ scope: around, guard: undefined }]
  return action.consenting.flatMap((term) => {
    const scope: Scope = { name: by.variable.text, type: by.type.text, stands: term, outer: around }
    const fit = fitOf(world, action.parameters, term, by.type.text)
    if (fit === "never") return []
    return [
      {
        scope,
        guard:
          fit === "always"
            ? undefined
            : ({ kind: "is", body: term, type: by.type.text } satisfies Expression),
      },
    ]
  })
}

/** The action's own parameters are in scope with their types, under names that no formula can contain. */
function unsayable(parameters: readonly Parameter[]): Scope | undefined {
  let scope: Scope | undefined
  for (const each of parameters) {
    if (each.kind === "variable")
      scope = { name: "", type: each.type, stands: { kind: "variable", name: each.name }, outer: scope }
  }
  return scope
}

function fitOf(
  world: World,
  parameters: readonly Parameter[],
  term: Term,
  wanted: string,
): "always" | "maybe" | "never" {
  if (term.kind === "constant") return belongs(world, term.value, wanted) ? "always" : "never"
  const parameter = parameters.find((each) => each.kind === "variable" && each.name === term.name)
  const type = parameter?.kind === "variable" ? parameter.type : "character"
  if (isBelow(world, type, wanted)) return "always"
  return typesMeet(world, type, wanted) ? "maybe" : "never"
}

function add(
  quiet: World,
  plain: PlainAction,
  every: EveryDefinition,
  { scope, guard, observer }: Instance,
): Added {
  const world: World = { ...quiet, addition: additionTo(quiet, plain) }
  const parts = new Map(every.parts.map((each) => [each.kind, each]))
  const [precondition, effect, observing] = [
    parts.get("precondition"),
    parts.get("effect"),
    parts.get("observing"),
  ]
  return {
    precondition:
      precondition?.kind === "precondition"
        ? guarded(lowerCondition(world, scope, precondition.body), guard)
        : undefined,
    effect:
      effect?.kind === "effect" ? guardedEffect(lowerEffect(world, scope, effect.body), guard) : undefined,
    observing:
      observing?.kind === "observing" && observer
        ? guarded(lowerSeen(world, scope, observing, observer), guard)
        : undefined,
  }
}

function additionTo(world: World, plain: PlainAction): Addition {
  const taken = namesOf(plain.action.parameters)
  const own = withoutAddition(world)
  const seen: Addition["seen"] = (observer, scope) => {
    if (!plain.observing) return always
    return seenBy(
      { ...own, addition: { taken: mentioned(observer, scope) } },
      plain,
      plain.observing,
      observer,
    )
  }
  const consents: Addition["consents"] = (character) => isAmong(character, plain.action.consenting)
  return { taken, possible: plain.action.precondition, consents, seen }
}

function isAmong(character: Term, consenting: readonly Term[]): Expression {
  const parts = consenting.map(
    (each): Expression => ({ kind: "compare", operator: "==", left: character, right: each }),
  )
  return parts.length === 1
    ? parts[0]
    : parts.length === 0
      ? { kind: "constant", value: false }
      : { kind: "or", parts }
}

/** The action's own observing condition, about this observer. */
function seenBy(
  world: World,
  { action }: PlainAction,
  { variable, type, body }: Observing,
  observer: Term,
): Expression | undefined {
  return lowerCondition(
    world,
    { name: variable.text, type: type.text, stands: observer, outer: sayable(action.parameters) },
    body,
  )
}

function sayable(parameters: readonly Parameter[]): Scope | undefined {
  let scope: Scope | undefined
  for (const each of parameters)
    if (each.kind === "variable") scope = { name: each.name, type: each.type, outer: scope }
  return scope
}

function namesOf(parameters: readonly Parameter[]): Set<string> {
  return new Set(parameters.flatMap((each) => (each.kind === "variable" ? [each.name] : [])))
}

/** The variables that a formula about this observer could capture. */
function mentioned(observer: Term, scope: Scope | undefined): Set<string> {
  const names = new Set(observer.kind === "variable" ? [observer.name] : [])
  for (let each = scope; each; each = each.outer) names.add(variableOf(each))
  return names
}

function guarded(condition: Expression | undefined, guard: Expression | undefined): Expression | undefined {
  if (!condition || !guard) return condition
  return { kind: "or", parts: [{ kind: "not", body: guard }, condition], ...originOf(condition) }
}

function guardedEffect(effect: Effect | undefined, guard: Expression | undefined): Effect | undefined {
  if (!effect || !guard) return effect
  return {
    kind: "if",
    branches: [{ condition: guard, body: effect }],
    otherwise: undefined,
    ...originOf(effect),
  }
}

function originOf({ origin }: Expression | Effect) {
  return origin === undefined ? {} : { origin }
}

/** The conjunction of the conditions, with nested conjunctions flattened. */
function join(conditions: readonly Expression[]): Expression {
  if (conditions.length === 0) return always
  if (conditions.length === 1) return conditions[0]
  return {
    kind: "and",
    parts: conditions.flatMap((each) => (each.kind === "and" ? each.parts : [each])),
    ...originOf(conditions[0]),
  }
}

/** The effects as one, in this order. */
export function joinEffects(effects: readonly Effect[]): Effect {
  const parts = effects.flatMap((each) => (each.kind === "all" ? each.parts : [each]))
  return parts.length === 1
    ? parts[0]
    : { kind: "all", parts, ...originOf(effects.find((each) => each.origin) ?? effects[0]) }
}

// Observing

interface Observer {
  readonly variable: string
  readonly type: string
  /** The action's own condition with this variable. */
  readonly own: Expression | undefined
}

/**
 * The observer variable that the action and its additions share; its name must not hide a parameter of the
 * action.
 */
function observerOf(
  quiet: World,
  plain: PlainAction,
  additions: readonly EveryDefinition[],
): Observer | undefined {
  const { action, observing } = plain
  const first = additions.flatMap((each) => each.parts).find((each) => each.kind === "observing")
  if (first?.kind !== "observing") return undefined
  const { text } = (observing ?? first).variable
  const variable = freshName(quiet, text, namesOf(action.parameters))
  const { text: type } = (observing ?? first).type
  if (!observing || variable === text) return { variable, type, own: action.observing?.condition }
  const world: World = { ...withoutAddition(quiet), addition: { taken: new Set([variable]) } }
  return { variable, type, own: seenBy(world, plain, observing, { kind: "variable", name: variable }) }
}

function lowerSeen(
  world: World,
  scope: Scope | undefined,
  { variable, type, body }: Observing,
  observer: Observer,
): Expression | undefined {
  const inner: Scope = {
    name: variable.text,
    type: type.text,
    stands: { kind: "variable", name: observer.variable },
    outer: scope,
  }
  const taken = new Set([...world.addition!.taken, observer.variable])
  return lowerCondition({ ...world, addition: { ...world.addition!, taken } }, inner, body)
}

function observation({ variable, type, own }: Observer, added: readonly Expression[]): Observation {
  return { variable, type, condition: join([...(own ? [own] : []), ...added]) }
}
