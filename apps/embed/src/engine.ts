/**
 * The one engine of a page: all elements ask the same worker, one question after another. It is begun with
 * the first question, and ended some time after the last element has left the page.
 */
import { openClient, type WorkerClient } from "@dramaturg/web/client"
import type { EmbedJobs } from "./worker/jobs.js"

/** How long the worker is kept with no element on the page, in milliseconds. */
const patience = 10_000

let address: string | URL | undefined
let client: WorkerClient<EmbedJobs> | undefined
let present = 0
let timer = 0

/**
 * Says where `embed-worker.js` lies, for pages whose bundler does not carry it along by itself. It must be
 * of the page's own origin, as browsers demand of every worker. To be called before the first element is on
 * the page.
 */
export function workerFrom(url: string | URL): void {
  address = new URL(url, document.baseURI)
}

export function engine(): WorkerClient<EmbedJobs> {
  client ??= openClient<EmbedJobs>(begin, { isLazy: true })
  return client
}

function begin(): Worker {
  return address === undefined
    ? // Bundlers know this form, and carry the file along.
      new Worker(new URL("./embed-worker.js", import.meta.url), { type: "module", name: "dramaturg" })
    : new Worker(address, { type: "module", name: "dramaturg" })
}

/** An element has come onto the page. */
export function arrive(): void {
  present++
  clearTimeout(timer)
}

/** An element has left it, and has cancelled what it had asked. */
export function leave(): void {
  present--
  if (present === 0) timer = window.setTimeout(() => client?.rest(), patience)
}
