/**
 * A plan in hope (D42), looked for where D22 has given no reason; and, for who asks why there is none, a plan
 * that only what its owner fears keeps from being one (D43).
 *
 * A case supposes values for what the owner of the mind does not know. The plan is searched in the state
 * supposed, layer by layer as in explain.ts; what its owner will then believe is that state's own mind of
 * theirs, which learns only what D10 to D14 teach it. Cases come in the order of the definitions, and the
 * first that holds a plan is the reason.
 *
 * Cases of a fluent that nothing in the world mentions all come to the same, alone or beside others: of these
 * only the first is tried (D19).
 */
import { PAUSE, type Slices } from "@dramaturg/model"
import { or, type Truth } from "../../kleene.js"
import type { StateId } from "../../belief/space.js"
import type { Atom } from "../../task/task.js"
import { BEYOND, FALSE, TRUE, UNKNOWN } from "../../task/values.js"
import { evaluate, truth } from "../../belief/evaluate.js"
import type { SearchContext } from "../context.js"
import type { Reason, ReasonStep, Supposed } from "../reason.js"
import { isPause } from "../pause.js"
import type { Explainer, LayerEdge, LayerNode } from "./explain.js"

/** Whose reason is asked for: see `Explainer`. */
export interface Asked {
  readonly mind: StateId
  readonly action: number
  readonly owner: number
  readonly horizon: number
}

interface Query extends Asked {
  readonly explainer: Explainer
  readonly supposed: readonly Supposed[]
}

/** What is made of a plan with all of D42 but M5 and M6; null: it is none that was looked for. */
type Taking<Found> = (query: Query, edges: readonly LayerEdge[], run: Run) => Slices<Found | null>

/** A run in a supposed state: the acts, and the states, of which there is one more. */
interface Run {
  readonly actions: readonly number[]
  readonly states: readonly StateId[]
}

/** What somebody fears (D43). */
export interface Feared {
  /** The case in which the plan is better for them. */
  readonly supposed: readonly Supposed[]
  readonly actions: readonly number[]
  /** The case in which it leaves them worse off, after so many of its acts. */
  readonly feared: readonly Supposed[]
  readonly acts: number
  /** What they would believe then. */
  readonly mind: StateId
}

/** What becomes of a plan in another case. */
export interface Otherwise {
  readonly supposed: readonly Supposed[]
  /** So many of its acts are done there before its owner believes something else than in this one. */
  readonly acts: number
  /** Why the first act would be done in that case; null if there is no reason. */
  readonly reason: Reason | null
}

/** The reason in hope; null if there is none. That the act is possible in the mind is known. */
export function hopeFor(explainer: Explainer, asked: Asked): Slices<Reason | null> {
  return firstPlan(explainer, asked, asReason)
}

const asReason: Taking<Reason> = function* (query, edges, run) {
  if ((yield* fearOf(query, run)) !== null || (yield* hasIdleAct(query, run))) return null
  if (isDoubtful(query, run)) return null
  return { supposed: query.supposed, steps: edges.map(stepOf) }
}

/** Each case of the same fluents but this one. `steps`: the plan, each act with its readings. */
export function* otherwise(
  explainer: Explainer,
  asked: Asked,
  supposed: readonly Supposed[],
  steps: readonly (readonly number[])[],
): Slices<readonly Otherwise[]> {
  const query = { ...asked, explainer, supposed }
  const run = runIn(query, steps)
  const found: Otherwise[] = []
  for (const other of otherCases(query)) {
    const { acts } = yield* followed(query, run, other)
    const inCase = { ...query, supposed: other }
    found.push({
      supposed: other,
      acts,
      reason: yield* planIn(inCase, { left: explainer.nodeBudget }, asReason),
    })
  }
  return found
}

/** As far as the acts are possible. */
function runIn(query: Query, steps: readonly (readonly number[])[]): Run {
  const [actions, states]: [number[], StateId[]] = [[], [supposedIn(query, query.supposed)]]
  for (const readings of steps) {
    const state = states[states.length - 1]
    const action = state < 0 ? undefined : readings.find((each) => stepIn(query, state, each) >= 0)
    if (action === undefined) break
    actions.push(action)
    states.push(stepIn(query, state, action))
  }
  return { actions, states }
}

