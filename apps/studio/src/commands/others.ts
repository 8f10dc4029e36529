/**
 * Lists other stories of the world, as many as are asked for and as different as can be had, and reads one of
 * them.
 */
import { mannerOf, type OthersState } from "../state.js"
import type { Studio } from "../studio.js"
import type { ListedStory } from "../worker/protocol.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

/** One at a time is asked for so long, so that what there is can be shown while there is more to come. */
const turn = { milliseconds: 700, mebibytes: 512 }
const patience = 30_000

/** The story on the page is among them. */
const most = 6

export const listOthers = command({
  name: "list-others",
  label: "Show me other stories",
  when: ({ story, others }) =>
    story.found !== null && story.status === "done" && story.none === null && !others?.isLooking,
  perform: async (studio) => {
    const { project, story } = studio.state
    const of = project.files
    const from = story.found!.acts.map((each) => each.label)
    const ask: Listing = { isStopped: false, cancel: () => {} }
    underWay = ask
    studio.change((state) => ({
      ...state,
      panel: "story",
      others: { of, listed: null, from, isLooking: true, visited: 0, refused: null },
    }))
    for (const end = performance.now() + patience; performance.now() < end; ) {
      const request = studio.engine.ask(
        "others",
        { world: worldOf(project), most, acts: from.length, budget: turn },
        ({ visited }) => changeOthers(studio, of, { visited }),
      )
      ask.cancel = request.cancel
      const outcome = await request.outcome
      if (ask.isStopped || studio.state.project.files !== of) return
      if (!("answer" in outcome))
        return changeOthers(studio, of, {
          isLooking: false,
          refused: "broken" in outcome ? `The engine stopped: ${outcome.broken}.` : null,
        })
      const { answer } = outcome
      if (answer.kind === "refused")
        return changeOthers(studio, of, { isLooking: false, refused: answer.sentence })
      changeOthers(studio, of, { listed: answer, visited: answer.visited })
      if (answer.isAll || answer.limit !== null) break
    }
    changeOthers(studio, of, { isLooking: false })
  },
})

/** What was found before stays. */
export const stopListing = command({
  name: "stop-listing",
  label: "Stop looking for other stories",
  when: ({ others }) => others?.isLooking === true,
  perform: (studio) => {
    if (underWay) {
      underWay.isStopped = true
      underWay.cancel()
    }
    studio.change((state) => ({ ...state, others: state.others && { ...state.others, isLooking: false } }))
  },
})

export const closeOthers = command({
  name: "close-others",
  perform: (studio) => {
    void stopListing.perform(studio)
    studio.change((state) => ({ ...state, others: null }))
  },
})

export const readStory = command<ListedStory>({
  name: "read-story",
  when: ({ story }) => story.status === "done",
  perform: async (studio, story) => {
    const { project } = studio.state
    const outcome = await studio.engine.ask("read", {
      world: worldOf(project),
      story,
      manner: mannerOf(project),
    }).outcome
    if (
      !("answer" in outcome) ||
      outcome.answer.kind === "refused" ||
      studio.state.project.files !== project.files
    )
      return
    const found = outcome.answer
    studio.change((state) => ({
      ...state,
      act: null,
      moment: null,
      story: { ...state.story, found, isSame: false, before: found.acts.map((each) => each.label) },
    }))
  },
})

interface Listing {
  isStopped: boolean
  cancel: () => void
}

let underWay: Listing | undefined

function changeOthers({ change }: Studio, of: unknown, others: Partial<OthersState>): void {
  change((state) =>
    !state.others || state.others.of !== of || !state.others.isLooking
      ? state
      : { ...state, others: { ...state.others, ...others } },
  )
}
