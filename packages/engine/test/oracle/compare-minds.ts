/**
 * Fluent by fluent: after random acts, do the judge's worlds and the oracle's hold the same in every mind?
 * Stories look into few minds; this looks into all, a few levels deep.
 */
import { finished, type Problem, type Value } from "@dramaturg/model"
import { beyond, valueOf } from "../../src/semantics/facts.js"
import {
  Endless as JudgeEndless,
  after as judgeAfter,
  isPossible,
  settleDeeply,
} from "../../src/semantics/happen.js"
import { type GroundTask, fresh } from "../../src/semantics/ground-task.js"
import { indexedTask } from "../../src/prove/event-index.js"
import { worldFrom } from "../../src/semantics/start.js"
import { Deeper, type World as JudgeWorld } from "../../src/semantics/world.js"
import { after } from "./happen.js"
import { universeOf } from "./oracle.js"
import { diceOf } from "./dice.js"
import { startOf } from "./start.js"
import {
  BEYOND,
  Endless,
  type Misreadings,
  TOO_DEEP,
  TooDeep,
  type Universe,
  type World,
  fluentKey,
  orTooDeep,
  valueAt,
} from "./worlds.js"

export interface Compared {
  values: number
  acts: number
}

/** How deep the minds are that we compare; the judge's worlds go deeper, so that little in them is beyond. */
const LEVELS = 3
const JUDGE_DEPTH = 7
const ORACLE_DEPTH = { deepest: 8, left: 20_000 }
const LINES = 4
const ACTS = 4

interface Pair {
  readonly universe: Universe
  readonly task: GroundTask
  readonly compared: Compared
}

/** The first difference of each line of acts, if there is any. */
export function differencesInMinds(
  problem: Problem,
  seed: number,
  compared: Compared,
  misread: Misreadings = {},
): readonly string[] {
  const universe = universeOf(problem, { ...ORACLE_DEPTH }, misread)
  const task = fresh(indexedTask(problem))
  const start = orUndecided(() => startOf(universe))
  const judged = orUndecided(() =>
    finished(settleDeeply(task, worldFrom(task.setting, task.tables, task.memory.worlds, JUDGE_DEPTH))),
  )
  if (start === undefined || judged === undefined) return []
  const pair = { universe, task, compared }
  const atStart = difference(pair, start, judged, LEVELS)
  if (atStart !== undefined) return [`at the start ${atStart}`]
  return Array.from({ length: LINES }, (_, i) => follow(pair, start, judged, seed * LINES + i)).flatMap(
    (each) => each ?? [],
  )
}

function follow(pair: Pair, start: World, judgedStart: JudgeWorld, seed: number): string | undefined {
  const { universe, compared } = pair
  const dice = diceOf(seed)
  let [world, judged] = [start, judgedStart]
  const acts: string[] = []
  for (let i = 0; i < 3 * ACTS && acts.length < ACTS; i++) {
    const act = dice.pick(universe.actions)
    // As somebody's plan does, every other line goes on, after its first act, as can be foreseen (D33).
    const isForeseen = seed % 2 === 1 && acts.length > 0
    const next = orUndecided(() => after(isForeseen ? universe.foreseen : universe, world, act) ?? null)
    const judgedNext = orUndecided(() => afterByJudge(pair, judged, act.label, isForeseen))
    if (next === undefined || judgedNext === undefined) return undefined
    if (judgedNext === null && next !== null && !isTold(universe, next, LEVELS)) return undefined
    if ((next === null) !== (judgedNext === null))
      return `after ${acts.join(" ")}, ${act.label} is possible for one only`
    if (next === null || judgedNext === null) continue
    acts.push(act.label)
    compared.acts++
    const found = difference(pair, next, judgedNext, LEVELS)
    if (found !== undefined) return `after ${acts.join(" ")} ${found}`
    ;[world, judged] = [next, judgedNext]
  }
  return undefined
}

/** Whether we can read all of these levels. If not, triggers may be without end where we cannot. */
function isTold(universe: Universe, world: World, levels: number): boolean {
  if ([...world.values.values()].includes(BEYOND)) return false
  return (
    levels === 0 ||
    universe.characters.every((c) => orUndecided(() => isTold(universe, world.mind(c), levels - 1)) === true)
  )
}

/** Null if the act is not possible there. */
function afterByJudge(
  { task }: Pair,
  world: JudgeWorld,
  label: string,
  isForeseen: boolean,
): JudgeWorld | null {
  const action = task.actionsByLabel.get(label)?.[0]
  const course = isForeseen ? (task.foreseen ?? task) : task
  return action === undefined || !isPossible(world, action) ? null : judgeAfter(course, world, action)
}

/** Level by level and mind by mind; what is beyond for one of the two is left out. */
function difference(pair: Pair, world: World, judged: JudgeWorld, levels: number): string | undefined {
  const here = differingValue(pair, world, judged)
  if (here !== undefined || levels === 0) return here
  for (const [i, c] of pair.universe.characters.entries()) {
    const mind = orUndecided(() => world.mind(c))
    const found = mind === undefined ? undefined : difference(pair, mind, judged.minds[i], levels - 1)
    if (found !== undefined) return found
  }
  return undefined
}

function differingValue(
  { universe: { problem }, task, compared }: Pair,
  world: World,
  judged: JudgeWorld,
): string | undefined {
  for (const [i, fluent] of task.setting.fluents.entries()) {
    const theirs = valueOf(judged.facts, i)
    const key = fluentKey(fluent.property, fluent.reference.arguments)
    const ours: Value | typeof TOO_DEEP = orTooDeep(() => valueAt(problem, world, key))
    if (theirs === beyond || ours === TOO_DEEP) continue
    compared.values++
    const name = fluent.reference.label
    if (ours !== theirs)
      return `${[...world.path, name].join(".")} is ${ours} for the oracle, ${theirs} for the judge`
  }
  return undefined
}

/** Undefined where one cannot tell, or where triggers never rest at the start. */
function orUndecided<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if ([TooDeep, Endless, Deeper, JudgeEndless].some((each) => error instanceof each)) return undefined
    throw error
  }
}
