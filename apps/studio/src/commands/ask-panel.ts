/**
 * Asks the engine a question for a panel: one job, about the text as it stands. A second question of the same
 * job takes the place of the first. A panel that asks in this way needs no state and no commands of its own.
 */
import type { StudioState } from "../state.js"
import type { Studio } from "../studio.js"
import type { Answer, Asked, JobName, Refused } from "../worker/protocol.js"
import type { WorkerRequest } from "../worker/client.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

const budget = { milliseconds: 30_000, mebibytes: 768 }

/** The jobs that are asked about a world, in a bounded time, and may be refused. */
export type PanelJob = {
  [Name in JobName]: Asked<Name> extends { readonly world: unknown; readonly budget: unknown }
    ? Refused extends Answer<Name>
      ? Name
      : never
    : never
}[JobName]

/** What is asked beside the world and the budget. */
export type PanelAsked<Name extends PanelJob> = Omit<Asked<Name>, "world" | "budget">

export interface PanelQuestion<Name extends PanelJob = PanelJob> {
  readonly job: Name
  readonly asked: PanelAsked<Name>
}

const underWay = new Map<PanelJob, WorkerRequest<PanelJob>>()

export const askPanel = command<PanelQuestion>({
  name: "ask-panel",
  perform: async (studio, { job, asked }) => {
    underWay.get(job)?.cancel()
    const { project } = studio.state
    changeAnswer(studio, job, { asked, isAsking: true, visited: 0, refused: null })
    const full = { ...asked, world: worldOf(project), budget } as unknown as Asked<PanelJob>
    const request = studio.stage.ask<PanelJob>(job, full, ({ visited }) =>
      changeAnswer(studio, job, { visited }),
    )
    underWay.set(job, request)
    const outcome = await request.outcome
    if ("cancelled" in outcome || studio.state.project.id !== project.id) return
    const refused =
      "broken" in outcome
        ? `The engine stopped: ${outcome.broken}.`
        : "answer" in outcome && outcome.answer.kind === "refused"
          ? outcome.answer.sentence
          : null
    changeAnswer(
      studio,
      job,
      refused === null && "answer" in outcome
        ? { isAsking: false, answer: outcome.answer as never, of: project.files }
        : { isAsking: false, refused },
    )
  },
})

/** Stops one job; its last answer stays. */
export const stopAsking = command<PanelJob>({
  name: "stop-asking",
  perform: (studio, job) => stop(studio, job),
})

/** Stops all of them, from the palette. */
export const stopPanel = command({
  name: "stop-panel",
  label: "Stop what is being looked for",
  when: ({ answers }) => Object.values(answers).some(({ isAsking }) => isAsking),
  perform: (studio) => {
    for (const [job, { isAsking }] of Object.entries(studio.state.answers) as [
      PanelJob,
      { readonly isAsking: boolean },
    ][]) {
      if (isAsking) stop(studio, job)
    }
  },
})

function stop(studio: Studio, job: PanelJob): void {
  underWay.get(job)?.cancel()
  changeAnswer(studio, job, { isAsking: false })
}

function changeAnswer<Name extends PanelJob>(
  studio: Studio,
  job: Name,
  part: Partial<NonNullable<StudioState["answers"][Name]>>,
): void {
  studio.change((state) => ({
    ...state,
    answers: { ...state.answers, [job]: { ...state.answers[job], ...part } },
  }))
}
