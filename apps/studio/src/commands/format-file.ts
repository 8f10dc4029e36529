/** Sets the open file neatly; only white space changes. */
import { textOf } from "../state.js"
import { command, isWriter } from "./command.js"

export const formatFile = command({
  name: "format-file",
  label: "Tidy up this file",
  key: "Mod-Shift-f",
  when: isWriter,
  perform: async ({ change, reader, state }) => {
    const asked = { file: state.file, text: textOf(state.project, state.file) }
    const outcome = await reader.ask("format", asked).outcome
    if (!("answer" in outcome)) return
    const { text } = outcome.answer
    change((now) => {
      if (text === null)
        return { ...now, notice: "This file can't be tidied up while something in it can't be read." }
      // What was typed meanwhile is worth more than neatness.
      if (textOf(now.project, asked.file) !== asked.text) return now
      const files = now.project.files.map((each) => (each.name === asked.file ? { ...each, text } : each))
      return { ...now, project: { ...now.project, files } }
    })
  },
})
