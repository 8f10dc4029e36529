/**
 * A world in play (D36, D37): the player's choices are free, all others act for reasons, and a drama manager
 * steers accidents and willing people towards the author's goal.
 *
 * After each choice the others do at most one act: what the manager's plan wants next, if that is not the
 * player's to do; else, where the player waits or there is no plan, an act that one of the others has a
 * reason for and that keeps the goal within reach. Where the player has nothing to choose, the others go on
 * by themselves. All of this is a function of the state: the same choice in the same state always has the
 * same consequences, so that a play can be undone, explored and carried off.
 */
import {
  type Choice,
  type Ending,
  type EventRef,
  type Explanations,
  type PlayEvent,
  type Problem,
  type Solution,
  type Steering,
  type Turn,
  Query,
  finished,
  type Slices,
} from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import type { ExplainedAct } from "../search/explain/solution.js"
import { ground, groundInSlices } from "../ground/ground.js"
import { goalAbove, startNotes } from "../search/notes.js"
import { SearchCache } from "../search/cache.js"
import { mergedLimits, type StatedLimits } from "../search/limits.js"
import { actionOrder } from "../search/order.js"
import { utilityAfter } from "../search/past.js"
import { keyOf } from "./key.js"
import { attemptLabel, playable } from "./playable.js"
import { depthFor, Evaluator, usualBounds } from "./evaluator.js"
import { type Plan, planTo } from "./steer.js"

/** What a play is begun with. */
export interface PlayOptions {
  /** Who is played. */
  readonly as: string
  /** What the author wants reached. Default: as for a search. */
  readonly goal?: number
  readonly limits?: StatedLimits
  /** Shuffles in which order others' wishes are looked at. */
  readonly seed?: number
  /** A story of this world that the manager would like to tell. */
  readonly script?: Solution
  /** How many states the manager looks at for one plan. Default: 120. */
  readonly allowance?: number
}

/** Where a play stands. Immutable: a caller that keeps one can go on from it at any time. */
export interface Position {
  readonly state: StateId
  readonly ending: Ending | null
  /** Everything that has happened, attempts included, in order. */
  readonly past: readonly string[]
  /** What the manager meant to follow, when it last looked. */
  readonly plan: readonly string[] | null
  /** How many levels of minds its state has. */
  readonly depth: number
}

/**
 * How many nodes may be visited for one reason, how many acts may follow where the player has no choice, and
 * how many others are tried.
 */
const NODE_BUDGET = 400
const MOST_ACTS = 12
const MOST_TRIED = 4

export interface Chosen {
  readonly position: Position
  readonly turn: Turn
}

/** Starts a play as a question that is stepped until it has an answer. */
export function startGame(problem: Problem, options: PlayOptions): Query<Game> {
  return new Query(Game.begin(problem, options))
}

/** A world in play: positions are values, and every method is a function of the position that it is given. */
export class Game {
  /** The world with what can be tried in vain. */
  readonly problem: Problem
  readonly as: string
  readonly goal: number
  /** Where the play begins. */
  get start(): Position {
    return this.#start!
  }
  #start: Position | undefined
  readonly #player: number
  readonly #allowance: number
  readonly #cache: SearchCache
  readonly #byLabel = new Map<string, readonly number[]>()
  readonly #plans = new Map<StateId, { readonly plan: Plan | null; readonly isOpen: boolean }>()
  readonly #known = new Map<StateId, ExplainedAct>()
  readonly #keys = new Map<StateId, string>()
  readonly #referencePlan: Solution | undefined
  readonly #limits: StatedLimits
  #evaluator: Evaluator

