/** Ground events and what they would write (D11). */
import {
  type ActionTemplate,
  type Effect,
  type EventTemplate,
  type Expression,
  type Parameter,
  type Problem,
  type Value,
  printValue,
  asItIs,
  valuesOf,
} from "@dramaturg/model"
import { characterOf, holds, keyOf, read } from "./read.js"
import {
  BEYOND,
  type Binding,
  type GroundEvent,
  TOO_DEEP,
  type Universe,
  type World,
  isCommon,
  isOpen,
  orTooDeep,
  ownerOf,
} from "./worlds.js"

/** "If all conditions hold, [believers]fluent becomes value." */
export interface Atom {
  readonly believers: readonly string[]
  readonly fluent: string
  readonly conditions: readonly Condition[]
  readonly value: Reading | Told
  readonly isUnforeseen?: true
}

/** A value that need not be read. */
interface Told {
  readonly told: Value | typeof BEYOND
}

/** Something to be read in the mind that `readers` lead to. */
interface Reading {
  readonly readers: readonly string[]
  readonly expression: Expression
  readonly binding: Binding
  readonly pays?: (world: World) => boolean
}

interface Condition extends Reading {
  readonly wanted: boolean
}

/** What happens: an action, a trigger, or a correction (D14), which only tells its owner something. */
export type Happening =
  | { readonly kind: "action"; readonly event: GroundEvent<ActionTemplate>; readonly atoms: readonly Atom[] }
  | { readonly kind: "trigger"; readonly atoms: readonly Atom[] }
  | { readonly kind: "correction"; readonly atoms: readonly Atom[] }

/** A template with every combination of values, in entity order. */
export function groundAll<T extends EventTemplate>(
  problem: Problem,
  templates: readonly T[],
): readonly GroundEvent<T>[] {
  return templates.flatMap((template) =>
    combinations(problem, template.parameters).map((values) => ({
      label: `${template.name}(${values.map(printValue).join(", ")})`,
      template,
      binding: new Map(
        template.parameters.flatMap((each, i) =>
          each.kind === "variable" ? [[each.name, values[i]] as const] : [],
        ),
      ),
    })),
  )
}

function combinations(problem: Problem, parameters: readonly Parameter[]): readonly (readonly Value[])[] {
  if (parameters.length === 0) return [[]]
  const [first, ...rest] = parameters
  const values = first.kind === "constant" ? [first.value] : valuesOf(problem, first.type)
  return values.flatMap((value) => combinations(problem, rest).map((others) => [value, ...others]))
}

/**
 * Where in an effect we are: who is thought to, what was asked for, in whose mind it is read, and whether
 * anybody foresees it.
 */
interface Spot {
  readonly universe: Universe
  readonly isUnforeseen?: true
  readonly believers: readonly string[]
  readonly readers: readonly string[]
  readonly conditions: readonly Condition[]
  readonly binding: Binding
  readonly pays?: (world: World) => boolean
}

export function atomsOf(
  universe: Universe,
  effect: Effect,
  binding: Binding,
  pays?: (world: World) => boolean,
): readonly Atom[] {
  return atomsAt(
    { universe, believers: [], readers: [], conditions: [], binding, ...(pays && { pays }) },
    effect,
  )
}

function atomsAt(spot: Spot, effect: Effect): readonly Atom[] {
  const { believers, readers, binding } = spot
  switch (effect.kind) {
    case "all":
      return effect.parts.flatMap((part) => atomsAt(spot, part))
    case "forall":
      return valuesOf(spot.universe.problem, effect.type).flatMap((value) =>
        atomsAt({ ...spot, binding: new Map(binding).set(effect.variable, value) }, effect.body),
      )
    case "if":
      return branchAtoms(spot, effect)
    case "believes": {
      const c = characterOf(binding, effect.character)
      return atomsAt({ ...spot, believers: [...believers, c], readers: [...readers, c] }, effect.body)
    }
    case "unforeseen":
      return atomsAt({ ...spot, isUnforeseen: true }, effect.body)
    case "assign":
      return assigned(spot, effect)
  }
}

/**
 * The atom, and if it is about what is common (D34), for every character a second one that is read where the
 * first is.
 */
