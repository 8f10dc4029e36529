/**
 * The checker: is this a story of this world, told with reasons that hold?
 *
 * The search is optimised and may be wrong. The checker is literal, reads the author's `Problem` directly,
 * and shares nothing with the search but the nouns of the model, one truth table (kleene.ts) and the policy
 * of depth (levels.ts). What it checks is defined, with numbers, in docs/semantics.md, and every breach it
 * reports names the definition that was broken. Three folders do the work:
 *
 * - `semantics/`: worlds, events, surprise and the start, as D1 to D21 define them, and of what people wonder
 *   about the cases (D40, D41) and what is inferred (D45, D46);
 * - `check/`: the plan is followed act by act (D17), and its utility for the author is checked (D24 S1, S3,
 *   S5, S6). For every act and everyone who consents to it, the attached plan is followed in that character's
 *   mind, and within it the plans that it expects of others (D22, D24 S2); a plan in hope is followed in the
 *   world that its owner supposes (D42). This folder searches for nothing;
 * - `prove/`: what needs a search. Where a plan is not attached, one is looked for, and where there is none,
 *   what is feared (D43); of every plan it is asked whether an act could be left out (D22 M5, D24 S4).
 *
 * This file sets the three up, and asks the questions that need a search only if nothing is broken so far. It
 * asks them all in rounds, with little effort first and more each time (verify/rounds.ts), so that a hard
 * question does not delay an easy "no".
 *
 * Three limits can stop the checker: its effort, the time, and 24 levels of minds (D20). It then answers
 * `undecided`, and says act by act what holds and what was left open.
 */
import {
  type Breach,
  finished,
  type Problem,
  Query,
  type Slices,
  type Solution,
  type Plan,
  type Verdict,
  stepsOf,
} from "@dramaturg/model"
import type { CheckContext } from "./check/context.js"
import { follow } from "./check/runs.js"
import { checkStory } from "./check/story.js"
import { deeper, MOST_LEVELS, NotWithinLimits } from "./levels.js"
import { proofContext } from "./prove/context.js"
import { Effort } from "./prove/effort.js"
import { indexTask } from "./prove/event-index.js"
import { learn } from "./prove/knowledge.js"
import { proverIn } from "./prove/prover.js"
import { fresh } from "./semantics/ground-task.js"
import { Endless, settleDeeply } from "./semantics/happen.js"
import { nestingOf } from "./verify/nesting.js"
import { worldFrom } from "./semantics/start.js"
import { Deeper } from "./semantics/world.js"
import { type Examination, askInRounds, isOpenEntry, judgedActs } from "./verify/rounds.js"

/** What a caller may ask of the checker. */
export interface VerifyOptions {
  /** The limits to check within; null: no limit. */
  readonly limits: StatedBounds
  /** Labels of acts that have happened before the story begins; their reasons are not checked. */
  readonly past?: readonly string[]
  /** The least utility for the author at the end; without it, any improvement suffices. */
  readonly goal?: number
  /**
   * How many acts in worlds the checker may look into before it gives up. What it looked into without an
   * answer, in a round other than the last, is not counted.
   */
  readonly effort?: number
  /**
   * The effort that each question gets in the first round. Infinity: questions are asked one after another,
   * each to its end.
   */
  readonly ration?: number
  /** Asked now and then; once it returns true, the effort is spent. */
  readonly isOver?: () => boolean
  /**
   * Called whenever more is known, with an undecided verdict; that verdict stands if the caller stops the
   * checker.
   */
  readonly onProgress?: (verdict: Verdict) => void
}

/** Limits in the form of options: null for no limit. */
export interface StatedBounds {
  readonly author: number | null
  readonly character: number | null
  readonly belief: number | null
}

const EFFORT = 500_000
const RATION = 1000

/**
 * Checks one solution. A caller with several solutions of one world keeps a `Checker`, which remembers
 * results.
 */
export function verify(problem: Problem, solution: Solution, options: VerifyOptions): Verdict {
  return new Checker(problem).verify(solution, options)
}

/** Starts checking one solution as a question that is stepped until it has an answer. */
export function startVerification(
  problem: Problem,
  solution: Solution,
  options: VerifyOptions,
): Query<Verdict> {
  return new Query(new Checker(problem).judge(solution, options))
}

/**
 * The checker of one world. What it computed for one solution is remembered for the next; none of it depends
 * on the solution.
 */
export class Checker {
  readonly #problem: Problem
  readonly #effort = new Effort()
  /** The last context, before any act, and what it depends on. */
  #last: { readonly key: string; readonly context: CheckContext } | undefined

  constructor(problem: Problem) {
    this.#problem = problem
  }

  /** Checks one solution at once. */
  verify(solution: Solution, options: VerifyOptions): Verdict {
    return finished(this.judge(solution, options))
  }

