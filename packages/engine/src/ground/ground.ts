/**
 * Grounding: `Problem` to `Task`.
 *
 * The stages, in order: the statements of the start; the properties that nothing ever writes; every instance
 * of every template whose precondition those properties do not rule out; utilities, and what might be of open
 * fluents; relaxed reachability; and task simplification, which folds constants and leaves out fluents that
 * nothing reads.
 */
import type {
  ActionTemplate,
  Diagnostic,
  EventTemplate,
  Expression,
  Problem,
  Slices,
  Span,
  TriggerTemplate,
  Value,
} from "@dramaturg/model"
import { charactersOf, finished, referenceTo } from "@dramaturg/model"
import { ValueTable } from "../task/values.js"
import { ExpressionBuilder, type ExpressionId } from "../task/expressions.js"
import { simplify } from "./simplify.js"
import { contradiction } from "./contradiction.js"
import { FluentTable } from "./fluents.js"
import {
  atomsOf,
  bind,
  type Binding,
  characterOf,
  instantiate,
  type Instantiation,
  InstanceBudget,
  TooMany,
  typedValues,
  valueOfTerm,
  writtenAtoms,
} from "./instantiate.js"
import { reach } from "./reach.js"
import { imposeStart, type StatedBelief } from "./start.js"
import { staticProperties } from "./statics.js"
import type { Action, OpenFluent, Task, Trigger } from "../task/task.js"
import { conjunctsByVariables, freeVariables } from "./conjuncts.js"

/** The result of grounding. The task is usable only if no note is an error. */
export interface Grounding {
  readonly task: Task
  /**
   * Notes to the author: contradictory instances that were left out, a contradictory start, too many
   * instances.
   */
  readonly notes: readonly Diagnostic[]
}

const groundings = new WeakMap<Problem, Grounding>()

/**
 * Made once for a problem: its notes, searches, reviews, plays and explorations share the task. It stays as
 * long as the problem does, and its table of numbers grows with those that searches meet.
 */
export function ground(problem: Problem): Grounding {
  return groundings.get(problem) ?? finished(groundInSlices(problem))
}

/** The same in slices: each unit fills in one parameter, or looks at a few events. */
export function* groundInSlices(problem: Problem): Slices<Grounding> {
  const known = groundings.get(problem)
  if (known !== undefined) return known
  const made = yield* groundAnew(problem)
  // Another may have been made between two slices: the first one stays.
  const grounding = groundings.get(problem) ?? made
  groundings.set(problem, grounding)
  return grounding
}

function* groundAnew(problem: Problem): Slices<Grounding> {
  const notes = inferredTooFar(problem)
  const preparation = yield* prepare(problem, notes)
  const { context, start } = preparation
  const actions: Action[] = []
  for (const each of problem.actions) actions.push(...(yield* groundAction(preparation, each, notes)))
  const triggers: Trigger[] = []
  for (const each of problem.triggers) triggers.push(...(yield* groundTrigger(preparation, each, notes)))
  const utilities = yield* utilityExpressions(context, notes)
  const open = openFluents(context)
  const reached = yield* reach(context, start, actions, triggers, open)
  return { task: yield* simplify(context, start, reached, utilities, open), notes }
}

interface Preparation {
  /** Here booleans that never change are filled in (D13). */
  readonly context: Instantiation
  /**
   * Here everything that never changes is filled in. That is valid for ruling instances out, but not for
   * formulas that a surprise reads.
   */
  readonly pruning: Instantiation
  readonly start: StatedBelief
}

function* prepare(problem: Problem, notes: Diagnostic[]): Slices<Preparation> {
  const values = new ValueTable(
    problem.entities.map((each) => each.name),
    problem.properties.some(({ isOpen }) => isOpen),
  )
  const fluents = new FluentTable(problem, values)
  const characters = new Map(charactersOf(problem).map((name, i) => [name, i]))
  const unfolded: Instantiation = {
    problem,
    values,
    fluents,
    characters,
    builder: new ExpressionBuilder(values, true),
    constantOf: () => undefined,
    typed: new Map(),
    budget: new InstanceBudget(),
    acting: { number: 0, isAsked: false },
  }
  const nothing: StatedBelief = { values: new Map(), children: new Map() }
  const start =
    (yield* bounded(unfolded, notes, undefined, "the start", () => imposeStart(unfolded, notes))) ?? nothing
  const fixed = staticProperties(problem)
  const isBoolean = (property: number): boolean => problem.properties[property].type === "boolean"
  const constant = (fluent: number, which: (property: number) => boolean): number | undefined => {
    const { property } = fluents.fluents[fluent]
    return fixed.has(property) && which(property)
      ? (start.values.get(fluent) ?? fluents.defaultOf(fluent))
      : undefined
  }
  const context = { ...unfolded, constantOf: (fluent: number) => constant(fluent, isBoolean) }
  return {
    context,
    pruning: { ...unfolded, constantOf: (fluent: number) => constant(fluent, () => true) },
    start,
  }
}

