/** Asks how the open file is to be called. */
import { command, isWriter } from "./command.js"

export const askRenameFile = command({
  name: "ask-rename-file",
  label: "Rename this file",
  when: isWriter,
  perform: ({ change }) => change((state) => ({ ...state, dialogue: "rename-file" })),
})
