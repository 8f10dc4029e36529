/**
 * The last words before a page is closed. The browser's store answers later, and a page that is being closed
 * may not live to hear it; what is written here is written at once, and put into the project store when the
 * studio is opened next. Each project has a place of its own: tabs that are closed together do not write over
 * one another.
 */
import type { Project } from "../state.js"
import { projectIn, wholeProject } from "./whole.js"

const place = "dramaturg-last-words"

export interface LastWords {
  readonly project: Project
  /** When they were written. */
  readonly at: number
}

/** False: there is no room, or nothing may be kept. */
export function writeLastWords(project: Project, at = Date.now()): boolean {
  try {
    localStorage.setItem(`${place}:${project.id}`, JSON.stringify({ project, at }))
    return true
  } catch {
    return false
  }
}

export function forgetLastWords(id: string): void {
  try {
    localStorage.removeItem(`${place}:${id}`)
  } catch {
    // Then there are none.
  }
}

/** From the oldest on; empty: everything was saved. What cannot be read is left where it is. */
export function lastWords(): readonly LastWords[] {
  try {
    return Object.keys(localStorage)
      .filter((each) => each.startsWith(`${place}:`))
      .flatMap((each) => wordsIn(localStorage.getItem(each)))
      .sort((a, b) => a.at - b.at)
  } catch {
    return []
  }
}

function wordsIn(text: string | null): readonly LastWords[] {
  try {
    const { project: found, at } = JSON.parse(text ?? "") as {
      readonly project: unknown
      readonly at: unknown
    }
    const project = wholeProject(found)
    return project && typeof at === "number" ? [{ project: projectIn(project), at }] : []
  } catch {
    return []
  }
}
