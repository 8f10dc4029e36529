/** Carries the play off to another format, as a file. */
import { download } from "../files/zip.js"
import type { WorkerRequest } from "../worker/client.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

const budget = { milliseconds: 120_000, mebibytes: 768 }

let underWay: WorkerRequest<"carry"> | undefined

export const carryOff = command<{ readonly as: string; readonly to: string }>({
  name: "carry-off",
  perform: async (studio, { as, to }) => {
    underWay?.cancel()
    const tell = (carrying: string | null): void => studio.change((state) => ({ ...state, carrying }))
    tell("Looking at everything that could be chosen …")
    const request = studio.stage.ask(
      "carry",
      { world: worldOf(studio.state.project), as, to, budget },
      ({ stage, visited }) =>
        tell(stage === "writing" ? `${visited} choices written …` : `${visited} places looked at …`),
    )
    underWay = request
    const outcome = await request.outcome
    if ("cancelled" in outcome) return
    if (!("answer" in outcome)) return tell(`It could not be written: ${outcome.broken}.`)
    if (outcome.answer.kind === "refused") return tell(outcome.answer.sentence)
    const { name, text, places, missing } = outcome.answer
    download(name, text, "text/plain")
    tell(`${name} holds ${places} places. ${missing ?? ""}`.trim())
  },
})

export const cancelCarrying = command({
  name: "cancel-carrying",
  perform: ({ change }) => {
    underWay?.cancel()
    change((state) => ({ ...state, carrying: null }))
  },
})
