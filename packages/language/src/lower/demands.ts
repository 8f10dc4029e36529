/**
 * What the author demands of every story, as a problem without demands.
 *
 * What has come about is kept in hidden properties, which the acts concerned set, or hidden triggers for conditions; the author's
 * utility is what it was where all demands are met, and what it was at the start elsewhere. So neither search nor judge
 * needs to know of demands. Three things keep minds out of it: every character believes from the start that all hidden
 * properties are true, so nothing can make minds differ by them; for the same reason no hidden trigger ever fires in a mind; and their
 * names hold a space, so nobody can write them. Hidden triggers come last: they look at a world only once it has come to rest.
 */
import type { Effect, EventTemplate, Expression, FluentTemplate, Problem, Property, Span, Term, TriggerTemplate, Utility } from "@dramaturg/model"
import { type Relaxation, subexpressionsOf, valuesOf } from "@dramaturg/model"
import { type Act, type Events, isAct, isKnown, lowerAct, reportUnknownComing } from "./acts.js"
import { atomsOf } from "./checks/walk.js"
import type { DraftDemand, DraftExpression } from "../draft.js"
import { lowerCondition } from "./formulas.js"
import type { World } from "./world.js"

/** Something that comes about: an act or trigger that occurs, or a condition that holds. */
type Coming = { readonly origin: Span } & ({ readonly kind: "act"; readonly act: Act } | { readonly kind: "holds"; readonly condition: Expression })

export type Demand = { readonly origin: Span } & (
  | { readonly demand: "must" | "never"; readonly what: Coming }
  | { readonly demand: "order"; readonly first: Coming; readonly then: Coming }
  | { readonly demand: "ends"; readonly condition: Expression }
)

/** The demands that have no mistake in them. */
export function lowerDemands(world: World, events: Events): Demand[] {
  return world.draft.definitions.flatMap((each) => (each.kind === "demand" ? (lowerDemand(world, events, each) ?? []) : []))
}

function lowerDemand(world: World, events: Events, draft: DraftDemand): Demand | undefined {
  if (draft.demand === "order") {
    const [first, then] = [lowerComing(world, events, draft.first), lowerComing(world, events, draft.then)]
    return first && then && { demand: "order", first, then, origin: draft.span }
  }
  if (draft.demand === "ends") {
    const condition = lowerCondition(world, undefined, draft.body)
    return condition && { demand: "ends", condition, origin: draft.span }
  }
  const what = lowerComing(world, events, draft.body)
  return what && { demand: draft.demand, what, origin: draft.span }
}

function lowerComing(world: World, events: Events, draft: DraftExpression): Coming | undefined {
  if (draft.kind === "fluent" && isAct(world, draft)) {
    const act = lowerAct(world, events, draft)
    return act && { kind: "act", act, origin: draft.span }
  }
  if (draft.kind === "fluent" && !isKnown(world, draft)) return reportUnknownComing(world, draft)
  const condition = lowerCondition(world, undefined, draft)
  return condition && { kind: "holds", condition, origin: draft.span }
}

// Weaving demands into a problem

/** What is added to a problem, while it grows. */
interface Weft {
  readonly problem: Problem
  readonly properties: Property[]
  readonly initial: Effect[]
  readonly triggers: TriggerTemplate[]
  /** What the acts that are spoken of do besides. */
  readonly besides: { readonly act: Act; readonly effect: Effect }[]
  /** What must be so at the end. */
  readonly met: Expression[]
}

/** The problem without each of its demands in turn and, if there are several, without all of them. `textOf`: how each is written. */
export function withoutDemands(problem: Problem, demands: readonly Demand[], textOf: (demand: Demand) => string): readonly Relaxation[] {
  const singly = demands.map((each): Relaxation => ({ demands: [textOf(each)], problem: withDemands(problem, demands.filter((other) => other !== each)) }))
  return demands.length < 2 ? singly : [...singly, { demands: demands.map(textOf), problem }]
}

export function withDemands(problem: Problem, demands: readonly Demand[]): Problem {
  if (demands.length === 0) return problem
  const weft: Weft = { problem, properties: [...problem.properties], initial: [], triggers: [], besides: [], met: [] }
  weaveNever(weft, demands)
  demands.forEach((each, i) => weave(weft, each, `demand ${i + 1}`))
  const utility = demandingUtility(weft)
  return {
    ...problem,
    properties: weft.properties,
    actions: problem.actions.map((each) => ({ ...each, effect: effectOf(weft, each) })),
    triggers: [...problem.triggers.map((each) => ({ ...each, effect: effectOf(weft, each) })), ...weft.triggers],
    initial: [...problem.initial, ...weft.initial],
    utilities: [...problem.utilities.filter((each) => each.character !== null), utility],
  }
}

