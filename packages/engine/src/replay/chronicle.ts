/**
 * The chronicler: follows a story through the checker's worlds and writes down what happened, to whom, and
 * who noticed. Later stages read beliefs from the fabula only.
 *
 * An act that is not possible is taken to have happened all the same (D30), so that the rest of a plot that
 * has a hole in it can still be told of.
 */
import {
  type Cause,
  type Change,
  type Fabula,
  type Holding,
  type Mistake,
  type Motive,
  type Occurrence,
  type Problem,
  type Slices,
  type Solution,
  type Value,
  finished,
  Query,
  reader,
} from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import { beyond, valuesOf } from "../semantics/facts.js"
import { type World, valueAlong } from "../semantics/world.js"
import { changeOf } from "./difference.js"
import { type Part, partsOf } from "./take-apart.js"
import { mistakeOf, newlyWrong, type SinceWhen } from "./mistakes.js"
import { motiveOf } from "./motive.js"
import type { Before } from "./worth.js"
import { needsOf, remember, type Since } from "./needs.js"
import { actionNamed, decided, inScene, type Scene, type Scenes, sayable } from "./scene.js"

/** What a chronicle is made with. */
export interface ChronicleOptions {
  /** How many believers deep minds are written down. Default: 1. */
  readonly depth?: number
}

/** Throws if an act is none of this world's, or if triggers never rest after it. */
export function chronicle(problem: Problem, solution: Solution, options: ChronicleOptions = {}): Fabula {
  return finished(writerOf(problem, options)(solution))
}

/** Starts the chronicle of a story as a question that is stepped until it has an answer. */
export function startChronicle(
  problem: Problem,
  solution: Solution,
  options: ChronicleOptions = {},
): Query<Fabula> {
  return new Query(writerOf(problem, options)(solution))
}

/** The chronicles of many stories of one world, which is set up once. */
export function chroniclerOf(problem: Problem, options?: ChronicleOptions): (solution: Solution) => Fabula {
  const write = writerOf(problem, options)
  return (solution) => finished(write(solution))
}

/**
 * The same in slices: each unit makes one event ground, or follows one act into one mind, or tries one
 * mistake.
 */
export function writerOf(
  problem: Problem,
  { depth = 1 }: ChronicleOptions = {},
): (solution: Solution) => Slices<Fabula> {
  const scenes: Scenes = { byDepth: new Map() }
  return (solution) =>
    inScene(problem, depth + 1, (scene) => written(problem, scene, solution, depth), undefined, scenes)
}

function* written(problem: Problem, scene: Scene, solution: Solution, depth: number): Slices<Fabula> {
  const occurrences: Occurrence[] = []
  const since: Since = new Map()
  const shown = new Map<string, Value>()
  const worlds: World[] = [scene.start]
  let world = scene.start
  for (const [i, label] of solution.plan.entries()) {
    const action = actionNamed(scene, label, world)
    if (action === undefined) throw new Error(`${label} can never happen in this world.`)
    world = yield* writeAct(scene, world, action, {
      act: i + 1,
      depth,
      since,
      worlds,
      shown,
      occurrences,
      explanations: solution.explanations[i] ?? {},
    })
    yield
  }
  return {
    format: "dramaturg-fabula",
    version: 1,
    world: problem.name,
    characters: scene.task.setting.characters,
    depth,
    start: holdings(scene, scene.start, depth),
    occurrences,
  }
}

interface Page {
  readonly act: number
  readonly depth: number
  readonly since: Since
  /** The world after each occurrence; the start first. */
  readonly worlds: World[]
  /** What the reader has learnt so far. */
  readonly shown: Map<string, Value>
  readonly occurrences: Occurrence[]
  readonly explanations: Solution["explanations"][number]
}

/** Writes down an act and the triggers that follow it; returns the world in which they rest. */
function* writeAct(scene: Scene, world: World, action: Action, page: Page): Slices<World> {
  const happened = yield* partsOf(scene, world, action, page.depth)
  if (happened === undefined)
    throw new Error(`After ${action.label}, triggers set one another off without end.`)
  const [own, ...triggers] = happened.parts
  const motives: Motive[] = []
  const past = { since: page.since, sinceWhen: sinceIn(page), before: beforeIn(page) }
  for (const each of action.consenting)
    motives.push(yield* motiveOf(scene, world, action, each, page.explanations, past))
  const consenting = action.consenting.map((each) => scene.task.setting.characters[each])
  const unaware = yield* unawareIn(scene, page.act === 1 ? undefined : world, happened.world, page)
  const isForced = decided(scene, action.precondition(world)) === false ? { isForced: true as const } : {}
  write(scene, own, page, { consenting, motives, ...isForced, ...unaware })
  for (const each of triggers) {
    const isUnforeseen = each.event.isUnforeseen ? { isUnforeseen: true as const } : {}
    write(scene, each, page, { ...isUnforeseen, consenting: [], motives: [] })
  }
  return happened.world
}

