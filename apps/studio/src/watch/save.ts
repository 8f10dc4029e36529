/** Saves as one types, and at the last moment when the page is left; keeps a version now and then. */
import type { Project } from "../state.js"
import { forgetLastWords, writeLastWords } from "../shelf/journal.js"
import type { Studio } from "../studio.js"

const rest = 250

export interface Saver {
  /** Saves at once whatever is not saved yet. */
  readonly flush: () => Promise<void>
}

export function watchProject(studio: Studio, onSaved: () => void): Saver {
  let saved: Project = studio.state.project
  let timer = 0
  const save = async (project: Project): Promise<void> => {
    saved = project
    try {
      await studio.shelf.save(project)
      if (studio.state.project === project) forgetLastWords()
      await studio.shelf.keep(project)
      onSaved()
      studio.change((state) => (state.project === project ? { ...state, saving: "saved" } : state))
    } catch {
      studio.change((state) => ({ ...state, saving: "failed", notice: "The browser could not save this: save it on this computer (Ctrl S) so that it is not lost." }))
    }
  }
  /** At the very last moment: first what cannot fail, then what should not. */
  const leave = (): void => {
    if (studio.state.project !== saved && studio.state.role === "writer") writeLastWords(studio.state.project)
    void flush()
  }
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    if (studio.state.project !== saved && studio.state.role === "writer") await save(studio.state.project)
  }
  studio.subscribe(() => {
    const { project, role } = studio.state
    if (project === saved || role !== "writer") return
    if (project.id !== saved.id) {
      // Another project was opened; it comes from the shelf. What was still being typed into the last one is saved in passing.
      if (studio.state.saving === "saving") void studio.shelf.save(last)
      saved = last = project
      studio.change((state) => ({ ...state, saving: "saved" }))
      return
    }
    if (project === last) return
    last = project
    clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), rest)
    if (studio.state.saving !== "saving") studio.change((state) => ({ ...state, saving: "saving" }))
  })
  let last = saved
  addEventListener("pagehide", leave)
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave()
  })
  return {
    flush,
  }
}
