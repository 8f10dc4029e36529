/** Goes back to an earlier version; the one before it is kept, so that this can be undone as well. */
import type { Version } from "../store/project-store.js"
import { command, isWriter } from "./command.js"

export const restoreVersion = command<Version>({
  name: "restore-version",
  when: isWriter,
  perform: async ({ change, store, state }, { content, at }) => {
    await store.keep(state.project, "Before an earlier version was taken up again")
    const when = new Date(at).toLocaleString()
    change((now) => ({
      ...now,
      project: { ...content, id: now.project.id },
      file: content.main,
      dialogue: null,
      notice: `This is the version of ${when} again; what stood here before is kept as a version too.`,
    }))
  },
})
