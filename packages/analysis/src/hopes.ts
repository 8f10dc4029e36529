/** A chronicle tells what people mean; of plans in hope, this adds what they suppose. */
import { caseOf, type Fabula, type Motive, type Solution } from "@dramaturg/model"

/** The fabula of this story, with the case of every motive whose plan is in hope. */
export function withHopes(fabula: Fabula, { explanations }: Solution): Fabula {
  const supposing = (act: number, motive: Motive): Motive => {
    const plan = explanations[act - 1]?.[motive.character]
    const supposed = plan && caseOf(plan)
    return supposed === undefined ? motive : { ...motive, case: supposed }
  }
  const occurrences = fabula.occurrences.map((each) => ({
    ...each,
    motives: each.motives.map((motive) => supposing(each.act, motive)),
  }))
  return { ...fabula, occurrences }
}
