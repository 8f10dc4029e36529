/**
 * How the story is told: through whom, in which order, how fully. It is told anew and not searched for again.
 */
import type { Manner } from "@dramaturg/model"
import { mannerOf } from "../state.js"
import type { Studio } from "../studio.js"
import { command, isWriter } from "./command.js"
import { worldOf } from "./find-story.js"

export const chooseManner = command<Partial<Manner>>({
  name: "choose-manner",
  when: isWriter,
  perform: (studio, chosen) => {
    studio.change((state) => ({
      ...state,
      project: { ...state.project, manner: { ...mannerOf(state.project), ...chosen } },
    }))
    return retell(studio)
  },
})

export const showNotes = command<boolean>({
  name: "show-notes",
  when: isWriter,
  perform: ({ change }, hasNotes) =>
    change((state) => ({ ...state, project: { ...state.project, hasNotes } })),
})

export const toggleNotes = command({
  name: "toggle-notes",
  label: "Margin notes on or off",
  when: (state) => isWriter(state) && state.story.found !== null,
  perform: (studio) => showNotes.perform(studio, !studio.state.project.hasNotes),
})

async function retell(studio: Studio): Promise<void> {
  const {
    story: { found, of },
    project,
  } = studio.state
  if (!found || !of) return
  const manner = mannerOf(project)
  const outcome = await studio.reader.ask("retell", {
    world: worldOf({ ...project, files: of }),
    fabula: found.fabula,
    manner,
  }).outcome
  if (!("answer" in outcome)) return
  const { telling } = outcome.answer
  studio.change((state) =>
    state.story.found?.fabula !== found.fabula || mannerOf(state.project) !== manner
      ? state
      : { ...state, story: { ...state.story, found: { ...state.story.found, telling } } },
  )
}
