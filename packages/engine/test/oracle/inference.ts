/**
 * What somebody who sees an act could infer from it (D45): the changes of one open fluent, in the mind of the
 * observer, each of which would explain it. If there is exactly one, it is inferred; that is not done here.
 */
import { asItIs, printValue } from "@dramaturg/model"
import { correction } from "./events.js"
import { type Act, type Question, consentingTo, isExplained } from "./explain.js"
import { openFluents, candidates } from "./hope.js"
import { after, happen } from "./happen.js"
import { type World, valueAt } from "./worlds.js"

/** In words: `guilty() is True`, `Rolf knows guilty()`. Empty: the act needs no inference, or allows none. */
export function inferences(
  question: Question,
  world: World,
  act: Act,
  observer: string,
  infer: number,
): readonly string[] {
  const { universe } = question
  const bare: Question = { ...question, cases: 0, answers: new WeakMap() }
  const mind = world.mind(observer)
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
            return known === asItIs || theirs === known
              ? []
              : [{ words: `${d} knows ${each.label}`, change: correction([d], each.fluent, known) }]
          })
    return changes.flatMap(({ words, change }) => (isClear(happen(universe, mind, change)) ? [words] : []))
  })
}