function weave(weft: Weft, demand: Demand, name: string): void {
  if (demand.demand === "ends") weft.met.push(demand.condition)
  if (demand.demand === "must") weft.met.push(noted(weft, name, demand.what))
  if (demand.demand === "order") weft.met.push(inOrder(weft, name, demand.first, demand.then))
}

/** One thing that must not be is as bad as all of them. */
function weaveNever(weft: Weft, demands: readonly Demand[]): void {
  const never = demands.flatMap((each) => (each.demand === "never" ? [each.what] : []))
  if (never.length === 0) return
  const broken = flag(weft, "demand broken")
  never.forEach((each, i) => note(weft, { ...each, name: `demand broken ${i + 1}` }, broken))
  weft.met.push({ kind: "not", body: broken })
}

/** A new flag that says that something has come about. */
function noted(weft: Weft, name: string, what: Coming): FluentTemplate {
  const come = flag(weft, name)
  note(weft, { ...what, name }, come)
  return come
}

function note(weft: Weft, what: Coming & { readonly name: string }, come: FluentTemplate): void {
  if (what.kind === "act") weft.besides.push({ act: what.act, effect: becomesTrue(come) })
  else watch(weft, what.name, [what.condition], come)
}

/**
 * One thing after another. What comes about by an act is later than the act; a condition that held already has to cease and
 * come about anew, which `ready` waits for.
 */
function inOrder(weft: Weft, name: string, first: Coming, then: Coming): FluentTemplate {
  const begun = noted(weft, `${name} begun`, first)
  const done = flag(weft, name)
  if (then.kind === "act") {
    weft.besides.push({ act: then.act, effect: when(begun, becomesTrue(done)) })
    return done
  }
  const ready = flag(weft, `${name} ready`)
  const isAbsent: Expression = { kind: "not", body: then.condition }
  if (first.kind === "act") weft.besides.push({ act: first.act, effect: when(isAbsent, becomesTrue(ready)) })
  watch(weft, `${name} ready`, [begun, isAbsent], ready)
  watch(weft, name, [ready, then.condition], done)
  return done
}

/** A hidden property, false in the world and true in every mind. */
function flag(weft: Weft, name: string): FluentTemplate {
  const fluent = hide(weft, name, "boolean")
  believed(weft, fluent, true)
  return fluent
}

function hide(weft: Weft, name: string, type: string): FluentTemplate {
  weft.properties.push({ name, parameters: [], type, isHidden: true })
  return { kind: "fluent", property: weft.properties.length - 1, arguments: [] }
}

function believed(weft: Weft, fluent: FluentTemplate, value: boolean | number): void {
  const everybody: Term = { kind: "variable", name: "c" }
  const body: Effect = { kind: "assign", believers: [everybody], fluent, value: { kind: "constant", value } }
  weft.initial.push({ kind: "forall", variable: "c", type: "character", body })
}

/** A hidden trigger that sets a flag as soon as all of this is so. */
function watch(weft: Weft, name: string, conditions: readonly Expression[], fluent: FluentTemplate): void {
  const precondition: Expression = { kind: "and", parts: [...conditions, { kind: "not", body: fluent }] }
  weft.triggers.push({ name, parameters: [], precondition, effect: becomesTrue(fluent), isHidden: true })
}

function becomesTrue(fluent: FluentTemplate): Effect {
  return { kind: "assign", believers: [], fluent, value: { kind: "constant", value: true } }
}

function when(condition: Expression, effect: Effect): Effect {
  return { kind: "if", branches: [{ condition, body: effect }], otherwise: undefined }
}

// What acts do besides

function effectOf(weft: Weft, event: EventTemplate): Effect {
  const added = weft.besides.flatMap(({ act, effect }) => besides(weft.problem, act, event, effect) ?? [])
  if (added.length === 0) return event.effect
  const { effect } = event
  const own = effect.kind === "all" ? effect.parts : [effect]
  return { kind: "all", parts: [...own, ...added], ...(effect.origin ? { origin: effect.origin } : {}) }
}

