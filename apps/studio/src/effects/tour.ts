/** Tells from the state when a step of the tour has been done, by any means. */
import { run } from "../commands/command.js"
import { noteStepDone } from "../commands/tour.js"
import type { Studio } from "../studio.js"
import { steps } from "../tour/steps.js"

export function watchTour(studio: Studio): void {
  studio.subscribe(() => {
    const { tour } = studio.state
    if (!tour.isOpen || tour.step === null || tour.done.includes(tour.step)) return
    if (steps[tour.step]?.isDone(studio.state)) run(studio, noteStepDone, tour.step)
  })
}