function assigned(
  { universe, believers, readers, conditions, binding, pays, isUnforeseen }: Spot,
  effect: Effect & { readonly kind: "assign" },
): readonly Atom[] {
  const chain = [...believers, ...effect.believers.map((each) => characterOf(binding, each))]
  const fluent = keyOf(binding, effect.fluent)
  const atom: Atom = {
    believers: chain,
    fluent,
    conditions,
    value: { readers, expression: effect.value, binding, ...(pays && { pays }) },
    isUnforeseen,
  }
  const isKnown = isCommon(universe.problem, fluent) && !universe.misread.commonMustBeSeen
  return isKnown ? [atom, ...universe.characters.map((c) => ({ ...atom, believers: [...chain, c] }))] : [atom]
}

/** A branch wants its own condition, and none before it. */
function branchAtoms(spot: Spot, effect: Effect & { readonly kind: "if" }): readonly Atom[] {
  const condition = (i: number, wanted: boolean): Condition => ({
    readers: spot.readers,
    expression: effect.branches[i].condition,
    binding: spot.binding,
    ...(spot.pays && { pays: spot.pays }),
    wanted,
  })
  const passed = (n: number): readonly Condition[] => Array.from({ length: n }, (_, i) => condition(i, false))
  const within = (more: readonly Condition[], body: Effect): readonly Atom[] =>
    atomsAt({ ...spot, conditions: [...spot.conditions, ...more] }, body)
  const taken = effect.branches.flatMap((branch, i) =>
    within([...passed(i), condition(i, true)], branch.body),
  )
  return effect.otherwise === undefined
    ? taken
    : [...taken, ...within(passed(effect.branches.length), effect.otherwise)]
}

/** The world that is reached from here through these minds. */
export function mindAt(world: World, chain: readonly string[]): World {
  return chain.reduce((each, c) => each.mind(c), world)
}

/** An atom whose conditions hold, with the value it gives; beyond, if that is too deep for us. */
export interface HeldAtom {
  readonly atom: Atom
  readonly value: Value | typeof BEYOND
}

/** What is written, read in W before anything is. */
export function heldAtoms(
  { problem, misread }: Universe,
  world: World,
  atoms: readonly Atom[],
  isStart = false,
): readonly HeldAtom[] {
  if (atoms.length === 0) return []
  return atoms.flatMap((atom) => {
    const held = orTooDeep(() => isHeld(problem, world, atom))
    if (held === false) return []
    const value = held === TOO_DEEP ? TOO_DEEP : orTooDeep(() => atomValue(problem, world, atom))
    if (value === TOO_DEEP || value === BEYOND) return [{ atom, value: BEYOND }]
    return asWritten({ problem, misread, world, isStart }, atom, value)
  })
}

interface Writing extends Pick<Universe, "problem" | "misread"> {
  readonly world: World
  readonly isStart: boolean
}

/**
 * D40: of an open fluent itself, or of what somebody believes of it, what cannot be said is written as it is,
 * in the mind of another within the one where it is read; of its owner nothing is said. Everywhere else, what
 * is as it is is unknown.
 */
function asWritten(
  { problem, misread, world, isStart }: Writing,
  atom: Atom,
  value: Value,
): readonly HeldAtom[] {
  if ("told" in atom.value) return [{ atom, value }]
  const { readers, expression, binding } = atom.value
  const copied = copiedFrom(atom.fluent, expression, binding)
  const isHere = readers.length + 1 === atom.believers.length
  if (isHere && copied !== undefined && isOpen(problem, atom.fluent)) {
    const where = mindAt(world, readers)
    const isWhole = value === asItIs || (copied === "itself" && value === null)
    if (isWhole && where.path.length > 0) {
      const isOwn = atom.believers.at(-1) === ownerOf(where)
      if (isOwn && !(misread.planningFindsOut && where.stage === "case")) return []
      const isForgotten =
        misread.nobodyHasItRight ||
        (misread.nobodyIsTakenToLearn && world.path.length > 0) ||
        (misread.chainsTellNothing && readers.length > 0 && !isStart) ||
        (misread.knowersSeeNothing && copied === "itself" && value === asItIs)
      return [{ atom, value: isForgotten ? null : asItIs }]
    }
  }
  return [{ atom, value: value === asItIs ? null : value }]
}

