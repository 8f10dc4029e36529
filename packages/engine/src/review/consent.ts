/** Why a character consents to an act where it stands, or what stands against it (D31). */
import {
  type Finding,
  type FluentRef,
  type Ignorance,
  type Plan,
  type Value,
  type Slices,
  caseOf,
  stepsOf,
} from "@dramaturg/model"
import { printable } from "../search/limits.js"
import type { Correction, Plan as Answer, Reasoner } from "./reasoner.js"
import type { Sight, View } from "./sight.js"
import { ignoranceOf, misjudgedMinds } from "./misjudged.js"

/** So many acts that would tell the character something are named. */
const MOST_TELLERS = 3

/** An act where it stands. */
export interface Spot {
  readonly reasoner: Reasoner
  readonly sight: Sight
  /** The acts before it. */
  readonly labels: readonly string[]
}

/** The same with the engine's numbers for the acts. */
interface Place extends Spot {
  readonly past: readonly number[]
  readonly action: number
  readonly who: number
}

/** A plan, or what is to be said of there being none; that there is none is told as soon as it is certain. */
export function* findReason(spot: Spot, view: View, onRefusal: () => void): Slices<Plan | Finding> {
  const { reasoner, sight, labels } = spot
  if (!reasoner.knows(sight.act))
    return sight.isPossible ? limited(view, "past") : { kind: "unmotivated", ...view, nearest: null }
  const numbers = reasoner.actions([...labels.filter((each) => reasoner.knows(each)), sight.act])
  const place = {
    ...spot,
    past: numbers.slice(0, -1),
    action: numbers[numbers.length - 1],
    who: reasoner.task.characters.indexOf(view.character),
  }
  const plan = yield* reasoner.reason(place.past, place.action, place.who)
  if (plan === undefined) return limited(view, "belief")
  if (plan !== null) return plan
  onRefusal()
  return yield* objection(place, view)
}

function limited({ character }: View, limit: "belief" | "past"): Finding {
  return { kind: "limited", character, limit }
}

function* objection(place: Place, view: View): Slices<Finding> {
  const { reasoner, past, action, who, sight } = place
  const { character, utility, disbelief } = view
  // A limit is more likely to be in the way than the world, and it is what the author can change at once.
  const wider = yield* widerReason(place)
  if (wider !== undefined) return { kind: "unmotivated", character, utility, disbelief, nearest: null, wider }
  const supposing = yield* supposingMore(place)
  if (supposing !== undefined)
    return { kind: "unmotivated", character, utility, disbelief, nearest: null, supposing }
  const feared = yield* reasoner.fear(past, action, who)
  const fear = feared === null ? {} : { fear: feared }
  const needed = yield* ignorance(place, view)
  if (needed !== undefined) {
    const wrong = reasoner.misjudged(past, who, 0).filter((each) => needed.includes(each.fluent))
    const about = needed.map((each) =>
      ignoranceAbout(sight, character, reasoner.task.fluents[each].reference),
    )
    return {
      kind: "does-not-know",
      character,
      disbelief,
      ignorance: about,
      tellers: reasoner.tellers(past, who, wrong).slice(0, MOST_TELLERS),
      ...fear,
    }
  }
  const minds = yield* misjudgedMinds(reasoner, past, action, who)
  if (minds !== undefined) {
    const ignorance = minds.map((each) => ignoranceOf(reasoner, who, each))
    return {
      kind: "does-not-know",
      character,
      disbelief,
      ignorance,
      tellers: reasoner.tellers(past, who, minds).slice(0, MOST_TELLERS),
      ...fear,
    }
  }
  // What the others believe would do as a whole, and nothing less of what was tried.
  if (isReason(yield* reasoner.reasonIfRight(past, action, who)))
    return { kind: "does-not-know", character, disbelief, ignorance: [], tellers: [], ...fear }
  const chance = disbelief.length === 0 ? yield* reasoner.reasonByChance(past, action, who) : undefined
  const nearest = (yield* reasoner.nearest(past, action, who)) ?? null
  const wish = reasoner.task.problem.utilities.find((each) => each.character === character)
  const isHopeless = disbelief.length === 0 && (nearest === null || nearest.flaw.kind === "worthless")
  const rather = isHopeless ? yield* reasoner.rather(past, action, who) : undefined
  return {
    kind: "unmotivated",
    character,
    utility,
    disbelief,
    nearest,
    ...fear,
    ...(wish?.origin === undefined ? {} : { origin: wish.origin }),
    ...(chance === undefined ? {} : { chance }),
    ...(rather === undefined ? {} : { rather }),
  }
}