/** The effect for those instances of the event that the act names; undefined if none of them is. */
function besides(problem: Problem, act: Act, event: EventTemplate, effect: Effect): Effect | undefined {
  if (act.name !== event.name || act.arguments.length !== event.parameters.length) return undefined
  const conditions: Expression[] = []
  for (const [i, value] of act.arguments.entries()) {
    const parameter = event.parameters[i]
    if (value === undefined) continue
    if (parameter.kind === "constant" ? parameter.value !== value : !valuesOf(problem, parameter.type).includes(value)) return undefined
    if (parameter.kind === "constant") continue
    conditions.push({ kind: "compare", operator: "==", left: { kind: "variable", name: parameter.name }, right: { kind: "constant", value } })
  }
  if (conditions.length === 0) return effect
  return when(conditions.length === 1 ? conditions[0] : { kind: "and", parts: conditions }, effect)
}

// What the author wants

function demandingUtility(weft: Weft): Utility {
  const own = weft.problem.utilities.find((each) => each.character === null)
  const condition: Expression = weft.met.length === 1 ? weft.met[0] : { kind: "and", parts: weft.met }
  if (!own) return { character: null, body: oneOf(condition, constant(1), constant(0)) }
  const base = isCondition(weft.problem, own.body) ? numberOf(own.body) : own.body
  return { ...own, body: oneOf(condition, base, worthAtStart(weft, base)) }
}

function constant(value: number): Expression {
  return { kind: "constant", value }
}

/** A condition as the number that it counts as. Of what is not known it stays unknown how much it is (D21). */
function numberOf(condition: Expression): Expression {
  if (!mayBeUnknown(condition)) return oneOf(condition, constant(1), constant(0))
  const unknown: Expression = { kind: "constant", value: null }
  const isUnknown: Expression = { kind: "compare", operator: "==", left: condition, right: unknown }
  return { kind: "if", branches: [{ condition, body: constant(1) }, { condition: isUnknown, body: unknown }], otherwise: constant(0) }
}

/** Whether it may read as `?`: all that compares or connects is either so or not (D5, D6). */
function mayBeUnknown(condition: Expression): boolean {
  if (condition.kind === "believes") return mayBeUnknown(condition.body)
  if (condition.kind === "if") return condition.branches.some((each) => mayBeUnknown(each.body)) || mayBeUnknown(condition.otherwise)
  return condition.kind === "fluent" || (condition.kind === "constant" && condition.value === null)
}

function oneOf(condition: Expression, body: Expression, otherwise: Expression): Expression {
  return { kind: "if", branches: [{ condition, body }], otherwise }
}

/**
 * What the start was worth. Where no trigger can have a part in that, it is written down once, as the last statement about the
 * start, and never changes. Elsewhere only a trigger can know, when all others have come to rest; the lesser of that and
 * of what things are worth now comes to the same, and keeps estimates from taking it for a way to the goal.
 */
function worthAtStart(weft: Weft, base: Expression): Expression {
  const start = hide(weft, "demand start", "number")
  if (!dependsOnTriggers(weft.problem, base)) {
    weft.initial.push({ kind: "assign", believers: [], fluent: start, value: base })
    return start
  }
  const unknown: Expression = { kind: "constant", value: null }
  weft.initial.push({ kind: "assign", believers: [], fluent: start, value: unknown })
  believed(weft, start, 0)
  const precondition: Expression = { kind: "compare", operator: "==", left: start, right: unknown }
  const effect: Effect = { kind: "assign", believers: [], fluent: start, value: base }
  weft.triggers.unshift({ name: "demand start", parameters: [], precondition, effect, isHidden: true })
  return oneOf({ kind: "compare", operator: "<", left: base, right: start }, base, start)
}

function dependsOnTriggers({ triggers }: Problem, base: Expression): boolean {
  const written = new Set(triggers.flatMap((each) => atomsOf(each.effect).map((atom) => atom.assignment.fluent.property)))
  const reads = (each: Expression): boolean => (each.kind === "fluent" ? written.has(each.property) : subexpressionsOf(each).some(reads))
  return reads(base)
}

function isCondition({ properties }: Problem, body: Expression): boolean {
  switch (body.kind) {
    case "constant":
      return typeof body.value === "boolean"
    case "fluent":
      return properties[body.property].type === "boolean"
    case "believes":
      return isCondition({ properties } as Problem, body.body)
    case "if":
      return isCondition({ properties } as Problem, body.otherwise)
    case "arithmetic":
    case "sum":
    case "product":
      return false
    default:
      return true
  }
}
