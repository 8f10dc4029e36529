/** What there is to say of each act of a plot (D30, D31), by trying everything. */
import { atomsOfEvent, isContradictory } from "./events.js"
import { type Act, type Question, type Run, consentingTo, isExplained, isHigher, utility } from "./explain.js"
import { after, close, happen } from "./happen.js"
import { shortcutWithout } from "./idle.js"
import { startOf } from "./start.js"
import { type WiserMisreadings, wiserBy } from "./wiser.js"
import { Endless, type Universe, type World, orTooDeep } from "./worlds.js"

export interface OracleVerdict {
  readonly verdict: "holds" | "impossible" | "unmotivated" | "does-not-know" | "needless"
  /** Of a possible act: who has no reason, and by which letter of D31 they would have one if they knew. */
  readonly without: readonly { readonly character: string; readonly wiser: string | undefined }[]
  readonly isNeedless: boolean
}

/** The plot as it is followed: W0…Wn, and whether each act was possible where it stands. */
interface Followed {
  readonly worlds: readonly World[]
  readonly isPossible: readonly boolean[]
}

/** `canHappen`: what grounding can tell (D30). */
export interface Plot {
  readonly acts: readonly Act[]
  readonly horizon: number
  canHappen(act: Act): boolean
  readonly misread?: WiserMisreadings
  /**
   * Limits within which somebody is said to have a reason for an act (from 0) that they lack within those of
   * the question.
   */
  readonly wider?: (
    act: number,
    character: string,
  ) => { readonly character: number; readonly belief: number } | undefined
}

export function verdictsOn(question: Question, plot: Plot): readonly OracleVerdict[] {
  const { worlds, isPossible } = follow(question.universe, plot)
  const isNeedless = isPossible.every(Boolean)
    ? needlessActs(question, { worlds, acts: plot.acts }, plot.horizon)
    : plot.acts.map(() => false)
  return plot.acts.map((act, i) => {
    if (!isPossible[i]) return { verdict: "impossible", without: [], isNeedless: false }
    const unwilling = consentingTo(act).filter((c) => !isExplained(question, worlds[i], act, c, plot.horizon))
    const without = unwilling
      .map((character) => ({
        character,
        wiser:
          widerBy(question, plot, worlds[i], i, character) ??
          wiserBy(question, worlds[i], act, character, plot.horizon, plot.misread),
      }))
      .map(({ character, wiser }) => ({ character, wiser: wiser === WIDER ? undefined : wiser }))
    const isBlind = without.some((each) => each.wiser === undefined)
    const verdict = isBlind
      ? "unmotivated"
      : without.length > 0
        ? "does-not-know"
        : isNeedless[i]
          ? "needless"
          : "holds"
    return { verdict, without, isNeedless: isNeedless[i] }
  })
}

const WIDER = "wider"

/** A limit is named before anything that they do not know; it must be one, of course. */
function widerBy(
  question: Question,
  { acts, wider }: Plot,
  world: World,
  i: number,
  character: string,
): string | undefined {
  const limits = wider?.(i, character)
  if (limits === undefined) return undefined
  const wide: Question = { ...question, beliefLimit: limits.belief, answers: new WeakMap() }
  return isExplained(wide, world, acts[i], character, limits.character)
    ? WIDER
    : "no reason, not even within wider limits"
}

/** D30. */
function follow(universe: Universe, { acts, canHappen }: Plot): Followed {
  const worlds = [startOf(universe)]
  const isPossible: boolean[] = []
  for (const act of acts) {
    const now = worlds[worlds.length - 1]
    const next = after(universe, now, act)
    isPossible.push(next !== undefined)
    worlds.push(next ?? (canHappen(act) ? allTheSame(universe, now, act) : now))
  }
  return { worlds, isPossible }
}

/** An impossible act is taken to have happened; after one that never rests, nothing is left of it. */
function allTheSame(universe: Universe, world: World, event: Act): World {
  const atoms = atomsOfEvent(universe, event)
  if (isContradictory(universe, event)) return world
  try {
    const next = close(universe, happen(universe, world, { kind: "action", event, atoms }))
    look(universe, next, 3)
    return next
  } catch (error) {
    if (error instanceof Endless) return world
    throw error
  }
}

/** Into every mind, so that an endless one is met now. */
function look(universe: Universe, world: World, levels: number): void {
  if (levels > 0)
    for (const c of universe.characters) orTooDeep(() => look(universe, world.mind(c), levels - 1))
}

/** Each act: idle (S4), or after an end that was as good (S5). */
function needlessActs(question: Question, run: Run, horizon: number): readonly boolean[] {
  const [start, ...later] = run.worlds.map((each) => utility(question, each))
  const end = later[later.length - 1]
  if (!isHigher(end, start)) return run.acts.map(() => false)
  const isAsGood = (u: number | null): boolean => u !== null && end !== null && u >= end
  return run.acts.map(
    (_, i) => later.slice(0, i).some(isAsGood) || shortcutWithout(question, run, i, horizon),
  )
}
