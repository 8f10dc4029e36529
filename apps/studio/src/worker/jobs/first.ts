/**
 * What a world needs for its first check and its first story, on the desk or embedded: the worker starts with
 * these jobs, and loads the others when one is asked for.
 */
import { check } from "./check.js"
import { embedded } from "./embedded.js"
import { retell } from "./retell.js"
import { story } from "./story.js"

export const firstJobs = { check, embedded, retell, story }
