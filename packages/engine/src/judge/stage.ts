/** Everything the judge knows of one problem, at one depth of minds: its ground events, its utilities, its start, and a memory. */
import type { Expression, Problem } from "@dramaturg/model"
import { charactersOf } from "@dramaturg/model"
import { type Action, type GroundEvent, groundActions, groundTriggers } from "./event.js"
import { type Facts, beyond } from "./facts.js"
import { fixedProperties } from "./fixed.js"
import { type Formula, type Setting, instantiate } from "./formula.js"
import { type Hope, hopeFor } from "./hope.js"
import { paymentsBy } from "./pay.js"
import { type Reader, reader } from "./read.js"
import { type Open, type Register, registerOf } from "./ready.js"
import { type Tables, initialTables, valueIn } from "./start.js"
import { Deeper, type World, type Worlds, newWorlds } from "./world.js"

export interface Stage {
  readonly setting: Setting
  readonly tables: Tables
  readonly actions: readonly Action[]
  readonly actionsByLabel: ReadonlyMap<string, readonly Action[]>
  readonly triggers: readonly GroundEvent[]
  readonly actionRegister: Register<Action>
  readonly triggerRegister: Register<GroundEvent>
  /** Those that do not only change minds: where there are none, only these do anything. */
  readonly writingTriggers: Register<GroundEvent>
  /** By character; the author's last. */
  readonly utilities: readonly Utility[]
  readonly memory: Memory
  /** The same as anybody can foresee it (D33); undefined: nothing here is unforeseen. */
  readonly foreseen: Stage | undefined
  /** Is it that itself? */
  readonly isForeseen: boolean
  /** May minds that rest as things go stir as they can be foreseen? */
  readonly isRestless: boolean
}

export interface Utility {
  readonly read: Reader
  readonly hope: Hope
  /** The same where others only consent to what pays at once. */
  readonly sober: () => Sober
}

export interface Sober {
  /** What one can count on. */
  readonly acts: ReadonlySet<Action>
  readonly hope: Hope
}

/** What has been worked out once. It is all true whatever the plan in question, so it only saves time. */
export interface Memory {
  readonly worlds: Worlds
  readonly settled: Map<World, World>
  readonly acted: Map<Action, Map<World, World>>
  /** Null where the closure never ends. */
  readonly after: Map<Action, Map<World, World | null>>
  /** What the facts alone do not rule out. */
  readonly openActions: Map<Facts, readonly Action[]>
  readonly openTriggers: Map<Facts, Open>
  /** By the one whose mind they look into (see ready.ts). */
  readonly readyTriggers: Map<number, readonly GroundEvent[]>[]
  readonly tellingTriggers: Map<number, readonly GroundEvent[]>[]
  /** By whose utility, and from what to what it should rise. */
  readonly hopes: Map<string, { readonly byFacts: Map<Facts, number>; readonly byMatter: Map<string, number> }>
}

/** The stage with nothing worked out yet. What can be foreseen has its own memory, of the same worlds. */
export function cleared(stage: Stage): Stage {
  const memory = newMemory()
  return { ...stage, memory, foreseen: stage.foreseen && { ...stage.foreseen, memory: { ...newMemory(), worlds: memory.worlds } } }
}

function newMemory(): Memory {
  return { worlds: newWorlds(), settled: new Map(), acted: new Map(), after: new Map(), openActions: new Map(), openTriggers: new Map(), readyTriggers: [], tellingTriggers: [], hopes: new Map() }
}

export function setStage(problem: Problem): Stage {
  const characters = charactersOf(problem)
  const tables = initialTables(problem)
  const fixed = fixedProperties(problem)
  const setting: Setting = {
    problem, characters, fluents: [], numbers: new Map(),
    fixed: (key, property) => (fixed.has(property) ? valueIn(tables, problem, [], key, property) : undefined),
  }
  const wants = [...characters, null].map((who) => wantOf(setting, who))
  const actions = groundActions(setting)
  const triggers = groundTriggers(setting)
  const chosen = actions.filter((each) => each.consenting.length > 0 && !each.isAttempt)
  const payments = once(() => {
    const paymentsOf = paymentsBy(triggers, wants)
    return new Map(chosen.map((each) => [each, paymentsOf(each)]))
  })
  const soberFor = (want: Formula, owner: number): Sober => {
    const acts = chosen.filter((act) => act.consenting.every((other) => other === owner || payments().get(act)![other]))
    return { acts: new Set(acts), hope: hopeFor(want, acts, triggers) }
  }
  const utilities = wants.map((want, owner): Utility => ({ read: reader(want), hope: hopeFor(want, chosen, triggers), sober: once(() => soberFor(want, owner)) }))
  const common = { setting, tables, actions, actionsByLabel: byLabel(actions), utilities, actionRegister: registerOf(chosen) }
  const stage: Stage = { ...common, ...registersOf(triggers), memory: newMemory(), foreseen: undefined, isForeseen: false, isRestless: false }
  if ([...actions, ...triggers].every((each) => each.foreseen === each.atoms)) return stage
  const foreseeable = triggers.filter((each) => !each.isUnforeseen)
  const isRestless = mayStir(foreseeable, foreseeable.length < triggers.length)
  return cleared({ ...stage, foreseen: { ...stage, ...registersOf(foreseeable), isForeseen: true, isRestless } })
}

/** If a trigger lacks a part of itself (D33), or if what one tells a mind may no longer be undone there. */
function mayStir(foreseeable: readonly GroundEvent[], areSomeUnforeseen: boolean): boolean {
  return foreseeable.some(({ atoms, foreseen }) => atoms !== foreseen || (areSomeUnforeseen && atoms.some(({ chain }) => chain.length > 0)))
}

function registersOf(triggers: readonly GroundEvent[]): Pick<Stage, "triggers" | "triggerRegister" | "writingTriggers"> {
  return { triggers, triggerRegister: registerOf(triggers), writingTriggers: registerOf(triggers.filter(({ influence }) => influence.atoms.length > 0)) }
}

function once<R>(work: () => R): () => R {
  let result: { readonly is: R } | undefined
  return () => (result ??= { is: work() }).is
}

function byLabel(actions: readonly Action[]): ReadonlyMap<string, readonly Action[]> {
  const map = new Map<string, Action[]>()
  for (const action of actions) map.set(action.label, [...(map.get(action.label) ?? []), action])
  return map
}

function wantOf(setting: Setting, who: string | null): Formula {
  const body: Expression = setting.problem.utilities.find((each) => each.character === who)?.body ?? { kind: "constant", value: 0 }
  return instantiate(setting, body, new Map())
}

/** D21: NaN stands for unknown, which is neither higher nor lower than anything and equals nothing. `who` null: the author. */
export function utility(stage: Stage, world: World, who: number | null): number {
  const value = stage.utilities[who ?? stage.setting.characters.length].read(world)
  if (value === beyond) throw new Deeper()
  return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : NaN
}
