/**
 * The start of a world (D8): statements applied one after another, and defaults for what no statement says.
 */
import { type Effect, type Problem, type Slices, type Value, asItIs, charactersOf } from "@dramaturg/model"
import { atomsOf, written } from "./event.js"
import { type Facts, beyond, factsOf } from "./facts.js"
import { type Fluent, type Setting, fluentKey } from "./formula.js"
import { readingsOf } from "./happen.js"
import { reader } from "./read.js"
import { type World, type Worlds, actual, newWorlds, worldOf } from "./world.js"

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
    open: [],
    fixed: () => undefined,
  }
  const atoms = atomsOf(setting, statement, new Map())
  const world = worldFrom(setting, tables, newWorlds(), STATEMENT_DEPTH)
  const readers = atoms.map((each) => ({
    ...each,
    condition: reader(each.condition),
    value: reader(written(setting, each)),
  }))
  for (const { chain, fluent, value, sure } of readingsOf(world, readers)) {
    if (!sure) continue
    const table = tables.get(chain.join()) ?? new Map<string, Value>()
    table.set(keyOf(setting.fluents[fluent]), value === beyond ? null : value)
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

/**
 * The same of an open fluent (D40): who has it right has it right about others too, and what is as it is
 * stands only where the mind that holds it so does not know. `known` remembers answers.
 */
function openValueIn(
  tables: Tables,
  problem: Problem,
  chain: readonly number[],
  key: string,
  property: number,
  known: Map<string, Value>,
): Value {
  const go = (other: readonly number[]): Value => openValueIn(tables, problem, other, key, property, known)
  if (chain.length === 0) return valueIn(tables, problem, [], key, property)
  const place = `${chain.join()}:${key}`
  const before = known.get(place)
  if (before !== undefined) return before
  const outer = go(chain.slice(0, -1))
  const unsaid = outer === asItIs ? go([...chain.slice(0, -2), ...chain.slice(-1)]) : outer
  const stated = tables.get(chain.join())?.get(key)
  const said = stated === undefined ? unsaid : stated
  const value = said === asItIs && (outer !== null || chain.length === 1) && outer !== asItIs ? outer : said
  known.set(place, value)
  return value
}

/** The world that the tables describe, before any trigger. */
export function worldFrom(setting: Setting, tables: Tables, worlds: Worlds, depth: number): World {
  const { problem } = setting
  const hasOpen = problem.properties.some(({ isOpen }) => isOpen)
  const known = new Map<string, Value>()
  return build([], depth)

  function build(chain: readonly number[], remaining: number): World {
    const values = setting.fluents.map((fluent) =>
      problem.properties[fluent.property].isOpen
        ? openValueIn(tables, problem, chain, keyOf(fluent), fluent.property, known)
        : valueIn(tables, problem, chain, keyOf(fluent), fluent.property),
    )
    const facts = factsOf(worlds.facts, values)
    const owner = hasOpen ? (chain.at(-1) ?? actual) : actual
    return isSpokenBeyond(tables, chain) || values.includes(asItIs)
      ? worldOf(worlds, facts, minds(chain, remaining), owner)
      : alike(facts, remaining, owner)
  }

  function minds(chain: readonly number[], remaining: number): readonly World[] {
    return remaining === 0 ? [] : setting.characters.map((_, c) => build([...chain, c], remaining - 1))
  }

  /** No statement concerns minds in this mind, so all of them are like it. */
  function alike(facts: Facts, remaining: number, owner: number): World {
    let minds: readonly World[] = []
    for (let depth = 0; depth < remaining; depth++) {
      const of = (who: number): World => worldOf(worlds, facts, minds, who)
      const one = hasOpen ? undefined : of(owner)
      minds = setting.characters.map((_, c) => one ?? of(c))
    }
    return worldOf(worlds, facts, minds, owner)
  }
}

/** Whether something is said about a mind within the mind at the end of this chain. */
function isSpokenBeyond(tables: Tables, chain: readonly number[]): boolean {
  const start = chain.length === 0 ? "" : `${chain.join()},`
  return [...tables.keys()].some((key) => key.length > start.length && key.startsWith(start))
}