  /**
   * The same in slices: each unit makes one event ground, follows one act, or looks into a few acts in
   * worlds. A checker judges one solution at a time: the caller must not go on with an earlier one.
   */
  *judge(solution: Solution, options: VerifyOptions): Slices<Verdict> {
    this.#effort.begin(options.effort ?? EFFORT, options.isOver)
    // What is supposed in a mind has one level less than it.
    const supposed = this.#problem.properties.some(({ isOpen }) => isOpen) ? 1 : 0
    // Who infers something asks in their own mind what others have in theirs (D45).
    const inferring = (this.#problem.limits.infer ?? 0) > 0 ? 1 : 0
    const first = Math.max(limitsOf(solution).belief, inferring) + nestingOf(this.#problem) + 1 + supposed
    for (
      let depth: number | undefined = Math.min(first, MOST_LEVELS);
      depth !== undefined;
      depth = deeper(depth)
    ) {
      const verdict = yield* this.#checkAt(depth, solution, options)
      if (verdict !== undefined) return verdict
    }
    const { message } = new NotWithinLimits()
    return {
      verdict: "undecided",
      breaches: [{ act: 0, character: null, definition: "D20", message, limit: "depth" }],
    }
  }

  /** Undefined if minds of this depth do not suffice. */
  *#checkAt(depth: number, solution: Solution, options: VerifyOptions): Slices<Verdict | undefined> {
    try {
      const context = yield* this.#contextAt(depth, options.limits)
      const past = options.past ?? []
      const [{ worlds, stuck }] = yield* follow(
        context,
        context.start,
        past.map((each) => context.task.actionsByLabel.get(each) ?? []),
        null,
      )
      if (stuck !== undefined) return { verdict: "invalid", breaches: [neverHappened(past[stuck])] }
      const acts = solution.plan.length
      const onProgress =
        options.onProgress &&
        ((examination: Examination) => options.onProgress!(undecided(examination, acts, "effort")))
      const rounds = { effort: this.#effort, ration: options.ration ?? RATION, onProgress }
      const here = { ...context, start: worlds[past.length] }
      const readings = yield* checkStory(here, solution, options.goal)
      const examination = yield* askInRounds(readings, rounds)
      return verdictOf(examination, acts, this.#effort.isLate ? "time" : "effort")
    } catch (error) {
      if (error instanceof Deeper) return undefined
      if (!(error instanceof Endless)) throw error
      const message = "At the start, triggers set one another off without end."
      return { verdict: "invalid", breaches: [{ act: 0, character: null, definition: "D16", message }] }
    }
  }

  *#contextAt(depth: number, limits: StatedBounds): Slices<CheckContext> {
    const bounds = {
      author: limits.author ?? Infinity,
      character: limits.character ?? Infinity,
      belief: limits.belief ?? Infinity,
    }
    const key = [depth, bounds.character, bounds.belief].join()
    if (this.#last?.key === key) return { ...this.#last.context, bounds }
    const task = fresh(yield* indexTask(this.#problem))
    yield
    const start = yield* settleDeeply(task, worldFrom(task.setting, task.tables, task.memory.worlds, depth))
    yield* learn(task)
    const prover = proverIn(proofContext(task, depth, bounds.belief, this.#effort))
    const context: CheckContext = { task, start, bounds, prover }
    this.#last = { key, context }
    return context
  }
}

/**
 * The limits that a solution's attached explanations stay within (D29): acts of the story, acts of a plan,
 * levels of belief.
 */
export function limitsOf(solution: Solution): {
  readonly author: number
  readonly character: number
  readonly belief: number
} {
  const plans = solution.explanations.flatMap((each) => Object.values(each))
  return {
    author: solution.plan.length,
    character: Math.max(1, ...plans.map(actsIn)),
    belief: Math.max(0, ...plans.map(levelsIn)),
  }
}

/**
 * How many acts nested plans take, counted as M3 counts: the explained act, and what precedes a nested plan.
 */
function actsIn(plan: Plan): number {
  const steps = stepsOf(plan)
  const nested = steps.flatMap((step, i) =>
    Object.values(step.explanations).map((each) => i + 1 + actsIn(each)),
  )
  return Math.max(1 + steps.length, ...nested)
}

function levelsIn(plan: Plan): number {
  return 1 + Math.max(0, ...stepsOf(plan).flatMap((step) => Object.values(step.explanations).map(levelsIn)))
}

function neverHappened(act: string): Breach {
  return {
    act: 0,
    character: null,
    definition: "D17",
    message: `${act} is said to have happened before, but it is not possible there.`,
  }
}

function verdictOf(examination: Examination, acts: number, limit: "effort" | "time"): Verdict {
  if (examination.breaches.length > 0) return { verdict: "invalid", breaches: examination.breaches }
  return examination.entries.some(isOpenEntry)
    ? undecided(examination, acts, limit)
    : { verdict: "valid", breaches: [] }
}

function undecided(examination: Examination, acts: number, limit: "effort" | "time"): Verdict {
  const open = examination.entries.filter(isOpenEntry).map(({ question }) => ({ ...question.open, limit }))
  return { verdict: "undecided", breaches: open, acts: judgedActs(examination, acts) }
}
