/**
 * What an act is worth to people where it is thought of. D45: what somebody who sees it infers, if exactly one
 * change of one open fluent in their mind explains it. D46: whether it pays.
 */
import { asItIs, charactersOf, printValue } from "@dramaturg/model"
import { type Happening, correction } from "./events.js"
import { type Act, type Question, consentingTo, isExplained, isHigher, utilityFor } from "./explain.js"
import { openFluents, candidates } from "./hope.js"
import { after, happen } from "./happen.js"
import { type Universe, type World, valueAt } from "./worlds.js"

interface Inference {
  /** `guilty() is True`, `Rolf knows guilty()` */
  readonly words: string
  readonly change: Happening
}

/** The changes that would explain the act. Empty: it needs no inference, or allows none. */
export function inferences(
  question: Question,
  mind: World,
  act: Act,
  observer: string,
  infer: number,
): readonly Inference[] {
  const { universe } = question
  const bare: Question = { ...question, cases: 0, answers: new WeakMap() }
  const others = consentingTo(act).filter((each) => each !== observer)
  const isClear = (b: World): boolean => others.every((d) => isExplained(bare, b, act, d, infer))
  if (after(universe, mind, act) === undefined || isClear(mind)) return []
  const puzzling = others.filter((d) => !isExplained(bare, mind, act, d, infer))
  return openFluents(question).flatMap((each) => {
    const known = valueAt(universe.problem, mind, each.fluent)
    const changes =
      known === null
        ? candidates(question, mind, each).map(({ value }) => ({
            words: `${each.label} is ${printValue(value)}`,
            change: correction([], each.fluent, value),
          }))
        : puzzling.flatMap((d) => {
            const theirs = valueAt(universe.problem, mind.mind(d), each.fluent)
            return known === asItIs || theirs === known || universe.misread.nobodyIsInferredToKnow
              ? []
              : [{ words: `${d} knows ${each.label}`, change: correction([d], each.fluent, known) }]
          })
    return changes.filter(({ change }) => isClear(happen(universe, mind, change)))
  })
}

/** The mind with what its owner infers, who sees the act in the actual world and looks so many acts ahead. */
export function inferringIn(
  universe: Universe,
  infer: number,
  mind: World,
  act: Act,
  observer: string,
): World {
  const question: Question = { universe, beliefLimit: Infinity, answers: new WeakMap() }
  const [first, ...others] = inferences(question, mind, act, observer, infer)
  const isOne = first !== undefined && (others.length === 0 || universe.misread.theFirstWillDo)
  return isOne ? happen(universe, mind, first.change) : mind
}

/** D46. */
export function paysIn(universe: Universe, world: World, act: Act): boolean {
  const next = after(universe.foreseen, world, act)
  const { problem } = universe
  return (
    next !== undefined &&
    charactersOf(problem).every(
      (c) =>
        !consentingTo(act).includes(c) ||
        isHigher(utilityFor(problem, c, next), utilityFor(problem, c, world)),
    )
  )
}
