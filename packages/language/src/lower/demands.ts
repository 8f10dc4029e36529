/**
 * Compiles the author's demands into a problem without demands.
 *
 * Hidden properties record what has come about: the acts concerned set them, or hidden triggers do for
 * conditions. The author's utility is the original one in states where all demands are met, and the utility
 * of the initial state elsewhere. So neither search nor checker needs to know of demands.
 *
 * Three things keep hidden properties out of characters' beliefs. Every character believes from the start
 * that all of them are true, so beliefs never differ by them. For the same reason no hidden trigger ever
 * fires in a belief. And their names contain a space, so no author can write them. Hidden triggers come
 * last: they fire only after the author's triggers have reached their fixpoint.
 */
import type {
  Effect,
  EventTemplate,
  Expression,
  FluentTemplate,
  Problem,
  Property,
  Span,
  Term,
  TriggerTemplate,
  Utility,
} from "@dramaturg/model"
import { type Relaxation, subexpressionsOf, valuesOf } from "@dramaturg/model"
import { type Act, type Events, isAct, isKnown, lowerAct, reportUnknownComing } from "./acts.js"
import { atomsOf } from "./checks/walk.js"
import type { SyntaxDemand, SyntaxExpression } from "../syntax-tree.js"
import { lowerCondition } from "./formulas.js"
import type { World } from "./world.js"

/** Something that comes about: an act or trigger that occurs, or a condition that holds. */
type Coming = { readonly origin: Span } & (
  | { readonly kind: "act"; readonly act: Act }
  | { readonly kind: "holds"; readonly condition: Expression }
)

export type Demand = { readonly origin: Span } & (
  | { readonly demand: "must" | "never"; readonly what: Coming }
  | { readonly demand: "order"; readonly first: Coming; readonly then: Coming }
  | { readonly demand: "ends"; readonly condition: Expression }
)

/** The demands that contain no error. */
export function lowerDemands(world: World, events: Events): Demand[] {
  return world.tree.definitions.flatMap((each) =>
    each.kind === "demand" ? (lowerDemand(world, events, each) ?? []) : [],
  )
}

function lowerDemand(world: World, events: Events, tree: SyntaxDemand): Demand | undefined {
  if (tree.demand === "order") {
    const [first, then] = [lowerComing(world, events, tree.first), lowerComing(world, events, tree.then)]
    return first && then && { demand: "order", first, then, origin: tree.span }
  }
  if (tree.demand === "ends") {
    const condition = lowerCondition(world, undefined, tree.body)
    return condition && { demand: "ends", condition, origin: tree.span }
  }
  const what = lowerComing(world, events, tree.body)
  return what && { demand: tree.demand, what, origin: tree.span }
}

function lowerComing(world: World, events: Events, tree: SyntaxExpression): Coming | undefined {
  if (tree.kind === "fluent" && isAct(world, tree)) {
    const act = lowerAct(world, events, tree)
    return act && { kind: "act", act, origin: tree.span }
  }
  if (tree.kind === "fluent" && !isKnown(world, tree)) return reportUnknownComing(world, tree)
  const condition = lowerCondition(world, undefined, tree)
  return condition && { kind: "holds", condition, origin: tree.span }
}

// Compiling demands into a problem

/** What compiling adds to a problem. */
interface CompiledDemands {
  readonly problem: Problem
  readonly properties: Property[]
  readonly initial: Effect[]
  readonly triggers: TriggerTemplate[]
  /** Effects that are added to the acts that demands name. */
  readonly besides: { readonly act: Act; readonly effect: Effect }[]
  /** The conditions that must hold in the final state. */
  readonly met: Expression[]
}

/**
 * The problem without each of its demands in turn and, if there are several, without all of them. `textOf`
 * returns a demand as the author wrote it.
 */
export function withoutDemands(
  problem: Problem,
  demands: readonly Demand[],
  textOf: (demand: Demand) => string,
): readonly Relaxation[] {
  const singly = demands.map(
    (each): Relaxation => ({
      demands: [textOf(each)],
      problem: withDemands(
        problem,
        demands.filter((other) => other !== each),
      ),
    }),
  )
  return demands.length < 2 ? singly : [...singly, { demands: demands.map(textOf), problem }]
}

