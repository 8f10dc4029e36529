/** Goes into another panel. */
import type { PanelId } from "../panels/index.js"
import { command } from "./command.js"

export const showPanel = command<PanelId>({
  name: "show-panel",
  perform: ({ change }, panel) => change((state) => ({ ...state, panel, isTextSeen: false })),
})

/** On a narrow page: the text, or the panels. */
export const seeText = command<boolean>({
  name: "see-text",
  perform: ({ change }, isTextSeen) => change((state) => ({ ...state, isTextSeen })),
})
