/**
 * Immediate gain: which characters could be better off right after an act?
 *
 * Deeper in minds than the belief limit, characters consent only to acts with an immediate gain (D22 M1). A
 * character who plans in a mind of exactly that depth can expect nothing else from others, so all other acts
 * may be left out of their plans (D19).
 *
 * An act in a character's mind changes the facts there by its own atoms and by triggers. A settled mind's
 * triggers fire only if something that they read has changed: facts that were written, or the minds within,
 * where anything that the act mentions may change, because those who see it may be surprised. The analysis
 * follows all this by fluents, regardless of values. An act that touches neither the utility's fluents nor
 * what the utility reads of minds leaves the utility unchanged.
 */
import type { Action, GroundEvent } from "../semantics/event.js"
import { type Formula, fluentsMentioned } from "../semantics/formula.js"
import { fluentsRead, looksInside, readsMinds } from "./influence.js"

/** By character: could this act by itself change the character's utility? */
export type Gains = (action: Action) => readonly boolean[]

interface Touch {
  /** In the world in which the act happens. */
  readonly facts: Set<number>
  /** In any mind there. */
  readonly minds: Set<number>
}

/** A trigger, by a fluent that it reads. */
interface Watcher {
  readonly trigger: GroundEvent
  readonly readsMinds: boolean
}

/**
 * The immediate gains of actions, given the triggers and the characters' utilities. Who may hope (D42) gains
 * by what their mind is told.
 */
export function gainsBy(
  triggers: readonly GroundEvent[],
  utilities: readonly Formula[],
  mayHope: boolean,
): Gains {
  const watching = new Map<number, Watcher[]>()
  for (const trigger of triggers) {
    const watcher = { trigger, readsMinds: readsMinds(trigger) }
    for (const fluent of trigger.mentions) {
      const others = watching.get(fluent)
      if (others === undefined) watching.set(fluent, [watcher])
      else others.push(watcher)
    }
  }
  const wants = utilities.map((each) => ({
    facts: fluentsRead(each),
    all: mayHope || looksInside(each) ? fluentsMentioned(each) : [],
  }))
  return (action) => {
    const { facts, minds } = touchedBy(action, watching)
    return wants.map(
      (each) =>
        each.facts.some((fluent) => facts.has(fluent)) || each.all.some((fluent) => minds.has(fluent)),
    )
  }
}

function touchedBy(action: Action, watching: ReadonlyMap<number, readonly Watcher[]>): Touch {
  const touch: Touch = { facts: new Set(), minds: new Set(action.mentions) }
  const news = [...action.mentions]
  const write = ({ drafts }: GroundEvent, here: boolean): void => {
    for (const { chain, fluent } of drafts) {
      const set = here && chain.length === 0 ? touch.facts : touch.minds
      if (!set.has(fluent) || !touch.minds.has(fluent)) news.push(fluent)
      set.add(fluent)
      touch.minds.add(fluent)
    }
  }
  write(action, true)
  for (let fluent = news.pop(); fluent !== undefined; fluent = news.pop()) {
    for (const each of watching.get(fluent) ?? [])
      write(each.trigger, touch.facts.has(fluent) || each.readsMinds)
  }
  return touch
}
