/**
 * Stories of a world that can be held against one another: for every act anywhere in its story space from
 * which the goal can be reached, a shortest story through it. So every act that can happen on the way to the
 * goal happens in one of them, and there are no more of them than ways, however many orders independent acts
 * could come in.
 */
import type { SpaceState } from "@dramaturg/model"

export interface Candidate {
  readonly plan: readonly string[]
  /** Moments from which the goal can still be reached, and still be lost. */
  readonly doubt: number
}

interface Edge {
  readonly from: number
  readonly act: string
  readonly to: number
}

export function candidatesIn(states: readonly SpaceState[], count: number): readonly Candidate[] {
  const edges = states.flatMap(({ state, edges: ways }): Edge[] =>
    ways.filter((each) => each.to !== state).map(({ act, to }) => ({ from: state, act: act!, to })),
  )
  const into = by(edges, count, (each) => each.to)
  const goals = states.filter((each) => each.ending === "goal").map((each) => each.state)
  const onward = wayOn(into, goals, count)
  const loses = reaching(
    into,
    states.filter((each) => each.ending === "rest").map((each) => each.state),
    count,
  )
  const arrival = firstWays(edges, count)
  const told = new Set<string>()
  const found: Candidate[] = []
  for (const edge of edges) {
    if (onward[edge.to] === undefined) continue
    const line = [...before(arrival, edge.from), edge, ...after(onward, edge.to)]
    const plan = line.map((each) => each.act)
    if (told.has(plan.join(";"))) continue
    told.add(plan.join(";"))
    found.push({ plan, doubt: line.filter((each) => loses[each.from]).length })
  }
  return found
}

function by(
  edges: readonly Edge[],
  count: number,
  key: (edge: Edge) => number,
): readonly (readonly Edge[])[] {
  const lists: Edge[][] = Array.from({ length: count }, () => [])
  for (const each of edges) lists[key(each)].push(each)
  return lists
}

/** By state: the edge of a shortest way to a goal; null at a goal; undefined: there is none. */
function wayOn(
  into: readonly (readonly Edge[])[],
  goals: readonly number[],
  count: number,
): readonly (Edge | null | undefined)[] {
  const onward = new Array<Edge | null | undefined>(count)
  const queue = [...goals]
  for (const each of goals) onward[each] = null
  for (let i = 0; i < queue.length; i++) {
    for (const edge of into[queue[i]]) {
      if (onward[edge.from] !== undefined) continue
      onward[edge.from] = edge
      queue.push(edge.from)
    }
  }
  return onward
}

function reaching(
  into: readonly (readonly Edge[])[],
  ends: readonly number[],
  count: number,
): readonly boolean[] {
  const reached = new Array<boolean>(count).fill(false)
  const queue = [...ends]
  for (const each of ends) reached[each] = true
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { from } of into[at]) {
      if (reached[from]) continue
      reached[from] = true
      queue.push(from)
    }
  }
  return reached
}

/** States are numbered breadth first, so the first edge met is one of a shortest way. */
function firstWays(edges: readonly Edge[], count: number): readonly (Edge | undefined)[] {
  const arrival = new Array<Edge | undefined>(count)
  for (const each of edges) if (each.to !== 0) arrival[each.to] ??= each
  return arrival
}

function before(arrival: readonly (Edge | undefined)[], state: number): readonly Edge[] {
  const line: Edge[] = []
  for (let edge = arrival[state]; edge !== undefined; edge = arrival[edge.from]) line.unshift(edge)
  return line
}

function after(onward: readonly (Edge | null | undefined)[], state: number): readonly Edge[] {
  const line: Edge[] = []
  for (let edge = onward[state]; edge; edge = onward[edge.to]) line.push(edge)
  return line
}
