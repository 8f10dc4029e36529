/** A world as a program holds it: what it declares, and behind it what the functions of the library need. */
import type { CompiledWorld, SoundWorld } from "@dramaturg/analysis"
import { charactersOf, type Diagnostic, type Problem } from "@dramaturg/model"
import { UsageError } from "./errors.js"
import { named } from "./options.js"

/**
 * A world without errors, as `load` (or, without its text, `open` of `dramaturg/runtime`) makes it.
 * Immutable.
 */
export interface World {
  /** The name of its file without the ending. */
  readonly name: string
  /** The comment at the head of its text; undefined: there is none. */
  readonly doc: string | undefined
  /** The names of its characters, in the order of the text. */
  readonly characters: readonly string[]
  /** The titles of its scenarios, in the order of the text. */
  readonly scenarios: readonly string[]
  /** Remarks that are no errors, in the order of the text. */
  readonly warnings: readonly Diagnostic[]
  /** The checked and typed world, which `@dramaturg/engine` takes; plain data (docs/formats/problem.md). */
  readonly problem: Problem
}

const texts = new WeakMap<World, SoundWorld>()
const worlds = new WeakSet<World>()

/** Makes the world that a program holds. `sound`: with its text; else it was compiled before. */
export function worldOf(compiled: CompiledWorld, sound?: SoundWorld): World {
  const { problem } = compiled
  const world: World = Object.freeze({
    name: problem.name,
    doc: problem.doc,
    characters: charactersOf(problem),
    scenarios: (sound?.scenarios ?? []).map((each) => each.title),
    warnings: sound?.diagnostics ?? [],
    problem,
  })
  worlds.add(world)
  if (sound !== undefined) texts.set(world, sound)
  return world
}

/** Throws a UsageError unless it is a world that the library made. */
export function checkWorld(call: string, world: unknown): asserts world is World {
  if (world instanceof Promise)
    throw new UsageError(`${call}() takes a world, not the promise of one: write \`await load(…)\`.`)
  if (world === undefined)
    throw new UsageError(`${call}() takes a world as its first argument, which is missing.`)
  if (typeof world !== "object" || world === null || !worlds.has(world as World))
    throw new UsageError(`${call}() takes a world that load() made, not ${named(world)}.`)
}

/** The world with its text. Throws a UsageError of a world that was opened without. */
export function soundOf(call: string, world: World): SoundWorld {
  checkWorld(call, world)
  const sound = texts.get(world)
  if (sound === undefined)
    throw new UsageError(
      `${call}() reads texts about a world, and this one was opened without its reader: use load().`,
    )
  return sound
}
