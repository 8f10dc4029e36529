/** Could an act be left out (D23)? Every subsequence is tried. */
import {
  type Act,
  type Question,
  type Run,
  consentingTo,
  courseOf,
  endOf,
  isEqual,
  isExplainedForOthers,
  isHigher,
  utility,
} from "./explain.js"
import { worthOf } from "./demands.js"
import { after } from "./happen.js"
import { type Universe, type World, ownerOf } from "./worlds.js"

export function isMinimal(question: Question, run: Run, horizon: number): boolean {
  const end = worthOf(question, run)
  const isImagined = run.worlds[0].path.length > 0
  const course = courseOf(question, isImagined && !question.universe.misread.shortcutsAreLucky)
  const shortcut: Shortcut = { question, owner: ownerOf(run.worlds[0]), end, horizon, isImagined, course }
  const until = (i: number): Run => ({ worlds: run.worlds.slice(0, i + 1), acts: run.acts.slice(0, i) })
  return !run.acts.some((_, i) => hasShortcut(shortcut, until(i), run.acts.slice(i + 1), true))
}

interface Shortcut {
  readonly question: Question
  readonly owner: string | undefined
  readonly end: number | null
  readonly horizon: number
  /** Whether the run is a character's plan. */
  readonly isImagined: boolean
  /** What happens when an act is taken, or what of it can be foreseen (D33). */
  readonly course: Universe
}

/** Whether some of these acts, in order, lead from here, after what has been, to exactly the same utility. */
function hasShortcut(shortcut: Shortcut, run: Run, acts: readonly Act[], isEmpty = false): boolean {
  if (reachesEnd(shortcut, run, isEmpty)) return true
  return acts.some((act, i) => {
    const world = endOf(run)
    const next = after(shortcut.course, world, act)
    if (next === undefined || !isTaken(shortcut, world, act)) return false
    return hasShortcut(
      shortcut,
      { worlds: [...run.worlds, next], acts: [...run.acts, act] },
      acts.slice(i + 1),
    )
  })
}

function reachesEnd({ question, end, isImagined }: Shortcut, run: Run, isEmpty: boolean): boolean {
  const { misread } = question.universe
  if (isEmpty && isImagined && misread.plansMayPassTheirEnd) return false
  const reached = worthOf(question, run)
  return isEqual(reached, end) || (misread.higherIsAsGood === true && isHigher(reached, end))
}

/** Whether the act is explained where the shortcut takes it. */
function isTaken({ question, owner, end, horizon }: Shortcut, world: World, act: Act): boolean {
  if (question.universe.misread.shortcutsNeedNoReasons) return true
  const isOwn = owner !== undefined && consentingTo(act).includes(owner)
  if (isOwn && !isHigher(end, utility(question, world))) return false
  return isExplainedForOthers(question, world, act, horizon)
}
