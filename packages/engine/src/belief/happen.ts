/**
 * The one way the world moves (D10 to D16).
 *
 * `happen(state, action)` is what the state becomes when the action is taken: values first; then each mind, which either
 * saw it (and, if it thought the act impossible, was surprised first) or did not; then what the act says outright about
 * beliefs; then triggers, to their fixpoint, in every mind and at last in the state itself. It is -1 where triggers never
 * come to rest: such an act is impossible (Δ8).
 *
 * The steps between are states too, not yet settled: `#after` does one event without its triggers, `#correct` changes one
 * belief, `settle` runs the triggers. All are functions of their arguments, so all are remembered.
 */
import type { Atom, GroundEvent } from "../ground/task.js"
import { evaluate } from "./evaluate.js"
import { PairMap } from "./int-map.js"
import { TriggerIndex } from "./triggers.js"
import type { StateId, StateSpace } from "./space.js"
import { literalHolds, literalsOf } from "./surprise.js"
import { BEYOND, FALSE, TRUE, type ValueId } from "./values.js"

/** A trigger may fire this often in one settling; more is taken for endless (D16). */
const FIRINGS = 10_000
const MISSING = -2

/** Triggers that never came to rest, and the state they were met in. */
export interface Endless {
  readonly state: StateId
  readonly triggers: readonly string[]
}

/** A value that was perhaps written over another: known only where both are the same. */
function perhaps(present: ValueId, written: ValueId): ValueId {
  return present === written ? present : BEYOND
}

/** What an atom of an event came to, read before anything was written. Not `sure`: it is beyond us whether it happens. */
interface Reading {
  readonly atom: Atom
  readonly value: ValueId
  readonly sure: boolean
}

export class Happening {
  readonly space: StateSpace
  /** The first endless run of triggers that was met. */
  endless: Endless | undefined
  readonly #afterAction = new PairMap()
  readonly #afterTrigger = new PairMap()
  readonly #settled = new PairMap()
  readonly #triggers: TriggerIndex
  /** Whether triggers are looked at only when something they notice has changed. */
  readonly #wakes: boolean

  constructor(space: StateSpace, wakes = true) {
    this.space = space
    this.#wakes = wakes
    this.#triggers = new TriggerIndex(space)
  }

  get bytes(): number {
    return this.#afterAction.bytes + this.#afterTrigger.bytes + this.#settled.bytes
  }

  /** Whether the action's precondition holds: TRUE, FALSE or BEYOND. */
  isPossible(state: StateId, action: number): ValueId {
    return evaluate(this.space, this.space.task.actions[action].precondition, state)
  }

  /** The settled state after the action; -1 where triggers never come to rest. The precondition is not asked. */
  happen(state: StateId, action: number): StateId {
    const after = this.#act(state, action)
    return after < 0 ? -1 : this.settle(after, state)
  }

  /**
   * The state with its triggers run to their fixpoint; its minds must be settled already. -1: they never rest. `from`, if
   * given, is a state in which all triggers rest: only those that can notice a difference from it are then looked at.
   */
  settle(state: StateId, from = -1): StateId {
    const known = this.#settled.find(state, 0, MISSING)
    if (known !== MISSING) return known
    const settled = this.#run(state, this.#wakes ? from : -1)
    this.#settled.set(state, 0, settled)
    return settled
  }

