/**
 * Progression: how events change a state (D10 to D16, D40).
 *
 * `happen(state, action)` returns the state that results from an action. Values change first. Then each mind
 * changes: if the character saw the action, it happens in the mind too, after a surprise if the character
 * thought it impossible, or after what the character infers from it. Then come the beliefs that the action
 * writes outright, and then triggers run to their fixpoint, in every mind and last in the state itself. The
 * result is -1 where triggers never come to rest: such an action is impossible (Δ8).
 *
 * A progression can also be made for what characters foresee (D33). Then unforeseen triggers and effects do
 * not happen, in the state or in any mind, and nobody infers anything from an act (D45).
 *
 * Intermediate results are states too, whose triggers have not run yet: `#after` applies one event without
 * its triggers, `#correct` changes one belief, `settle` runs the triggers, `supposed` makes the state of a
 * case (D41). All are functions of their arguments, so results are memoised: those of actions, triggers,
 * joins and `settle`, and of corrections where people wonder, because each of them may correct every mind
 * within (*Learning*), once for every fluent.
 */
import { type Atom, type GroundEvent, type Task, type Trigger, infers, needsForesight } from "../task/task.js"
import { agreed, type Truth } from "../kleene.js"
import { evaluate, truth } from "./evaluate.js"
import { Foresight } from "./foresight.js"
import { IntMap, PairMap } from "./int-map.js"
import { TriggerIndex } from "./triggers.js"
import type { StateId, StateSpace, VectorId } from "./space.js"
import { literalHolds, literalsOf } from "./surprise.js"
import { BEYOND, FALSE, TRUE, UNKNOWN, type ValueId } from "../task/values.js"

/** The most firings in one run of triggers; a run with more counts as endless (D16). */
const FIRINGS = 10_000
const MISSING = -2
/** Greater numbers than this are no keys of a table. */
const MOST_CODES = 2 ** 31 - 1
/** In place of an action: no character sees triggers, they run in each mind separately. */
const UNSEEN = -1

/** Triggers that never came to rest, and the state in which they were met. */
export interface Endless {
  readonly state: StateId
  readonly triggers: readonly string[]
}

/**
 * A belief that an event writes, read before anything is written. Not `sure`: whether it is written lies
 * beyond.
 */
interface BeliefWrite {
  readonly atom: Atom
  readonly value: ValueId
  readonly sure: boolean
}

/** Progression of states, of what happens or of what characters foresee (`isForeseen`). */
export class Progression {
  readonly space: StateSpace
  /** The first endless run of triggers that was met. */
  endless: Endless | undefined
  readonly #afterAction = new PairMap()
  readonly #afterTrigger = new PairMap()
  readonly #joined = new PairMap()
  readonly #corrected = new PairMap()
  readonly #settled = new IntMap(MISSING)
  readonly #triggers: TriggerIndex
  /**
   * Incremental re-evaluation: whether only those triggers are tested that read or write something that has
   * changed.
   */
  readonly #isIncremental: boolean
  readonly #affectedAt: Int32Array[] = []
  readonly #isForeseen: boolean
  /** By fluent: whether people may wonder about it. */
  readonly #isOpen: readonly boolean[]
  /** Whether triggers at rest in what happens may re-fire in what is foreseen. */
  readonly #mayRefire: boolean
  /** What people infer, if anybody does, from acts in the actual state (D45). */
  readonly #inference: Foresight | undefined
  /** Whether effects may ask if an act pays (D46). */
  readonly #isAsking: boolean

