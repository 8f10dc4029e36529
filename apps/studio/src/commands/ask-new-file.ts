/** Asks for the name of one more file. */
import { command, isWriter } from "./command.js"

export const askNewFile = command({
  name: "ask-new-file",
  label: "Add a file",
  when: isWriter,
  perform: ({ change }) => change((state) => ({ ...state, dialogue: "new-file" })),
})
