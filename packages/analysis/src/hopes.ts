/** What a chronicle needs besides, to be told of people who find out. */
import { asItIs, type Fabula, type Mistake, type Problem, standingAt } from "@dramaturg/model"

/** The fabula without what is no mistake: that another has it right (D40) who has. */
export function withoutFalseMistakes(fabula: Fabula): Fabula {
  const isWrong = (moment: number, { believers, fluent, value, actual }: Mistake): boolean =>
    value !== asItIs || standingAt(fabula, moment, believers.slice(1, -1), fluent.label)?.value !== actual
  const occurrences = fabula.occurrences.map((each) => ({
    ...each,
    motives: each.motives.map((motive) => ({
      ...motive,
      mistakes: motive.mistakes.filter((mistake) => isWrong(each.number - 1, mistake)),
    })),
  }))
  return { ...fabula, occurrences }
}

/** How deep in minds a chronicle that is to be told goes: where people wonder, to whom they take to know. */
export function depthToTell({ properties }: Problem): number {
  return properties.some((each) => each.isOpen) ? 2 : 1
}
