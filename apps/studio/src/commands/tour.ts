/** The guided tour: begun, gone on with, left. Where one is in it is remembered. */
import type { StudioState } from "../state.js"
import type { Studio } from "../studio.js"
import { steps } from "../tour/steps.js"
import { command, isWriter } from "./command.js"
import { openGallery, openProject } from "./open-project.js"

/** The tour is through the lair; it is opened first if something else is on the desk. */
export const startTour = command({
  name: "start-tour",
  label: "Take the tour (five minutes)",
  when: ({ tour }) => !tour.isOpen,
  perform: async (studio) => {
    const { step } = studio.state.tour
    const isOver = step === null || step >= steps.length
    if (studio.state.project.from !== "lair") {
      const own = studio.state.cards.find((each) => each.from === "lair")
      await (own && !isOver ? openProject.perform(studio, own.id) : openGallery.perform(studio, "lair"))
    }
    studio.change((state) => ({ ...state, isGallerySeen: false }))
    changeTour(
      studio,
      isOver ? { step: 0, done: [], isOpen: true, isOffered: false } : { isOpen: true, isOffered: false },
    )
  },
})

export const leaveTour = command({
  name: "leave-tour",
  label: "Leave the tour",
  when: ({ tour }) => tour.isOpen,
  perform: (studio) => changeTour(studio, { isOpen: false }),
})

export const declineTour = command({
  name: "decline-tour",
  perform: (studio) => changeTour(studio, { isOffered: false }),
})

export const goToStep = command<number>({
  name: "go-to-step",
  perform: (studio, step) => changeTour(studio, { step }),
})

/** For a user who would rather watch. */
export const doStep = command<number>({
  name: "do-step",
  when: isWriter,
  perform: (studio, step) => steps[step].perform(studio),
})

/** Marked as done, by effects/tour.ts. */
export const noteStepDone = command<number>({
  name: "note-step-done",
  perform: (studio, step) => changeTour(studio, { done: [...new Set([...studio.state.tour.done, step])] }),
})

function changeTour({ change, store }: Studio, tour: Partial<StudioState["tour"]>): void {
  change((state) => {
    const next = { ...state.tour, ...tour }
    store.remember({ tour: { step: next.step, done: next.done } })
    return { ...state, tour: next }
  })
}
