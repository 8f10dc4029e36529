/**
 * Single changes to a world that might let a story end as asked, kind by kind, what lies nearest
 * first: a limit, a want, a belief, a fact, a belief about a belief, a rule. Only what has a bearing on the
 * ending is changed: what the ending reads, what is read by acts and rules that write such things, and by the
 * wants of those who do them.
 */
import {
  charactersOf,
  choicesFor,
  type Effect,
  type Expression,
  type Limits,
  type Opening,
  type OpeningKind,
  type Problem,
  type Slices,
  referenceTo,
  type Value,
  subexpressionsOf,
  valuesOf,
} from "@dramaturg/model"
import { type Cell } from "../semantics/facts.js"
import { type Fluent, fluentKey } from "../semantics/formula.js"
import { valueIn } from "../semantics/start.js"
import { valueAlong } from "../semantics/world.js"
import { inScene } from "../replay/scene.js"
import { mergedLimits, type StatedLimits } from "../search/limits.js"

export type Change = Opening extends infer O ? (O extends Opening ? Omit<O, "story"> : never) : never

export interface Changed {
  readonly change: Change
  readonly problem: Problem
  readonly limits: StatedLimits | undefined
}

export interface Kind {
  readonly kind: OpeningKind
  /** How many there are. */
  readonly of: number
  /** Those that are tried. */
  readonly changes: readonly Changed[]
}

/** More than this of one kind are not tried. */
const MOST = 150

function whole(kind: OpeningKind, changes: readonly Changed[]): Kind {
  return { kind, of: changes.length, changes }
}

/** Cheap ones first, and those that change least. */
export function* changesOf(problem: Problem, limits: StatedLimits | undefined): Slices<readonly Kind[]> {
  const bearing = bearingOn(problem)
  const world = (change: Change, changed: Problem): Changed => ({ change, problem: changed, limits })
  const facts = yield* factsOf(problem, bearing)
  const people = charactersOf(problem).filter(
    (each) => bearing.people.has(each) && problem.utilities.some(({ character }) => character === each),
  )
  const minds = people.flatMap((each) =>
    charactersOf(problem)
      .filter((other) => other !== each && bearing.minds)
      .map((other) => [each, other]),
  )
  return [
    whole("limit", widened(problem, limits)),
    whole(
      "want",
      wants(problem).map(({ change, changed }) => world(change, changed)),
    ),
    {
      kind: "belief",
      ...beliefs(
        problem,
        facts,
        people.map((each) => [each]),
        world,
      ),
    },
    { kind: "fact", ...beliefs(problem, facts, [[]], world) },
    { kind: "belief about a belief", ...beliefs(problem, facts, minds, world) },
    whole(
      "rule",
      withoutRules(problem).map(({ change, changed }) => world(change, changed)),
    ),
  ]
}

/** How much further a limit is set. */
const WIDER = [1, 3]

/** With one limit wider at a time. */
export function widened(problem: Problem, given: StatedLimits | undefined): readonly Changed[] {
  const limits = mergedLimits(problem.limits, given ?? {})
  return (["author", "character", "belief"] as const satisfies readonly (keyof Limits)[]).flatMap((limit) => {
    const was = limits[limit]
    if (was === undefined || was === null) return []
    return WIDER.map(
      (by): Changed => ({
        change: { kind: "limit", limit, was, value: was + by },
        problem,
        limits: { ...limits, [limit]: was + by },
      }),
    )
  })
}

interface Rewritten {
  readonly change: Change
  readonly changed: Problem
}

function wants(problem: Problem): readonly Rewritten[] {
  const wish = problem.utilities.find((each) => each.character === null)
  return wish === undefined
    ? []
    : charactersOf(problem).map((character) => ({
        change: { kind: "want", character },
        changed: {
          ...problem,
          utilities: [
            ...problem.utilities.filter((each) => each.character !== character),
            { character, body: wish.body },
          ],
        },
      }))
}

function withoutRules(problem: Problem): readonly Rewritten[] {
  return problem.triggers
    .filter((each) => each.isHidden !== true)
    .map(({ name }) => ({
      change: { kind: "rule", trigger: name },
      changed: { ...problem, triggers: problem.triggers.filter((each) => each.name !== name) },
    }))
}

/** Of the numbers only those near by are tried, the nearest first. */
const STEPS = [1, -1, 2, -2, 3, -3]

function otherValues(problem: Problem, property: number, was: Value): readonly Value[] {
  const { type } = problem.properties[property]
  if (type !== "number") return valuesOf(problem, type).filter((each) => each !== was)
  return typeof was === "number" ? STEPS.map((each) => was + each) : []
}

/**
 * What a chain of characters would have to believe at the start; for the empty chain, what would have to be
 * so.
 */
function beliefs(
  problem: Problem,
  facts: readonly Fact[],
  minds: readonly (readonly string[])[],
  world: (change: Change, changed: Problem) => Changed,
): Omit<Kind, "kind"> {
  const found: Changed[] = []
  let of = 0
  const constant = (value: Value): Expression & { kind: "constant" } => ({ kind: "constant", value })
  for (const { property, reference: fluent, wasTo } of facts) {
    for (const believers of minds) {
      const was = wasTo(believers)
      for (const value of otherValues(problem, property, was)) {
        of++
        if (found.length >= MOST) continue
        const place = { kind: "fluent" as const, property, arguments: fluent.arguments.map(constant) }
        const statement: Effect = {
          kind: "assign",
          believers: believers.map(constant),
          fluent: place,
          value: constant(value),
        }
        const change: Change =
          believers.length === 0
            ? { kind: "fact", fluent, was, value }
            : { kind: "belief", believers, fluent, was, value }
        found.push(world(change, { ...problem, initial: [...problem.initial, statement] }))
      }
    }
  }
  return { of, changes: found }
}

