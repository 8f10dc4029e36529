/** The author has typed: one file has another text now. Or has stopped typing there. */
import { command, isWriter } from "./command.js"

export const writeText = command<{ readonly name: string; readonly text: string; readonly at: number }>({
  name: "write-text",
  when: isWriter,
  perform: ({ change }, { name, text, at }) =>
    change((state) => {
      const files = state.project.files.map((each) => (each.name === name ? { name, text } : each))
      return { ...state, project: { ...state.project, files }, typing: { file: name, at } }
    }),
})

export const stopTyping = command({
  name: "stop-typing",
  when: ({ typing }) => typing !== null,
  perform: ({ change }) => change((state) => ({ ...state, typing: null })),
})
