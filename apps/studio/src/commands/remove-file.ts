/** Takes the open file out of the project. It can be had back at once, and a version is kept. */
import { command, isWriter } from "./command.js"

export const removeFile = command({
  name: "remove-file",
  label: "Remove this file",
  when: (state) => isWriter(state) && state.file !== state.project.main,
  perform: async ({ change, state, store }) => {
    await store.keep(state.project, `Before ${state.file} was removed`)
    change((now) => {
      const at = now.project.files.findIndex((each) => each.name === state.file)
      const files = now.project.files.filter((each) => each.name !== state.file)
      return {
        ...now,
        project: { ...now.project, files },
        file: now.project.main,
        notice: `${state.file} was removed; the version before it is kept.`,
        gone: at < 0 ? null : { kind: "file", project: now.project.id, file: now.project.files[at], at },
      }
    })
  },
})
