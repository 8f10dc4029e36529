/**
 * Where a character is wrong, as far as it decides what they do (D32).
 *
 * What they think that another believes is held against what that one believes, not against what is so. And a
 * mistake counts only if it makes a difference: set right, alone or with all others, what they mean to do
 * could not be done, would be worth something else to them, or would leave another on whom they count without
 * the reason that they see for them.
 */
import {
  asItIs,
  type Explanations,
  type Mistake,
  type Slices,
  type Step,
  type Value,
  plannedIn,
  stepsOf,
} from "@dramaturg/model"
import type { Action, GroundEvent } from "../semantics/event.js"
import { beyond, type Cell, valueOf } from "../semantics/facts.js"
import { fluentsMentioned, type Formula, inside, instantiate } from "../semantics/formula.js"
import { after, correct, Endless, settle } from "../semantics/happen.js"
import { nestingIn } from "../verify/nesting.js"
import { reader } from "../semantics/read.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { Deeper, valueAlong, type World } from "../semantics/world.js"
import { actionNamed, type Scene } from "./scene.js"

/** What a character does, and means to come of it; null: they do nothing. */
export interface Deed {
  readonly who: number
  readonly first: Action | null
  readonly steps: readonly Step[]
}

/** One thing that a character is wrong about: what lies at the end of a chain of minds within their own. */
export interface Wrong {
  readonly chain: readonly number[]
  readonly fluent: number
  readonly value: Value
  readonly actual: Value
}

/** A fluent in a mind within somebody's own, at the end of a chain of minds; empty: in their own. */
export type Place = Pick<Wrong, "chain" | "fluent">

/** Since which occurrence a belief has been as it is. */
export type SinceWhen = (chain: readonly number[], fluent: number) => number

/** Worlds deeper than this are not asked for: what lies beyond them counts as the same on both sides. */
const DEEP_ENOUGH = 8

/** More mistakes than this are not tried one by one. */
const MOST_TRIED = 400

export function* mistakesIn(
  scene: Scene,
  world: World,
  deed: Deed,
  since: SinceWhen,
): Slices<readonly Mistake[]> {
  return (yield* decisive(scene, world, deed)).map((each) => mistakeOf(scene, deed.who, each, since))
}

export function mistakeOf(
  { task: { setting } }: Scene,
  who: number,
  { chain, fluent, value, actual }: Wrong,
  since: SinceWhen,
): Mistake {
  const whole = [who, ...chain]
  return {
    believers: whole.map((each) => setting.characters[each]),
    fluent: setting.fluents[fluent].reference,
    value,
    actual,
    since: since(whole, fluent),
  }
}

/** Those that make a difference each by itself; if none does, but all together do, as few of them as do. */
function* decisive(scene: Scene, world: World, deed: Deed): Slices<readonly Wrong[]> {
  const wrong = wrongIn(scene, world, deed.who, scopeOf(scene, deed)).slice(0, MOST_TRIED)
  if (wrong.length === 0) return []
  const mind = world.minds[deed.who]
  const unchanged = comesOf(scene, mind, deed)
  const matters = (set: readonly Wrong[]): boolean => {
    const right = set.reduce<World | undefined>(
      (each, one) => each && setRight(scene, each, deed.who, one),
      mind,
    )
    return right !== undefined && !isAlike(comesOf(scene, right, deed), unchanged)
  }
  const alone: Wrong[] = []
  for (const each of wrong) {
    yield
    if (matters([each])) alone.push(each)
  }
  if (alone.length > 0 || !matters(wrong)) return alone
  let needed = wrong
  for (const each of wrong) {
    yield
    const fewer = needed.filter((other) => other !== each)
    if (matters(fewer)) needed = fewer
  }
  return needed
}

function isAlike(one: Outcome, other: Outcome): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What can make a difference to a plan: fluents, whose minds these are looked at in, and how deep. */
interface Scope {
  readonly fluents: ReadonlySet<number>
  readonly minds: ReadonlySet<number>
  readonly depth: number
}

