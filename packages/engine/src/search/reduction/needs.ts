/**
 * Relevance for the search: which events may be of use to the author's goal, or to the reasons of those who
 * take part in them? A guess: a member of the portfolio looks for a story among these events alone
 * (reduced-task.ts), and the checker judges what it finds in the whole world.
 *
 * Backwards from the goal. An action is relevant if it may write what a relevant condition needs; what it
 * needs itself is then relevant too, and so is whatever may raise the utility of each character who consents
 * to it. A condition needs nothing as long as it holds at the start and no relevant event can end that. So an
 * action that only puts right what it spoilt before is relevant to nobody. (Of plans without beliefs and
 * consent this leaves out no action that some plan cannot do without: take all others out of a plan, and each
 * condition of those that remain still holds, because what made it so remains and what spoilt it does not.)
 *
 * Triggers happen whether or not they are of use, so those are relevant which write what a relevant event or
 * utility reads. A mind is relevant if its owner consents to a relevant action, or a relevant formula reads
 * it; a write into any other mind is of no use.
 */
import { PAUSE, type Slices } from "@dramaturg/model"
import {
  AND,
  BELIEVES,
  CONST,
  type ExpressionId,
  FLUENT,
  fluentsIn,
  IF,
  IS,
  ISNT,
  KNOWS,
  NOT,
  operands,
  OR,
  SUM,
} from "../../task/expressions.js"
import type { Action, Atom, Belief, GroundEvent, Task, Trigger } from "../../task/task.js"
import { FALSE, TRUE, type ValueId } from "../../task/values.js"

/** Where the story begins. */
export interface Start {
  /** By fluent. */
  readonly values: Int32Array
  /** By character, then the author's. NaN: unknown. */
  readonly utilities: readonly number[]
  /** The actions that have happened. */
  readonly past: readonly Action[]
}

/** What seems relevant. */
export interface Relevance {
  readonly actions: ReadonlySet<Action>
  readonly triggers: ReadonlySet<Trigger>
  /** The characters whose minds are relevant. */
  readonly people: ReadonlySet<number>
}

/** What is relevant to the author of this task, among these of its events. What has happened is kept. */
export function* relevantAmong(
  task: Task,
  actions: readonly Action[],
  triggers: readonly Trigger[],
  start: Start,
): Slices<Relevance> {
  const needs = new Needs(task, actions, triggers, start.values)
  needs.keep(start.past)
  yield* needs.close()
  return needs
}

/** The writes of an event, as those who look for a use of it see them. */
interface Writer {
  readonly event: GroundEvent
  readonly atom: Atom
}

class Needs implements Relevance {
  readonly actions = new Set<Action>()
  readonly triggers = new Set<Trigger>()
  readonly people = new Set<number>()
  readonly #task: Task
  readonly #table: Int32Array
  readonly #start: Int32Array
  readonly #isAction: ReadonlySet<GroundEvent>
  /** By fluent, what may write it. */
  readonly #writers: Writer[][]
  /** By fluent, the triggers that may write it. */
  readonly #triggersOf: Trigger[][]
  /** By fluent, what the relevant events may write: values, or (`undefined`) any value. */
  readonly #written = new Map<number, Set<ValueId> | undefined>()
  /** By fluent, the values that some statement of the start gives in some mind. */
  readonly #stated = new Map<number, Set<ValueId>>()
  /** The conditions that are needed, each with whether it is needed true or false. */
  readonly #true = new Set<ExpressionId>()
  readonly #false = new Set<ExpressionId>()
  readonly #utilities = new Set<number>()
  readonly #read = new Set<number>()
  #grew = false

  constructor(task: Task, actions: readonly Action[], triggers: readonly Trigger[], start: Int32Array) {
    this.#task = task
    this.#table = task.expressions
    this.#start = start
    this.#isAction = new Set<GroundEvent>(actions)
    this.#writers = task.fluents.map(() => [])
    this.#triggersOf = task.fluents.map(() => [])
    for (const event of [...actions, ...triggers])
      for (const atom of event.atoms) this.#writers[atom.fluent].push({ event, atom })
    for (const trigger of triggers)
      for (const fluent of new Set(trigger.atoms.map((each) => each.fluent)))
        this.#triggersOf[fluent].push(trigger)
    this.#collectStated(task.initial)
  }

