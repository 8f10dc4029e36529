/** Looks for the smallest change that makes the plot hold. */
import { command } from "./command.js"
import { worldOf } from "./find-story.js"
import { most } from "@dramaturg/web/most"

const budget = { milliseconds: 30_000, mebibytes: most(512) }

export const repairOutline = command({
  name: "repair-outline",
  label: "Look for repairs of the outline",
  when: ({ outline }) => outline.review?.kind === "reviewed" && !outline.review.holds && !outline.isRepairing,
  perform: async (studio) => {
    const { project } = studio.state
    studio.change((state) => ({ ...state, outline: { ...state.outline, isRepairing: true, repairs: null } }))
    const outcome = await studio.engine.ask("repair", {
      world: worldOf(project),
      outline: project.outline,
      budget,
    }).outcome
    const repairs = "answer" in outcome ? outcome.answer : null
    studio.change((state) => ({
      ...state,
      outline: {
        ...state.outline,
        isRepairing: false,
        repairs: state.project.outline === project.outline ? repairs : null,
      },
    }))
  },
})
