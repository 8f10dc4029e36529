/** Takes the open file out of the project. A version is kept, so it can be had back. */
import { command, isWriter } from "./command.js"

export const removeFile = command({
  name: "remove-file", label: "Remove this file",
  when: (state) => isWriter(state) && state.file !== state.project.main,
  perform: async ({ change, state, shelf }) => {
    await shelf.keep(state.project, `Before ${state.file} was removed`)
    change((now) => {
      const files = now.project.files.filter((each) => each.name !== state.file)
      return { ...now, project: { ...now.project, files }, file: now.project.main, notice: `${state.file} was removed; the version before it is kept.` }
    })
  },
})
