/**
 * Immediate gain: which characters could an act make better off by itself?
 *
 * Deeper in minds than the belief limit, people consent only to what pays at once (D22 M1). A character who plans in a mind of exactly
 * that depth can count on nothing else from others, so all other acts may be left out of their plans (D19).
 *
 * An act in a character's mind changes the facts there by its own atoms and by triggers. A settled mind's triggers fire only if
 * something that they read has changed: facts that were written, or what is in the minds within, where anything may change
 * that the act speaks of, for those who see it may be surprised. All this is followed by fluents, whatever their values; if it
 * does not touch the utility, or what it reads of minds, the utility stays as it is.
 */
import type { Action, GroundEvent } from "../semantics/event.js"
import { type Formula, fluentsMentioned } from "../semantics/formula.js"
import { fluentsRead, looksInside, readsMinds } from "./influence.js"

/** By character: could this act, taken by itself, change what the utility is? */
export type Gains = (action: Action) => readonly boolean[]

interface Touch {
  /** In the world that the act happens in. */
  readonly facts: Set<number>
  /** In any mind there. */
  readonly minds: Set<number>
}

/** A trigger, by a fluent that it reads. */
interface Watcher {
  readonly trigger: GroundEvent
  readonly readsMinds: boolean
}

export function gainsBy(triggers: readonly GroundEvent[], utilities: readonly Formula[]): Gains {
  const watching = new Map<number, Watcher[]>()
  for (const trigger of triggers) {
    const watcher = { trigger, readsMinds: readsMinds(trigger) }
    for (const fluent of trigger.mentions) {
      const others = watching.get(fluent)
      if (others === undefined) watching.set(fluent, [watcher])
      else others.push(watcher)
    }
  }
  const wants = utilities.map((each) => ({ facts: fluentsRead(each), all: looksInside(each) ? fluentsMentioned(each) : [] }))
  return (action) => {
    const { facts, minds } = touchedBy(action, watching)
    return wants.map((each) => each.facts.some((fluent) => facts.has(fluent)) || each.all.some((fluent) => minds.has(fluent)))
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
    for (const each of watching.get(fluent) ?? []) write(each.trigger, touch.facts.has(fluent) || each.readsMinds)
  }
  return touch
}