/** The open fluents, in declaration and argument order, with what might be (D41). */
function openFluents(context: Instantiation): readonly OpenFluent[] {
  const { problem, builder, values, fluents } = context
  return problem.properties.flatMap(({ isOpen, might, parameters, type }, property) => {
    if (!isOpen) return []
    const bindings = parameters.reduce<readonly (readonly Value[])[]>(
      (lists, parameter) => {
        const choices =
          parameter.kind === "constant" ? [parameter.value] : typedValues(context, parameter.type)
        return lists.flatMap((list) => choices.map((value) => [...list, value]))
      },
      [[]],
    )
    const candidates = type === "number" ? [] : typedValues(context, type)
    return bindings.map((args) => {
      const bound: Binding = new Map(
        parameters.flatMap((each, i) => (each.kind === "variable" ? [[each.name, args[i]] as const] : [])),
      )
      return {
        fluent: fluents.idOf(
          property,
          args.map((each) => values.idOf(each)),
        ),
        possible: candidates.map((value) => ({
          value: values.idOf(value),
          might:
            might === undefined ? builder.true : instantiate(context, might, bind(bound, "value", value)),
        })),
      }
    })
  })
}

/**
 * The result of `work`; undefined, with an error in the notes, if it would have to go through too many
 * combinations.
 */
function* bounded<T>(
  context: Instantiation,
  notes: Diagnostic[],
  origin: Span | undefined,
  what: string,
  work: () => Slices<T>,
): Slices<T | undefined> {
  context.budget.renew()
  try {
    return yield* work()
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
    notes.push(tooManyInstances(origin, what))
    return undefined
  }
}

function* utilityExpressions(context: Instantiation, notes: Diagnostic[]): Slices<readonly number[]> {
  const none = context.builder.constant(context.values.idOfNumber(0))
  const expressions: number[] = []
  for (const character of [...context.characters.keys(), null]) {
    const utility = context.problem.utilities.find((each) => each.character === character)
    if (utility === undefined) {
      expressions.push(none)
      continue
    }
    const what = character === null ? "What the author wants" : `What ${character} wants`
    const expression = yield* bounded(context, notes, utility.origin, what, function* () {
      yield
      return instantiate(context, utility.body, new Map())
    })
    expressions.push(expression ?? none)
  }
  return expressions
}

function groundTrigger(
  preparation: Preparation,
  template: TriggerTemplate,
  notes: Diagnostic[],
): Slices<readonly Trigger[]> {
  return instances(preparation, template, notes, (_, event) =>
    template.isUnforeseen ? { ...event, isUnforeseen: true } : event,
  )
}

function groundAction(
  preparation: Preparation,
  template: ActionTemplate,
  notes: Diagnostic[],
): Slices<readonly Action[]> {
  const { context } = preparation
  const observing = observers(context, template)
  return instances(preparation, template, notes, (binding, event) => ({
    ...event,
    consenting: [...new Set(template.consenting.map((each) => characterOf(context, each, binding)))].sort(
      (a, b) => a - b,
    ),
    observing: observing(binding),
    ...(template.isAttempt ? { isAttempt: true } : {}),
  }))
}

/**
 * For each character, the condition under which they see the action. Instances that agree on what the
 * condition mentions share one list.
 */
