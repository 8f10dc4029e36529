/** Holds the plot against the world, line by line. */
import { command } from "./command.js"
import { worldOf } from "./find-story.js"
import { most } from "@dramaturg/web/most"

const budget = { milliseconds: 15_000, mebibytes: most(512) }

let underWay: { readonly cancel: () => void } | undefined

export const reviewOutline = command({
  name: "review-outline",
  perform: async (studio) => {
    underWay?.cancel()
    const { project } = studio.state
    if (project.outline.trim() === "")
      return studio.change((state) => ({
        ...state,
        outline: { review: null, repairs: null, isReviewing: false, isRepairing: false },
      }))
    studio.change((state) => ({ ...state, outline: { ...state.outline, isReviewing: true } }))
    const request = studio.engine.ask("review", { world: worldOf(project), outline: project.outline, budget })
    underWay = request
    const outcome = await request.outcome
    if ("cancelled" in outcome) return
    const review =
      "answer" in outcome
        ? outcome.answer
        : { kind: "refused" as const, sentence: `The engine stopped: ${outcome.broken}.` }
    studio.change((state) => ({
      ...state,
      outline: {
        ...state.outline,
        isReviewing: false,
        review: state.project.outline === project.outline ? review : state.outline.review,
      },
    }))
  },
})
