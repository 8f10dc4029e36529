/**
 * The studio's worker: it begins with what the first story needs, and loads the other jobs when one is
 * asked for.
 */
import { type AnyJob, openDoor } from "@dramaturg/web/door"
import { firstJobs } from "./jobs/first.js"

openDoor(async (name) => {
  const known: Readonly<Record<string, AnyJob>> =
    name in firstJobs ? firstJobs : (await import("./jobs/index.js")).jobs
  return known[name]
})
