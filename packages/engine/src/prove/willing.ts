/**
 * Which acts can a character have a reason for at all? Found once for a task, from what its events read and
 * write.
 *
 * An act is *of use* to a character if it may change, in their mind, what bears on their utility. Backwards
 * from the utility: of use is what may write what the utility reads, or what an event of use reads; and where
 * others consent to an act of use, so is whatever may change, in any mind within, what bears on the utilities
 * of those others. Who sees an act may be surprised by its precondition, so it changes in minds whatever it
 * reads or writes.
 *
 * An act of no use to somebody is idle in each of their plans (D23). Leave it out of a plan, and with it all
 * later acts of no use. The acts that remain read the same as before, so they are possible and the utility
 * is the same after each; those who consent to them find what bears on their own utilities as it was, so
 * they have reasons, though perhaps only within the horizon that they had. D23 asks for their reasons within
 * the full one, where by lemma 3 of horizon.ts a steady mind has them, too. In other minds the argument
 * needs that nobody else consents to what is of use.
 *
 * So nobody has a reason for an act of no use to them, and an act for which one of those who consent has no
 * reason happens in nobody's plan: it is of no use to anybody else either, and is left out of what follows.
 *
 * The argument needs that triggers come to rest whatever is left out, and that none waits for just any act.
 * It is not used where they might not rest (`mayGoOn`), or might stir in a plan (`mayStir`), nor where
 * people wonder (D40 to D45) or ask what pays (D46).
 */
import type { Action, AtomDraft, GroundEvent } from "../semantics/event.js"
import { type Formula, fluentsMentioned, inside } from "../semantics/formula.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { beliefsIn, fluentsRead, influenceOf } from "./influence.js"

/** By act, those who consent to it and can have no reason for it; absent: there are none. */
export type Unwilling = ReadonlyMap<Action, ReadonlySet<number>>

/** Who can have no reason for what, in steady minds and in any. */
export interface Reluctance {
  readonly steady: Unwilling
  readonly any: Unwilling
}

/** Finds, among the acts that characters can choose, those of no use to some who consent. */
export function reluctanceIn(task: GroundTask, chosen: readonly Action[]): Reluctance {
  if (task.possible.size > 0 || mayStir(task) || asksWhatPays(task) || mayGoOn(task.triggers))
    return { steady: new Map(), any: new Map() }
  const any = unwilling(task, chosen, false)
  return { any, steady: any.size === chosen.length ? any : unwilling(task, chosen, true) }
}

function unwilling(task: GroundTask, chosen: readonly Action[], isSteady: boolean): Unwilling {
  const found = new Map<Action, Set<number>>()
  for (let size = -1; size < found.size; ) {
    size = found.size
    const events = new Touches(
      chosen.filter((each) => !found.has(each)),
      task.triggers,
    )
    for (const who of task.setting.characters.keys()) {
      const { useless, needsOthers } = uselessTo(task, who, events)
      if (needsOthers && !isSteady) continue
      for (const act of useless) {
        const known = found.get(act)
        if (known === undefined) found.set(act, new Set([who]))
        else known.add(who)
      }
    }
  }
  return found
}

/** Events by the fluents that they may change. */
class Touches {
  /** In the mind in which they happen; of a write into the mind of `who`, see `intoMindOf`. */
  readonly here = new Map<number, GroundEvent[]>()
  /** In any mind, by being seen or by writing there. */
  readonly anywhere = new Map<number, GroundEvent[]>()
  /** What is written into somebody's own mind, by that character: in their mind that is here. */
  readonly intoMindOf = new Map<number, Map<number, GroundEvent[]>>()

  /** By character, the actions that they consent to. */
  readonly of = new Map<number, Action[]>()

  constructor(actions: readonly Action[], triggers: readonly GroundEvent[]) {
    for (const each of actions) for (const who of each.consenting) push(this.of, who, each)
    for (const event of [...actions, ...triggers]) {
      for (const { chain, fluent } of event.drafts) {
        if (chain.length === 0) push(this.here, fluent, event)
        else if (chain.every((each) => each === chain[0])) {
          let own = this.intoMindOf.get(chain[0])
          if (own === undefined) this.intoMindOf.set(chain[0], (own = new Map()))
          push(own, fluent, event)
        }
      }
      for (const fluent of new Set([...event.writes, ...event.mentions])) push(this.anywhere, fluent, event)
    }
  }
}

function push<E>(map: Map<number, E[]>, key: number, event: E): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [event])
  else known.push(event)
}

/**
 * The actions of no use to a character who consents to them; if there are any, whether others consent to one
 * that is of use.
 */
