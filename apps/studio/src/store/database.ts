/**
 * The browser's own store, opened when it is needed and again when it was closed under us: by a newer page
 * that wants another shape of it, by the browser, by a user who clears the history. A store that does not
 * answer is one that fails: the page does not wait for it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { Project, Theme, TourState } from "../state.js"
import type { Version } from "./project-store.js"

export interface KeptProject extends Project {
  readonly changed: number
  /** Since when it is in the bin. */
  readonly binned?: number
}

/** What the studio remembers beside projects. */
export interface Memory {
  readonly last?: string
  readonly theme?: Theme
  readonly notesRead?: readonly string[]
  readonly tour?: Pick<TourState, "step" | "done">
}

export interface Tables extends DBSchema {
  projects: { key: string; value: KeptProject }
  versions: { key: number; value: Omit<Version, "id"> & { id?: number }; indexes: { project: string } }
  memory: { key: string; value: Memory }
}

export type Opened = IDBPDatabase<Tables>

export interface Store {
  /** Fails where the store does; a second time only if it had merely been closed. */
  readonly use: <Found>(work: (opened: Opened) => Promise<Found>) => Promise<Found>
}

const name = "dramaturg"

/** How long an answer may take, in milliseconds. */
const patience = 8000

export function storeOf(): Store {
  let opening: Promise<Opened> | undefined
  const forget = (): void => {
    opening = undefined
  }
  const open = (): Promise<Opened> =>
    (opening ??= openedWhole(forget).catch((error: unknown) => {
      forget()
      throw error
    }))
  return {
    use: async (work) => {
      const attempt = async () => work(await open())
      return soon(
        attempt().catch((error: unknown) => {
          if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error
          forget()
          return attempt()
        }),
      )
    },
  }
}

/** For any earlier version; missing tables are made. */
async function openedWhole(onClosed: () => void): Promise<Opened> {
  const opened = await openedAs(undefined, onClosed)
  if ([...tables].every((each) => opened.objectStoreNames.contains(each))) return opened
  opened.close()
  return openedAs(opened.version + 1, onClosed)
}

const tables = ["projects", "versions", "memory"] as const

function openedAs(version: number | undefined, onClosed: () => void): Promise<Opened> {
  return openDB<Tables>(name, version, {
    upgrade: (made) => {
      if (!made.objectStoreNames.contains("projects")) made.createObjectStore("projects", { keyPath: "id" })
      if (!made.objectStoreNames.contains("versions"))
        made
          .createObjectStore("versions", { keyPath: "id", autoIncrement: true })
          .createIndex("project", "project")
      if (!made.objectStoreNames.contains("memory")) made.createObjectStore("memory")
    },
    // This tab closes the database at once, so that another tab that needs a newer version is not kept
    // waiting; it opens it again when something is to be kept.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      onClosed()
    },
    terminated: onClosed,
  })
}

function soon<Found>(work: Promise<Found>): Promise<Found> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), patience)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
