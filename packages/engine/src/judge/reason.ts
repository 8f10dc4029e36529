/**
 * Has anybody a reason? The judge's own search for an explanation (D22), used where a certificate gives none and where a
 * shortcut (D23) must be shown to make sense or not.
 *
 * It is exhaustive. Layer k holds every world in which k acts of a plan can end, each once, with all the steps that lead
 * there; where a layer holds an improvement, the plans that end in it are read backwards, and the first that is minimal
 * decides. Worlds may be merged within a layer because whether an act makes sense to the *others* depends only on the
 * world and on how many acts are left; everything that depends on the whole plan is asked of the plan that was read.
 */
import type { Action } from "./event.js"
import { after } from "./happen.js"
import { leastActs } from "./hope.js"
import { type Line, type Shortcut, findShortcut } from "./minimal.js"
import { type Prospect, type Trial, actsOfSomebody, depthOf, spend, taken, worth } from "./trial.js"
import { Deeper, type World, keyOf, withoutMinds } from "./world.js"

/** D22: does the act, about to happen in `world`, make sense to this character? */
export function isExplained(trial: Trial, world: World, act: Action, character: number, horizon: number): boolean {
  if (world.depth === 0) throw new Deeper()
  return hasMotive(trial, world.minds[character], act, character, horizon)
}

/** Does the act make sense to everyone who consents to it, this character (if any) left aside? */
export function isExplainedToOthers(trial: Trial, world: World, act: Action, owner: number | null, horizon: number): boolean {
  return act.consenting.every((each) => each === owner || isExplained(trial, world, act, each, horizon))
}

/** Does the owner of this mind have a plan that begins with the act (M1 to M5)? */
export function hasMotive(trial: Trial, mind: World, act: Action, owner: number, horizon: number): boolean {
  const key = `${mind.id} ${act.index} ${owner} ${horizon}`
  const known = trial.reasons.get(key)
  if (known !== undefined) return known
  const found = findMotive(trial, mind, act, owner, horizon)
  trial.reasons.set(key, found)
  return found
}

function findMotive(trial: Trial, mind: World, act: Action, owner: number, horizon: number): boolean {
  const before = worth(trial, mind, owner)
  const first = Number.isNaN(before) ? undefined : taken(trial, mind, act)
  if (first === undefined) return false
  if (worth(trial, first, owner) > before) return true
  const most = depthOf(trial, mind) > trial.bounds.belief ? 1 : Math.max(1, horizon)
  return plansThatImprove(trial, { mind, owner, horizon, before }, first, most, (rest) =>
    shortcutOf(trial, { start: mind, acts: [act, ...rest], owner }, horizon) === undefined,
  )
}

/** D23: what could be done instead of a plan with an idle act; undefined if the plan is minimal. */
export function shortcutOf(trial: Trial, line: Line, horizon: number): Shortcut | undefined {
  return findShortcut(trial, line, (world, act) => isExplainedToOthers(trial, world, act, line.owner, horizon))
}

/** Whose plan is looked for, from where, and what it has to beat. */
interface Wish {
  readonly mind: World
  readonly owner: number
  readonly horizon: number
  readonly before: number
}

interface Edge {
  readonly from: World
  readonly act: Action
}

type Layer = ReadonlyMap<World, readonly Edge[]>

/** Is there a plan of at most `most` acts, the first one taken already, that improves matters and is `accepted`? */
function plansThatImprove(
  trial: Trial, wish: Wish, first: World, most: number, accepted: (rest: readonly Action[]) => boolean,
): boolean {
  const layers: Layer[] = [new Map([[first, []]])]
  const met = new Set([first])
  for (let length = 2; length <= most; length++) {
    const layer = nextLayer(trial, wish, layers[length - 2], wish.horizon - (length - 1))
    if (layer.size === 0) return false
    layers.push(layer)
    for (const end of layer.keys()) {
      if (worth(trial, end, wish.owner) > wish.before && someLine(trial, wish, layers, end, accepted)) return true
    }
    const news = [...layer.keys()].filter((each) => !met.has(each))
    if (most === Infinity && news.length === 0 && length > met.size) return false
    for (const each of news) met.add(each)
  }
  return false
}

function nextLayer(trial: Trial, wish: Wish, layer: Layer, horizon: number): Layer {
  const next = new Map<World, Edge[]>()
  for (const from of layer.keys()) {
    if (!isPromising(trial, wish, from, horizon)) continue
    for (const { act, world } of outlook(trial, wish, from, horizon)) {
      const edges = next.get(world)
      if (edges === undefined) next.set(world, [{ from, act }])
      else edges.push({ from, act })
    }
  }
  return next
}

/**
 * What the owner of a plan may expect to be done in a world: possible acts that make sense to the others (M3). `horizon`
 * acts are left, this one included; acts after which no improvement is in reach are left out.
 */
function outlook(trial: Trial, wish: Wish, world: World, horizon: number): readonly Prospect[] {
  const key = `${world.id} ${wish.owner} ${horizon} ${wish.before}`
  const known = trial.outlooks.get(key)
  if (known !== undefined) return known
  const prospects: Prospect[] = []
  for (const act of actsOfSomebody(trial, world)) {
    spend(trial)
    if (!couldHelp(trial, wish, world, act, horizon - 1) || !isExplainedToOthers(trial, world, act, wish.owner, horizon)) continue
    const next = taken(trial, world, act)
    if (next !== undefined) prospects.push({ act, world: next })
  }
  trial.outlooks.set(key, prospects)
  return prospects
}

/** Could the act, and so many after it, bring an improvement? Asked of the facts alone, which is cheap. */
function couldHelp(trial: Trial, wish: Wish, world: World, act: Action, acts: number): boolean {
  const { stage } = trial
  try {
    const next = after(stage, withoutMinds(stage.memory.worlds, world), act)
    return next !== null && (worth(trial, next, wish.owner) > wish.before || isPromising(trial, wish, next, acts))
  } catch (error) {
    if (error instanceof Deeper) return true
    throw error
  }
}

/** Could so many acts lead from this world to an improvement, other than one that is there already (M4)? */
function isPromising(trial: Trial, { owner, before }: Wish, world: World, acts: number): boolean {
  const { memory, utilities } = trial.stage
  const { hope } = utilities[owner]
  const present = worth(trial, world, owner)
  const key = `${owner} ${before} ${present} ${keyOf(memory.worlds.codes, hope.fluents.map((each) => world.values[each]))}`
  let least = memory.hopes.get(key)
  if (least === undefined) {
    least = leastActs(hope, world.facts, (value) => value > before && value !== present)
    memory.hopes.set(key, least)
  }
  return least < Infinity && least <= acts
}

/** Is one of the lines through the layers to this end accepted? */
function someLine(
  trial: Trial, { owner }: Wish, layers: readonly Layer[], end: World, accepted: (rest: readonly Action[]) => boolean,
): boolean {
  const target = worth(trial, end, owner)
  const back = (world: World, layer: number, rest: readonly Action[]): boolean => {
    spend(trial)
    if (layer === 0) return accepted(rest)
    return layers[layer].get(world)!.some(({ from, act }) => {
      const before = worth(trial, from, owner)
      if (before === target || (act.consenting.includes(owner) && !(before < target))) return false
      return back(from, layer - 1, [act, ...rest])
    })
  }
  return back(end, layers.length - 1, [])
}
