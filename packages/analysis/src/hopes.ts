/**
 * A chronicle tells what people mean and get wrong. This adds what plans in hope suppose, and takes out what
 * is no mistake: that another has it right (D40) who has.
 */
import {
  asItIs,
  caseOf,
  type Fabula,
  type Mistake,
  type Motive,
  type Problem,
  type Solution,
  standingAt,
} from "@dramaturg/model"

/** The fabula of this story, with the case of every motive whose plan is in hope. */
export function withHopes(fabula: Fabula, { explanations }: Solution): Fabula {
  const isWrong = (moment: number, { believers, fluent, value, actual }: Mistake): boolean =>
    value !== asItIs || standingAt(fabula, moment, believers.slice(1, -1), fluent.label)?.value !== actual
  const supposing = (act: number, moment: number, motive: Motive): Motive => {
    const plan = explanations[act - 1]?.[motive.character]
    const supposed = plan && caseOf(plan)
    return {
      ...motive,
      ...(supposed === undefined ? {} : { case: supposed }),
      mistakes: motive.mistakes.filter((each) => isWrong(moment, each)),
    }
  }
  const occurrences = fabula.occurrences.map((each) => ({
    ...each,
    motives: each.motives.map((motive) => supposing(each.act, each.number - 1, motive)),
  }))
  return { ...fabula, occurrences }
}

/** How deep in minds a chronicle that is to be told goes: where people wonder, to whom they take to know. */
export function depthToTell({ properties }: Problem): number {
  return properties.some((each) => each.isOpen) ? 2 : 1
}
