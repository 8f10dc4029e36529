/**
 * Worlds as the definitions draw them (D1): a value for every fluent, and for each character another such
 * world. The tree has no end, so a mind is made when somebody looks into it, and kept. Nothing is shared on
 * purpose, nothing is numbered.
 */
import type { ActionTemplate, Problem, TriggerTemplate, Value } from "@dramaturg/model"

/** What a fluent holds if that hangs on minds deeper than we look (D20). To read it is to look too deep. */
export const BEYOND = Symbol("beyond")

export interface World {
  /** The owner path: c1…ck for what c1 believes that … ck believes; empty for the actual world. */
  readonly path: readonly string[]
  /**
   * The world is not its owner's mind but what stands beside it in a plan: a case, in which the owner foresees
   * every act (D41), or what the owner takes to be so (D39).
   */
  readonly stage?: "case" | "plan"
  /** By the key of the fluent. A fluent that is not listed has its default. */
  readonly values: ReadonlyMap<string, Value | typeof BEYOND>
  /** B(W, c). */
  mind(character: string): World
}

/** Deliberate misreadings of the definitions, all off by default: a test must notice each of them. */
export interface Misreadings {
  /** D22 M4 is not asked, and neither is its twin, the empty shortcut of D23. */
  readonly plansMayPassTheirEnd?: boolean
  /** D22 M4 as strict as S5: nothing on the way may be as good as the end. */
  readonly plansMustClimb?: boolean
  /** D23: a shortcut that ends higher counts as well. */
  readonly higherIsAsGood?: boolean
  /** D23: any possible shortcut counts, explained or not. */
  readonly shortcutsNeedNoReasons?: boolean
  /** D22 M3, D25: the plans inside a plan start with a full horizon. */
  readonly freshHorizon?: boolean
  /** D13: whatever is repaired becomes what it really is. */
  readonly surpriseTellsAll?: boolean
  /** D8: what nobody has said is found by dropping the outermost believer. */
  readonly dropOutermost?: boolean
  /** D22 M3: one's own later acts need no motive. */
  readonly ownActsAreFree?: boolean
  /** D25, M1: the belief limit counts one level more. */
  readonly oneLevelMore?: boolean
  /** D14: what one is told, one does not notice about oneself. */
  readonly noSelfNotice?: boolean
  /** D33: characters count on what is unforeseen. */
  readonly unforeseenIsCountedOn?: boolean
  /** D33: when it really happens, it happens in nobody's mind. */
  readonly unforeseenMissesMinds?: boolean
  /** D33: what nobody foresees does not happen to the author either. */
  readonly unforeseenNeverHappens?: boolean
  /** D33: a character's shortcuts go as things really go. */
  readonly shortcutsAreLucky?: boolean
  /** D34: who does not see the change is not told. */
  readonly commonMustBeSeen?: boolean
  /** D34: who is told does not think that the others are. */
  readonly commonStaysPrivate?: boolean
  /**
   * D11: a condition that comes out true for an event's parameters, whatever the world, is taken for none.
   */
  readonly conditionsAreFolded?: boolean
  /** D11: what is reckoned from fixed values is taken for a fixed value. */
  readonly valuesAreFolded?: boolean
  /** D40: nobody is ever taken to have it right, whatever it is. */
  readonly nobodyHasItRight?: boolean
  /** D40: the same, but for what the start says. */
  readonly nobodyIsTakenToLearn?: boolean
  /** D40: what is said of a mind within a mind is never as it is. */
  readonly chainsTellNothing?: boolean
  /** D40: in a mind that has it right, nobody is taken to learn it. */
  readonly knowersSeeNothing?: boolean
  /** D40, D41: in a case one may come to have right, as it is, what is not supposed. */
  readonly planningFindsOut?: boolean
  /** D40: what one learns of a fluent, one does not learn of those who know it. */
  readonly learningIsPrivate?: boolean
  /** D40: who had it right has it right after it has changed unseen. */
  readonly nothingGoesStale?: boolean
  /** D40, D13: who is seen to act on an answer is not taken to have one. */
  readonly actingShowsNothing?: boolean
  /** D40, D8: who has it right is not taken to know who else has. */
  readonly knowersTakeAllForKnowers?: boolean
  /** D41: `might` is not asked. */
  readonly everythingMightBe?: boolean
  /** D41: as many fluents as there are may be supposed. */
  readonly casesWithoutLimit?: boolean
  /** D41: nobody who is taken to know is taken to know what is supposed. */
  readonly supposingTeachesNobody?: boolean
  /** D41: in a case one takes in only what one sees. */
  readonly noForesight?: boolean
  /** D42 M2: hopes are measured by what would be so, not by what one would know. */
  readonly hopeReadsFacts?: boolean
  /** D42 M3: one need not know enough to do it. */
  readonly actsInTheDark?: boolean
  /** D42: nobody hopes. */
  readonly noHope?: boolean
  /** D42 M6: nothing is feared. */
  readonly noM6?: boolean
  /** D42 M5: a shortcut may be feared. */
  readonly noM6inM5?: boolean
  /** D42 M7: one may hope to be misled. */
  readonly noM7?: boolean
  /** D45: of several things that would explain an act, the first is inferred. */
  readonly theFirstWillDo?: boolean
  /** D45: only what somebody is like is inferred, and not that they know it. */
  readonly nobodyIsInferredToKnow?: boolean
  /** D45: in a plan, too, people infer from what others do. */
  readonly plansCountOnInference?: boolean
  /** D35: demands are not asked. */
  readonly anythingGoes?: boolean
}