/**
 * All that the acts of a plan, the plans within it, those whose plans these are, and triggers that bear on
 * any of it speak of.
 */
function scopeOf({ task }: Scene, { who, first, steps }: Deed): Scope {
  const { characters, problem } = task.setting
  const inPlan = stepsWithin(steps)
  const others = inPlan.flatMap(({ explanations }) => Object.keys(explanations))
  const wishes = problem.utilities.filter(
    ({ character }) => character !== null && [characters[who], ...others].includes(character),
  )
  const acts = [
    ...(first === null ? [] : [first]),
    ...inPlan.flatMap(({ act }) => task.actionsByLabel.get(act) ?? []),
  ]
  const formulas = wishes.map(({ body }) => instantiate(task.setting, body, new Map()))
  const triggers = triggersOn(
    task.triggers,
    new Set([...formulas.flatMap(fluentsMentioned), ...acts.flatMap(({ mentions }) => [...mentions])]),
  )
  const read = [...formulas, ...[...acts, ...triggers.events].flatMap(formulasOf)]
  // What decides who sees an act may look into any mind.
  const sightings = problem.actions
    .filter(({ name }) => acts.some((each) => each.name === name))
    .map(({ observing }) => (observing ? nestingIn(observing.condition) : 0))
  const lookers = sightings.some((each) => each > 0) ? characters.map((_, c) => c) : read.flatMap(lookedInto)
  return {
    fluents: triggers.fluents,
    minds: new Set([...lookers, ...others.map((each) => characters.indexOf(each))]),
    depth: nestOf(steps) + Math.max(0, ...sightings, ...read.map(depthOf)),
  }
}

/** The triggers that bear on these fluents, and all that they speak of besides. */
function triggersOn(
  triggers: readonly GroundEvent[],
  spokenOf: ReadonlySet<number>,
): { readonly fluents: ReadonlySet<number>; readonly events: readonly GroundEvent[] } {
  const fluents = new Set(spokenOf)
  const events = new Set<GroundEvent>()
  for (let size = -1; size < fluents.size; ) {
    size = fluents.size
    for (const trigger of triggers) {
      if (events.has(trigger) || ![...trigger.writes].some((each) => fluents.has(each))) continue
      events.add(trigger)
      trigger.mentions.forEach((each) => fluents.add(each))
    }
  }
  return { fluents, events: [...events] }
}

function formulasOf({ formula, drafts }: GroundEvent): readonly Formula[] {
  return [formula, ...drafts.flatMap(({ condition, value }) => [condition, value])]
}

function lookedInto(formula: Formula): readonly number[] {
  return [...(formula.kind === "believes" ? [formula.character] : []), ...inside(formula).flatMap(lookedInto)]
}

function depthOf(formula: Formula): number {
  return Math.max(0, ...inside(formula).map(depthOf)) + (formula.kind === "believes" ? 1 : 0)
}

function stepsWithin(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((each) => [
    each,
    ...Object.values(each.explanations).map(stepsOf).flatMap(stepsWithin),
  ])
}

/** How deep plans lie within plans. */
function nestOf(steps: readonly Step[]): number {
  return Math.max(
    0,
    ...steps.flatMap(({ explanations }) =>
      Object.values(explanations).map((each) => 1 + nestOf(stepsOf(each))),
    ),
  )
}

/** Everything about which a mind is wrong, so many minds deep within it, the outermost first. */
function wrongIn(
  { task }: Scene,
  world: World,
  who: number,
  { fluents, minds, depth }: Scope,
): readonly Wrong[] {
  const found: Wrong[] = []
  let level: readonly Pair[] = [
    { chain: [], last: who, believed: world.minds[who], actual: world, around: world },
  ]
  for (let k = 0; k <= depth && level.length > 0; k++) {
    for (const each of level) found.push(...differences(task, each, fluents))
    level = level.flatMap((each) => within(each, minds))
  }
  return found
}

