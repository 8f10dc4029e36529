/**
 * Relevance: which fluents have a bearing on what a character wants? A guess, which affects only the time
 * taken (abstraction.ts).
 *
 * An event is relevant if it could happen in the relaxed problem (relaxation.ts) from the facts of one world,
 * and could change a relevant fluent in some mind. Everything it reads is then relevant too, and so are the
 * utilities of those who must consent to it. A character who cannot become better off consents to nothing.
 */
import type { Slices } from "@dramaturg/model"
import type { Action, GroundEvent } from "../semantics/event.js"
import { fluentsMentioned } from "../semantics/formula.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { utility } from "../semantics/utility.js"
import type { World } from "../semantics/world.js"
import type { Projection } from "./abstraction.js"
import type { Aim, Knowledge } from "./knowledge.js"
import { relaxationFor, leastActs, mayHappen } from "./relaxation.js"

/**
 * The fluents that seem irrelevant to what the owner of this mind wants. `isImmediate`: others consent only
 * to acts with an immediate gain.
 */
export function* irrelevantIn(
  task: GroundTask,
  { aims, reluctance }: Knowledge,
  mind: World,
  owner: number,
  isImmediate: boolean,
): Slices<readonly Projection[]> {
  const minds = mind.minds.map((each, c) => (c === owner ? mind : each))
  const gaining = isImmediate ? undefined : yield* gainingIn(task, aims, minds, owner)
  if (isImmediate) yield* aims[owner].prepare()
  const chosen = isImmediate ? [...aims[owner].immediate().acts] : actsOf(task, gaining!)
  const unwilling = reluctance().steady
  const acts = chosen.filter((each) => !unwilling.has(each))
  const events = yield* mayHappen(mind.facts, acts, task.triggers)
  const { fluents: relevant, concerned } = relevantTo(task, events, owner)
  const moving = writtenBy(events)
  const fluents = inOrder([...moving].filter((each) => !relevant.has(each)))
  const projections: Projection[] = []
  for (const [c, each] of minds.entries()) {
    yield
    if ((gaining ?? concerned).has(c)) {
      projections.push({ fluents, within: false })
      continue
    }
    const there = yield* mayHappen(each.facts, acts, task.triggers)
    const left = irrelevantToOthers(task, c, new Set([...moving, ...writtenBy(there)]))
    projections.push({ fluents: left, within: true })
  }
  return projections
}

/**
 * The owner, and each character who could become better off by acts of those found so far, by acts with an
 * immediate gain for others, and by acts of their own.
 */
function* gainingIn(
  task: GroundTask,
  aims: readonly Aim[],
  minds: readonly World[],
  owner: number,
): Slices<ReadonlySet<number>> {
  const gaining = new Set([owner])
  for (let size = 0; size < gaining.size; ) {
    size = gaining.size
    for (const [character, mind] of minds.entries()) {
      if (gaining.has(character)) continue
      yield* aims[character].prepare()
      if (couldGain(task, aims, mind, character, gaining)) gaining.add(character)
      yield
    }
  }
  return gaining
}

function couldGain(
  task: GroundTask,
  aims: readonly Aim[],
  mind: World,
  character: number,
  gaining: ReadonlySet<number>,
): boolean {
  const { acts: counted } = aims[character].immediate()
  const acts = task.actions.filter(
    (each) =>
      each.consenting.length > 0 &&
      (counted.has(each) || each.consenting.some((other) => gaining.has(other))),
  )
  const present = utility(task, mind, character)
  return (
    leastActs(
      relaxationFor(task.utilities[character].formula, acts, task.triggers),
      mind.facts,
      (value) => value > present,
    ) < Infinity
  )
}

function actsOf({ actions }: GroundTask, people: ReadonlySet<number>): readonly Action[] {
  return actions.filter(
    ({ consenting }) => consenting.length > 0 && consenting.every((each) => people.has(each)),
  )
}

/**
 * For a character who cannot become better off: all fluents but those of the utility, and those that stay as
 * they are and so keep the utility from changing.
 */
function irrelevantToOthers(
  task: GroundTask,
  character: number,
  moving: ReadonlySet<number>,
): readonly number[] {
  const events = [...task.actions, ...task.triggers]
  const direct = new Set(fluentsMentioned(task.utilities[character].formula))
  const guards = new Set(
    events.filter((each) => meet(each.writes, direct)).flatMap((each) => [...each.mentions]),
  )
  return inOrder(
    [...writtenBy(events)].filter((each) => !direct.has(each) && (moving.has(each) || !guards.has(each))),
  )
}

function relevantTo(
  { utilities }: GroundTask,
  events: readonly GroundEvent[],
  owner: number,
): { fluents: ReadonlySet<number>; concerned: ReadonlySet<number> } {
  const fluents = new Set<number>()
  const concerned = new Set<number>()
  const waiting = new Set(events)
  const join = (character: number): void => {
    if (concerned.has(character)) return
    concerned.add(character)
    fluentsMentioned(utilities[character].formula).forEach((each) => fluents.add(each))
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
  return { fluents, concerned }
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
