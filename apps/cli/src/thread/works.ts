/** What the thread can do: every job by name. */
import { askAdvice, askCompare, askEnding, askKnowledge, askPlotWhatIf, askVerify, askWhatIf, askWhy, askWhyNot } from "@dramaturg/analysis"
import { answering } from "./jobs/answering.js"
import { carry } from "./jobs/carry.js"
import { check } from "./jobs/check.js"
import { explore } from "./jobs/explore.js"
import { list } from "./jobs/list.js"
import { move, play } from "./jobs/play.js"
import { reach } from "./jobs/reach.js"
import { exportWorld, formatWorld, importWorld } from "./jobs/rewrite.js"
import { tell } from "./jobs/tell.js"
import { test } from "./jobs/test.js"
import type { JobName, Work } from "./protocol.js"

export const works: { readonly [Name in JobName]: Work<Name> } = {
  advise: answering(askAdvice), compare: answering(askCompare), ending: answering(askEnding), knows: answering(askKnowledge),
  whatif: answering(askWhatIf), "whatif-plot": answering(askPlotWhatIf), why: answering(askWhy), "why-not": answering(askWhyNot),
  verify: (asked, report) => answering<typeof asked, NonNullable<ReturnType<typeof askVerify>["result"]>>((world, options) => askVerify(world, { ...options, onProgress: (soFar) => report({ soFar }) }))(asked, report),
  check, tell, list, test, explore, reach, carry, play, move, format: formatWorld, import: importWorld, export: exportWorld,
}
