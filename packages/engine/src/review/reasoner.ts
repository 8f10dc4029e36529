/**
 * Has this person a reason, here? The search's explainer, asked at any moment of a plot and about any mind:
 * the one they have, or one in which they are wrong about nothing. What it says "no" to is proved within the
 * limits.
 */
import { bridge, type BridgedAct, type BridgeOptions } from "./bridge.js"
import { Explainer } from "../search/explain/explain.js"
import { fearFor, otherwise } from "../search/explain/hope.js"
import type { Reason } from "../search/reason.js"
import { solutionOf } from "../search/explain/solution.js"
import type { StateId } from "../belief/space.js"
import { BEYOND, TRUE, UNKNOWN, type ValueId } from "../task/values.js"
import type { Task } from "../task/task.js"
import { fearTold, otherCaseTold } from "./fear.js"
import { nearMiss } from "./near-miss.js"
import { correctedMind, rightMind } from "./minds.js"
import { heuristics } from "../search/heuristics/index.js"
import { deeper } from "../levels.js"
import { type Statistics, SearchContext } from "../search/context.js"
import { firstDepth } from "../search/portfolio-member.js"
import type { Bounds } from "../search/limits.js"
import { SearchCache } from "../search/cache.js"
import { actionOrder } from "../search/order.js"
import {
  type Chance,
  type Explanations,
  type Fear,
  type Hope,
  type OtherCase,
  type GapStop,
  type NearMiss,
  PAUSE,
  type Slices,
  stepsOf,
} from "@dramaturg/model"

/** What a character has in mind after an act; null: nothing that makes sense of it. */
export type Plan = Explanations[string] | null

/** One fluent of the values that a character is wrong about, as the task numbers them. */
export type Correction = readonly number[]

/**
 * Something that a character is wrong about: of a mind at the end of a chain of minds within theirs.
 */
export interface Misjudged {
  readonly chain: readonly number[]
  readonly fluent: number
  readonly believed: ValueId
  readonly actual: ValueId
}

/**
 * So many nodes are visited, in all, for reasons that lie outside the limits; so many for one of them, and
 * for one of another act.
 */
const SPARE = 24_000
const NODE_BUDGET = 6_000
const ASIDE = 600
/** So many other acts are tried for what a character would rather do. */
const OTHERS = 12

export class Reasoner {
  readonly task: Task
  readonly #cache: SearchCache
  readonly bounds: Bounds
  /** How many nodes may still be visited under limits that the caller did not state. */
  #spare = SPARE
  readonly #byLabel = new Map<string, readonly number[]>()
  readonly #optimists = new Map<number, Reasoner>()
  #bolder: Reasoner | undefined

  constructor(task: Task, bounds: Bounds) {
    task.actions.forEach(({ label }, i) => this.#byLabel.set(label, [...(this.#byLabel.get(label) ?? []), i]))
    this.task = task
    this.bounds = bounds
    this.#cache = new SearchCache(task, actionOrder(task.actions.length, 0), new Set())
  }

  /** Whether any act of this name can ever happen, as far as grounding can tell. */
  knows(label: string): boolean {
    return this.#byLabel.has(label)
  }

  /**
   * The actions of these names, all of them known; each the first reading that is possible after those before
   * it, or else the first.
   */
  actions(labels: readonly string[]): readonly number[] {
    const found: number[] = []
    for (const label of labels) {
      const readings = this.#byLabel.get(label)!
      const state = readings.length === 1 ? -1 : this.#cache.start(1 + this.task.readingDepth, found)
      found.push(
        readings.find(
          (each) => state >= 0 && this.#cache.actual.progression.isPossible(state, each) === TRUE,
        ) ?? readings[0],
      )
    }
    return found
  }

  /** What may be done after these acts, accidents included. */
  moves(past: readonly number[]): readonly number[] {
    return this.#cache.actual.applicableIn(this.#after(past)).actions
  }

  /** Whether the last of these acts is possible after the others. */
  isPossible(acts: readonly number[]): boolean {
    const state = this.#after(acts.slice(0, -1))
    const action = acts[acts.length - 1]
    return (
      this.#cache.actual.progression.isPossible(state, action) === TRUE &&
      this.#cache.actual.progression.happen(state, action) >= 0
    )
  }

  /**
   * What the world is worth to the author after these acts; NaN: unknown, or it takes a look into deep minds
   * to tell.
   */
  worth(past: readonly number[]): number {
    return this.#cache.utility(this.task.characters.length, this.#after(past)) ?? NaN
  }

  #after(past: readonly number[]): StateId {
    return this.#cache.start(1 + this.task.readingDepth, past)
  }

