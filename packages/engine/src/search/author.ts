/**
 * The author's plan: the shortest sequence of explained acts from the start to the goal.
 *
 * Equal states are visited once, by a shortest path. That loses nothing (D24): every act of the author's plan
 * has the same horizon wherever it stands, so a state's future does not depend on how it was reached. A
 * shortest explained plan to a utility is also minimal and passes through no state as good, because a
 * shortcut, or a state as good on the way, would give a shorter plan.
 *
 * The methods differ in when they ask for an act's reasons. Lazily: an edge enters the frontier unexplained
 * and is explained when it is visited. Eagerly: only explained edges enter the frontier.
 */
import { PAUSE, type Slices } from "@dramaturg/model"
import type { StateId, VectorId } from "../belief/space.js"
import { Explainer } from "./explain/explain.js"
import { isPause } from "./pause.js"
import type { ExplainedAct } from "./explain/solution.js"
import type { Reason } from "./reason.js"
import type { TargetUtility } from "./heuristics/heuristic.js"
import type { SearchContext } from "./context.js"
import type { MemberPlan } from "./methods/method.js"
import { eliminateActions } from "./action-elimination.js"
import { Frontier, type Ranked } from "./frontier.js"

/** How many levels of utility a greedy search distinguishes when it looks ahead. */
const MAX_UTILITY_LEVELS = 8

/** How many times the member's node budget applies when a found plan is checked for shorter ones. */
const THOROUGHNESS = 10

interface SearchNode extends Ranked {
  readonly state: StateId
  readonly parent: SearchNode | undefined
  readonly action: number
  /** Undefined until the explainer has been asked. */
  reasons: ReadonlyMap<number, Reason> | undefined
}

/** An explained plan, and the author's utility at its end. */
export interface Found {
  readonly acts: readonly ExplainedAct[]
  readonly utility: number
}

/** The search for the author's plan within one member's bounds, in states of one depth. */
export class AuthorSearch {
  readonly context: SearchContext
  readonly explainer: Explainer
  /**
   * Plans met so far that improve on the start and on one another, the best last. A plan that reaches the
   * goal is minimal, because it is a shortest one. A plan that falls short of the goal need not be minimal,
   * so the caller has it checked before showing it.
   */
  readonly improving: Found[] = []
  depth = 0
  /** A lower bound on the length of every story still to be found. */
  bound = 0
  /**
   * Explains the subsequences of a found plan with a larger node budget: under the member's own budget a
   * shorter story could be missed.
   */
  readonly #thoroughExplainer: Explainer
  readonly #goal: number
  readonly #plan: MemberPlan
  readonly #frontier = new Frontier<SearchNode>()
  readonly #visited = new Map<StateId, number>()
  #order = 0

  constructor(context: SearchContext, goal: number, plan: MemberPlan) {
    this.context = context
    this.explainer = new Explainer(context, plan.nodeBudget)
    this.#thoroughExplainer =
      plan.nodeBudget === Infinity ? this.explainer : new Explainer(context, THOROUGHNESS * plan.nodeBudget)
    this.#goal = goal
    this.#plan = plan
    const root = {
      state: context.initial,
      parent: undefined,
      action: -1,
      reasons: new Map(),
      total: 0,
      cost: 0,
      order: 0,
    }
    this.#frontier.push(root)
  }

  /** Of this search alone, without the shared cache. */
  get bytes(): number {
    return this.#frontier.size * 96 + this.#visited.size * 40
  }

  /**
   * Returns the first story that reaches the goal; without a weight that is a shortest one. Undefined when
   * there is none within the bounds. A caller that rejects the story may call `run` again for the next one;
   * without a weight no later one is shorter.
   */
  *run(): Slices<Found | undefined> {
    const { context } = this
    const start = context.utility(context.author, context.initial)
    for (let node = this.#frontier.pop(); node !== undefined; node = this.#frontier.pop()) {
      if (context.tooShallow) return undefined
      this.bound = node.total
      if ((this.#visited.get(node.state) ?? Infinity) <= node.cost) continue
      if (node.reasons === undefined && !(yield* this.#explainNode(node))) continue
      if (!context.disabled.has("merging")) this.#visited.set(node.state, node.cost)
      this.depth = Math.max(this.depth, node.cost)
      const utility = context.utility(context.author, node.state)
      if (utility > start && isBetter(utility, node.cost, this.improving.at(-1)))
        this.improving.push({ acts: actsTo(node), utility })
      if (utility > start && utility >= this.#goal) return yield* this.#story(node)
      context.statistics.visited++
      yield
      yield* this.#expand(node, start)
    }
    return undefined
  }

  *#explainNode(node: SearchNode): Slices<boolean> {
    const reasons = yield* this.explainer.explainOthers(
      node.parent!.state,
      node.action,
      -1,
      this.context.bounds.character,
    )
    if (reasons === null) return false
    node.reasons = reasons
    return true
  }

  *#expand(node: SearchNode, start: number): Slices<void> {
    const { context } = this
    const target = this.#targetFrom(start)
    const { actions, vectors } = context.applicableIn(node.state)
    for (let i = 0; i < actions.length; i++) {
      if (isPause(i)) yield PAUSE
      const action = actions[i]
      const estimate = context.estimate(vectors[i], target)
      const cost = node.cost + 1
      if (cost + estimate > context.bounds.author) {
        if (estimate !== Infinity) context.cuts.add("author")
        continue
      }
      const state = context.happen(node.state, action)
      if (state < 0 || (this.#visited.get(state) ?? Infinity) <= cost) continue
      const total =
        cost +
        (this.#plan.weight === 0 ? estimate : this.#plan.weight * this.#remaining(node.state, vectors[i]))
      const child: SearchNode = {
        state,
        parent: node,
        action,
        reasons: undefined,
        total,
        cost,
        order: ++this.#order,
      }
      if (this.#plan.eager && !(yield* this.#explainNode(child))) continue
      this.#frontier.push(child)
    }
  }

  /** A shortest plan is minimal. A greedy one may contain idle acts, which are eliminated. */
  *#story(node: SearchNode): Slices<Found> {
    const acts = actsTo(node)
    const least = this.#goal
    if (this.#plan.weight > 0) return yield* eliminateActions(this.#thoroughExplainer, acts, least)
    return { acts, utility: this.context.utility(this.context.author, node.state) }
  }

  /**
   * A greedy estimate: the sum of the distances to every level of utility between here and the goal. It
   * distinguishes states that bring several parts of the goal nearer, which the distance to the goal alone
   * does not.
   */
  #remaining(state: StateId, after: VectorId): number {
    const { context } = this
    const from = Math.floor(context.utility(context.author, state))
    const levels = Math.min(MAX_UTILITY_LEVELS, Math.ceil(this.#goal - from))
    let sum = 0
    for (let i = 0; i < levels; i++) {
      const distance = context.estimate(after, { who: context.author, least: this.#goal - i, above: false })
      sum += distance === Infinity ? context.bounds.author : distance
    }
    return sum
  }

  #targetFrom(start: number): TargetUtility {
    const who = this.context.author
    return start >= this.#goal ? { who, least: start, above: true } : { who, least: this.#goal, above: false }
  }
}

function isBetter(utility: number, cost: number, than: Found | undefined): boolean {
  return than === undefined || utility > than.utility || (utility === than.utility && cost < than.acts.length)
}

function actsTo(node: SearchNode): readonly ExplainedAct[] {
  const acts: ExplainedAct[] = []
  for (let at = node; at.parent !== undefined; at = at.parent)
    acts.unshift({ action: at.action, reasons: at.reasons! })
  return acts
}