export function withDemands(problem: Problem, demands: readonly Demand[]): Problem {
  if (demands.length === 0) return problem
  const compiled: CompiledDemands = {
    problem,
    properties: [...problem.properties],
    initial: [],
    triggers: [],
    besides: [],
    met: [],
  }
  compileNever(compiled, demands)
  demands.forEach((each, i) => compileDemand(compiled, each, `demand ${i + 1}`))
  const utility = demandingUtility(compiled)
  return {
    ...problem,
    properties: compiled.properties,
    actions: problem.actions.map((each) => ({ ...each, effect: effectOf(compiled, each) })),
    triggers: [
      ...problem.triggers.map((each) => ({ ...each, effect: effectOf(compiled, each) })),
      ...compiled.triggers,
    ],
    initial: [...problem.initial, ...compiled.initial],
    utilities: [...problem.utilities.filter((each) => each.character !== null), utility],
  }
}

function compileDemand(compiled: CompiledDemands, demand: Demand, name: string): void {
  if (demand.demand === "ends") compiled.met.push(demand.condition)
  if (demand.demand === "must") compiled.met.push(noted(compiled, name, demand.what))
  if (demand.demand === "order") compiled.met.push(inOrder(compiled, name, demand.first, demand.then))
}

/** All `never` demands share one flag, because breaking any of them is equally bad. */
function compileNever(compiled: CompiledDemands, demands: readonly Demand[]): void {
  const never = demands.flatMap((each) => (each.demand === "never" ? [each.what] : []))
  if (never.length === 0) return
  const broken = flag(compiled, "demand broken")
  never.forEach((each, i) => note(compiled, { ...each, name: `demand broken ${i + 1}` }, broken))
  compiled.met.push({ kind: "not", body: broken })
}

/** A new flag that is set when the act or condition has come about. */
function noted(compiled: CompiledDemands, name: string, what: Coming): FluentTemplate {
  const come = flag(compiled, name)
  note(compiled, { ...what, name }, come)
  return come
}

function note(
  compiled: CompiledDemands,
  what: Coming & { readonly name: string },
  come: FluentTemplate,
): void {
  if (what.kind === "act") compiled.besides.push({ act: what.act, effect: becomesTrue(come) })
  else watch(compiled, what.name, [what.condition], come)
}

/**
 * One thing after another. An act that comes second must occur after the first thing. A condition that comes
 * second must become true after it: if it holds already, it must first become false, which the flag `ready`
 * records.
 */
function inOrder(compiled: CompiledDemands, name: string, first: Coming, then: Coming): FluentTemplate {
  const begun = noted(compiled, `${name} begun`, first)
  const done = flag(compiled, name)
  if (then.kind === "act") {
    compiled.besides.push({ act: then.act, effect: when(begun, becomesTrue(done)) })
    return done
  }
  const ready = flag(compiled, `${name} ready`)
  const isAbsent: Expression = { kind: "not", body: then.condition }
  if (first.kind === "act")
    compiled.besides.push({ act: first.act, effect: when(isAbsent, becomesTrue(ready)) })
  watch(compiled, `${name} ready`, [begun, isAbsent], ready)
  watch(compiled, name, [ready, then.condition], done)
  return done
}

/** A hidden property, false in the world and true in every mind. */
function flag(compiled: CompiledDemands, name: string): FluentTemplate {
  const fluent = hide(compiled, name, "boolean")
  believed(compiled, fluent, true)
  return fluent
}

function hide(compiled: CompiledDemands, name: string, type: string): FluentTemplate {
  compiled.properties.push({ name, parameters: [], type, isHidden: true })
  return { kind: "fluent", property: compiled.properties.length - 1, arguments: [] }
}

function believed(compiled: CompiledDemands, fluent: FluentTemplate, value: boolean | number): void {
  const everybody: Term = { kind: "variable", name: "c" }
  const body: Effect = { kind: "assign", believers: [everybody], fluent, value: { kind: "constant", value } }
  compiled.initial.push({ kind: "forall", variable: "c", type: "character", body })
}

/** A hidden trigger that sets a flag as soon as all of the conditions hold. */
function watch(
  compiled: CompiledDemands,
  name: string,
  conditions: readonly Expression[],
  fluent: FluentTemplate,
): void {
  const precondition: Expression = { kind: "and", parts: [...conditions, { kind: "not", body: fluent }] }
  compiled.triggers.push({ name, parameters: [], precondition, effect: becomesTrue(fluent), isHidden: true })
}

function becomesTrue(fluent: FluentTemplate): Effect {
  return { kind: "assign", believers: [], fluent, value: { kind: "constant", value: true } }
}

function when(condition: Expression, effect: Effect): Effect {
  return { kind: "if", branches: [{ condition, body: effect }], otherwise: undefined }
}

// Effects that are added to acts

