/**
 * The thread in which all heavy work is done: it knows nothing of terminals and files, takes an order and
 * does the job.
 */
import { parentPort } from "node:worker_threads"
import type { JobName, Order, ThreadMessage, Work } from "./protocol.js"
import { jobs } from "./jobs/index.js"

parentPort?.on("message", async ({ job, asked }: Order) => {
  await (jobs[job] as Work<JobName>)(asked as never, (part) => post({ part }))
  post({ done: true })
})

function post(message: ThreadMessage) {
  parentPort?.postMessage(message)
}
