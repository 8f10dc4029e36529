/** What a chronicle needs besides, to be told of people who find out. */
import type { Fabula, Problem, Prospect } from "@dramaturg/model"

/** The fabula in which each plan in hope says what is feared. */
export function withFears(fabula: Fabula, prospects: readonly Prospect[]): Fabula {
  const fearOf = (act: number, who: string): Prospect["fear"] =>
    prospects.find((each) => each.act === act && each.character === who)?.fear
  const occurrences = fabula.occurrences.map((each) =>
    each.kind === "trigger"
      ? each
      : {
          ...each,
          motives: each.motives.map((motive) => {
            const fear = fearOf(each.act, motive.character)
            return fear === undefined ? motive : { ...motive, fear }
          }),
        },
  )
  return { ...fabula, occurrences }
}

/** How deep in minds a chronicle that is to be told goes: where people wonder, to whom they take to know. */
export function depthToTell({ properties }: Problem): number {
  return properties.some((each) => each.isOpen) ? 2 : 1
}