/** The first plan to which nothing but M6 is wanting; null if there is none. */
export function fearFor(explainer: Explainer, asked: Asked): Slices<Feared | null> {
  return firstPlan(explainer, asked, function* (query, _, run) {
    const feared = yield* fearOf(query, run)
    if (feared === null || (yield* hasIdleAct(query, run)) || isDoubtful(query, run)) return null
    return feared
  })
}

function* firstPlan<Found>(explainer: Explainer, asked: Asked, take: Taking<Found>): Slices<Found | null> {
  const { context } = explainer
  const utility = context.utility(asked.owner, asked.mind)
  if (Number.isNaN(utility) || utility >= context.task.ceilings[asked.owner]) return null
  if (context.cache.space.depthOf(asked.mind) === 0) {
    context.tooShallow = true
    return null
  }
  const nodes = { left: explainer.nodeBudget }
  for (const supposed of casesOf(context, asked.mind)) {
    context.statistics.cases = (context.statistics.cases ?? 0) + 1
    yield PAUSE
    const found = yield* planIn({ ...asked, explainer, supposed }, nodes, take)
    if (found !== null) return found
    if (context.tooShallow || nodes.left <= 0) return null
  }
  return null
}

/** The cases of a mind (D41), fewer fluents first. */
function* casesOf(context: SearchContext, mind: StateId): Generator<readonly Supposed[], void, void> {
  const { space } = context.cache
  const unknown = context.task.open.filter(({ fluent }) => {
    const value = space.valueOf(mind, fluent)
    if (value === BEYOND) context.tooShallow = true
    return value === UNKNOWN
  })
  const { cases = 1 } = context.task.problem.limits
  const most = Math.min(cases ?? Infinity, unknown.length)
  const { mentioned } = context.cache
  const valuesOf = (fluent: number): readonly number[] => candidatesOf(context, mind, fluent)
  const idle = unknown.find(({ fluent }) => !mentioned.has(fluent) && valuesOf(fluent).length > 0)
  const tried = unknown.filter((each) => each === idle || mentioned.has(each.fluent))
  for (let size = 1; size <= most && !context.tooShallow; size++) yield* chosenFrom(0, size)

  function* chosenFrom(from: number, size: number): Generator<readonly Supposed[], void, void> {
    if (size === 0) return yield []
    for (let i = from; i <= tried.length - size; i++) {
      const { fluent } = tried[i]
      for (const value of tried[i] === idle ? valuesOf(fluent).slice(0, 1) : valuesOf(fluent))
        for (const rest of chosenFrom(i + 1, size - 1)) yield [{ fluent, value }, ...rest]
    }
  }
}

function candidatesOf(context: SearchContext, mind: StateId, fluent: number): readonly number[] {
  const { possible } = context.task.open.find((each) => each.fluent === fluent)!
  return possible.flatMap(({ value, might }) => {
    const may = truth(context.cache.space, might, mind)
    if (may === BEYOND) context.tooShallow = true
    return may === TRUE ? [value] : []
  })
}

function* planIn<Found>(query: Query, nodes: { left: number }, take: Taking<Found>): Slices<Found | null> {
  const { explainer, mind, action, horizon } = query
  const { context } = explainer
  const start = supposedIn(query, query.supposed)
  const first = start < 0 ? -1 : stepIn(query, start, action)
  if (first < 0) return null
  const before = believedUtility(query, start)
  const isTooDeep = context.epistemicDepthOf(mind) > context.bounds.belief
  const most = isTooDeep ? 1 : Math.max(1, horizon)
  const root = { state: start, position: 0, edges: [] }
  let layer: readonly LayerNode[] = [
    { state: first, position: 1, edges: [{ from: root, action, reasons: new Map() }] },
  ]
  const met = new Set<StateId>([start, first])
  for (let length = 1; layer.length > 0; length++) {
    for (const node of layer) {
      if (!(believedUtility(query, node.state) > before)) continue
      const found = yield* extractPlan(query, take, node, node.state, [])
      if (found !== null) return found
    }
    if (length >= most) {
      explainer.cut(isTooDeep ? "belief" : "character")
      return null
    }
    if (most === Infinity && length > met.size) return null
    const next = new Map<StateId, LayerNode>()
    for (const node of layer) {
      if (node.position > 1 && !(yield* isReal(query, node))) continue
      if (nodes.left-- <= 0) return null
      context.statistics.visited++
      yield
      if (context.tooShallow) return null
      yield* expand(query, node, next)
    }
    layer = [...next.values()]
    for (const node of layer) met.add(node.state)
  }
  return null
}

