/** Gives the open file another name. */
import { freeName, named } from "./add-file.js"
import { command, isWriter } from "./command.js"

export const renameFile = command<string>({
  name: "rename-file",
  when: isWriter,
  perform: ({ change }, wished) => change((state) => {
    const { project, file } = state
    const name = freeName(named(wished), project.files.flatMap((each) => (each.name === file ? [] : [each.name])))
    const files = project.files.map((each) => (each.name === file ? { ...each, name } : each))
    return { ...state, project: { ...project, files, main: project.main === file ? name : project.main }, file: name, dialogue: null }
  }),
})
