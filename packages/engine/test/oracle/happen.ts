/** How a world moves (D10, D12, D14 to D17). A mind is moved when somebody looks into it. */
import { type ActionTemplate, type EventTemplate, asItIs } from "@dramaturg/model"
import {
  type HeldAtom,
  type Happening,
  atomsOfEvent,
  correction,
  heldAtoms,
  isContradictory,
  mindAt,
} from "./events.js"
import { holds } from "./read.js"
import { surprised } from "./surprise.js"
import {
  BEYOND,
  Endless,
  type Firing,
  type GroundEvent,
  TOO_DEEP,
  TooDeep,
  type Universe,
  type World,
  isCommon,
  isOpen,
  orTooDeep,
  ownerOf,
  sameWorld,
  valueAt,
  worldOf,
} from "./worlds.js"

/**
 * D10.1 and D10.2: values at once, minds when they are asked for; the triggers of the world itself are the
 * caller's.
 */
export function happen(universe: Universe, world: World, happening: Happening): World {
  const own = happening.atoms.filter((each) => each.believers.length === 0)
  const written = heldAtoms(universe, world, own)
  const values = writtenInto(world.values, written)
  const opened = written.filter(({ atom }) => isOpen(universe.problem, atom.fluent))
  const touchesMinds =
    happening.kind !== "trigger" ||
    own.length < happening.atoms.length ||
    universe.isRestless ||
    opened.length > 0
  if (!touchesMinds) return mirrored(universe, { ...world, values })
  const inside = universe.misread.unforeseenMissesMinds ? universe.foreseen : universe
  const step: Step = { world, values, happening, opened }
  const next = worldOf(universe.depth, world.path, values, (c) => mindAfter(inside, step, c), world.stage)
  return universe.isIntrospective ? introspected(inside, step, next) : next
}

function writtenInto(before: World["values"], written: readonly HeldAtom[]): World["values"] {
  if (written.length === 0) return before
  const values = new Map(before)
  for (const { atom, value } of written) values.set(atom.fluent, value)
  return values
}

/** What happens in a world, and what of it is about open fluents of the world itself. */
interface Step {
  readonly world: World
  readonly values: World["values"]
  readonly happening: Happening
  readonly opened: readonly HeldAtom[]
}

/** D39: a mind is its owner's mind; what the event says of that, it says of the mind itself, after all else. */
function introspected(universe: Universe, { world, happening }: Step, next: World): World {
  const owner = ownerOf(world)
  if (owner === undefined || world.stage !== undefined) return next
  const told = heldAtoms(
    universe,
    world,
    happening.atoms.filter((each) => each.believers[0] === owner),
  )
  return told.reduce((now, each) => tell(universe, now, each), mirrored(universe, next))
}

/** The world, in which its owner's mind is the world itself, where that is the law (D39). */
export function mirrored({ isIntrospective }: Universe, world: World): World {
  const owner = ownerOf(world)
  if (!isIntrospective || owner === undefined || world.stage !== undefined) return world
  const self: World = { ...world, mind: (c) => (c === owner ? self : world.mind(c)) }
  return self
}

/**
 * D10.2: observation, explicit belief, triggers. A mind that nothing touches is at rest and stays the very
 * same; but it came to rest as things really went, and may stir if now something does not happen that nobody
 * foresees (D33).
 */
function mindAfter(universe: Universe, step: Step, c: string): World {
  const { world, happening } = step
  const before = world.mind(c)
  const told = heldAtoms(
    universe,
    world,
    happening.atoms.filter((each) => each.believers[0] === c),
  )
  let mind = observe(universe, world, happening, c)
  mind =
    happening.kind === "correction" ? learned(universe, step, mind) : staled(universe, step, mind, before)
  for (const each of told) mind = tell(universe, mind, each)
  mind = standing(universe, step, c, mind)
  return mind === before && !universe.isRestless ? before : close(universe, mind)
}

/** D40, learning: who has it right has what is learnt. */
function learned(universe: Universe, { opened }: Step, mind: World): World {
  if (universe.misread.learningIsPrivate) return mind
  return opened
    .filter(({ value }) => value !== null && value !== asItIs)
    .reduce((now, { atom, value }) => resolved(universe, now, atom.fluent, value), mind)
}

