/**
 * Looks for a story until the search has ended, telling now and then how it stands, and at once of each
 * better story.
 */
import { askSolve, type Snapshot } from "@dramaturg/analysis"
import type { Work } from "../protocol.js"
import { prepare } from "./prepare.js"
import { stepThrough } from "./slices.js"

export const tell: Work<"tell"> = async (asked, report) => {
  const prepared = await prepare(asked, report)
  if (!prepared) return
  const question = askSolve(prepared.world, { ...prepared.options, manner: asked.manner })
  let told: Snapshot["story"] = null
  const tellMore = (search: Snapshot | undefined) => {
    if (!search) return
    told = search.story
    report({ stage: "searching", snapshot: { ...search, limit: prepared.limitOf(search) } })
  }
  const step = (visits: number): boolean => {
    const isDone = question.step(visits)
    if (!isDone && question.progress.search?.story !== told) tellMore(question.progress.search)
    return isDone
  }
  stepThrough({ step }, () => tellMore(question.progress.search))
  const result = question.result!
  if (result.kind === "no-such-character")
    return report({
      complaint: `there is no character "${asked.manner?.focaliser ?? ""}" to tell it through: there are ${result.characters.join(", ")}, and "all" and "outside".`,
    })
  tellMore(result.search)
  if (result.prospects) report({ prospects: result.prospects })
  if (result.told)
    report({
      prose: {
        telling: result.told.telling,
        origins: result.told.fabula.occurrences.map((each) => each.origin ?? null),
        problem: prepared.world.problem,
      },
    })
}
