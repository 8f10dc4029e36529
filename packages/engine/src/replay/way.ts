/**
 * By which way a character came to believe what an event says outright about their mind (D14): the one place
 * that decides the word.
 *
 * A character *was told* by another who does the act. What one's own act, an accident or a trigger
 * lets one come to believe is *seen* if it is so, and *inferred* otherwise.
 */
import type { EventRef, How } from "@dramaturg/model"
import type { GroundEvent } from "../semantics/event.js"
import { type World, valueAlong } from "../semantics/world.js"
import type { Shift } from "./difference.js"

export interface Way {
  readonly how: How
  /** Of what was told: who said it, where one person did. */
  readonly by?: number
  readonly rule?: EventRef
}

/** `after`: the world in which it has happened. `consenting`: of an act; a trigger has none. */
export function outright(shift: Shift, event: GroundEvent, consenting: readonly number[], after: World): Way {
  const [knower, ...about] = shift.chain
  const others = consenting.filter((each) => each !== knower)
  if (others.length > 0) return { how: "told", ...(others.length === 1 ? { by: others[0] } : {}) }
  if (valueAlong(after, about, shift.fluent) === shift.after) return { how: "saw" }
  return { how: "inferred", ...("consenting" in event ? {} : { rule: event }) }
}
