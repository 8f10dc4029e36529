/**
 * The state space: all states met so far, and the data structure that the search and progression work on.
 *
 * A **state** is what is true, together with, for each character, the state that this character believes in.
 * It has two parts, stored separately because they are shared separately:
 *
 * - a **vector**: the value of every fluent, one row of integers. Thousands of states differ only in what a
 *   character believes and share one vector.
 * - its **epistemic edges**: exactly one state per character. A belief is never undecided, it may be wrong,
 *   and it is stored once (D9).
 *
 * Equal states are one state (they have one id), so what is known about a state (its successors, its
 * utilities, whether an act makes sense there) is computed once.
 *
 * In the definitions, minds within minds go on without end. Here a state has a **depth**: how many levels of
 * minds it holds. A state of depth 0 has no epistemic edges; `belief` returns -1 there, and formulas answer
 * `beyond` (D20). Every other answer is right at any depth. So a search that never meets `beyond` where
 * something is decided has lost nothing, and one that does starts again with deeper states. Depth is part of
 * identity: equal minds at different depths are different states. Where people may wonder about something, so
 * is the **owner**, whose mind or supposition it is (D40, D41): what "as it is" means hangs on that. Depth
 * and owner together are the **level** of a state.
 *
 * Two worked uses.
 *
 * Reading: "Angelus believes that Spike is on the landing" is `evaluate(BELIEVES Angelus (IS at(Spike)
 * Landing))`. It follows one epistemic edge and reads that state's vector.
 *
 * Moving: `happen(state, action)` (progression.ts) makes the states that follow: values first, then each mind
 * that saw the action, then triggers. A mind that saw nothing keeps its id, and with it everything already
 * known about it.
 *
 * Layout: `#vectors` holds rows of `fluents` value ids. `#states` holds rows of 2 + characters ints: vector,
 * level, then the believed state of each character (-1 at depth 0). Bytes per state: 4 * (2 + characters),
 * plus table space.
 */
import type { Task } from "../task/task.js"
import { RowSet } from "./int-map.js"
import type { Truth } from "../kleene.js"
import { BEYOND, type ValueId } from "../task/values.js"

/** Identifies a state of one `StateSpace`; equal ids mean equal states. */
export type StateId = number
/** Identifies a vector of values of one `StateSpace`. */
export type VectorId = number

const VECTOR = 0
const LEVEL = 1
const MINDS = 2
/** The bits of a level that hold the depth; the others hold the owner. */
const DEPTH_BITS = 12
const DEPTH_MASK = (1 << DEPTH_BITS) - 1

/** All states met so far. States are never removed. */
export class StateSpace {
  /** May be replaced only by a task with the same fluents and events. */
  task: Task
  readonly #fluents: number
  readonly #characters: number
  readonly #vectors: RowSet
  readonly #states: RowSet
  readonly #row: Int32Array
  readonly #values: Int32Array
  readonly #minds: Int32Array[] = []
  readonly #allBeyond: StateId[] = []
  readonly #shallower: StateId[] = []
  readonly #partial: boolean[] = []
  /** Whether people may wonder about anything: then states are told apart by whose mind they are (D40). */
  readonly hasOpen: boolean
  /** Whether an action pays in a state (D46); a progression of this space gives the answer. */
  pays: (state: StateId, action: number) => Truth = () => BEYOND

  constructor(task: Task) {
    this.task = task
    this.hasOpen = task.open.length > 0
    this.#fluents = task.fluents.length
    this.#characters = task.characters.length
    this.#vectors = new RowSet(this.#fluents, Int8Array)
    this.#states = new RowSet(MINDS + this.#characters, Int32Array)
    this.#row = new Int32Array(MINDS + this.#characters)
    this.#values = new Int32Array(this.#fluents)
  }

  /** The number of distinct states, of any depth. */
  get count(): number {
    return this.#states.count
  }

  /** An estimate of the memory that the states take, in bytes. */
  get bytes(): number {
    return this.#vectors.bytes + this.#states.bytes
  }

  /** The value of a fluent (its index in the task) in a state. */
  valueOf(state: StateId, fluent: number): ValueId {
    return this.#vectors.rows[this.vectorOf(state) * this.#fluents + fluent]
  }

  /** The state that a character believes in; -1 if it lies beyond the depth of this state. */
  belief(state: StateId, character: number): StateId {
    return this.#states.rows[state * this.#states.width + MINDS + character]
  }