interface Fact extends Fluent {
  /** What it is at the start to these minds within minds; for the empty chain: what it is. */
  readonly wasTo: (believers: readonly string[]) => Value
}

/**
 * Those that can change, then those that never do (the ground task has no place for them, but a world may
 * hang on one); the nearest to the ending first.
 */
function* factsOf(problem: Problem, { rank }: Bearing): Slices<readonly Fact[]> {
  return yield* inScene(problem, 2, function* ({ task: { setting, tables }, start }) {
    yield
    const known = (value: Cell): Value => (typeof value === "symbol" ? null : value)
    const chainOf = (believers: readonly string[]): readonly number[] =>
      believers.map((each) => setting.characters.indexOf(each))
    const moving = setting.fluents.map(
      (fluent, i): Fact => ({
        ...fluent,
        wasTo: (believers) => known(valueAlong(start, chainOf(believers), i)),
      }),
    )
    const met = new Set(moving.map((each) => each.reference.label))
    const still = problem.properties.flatMap(({ name }, property) =>
      argumentsOf(problem, property).map(
        (values): Fact => ({
          property,
          reference: referenceTo(name, values),
          wasTo: () => valueIn(tables, problem, [], fluentKey(property, values), property),
        }),
      ),
    )
    const all = [...moving, ...still.filter((each) => !met.has(each.reference.label))]
    return all
      .filter(({ property }) => rank.has(property) && problem.properties[property].isHidden !== true)
      .sort((a, b) => rank.get(a.property)! - rank.get(b.property)!)
  })
}

/** Of a property with more instances than this only those are tried that something asks about. */
const MOST_INSTANCES = 200

function argumentsOf(problem: Problem, property: number): readonly (readonly Value[])[] {
  let found: readonly (readonly Value[])[] = [[]]
  for (const each of problem.properties[property].parameters) {
    const choices = choicesFor(problem, each)
    if (found.length * choices.length > MOST_INSTANCES) return []
    found = found.flatMap((values) => choices.map((value) => [...values, value]))
  }
  return found
}

// What has a bearing on the ending

interface Bearing {
  /** Properties, by how many acts they lie from the ending. */
  readonly rank: ReadonlyMap<number, number>
  /** Who may have to consent to something on the way. */
  readonly people: ReadonlySet<string>
  /** Whether what people believe of one another is read, or others are counted on, anywhere on the way. */
  readonly minds: boolean
}

function bearingOn(problem: Problem): Bearing {
  const rank = new Map<number, number>()
  const people = new Set<string>()
  const wish = problem.utilities.find((each) => each.character === null)
  let edge = propertiesIn(wish === undefined ? [] : [wish.body])
  for (let distance = 0; edge.size > 0; distance++) {
    for (const each of edge) rank.set(each, distance)
    const events = [...problem.actions, ...problem.triggers].filter(({ effect }) =>
      writtenBy(effect).some((each) => edge.has(each)),
    )
    const doers = problem.actions
      .filter((each) => events.includes(each))
      .flatMap(({ consenting }) =>
        consenting.flatMap((each) =>
          each.kind === "constant" ? [String(each.value)] : charactersOf(problem),
        ),
      )
    doers.forEach((each) => people.add(each))
    const wishes = problem.utilities
      .filter(({ character }) => character !== null && doers.includes(character))
      .map((each) => each.body)
    const read = propertiesIn([
      ...wishes,
      ...events.flatMap(({ precondition, effect }) => [precondition, ...expressionsIn(effect)]),
    ])
    edge = new Set([...read].filter((each) => !rank.has(each)))
  }
  return {
    rank,
    people,
    minds:
      people.size > 1 ||
      [
        ...problem.utilities.map((each) => each.body),
        ...problem.actions.map((each) => each.precondition),
      ].some(looksIntoMinds),
  }
}

function looksIntoMinds(expression: Expression): boolean {
  return expression.kind === "believes" || subexpressionsOf(expression).some(looksIntoMinds)
}

function propertiesIn(expressions: readonly Expression[]): Set<number> {
  const found = new Set<number>()
  const visit = (each: Expression): void => {
    if (each.kind === "fluent") found.add(each.property)
    subexpressionsOf(each).forEach(visit)
  }
  expressions.forEach(visit)
  return found
}

function writtenBy(effect: Effect): readonly number[] {
  switch (effect.kind) {
    case "assign":
      return [effect.fluent.property]
    case "all":
      return effect.parts.flatMap(writtenBy)
    case "if":
      return [
        ...effect.branches.map(({ body }) => body),
        ...(effect.otherwise === undefined ? [] : [effect.otherwise]),
      ].flatMap(writtenBy)
    default:
      return writtenBy(effect.body)
  }
}

function expressionsIn(effect: Effect): readonly Expression[] {
  switch (effect.kind) {
    case "assign":
      return [effect.value]
    case "all":
      return effect.parts.flatMap(expressionsIn)
    case "if":
      return [
        ...effect.branches.flatMap(({ condition, body }) => [condition, ...expressionsIn(body)]),
        ...(effect.otherwise === undefined ? [] : expressionsIn(effect.otherwise)),
      ]
    default:
      return expressionsIn(effect.body)
  }
}
