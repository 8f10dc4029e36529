/** The content note of this world has been read; what it speaks of may be shown. */
import { command } from "./command.js"

export const readNote = command({
  name: "read-note",
  perform: ({ change, store }) =>
    change((state) => {
      const notesRead = [...state.notesRead, state.project.id]
      store.remember({ notesRead })
      return { ...state, notesRead }
    }),
})
