/** The worker of all elements of a page: it is one file, so that nothing more is fetched once it is there. */
import { type AnyJob, openDoor } from "@dramaturg/web/door"
import { jobs } from "./jobs.js"

const known: Readonly<Record<string, AnyJob>> = jobs

openDoor((name) => known[name])
