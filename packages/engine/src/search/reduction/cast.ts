/**
 * Who can be left out of a story? A guess, as in needs.ts.
 *
 * People whom the rules and others' wishes do not name (named.ts) are left out, as many as possible. Of two
 * measures of what others lose by that, both are read off the relaxed graph:
 *
 * - `little`: the goal seems to need no more actions, and whoever still takes part and could become better
 *   off still can.
 * - `nothing`: besides, every value that may come about without concerning those left out may still come
 *   about, in the world and where somebody's mind is written, and no number is counted up by them.
 *
 * All are tried at once, then in halves. The relaxed graph does not see that somebody stands in the way, so
 * of those left out at the loss of nothing some are taken in again, twice as many each time.
 */
import { PAUSE, type Slices } from "@dramaturg/model"
import { StateSpace } from "../../belief/space.js"
import type { RelaxedValues } from "../../ground/relaxed-values.js"
import { CONST } from "../../task/expressions.js"
import type { Atom, GroundEvent, Task } from "../../task/task.js"
import { RelaxedGraph } from "../heuristics/relaxed-graph.js"
import { namedIn } from "./named.js"
import { type Relevance, relevantAmong, type Start } from "./needs.js"
import { reducedTask } from "./reduced-task.js"

/** What is relevant in a world, when the story begins where, for which least utility of the author's. */
export interface Question {
  readonly task: Task
  readonly start: Start
  readonly goal: number
}

/** What is relevant when some people are left out, who are named in the order of the world. */
export interface Cast {
  readonly relevance: Relevance
  readonly left: readonly string[]
}

/** As many people as may be left out of what is relevant, if those who remain lose at most so much. */
export function* fewest(question: Question, whole: Relevance, loss: "little" | "nothing"): Slices<Cast> {
  const { task, start } = question
  const events = [...whole.actions, ...whole.triggers]
  const named = namedIn(task.problem)
  const kept = new Set(start.past.flatMap((each) => each.arguments))
  const candidates = task.characters.filter(
    (each) => !named.has(each) && !kept.has(each) && events.some((event) => event.arguments.includes(each)),
  )
  let best: Cast = { relevance: whole, left: [] }
  if (candidates.length === 0) return best
  const before = yield* outlook(question, whole)
  const leaveOut = function* (group: readonly string[]): Slices<void> {
    if (group.length === 0) return
    const left = new Set([...best.left, ...group])
    const relevance = yield* without(question, whole, left)
    const isAlike = loss === "little" || writesAlike(task, events, left)
    const after = isAlike ? yield* outlook(question, relevance) : undefined
    if (
      after !== undefined &&
      isAsGood(before, after) &&
      (loss === "little" || reachesAlike(task, before, after, left))
    ) {
      best = { relevance, left: candidates.filter((each) => left.has(each)) }
      return
    }
    if (group.length === 1) return
    const half = group.length >> 1
    yield* leaveOut(group.slice(0, half))
    yield* leaveOut(group.slice(half))
  }
  // Authors speak first of those who matter most.
  yield* leaveOut(candidates.toReversed())
  return best
}

/** What is relevant with the first of those left out taken in again: one, three, seven and so on. */
export function* takenIn(question: Question, whole: Relevance, { left }: Cast): Slices<readonly Relevance[]> {
  const found: Relevance[] = []
  for (let count = 1; count < left.length; count = 2 * count + 1)
    found.push(yield* without(question, whole, new Set(left.slice(count))))
  return found
}

function* without({ task, start }: Question, whole: Relevance, left: ReadonlySet<string>): Slices<Relevance> {
  const remains = remaining(left)
  return yield* relevantAmong(
    task,
    [...whole.actions].filter(remains),
    [...whole.triggers].filter(remains),
    start,
  )
}

function remaining(left: ReadonlySet<string>): (event: GroundEvent) => boolean {
  return (event) => !event.arguments.some((each) => left.has(each as string))
}

/** How far the goal is, who takes part and cannot become better off, and what may come about. */
interface Outlook {
  readonly distance: number
  readonly stuck: ReadonlySet<number>
  readonly reached: RelaxedValues
}

function* outlook({ task, start, goal }: Question, relevance: Relevance): Slices<Outlook> {
  const space = new StateSpace(reducedTask(task, relevance).task)
  yield PAUSE
  const graph = new RelaxedGraph(space, { author: Infinity, character: Infinity, belief: Infinity })
  const vector = space.vector(start.values)
  yield PAUSE
  const consenting = new Set([...relevance.actions].flatMap((each) => each.consenting))
  yield* graph.prepare(vector)
  const distance = graph.distance(vector, { who: task.characters.length, least: goal, above: false })
  const stuck = [...consenting].filter(
    (who) => graph.distance(vector, { who, least: start.utilities[who], above: true }) === Infinity,
  )
  return { distance, stuck: new Set(stuck), reached: yield* graph.reached(vector) }
}

function isAsGood(before: Outlook, after: Outlook): boolean {
  return after.distance <= before.distance && [...after.stuck].every((each) => before.stuck.has(each))
}

/** Whether everything that may come about and does not concern those left out may come about without them. */
function reachesAlike(task: Task, before: Outlook, after: Outlook, left: ReadonlySet<string>): boolean {
  const { values, count } = before.reached
  const leaving = new Set(task.characters.filter((each) => left.has(each)).map((each) => values.idOf(each)))
  for (let fluent = 0; fluent < count; fluent++) {
    if (concerns(task, fluent, left)) continue
    if (before.reached.lo[fluent] !== after.reached.lo[fluent]) return false
    if (before.reached.hi[fluent] !== after.reached.hi[fluent]) return false
    for (let value = 0; value < values.firstNumber; value++) {
      if (leaving.has(value)) continue
      if (before.reached.has(fluent, value) && !after.reached.has(fluent, value)) return false
    }
  }
  return true
}

function concerns(task: Task, fluent: number, left: ReadonlySet<string>): boolean {
  return task.fluents[fluent].reference.arguments.some((each) => left.has(each as string))
}

/**
 * Whether what remains writes all that is written into the minds of those who remain, and those left out
 * count up no number.
 */
function writesAlike(task: Task, events: readonly GroundEvent[], left: ReadonlySet<string>): boolean {
  const remains = remaining(left)
  const kindOf = ({ chain, fluent, value }: Atom): string =>
    `${chain.join()} ${fluent} ${task.expressions[value] === CONST ? task.expressions[value + 1] : "any"}`
  const isOfOthers = ({ chain, fluent }: Atom): boolean =>
    !concerns(task, fluent, left) && !chain.some((each) => left.has(task.characters[each]))
  const written = new Set(events.filter(remains).flatMap((each) => each.atoms.map(kindOf)))
  return events
    .filter((each) => !remains(each))
    .flatMap((each) => each.atoms.filter(isOfOthers))
    .every((each) =>
      each.chain.length > 0
        ? written.has(kindOf(each))
        : task.expressions[each.value] === CONST || task.fluents[each.fluent].type !== "number",
    )
}