/** D40, change: who had it right and did not take the event in has it right no longer. */
function staled(universe: Universe, { opened }: Step, mind: World, before: World): World {
  if (universe.misread.nothingGoesStale || mind !== before) return mind
  return opened.reduce(
    (now, { atom, value }) => resolved(universe, now, atom.fluent, value === BEYOND ? BEYOND : null),
    mind,
  )
}

/**
 * D40, where it stands: only within a mind that does not know it, and in nobody's own; nowhere within the
 * actual world.
 */
function standing(universe: Universe, { world, values }: Step, c: string, mind: World): World {
  if (universe.misread.learningIsPrivate) return mind
  let now = mind
  for (const [fluent, value] of mind.values) {
    if (value !== asItIs) continue
    const here = values.has(fluent) ? values.get(fluent)! : valueAt(universe.problem, world, fluent)
    if (here === asItIs) continue
    const isOpenHere = here === null && world.path.length > 0 && c !== ownerOf(world)
    if (isOpenHere || (universe.misread.planningFindsOut && world.stage === "case")) continue
    now = resolved(universe, now, fluent, here)
  }
  return now
}

/** The mind in which a fluent that was as it is has this value now. */
function resolved(universe: Universe, mind: World, fluent: string, value: HeldAtom["value"]): World {
  return mind.values.get(fluent) === asItIs ? happen(universe, mind, correction([], fluent, value)) : mind
}

/** D14. If it is too deep whether this is nothing new, it is beyond us what that leads to. */
function tell(universe: Universe, mind: World, { atom, value }: HeldAtom): World {
  const chain = atom.believers.slice(1)
  const known = orTooDeep(
    () =>
      mindAt(mind, chain).values.get(atom.fluent) ??
      valueAt(universe.problem, mindAt(mind, chain), atom.fluent),
  )
  if (known === value) return mind
  const isDoubtful = known === TOO_DEEP || known === BEYOND
  return happen(universe, mind, correction(chain, atom.fluent, isDoubtful ? BEYOND : value))
}

/**
 * D12; a correction is noticed by the owner of the world that it is made in (D14), one of what is common by
 * everybody (D34).
 */
function observe(universe: Universe, world: World, happening: Happening, c: string): World {
  const mind = world.mind(c)
  if (happening.kind === "trigger") return mind
  if (happening.kind === "correction") {
    return isNoticed(universe, world, happening.atoms, c) ? happen(universe, mind, happening) : mind
  }
  const atoms = atomsOfEvent(universe, happening.event)
  const isForeseen = world.stage === "case" && c === ownerOf(world) && !universe.misread.noForesight
  if (isForeseen && after(universe, mind, happening.event) !== undefined)
    return happen(universe, mind, { ...happening, atoms })
  if (!sees(universe, world, happening.event, c)) return mind
  const { plansCountOnInference } = universe.misread
  const isActual = plansCountOnInference
    ? world.path.length < 2
    : world.path.length === 0 && !universe.isForeseen
  const thinking = isActual && universe.inferring ? universe.inferring(mind, happening.event, c) : mind
  if (thinking !== mind) return happen(universe, thinking, { ...happening, atoms })
  return happen(universe, surprised(universe, world, happening.event, mind), { ...happening, atoms })
}

function isNoticed(
  { problem, misread }: Universe,
  world: World,
  atoms: Happening["atoms"],
  c: string,
): boolean {
  if (!misread.commonStaysPrivate && atoms.some((each) => isCommon(problem, each.fluent))) return true
  return c === ownerOf(world) && !misread.noSelfNotice
}

function sees(
  { problem }: Universe,
  world: World,
  { template: { observing }, binding }: GroundEvent<ActionTemplate>,
  c: string,
): boolean {
  if (observing === undefined) return true
  return holds({ problem, world, binding: new Map(binding).set(observing.variable, c) }, observing.condition)
}

const MOST_FIRINGS = 10_000

