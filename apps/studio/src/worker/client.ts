/** The studio's workers, and their clients: all do the same jobs. */
import { openClient, type Outcome as OutcomeOf, type WorkerClient as ClientOf } from "@dramaturg/web/client"
import type { WorkerRequest as RequestOf } from "@dramaturg/web/client"
import type { Answer, JobName, Jobs } from "./protocol.js"

export type Outcome<Name extends JobName> = OutcomeOf<Answer<Name>>
export type WorkerRequest<Name extends JobName> = RequestOf<Answer<Name>>
export type WorkerClient = ClientOf<Jobs>

/** `isLazy`: the worker is begun when it is asked something for the first time. */
export function openWorkerClient(name: string, options: { readonly isLazy?: boolean } = {}): WorkerClient {
  return openClient<Jobs>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name }),
    options,
  )
}
