/** The thread in which all heavy work is done: it knows nothing of terminals and files, takes an order and does the job. */
import { parentPort } from "node:worker_threads"
import { advise } from "./jobs/advise.js"
import { carry } from "./jobs/carry.js"
import { check } from "./jobs/check.js"
import { reach } from "./jobs/reach.js"
import { compare } from "./jobs/compare.js"
import { explore } from "./jobs/explore.js"
import { knows } from "./jobs/knows.js"
import { move, play } from "./jobs/play.js"
import { list } from "./jobs/list.js"
import { exportWorld, formatWorld, importWorld } from "./jobs/rewrite.js"
import { tell } from "./jobs/tell.js"
import { test } from "./jobs/test.js"
import { verify } from "./jobs/verify.js"
import { whatIf } from "./jobs/what-if.js"
import { whyNot } from "./jobs/why-not.js"
import { why } from "./jobs/why.js"
import type { JobName, Order, ThreadMessage, Work } from "./protocol.js"

const works: { readonly [Name in JobName]: Work<Name> } = {
  advise, check, tell, list, verify, knows, why, "why-not": whyNot, whatif: whatIf, test, explore, compare, reach, carry, play, move, format: formatWorld, import: importWorld, export: exportWorld,
}

parentPort?.on("message", async ({ job, asked }: Order) => {
  await (works[job] as Work<JobName>)(asked as never, (part) => post({ part }))
  post({ done: true })
})

function post(message: ThreadMessage) {
  parentPort?.postMessage(message)
}
