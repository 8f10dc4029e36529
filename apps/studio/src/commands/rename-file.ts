/** Gives the open file another name. */
import { named, takenFile } from "./add-file.js"
import { command, isWriter } from "./command.js"

export const renameFile = command<string>({
  name: "rename-file",
  when: isWriter,
  perform: ({ change }, wished) =>
    change((state) => {
      const { project, file } = state
      const name = named(wished)
      if (
        takenFile(
          project.files.filter((each) => each.name !== file),
          wished,
        ) !== undefined
      )
        return state
      // Files that include it are changed to include the new name.
      const included = (text: string): string => text.replaceAll(`include "${file}"`, `include "${name}"`)
      const files = project.files.map((each) => ({
        name: each.name === file ? name : each.name,
        text: included(each.text),
      }))
      return {
        ...state,
        project: { ...project, files, main: project.main === file ? name : project.main },
        file: name,
        dialogue: null,
      }
    }),
})
