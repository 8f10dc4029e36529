/** What the elements' worker can do, by name. */
import type { JobTypesOf } from "@dramaturg/web/protocol"
import { play } from "./play.js"
import { embedded } from "./story.js"

export const jobs = { embedded, play }

export type EmbedJobs = JobTypesOf<typeof jobs>