/** A mind as it is believed to be, and as it is; and the world around the latter. */
interface Pair {
  readonly chain: readonly number[]
  /** Whose mind it is. */
  readonly last: number
  readonly believed: World
  readonly actual: World
  readonly around: World
}

/** What a character thinks of their own mind is not asked. */
function within({ chain, last, believed, actual }: Pair, minds: ReadonlySet<number>): readonly Pair[] {
  const pairs: Pair[] = []
  believed.minds.forEach((mind, c) => {
    const really = actual.minds[c]
    if (c !== last && minds.has(c) && really !== undefined)
      pairs.push({ chain: [...chain, c], last: c, believed: mind, actual: really, around: actual })
  })
  return pairs
}

function differences(
  { setting }: GroundTask,
  { chain, believed, actual, around }: Pair,
  fluents: ReadonlySet<number>,
): readonly Wrong[] {
  if (believed.facts === actual.facts) return []
  return [...fluents].flatMap((fluent): readonly Wrong[] => {
    const [value, really] = [valueOf(believed.facts, fluent), valueOf(actual.facts, fluent)]
    const isHidden = setting.problem.properties[setting.fluents[fluent].property].isHidden === true
    const isRight = agrees(value, really, valueOf(around.facts, fluent))
    return isRight || value === beyond || really === beyond || isHidden
      ? []
      : [{ chain, fluent, value: value as Value, actual: really as Value }]
  })
}

/**
 * Whoever is taken to have it right (D40), and has, is no mistake. `around`: what is so in the world around
 * them.
 */
function agrees(thought: unknown, really: unknown, around: unknown): boolean {
  return thought === really || (thought === asItIs && really !== null && really === around)
}

/** Undefined: triggers would never come to rest in such a mind. */
function setRight(
  scene: Scene,
  mind: World,
  who: number,
  { chain, fluent, actual }: Wrong,
): World | undefined {
  try {
    return settle(scene.task, correct(scene.task, mind, who, { chain, fluent, value: actual, sure: true }))
  } catch (error) {
    if (error instanceof Endless || (scene.isDeepest && error instanceof Deeper)) return undefined
    throw error
  }
}

/** What comes of a deed in a mind. */
interface Outcome {
  /** What it is worth to them before; and after it, unless it cannot be done. */
  readonly worth: readonly string[]
  /** How many of its acts can be done. */
  readonly reach: number
  /** Of all on whom it counts, whether they still have the reason that it sees for them. */
  readonly willing: readonly boolean[]
}

export function comesOf(scene: Scene, mind: World, { who, first, steps }: Deed): Outcome {
  const before = worthIn(scene, mind, who)
  if (first === null) return { worth: [before], reach: 0, willing: [] }
  const willing: boolean[] = []
  let world = mind
  for (const [reach, { act, explanations }] of [{ act: first.label, explanations: {} }, ...steps].entries()) {
    const action = reach === 0 ? first : actionNamed(scene, act, world)
    const next = action && follow(scene, world, action)
    if (next === undefined) return { worth: [before], reach, willing }
    willing.push(...willingly(scene, world, action!, explanations))
    world = next
  }
  return { worth: [before, worthIn(scene, world, who)], reach: steps.length + 1, willing }
}

/** As characters can foresee it (D33). Undefined: it cannot happen there. */
function follow(scene: Scene, world: World, action: Action): World | undefined {
  const { task } = scene
  const holds = deepEnough(scene, action.precondition(world))
  return holds === true ? (after(task.foreseen ?? task, world, action) ?? undefined) : undefined
}

function willingly(
  scene: Scene,
  world: World,
  action: Action,
  explanations: Explanations,
): readonly boolean[] {
  const { characters } = scene.task.setting
  return plannedIn(explanations).map(([name, steps]) =>
    hasReason(scene, world, characters.indexOf(name), action, steps),
  )
}

