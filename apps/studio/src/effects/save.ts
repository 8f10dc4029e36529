/**
 * Saves as one types, and at the last moment when the page is left; keeps a version now and then. What could
 * not be saved is said to be so, and tried again: at the next letter, when the page is left or seen again,
 * when the network comes back, and by itself, less and less often.
 */
import type { Project } from "../state.js"
import { forgetLastWords, writeLastWords } from "../store/journal.js"
import type { Studio } from "../studio.js"

const rest = 250

/**
 * The wait before the first attempt that the page makes by itself, and the longest time between two, in
 * milliseconds.
 */
const [soonest, longest] = [1000, 60_000]

export interface Saver {
  /** Saves at once all that is not saved yet. */
  readonly flush: () => Promise<void>
}

export function watchProject(studio: Studio, onSaved: () => void): Saver {
  const { state } = studio
  let saved: Project | undefined = state.saving === "saved" ? state.project : undefined
  let last = state.project
  let timer = 0
  let wait = soonest
  let saving: Promise<void> | undefined

  const isDue = (): boolean => studio.state.project !== saved && studio.state.role === "writer"
  const later = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), milliseconds)
  }
  const save = async (project: Project): Promise<void> => {
    const trouble = await studio.store.save(project)
    const isStill = studio.state.project === project
    if (trouble !== null) {
      if (studio.state.project.id === project.id)
        studio.change((now) => ({ ...now, saving: "failed", trouble }))
      wait = Math.min(longest, wait * 2)
      return later(wait)
    }
    wait = soonest
    // Another project may have been opened meanwhile; this one is not the one on the page then.
    if (studio.state.project.id === project.id) saved = project
    if (isStill) studio.change((now) => ({ ...now, saving: "saved", trouble: null }))
    if (isStill || studio.state.project.id !== project.id) forgetLastWords(project.id)
    onSaved()
    await studio.store.keep(project)
    if (!studio.state.cards.some((each) => each.id === project.id)) {
      const cards = await studio.store.cards()
      studio.change((now) => ({ ...now, cards }))
    }
  }
  /** One at a time: an older text never comes after a newer one. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    await saving
    if (!isDue()) return
    saving ??= save(studio.state.project).finally(() => (saving = undefined))
    await saving
  }
  /** At the very last moment: first what cannot fail, then what should not. */
  const leave = (): void => {
    writeAll()
    void flush()
  }
  /** False: something found no place even there. */
  const writeAll = (): boolean => {
    const others = studio.store.unsaved().filter((each) => each.id !== studio.state.project.id)
    const all = others.map(({ changed, ...project }) => writeLastWords(project, changed))
    return (!isDue() || writeLastWords(studio.state.project)) && all.every(Boolean)
  }
  studio.subscribe(() => {
    const { project, role } = studio.state
    if (role !== "writer" || project === last) return
    const isOther = project.id !== last.id
    // What was still being typed into the last one is saved in passing.
    if (isOther && last !== saved) void studio.store.save(last)
    last = project
    if (!isOther) {
      later(rest)
      if (studio.state.saving === "saved") studio.change((now) => ({ ...now, saving: "saving" }))
    } else if (studio.state.saving === "saved") saved = project
    else later(wait)
  })
  if (saved === undefined) later(state.saving === "failed" ? soonest : rest)
  saveListeners.add(() => void flush())
  addEventListener("pagehide", leave)
  for (const each of ["online", "focus", "pageshow"])
    addEventListener(each, () => studio.state.saving === "failed" && void flush())
  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "hidden" ? leave() : studio.state.saving === "failed" && void flush(),
  )
  // The browser asks a user who would lose something by leaving; where the last words find a place, nothing
  // is lost.
  addEventListener("beforeunload", (leaving) => {
    if (studio.state.saving === "failed" && !writeAll()) leaving.preventDefault()
  })
  return { flush }
}

/** The user asks to save now. */
export const saveListeners = new Set<() => void>()
