/** Asks a question in the Why panel. A second one takes the place of the first. */
import type { Question } from "../state.js"
import type { Studio } from "../studio.js"
import type { Changes, Figures, World } from "../worker/protocol.js"
import type { WorkerRequest } from "../worker/client.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"
import { most } from "@dramaturg/web/most"

const budget = { milliseconds: 30_000, mebibytes: most(768) }

type Asked = "why-not" | "ending" | "what-if"

let underWay: { readonly cancel: () => void } | undefined

export const askWhyNot = command<{ readonly act: string; readonly at: number }>({
  name: "ask-why-not",
  perform: (studio, { act, at }) => {
    const plan = studio.state.story.found?.acts.map((each) => each.label) ?? []
    const place = at === 0 ? "at the start" : `after act ${at}`
    return ask(studio, { kind: "why-not", title: `Why not ${act}, ${place}?` }, (world, onFigures) =>
      studio.engine.ask("why-not", { world, plan, at, act, budget }, onFigures),
    )
  },
})

export const askEnding = command<string>({
  name: "ask-ending",
  perform: (studio, ending) =>
    ask(studio, { kind: "ending", title: `Can it end with ${ending}?` }, (world, onFigures) =>
      studio.engine.ask("ending", { world, ending, budget }, onFigures),
    ),
})

export const askWhatIf = command<{ readonly changes: Changes; readonly title: string }>({
  name: "ask-what-if",
  perform: (studio, { changes, title }) =>
    ask(studio, { kind: "what-if", title, changes }, (world, onFigures) =>
      studio.engine.ask("what-if", { world, changes, budget }, onFigures),
    ),
})

export const cancelQuestion = command({
  name: "cancel-question",
  label: "Stop answering",
  when: ({ why }) => why.isAsking,
  perform: ({ change }) => {
    underWay?.cancel()
    change((state) => ({ ...state, why: { ...state.why, isAsking: false, figures: null } }))
  },
})

async function ask(
  studio: Studio,
  question: Question,
  send: (world: World, onFigures: (figures: Figures) => void) => WorkerRequest<Asked>,
): Promise<void> {
  underWay?.cancel()
  const isStill = (): boolean => studio.state.why.question === question
  studio.change((state) => ({
    ...state,
    panel: "why",
    why: { question, answer: null, figures: null, isAsking: true },
  }))
  const request = send(worldOf(studio.state.project), (figures) => {
    if (isStill()) studio.change((state) => ({ ...state, why: { ...state.why, figures } }))
  })
  underWay = request
  const outcome = await request.outcome
  if (!isStill() || "cancelled" in outcome) return
  const answer =
    "answer" in outcome
      ? outcome.answer
      : { kind: "refused" as const, sentence: `The engine stopped: ${outcome.broken}.` }
  studio.change((state) => ({ ...state, why: { ...state.why, answer, isAsking: false, figures: null } }))
}
