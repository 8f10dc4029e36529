/** The author has typed: one file has another text now. */
import { command, isWriter } from "./command.js"

export const writeText = command<{ readonly name: string; readonly text: string }>({
  name: "write-text",
  when: isWriter,
  perform: ({ change }, { name, text }) => change((state) => {
    const files = state.project.files.map((each) => (each.name === name ? { name, text } : each))
    return { ...state, project: { ...state.project, files } }
  }),
})
