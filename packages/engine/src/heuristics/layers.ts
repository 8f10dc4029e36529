/**
 * How high each utility can possibly be after k more actions, when nothing is ever undone.
 *
 * Layer 0 holds the values of a vector; each further layer adds what any action possible in the layer before could write,
 * and triggers write for free. Admissible, because a layer's sets contain the values of every state reachable in so many
 * actions: conditions are read as "may be true", a condition about a mind as "may be anything", a number that a trigger
 * changes as "may be any number". It looks at no mind, so it depends on the vector alone and is remembered per vector.
 * Characters may not count on accidents, so theirs is a computation of its own.
 */
import type { StateSpace, VectorId } from "../belief/space.js"
import { CONST, type Node } from "../ground/code.js"
import { PossibleValues } from "../ground/possible.js"
import type { GroundEvent } from "../ground/task.js"
import type { Bounds } from "../search/limits.js"
import type { Hope } from "./heuristic.js"

/** More layers than this are not built; from there on anything is taken to be possible. */
const MOST_LAYERS = 24

/** `bounds[k][i]`: the highest utility of the i-th person asked about after k actions. `open`: layers were still growing. */
interface Layers {
  readonly bounds: readonly Float64Array[]
  readonly open: boolean
}

/** An event as the layers see it: what it writes in the world itself. */
interface Writing {
  readonly precondition: Node
  readonly writes: readonly Write[]
  /** Whether all of it happens once and for all as soon as the precondition may hold. */
  readonly constant: boolean
}

interface Write {
  readonly condition: Node
  readonly fluent: number
  readonly value: Node
}

export class RelaxedLayers {
  readonly #space: StateSpace
  readonly #most: { readonly author: number; readonly character: number }
  readonly #sets: PossibleValues
  readonly #accidents: readonly Writing[]
  readonly #acts: readonly Writing[]
  readonly #triggers: readonly Writing[]
  readonly #forAuthor = new Map<VectorId, Layers>()
  readonly #forCharacters = new Map<VectorId, Layers>()

  constructor(space: StateSpace, bounds: Bounds) {
    const { task } = space
    this.#most = { author: Math.min(bounds.author, MOST_LAYERS), character: Math.min(bounds.character, MOST_LAYERS) }
    this.#space = space
    this.#sets = new PossibleValues(task.values, task.code, task.fluents.length, true)
    const writing = (event: GroundEvent): Writing => writingOf(task.code, event)
    this.#acts = task.actions.filter((each) => each.consenting.length > 0).map(writing).filter(isWorthwhile)
    this.#accidents = task.actions.filter((each) => each.consenting.length === 0).map(writing).filter(isWorthwhile)
    this.#triggers = task.triggers.map(writing).filter(isWorthwhile)
  }

  /** The least number of actions after which the hope may come true; Infinity if it never may. */
  distance(vector: VectorId, hope: Hope): number {
    const author = hope.who === this.#space.task.characters.length
    const { bounds, open } = author ? this.#layers(this.#forAuthor, vector, true) : this.#layers(this.#forCharacters, vector, false)
    const i = author ? 0 : hope.who
    for (let k = 0; k < bounds.length; k++) {
      if (hope.above ? bounds[k][i] > hope.least : bounds[k][i] >= hope.least) return k
    }
    return open ? bounds.length : Infinity
  }

  #layers(known: Map<VectorId, Layers>, vector: VectorId, author: boolean): Layers {
    const found = known.get(vector)
    if (found !== undefined) return found
    const layers = this.#build(vector, author)
    known.set(vector, layers)
    return layers
  }

  #build(vector: VectorId, author: boolean): Layers {
    const sets = this.#sets
    const characters = this.#space.task.characters.length
    const asked = author ? [characters] : Array.from({ length: characters }, (_, c) => c)
    const bound = (): Float64Array => Float64Array.from(asked, (who) => sets.highest(this.#space.task.utilities[who]))
    sets.clear()
    for (let f = 0; f < sets.count; f++) sets.add(f, this.#space.valueInVector(vector, f))
    const spent = new Set<Writing>()
    this.#settle(spent)
    const bounds = [bound()]
    const most = author ? this.#most.author : this.#most.character
    for (let k = 0; k < most; k++) {
      if (!this.#advance(spent, author)) return { bounds, open: false }
      bounds.push(bound())
    }
    return { bounds, open: true }
  }

  /** One more action; whether anything became possible that was not. */
  #advance(spent: Set<Writing>, author: boolean): boolean {
    const sets = this.#sets
    const { code } = this.#space.task
    const ready: Write[] = []
    const consider = (event: Writing): void => {
      if (spent.has(event) || !sets.mayBeTrue(event.precondition)) return
      for (const each of event.writes) if (sets.mayBeTrue(each.condition)) ready.push(each)
      if (event.constant) spent.add(event)
    }
    this.#acts.forEach(consider)
    if (author) this.#accidents.forEach(consider)
    // All values are read before any is written, so that one layer is one action.
    const read = ready.map(({ value }) => (code[value] === CONST ? undefined : sets.possible(value)))
    let grew = false
    ready.forEach(({ fluent, value }, i) => {
      const written = read[i]
      if (written === undefined ? sets.add(fluent, code[value + 1]) : sets.addPossible(fluent, written)) grew = true
    })
    if (grew) this.#settle(spent)
    return grew
  }

  #settle(spent: Set<Writing>): void {
    const sets = this.#sets
    for (let grew = true; grew; ) {
      grew = false
      for (const event of this.#triggers) {
        if (spent.has(event) || !sets.mayBeTrue(event.precondition)) continue
        for (const { condition, fluent, value } of event.writes) {
          if (!sets.mayBeTrue(condition)) continue
          const { code } = this.#space.task
          if (code[value] === CONST) {
            if (sets.add(fluent, code[value + 1])) grew = true
            continue
          }
          const written = sets.possible(value)
          if (!sets.addPossible(fluent, written)) continue
          grew = true
          // A number that a rule computes may grow again and again within one action.
          if (written.lo <= written.hi) sets.addRange(fluent, -Infinity, Infinity)
        }
        if (event.constant) spent.add(event)
      }
    }
  }
}

function writingOf(code: Int32Array, event: GroundEvent): Writing {
  const writes = event.atoms.filter((each) => each.chain.length === 0)
  const constant = writes.every((each) => code[each.value] === CONST && code[each.condition] === CONST)
  return { precondition: event.precondition, writes, constant }
}

function isWorthwhile(writing: Writing): boolean {
  return writing.writes.length > 0
}