  #collectStated({ values, children }: Belief): void {
    for (const [fluent, value] of values) {
      const known = this.#stated.get(fluent)
      if (known === undefined) this.#stated.set(fluent, new Set([value]))
      else known.add(value)
    }
    for (const child of children.values()) this.#collectStated(child)
  }

  keep(past: readonly Action[]): void {
    for (const action of past) {
      this.actions.add(action)
      this.#takeIn(action)
      action.consenting.forEach((each) => this.people.add(each))
    }
  }

  /** Adds events until nothing more is needed. */
  *close(): Slices<void> {
    this.#raiseUtility(this.#task.characters.length)
    do {
      this.#grew = false
      for (const who of [...this.#utilities]) this.#raise(this.#task.utilities[who])
      let count = 0
      for (const id of this.#true) {
        this.#need(id, true)
        if (++count % 64 === 0) yield PAUSE
      }
      for (const id of this.#false) {
        this.#need(id, false)
        if (++count % 64 === 0) yield PAUSE
      }
      yield PAUSE
    } while (this.#grew)
  }

  #raiseUtility(who: number): void {
    if (this.#utilities.has(who)) return
    this.#utilities.add(who)
    this.#reads(this.#task.utilities[who])
    this.#grew = true
  }

  #meetPerson(who: number): void {
    if (this.people.has(who)) return
    this.people.add(who)
    this.#grew = true
  }

  /** Records what the formula reads: whatever a trigger may do to that happens unasked. */
  #reads(id: ExpressionId): void {
    for (const fluent of fluentsIn(this.#table, id)) {
      if (this.#read.has(fluent)) continue
      this.#read.add(fluent)
      for (const trigger of this.#triggersOf[fluent]) this.#addTrigger(trigger)
    }
  }

  #addTrigger(trigger: Trigger): void {
    if (this.triggers.has(trigger)) return
    this.triggers.add(trigger)
    this.#takeIn(trigger)
  }

  /** Records what a relevant event reads and writes. */
  #takeIn(event: GroundEvent): void {
    this.#grew = true
    this.#reads(event.precondition)
    for (const { condition, fluent, value } of event.atoms) {
      this.#reads(condition)
      this.#reads(value)
      if (this.#table[value] !== CONST) this.#written.set(fluent, undefined)
      else if (!this.#written.has(fluent)) this.#written.set(fluent, new Set([this.#table[value + 1]]))
      else this.#written.get(fluent)?.add(this.#table[value + 1])
    }
    if ("observing" in event) for (const each of (event as Action).observing) this.#reads(each)
  }

  /** Adds an event that may write what is needed. */
  #use({ event, atom }: Writer): void {
    if (this.#isAction.has(event)) {
      const action = event as Action
      if (!this.actions.has(action)) {
        this.actions.add(action)
        this.#takeIn(action)
        for (const who of action.consenting) {
          this.#meetPerson(who)
          this.#raiseUtility(who)
        }
      }
    } else this.#addTrigger(event as Trigger)
    this.#ask(event.precondition)
    this.#ask(atom.condition)
  }

  #ask(id: ExpressionId, among = this.#true): void {
    if (among.has(id)) return
    among.add(id)
    this.#grew = true
  }

  /**
   * Adds what may bring about that the formula is true (or false). Returns whether nothing is needed: it is
   * so at the start in every mind, and no relevant event ends that.
   */
  #need(id: ExpressionId, positive: boolean): boolean {
    const table = this.#table
    switch (table[id]) {
      case CONST:
        return (table[id + 1] === TRUE) === positive
      case FLUENT:
        return this.#needValue(table[id + 1], TRUE, positive)
      case IS:
        return this.#needValue(table[id + 1], table[id + 2], positive)
      case ISNT:
        return this.#needValue(table[id + 1], table[id + 2], !positive)
      case NOT:
        return this.#need(table[id + 1], !positive)
      case BELIEVES:
        this.#meetPerson(table[id + 1])
        return this.#need(table[id + 2], positive)
      case AND:
      case OR: {
        const parts = operands(table, id)
        if ((table[id] === AND) === positive)
          return parts.reduce((settled, each) => this.#need(each, positive) && settled, true)
        if (parts.some((each) => this.#isSettled(each, positive))) return true
        parts.forEach((each) => this.#need(each, positive))
        return false
      }
      case KNOWS:
        this.#meetPerson(table[id + 1])
        this.#needAny(table[id + 2])
        return false
      default:
        for (const fluent of fluentsIn(table, id)) this.#needAny(fluent)
        return false
    }
  }

  /** The same, without adding anything. */
  #isSettled(id: ExpressionId, positive: boolean): boolean {
    const table = this.#table
    switch (table[id]) {
      case CONST:
        return (table[id + 1] === TRUE) === positive
      case FLUENT:
        return this.#stays(table[id + 1], TRUE, positive)
      case IS:
        return this.#stays(table[id + 1], table[id + 2], positive)
      case ISNT:
        return this.#stays(table[id + 1], table[id + 2], !positive)
      case NOT:
        return this.#isSettled(table[id + 1], !positive)
      case BELIEVES:
        return this.#isSettled(table[id + 2], positive)
      case AND:
      case OR: {
        const parts = operands(table, id)
        return (table[id] === AND) === positive
          ? parts.every((each) => this.#isSettled(each, positive))
          : parts.some((each) => this.#isSettled(each, positive))
      }
      default:
        return false
    }
  }

  /**
   * Whether the fluent is (not) this value at the start in every mind, and no relevant event changes that.
   */
  #stays(fluent: number, value: ValueId, positive: boolean): boolean {
    const is = (each: ValueId): boolean => (each === value) === positive
    if (!is(this.#start[fluent])) return false
    for (const each of this.#stated.get(fluent) ?? []) if (!is(each)) return false
    if (!this.#written.has(fluent)) return true
    const written = this.#written.get(fluent)
    if (written === undefined) return false
    for (const each of written) if (!is(each)) return false
    return true
  }

  #needValue(fluent: number, value: ValueId, positive: boolean): boolean {
    if (this.#stays(fluent, value, positive)) return true
    const table = this.#table
    for (const writer of this.#writers[fluent]) {
      const { value: written } = writer.atom
      if (table[written] === CONST && (table[written + 1] === value) !== positive) continue
      if (this.#isOfUse(writer.atom)) this.#use(writer)
    }
    return false
  }

  #needAny(fluent: number): void {
    for (const writer of this.#writers[fluent]) if (this.#isOfUse(writer.atom)) this.#use(writer)
  }

  /** A write into a mind is of use if all minds on the way are relevant. */
  #isOfUse({ chain }: Atom): boolean {
    return chain.every((each) => this.people.has(each))
  }

  /** Adds what may raise a utility: the conditions of its better branches, the failing of its worse ones. */
  #raise(id: ExpressionId): void {
    const table = this.#table
    switch (table[id]) {
      case CONST:
        return
      case SUM:
        operands(table, id).forEach((each) => this.#raise(each))
        return
      case IF: {
        const parts = operands(table, id)
        const worths = parts.filter((_, i) => i % 2 === 1 || i === parts.length - 1)
        const constants = worths.map((each) => this.#numberOf(each))
        const least = Math.min(...constants.map((each) => each ?? -Infinity))
        const most = Math.max(...constants.map((each) => each ?? Infinity))
        for (let i = 0; i + 1 < parts.length; i += 2) {
          const worth = constants[i / 2]
          if (worth === undefined || worth > least) this.#ask(parts[i])
          if (worth === undefined || worth < most) this.#ask(parts[i], this.#false)
        }
        for (const each of worths) this.#raise(each)
        return
      }
      case FLUENT:
      case IS:
      case ISNT:
      case NOT:
      case BELIEVES:
      case KNOWS:
      case AND:
      case OR:
        this.#ask(id)
        return
      default:
        for (const fluent of fluentsIn(table, id)) this.#needAny(fluent)
    }
  }

  /** The number that a constant counts as; undefined for any other formula. */
  #numberOf(id: ExpressionId): number | undefined {
    const { values } = this.#task
    if (this.#table[id] !== CONST) return undefined
    const value = this.#table[id + 1]
    if (values.isNumber(value)) return values.numberOf(value)
    return value === TRUE ? 1 : value === FALSE ? 0 : undefined
  }
}
