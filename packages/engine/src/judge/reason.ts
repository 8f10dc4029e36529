/**
 * Has anybody a reason? The judge's own search for an explanation (D22), used where a certificate gives none and where a
 * shortcut (D23) must be shown to make sense or not. It is exhaustive: shortest plans first, every plan by layers (layers.ts).
 * Answers are remembered for as many horizons as they are proved for (steady.ts).
 */
import type { Action } from "./event.js"
import { shortestPlan } from "./layers.js"
import { idleIn } from "./matter.js"
import { type Line, type Shortcut, findShortcut } from "./minimal.js"
import { type Wish, leastFrom } from "./outlook.js"
import { isMonotone, isOneActDeep, isSteady } from "./steady.js"
import { type Trial, attempted, newAnswers, worth } from "./trial.js"
import { type Gap, forget, oblivionOf } from "./forget.js"
import { Deeper, type World } from "./world.js"

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
  const { actions, setting } = trial.stage
  const key = (mind.id * actions.length + act.order) * setting.characters.length + owner
  if (isMonotone(trial, mind)) return isWithin(trial, key, isOneActDeep(trial, mind) ? 1 : Math.max(1, horizon), (most) => motive(trial, mind, act, owner, most))
  let motives = trial.answers.motives.get(horizon)
  if (motives === undefined) trial.answers.motives.set(horizon, (motives = new Map()))
  const known = motives.get(key)
  if (known !== undefined) return known
  const found = motive(trial, mind, act, owner, horizon) !== undefined
  motives.set(key, found)
  return found
}

/** Has the shortest plan, which the horizon only bounds, at most so many acts? */
function isWithin({ answers }: Trial, key: number, most: number, search: (most: number) => number | undefined): boolean {
  const { none, found } = answers.lengths.get(key) ?? { none: 0, found: Infinity }
  if (found <= most) return true
  if (most <= none) return false
  const length = search(most)
  answers.lengths.set(key, length === undefined ? { none: most, found } : { none: length - 1, found: length })
  return length !== undefined
}

/** How many acts a shortest plan has; undefined if there is none. */
function motive(trial: Trial, mind: World, act: Action, owner: number, horizon: number): number | undefined {
  const before = worth(trial, mind, owner)
  const attempt = Number.isNaN(before) ? undefined : attempted(trial, mind, act, owner)
  if (attempt === undefined) return undefined
  const { world: first, sure } = attempt
  if (worth(trial, first, owner) > before) return sure ? 1 : unclear()
  const most = isOneActDeep(trial, mind) ? 1 : Math.max(1, horizon)
  if (most === 1 || (first === mind && isSteady(trial, mind) && trial.oblivion === undefined)) return undefined
  const wish: Wish = { mind, owner, horizon, before, makesSense: (world, each, left) => isExplainedToOthers(trial, world, each, owner, left) }
  if (leastFrom(trial, wish, first) > most - 1) return undefined
  const answer = motiveInShort(trial, mind, act, owner, horizon)
  if (answer !== "unclear") return answer
  const isMinimal = (rest: readonly Action[]): boolean => shortcutOf(trial, { start: mind, acts: [act, ...rest], owner }, horizon) === undefined
  return shortestPlan(trial, wish, first, most, (rest) => (sure ? isMinimal(rest) : unclear()))
}

/** A plan has been found, but it is not known whether it is possible (forget.ts). */
function unclear(): never {
  throw new Deeper()
}

/** The same, asked of a mind that has forgotten what seems to have no bearing on it (forget.ts). */
function motiveInShort(trial: Trial, mind: World, act: Action, owner: number, horizon: number): number | undefined | "unclear" {
  const short = isSteady(trial, mind) ? blinkered(trial, mind, owner) : undefined
  if (short === undefined) return "unclear"
  try {
    return motive(short, forget(trial.stage.memory.worlds, short.oblivion!, mind, owner), act, owner, horizon)
  } catch (error) {
    if (error instanceof Deeper) return "unclear"
    throw error
  }
}

/** The trial in which what seems idle is forgotten; undefined if nothing does, or if this is such a trial. */
function blinkered(trial: Trial, mind: World, owner: number): Trial | undefined {
  const { stage, answers, oblivion } = trial
  if (oblivion !== undefined) return undefined
  const question = mind.id * stage.setting.characters.length + owner
  if (!answers.blinkered.has(question)) answers.blinkered.set(question, forgetful(trial, idleIn(stage, mind, owner, isMonotone(trial, mind))))
  return answers.blinkered.get(question)
}

function forgetful(trial: Trial, gaps: readonly Gap[]): Trial | undefined {
  if (gaps.every(({ fluents }) => fluents.length === 0)) return undefined
  const { pool } = trial.answers
  const key = gaps.map(({ fluents, within }) => `${within} ${fluents.join()}`).join(";")
  let known = pool.get(key)
  if (known === undefined) pool.set(key, (known = { ...trial, oblivion: oblivionOf(gaps), answers: newAnswers() }))
  return known
}

/** D23: what could be done instead of a plan with an idle act; undefined if the plan is minimal. */
export function shortcutOf(trial: Trial, line: Line, horizon: number): Shortcut | undefined {
  return findShortcut(trial, line, (world, act) => isExplainedToOthers(trial, world, act, line.owner, horizon))
}
