/** Puts a played story space into words, passage by passage. */
import type {
  Branching,
  BranchChoice,
  Fabula,
  Passage,
  Problem,
  SpaceState,
  StorySpace,
} from "@dramaturg/model"
import { playManner, tellOpening, tellSince } from "./play.js"
import type { Words } from "./tongue.js"
import { usualTongue } from "./tongues.js"

/** Chronicles these acts, attempts included. The caller supplies it, since telling has no engine. */
export type Chronicler = (past: readonly string[]) => Fabula

/**
 * Yields after each choice. `problem` is the played one (with its attempts); the space must be one of a play.
 * The text of a choice follows a shortest way to its state. `isOver` is called for each state: once it is
 * true, the remaining states become passages that are cut.
 */
export function* branchingOf(
  problem: Problem,
  { head, states }: StorySpace,
  chronicleOf: Chronicler,
  isOver: () => boolean = () => false,
): Generator<void, Branching, void> {
  const as = head.as!
  const words = usualTongue.wordsOf(problem)
  const manner = playManner(as, head.seed)
  const ways = shortestWays(states, head.opening)
  const looked = new Set(states.map((each) => each.state))
  const passages: Passage[] = []
  for (const state of states) {
    if (state.ending === null && isOver()) {
      passages.push(cutAt(state.state, words, as))
      continue
    }
    const way = ways.get(state.state)!
    const moment = state.edges.length === 0 ? 0 : chronicleOf(way).occurrences.length
    const lines = words.choices(
      as,
      state.edges.map((each) => each.act),
    )
    const choices: BranchChoice[] = []
    for (const [i, edge] of state.edges.entries()) {
      const told = tellSince(
        chronicleOf([...way, ...(edge.events ?? [])]),
        problem,
        manner,
        moment,
        edge.isAttempt === true,
      )
      const events = (edge.events ?? []).map((label, k) => ({
        label,
        kind: edge.isAttempt && k === 0 ? ("attempt" as const) : ("act" as const),
        by: k === 0 ? edge.by : [],
      }))
      choices.push({
        words: lines[i],
        act: edge.act,
        text: [...told.map((each) => each.text), ...words.remarks(as, events, told.length)],
        to: edge.to,
      })
      yield
    }
    passages.push({
      number: state.state,
      ending: state.ending,
      text: state.ending === null ? [] : [words.ending(state.ending, as)],
      choices,
    })
  }
  // States that were met and not visited become passages that are cut.
  const beyond = [...new Set([0, ...states.flatMap((each) => each.edges.map((one) => one.to))])]
    .filter((each) => !looked.has(each))
    .sort((a, b) => a - b)
  for (const number of beyond) passages.push(cutAt(number, words, as))
  const before = chronicleOf(head.opening)
  const opening = [...tellOpening(before, problem, manner), ...tellSince(before, problem, manner, 0)].map(
    (each) => each.text,
  )
  return {
    format: "dramaturg-branching",
    version: 1,
    world: head.world,
    title: titleOf(problem),
    as,
    note: noteOf(problem),
    opening,
    passages,
  }
}

function cutAt(number: number, words: Words, as: string): Passage {
  return { number, ending: "cut", text: [words.ending("cut", as)], choices: [] }
}

/** By state, all acts on a shortest way to it. */
function shortestWays(
  states: readonly SpaceState[],
  opening: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const ways = new Map<number, readonly string[]>([[0, opening]])
  for (const { state, edges } of states)
    for (const { to, events = [] } of edges) if (!ways.has(to)) ways.set(to, [...ways.get(state)!, ...events])
  return ways
}

/** The heading of the world's description, up to the first colon or full stop, or else the world's name. */
export function titleOf({ doc, name }: Problem): string {
  const heading = /^([^\n:.]{1,60})[:.\n]/.exec(doc ?? "")?.[1]
  return heading ?? name
}

function noteOf({ doc = "" }: Problem): string | null {
  return /^content note:\s*(.+)$/im.exec(doc)?.[1] ?? null
}
