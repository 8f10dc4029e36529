/** The worker's door: takes orders in, starts jobs, hears of cancellations between their slices, sends answers out. */
import type { Helm, Job } from "./job.js"
import { check } from "./jobs/check.js"
import { retell } from "./jobs/retell.js"
import { story } from "./jobs/story.js"
import type { FromWorker, JobName, ToWorker } from "./protocol.js"
import { read as readAlone } from "./read-world.js"
import { Cancelled } from "./slices.js"

/** What a world needs for its first check and its first story is there at once; the rest is loaded when it is first asked for. */
const first: { readonly [Name in JobName]?: Job<Name> } = { check, story, retell }

async function jobCalled(name: JobName): Promise<Job<JobName>> {
  const all = name in first ? first : (await import("./jobs/later.js")).later
  return all[name as keyof typeof all] as Job<JobName>
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
  const helm: Helm = {
    isCancelled: () => cancelled.has(id),
    tell: (figures) => send({ id, figures: { visited: 0, seconds: 0, mebibytes: 0, depth: 0, ...figures } }),
  }
  try {
    send({ id, answer: await (await jobCalled(job))(asked, helm) })
  } catch (error) {
    send(error instanceof Cancelled ? { id, cancelled: true } : { id, broken: error instanceof Error ? error.message : String(error) })
  }
  running.delete(id)
  cancelled.delete(id)
}

function send(message: FromWorker): void {
  self.postMessage(message)
}
