/**
 * The author's line: the shortest sequence of explained acts from the start to the goal.
 *
 * Equal states are visited once, by a shortest way. Nothing is lost by that (D24): every act of the author's plan has the
 * same horizon wherever it stands, so a state's future does not depend on how it was reached; and a shortest explained way to
 * a utility is minimal and passes through nothing as good (a shortcut, or a state as good on the way, would be a shorter one).
 *
 * The two methods differ in when a reason is asked for. Lazily: an edge waits in the frontier unexplained and is explained
 * when its turn comes. Eagerly: only explained edges enter the frontier.
 */
import type { StateId, VectorId } from "../belief/space.js"
import { Explainer, type Slices } from "./explain/explain.js"
import type { ExplainedAct } from "./explain/solution.js"
import type { Reason } from "./reason.js"
import type { TargetUtility } from "./heuristics/heuristic.js"
import type { SearchContext } from "./context.js"
import type { MemberPlan } from "./methods/method.js"
import { eliminateActions } from "./action-elimination.js"
import { Frontier, type Ranked } from "./frontier.js"

/** So many levels of utility are told apart when a greedy search looks ahead. */
const MAX_UTILITY_LEVELS = 8

/** So many times as patient is who looks for the shortest story in what was found. */
const THOROUGHNESS = 10

interface SearchNode extends Ranked {
  readonly state: StateId
  readonly parent: SearchNode | undefined
  readonly action: number
  /** Undefined: not asked yet. */
  reasons: ReadonlyMap<number, Reason> | undefined
}

export interface Found {
  readonly acts: readonly ExplainedAct[]
  readonly utility: number
}

export class AuthorSearch {
  readonly context: SearchContext
  readonly explainer: Explainer
  /**
   * Lines met so far that improve on the start and on one another, the best last. The goal's own line is minimal, being a
   * shortest one; one that falls short of the goal need not be, so whoever shows one has it judged.
   */
  readonly improving: Found[] = []
  depth = 0
  /** No story can be shorter than this. */
  bound = 0
  /** Looks at what was found once more, with more patience: a shorter story in it may have been missed for want of that. */
  readonly #thoroughExplainer: Explainer
  readonly #goal: number
  readonly #plan: MemberPlan
  readonly #frontier = new Frontier<SearchNode>()
  readonly #visited = new Map<StateId, number>()
  #order = 0

  constructor(context: SearchContext, goal: number, plan: MemberPlan) {
    this.context = context
    this.explainer = new Explainer(context, plan.nodeBudget)
    this.#thoroughExplainer = plan.nodeBudget === Infinity ? this.explainer : new Explainer(context, THOROUGHNESS * plan.nodeBudget)
    this.#goal = goal
    this.#plan = plan
    const root = { state: context.initial, parent: undefined, action: -1, reasons: new Map(), total: 0, cost: 0, order: 0 }
    this.#frontier.push(root)
  }

  /** Of its own, without the lore. */
  get bytes(): number {
    return this.#frontier.size * 96 + this.#visited.size * 40
  }

  /**
   * The first story that reaches the goal: without a weight a shortest one. Undefined when there is none within the bounds.
   * Whoever does not like what was found may ask on, with `run` again; without a weight nothing better would come.
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
      if (utility > start && isBetter(utility, node.cost, this.improving.at(-1))) this.improving.push({ acts: actsTo(node), utility })
      if (utility > start && utility >= this.#goal) return yield* this.#story(node)
      context.statistics.visited++
      yield
      yield* this.#expand(node, start)
    }
    return undefined
  }

  *#explainNode(node: SearchNode): Slices<boolean> {
    const reasons = yield* this.explainer.explainOthers(node.parent!.state, node.action, -1, this.context.bounds.character)
    if (reasons === null) return false
    node.reasons = reasons
    return true
  }

  *#expand(node: SearchNode, start: number): Slices<void> {
    const { context } = this
    const target = this.#targetFrom(start)
    const { actions, vectors } = context.applicableIn(node.state)
    for (let i = 0; i < actions.length; i++) {
      const action = actions[i]
      const estimate = context.estimate(vectors[i], target)
      const cost = node.cost + 1
      if (cost + estimate > context.bounds.author) {
        if (estimate !== Infinity) context.cuts.add("author")
        continue
      }
      const state = context.happen(node.state, action)
      if (state < 0 || (this.#visited.get(state) ?? Infinity) <= cost) continue
      const total = cost + (this.#plan.weight === 0 ? estimate : this.#plan.weight * this.#remaining(node.state, vectors[i]))
      const child: SearchNode = { state, parent: node, action, reasons: undefined, total, cost, order: ++this.#order }
      if (this.#plan.eager && !(yield* this.#explainNode(child))) continue
      this.#frontier.push(child)
    }
  }

  /** A shortest line is minimal; a greedy one may have idle acts, which are left out. */
  *#story(node: SearchNode): Slices<Found> {
    const acts = actsTo(node)
    const least = this.#goal
    if (this.#plan.weight > 0) return yield* eliminateActions(this.#thoroughExplainer, acts, least)
    return { acts, utility: this.context.utility(this.context.author, node.state) }
  }

  /** How far every level of utility between here and the goal still is, all told: a guess that sees several wishes at once. */
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
  for (let at = node; at.parent !== undefined; at = at.parent) acts.unshift({ action: at.action, reasons: at.reasons! })
  return acts
}