type Whose = Pick<Occurrence, "consenting" | "motives" | "isForced" | "isUnforeseen" | "unaware">

function write(
  scene: Scene,
  { event, kind, before, world: next, shifts, observers, surprised }: Part,
  page: Page,
  whose: Whose,
): void {
  const { characters } = scene.task.setting
  const shown = shifts.filter((each) => !isHidden(scene, each.fluent))
  if (kind === "trigger" && event.isHidden) {
    page.worlds[page.occurrences.length] = next
    return
  }
  const number = page.occurrences.length + 1
  const causes = needsOf(scene, before, event, page.since)
  const changes = shown.map((each) => changeOf(scene, each))
  page.occurrences.push({
    number,
    act: page.act,
    label: event.label,
    name: event.name,
    arguments: event.arguments,
    kind,
    ...(event.origin === undefined ? {} : { origin: event.origin }),
    ...whose,
    observers: observers.map((each) => characters[each]),
    surprised: surprised.map((each) => characters[each]),
    causes,
    changes: [...changes, ...learnt(page.shown, causes, changes)],
  })
  page.worlds[number] = next
  remember(page.since, shifts, number)
}

/**
 * What an act leaves people wrong about of which their wishes speak; after the first, what they had wrong
 * from the start, too.
 */
function* unawareIn(
  scene: Scene,
  before: World | undefined,
  world: World,
  page: Page,
): Slices<Pick<Occurrence, "unaware">> {
  const since = sinceIn({ ...page, worlds: [...page.worlds, world] })
  const unaware: Mistake[] = []
  for (const c of scene.task.setting.characters.keys()) {
    yield
    for (const each of newlyWrong(scene, before, world, c)) unaware.push(mistakeOf(scene, c, each, since))
  }
  return unaware.length === 0 ? {} : { unaware }
}

/** Since which occurrence a belief has been as it is, however deep it lies. */
function sinceIn({ worlds }: Page): SinceWhen {
  const last = worlds.length - 1
  return (chain, fluent) => {
    const value = valueAlong(worlds[last], chain, fluent)
    for (let number = last; number > 0; number--)
      if (valueAlong(worlds[number - 1], chain, fluent) !== value) return number
    return 0
  }
}

/** What a belief was before it became what it is. */
function beforeIn(page: Page): Before {
  const since = sinceIn(page)
  return (chain, fluent) => {
    const number = since(chain, fluent)
    return number === 0 ? undefined : valueAlong(page.worlds[number - 1], chain, fluent)
  }
}

/** What the language made for its own ends is left out. */
function isHidden({ task: { setting } }: Scene, fluent: number): boolean {
  return setting.problem.properties[setting.fluents[fluent].property].isHidden === true
}

/** What the reader gathers from an occurrence. */
function learnt(
  shown: Map<string, Value>,
  causes: readonly Cause[],
  changes: readonly Change[],
): readonly Change[] {
  const news: Change[] = []
  const facts: readonly Holding[] = [
    ...causes,
    ...changes.map(({ after, ...each }) => ({ ...each, value: after })),
  ]
  for (const { believers, fluent, value, isBeyond } of facts) {
    const before = shown.get(fluent.label) ?? null
    if (believers.length > 0 || before === value) continue
    shown.set(fluent.label, value)
    news.push({
      believers: [reader],
      fluent,
      before,
      after: value,
      ...(isBeyond ? { isBeyond } : {}),
      how: "saw",
    })
  }
  return news
}

/** All that is so, and of minds what differs from the mind without its innermost believer. */
function holdings(
  scene: Scene,
  world: World,
  depth: number,
  chain: readonly number[] = [],
  around?: World,
): readonly Holding[] {
  const { characters, fluents } = scene.task.setting
  const outer = around === undefined ? undefined : valuesOf(around.facts)
  const found: Holding[] = []
  valuesOf(world.facts).forEach((value, fluent) => {
    if (isHidden(scene, fluent) || (outer !== undefined && value === outer[fluent])) return
    const known = sayable(scene, value)
    found.push({
      believers: chain.map((each) => characters[each]),
      fluent: fluents[fluent].reference,
      ...(known === beyond ? { value: null, isBeyond: true } : { value: known }),
    })
  })
  if (chain.length < depth)
    world.minds.forEach((mind, c) => found.push(...holdings(scene, mind, depth, [...chain, c], world)))
  return found
}