  /** The vector of all values of a state. */
  vectorOf(state: StateId): VectorId {
    return this.#states.rows[state * this.#states.width + VECTOR]
  }

  /** How many levels of minds a state has; 0: values alone. */
  depthOf(state: StateId): number {
    return this.#states.rows[state * this.#states.width + LEVEL] & DEPTH_MASK
  }

  /** The depth of a state together with its owner. */
  levelOf(state: StateId): number {
    return this.#states.rows[state * this.#states.width + LEVEL]
  }

  /** Whose mind it is; -1: the actual state, or nothing is open; -2 - c: it is what c supposes. */
  ownerOf(state: StateId): number {
    const code = this.levelOf(state) >> DEPTH_BITS
    return code > this.#characters ? this.#characters - 1 - code : code - 1
  }

  /** The level of a state of this depth with this owner. */
  level(depth: number, owner: number): number {
    const code = owner < -1 ? this.#characters - 1 - owner : owner + 1
    return this.hasOpen ? depth | (code << DEPTH_BITS) : depth
  }

  /**
   * A copy of the values, to be changed and interned again. There is only one buffer: the next call
   * overwrites it.
   */
  valuesOf(state: StateId): Int32Array {
    const { rows } = this.#vectors
    const values = this.#values
    for (let f = 0, i = this.vectorOf(state) * this.#fluents; f < values.length; f++, i++) values[f] = rows[i]
    return values
  }

  /**
   * A copy of the epistemic edges, to be changed and interned again. There is one buffer per depth, so until
   * it is interned only states of lesser depth may be read this way.
   */
  mindsOf(state: StateId): Int32Array {
    const { rows, width } = this.#states
    const minds = (this.#minds[this.depthOf(state)] ??= new Int32Array(this.#characters))
    for (let c = 0, i = state * width + MINDS; c < minds.length; c++, i++) minds[c] = rows[i]
    return minds
  }

  /** The one vector with these values (one for each fluent, in order); made if there is none. */
  vector(values: Int32Array): VectorId {
    return this.#vectors.intern(values)
  }

  /** The value of a fluent (its index in the task) in a vector. */
  valueInVector(vector: VectorId, fluent: number): ValueId {
    return this.#vectors.rows[vector * this.#fluents + fluent]
  }

  /**
   * Writes the fluents in which two vectors differ into `differing` and returns how many there are; -1 if
   * either vector contains beyond.
   */
  compare(one: VectorId, other: VectorId, differing: Int32Array): number {
    if (this.#isPartial(one) || this.#isPartial(other)) return -1
    if (one === other) return 0
    const { rows } = this.#vectors
    const width = this.#fluents
    let count = 0
    for (let f = 0, i = one * width, j = other * width; f < width; f++, i++, j++)
      if (rows[i] !== rows[j]) differing[count++] = f
    return count
  }

  #isPartial(vector: VectorId): boolean {
    const start = vector * this.#fluents
    this.#partial[vector] ??= this.#vectors.rows.subarray(start, start + this.#fluents).includes(BEYOND)
    return this.#partial[vector]
  }

  /**
   * The state with this vector, this level and these minds (each one level less deep, or all -1 at depth 0).
   * Where nothing is open, the level is the depth.
   */
  state(vector: VectorId, level: number, minds: Int32Array): StateId {
    const row = this.#row
    row[VECTOR] = vector
    row[LEVEL] = level
    for (let c = 0; c < this.#characters; c++) row[MINDS + c] = minds[c]
    return this.#states.intern(row)
  }

  /** The state of this level in which every value is beyond. */
  allBeyond(level: number): StateId {
    const depth = level & DEPTH_MASK
    this.#allBeyond[level] ??= this.state(
      this.vector(new Int32Array(this.#fluents).fill(BEYOND)),
      level,
      new Int32Array(this.#characters).map((_, c) =>
        depth > 0 ? this.allBeyond(this.level(depth - 1, c)) : -1,
      ),
    )
    return this.#allBeyond[level]
  }

  /** The state with one level of minds less. */
  shallower(state: StateId): StateId {
    this.#shallower[state] ??= this.#cut(state)
    return this.#shallower[state]
  }

  #cut(state: StateId): StateId {
    const depth = this.depthOf(state)
    const minds = Int32Array.from({ length: this.#characters }, (_, c) =>
      depth > 1 ? this.shallower(this.belief(state, c)) : -1,
    )
    return this.state(this.vectorOf(state), this.level(depth - 1, this.ownerOf(state)), minds)
  }
}
