/**
 * What the owner of a plan may expect to be done next: possible acts after which an improvement is still within reach, and
 * which make sense to the others who consent (M3). What is cheap is asked first: the facts of the world, then whether the act
 * changes anything, and the others' reasons last.
 */
import type { Action } from "./event.js"
import { codeOf, valueOf } from "./facts.js"
import { after } from "./happen.js"
import { leastActs } from "./hope.js"
import { isMonotone, isSteady } from "./steady.js"
import { type Option, type Trial, actsOfSomebody, attempted, spend, stageOf, worth } from "./trial.js"
import { Deeper, type World, withoutMinds } from "./world.js"

/** Whose plan is looked for, from where, and what it has to beat. */
export interface Wish {
  readonly mind: World
  readonly owner: number
  readonly horizon: number
  readonly before: number
  /** Has everyone but the owner a reason for the act, with this horizon? */
  readonly makesSense: (world: World, act: Action, horizon: number) => boolean
}

/** An act that is expected, and where it leads. */
export interface Prospect {
  readonly act: Action
  readonly world: World
  /** Whether it is known to be possible. */
  readonly sure: boolean
}

/** `left`: how many acts may still be taken. */
export function outlook(trial: Trial, wish: Wish, world: World, left: number): readonly Prospect[] {
  const options = optionsIn(trial, wish, world).filter((each) => each.least < left)
  return isMonotone(trial, world) ? shallow(trial, wish, world, options) : deep(trial, wish, world, options, left)
}

/** Where others look one act ahead, asking them is cheap, and done once. */
function shallow(trial: Trial, wish: Wish, world: World, options: readonly Option[]): readonly Prospect[] {
  return options
    .filter((each) => (each.sensible ??= wish.makesSense(world, each.act, 1)))
    .map(({ act }) => ({ act, ...(attempted(trial, world, act, wish.owner) ?? { world, sure: true }) }))
    .filter((each) => each.world !== world)
}

function deep(trial: Trial, wish: Wish, world: World, options: readonly Option[], left: number): readonly Prospect[] {
  const prospects: Prospect[] = []
  for (const { act } of options) {
    if (isSteady(trial, world) && isSurelyIdle(trial, wish, world, act)) continue
    if (!wish.makesSense(world, act, left)) continue
    const next = attempted(trial, world, act, wish.owner)
    if (next !== undefined) prospects.push({ act, ...next })
  }
  return prospects
}

/** What lies beyond is not asked for the sake of an act that nobody may have a reason for. */
function isSurelyIdle(trial: Trial, wish: Wish, world: World, act: Action): boolean {
  try {
    return (attempted(trial, world, act, wish.owner)?.world ?? world) === world
  } catch (error) {
    if (error instanceof Deeper) return false
    throw error
  }
}

function optionsIn(trial: Trial, wish: Wish, world: World): readonly Option[] {
  const { owner, before } = wish
  const key = `${owner} ${before}`
  let outlooks = trial.answers.outlooks.get(key)
  if (outlooks === undefined) trial.answers.outlooks.set(key, (outlooks = new Map()))
  const known = outlooks.get(world)
  if (known !== undefined) return known
  const possible = actsOfSomebody(trial, world, owner)
  const expected = isMonotone(trial, world) ? possible.filter((act) => trial.stage.utilities[owner].sober().acts.has(act)) : possible
  const options = expected
    .map((act) => ({ act, least: leastAfter(trial, wish, world, act), sensible: undefined }))
    .filter(({ least }) => least < Infinity)
  outlooks.set(world, options)
  return options
}

/** How many acts must at least follow this one to bring an improvement. Asked of the facts alone, which is cheap. */
function leastAfter(trial: Trial, wish: Wish, world: World, act: Action): number {
  spend(trial)
  const { stage } = trial
  try {
    const next = after(stageOf(trial, wish.owner), withoutMinds(stage.memory.worlds, world), act)
    if (next === null) return Infinity
    return worth(trial, next, wish.owner) > wish.before ? 0 : leastFrom(trial, wish, next)
  } catch (error) {
    if (error instanceof Deeper) return 0
    throw error
  }
}

/** How many acts it takes at least from this world to an improvement other than one that is there already (M4). */
export function leastFrom(trial: Trial, { mind, owner, before }: Wish, world: World): number {
  const { memory, utilities } = trial.stage
  const isSober = isMonotone(trial, mind)
  const { hope } = isSober ? utilities[owner].sober() : utilities[owner]
  const present = worth(trial, world, owner)
  const question = `${owner} ${before} ${present} ${isSober}`
  let hopes = memory.hopes.get(question)
  if (hopes === undefined) memory.hopes.set(question, (hopes = { byFacts: new Map(), byMatter: new Map() }))
  const known = hopes.byFacts.get(world.facts)
  if (known !== undefined) return known
  const { codes } = memory.worlds.facts
  const key = hope.fluents.map((each) => codeOf(codes, valueOf(world.facts, each))).join()
  const least = hopes.byMatter.get(key) ?? leastActs(hope, world.facts, (value) => value > before && value !== present)
  hopes.byMatter.set(key, least)
  hopes.byFacts.set(world.facts, least)
  return least
}
