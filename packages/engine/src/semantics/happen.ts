/**
 * How events change a world (D10 to D17, D40), written once for all three kinds of event: actions, triggers,
 * and corrections of a belief. They differ only in who sees them and in what seeing them does.
 *
 * Where it lies beyond the world's depth whether something happens (D20), the result is what both
 * possibilities agree on.
 */
import { asItIs, type Slices } from "@dramaturg/model"
import type { Action, Atom, GroundEvent } from "./event.js"
import { isOpenIn } from "./formula.js"
import { type Paying, holds } from "./read.js"
import type { GroundTask } from "./ground-task.js"
import { inference, isFalse, pays } from "./inference.js"
import { type Literal, literalsOf } from "./surprise.js"
import { type Cell, type Facts, beyond, codeOf, factsWith, valueOf } from "./facts.js"
import {
  Deeper,
  type World,
  actual,
  allBeyond,
  join,
  ownerOf,
  supposedBy,
  valueAlong,
  worldOf,
} from "./world.js"

/** The most firings in one closure; more count as endless (D16). */
const FIRINGS = 10_000

/** Thrown when triggers never come to rest. */
export class Endless extends Error {}

/** The value of an atom, read before anything is written. */
export interface Reading {
  readonly chain: readonly number[]
  readonly fluent: number
  readonly value: Cell
  /** False: whether it is written at all lies beyond. */
  readonly sure: boolean
}

/** Somebody who sees an action in a world, and their mind before it happens there. */
export interface Observer {
  readonly world: World
  readonly action: Action
  readonly character: number
  readonly mind: World
  /** It is known that the precondition holds in the world. */
  readonly isPossible: boolean
}

/** What a character's mind becomes by seeing, or not seeing, the event. */
type Seeing = (character: number, mind: World) => World

/** Is the action possible here, its closure left aside? (D17) */
export function isPossible(world: World, action: Action): boolean {
  return holds(action.precondition, world)
}

/** W→a: the world after the action, triggers settled; null if they never settle (D16). */
export function after(task: GroundTask, world: World, action: Action): World | null {
  return remember(task.memory.after, action, world, () => {
    try {
      return settle(task, takePlace(task, world, action))
    } catch (error) {
      if (error instanceof Endless) return null
      throw error
    }
  })
}

/**
 * Works out, in slices, what an action does in the minds of a world, the innermost first. All of it is
 * remembered, so a call of `after` that follows takes little time. It changes no result, and throws nothing.
 */
export function* prepareAfter(task: GroundTask, world: World, action: Action): Slices<void> {
  if (world.depth < 2 || task.memory.acted.get(action)?.has(world)) return
  for (const [c, mind] of world.minds.entries()) {
    const sees = action.observing[c](world)
    if (sees !== true && sees !== beyond) continue
    const observer = { world, action, character: c, mind, isPossible: false }
    const ready = unlessThrown(() => readied(task, observer))
    if (ready === undefined) return
    yield* prepareAfter(task, ready, action)
    if (unlessThrown(() => act(task, ready, action)) === undefined) return
    yield
  }
}

function unlessThrown<R>(work: () => R): R | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Deeper || error instanceof Endless) return undefined
    throw error
  }
}

function remember<K, R>(memory: Map<K, Map<World, R>>, key: K, world: World, work: () => R): R {
  let known = memory.get(key)
  if (known === undefined) memory.set(key, (known = new Map()))
  const result = known.get(world)
  if (result !== undefined) return result
  const made = work()
  known.set(world, made)
  return made
}

/** The action as a fact that happened: it is possible even where it lies beyond whether it is. */
export function takePlace(task: GroundTask, world: World, action: Action): World {
  if (action.precondition(world) !== beyond) return act(task, world, action)
  const readings = readingsIn(task, world, action)
  return occur(task, world, readings, (c, mind) => observe(task, world, action, c, mind, readings, true))
}

/** The action without the closure in the world itself. */
export function act(task: GroundTask, world: World, action: Action): World {
  return remember(task.memory.acted, action, world, () => {
    const readings = readingsIn(task, world, action)
    return occur(task, world, readings, (c, mind) => observe(task, world, action, c, mind, readings))
  })
}

