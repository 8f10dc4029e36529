/**
 * What has a bearing on somebody's wish? A guess, on which nothing depends but time (forget.ts).
 *
 * An event matters if it could happen, by a rough reckoning from the facts of one world (hope.ts), and could change something
 * that matters in anybody's mind. What it reads then matters too, and so does what moves those who must consent to it. Those
 * who cannot be better off by anything consent to nothing.
 */
import type { Action, GroundEvent } from "./event.js"
import type { Gap } from "./forget.js"
import { fluentsMentioned } from "./formula.js"
import { hopeFor, leastActs, mayHappen } from "./hope.js"
import { type Stage, utility } from "./stage.js"
import type { World } from "./world.js"

/** What seems to have no bearing on what the owner of this mind wants. `isSober`: others consent only to what pays at once. */
export function idleIn(stage: Stage, mind: World, owner: number, isSober: boolean): readonly Gap[] {
  const minds = mind.minds.map((each, c) => (c === owner ? mind : each))
  const hopeful = isSober ? undefined : hopefulIn(stage, minds, owner)
  const acts = isSober ? [...stage.utilities[owner].sober().acts] : actsOf(stage, hopeful!)
  const lively = mayHappen(mind.facts, acts, stage.triggers)
  const { fluents: matter, wishers } = mattering(stage, lively, owner)
  const moving = writtenBy(lively)
  const fluents = inOrder([...moving].filter((each) => !matter.has(each)))
  return minds.map((each, c) => {
    if ((hopeful ?? wishers).has(c)) return { fluents, within: false }
    return { fluents: idleForHopeless(stage, c, new Set([...moving, ...writtenBy(mayHappen(each.facts, acts, stage.triggers))])), within: true }
  })
}

/** The owner, and who could be better off by what the hopeful do, what pays others at once, and what they do themselves. */
function hopefulIn(stage: Stage, minds: readonly World[], owner: number): ReadonlySet<number> {
  const hopeful = new Set([owner])
  for (let size = 0; size < hopeful.size; ) {
    size = hopeful.size
    for (const [character, mind] of minds.entries()) if (!hopeful.has(character) && isHopeful(stage, mind, character, hopeful)) hopeful.add(character)
  }
  return hopeful
}

function isHopeful(stage: Stage, mind: World, character: number, hopeful: ReadonlySet<number>): boolean {
  const { sober, hope } = stage.utilities[character]
  const { acts: counted } = sober()
  const acts = stage.actions.filter((each) => each.consenting.length > 0 && (counted.has(each) || each.consenting.some((other) => hopeful.has(other))))
  const present = utility(stage, mind, character)
  return leastActs(hopeFor(hope.utility, acts, stage.triggers), mind.facts, (value) => value > present) < Infinity
}

function actsOf({ actions }: Stage, people: ReadonlySet<number>): readonly Action[] {
  return actions.filter(({ consenting }) => consenting.length > 0 && consenting.every((each) => people.has(each)))
}

/** All but the utility, and what stays as it is and so keeps the utility from changing. */
function idleForHopeless(stage: Stage, character: number, moving: ReadonlySet<number>): readonly number[] {
  const events = [...stage.actions, ...stage.triggers]
  const direct = new Set(fluentsMentioned(stage.utilities[character].hope.utility))
  const guards = new Set(events.filter((each) => meet(each.writes, direct)).flatMap((each) => [...each.mentions]))
  return inOrder([...writtenBy(events)].filter((each) => !direct.has(each) && (moving.has(each) || !guards.has(each))))
}

function mattering({ utilities }: Stage, lively: readonly GroundEvent[], owner: number): { fluents: ReadonlySet<number>; wishers: ReadonlySet<number> } {
  const fluents = new Set<number>()
  const wishers = new Set<number>()
  const waiting = new Set(lively)
  const join = (character: number): void => {
    if (wishers.has(character)) return
    wishers.add(character)
    fluentsMentioned(utilities[character].hope.utility).forEach((each) => fluents.add(each))
  }
  join(owner)
  for (let size = -1; size < fluents.size; ) {
    size = fluents.size
    for (const event of waiting) {
      if (!meet(event.writes, fluents)) continue
      waiting.delete(event)
      event.mentions.forEach((each) => fluents.add(each))
      consentingTo(event).forEach(join)
    }
  }
  return { fluents, wishers }
}

function consentingTo(event: GroundEvent): readonly number[] {
  return "consenting" in event ? (event as Action).consenting : []
}

function writtenBy(events: readonly GroundEvent[]): ReadonlySet<number> {
  return new Set(events.flatMap(({ writes }) => [...writes]))
}

function meet(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const each of one) if (other.has(each)) return true
  return false
}

function inOrder(fluents: readonly number[]): readonly number[] {
  return [...fluents].sort((a, b) => a - b)
}
