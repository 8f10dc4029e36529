/**
 * The judge: is this a story of this world, told with reasons that hold?
 *
 * The search is clever and may be wrong; the judge is literal and slow, reads the author's `Problem` straight, and shares
 * nothing with the search but the nouns of the model and one truth table (kleene.ts). What it checks is written down, with
 * numbers, in docs/semantics.md, and every breach it reports names the definition that was broken. It goes in this order:
 *
 * 1. the world is set up: ground events, the start, triggers settled in every mind (D8 to D20);
 * 2. the plan is followed act by act (D17), and its worth to the author looked at (D24 S1, S3, S5, S6);
 * 3. for every act and everyone who consents to it, the attached plan is followed in that person's mind, and within it the
 *    plans they expect others to have (D22, D24 S2);
 * 4. only if nothing is broken so far come the questions that need a search: where a plan is missing, the judge looks for
 *    one itself, and for every plan it asks whether an act could be left out (D22 M5, D24 S4). It goes round them all with
 *    little effort first, and with more each time (judge/rounds.ts), so that one hard question hides no easy "no".
 *
 * Three limits can stop it: its effort, the time, and 24 levels of minds (D20). It then says `undecided`, and act by act what
 * holds and what was left open.
 */
import type { Breach, Problem, Solution, Step, Verdict } from "@dramaturg/model"
import { follow } from "./judge/follow.js"
import { Endless, settleDeeply } from "./judge/happen.js"
import { nestingOf } from "./judge/nesting.js"
import { type Hearing, isOpenEntry, judgedActs } from "./judge/rounds.js"
import { type Stage, cleared, setStage } from "./judge/stage.js"
import { worldFrom } from "./judge/start.js"
import { checkStory } from "./judge/story.js"
import { Effort, type Trial, newAnswers } from "./judge/trial.js"
import { Deeper } from "./judge/world.js"
import { deeper, MOST_LEVELS, NotWithinLimits } from "./levels.js"

export interface VerifyOptions {
  /** Null: none. */
  readonly limits: StatedBounds
  /** Acts that have happened before the story begins; their reasons are not asked. */
  readonly past?: readonly string[]
  /** The least worth of the end for the author; without it, any improvement will do. */
  readonly goal?: number
  /** How many acts in how many worlds the judge may look into before it gives up; what it looked into in vain in a round other than the last is not counted. */
  readonly effort?: number
  /** How much of that each question gets in the first round. Infinity: they are asked one after another, each to its end. */
  readonly ration?: number
  /** Asked now and then: once it says so, the effort is spent. */
  readonly isOver?: () => boolean
  /** Is told how things stand, whenever more is known: an undecided verdict, which stands if the judge is stopped by force. */
  readonly onProgress?: (verdict: Verdict) => void
}

export interface StatedBounds {
  readonly author: number | null
  readonly character: number | null
  readonly belief: number | null
}

const EFFORT = 500_000
const RATION = 1000

/** Judges one solution. Whoever has more of the same world to be judged keeps a `Judge`. */
export function verify(problem: Problem, solution: Solution, options: VerifyOptions): Verdict {
  return new Judge(problem).verify(solution, options)
}

/** The judge of one world. What was worked out for one solution is remembered for the next; none of it depends on the solution. */
export class Judge {
  readonly #problem: Problem
  readonly #effort = new Effort()
  #stage: Stage | undefined
  /** The courtroom of the last case: the trial, before anything has happened, and what of the case it depends on. */
  #last: { readonly key: string; readonly trial: Trial } | undefined

  constructor(problem: Problem) {
    this.#problem = problem
  }

