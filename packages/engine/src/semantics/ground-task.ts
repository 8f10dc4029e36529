/**
 * The ground task of the definitions: the events of a problem, its utilities, the statements of its start,
 * and what has been computed of its worlds so far.
 */
import { type Expression, type Problem, type Slices, charactersOf } from "@dramaturg/model"
import { type Action, type GroundEvent, groundActions, groundTriggers } from "./event.js"
import { type Possibility, possibilities } from "./cases.js"
import { fixedProperties } from "./fixed.js"
import { type Formula, type Setting, instantiate } from "./formula.js"
import { type Reader, reader } from "./read.js"
import { type Tables, initialTables, valueIn } from "./start.js"
import { type World, type Worlds, newWorlds } from "./world.js"

export interface GroundTask {
  readonly setting: Setting
  readonly tables: Tables
  readonly actions: readonly Action[]
  readonly actionsByLabel: ReadonlyMap<string, readonly Action[]>
  readonly triggers: readonly GroundEvent[]
  /** By character; the author's last. */
  readonly utilities: readonly Utility[]
  /** By open fluent, in the order of cases (D41). */
  readonly possible: ReadonlyMap<number, readonly Possibility[]>
  /** The most fluents that a case supposes (D41). */
  readonly mostSupposed: number
  /** Does anybody infer anything from acts (D45)? */
  readonly infers: boolean
  readonly memory: Memory
  readonly candidates: Candidates
  readonly candidatesFor: (task: GroundTask) => Candidates
  /** The same task as characters can foresee it (D33); undefined: nothing is unforeseen. */
  readonly foreseen: GroundTask | undefined
  /** Is this the task as characters can foresee it? */
  readonly isForeseen: boolean
  /** May triggers that rest in what happens re-fire in what is foreseen? */
  readonly mayRefire: boolean
}

export interface Utility {
  readonly formula: Formula
  readonly read: Reader
}

/**
 * The triggers that are tested in a world, in order: all of them, unless the caller passes an index that
 * leaves out some that would change nothing there (prove/event-index.ts).
 */
export type Candidates = (world: World) => readonly GroundEvent[]

/** Results computed once. None depends on the plan in question, so they only save time. */
export interface Memory {
  readonly worlds: Worlds
  /** Minds in which a fluent became a value, by owner, fluent and value; only where people wonder. */
  readonly corrected: Map<string, Map<World, World>>
  readonly settled: Map<World, World>
  readonly acted: Map<Action, Map<World, World>>
  /** Null where the closure never ends. */
  readonly after: Map<Action, Map<World, World | null>>
}

/** Makes a problem ground, event by event. `candidatesFor` may supply an index of triggers. */
export function* groundTask(
  problem: Problem,
  candidatesFor: GroundTask["candidatesFor"] = everyTrigger,
): Slices<GroundTask> {
  const tables = yield* initialTables(problem)
  yield
  const fixed = fixedProperties(problem)
  const setting: Setting = {
    problem,
    characters: charactersOf(problem),
    fluents: [],
    numbers: new Map(),
    open: [],
    fixed: (key, property) => (fixed.has(property) ? valueIn(tables, problem, [], key, property) : undefined),
  }
  const utilities = [...setting.characters, null].map((who) => utilityOf(setting, who))
  const actions = yield* groundActions(setting)
  const triggers = yield* groundTriggers(setting)
  const { cases, infer = 0 } = problem.limits
  const common = {
    setting,
    tables,
    actions,
    actionsByLabel: byLabel(actions),
    utilities,
    possible: possibilities(setting),
    mostSupposed: cases === null ? Infinity : (cases ?? 1),
    infers: infer !== 0 && problem.properties.some(({ isOpen }) => isOpen),
    candidatesFor,
  }
  const task = withMemory(
    { ...common, triggers, foreseen: undefined, isForeseen: false, mayRefire: false },
    newWorlds(),
  )
  if ([...actions, ...triggers].every((each) => each.foreseen === each.atoms)) return task
  const foreseeable = triggers.filter((each) => !each.isUnforeseen)
  return fresh({
    ...task,
    foreseen: {
      ...task,
      triggers: foreseeable,
      isForeseen: true,
      mayRefire: mayRefire(foreseeable, foreseeable.length < triggers.length),
    },
  })
}

/**
 * The task with nothing computed yet, and with a setting of its own, to which fluents may be added before
 * there are worlds. What can be foreseen has a memory of its own, over the same worlds.
 */
export function fresh(task: GroundTask): GroundTask {
  const setting = {
    ...task.setting,
    fluents: [...task.setting.fluents],
    numbers: new Map(task.setting.numbers),
    open: [...task.setting.open],
  }
  const worlds = newWorlds()
  return withMemory(
    { ...task, setting, foreseen: task.foreseen && withMemory({ ...task.foreseen, setting }, worlds) },
    worlds,
  )
}

function withMemory(task: Omit<GroundTask, "memory" | "candidates">, worlds: Worlds): GroundTask {
  const made = {
    ...task,
    memory: { worlds, settled: new Map(), corrected: new Map(), acted: new Map(), after: new Map() },
    candidates: (() => []) as Candidates,
  }
  made.candidates = task.candidatesFor(made)
  return made
}

function everyTrigger({ triggers }: GroundTask): Candidates {
  return () => triggers
}

/**
 * True if a trigger lacks a part of its effect (D33), or if what one writes in a mind may no longer be undone
 * there.
 */
function mayRefire(foreseeable: readonly GroundEvent[], areSomeUnforeseen: boolean): boolean {
  return foreseeable.some(
    ({ atoms, foreseen }) =>
      atoms !== foreseen || (areSomeUnforeseen && atoms.some(({ chain }) => chain.length > 0)),
  )
}

function byLabel(actions: readonly Action[]): ReadonlyMap<string, readonly Action[]> {
  const map = new Map<string, Action[]>()
  for (const action of actions) map.set(action.label, [...(map.get(action.label) ?? []), action])
  return map
}

function utilityOf(setting: Setting, who: string | null): Utility {
  const body: Expression = setting.problem.utilities.find((each) => each.character === who)?.body ?? {
    kind: "constant",
    value: 0,
  }
  const formula = instantiate(setting, body, new Map())
  return { formula, read: reader(formula) }
}