/** D16: triggers, the first in order that would change something, again and again. */
export function close(universe: Universe, world: World): World {
  const met: World[] = []
  const firings: Firing[] = []
  const doubtful = new Set<Trigger>()
  for (let now = world; ; ) {
    const next = firstChange(universe, now, doubtful)
    firings.push({ world: now, fired: next?.trigger })
    if (next === undefined) {
      universe.closures.set(now, firings)
      return now
    }
    if (
      !next.isDoubt &&
      (met.length > MOST_FIRINGS || met.some((each) => sameWorld(universe, each, next.world)))
    )
      throw goesRound(doubtful)
    met.push(now)
    now = next.world
  }
}

type Trigger = Universe["triggers"][number]

function goesRound(doubtful: ReadonlySet<Trigger>): TooDeep | Endless {
  return doubtful.size > 0 ? new TooDeep() : new Endless()
}

interface Change {
  readonly trigger: Trigger
  readonly world: World
  readonly isDoubt: boolean
}

function firstChange(universe: Universe, world: World, doubtful: Set<Trigger>): Change | undefined {
  for (const trigger of universe.triggers) {
    const fired = fire(universe, world, trigger)
    const after = fired ?? doubt(universe, world, trigger, doubtful)
    if (after !== world) return { trigger, world: after, isDoubt: fired === undefined }
  }
  return undefined
}

/** The world after the trigger, the very same if it rests; undefined if that hangs on what is too deep. */
function fire(universe: Universe, world: World, trigger: Trigger): World | undefined {
  const atoms = atomsOfEvent(universe, trigger)
  const after = orTooDeep(() => {
    if (isContradictory(universe, trigger) || !preconditionHolds(universe, world, trigger)) return world
    const next = happen(universe, world, { kind: "trigger", atoms })
    return sameWorld(universe, world, next) ? world : next
  })
  return after === TOO_DEEP ? undefined : after
}

/**
 * Whether the trigger fires is beyond us, so what it would write is; said once, and again if somebody has
 * overwritten it.
 */
function doubt(universe: Universe, world: World, trigger: Trigger, doubtful: Set<Trigger>): World {
  const atoms = atomsOfEvent(universe, trigger).map((each) => ({
    ...each,
    conditions: [],
    value: { told: BEYOND } as const,
  }))
  const after = happen(universe, world, { kind: "trigger", atoms })
  const isSame = orTooDeep(() => sameWorld(universe, world, after))
  if (isSame === true || (isSame === TOO_DEEP && doubtful.has(trigger))) return world
  doubtful.add(trigger)
  return after
}

export function preconditionHolds(
  { problem }: Universe,
  world: World,
  { template, binding }: GroundEvent<EventTemplate>,
): boolean {
  return holds({ problem, world, binding }, template.precondition)
}

/** D17: W→a (or, as anybody can foresee, W⇢a, D33), or undefined if a is not possible in W. */
export function after(
  universe: Universe,
  world: World,
  action: GroundEvent<ActionTemplate>,
): World | undefined {
  const { afterwards } = universe
  const known = afterwards.get(world) ?? new Map<object, World | undefined>()
  afterwards.set(world, known)
  if (!known.has(action)) known.set(action, attempt(universe, world, action))
  return known.get(action)
}

function attempt(universe: Universe, world: World, event: GroundEvent<ActionTemplate>): World | undefined {
  const atoms = atomsOfEvent(universe, event)
  if (!preconditionHolds(universe, world, event) || isContradictory(universe, event)) return undefined
  try {
    const next = close(universe, happen(universe, world, { kind: "action", event, atoms }))
    settle(universe, world, next, LEVELS_SETTLED)
    return next
  } catch (error) {
    if (error instanceof Endless) return undefined
    throw error
  }
}

/** How deep we look for minds whose triggers never rest. */
const LEVELS_SETTLED = 3

/** Looks into every mind that has changed, so that an endless one is met now. */
function settle(universe: Universe, before: World, now: World, levels: number): void {
  if (levels === 0 || before === now) return
  for (const c of universe.characters)
    orTooDeep(() => settle(universe, before.mind(c), now.mind(c), levels - 1))
}
