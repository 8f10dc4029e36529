/**
 * Not knowing (D31): would somebody who has no reason for an act have one, if certain things that they are
 * wrong about were to their mind as they really are? Every mind that D31 names is drawn and asked.
 */
import type { Expression } from "@dramaturg/model"
import { correction, mindAt } from "./events.js"
import { type Act, type Question, isExplained } from "./explain.js"
import { close, happen } from "./happen.js"
import { type Place, bindings, bodyOf, holds, keyOf } from "./read.js"
import { type Universe, type World, valueAt, worldOf } from "./worlds.js"

/** Deliberate misreadings of D31, all off by default: the test must notice each of them. */
export interface WiserMisreadings {
  /** The triggers of a mind that has become wiser are left where they are. */
  readonly staysUnsettled?: boolean
  /**
   * (f): who takes the state itself for their mind goes on believing of themselves what they really believe.
   */
  readonly forgetsOneself?: boolean
  /** (a) to (d): what they learn they do not notice about themselves. */
  readonly noSelfNotice?: boolean
  /** These of the six are not tried. */
  readonly untried?: string
}

/** D31 (a) to (f), in this order; the letter of the first mind in which the act would be explained. */
export function wiserBy(
  question: Question,
  world: World,
  act: Act,
  c: string,
  horizon: number,
  misread: WiserMisreadings = {},
): string | undefined {
  const { universe } = question
  const asks = (mind: World): boolean => isExplained(question, inPlaceOf(world, c, mind), act, c, horizon)
  const knows = (fluents: readonly string[]): boolean => asks(wiser(universe, world, c, fluents, misread))
  const wrong = wrongFluents(universe, world, c)
  const disbelieved = wrong.filter((each) =>
    fluentsAgainst(placeOf(universe, world.mind(c), act), act.template.precondition).includes(each),
  )
  const others = wrong.filter((each) => !disbelieved.includes(each))
  const tried: readonly (readonly [letter: string, ask: () => boolean])[] = [
    ["a", () => knows(disbelieved)],
    ["b", () => others.some((each) => knows([...disbelieved, each]))],
    ["c", () => knows(wrong)],
    [
      "d",
      () => others.some((one, i) => others.slice(i + 1).some((other) => knows([...disbelieved, one, other]))),
    ],
    ["e", () => isHelpedByOthersMinds(universe, world, c, asks)],
    ["f", () => asks(stateItself(universe, world, c, misread))],
  ]
  return tried.find(([letter, ask]) => !misread.untried?.includes(letter) && ask())?.[0]
}

function placeOf({ problem }: Universe, world: World, { binding }: Act): Place {
  return { problem, world, binding }
}

/** The same world with another mind in it. */
function inPlaceOf(world: World, c: string, mind: World): World {
  return { ...world, mind: (each) => (each === c ? mind : world.mind(each)) }
}

/** Every fluent that is not for c as it is. What is too deep is for somebody else to say. */
function wrongFluents({ problem }: Universe, world: World, c: string): readonly string[] {
  const mind = world.mind(c)
  const keys = new Set([...world.values.keys(), ...mind.values.keys()])
  return [...keys].filter((key) => valueAt(problem, world, key) !== valueAt(problem, mind, key))
}

/**
 * The mind of c, in which these are as they really are, which c also believes to believe (D14), and in which
 * triggers have settled.
 */
function wiser(
  universe: Universe,
  world: World,
  c: string,
  fluents: readonly string[],
  { staysUnsettled, noSelfNotice }: WiserMisreadings,
): World {
  const atoms = fluents.flatMap((each) => correction([], each, valueAt(universe.problem, world, each)).atoms)
  const learning =
    noSelfNotice === true ? { ...universe, misread: { ...universe.misread, noSelfNotice } } : universe
  const mind = happen(learning, world.mind(c), { kind: "correction", atoms })
  return staysUnsettled ? mind : close(universe, mind)
}

interface Misjudged {
  readonly chain: readonly string[]
  readonly fluent: string
}