/** D33. */
export function atomsIn(task: GroundTask, event: GroundEvent): readonly Atom[] {
  return task.isForeseen ? event.foreseen : event.atoms
}

/** D10, steps 1 and 2. */
function occur(task: GroundTask, world: World, readings: readonly Reading[], seeing: Seeing): World {
  const facts = write(task, world.facts, readings)
  const minds = world.minds.map((mind, c) => {
    const told = believe(task, seeing(c, mind), c, readings)
    const next = isClosed(task, world) ? told : standing(task, facts, told, c, ownerOf(world))
    return next === mind && !task.mayRefire ? mind : settle(task, next)
  })
  return facts === world.facts && minds.every((each, c) => each === world.minds[c])
    ? world
    : worldOf(task.memory.worlds, facts, minds, world.owner)
}

/** Does nobody here have anything as it is? (D40) */
function isClosed({ setting }: GroundTask, world: World): boolean {
  return world.owner === actual || setting.open.length === 0
}

/** What an event writes in a world, as it happens in this task. */
export function readingsIn(task: GroundTask, world: World, event: GroundEvent): readonly Reading[] {
  const paying = (there: World): Cell => pays(task, event as Action, there, after)
  return readingsOf(world, atomsIn(task, event), "consenting" in event ? paying : undefined)
}

/** What the atoms that apply in a world write. */
export function readingsOf(world: World, atoms: readonly Atom[], paying?: Paying): readonly Reading[] {
  const readings: Reading[] = []
  for (const { condition, chain, outer, fluent, value } of atoms) {
    const applies = condition(world, paying)
    if (applies !== true && applies !== beyond) continue
    const read = value(world, paying)
    const reading: Reading = { chain, fluent, value: read, sure: applies === true }
    if (read !== asItIs) readings.push(reading)
    else {
      // Nothing is said of what its owner has, and nobody has anything as it is in truth (D40).
      const owner = outer > 0 ? chain[outer - 1] : ownerOf(world)
      if (chain.at(-1) !== owner) readings.push(owner === undefined ? { ...reading, value: null } : reading)
    }
  }
  return readings
}

/** The later of two atoms on one fluent wins (D11, Δ7). */
function write(task: GroundTask, facts: Facts, readings: readonly Reading[]): Facts {
  const changes = new Map<number, Cell>()
  for (const { chain, fluent, value, sure } of readings)
    if (chain.length === 0) changes.set(fluent, sure ? value : later(facts, changes, fluent, value))
  return changes.size === 0 ? facts : factsWith(task.memory.worlds.facts, facts, changes)
}

/** The value of a fluent if it is beyond whether it becomes this value. */
function later(facts: Facts, changes: ReadonlyMap<number, Cell>, fluent: number, value: Cell): Cell {
  const written = changes.get(fluent)
  const present = written === undefined ? valueOf(facts, fluent) : written
  return present === value ? value : beyond
}

/** D12; in a world that the character supposes, also what they foresee (D41). */
function observe(
  task: GroundTask,
  world: World,
  action: Action,
  character: number,
  mind: World,
  readings: readonly Reading[],
  isPossible = false,
): World {
  const sees = action.observing[character](world)
  const seen = () => act(task, readied(task, { world, action, character, mind, isPossible }), action)
  if (sees === true) return seen()
  if (world.owner === supposedBy(character)) {
    const foreseen = action.precondition(mind)
    if (foreseen === true) return act(task, mind, action)
    if (foreseen === beyond) return perhaps(task, mind, seen)
  }
  const unseen = isClosed(task, world) ? mind : stale(task, mind, character, readings)
  return sees === beyond ? perhaps(task, unseen, seen) : unseen
}

/** The mind made ready for the action: with what its owner infers (D45), else amended by surprise (D13). */
export function readied(task: GroundTask, observer: Observer): World {
  const thinking = task.infers ? inferred(task, observer) : observer.mind
  return thinking === observer.mind ? surprise(task, observer) : thinking
}

