/** Sums a story space up. Everything is read off the graph: nothing is asked of the world again. */
import type {
  ActReached,
  DeadEnd,
  EndingGroup,
  Problem,
  SpaceEdge,
  SpaceFoot,
  SpaceHead,
  SpaceState,
  Survey,
  Unmet,
  Way,
} from "@dramaturg/model"
import { consentingTo, parseLabel, templateFor } from "@dramaturg/model"

/** So many ways into a dead end are told. */
const MOST = 5

/** Sums up a story space: which acts happen, where endings are lost, where choices matter. */
export function surveyOf(
  problem: Problem,
  head: SpaceHead,
  states: readonly SpaceState[],
  foot: SpaceFoot,
): Survey {
  const tree = shortestWays(states, foot.states)
  const fates = fatesOf(states, foot.states)
  const wayTo = (state: number): Way => [
    ...head.opening,
    ...stepsTo(tree, state).map(({ act }) => act ?? "(wait)"),
  ]
  const acts = actsMet(head, states, wayTo)
  const met = new Set(acts.map(({ act }) => parseLabel(act).name))
  const unmet = [
    ...new Set(problem.actions.filter((each) => !each.isAttempt).map((each) => each.name)),
  ].filter((each) => !met.has(each))
  return {
    format: "dramaturg-survey",
    version: 1,
    world: head.world,
    as: head.as,
    limits: head.limits,
    isWhole: foot.end === "complete" && !foot.isCut,
    states: foot.states,
    edges: foot.edges,
    endings: endingsIn(problem, states, tree, wayTo),
    acts,
    unmet,
    reasons: unmet.map((each) => reasonOf(foot, each)),
    lost: { states: fates.filter((each) => each === "lost").length, ways: deadEnds(states, fates, wayTo) },
    open: fates.filter((each) => each === "open").length,
  }
}

function reasonOf({ possible }: SpaceFoot, name: string): Unmet {
  const states = Object.hasOwn(possible, name) ? possible[name] : 0
  return {
    name,
    why: states > 0 ? "unmotivated" : Object.hasOwn(possible, name) ? "impossible" : "never",
    states,
  }
}

interface Arrival {
  readonly from: number
  readonly edge: SpaceEdge
}

/**
 * By state: how a shortest way comes to it. States are numbered breadth first, so the first edge met is one
 * of a shortest way.
 */
function shortestWays(states: readonly SpaceState[], count: number): readonly (Arrival | undefined)[] {
  const arrivals = new Array<Arrival | undefined>(count)
  for (const { state, edges } of states)
    for (const edge of edges) if (edge.to !== 0) arrivals[edge.to] ??= { from: state, edge }
  return arrivals
}

function stepsTo(tree: readonly (Arrival | undefined)[], state: number): readonly SpaceEdge[] {
  const steps: SpaceEdge[] = []
  for (let at = tree[state]; at !== undefined; at = tree[at.from]) steps.unshift(at.edge)
  return steps
}

function endingsIn(
  problem: Problem,
  states: readonly SpaceState[],
  tree: readonly (Arrival | undefined)[],
  wayTo: (state: number) => Way,
): readonly EndingGroup[] {
  const groups = new Map<
    string,
    { -readonly [K in keyof EndingGroup]: EndingGroup[K] } & { states: number[] }
  >()
  for (const { state, ending, worth } of states) {
    if (ending === null || ending === "cut") continue
    const last = tree[state]?.edge
    const act = last?.events?.at(-1) ?? last?.act ?? null
    const key = `${ending} ${worth} ${act}`
    const group = groups.get(key)
    if (group) group.states.push(state)
    else
      groups.set(key, {
        ending,
        act,
        by: act === null ? [] : decidersOf(problem, act),
        states: [state],
        worth,
        shortest: wayTo(state),
      })
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.ending === "rest") - Number(b.ending === "rest") || a.shortest.length - b.shortest.length,
  )
}

/** In the order in which they can first happen. */
function actsMet(
  { opening }: SpaceHead,
  states: readonly SpaceState[],
  wayTo: (state: number) => Way,
): readonly ActReached[] {
  const met = new Map<string, Way>(opening.map((each, i) => [each, opening.slice(0, i + 1)]))
  for (const { state, edges } of states) {
    for (const { act, events = act === null ? [] : [act], isAttempt } of edges) {
      for (const each of isAttempt ? events.slice(1) : events)
        if (!met.has(each)) met.set(each, [...wayTo(state), act ?? "(wait)"])
    }
  }
  return [...met].map(([act, shortest]) => ({ act, shortest }))
}

/** Whether the goal can be reached from a state; `open` where what was not looked at may decide it. */
type Fate = "won" | "lost" | "open"

function fatesOf(states: readonly SpaceState[], count: number): readonly Fate[] {
  const before: number[][] = Array.from({ length: count }, () => [])
  for (const { state, edges } of states) for (const { to } of edges) before[to].push(state)
  const fates = new Array<Fate>(count).fill("lost")
  const spread = (fate: Fate, from: readonly number[]): void => {
    const queue = [...from]
    for (const each of queue) fates[each] = fate
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const each of before[at]) {
        if (fates[each] !== "lost") continue
        fates[each] = fate
        queue.push(each)
      }
    }
  }
  const looked = new Set(states.map((each) => each.state))
  spread(
    "won",
    states.filter((each) => each.ending === "goal").map((each) => each.state),
  )
  const unknown = [
    ...states.filter((each) => each.ending === "cut" || each.isOpen).map((each) => each.state),
    ...Array.from({ length: count }, (_, i) => i).filter((each) => !looked.has(each)),
  ]
  spread(
    "open",
    unknown.filter((each) => fates[each] === "lost"),
  )
  return fates
}

function deadEnds(
  states: readonly SpaceState[],
  fates: readonly Fate[],
  wayTo: (state: number) => Way,
): readonly DeadEnd[] {
  const found: DeadEnd[] = []
  const told = new Set<number>()
  for (const { state, edges } of states) {
    if (fates[state] !== "won") continue
    for (const { act, to } of edges) {
      if (fates[to] !== "lost" || told.has(to)) continue
      told.add(to)
      found.push({ state: to, shortest: [...wayTo(state), act ?? "(wait)"] })
      if (found.length >= MOST) return found
    }
  }
  return found
}

/** Who consents to an act of this name. */
function decidersOf(problem: Problem, label: string): readonly string[] {
  const act = parseLabel(label)
  const template = templateFor(problem, problem.actions, act)
  return template === undefined ? [] : consentingTo(template, act.arguments)
}
