/** A plot followed act by act in the checker's worlds, before reasons are looked for. */
import type { Happening, Lack, Problem, Slices, Span, Value } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import { type Cell, valueOf } from "../semantics/facts.js"
import { after } from "../semantics/happen.js"
import type { World } from "../semantics/world.js"
import { type Instance, instanceOf, lacksOf } from "../replay/condition.js"
import { keyOf } from "../replay/difference.js"
import { afterwards } from "../replay/take-apart.js"
import { worthOf } from "../replay/motive.js"
import { remember, type Since } from "../replay/needs.js"
import { actionNamed, decided, inScene, type Scene } from "../replay/scene.js"
import { taskFor } from "../replay/task-for.js"

/** How a character whose consent an act needs looks at it. */
export interface View {
  readonly character: string
  /** What keeps the act from being possible in their mind. */
  readonly disbelief: readonly Lack[]
  readonly utility: number | null
}

/** An act where it stands. */
export interface Sight {
  readonly act: string
  readonly origin: Span | undefined
  /** Undefined: it is not within the limits to tell, for it takes deeper minds than are followed. */
  readonly isPossible: boolean | undefined
  /** What it lacks. Nothing, though it is not possible: triggers would never come to rest. */
  readonly lacks: readonly Lack[]
  readonly views: readonly View[]
  /**
   * What each character believes of the fluent of a label, and since when: by character, in the order of the
   * problem.
   */
  readonly beliefs: (label: string) => readonly Believed[]
}

export interface Believed {
  readonly character: string
  readonly value: unknown
  readonly actual: unknown
  readonly since: number
}

export interface Seen {
  readonly sights: readonly Sight[]
  /**
   * The author's utility before each act and after the last; null: unknown; undefined: it takes deeper minds
   * than are followed.
   */
  readonly worth: readonly (number | null | undefined)[]
  readonly occurrences: readonly Happening[]
}

/**
 * Follows the acts. One that is not possible is taken to have happened all the same, and one that can never
 * happen, to have left no trace (D30). Throws if an act is none of this world's.
 */
export function* see(
  problem: Problem,
  acts: readonly string[],
  canHappen: (act: string) => boolean,
): Slices<Seen> {
  const task = taskFor(problem, acts)
  return yield* inScene(
    problem,
    1,
    function* (scene) {
      const since: Since = new Map()
      const sights: Sight[] = []
      const worth = [worthOf(scene, scene.start, null)]
      let world = scene.start
      const occurrences: Happening[] = []
      for (const label of acts) {
        const action = actionNamed(scene, label, world)
        const instance = instanceOf(problem, label)
        if (instance === undefined || action === undefined)
          throw new Error(`${label} is no act of this world.`)
        sights.push(sightOf(scene, world, action, instance, new Map(since)))
        if (canHappen(label))
          world = yield* afterwards(scene, world, action, (kind, label, shifts) => {
            occurrences.push({ number: occurrences.length + 1, act: sights.length, kind, label })
            remember(since, shifts, occurrences.length)
          })
        worth.push(worthOf(scene, world, null))
        yield
      }
      return { sights, worth, occurrences }
    },
    task,
  )
}

function sightOf(scene: Scene, world: World, action: Action, instance: Instance, since: Since): Sight {
  const { task } = scene
  const holds = decided(scene, action.precondition(world))
  const views = action.consenting.map(
    (c): View => ({
      character: task.setting.characters[c],
      utility: worthOf(scene, world.minds[c], c) ?? null,
      disbelief:
        decided(scene, action.precondition(world.minds[c])) !== false
          ? []
          : lacksOf(scene, world, instance, since, [c]),
    }),
  )
  return {
    act: action.label,
    origin: instance.template.origin,
    views,
    isPossible: holds && after(task, world, action) !== null,
    lacks: holds !== false ? [] : lacksFor(scene, world, instance, since),
    beliefs: (label) => beliefsOf(scene, world, since, label),
  }
}

/** An act whose effects contradict each other lacks nothing that one could name. */
function lacksFor(scene: Scene, world: World, instance: Instance, since: Since): readonly Lack[] {
  const lacks = lacksOf(scene, world, instance, since)
  const { origin } = instance.template
  return lacks.length > 0
    ? lacks
    : [{ condition: "False", ...(origin ? { origin } : {}), believers: [], reads: [] }]
}

function beliefsOf(
  { task: { setting } }: Scene,
  world: World,
  since: Since,
  label: string,
): readonly Believed[] {
  const fluent = setting.fluents.findIndex((each) => each.reference.label === label)
  if (fluent < 0) return []
  return setting.characters.map((character, c) => ({
    character,
    value: plain(valueOf(world.minds[c].facts, fluent)),
    actual: plain(valueOf(world.facts, fluent)),
    since: since.get(keyOf([c], fluent)) ?? 0,
  }))
}

/** What lies beyond is told as unknown. */
function plain(value: Cell): Value {
  return typeof value === "symbol" ? null : value
}
