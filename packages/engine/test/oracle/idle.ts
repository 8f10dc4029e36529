/**
 * Can the story's i-th act be left out (D23, D24 S4)? Every subsequence of the later acts is written down and
 * run.
 */
import { type Act, type Question, type Run, isEqual, isExplainedForOthers, utility } from "./explain.js"
import { after } from "./happen.js"
import type { World } from "./worlds.js"

export function shortcutWithout(
  question: Question,
  { worlds, acts }: Run,
  i: number,
  horizon: number,
): boolean {
  const end = utility(question, worlds[worlds.length - 1])
  return subsequences(acts.slice(i + 1)).some((each) => {
    const last = endOf(question, worlds[i], each, horizon)
    return last !== undefined && isEqual(utility(question, last), end)
  })
}

function subsequences(acts: readonly Act[]): readonly (readonly Act[])[] {
  if (acts.length === 0) return [[]]
  const rest = subsequences(acts.slice(1))
  return [...rest, ...rest.map((each) => [acts[0], ...each])]
}

/**
 * Where the acts lead, if each is possible and everybody has a reason for it there: the author's shortcut
 * asks nobody else.
 */
function endOf(question: Question, from: World, acts: readonly Act[], horizon: number): World | undefined {
  let now = from
  for (const act of acts) {
    const next = after(question.universe, now, act)
    if (next === undefined || !isExplainedForOthers(question, now, act, horizon)) return undefined
    now = next
  }
  return now
}
