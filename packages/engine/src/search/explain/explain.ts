/**
 * Does this act make sense to this character? (D22: Expl and Motive.)
 *
 * A query asks for a plan in the believed state that starts with the act, improves the owner's utility, is
 * explained for the others who consent, and has no idle step. The answer is a function of believed state,
 * act, owner and horizon: the believed state carries its own depth. So every answer is remembered under
 * exactly those four. An answer under another horizon proves nothing, because explained-ness is not monotone
 * in the horizon.
 *
 * The search builds a layered graph: layer i holds the states that i acts can lead to, equal states once,
 * whether or not the others agree. A state is expanded only if one edge into it is explained for the others,
 * and only if the estimate allows an improvement within the acts that remain. When a layer holds an
 * improvement, the plans that end there are extracted backwards through the edges, and the first plan that
 * satisfies every rule is the answer. Layers keep *all* edges, because minimality belongs to a whole plan,
 * not to a state: two plans to the same state can differ in it. So a "no" is a proof, unless the node budget
 * ran out. In a world with open properties, a plan in hope is looked for after a "no" (hope.ts).
 */
import { PAUSE, type Slices } from "@dramaturg/model"
import type { StateId } from "../../belief/space.js"
import type { Answers } from "../answers.js"
import type { TargetUtility } from "../heuristics/heuristic.js"
import type { SearchContext } from "../context.js"
import { isPause } from "../pause.js"
import { hopeFor } from "./hope.js"
import { isIdle } from "./minimal.js"
import type { Reason, ReasonStep } from "../reason.js"

/** A state that a plan may pass, in the layer of its length. */
export interface LayerNode {
  readonly state: StateId
  /** The number of acts that lead here. */
  readonly position: number
  readonly edges: LayerEdge[]
}

/** An act of a plan, from one layer to the next. */
export interface LayerEdge {
  readonly from: LayerNode
  readonly action: number
  /**
   * The reasons of the other characters who consent; null: one of them has none; undefined: not asked yet.
   */
  reasons: ReadonlyMap<number, Reason> | null | undefined
}

/**
 * One query, with what its parts share: the mind it starts in, the act, the mind's owner, the horizon, and
 * the utility to exceed.
 */
interface Query {
  readonly start: StateId
  readonly action: number
  readonly owner: number
  readonly horizon: number
  readonly utility: number
}

/** Answers queries for reasons in one search context, within one node budget per reason. */
export class Explainer {
  readonly context: SearchContext
  /**
   * The number of nodes that may be visited for one reason before it is given up. Infinity where a "no" must
   * be a proof.
   */
  readonly nodeBudget: number
  readonly #answers: Answers

  constructor(context: SearchContext, nodeBudget = Infinity) {
    this.context = context
    this.nodeBudget = nodeBudget
    this.#answers = context.answers(nodeBudget)
  }

  /**
   * Expl: the reason of a consenting character, who does not own `state`, for the act about to happen in
   * `state`; null if there is none.
   */
  *explain(state: StateId, action: number, character: number, horizon: number): Slices<Reason | null> {
    const { context } = this
    const mind = context.belief(state, character)
    return mind < 0 ? null : yield* this.explainIn(mind, action, character, horizon)
  }

  /** The same for any mind: the reason that the character would have if they believed this state. */
  *explainIn(mind: StateId, action: number, character: number, horizon: number): Slices<Reason | null> {
    return this.context.isPossible(mind, action)
      ? yield* this.#motive(mind, action, character, horizon)
      : null
  }

  /**
   * The reasons of all who consent except `owner` (-1: the author, who owns no mind); null if one of them has
   * none.
   */
  *explainOthers(
    state: StateId,
    action: number,
    owner: number,
    horizon: number,
  ): Slices<ReadonlyMap<number, Reason> | null> {
    const reasons = new Map<number, Reason>()
    for (const character of this.context.task.actions[action].consenting) {
      if (character === owner) continue
      const reason = yield* this.explain(state, action, character, horizon)
      if (reason === null) return null
      reasons.set(character, reason)
    }
    return reasons
  }

