/** Gives the world another title. */
import { command, isWriter } from "./command.js"

export const renameProject = command<string>({
  name: "rename-project",
  when: isWriter,
  perform: ({ change }, title) =>
    change((state) => ({
      ...state,
      dialogue: null,
      project: { ...state.project, title: title.trim() || state.project.title },
    })),
})
