/** What the thread can do: every job by name. */
import { askAdvice, askCompare, askEnding, askExport, askKnowledge, askPlotWhatIf, askVerify, askWhatIf, askWhy, askWhyNot } from "@dramaturg/analysis"
import { answering, answeringSoFar } from "./jobs/answering.js"
import { check } from "./jobs/check.js"
import { explore } from "./jobs/explore.js"
import { list } from "./jobs/list.js"
import { move, play } from "./jobs/play.js"
import { reach } from "./jobs/reach.js"
import { formatWorld, translating } from "./jobs/rewrite.js"
import { tell } from "./jobs/tell.js"
import { test } from "./jobs/test.js"
import type { JobName, Work } from "./protocol.js"

export const works: { readonly [Name in JobName]: Work<Name> } = {
  advise: answering(askAdvice), compare: answering(askCompare), ending: answering(askEnding), knows: answering(askKnowledge),
  whatif: answering(askWhatIf), "whatif-plot": answering(askPlotWhatIf), why: answering(askWhy), "why-not": answering(askWhyNot),
  carry: answeringSoFar(askExport), verify: answeringSoFar(askVerify),
  check, tell, list, test, explore, reach, play, move, format: formatWorld, import: translating("drama"), export: translating("sabre"),
}