/** D45. From what could not really happen nothing is inferred (D30). */
function inferred(task: GroundTask, { world, action, character, mind }: Observer): World {
  if (task.isForeseen || world.owner !== actual || isFalse(action.precondition(world))) return mind
  const rests = (): boolean => unlessEndless(() => settle(task, act(task, mind, action))) !== undefined
  const corrected = (change: Reading): World | undefined =>
    unlessEndless(() => correct(task, mind, character, change))
  return inference(task, action, { mind, observer: character, rests, correct: corrected }, after)
}

function unlessEndless<R>(work: () => R): R | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Endless) return undefined
    throw error
  }
}

/** D13. */
export function surprise(task: GroundTask, { world, action, character, mind, isPossible }: Observer): World {
  const expected = action.precondition(mind)
  if (expected === true) return mind
  const repaired = () =>
    literalsOf(task.setting, action.formula, world, isPossible).reduce(
      (each, literal) => repair(task, each, character, literal),
      mind,
    )
  return expected === beyond ? perhaps(task, mind, repaired) : repaired()
}

function repair(
  task: GroundTask,
  mind: World,
  owner: number,
  { chain, fluent, repair: value, test }: Literal,
): World {
  const fulfilled = test(mind)
  if (fulfilled === true) return mind
  const correction = () => correct(task, mind, owner, { chain, fluent, value, sure: true })
  return fulfilled === beyond ? perhaps(task, mind, correction) : correction()
}

/** D14: what an event says outright about a mind. */
export function believe(
  task: GroundTask,
  mind: World,
  character: number,
  readings: readonly Reading[],
): World {
  let told = mind
  for (const { chain, fluent, value, sure } of readings) {
    if (chain[0] !== character) continue
    const rest = chain.slice(1)
    if (rest.length === 0 && isBeyondThroughout(task, told, character, fluent)) continue
    const present = valueAlong(told, rest, fluent)
    if (sure && value !== beyond && present === value) continue
    const before = told
    const correction = () => correct(task, before, character, { chain: rest, fluent, value, sure: true })
    told = sure && present !== beyond ? correction() : perhaps(task, before, correction)
  }
  return told
}

/**
 * Is every value that a correction would change beyond already? Answered with yes only for minds at rest,
 * where every trigger that the correction could set off has been tested.
 */
export function isBeyondThroughout(task: GroundTask, mind: World, owner: number, fluent: number): boolean {
  let at: World | undefined = mind
  for (; at !== undefined; at = at.minds[owner])
    if (valueOf(at.facts, fluent) !== beyond || !isAtRest(task, at)) return false
  return true
}

/** Would no trigger change anything here, not even one of which it is beyond whether it would fire? */
export function isAtRest(task: GroundTask, world: World): boolean {
  try {
    return settle(task, world) === world
  } catch (error) {
    if (error instanceof Endless) return false
    throw error
  }
}

/**
 * `G := v` in a mind: an event that the mind's owner alone notices, or every character if the property of G
 * is common (D34).
 */
export function correct(task: GroundTask, mind: World, owner: number, correction: Reading): World {
  const { chain, fluent, value } = correction
  const { setting, memory } = task
  const isCommon =
    chain.length === 0 && setting.problem.properties[setting.fluents[fluent].property].isCommon === true
  const corrected = () =>
    occur(task, mind, [correction], (c, inner) =>
      c === owner || isCommon ? correct(task, inner, c, correction) : inner,
    )
  if (setting.open.length === 0 || chain.length > 0) return corrected()
  const key = `${owner} ${fluent} ${codeOf(memory.worlds.facts.codes, value)}`
  return remember(memory.corrected, key, mind, corrected)
}

/** *Change* (D40): what somebody had right is stale once it changes and they do not see it. */
function stale(task: GroundTask, mind: World, owner: number, readings: readonly Reading[]): World {
  return readings.reduce(
    (each, { chain, fluent, sure }) =>
      chain.length > 0 || !isOpenIn(task.setting, fluent)
        ? each
        : becoming(task, each, owner, fluent, null, sure),
    mind,
  )
}

