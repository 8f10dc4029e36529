/** Carries a play, or the story of a world, off to another format. */
import { chronicle, chroniclerOf, groundingNotes, playable, startExploration, startSearch } from "@dramaturg/engine"
import { type Exporter, exporters, graphOfPlay, graphOfStory, type Sources } from "@dramaturg/exports"
import { type Fabula, hasErrors, type Problem, type SpaceState } from "@dramaturg/model"
import { branchingOf, cardsAt, placeProperty, placesOf, tell, usualManner } from "@dramaturg/telling"
import { grouped } from "../progress-line.js"
import type { CarryAsked, Work } from "../protocol.js"
import { clockUntil } from "./clock.js"
import { scriptOf } from "./explore.js"
import { readWorld } from "./read-world.js"

/** More places than this make no file that anybody would open. */
const MOST_PLACES = 2000

type Report = Parameters<Work<"carry">>[1]

export const carry: Work<"carry"> = async (asked, report) => {
  const { problem, diagnostics } = await readWorld(asked.world, report)
  if (!problem) return
  const notes = groundingNotes(problem)
  report({ diagnostics: [...diagnostics, ...notes] })
  if (hasErrors(notes)) return
  report({ stage: "searching" })
  const found = exporters.find((each) => each.name === asked.to)!
  try {
    const text = textOf(found, problem, asked, report)
    if (text !== undefined) report({ text })
  } catch (error) {
    report({ complaint: error instanceof Error ? error.message : String(error) })
  }
}

function textOf(exporter: Exporter, problem: Problem, asked: CarryAsked, report: Report): string | undefined {
  const write = <From extends keyof Sources>(source: Sources[From]): string => (exporter as unknown as Exporter<From>).write(source)
  if (exporter.from === "branching") return write(playOf(problem, asked, report))
  if (exporter.from === "graph" && asked.as !== undefined) return write(graphOfPlay(playOf(problem, asked, report)))
  const fabula = storyOf(problem, asked, report)
  if (fabula === undefined) return undefined
  if (exporter.from === "graph") return write(graphOfStory(problem.name, fabula))
  if (exporter.from === "cards") {
    const people = cardsAt(fabula, problem, asked.moment ?? Infinity).map((each) => ({ ...each, act: Math.min(asked.moment ?? Infinity, fabula.occurrences.at(-1)?.act ?? 0) }))
    return write(people.filter((each) => asked.as === undefined || each.name === asked.as))
  }
  const property = placeProperty(fabula)
  const places = fabula.occurrences.map((each) => placesOf(each, fabula, property)[0] ?? null)
  return write({ title: problem.name, fabula, telling: tell(fabula, problem, asked.as === undefined ? usualManner : { ...usualManner, focalisation: "internal", focaliser: asked.as }), places })
}

function playOf(problem: Problem, { as, depth, goal, limits, maxVisited, deadline }: CarryAsked, report: Report) {
  const exploration = startExploration(problem, {
    as: as!, goal, limits, script: scriptOf(problem, { goal, limits }), maxVisited: maxVisited ?? MOST_PLACES, ...(depth === undefined ? {} : { depth }), ...clockUntil(deadline),
  })
  const states: SpaceState[] = []
  while (exploration.status === "exploring") {
    exploration.step(50)
    states.push(...exploration.take())
    report({ note: `${grouped(states.length)} places looked at` })
  }
  const foot = exploration.foot!
  const cut = foot.states - states.length + foot.endings.cut
  if (cut > 0) report({ missing: `${grouped(cut)} of ${grouped(foot.states)} places end where the story could go on: ${foot.limit === null ? "--depth was reached" : foot.limit === "time" ? "the time was up" : "there are too many to write them all"}.` })
  const game = playable(problem, as!)
  const write = chroniclerOf(game)
  const chronicleOf = (past: readonly string[]): Fabula => write({ plan: past, explanations: [] })
  const work = branchingOf(game, { head: exploration.head, states, foot }, chronicleOf)
  for (let written = 0; ; written++) {
    const { done, value } = work.next()
    if (done) return value
    if (written % 10 === 0) report({ note: `${grouped(written)} of ${grouped(foot.edges)} choices written` })
  }
}

function storyOf(problem: Problem, { goal, limits, maxVisited, deadline }: CarryAsked, report: Report): Fabula | undefined {
  const search = startSearch(problem, { goal, limits, maxVisited, ...clockUntil(deadline) })
  while (search.status === "searching") search.step(1000)
  if (search.story) return chronicle(problem, search.story.solution)
  report({ complaint: search.status === "exhausted" ? "there is no story to carry off, within the limits." : "no story was found before the search was stopped." })
  return undefined
}
