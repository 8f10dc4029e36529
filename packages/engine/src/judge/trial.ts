/** One plan before the judge: within which limits, at which depth of minds, with how much effort left. */
import type { Action } from "./event.js"
import { beyond } from "./facts.js"
import { type Oblivion, forget, isForgettable } from "./forget.js"
import { after } from "./happen.js"
import { openIn } from "./ready.js"
import { type Stage, utility } from "./stage.js"
import { Deeper, type World } from "./world.js"

/** Infinity: no limit. */
export interface Bounds {
  readonly author: number
  readonly character: number
  readonly belief: number
}

export interface Trial {
  readonly stage: Stage
  readonly bounds: Bounds
  readonly start: World
  /** Looks into an act in a world that may still be taken; counted down. */
  readonly effort: { left: number }
  /** What is left out of all worlds; undefined: nothing. */
  readonly oblivion: Oblivion | undefined
  readonly answers: Answers
}

/** What has been found out in one trial, by worlds that have forgotten the same. */
export interface Answers {
  /** By horizon, then by mind, act and owner. */
  readonly motives: Map<number, Map<number, boolean>>
  /** The length of the shortest plan, by mind, act and owner, where that says it all. */
  readonly lengths: Map<number, Length>
  readonly outlooks: Map<string, Map<World, readonly Option[]>>
  /** By owner of a plan. */
  readonly possible: Map<number, Map<World, readonly Action[]>>
  /** By mind and owner, the trial in which a question about it is asked first; undefined: this one. */
  readonly blinkered: Map<number, Trial | undefined>
  /** All the trials that forget something, by what. */
  readonly pool: Map<string, Trial>
}

/** Infinity: no plan has been found; none has at most `none` acts. */
export interface Length {
  readonly none: number
  readonly found: number
}

/** An act that can be taken, and could serve somebody's wish. */
export interface Option {
  readonly act: Action
  /** At least so many acts must follow. */
  readonly least: number
  /** Does it make sense to the others, where that depends on nothing else? */
  sensible: boolean | undefined
}

/** Between two looks at the clock. */
const LOOKS = 256

/** How many looks are left; none any more once the time is over. */
export class Effort {
  isOver: (() => boolean) | undefined
  /** The time is over. */
  isLate = false
  #left = 0
  #looks = 0

  begin(looks: number, isOver: (() => boolean) | undefined): void {
    this.#left = Math.min(looks, Number.MAX_SAFE_INTEGER)
    this.isOver = isOver
    this.isLate = false
  }

  get left(): number {
    if (this.isOver !== undefined && ++this.#looks % LOOKS === 0) this.isLate ||= this.isOver()
    return this.isLate ? 0 : this.#left
  }

  set left(looks: number) {
    this.#left = looks
  }
}

/** Thrown when the judge has looked at as much as it was allowed to. */
export class OutOfEffort extends Error {}

export function newAnswers(): Answers {
  return { motives: new Map(), lengths: new Map(), outlooks: new Map(), possible: new Map(), blinkered: new Map(), pool: new Map() }
}

export function spend(trial: Trial): void {
  if (trial.effort.left-- <= 0) throw new OutOfEffort()
}

/** How many believers deep a world is (D1). */
export function depthOf(trial: Trial, world: World): number {
  return trial.start.depth - world.depth
}

/** The world after an act, or undefined where the act is not possible (D17), or does not matter (forget.ts). */
export function taken(trial: Trial, world: World, act: Action, owner: number | null): World | undefined {
  const attempt = attempted(trial, world, act, owner)
  if (attempt === undefined || attempt.sure) return attempt?.world
  if (attempt.world === world) return undefined
  throw new Deeper()
}

/** What an act leads to where it is possible; not `sure`: what decides that has been forgotten. */
export interface Attempt {
  readonly world: World
  readonly sure: boolean
}

/** Undefined where the act is not possible. */
export function attempted(trial: Trial, world: World, act: Action, owner: number | null): Attempt | undefined {
  const possible = act.precondition(world)
  const sure = possible === true
  if (possible === beyond && trial.oblivion === undefined) throw new Deeper()
  if (!sure && possible !== beyond) return undefined
  if (!sure && isForgettable(stageOf(trial, owner), trial.oblivion!, world, act, owner!)) return { world, sure }
  const next = outcome(trial, world, act, owner)
  return next === undefined ? undefined : { world: next, sure }
}

/** For the author's line what happens; for somebody's plan, what they can foresee (D33). */
export function stageOf({ stage }: Trial, owner: number | null): Stage {
  return owner === null ? stage : (stage.foreseen ?? stage)
}

function outcome(trial: Trial, world: World, act: Action, owner: number | null): World | undefined {
  const { stage, oblivion } = trial
  const next = after(stageOf(trial, owner), world, act)
  if (next === null) return undefined
  return oblivion === undefined || owner === null ? next : forget(stage.memory.worlds, oblivion, next, owner)
}

/** `owner` null: the author. */
export function worth(trial: Trial, world: World, owner: number | null): number {
  return utility(trial.stage, world, owner)
}

/** Every act that somebody consents to and that is possible here, endless triggers left aside; or may be, and changes something. */
export function actsOfSomebody(trial: Trial, world: World, owner: number): readonly Action[] {
  const { stage, answers } = trial
  let memory = answers.possible.get(owner)
  if (memory === undefined) answers.possible.set(owner, (memory = new Map()))
  const known = memory.get(world)
  if (known !== undefined) return known
  const open = stage.memory.openActions.get(world.facts) ?? openIn(stage.actionRegister, world)
  stage.memory.openActions.set(world.facts, open)
  const acts = open.filter((each) => {
    const possible = each.precondition(world)
    return possible === true || (possible === beyond && (attempted(trial, world, each, owner)?.world ?? world) !== world)
  })
  memory.set(world, acts)
  return acts
}
