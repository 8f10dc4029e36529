/**
 * What a world needs for its first check and its first story: the worker starts with
 * these jobs, and loads the others when one is asked for.
 */
import { check } from "./check.js"
import { retell } from "./retell.js"
import { story } from "@dramaturg/web/jobs/story"

export const firstJobs = { check, retell, story }