  *#motive(mind: StateId, action: number, owner: number, horizon: number): Slices<Reason | null> {
    const { context } = this
    const known = this.#answers.find(mind, action, owner, horizon)
    if (known !== undefined) return known
    let answer = yield* this.#search(mind, action, owner, horizon)
    if (answer === null && context.task.open.length > 0 && !context.tooShallow)
      answer = yield* hopeFor(this, { mind, action, owner, horizon })
    if (!context.tooShallow && !context.disabled.has("memo"))
      this.#answers.keep(mind, action, owner, horizon, answer)
    return answer
  }

  *#search(start: StateId, action: number, owner: number, horizon: number): Slices<Reason | null> {
    const { context } = this
    const utility = context.utility(owner, start)
    if (Number.isNaN(utility)) return null
    const target: TargetUtility = { who: owner, least: utility, above: true }
    const estimate = context.estimateAfter(start, action, target, owner)
    if (estimate === Infinity) return null
    const after = context.happen(start, action, owner)
    if (after < 0) return null
    if (context.utility(owner, after) > utility) return { steps: [{ action, reasons: new Map() }] }
    const isTooDeep = context.epistemicDepthOf(start) > context.bounds.belief
    const most = Math.max(1, horizon)
    if (isTooDeep || 1 + estimate > most) {
      this.cut(isTooDeep ? "belief" : "character")
      return null
    }
    return yield* this.#searchLayers({ start, action, owner, horizon, utility }, after, most, target)
  }

  *#searchLayers(query: Query, after: StateId, most: number, target: TargetUtility): Slices<Reason | null> {
    const { context } = this
    let layer: readonly LayerNode[] = [{ state: after, position: 1, edges: [] }]
    const met = new Set<StateId>([query.start, after])
    let visited = 0
    for (let length = 2; length <= most; length++) {
      const next = new Map<StateId, LayerNode>()
      for (const node of layer) {
        if (node.position > 1 && !(yield* this.#isReal(query, node))) continue
        if (++visited > this.nodeBudget) return null
        context.statistics.visited++
        yield
        if (context.tooShallow) return null
        yield* this.#expand(node, next, most - length, target)
      }
      layer = [...next.values()]
      if (layer.length === 0) return null
      for (const node of layer) {
        if (!(context.utility(query.owner, node.state) > query.utility)) continue
        const found = yield* this.#extractPlan(query, node)
        if (found !== null) return found
      }
      // A plan that meets no state twice has a bounded length, and a plan that meets one twice is not
      // minimal. So the search ends without a horizon too.
      for (const node of layer) met.add(node.state)
      if (most === Infinity && length > met.size) return null
    }
    this.cut("character")
    return null
  }

  *#expand(
    node: LayerNode,
    next: Map<StateId, LayerNode>,
    remaining: number,
    target: TargetUtility,
  ): Slices<void> {
    const { context } = this
    const { actions, vectors } = context.applicableIn(node.state, target.who)
    for (let i = 0; i < actions.length; i++) {
      if (isPause(i)) yield PAUSE
      const action = actions[i]
      if (context.task.actions[action].consenting.length === 0) continue
      const estimate = context.estimate(vectors[i], target)
      if (estimate > remaining) {
        if (estimate !== Infinity) this.cut("character")
        continue
      }
      const state = context.happen(node.state, action, target.who)
      if (state < 0) continue
      let successor = next.get(state)
      if (successor === undefined)
        next.set(state, (successor = { state, position: node.position + 1, edges: [] }))
      successor.edges.push({ from: node, action, reasons: undefined })
    }
  }

  /** Records that a bound has cut off a part of the search. */
  cut(bound: "belief" | "character"): void {
    this.#answers.cuts.add(bound)
    this.context.cuts.add(bound)
  }

  /** Whether at least one edge into this node is explained for all others who consent. */
  *#isReal(query: Query, node: LayerNode): Slices<boolean> {
    for (const edge of node.edges) if ((yield* this.#reasons(query, edge)) !== null) return true
    return false
  }

  *#reasons(query: Query, edge: LayerEdge): Slices<ReadonlyMap<number, Reason> | null> {
    if (edge.reasons === undefined) {
      edge.reasons = yield* this.explainOthers(
        edge.from.state,
        edge.action,
        query.owner,
        query.horizon - edge.from.position,
      )
    }
    return edge.reasons
  }

  /** Extracts the first plan that ends in this node and satisfies all rules, in the order of the edges. */
  *#extractPlan(query: Query, goal: LayerNode): Slices<Reason | null> {
    const target = this.context.utility(query.owner, goal.state)
    return yield* this.#extractPlanFrom(query, goal, target, [])
  }

  *#extractPlanFrom(
    query: Query,
    node: LayerNode,
    target: number,
    rest: readonly LayerEdge[],
  ): Slices<Reason | null> {
    const lastly = this.context.disabled.has("endings")
    if (node.position === 1) return yield* this.#complete(query, rest, target)
    for (const edge of node.edges) {
      const before = this.context.utility(query.owner, edge.from.state)
      if (before === target) continue
      if (this.#isOwn(query, edge) && !(before < target)) continue
      if ((yield* this.#reasons(query, edge)) === null) continue
      if (!lastly && (yield* this.#isIdle(query, edge.from.state, target, rest))) continue
      const found = yield* this.#extractPlanFrom(query, edge.from, target, [edge, ...rest])
      if (found !== null) return found
    }
    return null
  }

  *#complete(query: Query, edges: readonly LayerEdge[], target: number): Slices<Reason | null> {
    if (yield* this.#isIdle(query, query.start, target, edges)) return null
    if (this.context.disabled.has("endings")) {
      for (let i = 0; i < edges.length; i++) {
        if (yield* this.#isIdle(query, edges[i].from.state, target, edges.slice(i + 1))) return null
      }
    }
    const steps: ReasonStep[] = [{ action: query.action, reasons: new Map() }]
    for (const edge of edges) steps.push({ action: edge.action, reasons: edge.reasons! })
    return { steps }
  }

  /** Whether the act taken in `state` before `rest` is idle. */
  *#isIdle(
    { owner, horizon }: Query,
    state: StateId,
    target: number,
    rest: readonly LayerEdge[],
  ): Slices<boolean> {
    return yield* isIdle(this, { state, rest: rest.map((each) => each.action), owner, horizon, target })
  }

  #isOwn(query: Query, edge: LayerEdge): boolean {
    return this.context.task.actions[edge.action].consenting.includes(query.owner)
  }
}
