/** Takes the notice away. */
import { command } from "./command.js"

export const dismissNotice = command({
  name: "dismiss-notice",
  perform: ({ change }) => change((state) => ({ ...state, notice: null, gone: null })),
})
