/**
 * Every job that the worker can do, by name. Its file says what it is asked and what it answers.
 * The worker loads this table when a job is first asked for that is not in `first.ts`.
 */
import { check } from "./check.js"
import { ending } from "./ending.js"
import { format } from "./format.js"
import { others, read } from "./others.js"
import { retell } from "./retell.js"
import { repair, review } from "./review.js"
import { nested } from "./nested.js"
import { carry } from "./carry.js"
import { map } from "./map.js"
import { play } from "@dramaturg/web/jobs/play"
import { scenario, scenarios } from "./scenarios.js"
import { story } from "@dramaturg/web/jobs/story"
import { whatIf } from "./what-if.js"
import { whyNot } from "./why-not.js"

export const jobs = {
  check,
  format,
  story,
  ending,
  "why-not": whyNot,
  "what-if": whatIf,
  review,
  repair,
  scenarios,
  scenario,
  retell,
  others,
  read,
  nested,
  play,
  carry,
  map,
}
