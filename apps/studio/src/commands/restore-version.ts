/** Goes back to an earlier version; the one before it is kept, so that this can be undone as well. */
import type { Version } from "../shelf/shelf.js"
import { command, isWriter } from "./command.js"

export const restoreVersion = command<Version>({
  name: "restore-version",
  when: isWriter,
  perform: async ({ change, shelf, state }, { content, at }) => {
    await shelf.keep(state.project, "Before an earlier version was taken up again")
    const when = new Date(at).toLocaleString()
    change((now) => ({ ...now, project: { ...content, id: now.project.id }, file: content.main, dialogue: null, notice: `This is the version of ${when} again; what stood here before is kept as a version too.` }))
  },
})
