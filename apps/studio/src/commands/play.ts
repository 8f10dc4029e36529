/**
 * Playing a part: every step is asked of the worker that keeps the play, and what comes back is shown and
 * kept with the project.
 */
import type { PlayRecord } from "@dramaturg/model"
import type { Studio } from "../studio.js"
import type { PlayStep } from "../worker/protocol.js"
import type { WorkerRequest } from "../worker/client.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

let underWay: WorkerRequest<"play"> | undefined

export const beginPlay = command<string>({
  name: "begin-play",
  perform: (studio, as) => step(studio, as, null, { kind: "begin" }),
})

export const choose = command<string | null>({
  name: "choose",
  when: ({ play }) => play.played !== null && !play.isBusy,
  perform: (studio, chosen) => goOn(studio, { kind: "choose", chosen }),
})

export const undoChoice = command({
  name: "undo-choice",
  label: "Take the last choice of the play back",
  when: ({ play, panel }) => panel === "play" && !play.isBusy && (play.played?.turns.length ?? 0) > 0,
  perform: (studio) => goOn(studio, { kind: "undo" }),
})

export const goToTurn = command<number>({
  name: "go-to-turn",
  when: ({ play }) => play.played !== null && !play.isBusy,
  perform: (studio, node) => goOn(studio, { kind: "go", node }),
})

export const leavePlay = command({
  name: "leave-play",
  label: "Play somebody else",
  when: ({ play }) => play.played !== null,
  perform: ({ change }) => {
    underWay?.cancel()
    change((state) => ({
      ...state,
      play: { played: null, refused: null, isBusy: false, of: null },
      project: { ...state.project, play: null },
    }))
  },
})

/**
 * The world has changed under the play, or the page was opened anew: it is played again as far as it goes.
 */
export const playAgain = command({
  name: "play-again",
  when: ({ project }) => project.play !== undefined && project.play !== null,
  perform: (studio) =>
    step(studio, studio.state.project.play!.as, studio.state.project.play!, { kind: "begin" }),
})

function goOn(studio: Studio, next: PlayStep): Promise<void> {
  const { played } = studio.state.play
  return step(studio, played!.as, played!.record, next)
}

async function step(studio: Studio, as: string, record: PlayRecord | null, next: PlayStep): Promise<void> {
  underWay?.cancel()
  const { project } = studio.state
  const of = project.files
  studio.change((state) => ({ ...state, play: { ...state.play, isBusy: true, refused: null } }))
  const request = studio.stage.ask("play", { world: worldOf(project), as, record, step: next })
  underWay = request
  const outcome = await request.outcome
  if ("cancelled" in outcome) return
  const answer =
    "answer" in outcome
      ? outcome.answer
      : { kind: "refused" as const, sentence: `The engine stopped: ${outcome.broken}.` }
  studio.change((state) => {
    if (state.project.id !== project.id) return state
    if (answer.kind === "refused")
      return { ...state, play: { ...state.play, isBusy: false, refused: answer.sentence, of } }
    return {
      ...state,
      play: { played: answer, refused: null, isBusy: false, of },
      project: { ...state.project, play: answer.record },
    }
  })
}
