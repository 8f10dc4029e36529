/** The jobs for belief stories: answering, and making them. */
import { askBeliefStories, askMakeBeliefStories } from "@dramaturg/analysis"
import type { Work } from "../protocol.js"
import { stepThrough } from "./slices.js"

export const tom: Work<"tom"> = async ({ text }, report) => {
  const question = askBeliefStories(text, {})
  stepThrough(question, () => report(question.progress))
  report({ result: question.result! })
}

export const makeTom: Work<"make-tom"> = async (asked, report) => {
  const question = askMakeBeliefStories(asked, {})
  stepThrough(question, () => report(question.progress))
  report({ result: question.result! })
}