/** The state that the owner supposes in a case; -1 where its triggers would never come to rest. */
function supposedIn({ explainer: { context }, mind, owner }: Query, supposed: readonly Supposed[]): StateId {
  return context.suppose(mind, owner, new Map(supposed.map(({ fluent, value }) => [fluent, value])))
}

function believedUtility({ explainer: { context }, owner }: Query, state: StateId): number {
  return context.utility(owner, context.belief(state, owner))
}

/**
 * The state after an act that is possible there and, if its hoper consents, known to be (M3), and that tells
 * them nothing that is known not to be so (M7); else -1.
 */
function stepIn(query: Query, state: StateId, action: number): StateId {
  const {
    explainer: { context },
    owner,
  } = query
  if (!context.isPossible(state, action)) return -1
  const { consenting } = context.task.actions[action]
  if (consenting.includes(owner) && !context.isPossible(context.belief(state, owner), action)) return -1
  const after = context.happen(state, action, owner)
  return after < 0 || misleads(query, state, action, after) === TRUE ? -1 : after
}

/** M7: does the act tell its hoper what is not so? */
function misleads(query: Query, state: StateId, action: number, after: StateId): Truth {
  const { context } = query.explainer
  const event = context.task.actions[action]
  return (event.foreseen ?? event.atoms).reduce<Truth>(
    (before, atom) => or(before, before === TRUE ? TRUE : isMisleading(query, state, after, atom)),
    FALSE,
  )
}

function isMisleading(
  { explainer: { context }, owner }: Query,
  state: StateId,
  after: StateId,
  { condition, chain, fluent, value }: Atom,
): Truth {
  const { space } = context.cache
  if (chain[0] !== owner) return FALSE
  const holds = truth(space, condition, state)
  const told = holds === FALSE ? UNKNOWN : evaluate(space, value, state)
  if (told === UNKNOWN || told === context.task.values.asItIs) return FALSE
  let about = after
  for (const each of chain.slice(1)) about = about < 0 ? -1 : space.belief(about, each)
  const is = about < 0 ? BEYOND : space.valueOf(about, fluent)
  if (told === BEYOND || is === BEYOND) return BEYOND
  return told === is ? FALSE : holds
}

/** Whether it decides something, and lies beyond, if an act of the run misleads. */
function isDoubtful(query: Query, { actions, states }: Run): boolean {
  const doubt = actions.some((action, i) => misleads(query, states[i], action, states[i + 1]) === BEYOND)
  if (doubt) query.explainer.context.tooShallow = true
  return doubt
}

function* expand(query: Query, node: LayerNode, next: Map<StateId, LayerNode>): Slices<void> {
  const {
    explainer: { context },
    owner,
  } = query
  for (const [i, action] of context.applicableIn(node.state, owner).actions.entries()) {
    if (isPause(i)) yield PAUSE
    if (context.task.actions[action].consenting.length === 0) continue
    const state = stepIn(query, node.state, action)
    if (state < 0) continue
    let successor = next.get(state)
    if (successor === undefined)
      next.set(state, (successor = { state, position: node.position + 1, edges: [] }))
    successor.edges.push({ from: node, action, reasons: undefined })
  }
}

function* isReal(query: Query, node: LayerNode): Slices<boolean> {
  for (const edge of node.edges) if ((yield* reasonsFor(query, edge)) !== null) return true
  return false
}

function* reasonsFor(
  { explainer, owner, horizon }: Query,
  edge: LayerEdge,
): Slices<ReadonlyMap<number, Reason> | null> {
  const { from, action } = edge
  if (edge.reasons === undefined)
    edge.reasons = yield* explainer.explainOthers(from.state, action, owner, horizon - from.position)
  return edge.reasons
}

/**
 * What is made of the first plan that ends in `end` and is taken. `rest`: the edges that follow `node`.
 *
 * M4 is asked here because it is cheap. M5 asks no less: what follows a state as good as the end is idle, for
 * nothing is feared of, or wrongly told by, the acts up to there that is not by all of them.
 */
