/** Looks at everything that can happen, and draws it. */
import type { Errand } from "../worker/workshop.js"
import { command } from "./command.js"
import { worldOf } from "./find-story.js"

const budget = { milliseconds: 30_000, mebibytes: 768 }
/** As many places as can be drawn while one drags them. */
const most = 20_000

let underWay: Errand<"map"> | undefined

/** Null: by acts that make sense to everybody; else as this person may choose. */
export const drawMap = command<string | null>({
  name: "draw-map",
  perform: async (studio, as) => {
    underWay?.cancel()
    const { project } = studio.state
    const of = project.files
    studio.change((state) => ({ ...state, map: { ...state.map, as, isDrawing: true, visited: 0, refused: null } }))
    const errand = studio.stage.ask("map", { world: worldOf(project), as, most, budget }, ({ visited }) => studio.change((state) => ({ ...state, map: { ...state.map, visited } })))
    underWay = errand
    const outcome = await errand.outcome
    if ("cancelled" in outcome || studio.state.project.id !== project.id) return
    const answer = "answer" in outcome ? outcome.answer : { kind: "refused" as const, sentence: `The engine stopped: ${outcome.broken}.` }
    studio.change((state) => ({ ...state, map: answer.kind === "refused" ? { ...state.map, isDrawing: false, refused: answer.sentence } : { as, drawn: answer, of, isDrawing: false, visited: 0, refused: null } }))
  },
})

export const cancelMap = command({
  name: "cancel-map", label: "Stop drawing the map",
  when: ({ map }) => map.isDrawing,
  perform: ({ change }) => {
    underWay?.cancel()
    change((state) => ({ ...state, map: { ...state.map, isDrawing: false } }))
  },
})