function uselessTo(
  task: GroundTask,
  owner: number,
  events: Touches,
): { readonly useless: ReadonlySet<Action>; readonly needsOthers: boolean } {
  const useless = new Set(events.of.get(owner))
  const useful = new Set<GroundEvent>()
  const absorbed = new Set<GroundEvent>()
  const here = new Set<number>()
  const within = new Set<number>()
  const waiting: GroundEvent[] = []
  let needsOthers = false
  const use = (found: readonly GroundEvent[] = []): void => {
    for (const event of found) {
      if (useful.has(event)) continue
      useful.add(event)
      useless.delete(event as Action)
      waiting.push(event)
    }
  }
  const readHere = (fluent: number): void => {
    if (here.has(fluent)) return
    here.add(fluent)
    use(events.here.get(fluent))
    use(events.intoMindOf.get(owner)?.get(fluent))
  }
  const readWithin = (fluent: number): void => {
    if (within.has(fluent)) return
    within.add(fluent)
    use(events.anywhere.get(fluent))
  }
  const read = (formula: Formula): void => {
    fluentsRead(formula).forEach(readHere)
    for (const each of beliefsIn(formula).flatMap(fluentsMentioned)) {
      readHere(each)
      readWithin(each)
    }
  }
  read(task.utilities[owner].formula)
  for (let size = -1; useless.size > 0 && size < here.size + within.size; ) {
    size = here.size + within.size
    for (let event = waiting.pop(); useless.size > 0 && event !== undefined; event = waiting.pop()) {
      influenceOf(event).reads.forEach(readHere)
      for (const fluent of readsOfMinds(event)) {
        readHere(fluent)
        readWithin(fluent)
      }
      for (const other of othersConsenting(event, owner)) {
        needsOthers = true
        fluentsMentioned(task.utilities[other].formula).forEach(readWithin)
      }
    }
    // Of what may change minds that matter, everything that it reads matters, here and there.
    for (const event of useful) {
      if (useless.size === 0 || absorbed.has(event) || !touches(event, within)) continue
      absorbed.add(event)
      for (const fluent of event.mentions) {
        readHere(fluent)
        readWithin(fluent)
      }
    }
  }
  return { useless, needsOthers }
}

function touches({ writes, mentions }: GroundEvent, fluents: ReadonlySet<number>): boolean {
  for (const each of writes) if (fluents.has(each)) return true
  for (const each of mentions) if (fluents.has(each)) return true
  return false
}

const ofMinds = new WeakMap<GroundEvent, ReadonlySet<number>>()

function readsOfMinds(event: GroundEvent): ReadonlySet<number> {
  let known = ofMinds.get(event)
  if (known === undefined) {
    const formulas = [event.formula, ...event.drafts.flatMap(({ condition, value }) => [condition, value])]
    ofMinds.set(event, (known = new Set(formulas.flatMap(beliefsIn).flatMap(fluentsMentioned))))
  }
  return known
}

function othersConsenting(event: GroundEvent, owner: number): readonly number[] {
  return "consenting" in event ? (event as Action).consenting.filter((each) => each !== owner) : []
}

/** May triggers that rest in what happens fire at the next act of a plan, whichever it is (D33)? */
function mayStir({ mayRefire, foreseen }: GroundTask): boolean {
  return mayRefire || foreseen?.mayRefire === true
}

function asksWhatPays({ actions, triggers }: GroundTask): boolean {
  return [...actions, ...triggers].some(({ formula, drafts }) =>
    [formula, ...drafts.map((each) => each.condition)].some(readsPays),
  )
}

function readsPays(formula: Formula): boolean {
  return formula.kind === "pays" || inside(formula).some(readsPays)
}

/**
 * Might triggers set one another off without end? Not if each ends its own precondition, and none writes what
 * leads back, over others, to what it reads.
 */
function mayGoOn(triggers: readonly GroundEvent[]): boolean {
  const readers = new Map<number, GroundEvent[]>()
  for (const each of triggers) for (const fluent of each.mentions) push(readers, fluent, each)
  const state = new Map<GroundEvent, "open" | "done">()
  const leadsBack = (trigger: GroundEvent): boolean => {
    state.set(trigger, "open")
    for (const fluent of trigger.writes) {
      for (const next of readers.get(fluent) ?? []) {
        if (next === trigger) continue
        if (state.get(next) === "open" || (!state.has(next) && leadsBack(next))) return true
      }
    }
    state.set(trigger, "done")
    return false
  }
  return triggers.some((each) => !endsItself(each) || (!state.has(each) && leadsBack(each)))
}

/** Whether it reads nothing that it writes, or writes a value that its precondition rules out. */
function endsItself(trigger: GroundEvent): boolean {
  if (![...trigger.writes].some((each) => trigger.mentions.has(each))) return true
  const parts = trigger.formula.kind === "and" ? trigger.formula.parts : [trigger.formula]
  return parts.some((part) => trigger.drafts.some((draft) => isAlways(draft) && rulesOut(part, draft, [])))
}

function isAlways({ condition, outer }: AtomDraft): boolean {
  return condition.kind === "value" && condition.value === true && outer === 0
}

function rulesOut(part: Formula, draft: AtomDraft, chain: readonly number[]): boolean {
  if (draft.value.kind !== "value") return false
  const { value } = draft.value
  const isIt = (formula: Formula): boolean =>
    formula.kind === "fluent" && formula.fluent === draft.fluent && chain.join() === draft.chain.join()
  switch (part.kind) {
    case "fluent":
      return isIt(part) && value === false
    case "not":
      return part.body.kind === "believes"
        ? rulesOutBelief(part.body, draft, chain)
        : isIt(part.body) && value === true
    case "believes":
      return rulesOut(part.body, draft, [...chain, part.character])
    case "compare":
      if (part.right.kind !== "value" || !isIt(part.left)) return false
      return part.operator === "=="
        ? value !== part.right.value
        : part.operator === "!=" && value === part.right.value
    default:
      return false
  }
}

/** `!believes(c, f)`, ended by `believes(c, f)`. */
function rulesOutBelief(
  belief: Formula & { kind: "believes" },
  draft: AtomDraft,
  chain: readonly number[],
): boolean {
  return rulesOut({ kind: "not", body: belief.body }, draft, [...chain, belief.character])
}