  verify(solution: Solution, options: VerifyOptions): Verdict {
    this.#effort.begin(options.effort ?? EFFORT, options.isOver)
    const first = limitsOf(solution).belief + nestingOf(this.#problem) + 1
    for (let depth: number | undefined = Math.min(first, MOST_LEVELS); depth !== undefined; depth = deeper(depth)) {
      const verdict = this.#judgeAt(depth, solution, options)
      if (verdict !== undefined) return verdict
    }
    const { message } = new NotWithinLimits()
    return { verdict: "undecided", breaches: [{ act: 0, character: null, definition: "D20", message, limit: "depth" }] }
  }

  /** Undefined if minds of this depth do not suffice. */
  #judgeAt(depth: number, solution: Solution, options: VerifyOptions): Verdict | undefined {
    try {
      const opening = this.#opening(depth, options.limits)
      const past = options.past ?? []
      const { worlds, stuck } = follow(opening, opening.start, past.map((each) => opening.stage.actionsByLabel.get(each) ?? []), null)[0]
      if (stuck !== undefined) return { verdict: "invalid", breaches: [neverHappened(past[stuck])] }
      const acts = solution.plan.length
      const onProgress = options.onProgress && ((hearing: Hearing) => options.onProgress!(undecided(hearing, acts, "effort")))
      const rounds = { effort: this.#effort, ration: options.ration ?? RATION, onProgress }
      const hearing = checkStory({ ...opening, start: worlds[past.length] }, solution, options.goal, rounds)
      return verdictOf(hearing, acts, this.#effort.isLate ? "time" : "effort")
    } catch (error) {
      if (error instanceof Deeper) return undefined
      if (!(error instanceof Endless)) throw error
      const message = "At the start, triggers set one another off without end."
      return { verdict: "invalid", breaches: [{ act: 0, character: null, definition: "D16", message }] }
    }
  }

  #opening(depth: number, limits: StatedBounds): Trial {
    const bounds = { author: limits.author ?? Infinity, character: limits.character ?? Infinity, belief: limits.belief ?? Infinity }
    const key = [depth, bounds.character, bounds.belief].join()
    if (this.#last?.key === key) return { ...this.#last.trial, bounds }
    this.#stage ??= setStage(this.#problem)
    const stage = cleared(this.#stage)
    const start = settleDeeply(stage, worldFrom(stage.setting, stage.tables, stage.memory.worlds, depth))
    const trial: Trial = { stage, start, bounds, effort: this.#effort, oblivion: undefined, answers: newAnswers() }
    this.#last = { key, trial }
    return trial
  }
}

/** The limits that a certificate itself keeps (D29). */
export function limitsOf(solution: Solution): { readonly author: number; readonly character: number; readonly belief: number } {
  const plans = solution.explanations.flatMap((each) => Object.values(each))
  return {
    author: solution.plan.length,
    character: Math.max(1, ...plans.map(actsIn)),
    belief: Math.max(0, ...plans.map(levelsIn)),
  }
}

/** How many acts a nest of plans takes, counted as M3 counts: the explained act, and what comes before a nested plan. */
function actsIn(steps: readonly Step[]): number {
  const nested = steps.flatMap((step, i) => Object.values(step.explanations).map((each) => i + 1 + actsIn(each)))
  return Math.max(1 + steps.length, ...nested)
}

function levelsIn(steps: readonly Step[]): number {
  return 1 + Math.max(0, ...steps.flatMap((step) => Object.values(step.explanations).map(levelsIn)))
}

function neverHappened(act: string): Breach {
  return { act: 0, character: null, definition: "D17", message: `${act} is said to have happened before, but it is not possible there.` }
}

function verdictOf(hearing: Hearing, acts: number, limit: "effort" | "time"): Verdict {
  if (hearing.breaches.length > 0) return { verdict: "invalid", breaches: hearing.breaches }
  return hearing.entries.some(isOpenEntry) ? undecided(hearing, acts, limit) : { verdict: "valid", breaches: [] }
}

function undecided(hearing: Hearing, acts: number, limit: "effort" | "time"): Verdict {
  const open = hearing.entries.filter(isOpenEntry).map(({ question }) => ({ ...question.open, limit }))
  return { verdict: "undecided", breaches: open, acts: judgedActs(hearing, acts) }
}
