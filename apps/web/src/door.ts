/**
 * The worker's door: takes orders in, starts jobs, hears of cancellations between their slices, sends answers
 * out.
 */
import type { JobContext, Job } from "./job.js"
import type { FromWorker, ToWorker } from "./protocol.js"
import { read as readAlone } from "./read-world.js"
import { Cancelled } from "./slices.js"

// biome-ignore lint/suspicious/noExplicitAny: what a job is asked is known to its caller, under its name
export type AnyJob = Job<any, unknown>

/** Makes this thread one that does jobs. `jobCalled` may load what a job needs first. */
export function openDoor(jobCalled: (name: string) => AnyJob | Promise<AnyJob>): void {
  const cancelled = new Set<number>()
  const running = new Set<number>()

  self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    if (!("cancel" in data)) void run(data)
    else if (running.has(data.id)) cancelled.add(data.id)
  })

  // What reading takes is set up while the text is still on its way.
  setTimeout(() => void readAlone({ main: "a.drama", texts: { "a.drama": "entity A : character;" } }))

  async function run({ id, job, asked }: Extract<ToWorker, { readonly job: string }>): Promise<void> {
    running.add(id)
    const context: JobContext = {
      isCancelled: () => cancelled.has(id),
      tell: (figures) =>
        send({ id, figures: { visited: 0, seconds: 0, mebibytes: 0, depth: 0, ...figures } }),
    }
    try {
      send({ id, answer: await (await jobCalled(job))(asked, context) })
    } catch (error) {
      send(
        error instanceof Cancelled
          ? { id, cancelled: true }
          : { id, broken: error instanceof Error ? error.message : String(error) },
      )
    }
    running.delete(id)
    cancelled.delete(id)
  }
}

function send(message: FromWorker): void {
  self.postMessage(message)
}
