/** Shows another file of the project. */
import { command } from "./command.js"

export const openFile = command<string>({
  name: "open-file",
  perform: ({ change }, file) => change((state) => ({ ...state, file, isTextSeen: true })),
})
