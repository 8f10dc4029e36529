/**
 * The last words before a page is closed. The browser's store answers later, and a page that is being closed may not live to hear it; what
 * is written here is written at once, and put on the shelf when the studio is opened next.
 */
import type { Project } from "../state.js"

const place = "dramaturg-last-words"

export function writeLastWords(project: Project): void {
  try {
    localStorage.setItem(place, JSON.stringify(project))
  } catch {
    // There is no room, or nothing may be kept: the store is asked all the same.
  }
}

export function forgetLastWords(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Then there are none.
  }
}

/** Undefined: everything was saved. */
export function lastWords(): Project | undefined {
  try {
    const text = localStorage.getItem(place)
    const project = text === null ? undefined : (JSON.parse(text) as Partial<Project>)
    const isWhole = typeof project?.id === "string" && Array.isArray(project.files) && project.files.every((each) => typeof each.name === "string" && typeof each.text === "string")
    return isWhole ? (project as Project) : undefined
  } catch {
    return undefined
  }
}