  /** `foreseen`: the progression of what characters foresee, if there is one beside this. */
  constructor(space: StateSpace, isIncremental = true, isForeseen = false, foreseen?: Progression) {
    this.space = space
    this.#isIncremental = isIncremental
    this.#isForeseen = isForeseen
    this.#isOpen = space.task.fluents.map((_, f) => space.task.open.some((each) => each.fluent === f))
    this.#mayRefire = isForeseen && mayRefire(space.task.triggers)
    this.#triggers = new TriggerIndex(space, (trigger) => !isForeseen || !trigger.isUnforeseen)
    this.#isAsking = !isForeseen && needsForesight(space.task)
    if (!this.#isAsking) return
    const others = isAllForeseen(space.task) ? this : new Progression(space, isIncremental, true)
    const foresight = new Foresight(foreseen ?? others)
    space.pays = (state, action) => foresight.pays(state, action)
    if (infers(space.task)) this.#inference = foresight
  }

  get bytes(): number {
    const pairs = [this.#afterAction, this.#afterTrigger, this.#joined, this.#corrected]
    return pairs.reduce((sum, { bytes }) => sum + bytes, this.#settled.bytes)
  }

  /** Whether the action's precondition holds: TRUE, FALSE or BEYOND. */
  isPossible(state: StateId, action: number): Truth {
    return truth(this.space, this.space.task.actions[action].precondition, state)
  }

  /**
   * The state after the action, triggers settled; -1 where they never come to rest. The precondition is not
   * tested.
   */
  happen(state: StateId, action: number): StateId {
    const after = this.#act(state, action)
    // In what somebody supposes, triggers may not rest yet (D41).
    return after < 0 ? -1 : this.settle(after, this.space.ownerOf(state) < -1 ? -1 : state)
  }

  /**
   * The state with its triggers run to their fixpoint (D16); -1 if they never rest. The minds of `state` must
   * be settled already. `from`, if given, is a state in which all triggers rest: then only the triggers
   * affected by a difference from it are tested.
   */
  settle(state: StateId, from = -1): StateId {
    const known = this.#settled.find(state)
    if (known !== MISSING) return known
    const settled = this.#run(state, this.#isIncremental && !this.#mayRefire ? from : -1)
    this.#settled.set(state, settled)
    return settled
  }

  #act(state: StateId, action: number): StateId {
    const known = this.#afterAction.find(state, action, MISSING)
    if (known !== MISSING) return known
    const event = this.space.task.actions[action]
    const after = this.#after(state, event, true, action)
    this.#afterAction.set(state, action, after)
    return after
  }

  #fire(state: StateId, trigger: number): StateId {
    const known = this.#afterTrigger.find(state, trigger, MISSING)
    if (known !== MISSING) return known
    const event = this.space.task.triggers[trigger]
    const certain = truth(this.space, event.precondition, state) === TRUE
    const fired = this.#after(state, event, certain, UNSEEN)
    const after = certain ? fired : this.#orAllBeyond(fired, state)
    this.#afterTrigger.set(state, trigger, after)
    return after
  }

  /**
   * Applies one event without running the triggers of the state: values, then for each mind what it saw, then
   * the beliefs that the event writes.
   */
  #after(state: StateId, event: GroundEvent, certain: boolean, action: number): StateId {
    const { space } = this
    const atoms = this.#atomsOf(event)
    const vector = this.#write(state, atoms, certain)
    const isClosed = this.#isClosed(state)
    const writes = space.depthOf(state) > 0 ? this.#read(state, atoms, certain) : []
    const minds = space.mindsOf(state)
    if (space.depthOf(state) > 0) {
      for (let c = 0; c < minds.length; c++) {
        const before = minds[c]
        const seen =
          action === UNSEEN ? this.#stale(state, atoms, certain, before, c) : this.#observe(state, action, c)
        const told = writes.length === 0 ? seen : this.#believe(seen, c, writes)
        const mind = isClosed ? told : this.#standing(told, vector, c, this.#ownerIn(state))
        minds[c] = mind < 0 || (mind === before && !this.#mayRefire) ? mind : this.settle(mind, before)
        if (minds[c] < 0) return -1
      }
    }
    return space.state(vector, space.levelOf(state), minds)
  }

  /** Whether nobody here can have anything as it is (D40). */
  #isClosed(state: StateId): boolean {
    return !this.space.hasOpen || this.space.ownerOf(state) === -1
  }