export interface Universe {
  readonly problem: Problem
  /** Whether B(B(W, c), c) is B(W, c), by law and not by chance (D39). */
  readonly isIntrospective: boolean
  readonly characters: readonly string[]
  readonly actions: readonly GroundEvent<ActionTemplate>[]
  readonly triggers: readonly GroundEvent<TriggerTemplate>[]
  /**
   * The same world if neither unforeseen triggers nor unforeseen atoms happen (D33); that one's is itself.
   */
  readonly foreseen: Universe
  readonly isForeseen: boolean
  /**
   * Whether a mind at rest may stir if nothing unforeseen happens: some trigger lacks a part of itself, or
   * what it writes in a mind within may no longer be undone there.
   */
  readonly isRestless: boolean
  /** The booleans that nothing ever writes, and about which nobody is said to believe otherwise (D13). */
  readonly settled: ReadonlySet<string>
  /** By the world that came to rest: how it did, world by world, with the trigger that fired in each. */
  readonly closures: WeakMap<World, readonly Firing[]>
  /** What `after` has found out. */
  readonly afterwards: WeakMap<World, Map<object, World | undefined>>
  readonly misread: Misreadings
  readonly depth: Depth
  /** D46: whether everybody who consents to it is better off right after it, as things are there. */
  readonly pays: (world: World, act: GroundEvent<ActionTemplate>) => boolean
  /** D45: the mind with what its owner, who sees the act in the actual world, infers from it. */
  readonly inferring?: (mind: World, act: GroundEvent<ActionTemplate>, observer: string) => World
}

export interface Firing {
  readonly world: World
  /** Undefined in the last: there all triggers rest. */
  readonly fired: GroundEvent<TriggerTemplate> | undefined
}

/** How deep into minds we look, and how many minds we are still ready to make. */
export interface Depth {
  readonly deepest: number
  left: number
}

/** What the variables stand for. */
export type Binding = ReadonlyMap<string, Value>

export interface GroundEvent<Template> {
  readonly label: string
  readonly template: Template
  readonly binding: Binding
}

/**
 * A question led deeper into minds than we are ready to go (D20). No `Error`: it is thrown often, and asks
 * for no stack.
 */
export class TooDeep {}

/** In the place of an answer that was too deep. */
export const TOO_DEEP = Symbol("too deep")

