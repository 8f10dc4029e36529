/**
 * The state space: the heart of the engine.
 *
 * A **state** is what is true and, for each character, the state that character believes in: mirrors facing mirrors. It owns
 * two things, kept apart because they are shared apart:
 *
 * - a **vector**: the value of every fluent, one row of integers. Thousands of states differ only in what somebody
 *   believes and share one vector.
 * - its **epistemic edges**: exactly one state per character. Belief is never undecided, it may be wrong, and it is one
 *   thing: there is no second copy anywhere (D9).
 *
 * Equal states are one state (they have one id), so what is known about a state (its successors, its utilities, whether an
 * act makes sense there) is known once.
 *
 * In the law the mirrors go on for ever. Here a state has a **depth**: how many mirrors it still holds. Depth 0 has no
 * edges; asking beyond it gives -1, and formulas answer `beyond` (D20). Whatever a state *does* answer is right at any
 * depth, so a search that never meets `beyond` where it matters has lost nothing, and one that does starts again deeper.
 * Depth is part of identity: equal minds seen from different depths are different states.
 *
 * Two worked uses.
 *   Reading: "Angelus believes that Spike is on the landing" is `evaluate(BELIEVES Angelus (IS at(Spike) Landing))`, which
 *   takes one epistemic edge and looks at that state's vector.
 *   Moving: `happen(space, state, action)` (happen.ts) makes the only new states there are: values first, then each mind
 *   that saw it, then triggers. A mind that saw nothing keeps its very id, and with it everything already known about it.
 *
 * Layout: `#vectors` holds rows of `fluents` value ids. `#states` holds rows of 2 + characters ints: vector, depth, then
 * the believed state of each character (-1 at depth 0). Bytes per state: 4 * (2 + characters), plus table space.
 */
import type { Task } from "../task/task.js"
import { RowSet } from "./int-map.js"
import { BEYOND, type ValueId } from "../task/values.js"

export type StateId = number
export type VectorId = number

const VECTOR = 0
const DEPTH = 1
const MINDS = 2

export class StateSpace {
  /** Replaced only by one with the same fluents and events. */
  task: Task
  readonly #fluents: number
  readonly #characters: number
  readonly #vectors: RowSet
  readonly #states: RowSet
  readonly #row: Int32Array
  readonly #values: Int32Array
  readonly #minds: Int32Array[] = []
  readonly #allBeyond: StateId[] = []
  readonly #partial: boolean[] = []

  constructor(task: Task) {
    this.task = task
    this.#fluents = task.fluents.length
    this.#characters = task.characters.length
    this.#vectors = new RowSet(this.#fluents, Int8Array)
    this.#states = new RowSet(MINDS + this.#characters, Int32Array)
    this.#row = new Int32Array(MINDS + this.#characters)
    this.#values = new Int32Array(this.#fluents)
  }

  /** How many distinct states, of any depth, there are so far. */
  get count(): number {
    return this.#states.count
  }

  get bytes(): number {
    return this.#vectors.bytes + this.#states.bytes
  }

  valueOf(state: StateId, fluent: number): ValueId {
    return this.#vectors.rows[this.vectorOf(state) * this.#fluents + fluent]
  }

  /** The state that a character believes in; -1 beyond the depth of this state. */
  belief(state: StateId, character: number): StateId {
    return this.#states.rows[state * this.#states.width + MINDS + character]
  }

  vectorOf(state: StateId): VectorId {
    return this.#states.rows[state * this.#states.width + VECTOR]
  }

  depthOf(state: StateId): number {
    return this.#states.rows[state * this.#states.width + DEPTH]
  }

  /** A copy of the values, to be changed and interned again. There is only one: whoever asks next overwrites it. */
  valuesOf(state: StateId): Int32Array {
    const { rows } = this.#vectors
    const values = this.#values
    for (let f = 0, i = this.vectorOf(state) * this.#fluents; f < values.length; f++, i++) values[f] = rows[i]
    return values
  }

  /** A copy of the epistemic edges, to be changed and interned again. There is one for each depth: meanwhile only minds may move. */
  mindsOf(state: StateId): Int32Array {
    const { rows, width } = this.#states
    const minds = (this.#minds[this.depthOf(state)] ??= new Int32Array(this.#characters))
    for (let c = 0, i = state * width + MINDS; c < minds.length; c++, i++) minds[c] = rows[i]
    return minds
  }

  vector(values: Int32Array): VectorId {
    return this.#vectors.intern(values)
  }

  valueInVector(vector: VectorId, fluent: number): ValueId {
    return this.#vectors.rows[vector * this.#fluents + fluent]
  }

  /** Lists the fluents in which two vectors differ, and returns how many there are; -1 where either is beyond somewhere. */
  compare(one: VectorId, other: VectorId, differing: Int32Array): number {
    if (this.#isPartial(one) || this.#isPartial(other)) return -1
    if (one === other) return 0
    const { rows } = this.#vectors
    const width = this.#fluents
    let count = 0
    for (let f = 0, i = one * width, j = other * width; f < width; f++, i++, j++) if (rows[i] !== rows[j]) differing[count++] = f
    return count
  }

  #isPartial(vector: VectorId): boolean {
    const start = vector * this.#fluents
    this.#partial[vector] ??= this.#vectors.rows.subarray(start, start + this.#fluents).includes(BEYOND)
    return this.#partial[vector]
  }

  /** The one state with this vector, depth and these minds (each of depth one less, or all -1 at depth 0). */
  state(vector: VectorId, depth: number, minds: Int32Array): StateId {
    const row = this.#row
    row[VECTOR] = vector
    row[DEPTH] = depth
    for (let c = 0; c < this.#characters; c++) row[MINDS + c] = minds[c]
    return this.#states.intern(row)
  }

  /** The state of this depth of which nothing is known: every value beyond. */
  allBeyond(depth: number): StateId {
    this.#allBeyond[depth] ??= this.state(
      this.vector(new Int32Array(this.#fluents).fill(BEYOND)),
      depth,
      new Int32Array(this.#characters).fill(depth > 0 ? this.allBeyond(depth - 1) : -1),
    )
    return this.#allBeyond[depth]
  }
}