  /**
   * Throws if there is no such person, or if no story can begin in this world (ask `groundingNotes` first).
   */
  constructor(
    problem: Problem,
    { as, goal, limits = {}, seed = 0, script, allowance = 120 }: PlayOptions,
    prepared?: Problem,
  ) {
    this.problem = prepared ?? playable(problem, as)
    const { task, notes } = ground(this.problem)
    const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error")
    if (error !== undefined) throw new Error(`${error.message} Ask groundingNotes before starting a play.`)
    this.as = as
    this.#player = task.characters.indexOf(as)
    this.#allowance = allowance
    this.#referencePlan = script
    this.#limits = mergedLimits(problem.limits, limits)
    this.#cache = new SearchCache(task, actionOrder(task.actions.length, seed))
    task.actions.forEach(({ label }, i) => this.#byLabel.set(label, [...(this.#byLabel.get(label) ?? []), i]))
    this.#evaluator = this.#evaluatorAt(depthFor(task, this.#bounds))
    this.goal = goal ?? goalAbove(utilityAfter(this.#cache, []))
    if (prepared === undefined) this.#start = finished(this.#begin())
  }

  /** Begins a play in slices, grounding included. Throws what the constructor throws. */
  static *begin(problem: Problem, options: PlayOptions): Slices<Game> {
    const prepared = playable(problem, options.as)
    const { task } = yield* groundInSlices(prepared)
    yield
    startNotes(task)
    yield
    const game = new Game(problem, options, prepared)
    yield
    game.#start = yield* game.#begin()
    return game
  }

  /** Distinct states met so far. */
  get states(): number {
    return this.#cache.space.count
  }

  /** An estimate of the memory that the states take, in bytes. */
  get bytes(): number {
    return this.#cache.bytes
  }

  /**
   * What the player believes possible, of acts that take no other's consent or have it. Nothing once it has
   * ended.
   */
  choices(position: Position): readonly Choice[] {
    return finished(this.#choosable(position))
  }

  *#choosable(position: Position): Slices<readonly Choice[]> {
    if (position.ending !== null) return []
    const { task } = this.#cache
    const choices = yield* this.#deeply(() => this.#choicesIn(this.#stateOf(position)))
    return choices.map((each) => ({
      act: task.actions[each].label,
      consenting: task.actions[each].consenting.map((who) => task.characters[who]),
    }))
  }

  /** The names of all actions that can ever be possible, attempts left out. */
  get actions(): readonly string[] {
    return [...new Set(this.#cache.task.actions.filter((each) => !each.isAttempt).map((each) => each.name))]
  }

  /** What could happen at a position, whether or not a character has a reason for it or could choose it. */
  possible(position: Position): readonly EventRef[] {
    const { actions } = this.#cache.task
    return this.#evaluator
      .moves(this.#stateOf(position))
      .actions.map((each) => actions[each])
      .filter((each) => !each.isAttempt)
  }

  /** What comes of a choice, or of waiting (null). Throws if it is none of the choices. */
  choose(position: Position, chosen: string | null): Chosen {
    return finished(this.choosing(position, chosen))
  }

  /** The same in slices, for a caller that looks at a clock: with many people one turn can take long. */
  *choosing(position: Position, chosen: string | null): Slices<Chosen> {
    if (position.ending !== null) throw new Error("The play has ended.")
    if (chosen !== null && !(yield* this.#choosable(position)).some((each) => each.act === chosen))
      throw new Error(`${chosen} is nothing that ${this.as} could choose here.`)
    for (;;) {
      const result = yield* this.#turn({ ...position, state: this.#stateOf(position) }, chosen)
      if (!this.#evaluator.tooShallow) return result
      yield* this.#deepen()
    }
  }

  /**
   * Where a play stands after everything in `past`, which must have happened so in it. What the manager had
   * in mind is not known.
   */
  positionAfter(past: readonly string[]): Position {
    const position: Position = { state: -1, depth: -1, ending: null, past, plan: null }
    const state = this.#stateOf(position)
    return { ...position, state, depth: this.#evaluator.depth, ending: this.#endingOf(state) }
  }

  /**
   * A key for what a state is, the same in every run: equal where everything is so and believed alike, and
   * (but for a chance in 2^64) only there. Keys of states of different depth do not compare.
   */
  keyOf({ state }: Position): string {
    return keyOf(this.#cache.space, state, this.#keys)
  }

  /** How many levels of minds states have at present; it grows where an answer depends on deeper ones. */
  get depth(): number {
    return this.#evaluator.depth
  }

  /** What the world is worth to the author; NaN: unknown. */
  worth({ state }: Position): number {
    return this.#evaluator.worth(state)
  }

  get #bounds() {
    return usualBounds(this.#limits)
  }

  #evaluatorAt(depth: number): Evaluator {
    return new Evaluator(this.#cache, this.#bounds, depth, NODE_BUDGET)
  }

  *#begin(): Slices<Position> {
    return yield* this.#deeply(() => this.#beginning())
  }

  *#beginning(): Slices<Position> {
    const { start: state, depth } = this.#evaluator
    yield* this.#learnReferencePlan(state)
    const begun: Position = { state, ending: null, past: [], plan: null, depth }
    if (this.#endingOf(state) !== null) return { ...begun, ending: "goal" as const }
    yield
    const isChoosing = (yield* this.#choicesIn(state)).length > 0
    return isChoosing ? begun : (yield* this.#turn(begun, null)).position
  }

  /** Where an answer depends on deeper minds than states have, it is looked for again with deeper ones. */
  *#deeply<R>(work: () => Slices<R>): Slices<R> {
    for (;;) {
      const result = yield* work()
      if (!this.#evaluator.tooShallow) return result
      yield* this.#deepen()
    }
  }

  *#deepen(): Slices<void> {
    this.#plans.clear()
    this.#known.clear()
    this.#evaluator = this.#evaluatorAt(this.#evaluator.deeper)
    yield* this.#learnReferencePlan(this.#evaluator.start)
  }

  /** The state of a position, as deep as states are by now. */
  #stateOf({ state, depth, past }: Position): StateId {
    if (depth === this.#evaluator.depth) return state
    return past.reduce((at, label) => {
      const action = this.#possible(at, label)
      if (action === undefined) throw new Error(`${label} is not possible where it is said to have happened.`)
      return this.#evaluator.after(at, action)
    }, this.#evaluator.start)
  }

  *#learnReferencePlan(start: StateId): Slices<void> {
    let state = start
    for (const label of this.#referencePlan?.plan ?? []) {
      const action = this.#possible(state, label)
      if (action === undefined || this.#known.has(state)) return
      const act = yield* this.#evaluator.reasons(state, action)
      yield
      if (act === null) return this.#known.clear()
      this.#known.set(state, act)
      state = this.#evaluator.after(state, action)
    }
    if (!(this.#evaluator.worth(state) >= this.goal)) this.#known.clear()
  }

  #possible(state: StateId, label: string): number | undefined {
    return (this.#byLabel.get(label) ?? []).find(
      (each) => this.#evaluator.isPossible(state, each) && this.#evaluator.after(state, each) >= 0,
    )
  }

  *#choicesIn(state: StateId): Slices<readonly number[]> {
    const { task, space } = this.#cache
    const mind = space.belief(state, this.#player)
    const { actions } = this.#cache.actual.applicableIn(mind)
    const own = actions.filter((each) => task.actions[each].consenting.includes(this.#player))
    const choices: number[] = []
    for (const each of own)
      if (this.#evaluator.isPossible(mind, each) && (yield* this.#areOthersWilling(state, each)))
        choices.push(each)
    return choices
  }

  *#areOthersWilling(state: StateId, action: number): Slices<boolean> {
    return (
      this.#cache.task.actions[action].consenting.length === 1 ||
      (yield* this.#evaluator.reasons(state, action, this.#player)) !== null
    )
  }

  *#turn(position: Position, chosen: string | null): Slices<Chosen> {
    const events: PlayEvent[] = []
    this.#evaluator.isOpen = false
    let state = position.state
    if (chosen !== null) state = yield* this.#do(state, chosen, events)
    let ending = this.#endingOf(state)
    const hasWaited = chosen === null
    let acts = 0
    const met = new Set([state])
    while (ending === null && acts < MOST_ACTS) {
      const isAsked = hasWaited || (yield* this.#choicesIn(state)).length === 0
      const act = yield* this.#others(state, isAsked)
      if (act === null) break
      events.push(this.#event(act))
      state = this.#evaluator.after(state, act.action)
      acts++
      ending = this.#endingOf(state)
      yield
      if ((yield* this.#choicesIn(state)).length > 0 || met.has(state)) break
      met.add(state)
    }
    if (ending === null && (yield* this.#isStill(state)) && !this.#evaluator.isOpen) ending = "rest"
    const plan = ending === null ? yield* this.#planFrom(state) : null
    const isOpen = this.#evaluator.isOpen && ending === null ? { isOpen: true as const } : {}
    const steering = this.#steering(position, state, ending, plan, events)
    const labels = plan && plan.map((each) => this.#cache.task.actions[each.action].label)
    return {
      position: {
        state,
        ending,
        past: [...position.past, ...events.map((each) => each.label)],
        plan: labels,
        depth: this.#evaluator.depth,
      },
      turn: { chosen, events, steering, ending, ...isOpen },
    }
  }

  /** Nothing that the player could choose changes anything, and no other acts. */
  *#isStill(state: StateId): Slices<boolean> {
    const { task } = this.#cache
    const afterChoice = (action: number): StateId => {
      const done =
        this.#possible(state, task.actions[action].label) ??
        this.#possible(state, attemptLabel(this.problem, task.actions[action].label))
      return done === undefined ? state : this.#evaluator.after(state, done)
    }
    for (const each of yield* this.#choicesIn(state)) {
      if (afterChoice(each) !== state) return false
      yield
    }
    return (yield* this.#others(state, true)) === null
  }

  /** The player's own act; where it turns out impossible, the attempt. */
  *#do(state: StateId, chosen: string, events: PlayEvent[]): Slices<StateId> {
    const action = this.#possible(state, chosen)
    if (action !== undefined) {
      const act = (yield* this.#evaluator.reasons(state, action, this.#player)) ?? {
        action,
        reasons: new Map(),
      }
      yield
      events.push({
        ...this.#event(act),
        by: this.#cache.task.actions[action].consenting.map((who) => this.#cache.task.characters[who]),
      })
      return this.#evaluator.after(state, action)
    }
    const label = attemptLabel(this.problem, chosen)
    const attempt = this.#possible(state, label)
    events.push({ label, kind: "attempt", by: [this.as], explanations: {} })
    return attempt === undefined ? state : this.#evaluator.after(state, attempt)
  }

  #event(act: ExplainedAct): PlayEvent {
    const { label, consenting } = this.#cache.task.actions[act.action]
    const explanations: Explanations = this.#evaluator.explanations(act)
    return { label, kind: "act", by: consenting.map((who) => this.#cache.task.characters[who]), explanations }
  }

  #endingOf(state: StateId): Ending | null {
    return this.#evaluator.worth(state) >= this.goal ? "goal" : null
  }

  /** What the others do now; null: nothing. */
  *#others(state: StateId, isAsked: boolean): Slices<ExplainedAct | null> {
    const plan = yield* this.#planFrom(state)
    if (plan !== null && plan.length > 0 && !this.#isOwn(plan[0])) return plan[0]
    if (plan !== null && !isAsked) return null
    return yield* this.#initiative(state, plan !== null)
  }

  #isOwn({ action }: ExplainedAct): boolean {
    return this.#cache.task.actions[action].consenting.includes(this.#player)
  }

  /**
   * An act that one of the others has a reason for; where there is a way to the goal, something that leaves
   * one.
   */
  *#initiative(state: StateId, keepsGoal: boolean): Slices<ExplainedAct | null> {
    let tried = 0
    for (const action of this.#evaluator.moves(state).actions) {
      const { consenting } = this.#cache.task.actions[action]
      if (consenting.length === 0 || consenting.includes(this.#player)) continue
      const act = yield* this.#evaluator.reasons(state, action)
      if (act === null) continue
      const after = this.#evaluator.after(state, action)
      if (after < 0 || after === state) continue
      if (!keepsGoal || this.#evaluator.worth(after) >= this.goal || (yield* this.#planFrom(after)) !== null)
        return act
      if (++tried >= MOST_TRIED) return null
    }
    return null
  }

  *#planFrom(state: StateId): Slices<Plan | null> {
    const known = this.#plans.get(state)
    if (known !== undefined) {
      this.#evaluator.isOpen ||= known.isOpen
      return known.plan
    }
    const wasOpen = this.#evaluator.isOpen
    this.#evaluator.isOpen = false
    const plan = yield* planTo(this.#evaluator, state, {
      goal: this.goal,
      player: this.#player,
      allowance: this.#allowance,
      known: this.#known,
    })
    // A plan that was found stands, even if other questions stayed open.
    const isOpen = plan === null && this.#evaluator.isOpen
    if (!this.#evaluator.tooShallow) this.#plans.set(state, { plan, isOpen })
    this.#evaluator.isOpen = wasOpen || isOpen
    return plan
  }

  #steering(
    before: Position,
    state: StateId,
    ending: Ending | null,
    plan: Plan | null,
    events: readonly PlayEvent[],
  ): Steering {
    if (ending !== null) return { kind: "ended" }
    if (plan === null) {
      const { context } = this.#evaluator
      const distance = context.estimate(this.#cache.space.vectorOf(state), {
        who: context.author,
        least: this.goal,
        above: false,
      })
      return { kind: "helpless", why: distance === Infinity ? "unreachable" : "none found" }
    }
    const isOnCourse =
      before.plan === null
        ? before.past.length === 0
        : events.every((each, i) => before.plan![i] === each.label)
    return { kind: isOnCourse ? "on course" : "planned anew", remaining: plan.length }
  }
}
