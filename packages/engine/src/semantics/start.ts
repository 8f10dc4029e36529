/**
 * The start of a world (D8): statements applied one after another, and defaults for what no statement says.
 */
import { type Effect, type Problem, type Slices, type Value, charactersOf } from "@dramaturg/model"
import { atomsOf } from "./event.js"
import { type Cell, type Facts, beyond, factsOf } from "./facts.js"
import { type Fluent, type Setting, fluentKey } from "./formula.js"
import { reader } from "./read.js"
import { type World, type Worlds, newWorlds, worldOf } from "./world.js"

/** What has been stated of each fluent, for each chain of believers (by index, joined with commas). */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, Value>>

/** The depth of the minds that a statement about the start can read; deeper ones read as unknown. */
const STATEMENT_DEPTH = 4

/** What the statements of the start say, in source order; later ones override. */
export function* initialTables(problem: Problem): Slices<Tables> {
  const tables = new Map<string, Map<string, Value>>()
  for (const statement of problem.initial) {
    impose(problem, tables, statement)
    yield
  }
  return tables
}

function impose(problem: Problem, tables: Map<string, Map<string, Value>>, statement: Effect): void {
  const setting: Setting = {
    problem,
    characters: charactersOf(problem),
    fluents: [],
    numbers: new Map(),
    fixed: () => undefined,
  }
  const atoms = atomsOf(setting, statement, new Map())
  const world = worldFrom(setting, tables, newWorlds(), STATEMENT_DEPTH)
  for (const { chain, fluent, condition, value } of atoms) {
    if (reader(condition)(world) !== true) continue
    const read: Cell = reader(value)(world)
    const table = tables.get(chain.join()) ?? new Map<string, Value>()
    table.set(keyOf(setting.fluents[fluent]), read === beyond ? null : read)
    tables.set(chain.join(), table)
  }
}

function keyOf({ property, reference }: Fluent): string {
  return fluentKey(property, reference.arguments)
}

/**
 * What is stated of a fluent in a mind, or else in the mind without its innermost believer, and so on down to
 * the default.
 */
export function valueIn(
  tables: Tables,
  problem: Problem,
  chain: readonly number[],
  key: string,
  property: number,
): Value {
  for (let length = chain.length; length >= 0; length--) {
    const said = tables.get(chain.slice(0, length).join())?.get(key)
    if (said !== undefined) return said
  }
  const { type } = problem.properties[property]
  return type === "boolean" ? false : type === "number" ? 0 : null
}

/** The world that the tables describe, before any trigger. */
export function worldFrom(setting: Setting, tables: Tables, worlds: Worlds, depth: number): World {
  return build([], depth)

  function build(chain: readonly number[], remaining: number): World {
    const values = setting.fluents.map((fluent) =>
      valueIn(tables, setting.problem, chain, keyOf(fluent), fluent.property),
    )
    const facts = factsOf(worlds.facts, values)
    return isSpokenBeyond(tables, chain)
      ? worldOf(worlds, facts, minds(chain, remaining))
      : alike(facts, remaining)
  }

  function minds(chain: readonly number[], remaining: number): readonly World[] {
    return remaining === 0 ? [] : setting.characters.map((_, c) => build([...chain, c], remaining - 1))
  }

  /** No statement concerns minds in this mind, so all of them are like it. */
  function alike(facts: Facts, remaining: number): World {
    if (remaining === 0) return worldOf(worlds, facts, [])
    const mind = alike(facts, remaining - 1)
    return worldOf(
      worlds,
      facts,
      setting.characters.map(() => mind),
    )
  }
}

/** Whether something is said about a mind within the mind at the end of this chain. */
function isSpokenBeyond(tables: Tables, chain: readonly number[]): boolean {
  const start = chain.length === 0 ? "" : `${chain.join()},`
  return [...tables.keys()].some((key) => key.length > start.length && key.startsWith(start))
}
