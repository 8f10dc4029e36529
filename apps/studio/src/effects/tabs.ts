/** Sees to it that one project is written in one tab only, and says what happens. */
import { takeOverListeners } from "../commands/take-over.js"
import { type Desk, sitDown } from "../store/tabs.js"
import type { Studio } from "../studio.js"

export interface Tabs {
  readonly announce: () => void
}

export function watchTabs(studio: Studio, flush: () => Promise<void>): Tabs {
  let desk: Desk | undefined
  let at = ""
  const reload = async (): Promise<void> => {
    const project = await studio.store.read(studio.state.project.id)
    if (!project || studio.state.role === "writer") return
    studio.change((state) => ({
      ...state,
      project,
      file: project.files.some((each) => each.name === state.file) ? state.file : project.main,
    }))
  }
  const sit = (): void => {
    const { project } = studio.state
    if (project.id === at) return
    desk?.leave()
    at = project.id
    desk = sitDown(project.id, {
      onWriter: () => {
        if (studio.state.role === "writer") return
        // What the other tab saved last is taken over before the first letter is written here.
        void reload().then(() =>
          studio.change((state) => ({ ...state, role: "writer", notice: "You write here now." })),
        )
      },
      onOnlooker: (wasWriter) =>
        studio.change((state) => ({
          ...state,
          role: "onlooker",
          notice: wasWriter ? "This world is written in another tab now; this one follows along." : null,
        })),
      onSaved: () => void reload(),
      onAsked: flush,
    })
  }
  studio.subscribe(sit)
  sit()
  takeOverListeners.add(() => desk?.takeOver())
  return { announce: () => desk?.announce() }
}
