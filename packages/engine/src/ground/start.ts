/** Applies the statements of the start, one after another, to the default values (D8). */
import type { Diagnostic, Effect, Slices } from "@dramaturg/model"
import { evaluate } from "../belief/evaluate.js"
import { statedState } from "../belief/initial.js"
import { StateSpace } from "../belief/space.js"
import { TRUE, UNKNOWN, type ValueId } from "../task/values.js"
import { CONST, nesting, type ExpressionId } from "../task/expressions.js"
import { contradiction } from "./contradiction.js"
import { atomsOf, type Instantiation, isOpen, writtenAtoms } from "./instantiate.js"
import type { Atom, Belief, Task } from "../task/task.js"

/** A belief to which statements can still be added. */
export interface StatedBelief extends Belief {
  readonly values: Map<number, ValueId>
  readonly children: Map<number, StatedBelief>
}

/**
 * The stated start: explicit values only, for the truth and along chains of believers. Adds an error to
 * `notes` for a statement that contradicts itself.
 */
export function* imposeStart(context: Instantiation, notes: Diagnostic[]): Slices<StatedBelief> {
  const start: StatedBelief = { values: new Map(), children: new Map() }
  for (const statement of context.problem.initial) {
    impose(context, start, writtenAtoms(context, atomsOf(context, statement, new Map())))
    const clash = contradiction(context, statement, new Map())
    if (clash !== undefined) notes.push(contradictoryStart(context, statement, clash))
    yield
  }
  return start
}

function impose(context: Instantiation, start: StatedBelief, atoms: readonly Atom[]): void {
  const read = reader(context, start, atoms)
  const readings = atoms
    .filter((each) => read(each.condition) === TRUE)
    .flatMap((each) => {
      const value = read(each.value)
      if (value !== context.values.asItIs) return [{ atom: each, value }]
      // Of what its owner has, nothing is said, and nobody has anything as it is in the actual world (D40).
      const owner = each.chain[each.outer - 1]
      if (owner === each.chain.at(-1)) return []
      return [{ atom: each, value: owner === undefined ? UNKNOWN : value }]
    })
  for (const { atom, value } of readings) {
    let belief = start
    for (const character of atom.chain) {
      const child: StatedBelief = belief.children.get(character) ?? { values: new Map(), children: new Map() }
      belief.children.set(character, child)
      belief = child
    }
    belief.values.set(atom.fluent, value)
  }
}

/**
 * Returns a function that reads expressions in what has been stated so far. It builds a state only if some
 * expression is not a constant.
 */
function reader(
  context: Instantiation,
  start: StatedBelief,
  atoms: readonly Atom[],
): (id: ExpressionId) => ValueId {
  const { table } = context.builder
  const ids = atoms.flatMap((each) => [each.condition, each.value])
  if (ids.every((each) => table[each] === CONST)) return (id) => table[id + 1]
  const { fluents } = context.fluents
  const open = fluents.flatMap((_, fluent) => (isOpen(context, fluent) ? [{ fluent, possible: [] }] : []))
  const task: Task = { ...emptyTask(context), expressions: Int32Array.from(table), fluents, open }
  const space = new StateSpace(task)
  const values = Int32Array.from(
    fluents,
    (_, fluent) => start.values.get(fluent) ?? context.fluents.defaultOf(fluent),
  )
  const state = statedState(space, start, values, nesting(table, ids))
  return (id) => evaluate(space, id, state)
}

function emptyTask(context: Instantiation): Task {
  const { problem, values, characters } = context
  const initial: Belief = { values: new Map(), children: new Map() }
  return {
    problem,
    values,
    characters: [...characters.keys()],
    fluents: [],
    isCommon: [],
    open: [],
    ceilings: [],
    expressions: new Int32Array(0),
    actions: [],
    triggers: [],
    utilities: [],
    initial,
    rank: [],
    readingDepth: 0,
  }
}

function contradictoryStart(context: Instantiation, statement: Effect, clash: number): Diagnostic {
  const { label } = context.fluents.fluents[clash].reference
  return {
    code: "contradictory-start",
    severity: "error",
    span: statement.origin ?? { file: context.problem.name, offset: 0, length: 0, line: 1, column: 1 },
    message: `This statement gives ${label} two different values at once.`,
    hint: "Statements after one another override; the parts of one statement may not disagree. Keep one of the two values.",
  }
}
