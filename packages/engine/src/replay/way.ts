/**
 * By which way a character came to believe what an event says outright about their mind (D14): the one place
 * that decides the word.
 *
 * A character *was told* by another who does the act, or, if nobody else does it, by somebody who takes part
 * in it and whose belief it is that they come to share. What else one's own act, an accident or a trigger
 * lets one come to believe is *seen* if it is so, and *inferred* otherwise.
 */
import type { EventRef, How } from "@dramaturg/model"
import type { GroundEvent } from "../semantics/event.js"
import { type World, valueAlong } from "../semantics/world.js"
import { reader } from "../semantics/read.js"
import type { Shift } from "./difference.js"
import type { Scene } from "./scene.js"

export interface Way {
  readonly how: How
  /** Of what was told: who said it, where one person did. */
  readonly by?: number
  readonly rule?: EventRef
}

/** An event, the worlds before and after it, and who consents to it: nobody to a trigger. */
export interface Told {
  readonly before: World
  readonly event: GroundEvent
  readonly consenting: readonly number[]
  /** Where it has happened, triggers of the world itself not yet run. */
  readonly after: World
}

export function outright({ task }: Pick<Scene, "task">, shift: Shift, told: Told): Way {
  const { event, consenting, after } = told
  const [knower, ...about] = shift.chain
  const others = consenting.filter((each) => each !== knower)
  if (others.length > 0) return { how: "told", ...(others.length === 1 ? { by: others[0] } : {}) }
  const by = teller(shift, told, task.setting.characters)
  if (by !== undefined) return { how: "told", by }
  if (valueAlong(after, about, shift.fluent) === shift.after) return { how: "saw" }
  return { how: "inferred", ...("consenting" in event ? {} : { rule: event }) }
}

/** Whose belief it is that the event makes theirs, if it is somebody who takes part in it. */
function teller(
  { chain: [knower], fluent }: Shift,
  { event, before }: Told,
  characters: readonly string[],
): number | undefined {
  const draft = event.drafts.find(
    (each) =>
      each.chain.join() === String(knower) &&
      each.fluent === fluent &&
      each.value.kind === "believes" &&
      event.arguments.includes(characters[each.value.character]) &&
      reader(each.condition)(before) === true,
  )
  return draft?.value.kind === "believes" && draft.value.character !== knower
    ? draft.value.character
    : undefined
}