function effectOf(compiled: CompiledDemands, event: EventTemplate): Effect {
  const added = compiled.besides.flatMap(
    ({ act, effect }) => besides(compiled.problem, act, event, effect) ?? [],
  )
  if (added.length === 0) return event.effect
  const { effect } = event
  const own = effect.kind === "all" ? effect.parts : [effect]
  return { kind: "all", parts: [...own, ...added], ...(effect.origin ? { origin: effect.origin } : {}) }
}

/** The effect for those instances of the event that the act names; undefined if it names none of them. */
function besides(problem: Problem, act: Act, event: EventTemplate, effect: Effect): Effect | undefined {
  if (act.name !== event.name || act.arguments.length !== event.parameters.length) return undefined
  const conditions: Expression[] = []
  for (const [i, value] of act.arguments.entries()) {
    const parameter = event.parameters[i]
    if (value === undefined) continue
    if (
      parameter.kind === "constant"
        ? parameter.value !== value
        : !valuesOf(problem, parameter.type).includes(value)
    )
      return undefined
    if (parameter.kind === "constant") continue
    conditions.push({
      kind: "compare",
      operator: "==",
      left: { kind: "variable", name: parameter.name },
      right: { kind: "constant", value },
    })
  }
  if (conditions.length === 0) return effect
  return when(conditions.length === 1 ? conditions[0] : { kind: "and", parts: conditions }, effect)
}

// The author's utility

function demandingUtility(compiled: CompiledDemands): Utility {
  const own = compiled.problem.utilities.find((each) => each.character === null)
  const condition: Expression =
    compiled.met.length === 1 ? compiled.met[0] : { kind: "and", parts: compiled.met }
  if (!own) return { character: null, body: oneOf(condition, constant(1), constant(0)) }
  const base = isCondition(compiled.problem, own.body) ? numberOf(own.body) : own.body
  return { ...own, body: oneOf(condition, base, utilityAtStart(compiled, base)) }
}

function constant(value: number): Expression {
  return { kind: "constant", value }
}

/** A condition as a number: 1 or 0, and unknown if the condition is unknown (D21). */
function numberOf(condition: Expression): Expression {
  if (!mayBeUnknown(condition)) return oneOf(condition, constant(1), constant(0))
  const unknown: Expression = { kind: "constant", value: null }
  const isUnknown: Expression = { kind: "compare", operator: "==", left: condition, right: unknown }
  return {
    kind: "if",
    branches: [
      { condition, body: constant(1) },
      { condition: isUnknown, body: unknown },
    ],
    otherwise: constant(0),
  }
}

/**
 * Whether the condition may evaluate to `?`; comparisons and connectives are always true or false (D5, D6).
 */
function mayBeUnknown(condition: Expression): boolean {
  if (condition.kind === "believes") return mayBeUnknown(condition.body)
  if (condition.kind === "if")
    return condition.branches.some((each) => mayBeUnknown(each.body)) || mayBeUnknown(condition.otherwise)
  return condition.kind === "fluent" || (condition.kind === "constant" && condition.value === null)
}

function oneOf(condition: Expression, body: Expression, otherwise: Expression): Expression {
  return { kind: "if", branches: [{ condition, body }], otherwise }
}

/**
 * The utility of the initial state. If no trigger can affect it, the last statement about the initial state
 * stores it in a hidden property, which never changes. Otherwise only a hidden trigger can store it, once
 * the author's triggers have reached their fixpoint. The result is then the lesser of the stored and the
 * current utility. For the goal that is equivalent, because it never exceeds the utility of the initial
 * state, and it keeps heuristics from taking the stored value for a way to the goal.
 */
function utilityAtStart(compiled: CompiledDemands, base: Expression): Expression {
  const start = hide(compiled, "demand start", "number")
  if (!dependsOnTriggers(compiled.problem, base)) {
    compiled.initial.push({ kind: "assign", believers: [], fluent: start, value: base })
    return start
  }
  const unknown: Expression = { kind: "constant", value: null }
  compiled.initial.push({ kind: "assign", believers: [], fluent: start, value: unknown })
  believed(compiled, start, 0)
  const precondition: Expression = { kind: "compare", operator: "==", left: start, right: unknown }
  const effect: Effect = { kind: "assign", believers: [], fluent: start, value: base }
  compiled.triggers.unshift({ name: "demand start", parameters: [], precondition, effect, isHidden: true })
  return oneOf({ kind: "compare", operator: "<", left: base, right: start }, base, start)
}

function dependsOnTriggers({ triggers }: Problem, base: Expression): boolean {
  const written = new Set(
    triggers.flatMap((each) => atomsOf(each.effect).map((atom) => atom.assignment.fluent.property)),
  )
  const reads = (each: Expression): boolean =>
    each.kind === "fluent" ? written.has(each.property) : subexpressionsOf(each).some(reads)
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
