/** Gives back what was taken away last. */
import { command, isWriter } from "./command.js"
import { restoreProject } from "./remove-project.js"

export const takeBack = command({
  name: "take-back",
  label: "Have back what was taken away last",
  when: (state) =>
    state.gone !== null &&
    (state.gone.kind === "world" || (isWriter(state) && state.gone.project === state.project.id)),
  perform: (studio) => {
    const gone = studio.state.gone!
    if (gone.kind === "world") return restoreProject.perform(studio, gone.id)
    studio.change((state) => {
      const { project } = state
      const kept = { ...state, notice: null, gone: null }
      if (gone.kind === "plot")
        return {
          ...kept,
          project: { ...project, outline: gone.text },
          outline: { ...state.outline, repairs: null },
        }
      // Another file may have got its name meanwhile.
      if (project.files.some((each) => each.name === gone.file.name))
        return { ...state, notice: `There is another file called ${gone.file.name} by now; rename it first.` }
      return {
        ...kept,
        project: { ...project, files: project.files.toSpliced(gone.at, 0, gone.file) },
        file: gone.file.name,
      }
    })
  },
})
