/** What the acts of a story that are done in hope come to in other cases than the one hoped for (D43). */
import {
  caseOf,
  type Hope,
  type Plan,
  type Problem,
  type Prospect,
  Query,
  type Slices,
  type Solution,
} from "@dramaturg/model"
import { ground } from "../ground/ground.js"
import type { StatedLimits } from "../search/limits.js"
import { Reasoner } from "./reasoner.js"
import { boundsFor } from "./review.js"

/** What is asked of a story's hopes. */
export interface ProspectOptions {
  /** Within which reasons are looked for. What is not said here is taken from the problem. */
  readonly limits?: StatedLimits
  /** Only of this act, from 1. */
  readonly act?: number
}

/** So many nodes are visited for the reasons of one act in all other cases, and for a fear of one. */
const VISITS = 4000

/**
 * Of each act in hope, in the order of the story; of none that would take too long. The reasons that the
 * solution gives are taken as they are.
 */
export function startProspects(
  problem: Problem,
  solution: Solution,
  options: ProspectOptions = {},
): Query<readonly Prospect[]> {
  return new Query(prospectsOf(problem, solution, options))
}

function* prospectsOf(
  problem: Problem,
  { plan, explanations }: Solution,
  { limits = {}, act }: ProspectOptions,
): Slices<readonly Prospect[]> {
  const hopes = explanations.flatMap((each, i) =>
    act === undefined || act === i + 1
      ? Object.entries(each).flatMap(([character, reason]) =>
          isHope(reason) ? [{ act: i + 1, character, reason }] : [],
        )
      : [],
  )
  if (hopes.length === 0) return []
  const reasoner = new Reasoner(ground(problem).task, boundsFor(problem, plan.length, limits))
  const found: Prospect[] = []
  for (const { act, character, reason } of hopes) {
    const labels = plan.slice(0, act)
    if (!labels.every((each) => reasoner.knows(each))) continue
    const numbers = reasoner.actions(labels)
    const who = reasoner.task.characters.indexOf(character)
    const others = yield* reasoner.otherCases(numbers.slice(0, -1), numbers[act - 1], who, reason, VISITS)
    if (others === undefined) continue
    const fear = yield* fearAhead(reasoner, numbers, who, reason)
    const isToLearn = others.length > 0 && others.every((each) => each.plan !== undefined)
    found.push({ act, character, hoped: reason.case, others, isToLearn, ...(fear && { fear }) })
  }
  return found
}

/** What keeps them from doing a later act of the plan at once; the first of which they fear something. */
function* fearAhead(
  reasoner: Reasoner,
  numbers: readonly number[],
  who: number,
  { steps }: Hope,
): Slices<Prospect["fear"]> {
  const past = numbers.slice(0, -1)
  for (const { act } of steps) {
    const [number] = reasoner.knows(act) ? reasoner.actions([act]) : []
    if (number === undefined || !reasoner.task.actions[number].consenting.includes(who)) continue
    const fear = yield* reasoner.fear(past, number, who, VISITS)
    if (fear !== null) return { act, ...fear }
  }
  return undefined
}

function isHope(plan: Plan): plan is Hope {
  return caseOf(plan) !== undefined
}
