/** The content note of this world has been read; what it speaks of may be shown. */
import { command } from "./command.js"

export const readNote = command({
  name: "read-note",
  perform: ({ change, shelf }) => change((state) => {
    const notesRead = [...state.notesRead, state.project.id]
    shelf.remember({ notesRead })
    return { ...state, notesRead }
  }),
})
