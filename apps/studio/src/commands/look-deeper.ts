/** Looks into what people think that others believe. */
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

export const lookDeeper = command({
  name: "look-deeper",
  when: ({ story: { found }, nested }) => found !== null && nested?.of !== found,
  perform: async (studio) => {
    const {
      project,
      story: { found, of },
    } = studio.state
    if (!found) return
    studio.change((state) => ({ ...state, nested: { of: found, seen: null } }))
    // The text may have been written on since; it is asked of the world that the story is of.
    const world = worldOf({ ...project, files: of ?? project.files })
    const outcome = await studio.engine.ask("nested", { world, plan: found.acts.map((each) => each.label) })
      .outcome
    const answer = "answer" in outcome ? outcome.answer : null
    studio.change((state) => {
      if (state.nested?.of !== found) return state
      if (answer?.kind === "nested") return { ...state, nested: { of: found, seen: answer } }
      const why = answer?.sentence ?? ("broken" in outcome ? `The engine stopped: ${outcome.broken}.` : null)
      return { ...state, nested: null, notice: why ?? state.notice }
    })
  },
})