export function orTooDeep<T>(ask: () => T): T | typeof TOO_DEEP {
  try {
    return ask()
  } catch (error) {
    if (error instanceof TooDeep) return TOO_DEEP
    throw error
  }
}

/** Triggers set one another off without end (D16). */
export class Endless {}

/** A world whose minds are made by `make` when they are first looked into. */
export function worldOf(
  depth: Depth,
  path: readonly string[],
  values: World["values"],
  make: (character: string) => World,
  stage?: World["stage"],
): World {
  const minds = new Map<string, World | Failure>()
  const mind = (character: string): World => {
    if (path.length >= depth.deepest || depth.left <= 0) throw new TooDeep()
    const known = minds.get(character) ?? attempt(() => make(character))
    if (!minds.has(character)) depth.left--
    minds.set(character, known)
    if (known instanceof TooDeep || known instanceof Endless) throw known
    return known
  }
  return { path, values, mind, ...(stage ? { stage } : {}) }
}

/** A failure is remembered like a world: it took as long to find out. */
function attempt(make: () => World): World | Failure {
  try {
    return make()
  } catch (error) {
    if (error instanceof TooDeep || error instanceof Endless) return error
    throw error
  }
}

type Failure = TooDeep | Endless

export function ownerOf(world: World): string | undefined {
  return world.path.at(-1)
}

/** D40: whether it can be wondered about, by the key of the fluent. */
export function isOpen(problem: Problem, fluent: string): boolean {
  return problem.properties[Number.parseInt(fluent, 10)].isOpen === true
}

export function fluentKey(property: number, values: readonly Value[]): string {
  return `${property}(${values.join(",")})`
}

/** D34: whether everybody knows it, by the key of the fluent. */
export function isCommon(problem: Problem, fluent: string): boolean {
  return problem.properties[Number.parseInt(fluent, 10)].isCommon === true
}

/** D2: the value of a fluent of which nothing was said. */
export function defaultOf(problem: Problem, property: number): Value {
  const { type } = problem.properties[property]
  return type === "boolean" ? false : type === "number" ? 0 : null
}

/** Worlds are told apart by what differs in these many levels of minds. What events write lies less deep. */
const LEVELS_COMPARED = 5

/** Level by level, so that a difference near by is found before what is too deep. */
export function sameWorld(universe: Universe, one: World, other: World): boolean {
  if (one === other) return true
  let pairs: readonly Pair[] = [[one, other]]
  let tooDeep = false
  for (let level = 0; level <= LEVELS_COMPARED; level++) {
    if (pairs.some(([a, b]) => !sameValues(universe.problem, a, b))) return false
    const deeper = pairs.flatMap((each) => universe.characters.map((c) => mindsOf(universe, each, c)))
    tooDeep ||= deeper.includes(undefined)
    pairs = deeper.filter((each) => each !== undefined && each[0] !== each[1]) as Pair[]
  }
  if (tooDeep) throw new TooDeep()
  return true
}

type Pair = readonly [World, World]

/**
 * Minds that nothing touched are the same without a look; at the deepest level there is nothing more to
 * compare.
 */
function mindsOf({ depth: { deepest } }: Universe, [one, other]: Pair, c: string): Pair | undefined {
  if (one.mind === other.mind || one.path.length >= deepest) return [one, one]
  const minds = orTooDeep((): Pair => [one.mind(c), other.mind(c)])
  return minds === TOO_DEEP ? undefined : minds
}

function sameValues(problem: Problem, one: World, other: World): boolean {
  if (one.values === other.values) return true
  const value = (world: World, key: string) =>
    world.values.get(key) === BEYOND ? BEYOND : valueAt(problem, world, key)
  for (const { values } of [one, other])
    for (const key of values.keys()) if (value(one, key) !== value(other, key)) return false
  return true
}

/** The value of a fluent, by its key. */
export function valueAt(problem: Problem, world: World, fluent: string): Value {
  const value = world.values.get(fluent)
  if (value === BEYOND) throw new TooDeep()
  return value === undefined ? defaultOf(problem, Number.parseInt(fluent, 10)) : value
}
