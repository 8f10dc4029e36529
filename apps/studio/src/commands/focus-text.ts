/** Puts the cursor into the text. */
import { command } from "./command.js"

export const focusText = command({
  name: "focus-text",
  label: "Go to the text",
  key: "Alt-1",
  perform: (studio) => {
    studio.change((state) => ({ ...state, isTextSeen: true }))
    setTimeout(() => studio.editor?.focus())
  },
})