  #act(state: StateId, action: number): StateId {
    const known = this.#afterAction.find(state, action, MISSING)
    if (known !== MISSING) return known
    const event = this.space.task.actions[action]
    const after = this.#after(state, event, true, (character) => this.#observe(state, action, character))
    this.#afterAction.set(state, action, after)
    return after
  }

  #fire(state: StateId, trigger: number): StateId {
    const known = this.#afterTrigger.find(state, trigger, MISSING)
    if (known !== MISSING) return known
    const event = this.space.task.triggers[trigger]
    const certain = evaluate(this.space, event.precondition, state) === TRUE
    const after = this.#after(state, event, certain, (character) => this.space.belief(state, character))
    this.#afterTrigger.set(state, trigger, after)
    return after
  }

  /** One event, its triggers not yet run: values, then for each mind what it saw, then what the event says about it. */
  #after(state: StateId, event: GroundEvent, certain: boolean, seen: (character: number) => StateId): StateId {
    const { space } = this
    const readings = this.#read(state, event.atoms, certain)
    const values = space.valuesOf(state)
    for (const { atom, value, sure } of readings) {
      if (atom.chain.length === 0) values[atom.fluent] = sure ? value : perhaps(values[atom.fluent], value)
    }
    const minds = space.mindsOf(state)
    if (space.depthOf(state) > 0) {
      for (let c = 0; c < minds.length; c++) {
        const mind = this.#tell(seen(c), c, readings)
        minds[c] = mind < 0 || mind === space.belief(state, c) ? mind : this.settle(mind, space.belief(state, c))
        if (minds[c] < 0) return -1
      }
    }
    return space.state(space.vector(values), space.depthOf(state), minds)
  }

  /** Which atoms take effect, and with which value. */
  #read(state: StateId, atoms: readonly Atom[], certain: boolean): readonly Reading[] {
    const readings: Reading[] = []
    for (const atom of atoms) {
      const holds = evaluate(this.space, atom.condition, state)
      if (holds === FALSE) continue
      readings.push({ atom, value: evaluate(this.space, atom.value, state), sure: certain && holds === TRUE })
    }
    return readings
  }

  /** (O) The mind of a character after the action, before explicit beliefs and triggers. */
  #observe(state: StateId, action: number, character: number): StateId {
    const { space } = this
    const mind = space.belief(state, character)
    const sees = evaluate(space, space.task.actions[action].observing[character], state)
    if (sees === FALSE) return mind
    const ready = this.#surprise(state, action, mind, character)
    const after = ready < 0 ? -1 : this.#act(ready, action)
    return sees === TRUE || after < 0 ? after : this.#blend(mind, after)
  }

  /** (S) The mind amended so that the action could happen in it: what was really so is learnt, the rest becomes unknown. */
  #surprise(state: StateId, action: number, mind: StateId, character: number): StateId {
    const { space } = this
    const { precondition } = space.task.actions[action]
    const expected = evaluate(space, precondition, mind)
    if (expected === TRUE) return mind
    let amended = mind
    for (const literal of literalsOf(space, precondition, state)) {
      const holds = literalHolds(space, literal, amended)
      if (holds === TRUE) continue
      const repair = holds === BEYOND || expected === BEYOND ? BEYOND : literal.repair
      amended = this.#correct(amended, character, literal.chain, 0, literal.fluent, repair)
      if (amended < 0) return -1
    }
    return amended
  }

  /** (U) What the event says outright about this mind, in source order, unless it is so already. */
  #tell(mind: StateId, character: number, readings: readonly Reading[]): StateId {
    let told = mind
    for (const { atom, value, sure } of readings) {
      if (told < 0) return -1
      if (atom.chain[0] !== character) continue
      const present = this.#valueAlong(told, atom.chain, 1, atom.fluent)
      if (present === value && value !== BEYOND) continue
      const corrected = this.#correct(told, character, atom.chain, 1, atom.fluent, value)
      // Whether it is so already decides whether there is anything to notice.
      told = corrected < 0 || (sure && present !== BEYOND) ? corrected : this.#blend(told, corrected)
    }
    return told
  }

  #valueAlong(mind: StateId, chain: readonly number[], from: number, fluent: number): ValueId {
    let at = mind
    for (let i = from; i < chain.length && at >= 0; i++) at = this.space.belief(at, chain[i])
    return at < 0 ? BEYOND : this.space.valueOf(at, fluent)
  }

  /**
   * A correction in a mind of `owner`: the fluent along `chain` (from index `from` on) becomes `value`. Only the owner
   * notices, about themself: their picture of their own mind is corrected alike.
   */
  #correct(mind: StateId, owner: number, chain: readonly number[], from: number, fluent: number, value: ValueId): StateId {
    const { space } = this
    const depth = space.depthOf(mind)
    const values = space.valuesOf(mind)
    const minds = space.mindsOf(mind)
    if (from === chain.length) values[fluent] = value
    if (depth > 0) {
      minds[owner] = this.#correct(minds[owner], owner, chain, from, fluent, value)
      if (minds[owner] < 0) return -1
      if (from < chain.length) {
        const next = chain[from]
        const present = this.#valueAlong(minds[next], chain, from + 1, fluent)
        if (present !== value || value === BEYOND) {
          const corrected = this.#correct(minds[next], next, chain, from + 1, fluent, value)
          minds[next] = corrected < 0 || present !== BEYOND ? corrected : this.#blend(minds[next], corrected)
        }
        if (minds[next] >= 0) minds[next] = this.settle(minds[next], space.belief(mind, next))
        if (minds[next] < 0) return -1
      }
      minds[owner] = this.settle(minds[owner], space.belief(mind, owner))
      if (minds[owner] < 0) return -1
    }
    return space.state(space.vector(values), depth, minds)
  }

  /** Where it is beyond us whether an act was seen, whatever the two possibilities agree on. */
  #blend(one: StateId, other: StateId): StateId {
    if (one === other) return one
    const { space } = this
    const values = space.valuesOf(one)
    for (let f = 0; f < values.length; f++) if (values[f] !== space.valueOf(other, f)) values[f] = BEYOND
    const minds = space.mindsOf(one)
    const depth = space.depthOf(one)
    if (depth > 0) for (let c = 0; c < minds.length; c++) minds[c] = this.#blend(minds[c], space.belief(other, c))
    return space.state(space.vector(values), depth, minds)
  }

  /**
   * A cycle in which it was beyond us whether some trigger fired may be none at all: then nothing is known of this state, and
   * whoever needs to know looks deeper.
   */
  #run(start: StateId, from: StateId): StateId {
    let state = start
    let sure = true
    let waking = this.#triggers.wokenBy(from, start)
    let trigger = this.#next(start, waking)
    if (trigger < 0) return start
    const met = new Set<StateId>([start])
    for (let firings = 0; ; firings++) {
      sure &&= this.#isSure(state, trigger)
      const after = this.#fire(state, trigger)
      if (after < 0) return -1
      if (met.has(after) || firings >= FIRINGS) return sure ? this.#never(state) : this.space.blank(this.space.depthOf(start))
      met.add(after)
      if (waking !== undefined) waking = joined(waking, trigger, this.#triggers.wokenBy(state, after))
      state = after
      trigger = this.#next(state, waking)
      if (trigger < 0) return state
    }
  }

  #isSure(state: StateId, trigger: number): boolean {
    const { precondition, atoms } = this.space.task.triggers[trigger]
    return evaluate(this.space, precondition, state) === TRUE && this.#read(state, atoms, true).every((each) => each.sure && each.value !== BEYOND)
  }

  /** The first trigger, in order, that holds and would change something; -1 if there is none. Others than `waking` rest. */
  #next(state: StateId, waking?: readonly number[]): number {
    const changes = (trigger: number): boolean => {
      const after = this.#fire(state, trigger)
      return after < 0 || after !== state
    }
    if (waking === undefined) return this.#triggers.first(state, changes)
    const { triggers } = this.space.task
    return waking.find((each) => evaluate(this.space, triggers[each].precondition, state) !== FALSE && changes(each)) ?? -1
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

/** Who may still have something to do after `fired` did: those after it, and whoever woke; undefined: anybody. */
function joined(waking: readonly number[], fired: number, woken: readonly number[] | undefined): readonly number[] | undefined {
  if (woken === undefined) return undefined
  const rest = waking.filter((each) => each > fired)
  return woken.length === 0 ? rest : rest.length === 0 ? woken : [...new Set([...rest, ...woken])].sort((a, b) => a - b)
}