/**
 * *Where it stands* and *Learning* (D40): once the world holds a value, whoever had it right has that value,
 * and its owner has in their own mind what they have. `facts` are those of the world, `mind` is a mind in it.
 */
export function standing(
  task: GroundTask,
  facts: Facts,
  mind: World,
  character: number,
  owner: number | undefined,
): World {
  return task.setting.open.reduce((each, fluent) => {
    const value = valueOf(facts, fluent)
    const stands = value === asItIs || (value === null && character !== owner)
    return stands ? each : becoming(task, each, character, fluent, value, true)
  }, mind)
}

/** What is as it is in a mind gets another value. */
function becoming(
  task: GroundTask,
  mind: World,
  owner: number,
  fluent: number,
  value: Cell,
  sure: boolean,
): World {
  const held = valueOf(mind.facts, fluent)
  if (held !== asItIs && held !== beyond) return mind
  const become = (): World => correct(task, mind, owner, { chain: [], fluent, value, sure: true })
  return sure && held === asItIs ? become() : perhaps(task, mind, become)
}

/** The join of the world with what it perhaps becomes. */
function perhaps(task: GroundTask, world: World, become: () => World): World {
  try {
    return join(task.memory.worlds, world, become())
  } catch (error) {
    throw error instanceof Endless ? new Deeper() : error
  }
}

/**
 * D16: runs triggers to their fixpoint. The world's minds are settled already. If it was beyond whether some
 * trigger of a cycle changed anything, there may be no cycle: then everything in the result is beyond, and a
 * reader who needs to know looks deeper (D20).
 */
export function settle(task: GroundTask, world: World): World {
  const known = task.memory.settled.get(world)
  if (known !== undefined) return known
  let settled = world
  let met: Set<World> | undefined
  let isSure = true
  for (let fired = fireFirst(task, world); fired !== undefined; fired = fireFirst(task, settled)) {
    met ??= new Set([world])
    isSure &&= isCertain(task, settled, fired.trigger)
    if (met.has(fired.world) || met.size > FIRINGS) {
      if (isSure) throw new Endless()
      settled = allBeyond(task.memory.worlds, world)
      break
    }
    met.add(fired.world)
    settled = fired.world
  }
  task.memory.settled.set(world, settled)
  return settled
}

/** The first trigger that would change something, and the world after it; undefined if there is none. */
export function fireFirst(
  task: GroundTask,
  world: World,
): { readonly trigger: GroundEvent; readonly world: World } | undefined {
  for (const trigger of task.candidates(world)) {
    const enabled = trigger.precondition(world)
    if (enabled !== true && enabled !== beyond) continue
    const fired =
      enabled === true ? fire(task, world, trigger) : perhaps(task, world, () => fire(task, world, trigger))
    if (fired !== world) return { trigger, world: fired }
  }
  return undefined
}

/** Is everything that the trigger does here known? */
function isCertain(task: GroundTask, world: World, trigger: GroundEvent): boolean {
  if (trigger.precondition(world) !== true) return false
  return readingsIn(task, world, trigger).every(
    ({ sure, value, chain, fluent }) =>
      sure && value !== beyond && (chain.length === 0 || valueAlong(world, chain, fluent) !== beyond),
  )
}

/** D15. */
function fire(task: GroundTask, world: World, trigger: GroundEvent): World {
  const readings = readingsIn(task, world, trigger)
  return occur(task, world, readings, (c, mind) =>
    isClosed(task, world) ? mind : stale(task, mind, c, readings),
  )
}

/** The start with every mind settled, the innermost first (D8). Each unit settles one mind. */
export function* settleDeeply(task: GroundTask, world: World): Slices<World> {
  return yield* settleMinds(task, world, new Map())
}

function* settleMinds(task: GroundTask, world: World, done: Map<World, World>): Slices<World> {
  const known = done.get(world)
  if (known !== undefined) return known
  const minds: World[] = []
  for (const each of world.minds) minds.push(yield* settleMinds(task, each, done))
  const settled = settle(task, worldOf(task.memory.worlds, world.facts, minds, world.owner))
  done.set(world, settled)
  yield
  return settled
}
