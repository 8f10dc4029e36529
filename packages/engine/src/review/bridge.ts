/**
 * Which acts must be put into a plot so that all of it can happen, explained, and ends well? Breadth first
 * through what can be done, by how many acts are put in, wherever they come to stand; so the first answer has
 * the fewest. Reasons are asked for only along ways that arrive, for they are what takes long.
 */
import type { GapStop, Slices } from "@dramaturg/model"
import type { StateId } from "../belief/space.js"
import type { Explainer } from "../search/explain/explain.js"

export interface BridgeOptions {
  /** How many acts may be put in. */
  readonly most: number
  /** How many places may be looked at: states, each with how much of the plot is done there. */
  readonly effort: number
  readonly isOver: () => boolean
  /** Whether the story may end with this worth to the author. */
  readonly isGood: (worth: number) => boolean
}

/** An act of the plot, or one that is put in. */
export interface BridgedAct {
  readonly action: number
  readonly isNew: boolean
}

interface Place {
  readonly state: StateId
  /** How many acts of the plot are done. */
  readonly done: number
  readonly ways: (BridgedAct & { readonly from: Place })[]
  /** The explained way that was found here; null: there is none. */
  line?: readonly BridgedAct[] | null
}

interface Building {
  readonly explainer: Explainer
  readonly plot: readonly number[]
  readonly options: BridgeOptions
  /** By how much of the plot is done. */
  readonly met: readonly Map<StateId, Place>[]
  count: number
}

/** Every explained way that arrives is handed over, until one is taken; at last, where it came to an end. */
export function* bridge<R>(
  explainer: Explainer,
  start: StateId,
  plot: readonly number[],
  options: BridgeOptions,
  take: (line: readonly BridgedAct[]) => Slices<R | undefined>,
): Slices<R | GapStop> {
  const building: Building = {
    explainer,
    plot,
    options,
    met: [...plot, undefined].map(() => new Map()),
    count: 0,
  }
  let layer: Place[] = [placeAt(building, start, 0)]
  layer[0].line = []
  for (let length = 0; ; length++) {
    yield* goOn(building, layer)
    for (const place of layer) {
      yield
      if (options.isOver()) return stop(building, length - 1, "time")
      if (
        place.done < plot.length ||
        !options.isGood(explainer.context.utility(explainer.context.author, place.state))
      )
        continue
      const line = yield* explainedWay(explainer, place)
      const taken = line === null ? undefined : yield* take(line)
      if (taken !== undefined) return taken
    }
    if (length >= options.most || layer.length === 0) return stop(building, length, null)
    const next = yield* nextLayer(building, layer)
    if (next === undefined) return stop(building, length, options.isOver() ? "time" : "effort")
    layer = next
  }
}

function stop({ met, plot, options: { most } }: Building, tried: number, limit: GapStop["limit"]): GapStop {
  const done = met.findLastIndex((each) => each.size > 0)
  return { before: Math.min(done, plot.length) + 1, tried: Math.max(0, tried), most, limit }
}

function placeAt(building: Building, state: StateId, done: number): Place {
  const place: Place = { state, done, ways: [] }
  building.met[done].set(state, place)
  building.count++
  return place
}

/**
 * Does what the plot says, as far as it can be done, from all places of a layer; what comes of it belongs to
 * the layer.
 */
function* goOn(building: Building, layer: Place[]): Slices<void> {
  const {
    explainer: { context },
    plot,
    met,
  } = building
  const here = new Set(layer)
  for (let i = 0; i < layer.length; i++) {
    yield
    const from = layer[i]
    const action = plot[from.done]
    if (action === undefined || !context.isPossible(from.state, action)) continue
    const state = context.happen(from.state, action)
    if (state < 0) continue
    const known = met[from.done + 1].get(state)
    const place = known ?? placeAt(building, state, from.done + 1)
    if (known === undefined) layer.push(place)
    if (known === undefined || here.has(place)) place.ways.push({ from, action, isNew: false })
    here.add(place)
  }
}

/** Undefined: too much would have to be looked at. */
function* nextLayer(building: Building, layer: readonly Place[]): Slices<Place[] | undefined> {
  const {
    explainer: { context },
    met,
    options: { effort, isOver },
  } = building
  const next = new Set<Place>()
  for (const from of layer) {
    yield
    for (const action of context.applicableIn(from.state).actions) {
      if (building.count >= effort || isOver()) return undefined
      const state = context.happen(from.state, action)
      if (state < 0) continue
      const known = met[from.done].get(state)
      const place = known ?? placeAt(building, state, from.done)
      if (known === undefined) next.add(place)
      if (next.has(place)) place.ways.push({ from, action, isNew: true })
    }
  }
  return [...next]
}

function* explainedWay(explainer: Explainer, place: Place): Slices<readonly BridgedAct[] | null> {
  if (place.line !== undefined) return place.line
  for (const { from, action, isNew } of place.ways) {
    const before = yield* explainedWay(explainer, from)
    if (before === null) continue
    if ((yield* explainer.explainOthers(from.state, action, -1, explainer.context.bounds.character)) === null)
      continue
    return (place.line = [...before, { action, isNew }])
  }
  return (place.line = null)
}
