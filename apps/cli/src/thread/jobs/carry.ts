/** Carries a play, or the story of a world, off to another format. */
import { chronicle, chroniclerOf, playable, startExploration, startSearch } from "@dramaturg/engine"
import { type Exporter, exporters, graphOfPlay, graphOfStory, type Sources } from "@dramaturg/exports"
import { type Branching, charactersOf, type Fabula, type Problem, type SpaceFoot, type SpaceState } from "@dramaturg/model"
import { branchingOf, cardsAt, placeProperty, placesOf, tell, titleOf, usualManner } from "@dramaturg/telling"
import { grouped } from "../progress-line.js"
import type { CarryAsked, Work } from "../protocol.js"
import { clockUntil, partOf } from "./clock.js"
import { scriptOf } from "./explore.js"
import { readSound } from "./read-world.js"

/** More places than this make no file that anybody would open. */
const MOST_PLACES = 2000

/** Of the time there is, this much goes into exploring; the rest into writing down what was found, which takes longer. */
const EXPLORING = 0.35

type Report = Parameters<Work<"carry">>[1]

/** `missing` is said with the text it is missing from: a job that is ended by force leaves both or neither. */
interface Written {
  readonly text: string
  readonly missing: string | undefined
}

export const carry: Work<"carry"> = async (asked, report) => {
  const sound = await readSound(asked.world, report)
  if (!sound) return
  const { problem } = sound
  report({ stage: "searching" })
  const found = exporters.find((each) => each.name === asked.to)!
  try {
    const written = textOf(found, problem, asked, report)
    if (written !== undefined) report(written)
  } catch (error) {
    // Sentences to the author are plain errors; anything else is a fault of ours.
    if (!(error instanceof Error) || error.constructor !== Error || error.message.includes("mistake in the engine")) throw error
    report({ complaint: error.message })
  }
}

function textOf(exporter: Exporter, problem: Problem, asked: CarryAsked, report: Report): Written | undefined {
  const write = <From extends keyof Sources>(source: Sources[From]): string => (exporter as unknown as Exporter<From>).write(source)
  if (exporter.from === "branching") return playOf(problem, asked, report, write)
  if (exporter.from === "graph" && asked.as !== undefined) return playOf(problem, asked, report, (play) => write(graphOfPlay(play)))
  const text = toldIn(exporter, problem, asked, report)
  return text === undefined ? undefined : { text, missing: undefined }
}

function toldIn(exporter: Exporter, problem: Problem, asked: CarryAsked, report: Report): string | undefined {
  const write = <From extends keyof Sources>(source: Sources[From]): string => (exporter as unknown as Exporter<From>).write(source)
  const characters = charactersOf(problem)
  if (asked.as !== undefined && !characters.includes(asked.as)) throw new Error(`There is nobody called ${asked.as}: there are ${characters.join(", ")}.`)
  const fabula = storyOf(problem, asked, report)
  if (fabula === undefined) return undefined
  if (exporter.from === "graph") return write(graphOfStory(titleOf(problem), fabula))
  if (exporter.from === "cards") {
    const people = cardsAt(fabula, problem, asked.moment ?? Infinity).map((each) => ({ ...each, act: Math.min(asked.moment ?? Infinity, fabula.occurrences.at(-1)?.act ?? 0) }))
    return write(people.filter((each) => asked.as === undefined || each.name === asked.as))
  }
  const property = placeProperty(fabula)
  const places = fabula.occurrences.map((each) => placesOf(each, fabula, property)[0] ?? null)
  return write({ title: titleOf(problem), fabula, telling: tell(fabula, problem, asked.as === undefined ? usualManner : { ...usualManner, focalisation: "internal", focaliser: asked.as }), places })
}

function playOf(problem: Problem, asked: CarryAsked, report: Report, write: (play: Branching) => string): Written {
  const { as, depth, goal, limits, maxVisited, deadline } = asked
  const exploration = startExploration(problem, {
    as: as!, goal, limits, script: scriptOf(problem, { goal, limits }, partOf(deadline, 0.2)), maxVisited: maxVisited ?? MOST_PLACES, ...(depth === undefined ? {} : { depth }), ...clockUntil(partOf(deadline, EXPLORING)),
  })
  const game = playable(problem, as!)
  const chronicleOf = chroniclerFor(game)
  const states: SpaceState[] = []
  const begun = (isOver: () => boolean) => branchingOf(game, { head: exploration.head, states, foot: exploration.foot! }, chronicleOf, isOver)
  for (let { beginnings } = exploration; exploration.status === "exploring"; ) {
    exploration.step(50)
    // What was found before is void where it had to begin anew.
    if (exploration.beginnings !== beginnings) states.length = 0
    beginnings = exploration.beginnings
    const taken = exploration.take()
    states.push(...taken)
    if (taken.length > 0) report({ note: `${grouped(states.length)} places looked at` })
  }
  const foot = exploration.foot!
  // Should the rest take longer than there is time, there is at least a file that says so.
  if (deadline !== undefined) report(unwritten(begun(() => true), write, foot.states))
  const work = begun(() => deadline !== undefined && Date.now() > deadline)
  for (let written = 0; ; written++) {
    const { done, value } = work.next()
    if (done) return { text: write(value), missing: missingFrom(value, foot, states.length) }
    if (written % 10 === 0) report({ note: `${grouped(written)} of ${grouped(foot.edges)} choices written` })
  }
}

function chroniclerFor(game: Problem): (past: readonly string[]) => Fabula {
  const write = chroniclerOf(game)
  return (past) => write({ plan: past, explanations: [] })
}

/** Nothing but the beginning. */
function unwritten(work: Generator<void, Branching, void>, write: (play: Branching) => string, places: number): Written {
  let step = work.next()
  while (!step.done) step = work.next()
  return { text: write(step.value), missing: `${grouped(places)} of ${grouped(places)} places end where the story could go on: the time was up.` }
}

/** `looked`: how many places were looked at. What was looked at and is cut nevertheless was not written any more. */
function missingFrom({ passages }: Branching, foot: SpaceFoot, looked: number): string | undefined {
  const cut = passages.filter((each) => each.ending === "cut").length
  if (cut === 0) return undefined
  const isLate = foot.limit === "time" || cut > foot.endings.cut + foot.states - looked
  const why = isLate ? "the time was up" : foot.limit === null ? "--depth was reached" : foot.limit === "memory" ? "memory ran out" : "there are too many to write them all"
  return `${grouped(cut)} of ${grouped(foot.states)} places end where the story could go on: ${why}.`
}

function storyOf(problem: Problem, { goal, limits, maxVisited, deadline }: CarryAsked, report: Report): Fabula | undefined {
  const search = startSearch(problem, { goal, limits, maxVisited, ...clockUntil(deadline) })
  while (search.status === "searching") search.step(1000)
  if (search.story) return chronicle(problem, search.story.solution)
  report({ complaint: search.status === "exhausted" ? "there is no story to carry off, within the limits." : "no story was found before the search was stopped." })
  return undefined
}
