/** Notes on a world that need the ground task: for `check`, and before every search. */
import { type Diagnostic, finished, type Problem, Query, type Slices, type Span } from "@dramaturg/model"
import { utilityOf } from "../belief/evaluate.js"
import { Progression } from "../belief/progression.js"
import { initialState } from "../belief/initial.js"
import { StateSpace } from "../belief/space.js"
import { groundInSlices } from "../ground/ground.js"
import type { Task } from "../task/task.js"
import { RelaxedGraph } from "./heuristics/relaxed-graph.js"
import { deeper } from "../levels.js"

/**
 * Everything to be said of a problem before a search: contradictory effects and starts, too many instances,
 * triggers that never come to rest at the start, a utility of the author's that is unknown at the start or
 * can never rise. Each note is a diagnostic; an error means that no search can start.
 */
export function groundingNotes(problem: Problem): readonly Diagnostic[] {
  return finished(grounding(problem))
}

/**
 * The same as a question that is stepped until it has an answer. What it makes is remembered with the
 * problem, so a search, a review or an enumeration that is started after it starts at once.
 */
export function startGrounding(problem: Problem): Query<readonly Diagnostic[]> {
  return new Query(grounding(problem))
}

export function* grounding(problem: Problem): Slices<readonly Diagnostic[]> {
  const { task, notes } = yield* groundInSlices(problem)
  yield
  const all = notes.some((each) => each.severity === "error") ? notes : [...notes, ...startNotes(task)]
  if (all.some((each) => each.severity === "error")) return all
  yield
  const start = startUtility(task)
  yield
  if (start === undefined) return all
  yield* highestUtility(task)
  return [...all, ...goalNotes(task, goalAbove(start))]
}

const starts = new WeakMap<Task, readonly Diagnostic[]>()

/** Errors in the state in which the story begins. */
export function startNotes(task: Task): readonly Diagnostic[] {
  const known = starts.get(task) ?? notesOnStart(task)
  starts.set(task, known)
  return known
}

function notesOnStart(task: Task): readonly Diagnostic[] {
  const progression = new Progression(new StateSpace(task))
  const start = initialState(progression, 1 + task.readingDepth)
  if (start < 0) return [endlessStart(task, progression.endless?.triggers ?? [])]
  return Number.isNaN(startUtility(task)) ? [unknownUtility(task)] : []
}

/**
 * The author's utility at the start, read in a state of sufficient depth. NaN: unknown; undefined: it lies
 * beyond all levels.
 */
export function startUtility(task: Task): number | undefined {
  for (let depth: number | undefined = 1 + task.readingDepth; depth !== undefined; depth = deeper(depth)) {
    const progression = new Progression(new StateSpace(task))
    const utility = utilityOf(progression.space, task.characters.length, initialState(progression, depth))
    if (utility !== undefined) return utility
  }
  return undefined
}

/**
 * Why no story can reach the goal, where that can be seen without searching: no event ever raises the utility
 * that far.
 */
export function goalNotes(task: Task, goal: number): readonly Diagnostic[] {
  const { actions, utilities } = task.problem
  const authorUtility = utilities.find((each) => each.character === null)
  // A world without acts, or without a utility of the author's, gets its own message elsewhere.
  if (actions.length === 0 || authorUtility === undefined) return []
  const start = startUtility(task)
  if (start === undefined) return []
  const most = finished(highestUtility(task))
  if (most > start && most >= goal) return []
  const isStill = most <= start
  return [
    {
      code: "goal-out-of-reach",
      severity: "warning",
      span: authorUtility.origin ?? nowhere,
      message: isStill
        ? `What the author wants is worth ${start} at the start, and nothing that can happen in this world ever makes it worth more.`
        : `Nothing that can happen in this world makes what the author wants worth ${goal}: at most ${most}.`,
      hint: isStill
        ? "A story has to end better than it began: start where the wish is not fulfilled yet, or add an act that changes what the wish reads."
        : "Ask for less with --goal, or add an act that changes what the wish reads.",
    },
  ]
}

/** An upper bound on the author's utility after any number of acts; Infinity where none was found. */
function* highestUtility(task: Task): Slices<number> {
  const known = highest.get(task)
  if (known !== undefined) return known
  const space = new StateSpace(task)
  const start = initialState(new Progression(space), 1 + task.readingDepth)
  const limits = { author: Infinity, character: Infinity, belief: Infinity }
  yield
  const graph = new RelaxedGraph(space, limits)
  yield
  const utility = yield* graph.ceiling(space.vectorOf(start))
  highest.set(task, utility)
  return utility
}

const highest = new WeakMap<Task, number>()

/**
 * Warns of triggers that set one another off without end somewhere in the story space (Δ8). The search has
 * taken actions that lead there to be impossible. `labels`: the triggers that were met.
 */
export function endlessNotes(task: Task, labels: readonly string[]): readonly Diagnostic[] {
  const triggers = task.triggers.filter((each) => labels.includes(each.label))
  const names = triggers.map((each) => each.label).join(", ")
  return [
    {
      code: "endless-trigger",
      severity: "warning",
      span: triggers[0]?.origin ?? nowhere,
      message:
        triggers.length === 1
          ? `In some situation the rule ${names} sets itself off for ever; acts that lead there were taken to be impossible.`
          : `In some situation these rules set one another off for ever: ${names}; acts that lead there were taken to be impossible.`,
      hint: "Let the trigger's effect make its own precondition false, so that it fires once and rests.",
    },
  ]
}

/** The default goal: the utility rounded up to an integer, or plus one if it is an integer already (D26). */
export function goalAbove(utility: number): number {
  const rounded = Math.ceil(utility)
  return rounded > utility ? rounded : utility + 1
}

const nowhere: Span = { file: "", offset: 0, length: 0, line: 1, column: 1 }

function endlessStart(task: Task, labels: readonly string[]): Diagnostic {
  const triggers = task.triggers.filter((each) => labels.includes(each.label))
  return {
    code: "endless-trigger",
    severity: "error",
    span: triggers[0]?.origin ?? nowhere,
    message:
      triggers.length === 1
        ? `At the start the rule ${triggers[0].label} sets itself off for ever.`
        : `At the start these rules set one another off for ever: ${triggers.map((each) => each.label).join(", ")}.`,
    hint: "Let the trigger's effect make its own precondition false, so that it fires once and rests.",
  }
}

function unknownUtility(task: Task): Diagnostic {
  const utility = task.problem.utilities.find((each) => each.character === null)
  return {
    code: "unknown-start-utility",
    severity: "error",
    span: utility?.origin ?? nowhere,
    message: "At the start the author's utility is unknown, so no story could improve on it.",
    hint: "Give every property that the author's utility reads a value at the start.",
  }
}