  /** A plan in the mind they have. Undefined: minds would have to be followed deeper than we go. */
  *reason(past: readonly number[], action: number, who: number): Slices<Plan | undefined> {
    return yield* this.#ask(past, function* (explainer, state, horizon) {
      const reason = yield* explainer.explain(state, action, who, horizon)
      return reason === null ? null : planOf(explainer.context.task, action, who, reason)
    })
  }

  /** The same if they were wrong about nothing. */
  *reasonIfRight(past: readonly number[], action: number, who: number): Slices<Plan | undefined> {
    return yield* this.#ask(past, function* (explainer, state, horizon) {
      const reason = yield* explainer.explainIn(
        rightMind(explainer.context, state, who),
        action,
        who,
        horizon,
      )
      return reason === null ? null : planOf(explainer.context.task, action, who, reason)
    })
  }

  /** The same if they were right about these fluents, and otherwise believed what they believe. */
  *reasonIfKnown(
    past: readonly number[],
    action: number,
    who: number,
    correction: Correction,
  ): Slices<Plan | undefined> {
    return yield* this.#ask(past, function* (explainer, state, horizon) {
      const mind = correctedMind(explainer.context, state, who, correction)
      const reason = mind < 0 ? null : yield* explainer.explainIn(mind, action, who, horizon)
      return reason === null ? null : planOf(explainer.context.task, action, who, reason)
    })
  }

  /** The same with other limits on their foresight; bounded effort, so that "no" proves nothing. */
  *reasonWithin(
    past: readonly number[],
    action: number,
    who: number,
    limits: Pick<Bounds, "character" | "belief">,
  ): Slices<Plan> {
    const nodeBudget = Math.min(NODE_BUDGET, this.#spare)
    // A statistics of its own: other questions may be asked between two steps of this one.
    const statistics: Statistics = { visited: 0, generated: 0 }
    const work = this.#ask(
      past,
      function* (explainer, state, horizon) {
        const reason = yield* explainer.explain(state, action, who, horizon)
        return reason === null ? null : planOf(explainer.context.task, action, who, reason)
      },
      { ...this.bounds, ...limits },
      statistics,
    )
    let next = work.next()
    for (; !next.done && statistics.visited < nodeBudget; next = work.next()) yield
    this.#spare -= statistics.visited
    return next.done ? (next.value ?? null) : null
  }

  /**
   * A reason that they would have if they could count on acts that need no consent; bounded effort, so that
   * "no" proves nothing.
   */
  *reasonByChance(past: readonly number[], action: number, who: number): Slices<Chance | undefined> {
    if (this.task.actions.every((each) => each.consenting.length > 0)) return undefined
    const plan = yield* this.#optimist(who).reasonWithin(past, action, who, this.bounds)
    const steps = plan === null ? [] : stepsOf(plan).map((each) => each.act)
    const acts = [...new Set(steps)].filter((each) => this.#isAccident(each))
    return acts.length === 0 ? undefined : { acts, plan: steps }
  }

  /** A reasoner in which this character decides on accidents. */
  #optimist(who: number): Reasoner {
    const known = this.#optimists.get(who)
    if (known !== undefined) return known
    const actions = this.task.actions.map((each) =>
      each.consenting.length === 0 ? { ...each, consenting: [who] } : each,
    )
    const optimist = new Reasoner({ ...this.task, actions }, this.bounds)
    this.#optimists.set(who, optimist)
    return optimist
  }

  /** How many open fluents they do not know. */
  wonders(past: readonly number[], who: number): number {
    const { space } = this.#cache
    const mind = space.belief(this.#after(past), who)
    return this.task.open.filter(({ fluent }) => space.valueOf(mind, fluent) === UNKNOWN).length
  }

  /**
   * A reason that they would have if they could suppose so many things at once, and no fewer; bounded effort,
   * so that "no" proves nothing.
   */
  *reasonSupposing(past: readonly number[], action: number, who: number, cases: number): Slices<Plan> {
    const { problem } = this.task
    const limits = { ...problem.limits, cases }
    this.#bolder ??= new Reasoner({ ...this.task, problem: { ...problem, limits } }, this.bounds)
    return yield* this.#bolder.reasonWithin(past, action, who, this.bounds)
  }

  /** What keeps them from it (D43); null: nothing, or nothing that is found in so many visits. */
  *fear(past: readonly number[], action: number, who: number, visits = Infinity): Slices<Fear | null> {
    if (this.task.open.length === 0) return null
    const found = yield* this.#ask(past, function* (explainer, state, horizon) {
      const { context } = explainer
      const mind = context.belief(state, who)
      if (mind < 0 || !context.isPossible(mind, action)) return null
      const feared = yield* soon(fearFor(explainer, { mind, action, owner: who, horizon }), visits)
      return feared && fearTold(context, mind, who, feared)
    })
    return found ?? null
  }

  /**
   * What becomes of a plan in hope in the other cases (D43). Only what is soon found is found: undefined, if
   * it takes more visits than are allowed.
   */
  *otherCases(
    past: readonly number[],
    action: number,
    who: number,
    hope: Hope,
    visits: number,
  ): Slices<readonly OtherCase[] | undefined> {
    const { fluents, values } = this.task
    const supposed = hope.case.map(({ fluent, value }) => ({
      fluent: fluents.findIndex(({ reference }) => reference.label === fluent),
      value: values.idOf(value),
    }))
    const steps = [[action], ...hope.steps.map(({ act }) => this.#byLabel.get(act) ?? [])]
    const found = yield* this.#ask(past, function* (explainer, state, horizon) {
      const { context } = explainer
      const mind = context.belief(state, who)
      if (mind < 0) return null
      const asked = { mind, action, owner: who, horizon }
      const others = yield* soon(otherwise(explainer, asked, supposed, steps), visits)
      return others && others.map((each) => otherCaseTold(context, each))
    })
    return found ?? undefined
  }

  #isAccident(label: string): boolean {
    return (this.#byLabel.get(label) ?? []).some((each) => this.task.actions[each].consenting.length === 0)
  }

  /** What limits kept something from being looked at when they were asked for a reason. */
  *cuts(past: readonly number[], action: number, who: number): Slices<ReadonlySet<keyof Bounds>> {
    const found = yield* this.#ask(past, function* (explainer, state, horizon) {
      yield* explainer.explain(state, action, who, horizon)
      return explainer.context.cuts
    })
    return found ?? new Set()
  }

  /** Another act that they have a reason for here. Only what is soon found is found. */
  *rather(
    past: readonly number[],
    action: number,
    who: number,
  ): Slices<
    { readonly act: string; readonly plan: readonly string[]; readonly utility: number | null } | undefined
  > {
    const { task } = this
    return yield* this.#ask(past, function* (explainer, state, horizon) {
      const { context } = explainer
      const mind = context.belief(state, who)
      if (mind < 0) return undefined
      const others = context
        .applicableIn(mind, who)
        .actions.filter((each) => each !== action && task.actions[each].consenting.includes(who))
        .slice(0, OTHERS)
      for (const other of others) {
        const reason = yield* soon(explainer.explain(state, other, who, horizon), ASIDE)
        if (reason === null || !context.isPossible(state, other)) continue
        const after = reason.steps.reduce(
          (at, each) => (at < 0 ? at : context.happen(at, each.action, who)),
          mind,
        )
        const utility = after < 0 ? NaN : context.utility(who, after)
        return {
          act: task.actions[other].label,
          plan: reason.steps.slice(1).map((each) => task.actions[each.action].label),
          utility: Number.isNaN(utility) ? null : utility,
        }
      }
      return undefined
    })
  }

  /** The fluents about which they are wrong, minds left aside. */
  errors(past: readonly number[], who: number): Correction {
    const { space } = this.#cache
    const state = this.#after(past)
    const mind = space.belief(state, who)
    const isError = (actual: number, believed: number): boolean =>
      actual !== believed && actual !== BEYOND && believed !== BEYOND
    return this.task.fluents
      .map((_, f) => f)
      .filter((f) => isError(space.valueOf(state, f), space.valueOf(mind, f)))
  }

  /** The same if they were right about what these others believe. */
  *reasonIfSeen(
    past: readonly number[],
    action: number,
    who: number,
    wrong: readonly Misjudged[],
  ): Slices<Plan | undefined> {
    return yield* this.#ask(past, function* (explainer, state, horizon) {
      const {
        cache: {
          actual: { progression: progression },
        },
      } = explainer.context
      const mind = wrong.reduce(
        (each, { chain, fluent, actual }) =>
          each < 0 ? -1 : progression.correct(each, who, chain, fluent, actual),
        explainer.context.belief(state, who),
      )
      const reason = mind < 0 ? null : yield* explainer.explainIn(mind, action, who, horizon)
      return reason === null ? null : planOf(explainer.context.task, action, who, reason)
    })
  }

  /**
   * What they are wrong about, so many minds deep within their own: first about the world, then about what
   * others believe.
   */
  misjudged(past: readonly number[], who: number, depth: number): readonly Misjudged[] {
    const { space } = this.#cache
    const state = this.#cache.start(2 + depth + this.task.readingDepth, past)
    const found: Misjudged[] = []
    const { asItIs } = this.task.values
    // `around`: the state that the actual mind is in. Who is taken to have it right, and has, is no mistake.
    const visit = (believed: StateId, actual: StateId, around: StateId, chain: readonly number[]): void => {
      if (believed < 0 || actual < 0) return
      this.task.fluents.forEach((_, fluent) => {
        const [value, really] = [space.valueOf(believed, fluent), space.valueOf(actual, fluent)]
        const isRight = value === asItIs && really !== UNKNOWN && really === space.valueOf(around, fluent)
        if (value !== really && !isRight && value !== BEYOND && really !== BEYOND)
          found.push({ chain, fluent, believed: value, actual: really })
      })
      if (chain.length < depth)
        this.task.characters.forEach(
          (_, c) =>
            c !== (chain.at(-1) ?? who) &&
            visit(space.belief(believed, c), space.belief(actual, c), actual, [...chain, c]),
        )
    }
    if (state >= 0) visit(space.belief(state, who), state, state, [])
    return found.sort((a, b) => a.chain.length - b.chain.length)
  }

  /**
   * Acts of others after which the character would be right about all of this, it being still as it is: those
   * possible now first, and of these and of all others those whose effect says so outright.
   */
  tellers(past: readonly number[], who: number, wrong: readonly Misjudged[]): readonly string[] {
    const {
      space,
      actual: { progression: progression },
    } = this.#cache
    const { actions } = this.task
    const state = this.#cache.start(3 + this.task.readingDepth, past)
    const along = (from: StateId, chain: readonly number[]): StateId =>
      chain.reduce((at, c) => (at < 0 ? -1 : space.belief(at, c)), from)
    const isRight = (after: StateId, { chain, fluent, actual }: Misjudged): boolean => {
      const [believed, really] = [along(after, [who, ...chain]), along(after, chain)]
      return (
        believed >= 0 &&
        really >= 0 &&
        space.valueOf(believed, fluent) === actual &&
        space.valueOf(really, fluent) === actual
      )
    }
    const now = this.moves(past).filter((each) => {
      if (actions[each].consenting.includes(who)) return false
      const after = progression.isPossible(state, each) === TRUE ? progression.happen(state, each) : -1
      return after >= 0 && wrong.every((one) => isRight(after, one))
    })
    const says = (atoms: Task["actions"][number]["atoms"], one: Misjudged): boolean =>
      atoms.some(({ chain, fluent }) => fluent === one.fluent && chain.join() === [who, ...one.chain].join())
    const saysAll = (each: number): boolean => wrong.every((one) => says(actions[each].atoms, one))
    const ever = actions
      .map((_, i) => i)
      .filter((each) => !now.includes(each) && !actions[each].consenting.includes(who) && saysAll(each))
    return [...now.filter(saysAll), ...now.filter((each) => !saysAll(each)), ...ever].map(
      (each) => actions[each].label,
    )
  }

  /** The best that they could see coming of it; undefined if they do not think it possible. */
  *nearest(past: readonly number[], action: number, who: number): Slices<NearMiss | undefined> {
    return yield* this.#ask(past, function* (explainer, state, horizon) {
      const mind = explainer.context.belief(state, who)
      if (mind < 0 || !explainer.context.isPossible(mind, action)) return undefined
      return yield* nearMiss(explainer, mind, action, who, horizon)
    })
  }

  /**
   * What must be put into a plot for all of it to happen. Undefined: minds would have to be followed deeper
   * than we go.
   */
  *bridge<R>(
    plot: readonly number[],
    options: BridgeOptions,
    take: (line: readonly BridgedAct[]) => Slices<R | undefined>,
  ): Slices<R | GapStop | undefined> {
    return yield* this.#ask([], (explainer, state) => bridge(explainer, state, plot, options, take))
  }

  /** Asks again with deeper minds for as long as the answer depends on deeper ones. */
  *#ask<R>(
    past: readonly number[],
    question: (explainer: Explainer, state: StateId, horizon: number) => Slices<R>,
    bounds = this.bounds,
    statistics: Statistics = { visited: 0, generated: 0 },
  ): Slices<R | undefined> {
    const estimate = this.#cache.estimates(heuristics.hmax, bounds)
    for (
      let depth: number | undefined = firstDepth(this.task, bounds);
      depth !== undefined;
      depth = deeper(depth, this.task.readingDepth)
    ) {
      const context = new SearchContext(this.#cache, {
        depth,
        past,
        bounds,
        estimate,
        statistics: statistics,
      })
      const answer =
        context.initial < 0
          ? undefined
          : yield* question(new Explainer(context), context.initial, bounds.character)
      if (!context.tooShallow) return answer
    }
    return undefined
  }
}

/** The answer if it comes within so many visits. */
function* soon<T>(work: Slices<T | null>, visits: number): Slices<T | null> {
  for (let left = visits; left > 0; ) {
    const { done, value } = work.next()
    if (done) return value
    if (value !== PAUSE) left--
    yield value
  }
  return null
}

/** What follows the act itself. */
function planOf(task: Task, action: number, who: number, reason: Reason): Explanations[string] {
  const { explanations } = solutionOf(task, [{ action, reasons: new Map([[who, reason]]) }])
  return explanations[0][task.characters[who]]
}
