/**
 * The worker's door: takes orders in, starts jobs, hears of cancellations between their slices, sends answers
 * out.
 */
import type { JobContext, Job } from "./job.js"
import { firstJobs } from "./jobs/first.js"
import type { Answer, Asked, FromWorker, JobName, ToWorker } from "./protocol.js"
import { read as readAlone } from "./read-world.js"
import { Cancelled } from "./slices.js"

async function jobCalled(name: JobName): Promise<Job<Asked<JobName>, Answer<JobName>>> {
  const known = name in firstJobs ? firstJobs : (await import("./jobs/index.js")).jobs
  return known[name as keyof typeof known] as Job<Asked<JobName>, Answer<JobName>>
}

const cancelled = new Set<number>()
const running = new Set<number>()

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (!("cancel" in data)) void run(data)
  else if (running.has(data.id)) cancelled.add(data.id)
})

// What reading takes is set up while the text is still on its way.
setTimeout(() => void readAlone({ main: "a.drama", texts: { "a.drama": "entity A : character;" } }))

async function run({ id, job, asked }: Extract<ToWorker, { readonly job: JobName }>): Promise<void> {
  running.add(id)
  const context: JobContext = {
    isCancelled: () => cancelled.has(id),
    tell: (figures) => send({ id, figures: { visited: 0, seconds: 0, mebibytes: 0, depth: 0, ...figures } }),
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

function send(message: FromWorker): void {
  self.postMessage(message)
}