/** How much more foresight is tried, in acts and in minds. */
const WIDER = [
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [2, 1],
] as const

type Wider = (Finding & { kind: "unmotivated" })["wider"]

/**
 * A reason that they would have with a little more foresight, where the limits kept something from being
 * looked at.
 */
function* widerReason({ reasoner, past, action, who }: Place): Slices<Wider> {
  const { character, belief } = reasoner.bounds
  const cuts = yield* reasoner.cuts(past, action, who)
  for (const [acts, minds] of WIDER) {
    if ((acts > 0 && !cuts.has("character") && !cuts.has("belief")) || (acts === 0 && !cuts.has("belief")))
      continue
    const limits = { character: character + acts, belief: belief + minds }
    const plan = yield* reasoner.reasonWithin(past, action, who, limits)
    if (plan)
      return { limits: printable(reasoner.bounds), ...limits, plan: stepsOf(plan).map((each) => each.act) }
  }
  return undefined
}

type Supposing = (Finding & { kind: "unmotivated" })["supposing"]

/** A reason that they would have if they could suppose one thing more at once (D41). */
function* supposingMore({ reasoner, past, action, who }: Place): Slices<Supposing> {
  const { limits } = reasoner.task.problem
  const limit = limits.cases === undefined ? 1 : limits.cases
  if (limit === null || reasoner.wonders(past, who) <= limit) return undefined
  const cases = limit + 1
  const plan = yield* reasoner.reasonSupposing(past, action, who, cases)
  const supposed = plan && caseOf(plan)
  return supposed ? { limit, cases, case: supposed, plan: stepsOf(plan).map((each) => each.act) } : undefined
}

function isReason(plan: Answer | undefined): boolean {
  return plan !== null && plan !== undefined
}

/**
 * What they would have to know of the world to have a reason, as little as that can be; undefined: nothing
 * would help. Tried are (D31): what keeps the act from being possible in their mind, that and one thing more,
 * all that they are wrong about; that and two things more.
 */
function* ignorance(place: Place, { disbelief, character }: View): Slices<Correction | undefined> {
  const { reasoner, past, action, who } = place
  const errors = reasoner.errors(past, who)
  const missing = new Set(
    disbelief
      .flatMap((each) => each.reads)
      .filter((each) => each.believers.join() === character)
      .map((each) => each.fluent.label),
  )
  const first = errors.filter((each) => missing.has(reasoner.task.fluents[each].reference.label))
  const others = errors.filter((each) => !first.includes(each))
  const suffices = function* (known: Correction): Slices<boolean> {
    return isReason(yield* reasoner.reasonIfKnown(past, action, who, known))
  }
  for (const known of [first, ...others.map((each) => [...first, each]), errors])
    if (yield* suffices(known)) return yield* least(known, suffices)
  for (const [i, one] of others.entries()) {
    for (const other of others.slice(i + 1))
      if (yield* suffices([...first, one, other])) return yield* least([...first, one, other], suffices)
  }
  return undefined
}

/** One thing after another is left out, as long as the rest suffices. */
function* least(known: Correction, suffices: (known: Correction) => Slices<boolean>): Slices<Correction> {
  let needed = known
  for (const each of known) {
    const fewer = needed.filter((other) => other !== each)
    if (yield* suffices(fewer)) needed = fewer
  }
  return needed
}

function ignoranceAbout(sight: Sight, character: string, fluent: FluentRef): Ignorance {
  const beliefs = sight.beliefs(fluent.label)
  const own = beliefs.find((each) => each.character === character)!
  const knownTo = beliefs
    .filter((each) => each.character !== character && each.value === each.actual)
    .map((each) => each.character)
  return {
    believers: [character],
    fluent,
    value: own.actual as Value,
    believed: own.value as Value,
    since: own.since,
    knownTo,
  }
}