function* extractPlan<Found>(
  query: Query,
  take: Taking<Found>,
  node: LayerNode,
  end: StateId,
  rest: readonly LayerEdge[],
): Slices<Found | null> {
  const { context } = query.explainer
  const target = believedUtility(query, end)
  for (const edge of node.edges) {
    const edges = [edge, ...rest]
    if (edge.from.position === 0) {
      const found = yield* take(query, edges, runOf(edges, end))
      if (found !== null) return found
      continue
    }
    const now = believedUtility(query, edge.from.state)
    const isOwn = context.task.actions[edge.action].consenting.includes(query.owner)
    if (now === target || (isOwn && !(now < target))) continue
    if ((yield* reasonsFor(query, edge)) === null) continue
    const found = yield* extractPlan(query, take, edge.from, end, edges)
    if (found !== null) return found
  }
  return null
}

function stepOf({ action, reasons }: LayerEdge): ReasonStep {
  return { action, reasons: reasons! }
}

function runOf(edges: readonly LayerEdge[], end: StateId): Run {
  return {
    actions: edges.map((each) => each.action),
    states: [...edges.map((each) => each.from.state), end],
  }
}

/** M6: another case in which its owner would be worse off by the plan than now; null if there is none. */
function* fearOf(query: Query, run: Run): Slices<Feared | null> {
  const { explainer, owner, supposed } = query
  const before = believedUtility(query, run.states[0])
  for (const feared of otherCases(query)) {
    const { state, acts } = yield* followed(query, run, feared)
    if (state >= 0 && believedUtility(query, state) < before)
      return { supposed, actions: run.actions, feared, acts, mind: explainer.context.belief(state, owner) }
  }
  return null
}

/** A plan followed in another case, as M6 has it: where it ends, and after how many acts; -1: nowhere. */
function* followed(
  query: Query,
  { actions, states }: Run,
  other: readonly Supposed[],
): Slices<{ readonly state: StateId; readonly acts: number }> {
  const { explainer, owner, horizon } = query
  const { context } = explainer
  let [state, acts] = [supposedIn(query, other), 0]
  for (const [i, action] of actions.entries()) {
    yield PAUSE
    if (state < 0 || !context.isPossible(state, action)) break
    const isOwn = context.task.actions[action].consenting.includes(owner)
    if (isOwn && !context.isPossible(context.belief(state, owner), action)) break
    if (i > 0 && (yield* explainer.explainOthers(state, action, owner, horizon - i)) === null) break
    const next = context.happen(state, action, owner)
    if (next < 0) break
    ;[state, acts] = [next, i + 1]
    if (context.belief(state, owner) !== context.belief(states[i + 1], owner)) break
  }
  return { state, acts }
}

function otherCases({ explainer: { context }, mind, supposed }: Query): readonly (readonly Supposed[])[] {
  return supposed
    .reduce<readonly (readonly Supposed[])[]>(
      (lists, { fluent }) =>
        lists.flatMap((list) =>
          candidatesOf(context, mind, fluent).map((value) => [...list, { fluent, value }]),
        ),
      [[]],
    )
    .filter((other) => other.some(({ value }, i) => value !== supposed[i].value))
}

/** D23 for a plan in hope: could an act be left out so that M3, M6 and M7 still hold? */
function* hasIdleAct(query: Query, { actions, states }: Run): Slices<boolean> {
  const target = believedUtility(query, states[actions.length])
  for (let without = 0; without < actions.length; without++) {
    const taken = { actions: actions.slice(0, without), states: states.slice(0, without + 1) }
    if (yield* leads(query, taken, actions.slice(without + 1), target)) return true
  }
  return false
}

/** Does what has been taken, with some of the rest after it, lead to the target? */
function* leads(query: Query, taken: Run, rest: readonly number[], target: number): Slices<boolean> {
  const { explainer, owner, horizon } = query
  const state = taken.states[taken.states.length - 1]
  const now = believedUtility(query, state)
  if (now === target && (yield* fearOf(query, taken)) === null && !isDoubtful(query, taken)) return true
  for (const [i, action] of rest.entries()) {
    yield PAUSE
    const isOwn = explainer.context.task.actions[action].consenting.includes(owner)
    if (isOwn && !(now < target)) continue
    const next = stepIn(query, state, action)
    if (next < 0) continue
    if ((yield* explainer.explainOthers(state, action, owner, horizon)) === null) continue
    const further = { actions: [...taken.actions, action], states: [...taken.states, next] }
    if (yield* leads(query, further, rest.slice(i + 1), target)) return true
  }
  return false
}
