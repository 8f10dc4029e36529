/**
 * Explores the story space of a world, or of a play in it, and lays it out: a column for each act, neighbours
 * near one another.
 */
import { askReach } from "@dramaturg/analysis"
import type { SpaceState, Survey } from "@dramaturg/model"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { Budget, Refused, World } from "../protocol.js"
import { within } from "@dramaturg/web/slices"

/** A place of the story map. */
export interface MapPlace {
  /** Its column. */
  readonly depth: number
  /** Its row, 0 being the middle. */
  readonly y: number
  readonly ending: "goal" | "rest" | "cut" | null
  /** The place before it on a shortest way; −1: none. */
  readonly from: number
  /** The act that leads from there. */
  readonly act: string | null
  readonly ways: readonly (readonly [to: number, act: string | null])[]
}

export interface DrawnMap {
  readonly kind: "map"
  readonly as: string | null
  readonly places: readonly MapPlace[]
  readonly survey: Survey
  readonly limit: string | null
}

export const map: Job<
  { readonly world: World; readonly as: string | null; readonly most: number; readonly budget: Budget },
  DrawnMap | Refused
> = async ({ world, as, most, budget }, context) => {
  const play = as === null ? {} : { as, depth: null }
  const result = await answering(world, context, (read) =>
    askReach(read, {
      ...play,
      maxVisited: most,
      memoryMiB: budget.mebibytes,
      ...within(budget.milliseconds),
    }),
  )
  if (result.kind === "refused") return result
  const {
    space: { states, foot },
    survey,
  } = result
  return { kind: "map", as, places: placed(states, foot.states), survey, limit: foot.limit }
}

/** Each column is ordered by where those stand from which its places are reached. */
function placed(states: readonly SpaceState[], count: number): readonly MapPlace[] {
  const places: {
    depth: number
    ending: MapPlace["ending"]
    from: number
    act: string | null
    ways: [number, string | null][]
    y: number
  }[] = Array.from({ length: count }, () => ({
    depth: 0,
    ending: "cut",
    from: -1,
    act: null,
    ways: [],
    y: 0,
  }))
  for (const { state, depth, ending, edges } of states) {
    const here = places[state]
    here.depth = depth
    here.ending = ending
    here.ways = edges.map(({ to, act }) => [to, act])
    for (const { to, act } of edges) {
      if (to === 0 || places[to].from >= 0) continue
      places[to].from = state
      places[to].act = act
      places[to].depth = depth + 1
    }
  }
  const columns: number[][] = []
  places.forEach((each, number) => (columns[each.depth] ??= []).push(number))
  const into = new Map<number, number[]>()
  for (const { state, edges } of states)
    for (const { to } of edges) into.set(to, [...(into.get(to) ?? []), state])
  for (const column of columns) {
    const mean = (number: number): number => {
      const froms = (into.get(number) ?? []).filter((each) => places[each].depth < places[number].depth)
      return froms.length === 0 ? 0 : froms.reduce((sum, each) => sum + places[each].y, 0) / froms.length
    }
    const order = column
      .map((number) => ({ number, at: mean(number) }))
      .sort((a, b) => a.at - b.at || a.number - b.number)
    order.forEach(({ number }, i) => (places[number].y = i - (column.length - 1) / 2))
  }
  return places
}
