/** Tries to save now what could not be saved. */
import { saveListeners } from "../effects/save.js"
import { command } from "./command.js"

export const saveAgain = command({
  name: "save-again",
  label: "Try to save again",
  when: ({ saving, role }) => saving === "failed" && role === "writer",
  perform: () => {
    for (const each of saveListeners) each()
  },
})
