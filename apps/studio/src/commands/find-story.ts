/**
 * Looks for the story of the text as it stands. A search that is under way is cancelled first; the story on
 * the page stays until there is another one, or none.
 */
import { mannerOf, type Project, type StoryState, stateOf } from "../state.js"
import type { Studio } from "../studio.js"
import type { Answer, Budget, NoStory, World } from "../worker/protocol.js"
import type { WorkerRequest } from "../worker/client.js"
import { most } from "@dramaturg/web/most"
import { command } from "./command.js"

/** While the author types; another command waits longer. */
export const patience: Budget = { milliseconds: 20_000, mebibytes: most(768) }
const openingPatience: Budget = { milliseconds: 12_000, mebibytes: most(512) }

export const findStory = command<{ readonly budget?: Budget; readonly seed?: number }>({
  name: "find-story",
  perform: async (studio, { budget = patience, seed = 0 }) => {
    stopSearching()
    const { project } = studio.state
    const of = project.files
    changeStory(studio, { status: "searching", figures: null, broken: null, seed, isSame: false })
    const request = studio.engine.ask(
      "story",
      { world: worldOf(project), budget, seed, manner: mannerOf(project) },
      (figures) => changeStory(studio, { figures }, of),
    )
    underWay.add(request)
    const outcome = await request.outcome
    underWay.delete(request)
    if (studio.state.project.files !== of) return
    if ("broken" in outcome) changeStory(studio, { status: "broken", broken: outcome.broken, figures: null })
    if ("answer" in outcome) await take(studio, outcome.answer, project)
  },
})

export const cancelSearch = command({
  name: "cancel-search",
  label: "Stop searching",
  key: "Escape",
  when: ({ story, dialogue }) => story.status === "searching" && dialogue === null,
  perform: (studio) => {
    stopSearching()
    changeStory(studio, { status: "cancelled" })
  },
})

export const searchAgain = command({
  name: "search-again",
  label: "Look for a story again",
  perform: (studio) => findStory.perform(studio, {}),
})

export const lookLonger = command({
  name: "look-longer",
  label: "Look for a story for longer (five minutes)",
  perform: (studio) =>
    findStory.perform(studio, { budget: { milliseconds: 300_000, mebibytes: most(1536) } }),
})

export const anotherStory = command({
  name: "another-story",
  label: "Look for another story",
  when: ({ story }) => story.found !== null && story.status === "done",
  perform: (studio) => findStory.perform(studio, { seed: studio.state.story.seed + 1 }),
})

const underWay = new Set<Pick<WorkerRequest<"story">, "cancel">>()

export function stopSearching(): void {
  for (const each of underWay) each.cancel()
  underWay.clear()
}

export function worldOf({ main, files }: Project): World {
  return { main, texts: Object.fromEntries(files.map((each) => [each.name, each.text])) }
}

type StoryChange = Partial<ReturnType<typeof stateOf>["story"]>

function changeStory({ change }: Studio, story: StoryChange, of?: unknown): void {
  change((state) =>
    of !== undefined && (state.project.files !== of || state.story.status !== "searching")
      ? state
      : { ...state, story: { ...state.story, ...story } },
  )
}

async function take(studio: Studio, answer: Answer<"story">, project: Project): Promise<void> {
  if (answer.kind === "torn") return changeStory(studio, { status: "torn", figures: null })
  if (answer.kind === "none") return takeNone(studio, answer, project)
  studio.change((state) => {
    const { found: before, seed } = state.story
    const isSame =
      seed > 0 &&
      before !== null &&
      before.acts.map((each) => each.label).join() === answer.acts.map((each) => each.label).join()
    const isThere = answer.acts.some((each) => each.number === state.act)
    const moment = state.moment === null ? null : Math.min(state.moment, answer.fabula.occurrences.length)
    return {
      ...state,
      act: isThere ? state.act : null,
      moment,
      story: {
        ...state.story,
        found: answer,
        none: null,
        before: answer.acts.map((each) => each.label),
        breach: null,
        shortfall: null,
        opening: null,
        figures: null,
        status: "done",
        of: project.files,
        isSame,
      },
    }
  })
}

/** None: where the story that was here breaks, and what would have to be otherwise, is looked for at once. */
async function takeNone(studio: Studio, none: NoStory, project: Project): Promise<void> {
  studio.change((state) => ({
    ...state,
    act: null,
    story: {
      ...state.story,
      found: none.proof === "exhausted" ? null : state.story.found,
      none,
      breach: null,
      shortfall: null,
      opening: null,
      figures: null,
      status: "done",
      of: project.files,
    },
  }))
  const isStill = (): boolean => studio.state.story.none === none
  const { before } = studio.state.story
  if (before.length > 0) {
    const fate = await fateOf(studio, before, project)
    if (isStill()) changeStory(studio, fate)
  }
  if (!isStill()) return
  const request = studio.engine.ask("ending", {
    world: worldOf(project),
    ending: null,
    budget: openingPatience,
  })
  underWay.add(request)
  const outcome = await request.outcome
  underWay.delete(request)
  if ("answer" in outcome && isStill()) changeStory(studio, { opening: outcome.answer })
}

/**
 * The first act of a story that does not hold in this world any more; if there is none, what the whole of it
 * lacks.
 */
async function fateOf(
  { engine }: Studio,
  plan: readonly string[],
  project: Project,
): Promise<Pick<StoryState, "breach" | "shortfall">> {
  const request = engine.ask("review", {
    world: worldOf(project),
    outline: plan.join("\n"),
    budget: openingPatience,
  })
  underWay.add(request)
  const outcome = await request.outcome
  underWay.delete(request)
  if (!("answer" in outcome) || outcome.answer.kind !== "reviewed") return { breach: null, shortfall: null }
  const { lines, whole, holds } = outcome.answer
  const breach = lines.find((each) => each.verdict !== "holds" && each.verdict !== "limited") ?? null
  return { breach, shortfall: breach || holds ? null : whole }
}
