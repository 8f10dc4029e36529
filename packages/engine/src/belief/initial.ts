/** The start as a state of a given depth (D8), with triggers settled in every mind. */
import type { Belief } from "../task/task.js"
import type { Progression } from "./progression.js"
import type { StateId, StateSpace } from "./space.js"
import { UNKNOWN, type ValueId } from "../task/values.js"

/**
 * Returns the start, or -1 where a mind's triggers never come to rest. A belief that no statement gives is
 * taken from the same chain without its innermost believer. So beyond the deepest statement every further
 * mind holds the same values.
 */
export function initialState(progression: Progression, depth: number): StateId {
  const { space } = progression
  const values = new Int32Array(space.task.fluents.length)
  for (const [fluent, value] of space.task.initial.values) values[fluent] = value
  return build(progression, { belief: space.task.initial, values, owner: -1, others: [] }, depth, new Map())
}

/** A mind as it is stated; `others`: what the mind around it holds of everybody. */
interface Stated {
  readonly belief: Belief
  readonly values: Int32Array
  readonly owner: number
  readonly others: readonly Int32Array[]
}

/** The start before any trigger has fired, as the statements of the start themselves read it. */
export function statedState(space: StateSpace, belief: Belief, values: Int32Array, depth: number): StateId {
  return stated(space, { belief, values, owner: -1, others: [] }, depth)
}

function stated(space: StateSpace, mind: Stated, depth: number): StateId {
  const minds = new Int32Array(space.task.characters.length).fill(-1)
  if (depth > 0) {
    const within = mindsIn(space, mind)
    for (let c = 0; c < minds.length; c++) minds[c] = stated(space, within[c], depth - 1)
  }
  return space.state(space.vector(mind.values), space.level(depth, mind.owner), minds)
}

const nothingStated: Belief = { values: new Map<number, ValueId>(), children: new Map() }

function mindsIn(space: StateSpace, mind: Stated): readonly Stated[] {
  const minds = space.task.characters.map((_, c) => {
    const belief = mind.belief.children.get(c) ?? nothingStated
    return { belief, owner: c, values: believed(space, mind, belief, c) }
  })
  const others = minds.map((each) => each.values)
  return minds.map((each) => ({ ...each, others }))
}

/**
 * What a mind holds that another is in. Of open fluents (D40): who has it right has it right about others
 * too, and what is as it is stands only where the mind around it does not know.
 */
function believed(space: StateSpace, mind: Stated, belief: Belief, character: number): Int32Array {
  if (!space.hasOpen && belief === nothingStated) return mind.values
  const { open, values: table } = space.task
  const theirs = mind.values.slice()
  for (const { fluent } of open)
    if (theirs[fluent] === table.asItIs) theirs[fluent] = mind.others[character][fluent]
  for (const [fluent, value] of belief.values) theirs[fluent] = value
  for (const { fluent } of open) {
    const value = mind.values[fluent]
    if (theirs[fluent] === table.asItIs && value !== UNKNOWN) theirs[fluent] = value
  }
  return theirs
}

function build(progression: Progression, mind: Stated, depth: number, plain: Map<string, StateId>): StateId {
  const { space } = progression
  const vector = space.vector(mind.values)
  const level = space.level(depth, mind.owner)
  const isPlain = mind.belief === nothingStated && !mind.values.includes(space.task.values.asItIs)
  const key = `${vector} ${level}`
  if (isPlain && plain.has(key)) return plain.get(key)!
  const minds = new Int32Array(space.task.characters.length).fill(-1)
  if (depth > 0) {
    const within = mindsIn(space, mind)
    for (let c = 0; c < minds.length; c++) {
      minds[c] = build(progression, within[c], depth - 1, plain)
      if (minds[c] < 0) return -1
    }
  }
  const settled = progression.settle(space.state(vector, level, minds))
  if (isPlain) plain.set(key, settled)
  return settled
}