  #atomsOf(event: GroundEvent): readonly Atom[] {
    return this.#isForeseen && event.foreseen !== undefined ? event.foreseen : event.atoms
  }

  /** The vector of values after an event. */
  #write(state: StateId, atoms: readonly Atom[], certain: boolean): VectorId {
    const { space } = this
    let values: Int32Array | undefined
    for (const { condition, chain, fluent, value } of atoms) {
      if (chain.length > 0) continue
      const holds = truth(space, condition, state)
      if (holds === FALSE) continue
      // Whether an act pays is read by letting it happen, which needs the buffer.
      values ??= this.#isAsking ? space.valuesOf(state).slice() : space.valuesOf(state)
      const written = evaluate(space, value, state)
      values[fluent] = certain && holds === TRUE ? written : agreed(values[fluent], written, BEYOND)
    }
    return values === undefined ? space.vectorOf(state) : space.vector(values)
  }

  /** The beliefs that an event writes. */
  #read(state: StateId, atoms: readonly Atom[], certain: boolean): readonly BeliefWrite[] {
    const writes: BeliefWrite[] = []
    for (const atom of atoms) {
      if (atom.chain.length === 0) continue
      const holds = truth(this.space, atom.condition, state)
      if (holds === FALSE) continue
      let value = evaluate(this.space, atom.value, state)
      if (value === this.space.task.values.asItIs) {
        // Nothing is said of what its owner has, and nobody has anything as it is in truth (D40).
        const { chain, outer } = atom
        const owner = outer > 0 ? chain[outer - 1] : this.#ownerIn(state)
        if (owner === chain[chain.length - 1]) continue
        if (owner < 0) value = UNKNOWN
      }
      writes.push({ atom, value, sure: certain && holds === TRUE })
    }
    return writes
  }

  /**
   * Observation (D12): the mind of a character after the action, before explicit beliefs and triggers. In a
   * state that the character supposes, they also take in what they foresee (D41).
   */
  #observe(state: StateId, action: number, character: number): StateId {
    const { space } = this
    const mind = space.belief(state, character)
    const sees = truth(space, space.task.actions[action].observing[character], state)
    if (sees === TRUE) return this.#see(state, action, mind, character)
    if (space.hasOpen && space.ownerOf(state) === -2 - character) {
      const isForeseen = this.isPossible(mind, action)
      if (isForeseen === TRUE) return this.#act(mind, action)
      if (isForeseen === BEYOND) return this.#perhaps(mind, this.#see(state, action, mind, character))
    }
    const unseen = this.#stale(state, this.#atomsOf(space.task.actions[action]), true, mind, character)
    return sees === FALSE || unseen < 0
      ? unseen
      : this.#perhaps(unseen, this.#see(state, action, mind, character))
  }

  #see(state: StateId, action: number, mind: StateId, character: number): StateId {
    const ready = this.#surprise(state, action, mind, character)
    if (ready < 0) return -1
    const inferred = this.#inference === undefined ? mind : this.#infer(state, action, mind, character)
    return this.#act(inferred === mind ? ready : inferred, action)
  }

  /**
   * D45: the mind with what its owner infers from an act in the actual state. Who sees what could not really
   * happen infers nothing from it (D30).
   */
  #infer(state: StateId, action: number, mind: StateId, owner: number): StateId {
    if (this.space.ownerOf(state) !== -1 || this.isPossible(state, action) === FALSE) return mind
    return this.#inference!.inferred(action, {
      mind,
      observer: owner,
      possible: this.#comesToRest(mind, action),
      correct: ({ chain, fluent, value }) => this.#correct(mind, owner, chain, 0, fluent, value),
    })
  }

  /** Whether the action is possible (D17). */
  #comesToRest(state: StateId, action: number): Truth {
    const possible = this.isPossible(state, action)
    const after = possible === FALSE ? -1 : this.#act(state, action)
    return after < 0 || this.settle(after) < 0 ? FALSE : possible
  }

  /** D40, *Change*: what somebody had right is stale once it changes and they do not see it. */
  #stale(
    state: StateId,
    atoms: readonly Atom[],
    certain: boolean,
    before: StateId,
    character: number,
  ): StateId {
    if (this.#isClosed(state)) return before
    let mind = before
    for (const { condition, chain, fluent } of atoms) {
      if (chain.length > 0 || mind < 0 || !this.#isOpen[fluent]) continue
      const holds = truth(this.space, condition, state)
      if (holds !== FALSE) mind = this.#becoming(mind, character, fluent, UNKNOWN, certain && holds === TRUE)
    }
    return mind
  }

  /** Whose mind it is, or whose supposition; -1: the actual state. */
  #ownerIn(state: StateId): number {
    const owner = this.space.ownerOf(state)
    return owner < -1 ? -2 - owner : owner
  }

  /**
   * D40, *Where it stands* and *Learning*: once the state around a mind, with these values, has one, whoever
   * had it right has that value, and its owner has in their own mind what they have.
   */
  #standing(before: StateId, vector: VectorId, character: number, owner: number): StateId {
    const { space } = this
    let mind = before
    for (const { fluent } of space.task.open) {
      if (mind < 0) return -1
      const value = space.valueInVector(vector, fluent)
      if (value === space.task.values.asItIs || (value === UNKNOWN && character !== owner)) continue
      mind = this.#becoming(mind, character, fluent, value, true)
    }
    return mind
  }

  /**
   * The mind of a character within one that comes to hold these values without an event (D40, *Learning*),
   * triggers settled; -1 where they would never come to rest.
   */
  taught(mind: StateId, vector: VectorId, character: number, owner: number): StateId {
    const taught = mind < 0 ? mind : this.#standing(mind, vector, character, owner)
    return taught < 0 || taught === mind ? taught : this.settle(taught, mind)
  }

  /** What is as it is in a mind gets another value. */
  #becoming(mind: StateId, character: number, fluent: number, value: ValueId, sure: boolean): StateId {
    const { space } = this
    const held = space.valueOf(mind, fluent)
    if (held !== space.task.values.asItIs && held !== BEYOND) return mind
    const become = this.#correct(mind, character, [], 0, fluent, value)
    return sure && held !== BEYOND ? become : this.#perhaps(mind, become)
  }

  /**
   * What a character supposes (D41): their mind with other values for some fluents, and that mind, one level
   * less deep, as their own. -1 where triggers would never come to rest.
   */
  supposed(mind: StateId, owner: number, values: ReadonlyMap<number, ValueId>): StateId {
    const { space } = this
    const facts = space.valuesOf(mind)
    for (const [fluent, value] of values) facts[fluent] = value
    const vector = space.vector(facts)
    const minds = Int32Array.from(space.task.characters, (_, c) => {
      const before = space.belief(mind, c)
      if (c === owner) return space.shallower(mind)
      return this.taught(before, vector, c, owner)
    })
    if (minds.some((each) => each < 0)) return -1
    return space.state(vector, space.level(space.depthOf(mind), -2 - owner), minds)
  }

  /**
   * Surprise (D13): the mind amended so that the action can happen in it. Fluents take the values that they
   * really have, or become unknown.
   */
  #surprise(state: StateId, action: number, mind: StateId, character: number): StateId {
    const { space } = this
    const { precondition } = space.task.actions[action]
    const expected = truth(space, precondition, mind)
    if (expected === TRUE) return mind
    let amended = mind
    for (const literal of literalsOf(space, precondition, state)) {
      const holds = literalHolds(space, literal, amended)
      if (holds === TRUE) continue
      const repaired = this.#correct(amended, character, literal.chain, 0, literal.fluent, literal.repair)
      amended = holds === FALSE ? repaired : this.#perhaps(amended, repaired)
      if (amended < 0) break
    }
    return expected === FALSE ? amended : this.#perhaps(mind, amended)
  }

  /**
   * The join of a mind with what it perhaps becomes. Where the other never comes to rest, everything is
   * beyond.
   */
  #perhaps(mind: StateId, after: StateId): StateId {
    return after < 0 ? this.#orAllBeyond(after, mind) : this.#join(mind, after)
  }

  #orAllBeyond(after: StateId, before: StateId): StateId {
    return after < 0 ? this.space.allBeyond(this.space.levelOf(before)) : after
  }

  /**
   * Explicit belief (D14): the beliefs that the event writes in this mind, in source order, except those that
   * hold already.
   */
  #believe(mind: StateId, character: number, writes: readonly BeliefWrite[]): StateId {
    let told = mind
    for (const { atom, value, sure } of writes) {
      if (told < 0) return -1
      if (atom.chain[0] !== character) continue
      const present = this.#valueAlong(told, atom.chain, 1, atom.fluent)
      if (present === value && value !== BEYOND) continue
      const corrected = this.#correct(told, character, atom.chain, 1, atom.fluent, value)
      // Whether it holds already decides whether there is anything to notice.
      told = sure && present !== BEYOND ? corrected : this.#perhaps(told, corrected)
    }
    return told
  }

  /**
   * A mind of `owner` with one belief corrected, triggers settled (D14); -1 where they would never come to
   * rest.
   */
  correct(mind: StateId, owner: number, chain: readonly number[], fluent: number, value: ValueId): StateId {
    const corrected = this.#correct(mind, owner, chain, 0, fluent, value)
    return corrected < 0 ? -1 : this.settle(corrected)
  }

  #valueAlong(mind: StateId, chain: readonly number[], from: number, fluent: number): ValueId {
    let at = mind
    for (let i = from; i < chain.length && at >= 0; i++) at = this.space.belief(at, chain[i])
    return at < 0 ? BEYOND : this.space.valueOf(at, fluent)
  }

  /**
   * A correction in a mind of `owner`: the fluent along `chain` (from index `from` on) becomes `value`. Only
   * the owner notices it, so the owner's belief about their own mind is corrected as well. A common property
   * is corrected in every mind within (D34).
   */
  #correct(
    mind: StateId,
    owner: number,
    chain: readonly number[],
    from: number,
    fluent: number,
    value: ValueId,
  ): StateId {
    const { characters, fluents } = this.space.task
    const code = (value * fluents.length + fluent) * characters.length + owner
    if (from < chain.length || this.#isClosed(mind) || code > MOST_CODES)
      return this.#makeCorrection(mind, owner, chain, from, fluent, value)
    const known = this.#corrected.find(mind, code, MISSING)
    if (known !== MISSING) return known
    const corrected = this.#makeCorrection(mind, owner, chain, from, fluent, value)
    this.#corrected.set(mind, code, corrected)
    return corrected
  }

  #makeCorrection(
    mind: StateId,
    owner: number,
    chain: readonly number[],
    from: number,
    fluent: number,
    value: ValueId,
  ): StateId {
    const { space } = this
    const depth = space.depthOf(mind)
    const vector = from === chain.length ? this.#changed(mind, fluent, value) : space.vectorOf(mind)
    if (depth > 0 && from === chain.length && space.task.isCommon[fluent])
      return this.#correctAll(mind, vector, fluent, value)
    const minds = space.mindsOf(mind)
    if (depth > 0) {
      if (this.#mayRefire && !this.#settleOthers(minds, owner, chain[from])) return -1
      minds[owner] = this.#correct(minds[owner], owner, chain, from, fluent, value)
      if (minds[owner] < 0) return -1
      if (from < chain.length) {
        const next = chain[from]
        const present = this.#valueAlong(minds[next], chain, from + 1, fluent)
        if (present !== value || value === BEYOND) {
          const corrected = this.#correct(minds[next], next, chain, from + 1, fluent, value)
          minds[next] = present !== BEYOND ? corrected : this.#perhaps(minds[next], corrected)
        }
        if (minds[next] >= 0) minds[next] = this.settle(minds[next], space.belief(mind, next))
        if (minds[next] < 0) return -1
      }
      minds[owner] = this.settle(minds[owner], space.belief(mind, owner))
      if (minds[owner] < 0) return -1
      if (!this.#isClosed(mind) && !this.#standAll(mind, vector, minds)) return -1
    }
    return space.state(vector, space.levelOf(mind), minds)
  }

  /** `#standing` for all minds; false if one of them never comes to rest. */
  #standAll(state: StateId, vector: VectorId, minds: Int32Array): boolean {
    for (let c = 0; c < minds.length; c++) {
      const stands = this.#standing(minds[c], vector, c, this.#ownerIn(state))
      if (stands !== minds[c]) minds[c] = stands < 0 ? -1 : this.settle(stands, this.space.belief(state, c))
      if (minds[c] < 0) return false
    }
    return true
  }

  /** Settles the minds that a correction does not touch; false if one of them never comes to rest. */
  #settleOthers(minds: Int32Array, owner: number, next: number | undefined): boolean {
    for (let c = 0; c < minds.length; c++) if (c !== owner && c !== next) minds[c] = this.settle(minds[c])
    return minds.every((each) => each >= 0)
  }

  #correctAll(mind: StateId, vector: VectorId, fluent: number, value: ValueId): StateId {
    const { space } = this
    const minds = space.mindsOf(mind)
    for (let c = 0; c < minds.length; c++) {
      const corrected = this.#correct(minds[c], c, [], 0, fluent, value)
      minds[c] = corrected < 0 ? -1 : this.settle(corrected, space.belief(mind, c))
      if (minds[c] < 0) return -1
    }
    return space.state(vector, space.levelOf(mind), minds)
  }

  #changed(state: StateId, fluent: number, value: ValueId): VectorId {
    const values = this.space.valuesOf(state)
    values[fluent] = value
    return this.space.vector(values)
  }

  /**
   * The join of two states: what both agree on; everything else is beyond. It stands for a state of which it
   * is beyond which of the two it is.
   */
  #join(one: StateId, other: StateId): StateId {
    if (one === other) return one
    const known = this.#joined.find(one, other, MISSING)
    if (known !== MISSING) return known
    const joined = this.#makeJoin(one, other)
    this.#joined.set(one, other, joined)
    return joined
  }

  #makeJoin(one: StateId, other: StateId): StateId {
    const { space } = this
    const values = space.valuesOf(one)
    for (let f = 0; f < values.length; f++) values[f] = agreed(values[f], space.valueOf(other, f), BEYOND)
    const vector = space.vector(values)
    const minds = space.mindsOf(one)
    if (space.depthOf(one) > 0)
      for (let c = 0; c < minds.length; c++) minds[c] = this.#join(minds[c], space.belief(other, c))
    return space.state(vector, space.levelOf(one), minds)
  }

  /**
   * Runs triggers until none changes anything; -1 if they cycle. If it was beyond whether some trigger of the
   * cycle fired, there may be no cycle: then the result is the state in which everything is beyond, and a
   * question that needs to know is asked again, deeper.
   */
  #run(start: StateId, from: StateId): StateId {
    const affected = this.#noneAffected(start)
    let isKnown = this.#triggers.addAffected(affected, from, start)
    let trigger = this.#next(start, isKnown ? affected : undefined)
    if (trigger < 0) return start
    let state = start
    let sure = true
    const met = new Set<StateId>([start])
    for (let firings = 0; ; firings++) {
      sure &&= this.#isSure(state, trigger)
      const after = this.#fire(state, trigger)
      if (after < 0) return -1
      if (met.has(after) || firings >= FIRINGS)
        return sure ? this.#never(state) : this.space.allBeyond(this.space.levelOf(start))
      met.add(after)
      // The triggers still to be tested: those after the one that fired, and those affected by what it
      // changed.
      if (isKnown) {
        dropUpTo(affected, trigger)
        isKnown = this.#triggers.addAffected(affected, state, after)
      }
      state = after
      trigger = this.#next(state, isKnown ? affected : undefined)
      if (trigger < 0) return state
    }
  }

  /**
   * An empty set of triggers. One array per depth suffices, because only the minds' triggers run while a
   * state's own do.
   */
  #noneAffected(state: StateId): Int32Array {
    return (this.#affectedAt[this.space.depthOf(state)] ??= this.#triggers.noTriggers()).fill(0)
  }

  #isSure(state: StateId, trigger: number): boolean {
    const event = this.space.task.triggers[trigger]
    if (truth(this.space, event.precondition, state) !== TRUE) return false
    return this.#atomsOf(event).every(({ condition, value }) => {
      const holds = truth(this.space, condition, state)
      return holds === FALSE || (holds === TRUE && evaluate(this.space, value, state) !== BEYOND)
    })
  }

  /**
   * The first trigger, in order, that holds and would change something; -1 if there is none. If `affected` is
   * given, only those are tested.
   */
  #next(state: StateId, affected?: Int32Array): number {
    if (affected === undefined) return this.#first(state)
    const { triggers } = this.space.task
    for (let w = 0; w < affected.length; w++) {
      for (let bits = affected[w]; bits !== 0; bits &= bits - 1) {
        const trigger = w * 32 + 31 - Math.clz32(bits & -bits)
        if (
          truth(this.space, triggers[trigger].precondition, state) !== FALSE &&
          this.#changes(state, trigger)
        )
          return trigger
      }
    }
    return -1
  }

  /** A method of its own, because creating a closure costs time even where it is not called. */
  #first(state: StateId): number {
    return this.#triggers.first(state, (trigger) => this.#changes(state, trigger))
  }

  #changes(state: StateId, trigger: number): boolean {
    return this.#fire(state, trigger) !== state
  }

  #never(state: StateId): -1 {
    if (this.endless !== undefined) return -1
    const names: string[] = []
    let at = state
    const met = new Set<StateId>()
    while (!met.has(at) && names.length < 12) {
      met.add(at)
      const trigger = this.#next(at)
      if (trigger < 0) break
      names.push(this.space.task.triggers[trigger].label)
      at = this.#fire(at, trigger)
      if (at < 0) break
    }
    this.endless = { state, triggers: [...new Set(names)] }
    return -1
  }
}

/**
 * Whether triggers at rest may re-fire if nothing unforeseen happens (D33): a trigger lacks a part of its
 * effect, or what a trigger writes in a mind is no longer undone there.
 */
function mayRefire(triggers: readonly Trigger[]): boolean {
  const foreseen = triggers.filter((each) => !each.isUnforeseen)
  if (foreseen.some((each) => each.foreseen !== undefined)) return true
  return (
    foreseen.length < triggers.length &&
    foreseen.some((each) => each.atoms.some(({ chain }) => chain.length > 0))
  )
}

/** Whether what happens is all that characters foresee (D33). */
export function isAllForeseen({ actions, triggers }: Task): boolean {
  return (
    !triggers.some((each) => each.isUnforeseen) &&
    ![...actions, ...triggers].some((each) => each.foreseen !== undefined)
  )
}

function dropUpTo(triggers: Int32Array, last: number): void {
  const word = last >>> 5
  triggers.fill(0, 0, word)
  triggers[word] &= -2 << last
}
