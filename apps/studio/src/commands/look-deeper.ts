/** Looks into what people think that others believe. */
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

export const lookDeeper = command({
  name: "look-deeper",
  perform: async (studio) => {
    const { project, story: { found } } = studio.state
    if (!found || studio.state.nested?.of === found) return
    const outcome = await studio.engine.ask("nested", { world: worldOf(project), plan: found.acts.map((each) => each.label) }).outcome
    if (!("answer" in outcome) || outcome.answer.kind !== "nested") return
    const { fabula } = outcome.answer
    studio.change((state) => (state.story.found === found ? { ...state, nested: { of: found, fabula } } : state))
  },
})