function observers(
  context: Instantiation,
  { observing }: ActionTemplate,
): (binding: Binding) => readonly ExpressionId[] {
  const names = [...context.characters.keys()]
  if (observing === undefined) {
    const seenByAll = names.map(() => context.builder.true)
    return () => seenByAll
  }
  const { variable, condition } = observing
  const mentioned = [...freeVariables(condition)].filter((each) => each !== variable)
  const known = new Map<string, readonly ExpressionId[]>()
  return (binding) => {
    const key = mentioned
      .map((name) => context.values.idOf(valueOfTerm({ kind: "variable", name }, binding)))
      .join()
    const ids =
      known.get(key) ?? names.map((name) => instantiate(context, condition, bind(binding, variable, name)))
    known.set(key, ids)
    return ids
  }
}

/**
 * Every instance of a template that its precondition does not rule out. Parameters are filled in from left to
 * right, in entity order.
 */
function* instances<T>(
  { context, pruning }: Preparation,
  template: EventTemplate,
  notes: Diagnostic[],
  finish: (binding: Binding, event: Trigger) => T,
): Slices<readonly T[]> {
  const found: T[] = []
  const dropped: string[] = []
  const tests = conjunctsByVariables(template)
  const fill = function* (position: number, binding: Binding, args: readonly Value[]): Slices<void> {
    yield
    context.budget.spend()
    if (tests[position].some((each) => isRuledOut(pruning, each, binding))) return
    if (position === template.parameters.length) {
      const event = instance(context, template, binding, args)
      if (event === undefined) return
      if (contradiction(context, template.effect, binding) === undefined) found.push(finish(binding, event))
      else dropped.push(event.label)
      return
    }
    const parameter = template.parameters[position]
    if (parameter.kind === "constant") return yield* fill(position + 1, binding, [...args, parameter.value])
    for (const value of typedValues(context, parameter.type)) {
      yield* fill(position + 1, bind(binding, parameter.name, value), [...args, value])
    }
  }
  const isWhole = yield* bounded(context, notes, template.origin, template.name, function* () {
    yield* fill(0, new Map(), [])
    return true
  })
  if (isWhole === undefined) return []
  if (dropped.length > 0) notes.push(contradictoryEffect(template, dropped))
  return found
}

function isRuledOut(context: Instantiation, conjunct: Expression, binding: Binding): boolean {
  return context.builder.isNever(instantiate(context, conjunct, binding))
}

function instance(
  context: Instantiation,
  template: EventTemplate,
  binding: Binding,
  args: readonly Value[],
): Trigger | undefined {
  const precondition = instantiate(context, template.precondition, binding)
  if (context.builder.isNever(precondition)) return undefined
  const { acting } = context
  acting.number++
  acting.isAsked = false
  // Fluents that never change are filled in at the end (simplify.ts).
  const atoms = atomsOf({ ...context, constantOf: () => undefined }, template.effect, binding)
  return {
    ...referenceTo(template.name, args),
    precondition,
    atoms: writtenAtoms(context, atoms),
    origin: template.origin,
    ...(acting.isAsked ? { paying: acting.number } : {}),
  }
}

/** People infer from what an act brings at once, or not at all (D45). */
function inferredTooFar({ properties, limits }: Problem): Diagnostic[] {
  const open = properties.find((each) => each.isOpen)
  const { infer = 0 } = limits
  if (open === undefined || infer === 0 || infer === 1) return []
  return [
    {
      code: "infer-too-far",
      severity: "error",
      span: open.origin ?? nowhere,
      message: `Who infers something from an act looks one act ahead, but \`infer\` is ${infer ?? "none"}.`,
      hint: "Write `infer: 1`, or leave it out: then nobody infers anything from what others do.",
    },
  ]
}

const nowhere: Span = { file: "", offset: 0, length: 0, line: 1, column: 1 }

function tooManyInstances(origin: Span | undefined, what: string): Diagnostic {
  return {
    code: "too-many-instances",
    severity: "error",
    span: origin ?? nowhere,
    message: `There are too many ways to fill in ${what}: millions of combinations of values.`,
    hint: "Use fewer parameters or narrower types, or state as a condition what never changes, so that most combinations are ruled out at once.",
  }
}

function contradictoryEffect(template: EventTemplate, dropped: readonly string[]): Diagnostic {
  const others = dropped.length > 1 ? ` and ${dropped.length - 1} more` : ""
  return {
    code: "contradictory-effect",
    severity: "warning",
    span: template.origin ?? nowhere,
    message: `${dropped[0]}${others} can never happen: the effect gives one property two values at once.`,
    hint: "Add a condition that rules these cases out (often that two parameters differ: x != y), or mend the effect.",
  }
}