/** (e): one thing about others' minds, two things of which one may be about the world, or all of it. */
function isHelpedByOthersMinds(
  universe: Universe,
  world: World,
  c: string,
  asks: (mind: World) => boolean,
): boolean {
  const all = misjudged(universe, world, c, [])
  const minds = all.filter(({ chain }) => chain.length > 0)
  const right = (about: readonly Misjudged[]): World =>
    about.reduce((mind, { chain, fluent }) => {
      const told = valueAt(universe.problem, mindAt(world, chain), fluent)
      return close(universe, happen(universe, mind, correction(chain, fluent, told)))
    }, world.mind(c))
  if (minds.some((each) => asks(right([each])))) return true
  if (all.some((one, i) => all.slice(i + 1).some((other) => asks(right([one, other]))))) return true
  return minds.length > 0 && asks(right(all))
}

/** What c thinks of a chain of minds, at most two deep, held against what is so there (D32). */
function misjudged(
  universe: Universe,
  world: World,
  c: string,
  chain: readonly string[],
): readonly Misjudged[] {
  const [actual, believed] = [mindAt(world, chain), mindAt(world, [c, ...chain])]
  const keys = new Set([...actual.values.keys(), ...believed.values.keys()])
  const here = [...keys]
    .filter((key) => valueAt(universe.problem, actual, key) !== valueAt(universe.problem, believed, key))
    .map((fluent) => ({ chain, fluent }))
  const inside =
    chain.length === 2
      ? []
      : universe.characters
          .filter((d) => d !== (chain.at(-1) ?? c))
          .flatMap((d) => misjudged(universe, world, c, [...chain, d]))
  return [...here, ...inside].sort((a, b) => a.chain.length - b.chain.length)
}

/**
 * The state itself in place of the mind of c: all others believe what they believe, c believes to believe
 * just this; triggers settle.
 */
function stateItself(
  universe: Universe,
  world: World,
  c: string,
  { forgetsOneself, staysUnsettled }: WiserMisreadings,
): World {
  const isOneself = (from: World, each: string): boolean =>
    from === world && each === c && forgetsOneself !== true
  const moved = (from: World, path: readonly string[]): World =>
    worldOf(universe.depth, path, from.values, (each) =>
      moved(isOneself(from, each) ? world : from.mind(each), [...path, each]),
    )
  const mind = moved(world, [c])
  return staysUnsettled ? mind : close(universe, mind)
}

/** The fluents, outside minds, by which a condition does not hold here. */
function fluentsAgainst(place: Place, e: Expression): readonly string[] {
  return fluentsBy(place, e, false)
}

/** Those by which it holds, or does not; none if that is not how it is. */
function fluentsBy(place: Place, e: Expression, isSo: boolean): readonly string[] {
  if (holds(place, e) !== isSo) return []
  switch (e.kind) {
    case "not":
      return fluentsBy(place, e.body, !isSo)
    case "and":
    case "or":
      return e.parts.flatMap((part) => fluentsBy(place, part, isSo))
    case "forall":
    case "exists":
      return bindings(place, e).flatMap((each) => fluentsBy(each, e.body, isSo))
    case "if":
      return [
        ...e.branches.flatMap((each) => fluentsRead(place, each.condition)),
        ...fluentsBy(place, bodyOf(place, e), isSo),
      ]
    default:
      return fluentsRead(place, e)
  }
}

/** All that is read there, outside minds. */
function fluentsRead(place: Place, e: Expression): readonly string[] {
  switch (e.kind) {
    case "constant":
    case "variable":
    case "believes":
      return []
    case "fluent":
      return [keyOf(place.binding, e)]
    case "knows":
      return [keyOf(place.binding, e.fluent)]
    case "not":
    case "is":
      return fluentsRead(place, e.body)
    case "and":
    case "or":
      return e.parts.flatMap((part) => fluentsRead(place, part))
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return bindings(place, e).flatMap((each) => fluentsRead(each, e.body))
    case "if":
      return [
        ...e.branches.flatMap((each) => [
          ...fluentsRead(place, each.condition),
          ...fluentsRead(place, each.body),
        ]),
        ...fluentsRead(place, e.otherwise),
      ]
    case "compare":
    case "arithmetic":
      return [...fluentsRead(place, e.left), ...fluentsRead(place, e.right)]
  }
}
