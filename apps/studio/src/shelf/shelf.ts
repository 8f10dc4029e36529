/** Where projects are kept: in the browser's own store, with versions to go back to. Nothing leaves the browser. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { Card, Project, Theme, TourState } from "../state.js"
import { thinned } from "./thinning.js"

export interface KeptProject extends Project {
  readonly changed: number
}

export interface Version {
  readonly id: number
  readonly project: string
  readonly at: number
  /** Why it was kept, if for a reason. */
  readonly label: string | null
  readonly content: Project
}

/** What the studio remembers beside projects. */
export interface Memory {
  readonly last?: string
  readonly theme?: Theme
  readonly notesRead?: readonly string[]
  readonly tour?: Pick<TourState, "step" | "done">
}

interface Tables extends DBSchema {
  projects: { key: string; value: KeptProject }
  versions: { key: number; value: Omit<Version, "id"> & { id?: number }; indexes: { project: string } }
  memory: { key: string; value: Memory }
}

export interface Shelf {
  /** False: the browser lets nothing be kept (a private window, perhaps); all works, but only until the page is closed. */
  readonly isKeeping: boolean
  readonly cards: () => Promise<readonly Card[]>
  readonly read: (id: string) => Promise<Project | undefined>
  readonly save: (project: Project) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Keeps a version for a reason; without one, only if the last is some minutes old. */
  readonly keep: (project: Project, label?: string) => Promise<void>
  readonly versions: (id: string) => Promise<readonly Version[]>
  readonly memory: () => Promise<Memory>
  readonly remember: (memory: Memory) => void
}

/** How far apart versions are that nobody asked for, in milliseconds. */
const apart = 3 * 60_000

export async function openShelf(): Promise<Shelf> {
  try {
    return shelfOf(await openDB<Tables>("dramaturg", 1, {
      upgrade: (made) => {
        made.createObjectStore("projects", { keyPath: "id" })
        made.createObjectStore("versions", { keyPath: "id", autoIncrement: true }).createIndex("project", "project")
        made.createObjectStore("memory")
      },
    }))
  } catch {
    return shelfWithoutStore()
  }
}

function shelfOf(store: IDBPDatabase<Tables>): Shelf {
  let remembering: Promise<void> = Promise.resolve()
  const shelf: Shelf = {
    isKeeping: true,
    cards: async () => (await store.getAll("projects")).map(({ id, title, changed, from }) => ({ id, title, changed, from })).sort((a, b) => b.changed - a.changed),
    read: async (id) => {
      const kept = await store.get("projects", id)
      if (!kept) return undefined
      const { changed: _, ...project } = kept
      return project
    },
    save: async (project) => {
      await store.put("projects", { ...project, changed: Date.now() })
    },
    remove: async (id) => {
      await store.delete("projects", id)
      for (const key of await store.getAllKeysFromIndex("versions", "project", id)) await store.delete("versions", key)
    },
    keep: async (content, label) => {
      const kept = await shelf.versions(content.id)
      const last = kept[0]
      if (last && isSame(last.content, content)) return
      if (label === undefined && last && Date.now() - last.at < apart) return
      await store.add("versions", { project: content.id, at: Date.now(), label: label ?? null, content })
      for (const each of thinned(kept, Date.now())) await store.delete("versions", each)
    },
    versions: async (id) => ((await store.getAllFromIndex("versions", "project", id)) as Version[]).sort((a, b) => b.at - a.at),
    memory: async () => (await store.get("memory", "studio")) ?? {},
    remember: (memory) => {
      // One after the other: of two at once, neither may undo the other.
      remembering = remembering.then(async () => void (await store.put("memory", { ...(await shelf.memory()), ...memory }, "studio"))).catch(() => {})
    },
  }
  return shelf
}

function isSame(one: Project, other: Project): boolean {
  return one.outline === other.outline && JSON.stringify(one.files) === JSON.stringify(other.files)
}

/** Keeps things as long as the page is open, and no longer. */
function shelfWithoutStore(): Shelf {
  const projects = new Map<string, KeptProject>()
  return {
    isKeeping: false,
    cards: async () => [...projects.values()],
    read: async (id) => projects.get(id),
    save: async (project) => void projects.set(project.id, { ...project, changed: Date.now() }),
    remove: async (id) => void projects.delete(id),
    keep: async () => {},
    versions: async () => [],
    memory: async () => ({}),
    remember: () => {},
  }
}
