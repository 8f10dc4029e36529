/** The jobs that a world needs neither for its first check nor for its first story; the worker loads them when one is first asked for. */
import type { JobName } from "../protocol.js"
import type { Job } from "../job.js"
import { carry } from "./carry.js"
import { embedded } from "./embedded.js"
import { ending } from "./ending.js"
import { format } from "./format.js"
import { map } from "./map.js"
import { nested } from "./nested.js"
import { others, read } from "./others.js"
import { play } from "./play.js"
import { repair, review } from "./review.js"
import { scenario, scenarios } from "./scenarios.js"
import { whatIf } from "./what-if.js"
import { whyNot } from "./why-not.js"

export const later: { readonly [Name in Exclude<JobName, "check" | "story" | "retell">]: Job<Name> } = {
  carry, embedded, ending, format, map, nested, others, read, play, repair, review, scenario, scenarios, "what-if": whatIf, "why-not": whyNot,
}
