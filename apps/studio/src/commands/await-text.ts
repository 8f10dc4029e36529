/** The text has changed under a search; what comes of it is found out as soon as the typing rests. */
import { command } from "./command.js"

export const awaitText = command({
  name: "await-text",
  perform: ({ change }) =>
    change((state) => ({ ...state, story: { ...state.story, status: "waiting", figures: null } })),
})