/** Whether a value is written as the fluent itself, or as what somebody believes of it. */
function copiedFrom(
  fluent: string,
  expression: Expression,
  binding: Binding,
): "itself" | "a mind" | undefined {
  if (expression.kind === "fluent") return keyOf(binding, expression) === fluent ? "itself" : undefined
  const isBelief = expression.kind === "believes" && copiedFrom(fluent, expression.body, binding) === "itself"
  return isBelief ? "a mind" : undefined
}

function isHeld(problem: Problem, world: World, atom: Atom): boolean {
  return atom.conditions.every(
    ({ readers, expression, wanted, ...rest }) =>
      holds({ problem, world: mindAt(world, readers), ...rest }, expression) === wanted,
  )
}

function atomValue(problem: Problem, world: World, { value }: Atom): Value | typeof BEYOND {
  if ("told" in value) return value.told
  const { readers, expression, ...rest } = value
  return read({ problem, world: mindAt(world, readers), ...rest }, expression)
}

export function correction(chain: readonly string[], fluent: string, told: Value | typeof BEYOND): Happening {
  return { kind: "correction", atoms: [{ believers: chain, fluent, conditions: [], value: { told } }] }
}

/**
 * Two atoms without a condition that want different fixed values of one fluent: such an event never happens
 * (D11), whoever foresees which. What is a condition, and what is fixed, is a matter of the text.
 */
export function isContradictory(universe: Universe, event: GroundEvent<EventTemplate>): boolean {
  const known = contradictory.get(event) ?? contradictsItself(universe, event)
  contradictory.set(event, known)
  return known
}

const contradictory = new WeakMap<object, boolean>()

function contradictsItself(universe: Universe, event: GroundEvent<EventTemplate>): boolean {
  const fixed = new Map<string, Value>()
  for (const { believers, fluent, conditions, value: reading } of writtenOut(universe, event)) {
    const value = "told" in reading ? undefined : fixedValue(universe, reading.expression, reading.binding)
    if (value === undefined || conditions.some((each) => !isFoldedAway(universe, each))) continue
    const key = `${believers.join(".")}:${fluent}`
    if (fixed.has(key) && fixed.get(key) !== value) return true
    fixed.set(key, value)
  }
  return false
}

function fixedValue(
  { problem, misread }: Universe,
  expression: Expression,
  binding: Binding,
): Value | undefined {
  if (expression.kind === "constant") return expression.value
  if (expression.kind === "variable") return binding.get(expression.name)
  return misread.valuesAreFolded && !readsWorld(expression)
    ? read({ problem, world: nowhere, binding }, expression)
    : undefined
}

function isFoldedAway({ problem, misread }: Universe, { expression, binding, wanted }: Condition): boolean {
  return (
    misread.conditionsAreFolded === true &&
    !readsWorld(expression) &&
    holds({ problem, world: nowhere, binding }, expression) === wanted
  )
}

const nowhere: World = { path: [], values: new Map(), mind: () => nowhere }

function readsWorld(expression: Expression): boolean {
  return /"kind":"(fluent|believes|pays)"/.test(JSON.stringify(expression))
}

const memory = new WeakMap<object, readonly Atom[]>()

/** What the event writes as things go here (D33). */
export function atomsOfEvent(universe: Universe, event: GroundEvent<EventTemplate>): readonly Atom[] {
  const atoms = writtenOut(universe, event)
  return universe.isForeseen ? atoms.filter((each) => !each.isUnforeseen) : atoms
}

/** All atoms of a ground event, written out once. */
export function writtenOut(universe: Universe, event: GroundEvent<EventTemplate>): readonly Atom[] {
  const known = memory.get(event)
  if (known !== undefined) return known
  const pays = (world: World): boolean => universe.pays(world, event as GroundEvent<ActionTemplate>)
  const atoms = atomsOf(universe, event.template.effect, event.binding, pays)
  memory.set(event, atoms)
  return atoms
}