function hasReason(scene: Scene, world: World, who: number, first: Action, steps: readonly Step[]): boolean {
  const mind = world.minds[who]
  if (mind === undefined && scene.isDeepest) return false
  if (mind === undefined) throw new Deeper()
  const {
    worth: [before, end],
    willing,
  } = comesOf(scene, mind, { who, first, steps })
  return Number(end) > Number(before) && !willing.includes(false)
}

function worthIn(scene: Scene, mind: World, who: number): string {
  const value = deepEnough(scene, scene.task.utilities[who].read(mind))
  return typeof value === "boolean" ? String(Number(value)) : value === beyond ? "beyond" : String(value)
}

function deepEnough({ start, isDeepest }: Scene, value: Cell): Cell {
  if (value === beyond && start.depth < DEEP_ENOUGH && !isDeepest) throw new Deeper()
  return value
}

/**
 * What an occurrence makes a character wrong about of which their wish speaks, whether or not they act:
 * what an audience knows and they do not. `earlier` undefined: all that they are wrong about.
 */
export function newlyWrong(
  scene: Scene,
  earlier: World | undefined,
  world: World,
  who: number,
): readonly Wrong[] {
  return readByWish(scene, world.minds[who], who).flatMap((each) => {
    const [now, then] = [
      wrongAt(scene, world, who, each),
      earlier === undefined ? undefined : wrongAt(scene, earlier, who, each),
    ]
    return now === undefined || (now.value === then?.value && now.actual === then.actual) ? [] : [now]
  })
}

function wrongAt(
  { task: { setting } }: Scene,
  world: World,
  who: number,
  { chain, fluent }: Place,
): Wrong | undefined {
  const [value, actual] = [valueAlong(world, [who, ...chain], fluent), valueAlong(world, chain, fluent)]
  const around = valueAlong(world, chain.slice(0, -1), fluent)
  const isHidden = setting.problem.properties[setting.fluents[fluent].property].isHidden === true
  return agrees(value, actual, around) ||
    value === beyond ||
    actual === beyond ||
    isHidden ||
    chain.some((each, i) => each === (chain[i - 1] ?? who))
    ? undefined
    : { chain, fluent, value: value as Value, actual: actual as Value }
}

/** What a character's wish reads in this mind of theirs, each once. */
export function readByWish(scene: Scene, mind: World, who: number): readonly Place[] {
  const wish = wishOf(scene, who)
  const read = wish === undefined ? [] : readIn(wish, mind, [])
  return [...new Map(read.map((each) => [`${each.chain.join()}:${each.fluent}`, each])).values()]
}

function wishOf({ task: { setting } }: Scene, who: number): Formula | undefined {
  const wish = setting.problem.utilities.find((each) => each.character === setting.characters[who])
  return wish && instantiate(setting, wish.body, new Map())
}

/**
 * What a formula reads in a mind, and in whose mind within it: of a conditional, the branch that it comes to
 * and those before.
 */
function readIn(formula: Formula, mind: World | undefined, chain: readonly number[]): readonly Place[] {
  switch (formula.kind) {
    case "fluent":
      return [{ chain, fluent: formula.fluent }]
    case "believes":
      return readIn(formula.body, mind?.minds[formula.character], [...chain, formula.character])
    case "if":
      return branchRead(formula, mind).flatMap((each) => readIn(each, mind, chain))
    default:
      return inside(formula).flatMap((each) => readIn(each, mind, chain))
  }
}

function branchRead(
  { branches, otherwise }: Formula & { kind: "if" },
  mind: World | undefined,
): readonly Formula[] {
  const read: Formula[] = []
  for (const { condition, body } of branches) {
    read.push(condition)
    if (mind !== undefined && reader(condition)(mind) === true) return [...read, body]
  }
  return [...read, otherwise]
}
