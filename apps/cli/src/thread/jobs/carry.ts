/** Carries a play, or the story of a world, off to another format. */
import { chronicle, chroniclerOf, groundingNotes, playable, startExploration, startSearch } from "@dramaturg/engine"
import { type Exporter, exporters, graphOfPlay, graphOfStory, type Sources } from "@dramaturg/exports"
import { type Branching, charactersOf, type Fabula, hasErrors, type Problem, type SpaceFoot, type SpaceState } from "@dramaturg/model"
import { branchingOf, cardsAt, placeProperty, placesOf, tell, titleOf, usualManner } from "@dramaturg/telling"
import { grouped } from "../progress-line.js"
import type { CarryAsked, Work } from "../protocol.js"
import { clockUntil, partOf } from "./clock.js"
import { scriptOf } from "./explore.js"
import { readWorld } from "./read-world.js"

/** More places than this make no file that anybody would open. */
const MOST_PLACES = 2000

/** Of the time there is, this much goes into exploring; the rest into writing down what was found, which takes longer. */
const EXPLORING = 0.35

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
    // Sentences to the author are plain errors; anything else is a fault of ours.
    if (!(error instanceof Error) || error.constructor !== Error || error.message.includes("mistake in the engine")) throw error
    report({ complaint: error.message })
  }
}

function textOf(exporter: Exporter, problem: Problem, asked: CarryAsked, report: Report): string | undefined {
  const write = <From extends keyof Sources>(source: Sources[From]): string => (exporter as unknown as Exporter<From>).write(source)
  if (exporter.from === "branching") return write(playOf(problem, asked, report))
  if (exporter.from === "graph" && asked.as !== undefined) return write(graphOfPlay(playOf(problem, asked, report)))
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

function playOf(problem: Problem, asked: CarryAsked, report: Report): Branching {
  const { as, depth, goal, limits, maxVisited, deadline } = asked
  const exploration = startExploration(problem, {
    as: as!, goal, limits, script: scriptOf(problem, { goal, limits }, partOf(deadline, 0.2)), maxVisited: maxVisited ?? MOST_PLACES, ...(depth === undefined ? {} : { depth }), ...clockUntil(partOf(deadline, EXPLORING)),
  })
  const states: SpaceState[] = []
  while (exploration.status === "exploring") {
    exploration.step(5)
    states.push(...exploration.take())
    report({ note: `${grouped(states.length)} places looked at` })
  }
  const foot = exploration.foot!
  const game = playable(problem, as!)
  const write = chroniclerOf(game)
  const chronicleOf = (past: readonly string[]): Fabula => write({ plan: past, explanations: [] })
  const work = branchingOf(game, { head: exploration.head, states, foot }, chronicleOf, () => deadline !== undefined && Date.now() > deadline)
  for (let written = 0; ; written++) {
    const { done, value } = work.next()
    if (done) {
      report(missingFrom(value, foot, states.length))
      return value
    }
    if (written % 10 === 0) report({ note: `${grouped(written)} of ${grouped(foot.edges)} choices written` })
  }
}

/** `looked`: how many places were looked at. What was looked at and is cut nevertheless was not written any more. */
function missingFrom({ passages }: Branching, foot: SpaceFoot, looked: number): { readonly missing?: string } {
  const cut = passages.filter((each) => each.ending === "cut").length
  if (cut === 0) return {}
  const isLate = foot.limit === "time" || cut > foot.endings.cut + foot.states - looked
  const why = isLate ? "the time was up" : foot.limit === null ? "--depth was reached" : foot.limit === "memory" ? "memory ran out" : "there are too many to write them all"
  return { missing: `${grouped(cut)} of ${grouped(foot.states)} places end where the story could go on: ${why}.` }
}

function storyOf(problem: Problem, { goal, limits, maxVisited, deadline }: CarryAsked, report: Report): Fabula | undefined {
  const search = startSearch(problem, { goal, limits, maxVisited, ...clockUntil(deadline) })
  while (search.status === "searching") search.step(1000)
  if (search.story) return chronicle(problem, search.story.solution)
  report({ complaint: search.status === "exhausted" ? "there is no story to carry off, within the limits." : "no story was found before the search was stopped." })
  return undefined
}
