/** The start as a state of a given depth (D8), with triggers settled in every mind. */
import type { Belief } from "../task/task.js"
import type { Progression } from "./progression.js"
import type { StateId, StateSpace } from "./space.js"
import type { ValueId } from "../task/values.js"

/**
 * Returns the start, or -1 where a mind's triggers never come to rest. A belief that no statement gives is
 * taken from the same chain without its innermost believer. So beyond the deepest statement every further
 * mind holds the same values.
 */
export function initialState(progression: Progression, depth: number): StateId {
  const { space } = progression
  const values = new Int32Array(space.task.fluents.length)
  for (const [fluent, value] of space.task.initial.values) values[fluent] = value
  return build(progression, space.task.initial, values, depth, new Map())
}

/** The start before any trigger has fired, as the statements of the start themselves read it. */
export function statedState(space: StateSpace, belief: Belief, values: Int32Array, depth: number): StateId {
  const minds = new Int32Array(space.task.characters.length).fill(-1)
  if (depth > 0) {
    for (let c = 0; c < minds.length; c++) {
      const [child, theirs] = believed(belief, values, c)
      minds[c] = statedState(space, child, theirs, depth - 1)
    }
  }
  return space.state(space.vector(values), depth, minds)
}

const nothingStated: Belief = { values: new Map<number, ValueId>(), children: new Map() }

function believed(belief: Belief, values: Int32Array, character: number): [Belief, Int32Array] {
  const child = belief.children.get(character)
  if (child === undefined) return [nothingStated, values]
  const theirs = values.slice()
  for (const [fluent, value] of child.values) theirs[fluent] = value
  return [child, theirs]
}

function build(
  progression: Progression,
  belief: Belief,
  values: Int32Array,
  depth: number,
  plain: Map<string, StateId>,
): StateId {
  const { space } = progression
  const vector = space.vector(values)
  const key = `${vector} ${depth}`
  if (belief === nothingStated && plain.has(key)) return plain.get(key)!
  const minds = new Int32Array(space.task.characters.length).fill(-1)
  if (depth > 0) {
    for (let c = 0; c < minds.length; c++) {
      const [child, theirs] = believed(belief, values, c)
      minds[c] = build(progression, child, theirs, depth - 1, plain)
      if (minds[c] < 0) return -1
    }
  }
  const settled = progression.settle(space.state(vector, depth, minds))
  if (belief === nothingStated) plain.set(key, settled)
  return settled
}
