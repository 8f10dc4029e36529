/**
 * Where projects are kept: in the browser's own store, with versions to go back to. Nothing leaves the
 * browser. What the store does not take stays here as long as the page is open, and is offered to it again;
 * the page never says that something is saved which is not.
 */
import type { Card, Project, TextFile } from "../state.js"
import { type KeptProject, type Memory, storeOf } from "./database.js"
import { thinned } from "./thinning.js"
import { troubleOf } from "./trouble.js"
import { projectIn, salvaged, titleIn, wholeMemory, wholeProject } from "./whole.js"

export interface Version {
  readonly id: number
  readonly project: string
  readonly at: number
  /** Why it was kept, if for a reason. */
  readonly label: string | null
  readonly content: Project
}

/** Null: it is in the store. Otherwise why it is not. */
export type Trouble = string | null

export interface ProjectStore {
  /** What cannot be read is among them, as damaged; what is in the bin, as binned. */
  readonly cards: () => Promise<readonly Card[]>
  /** Undefined: there is none, or it is damaged. */
  readonly read: (id: string) => Promise<Project | undefined>
  /** What the store would not take before is offered to it again. */
  readonly save: (project: Project) => Promise<Trouble>
  /** What the store has not taken yet. */
  readonly unsaved: () => readonly KeptProject[]
  /** Into the bin, or out of it again. */
  readonly bin: (id: string, isIn: boolean) => Promise<Trouble>
  /** For good, with all its versions. */
  readonly remove: (id: string) => Promise<Trouble>
  /** What can still be read of a damaged project, or failing that of its last version. */
  readonly salvage: (id: string) => Promise<readonly TextFile[]>
  /** Keeps a version for a reason; without one, only if the last is some minutes old. */
  readonly keep: (project: Project, label?: string) => Promise<void>
  readonly versions: (id: string) => Promise<readonly Version[]>
  readonly memory: () => Promise<Memory>
  readonly remember: (memory: Memory) => void
}

/** How far apart automatic versions are, in milliseconds. */
const apart = 3 * 60_000

/** How long the bin keeps what is in it. */
export const daysInBin = 30

export function openProjectStore(): ProjectStore {
  const database = storeOf()
  /** What the store would not take, as long as this page is open. */
  const unsaved = new Map<string, KeptProject>()
  const unkept: Version[] = []
  /** No two are of the same moment, so that the last is known. */
  let stamp = 0
  let remembered: Memory = {}
  let remembering: Promise<unknown> = Promise.resolve()

  /** One damaged project must not take the others with it: each is asked for by itself. */
  const found = (id: string): Promise<unknown> =>
    database.use((it) => it.get("projects", id)).catch(() => undefined)
  /** The newer of what is in the store and what it would not take: another tab may have written since. */
  const newest = async (id: string): Promise<unknown> => {
    const [mine, there] = [unsaved.get(id), await found(id)]
    return mine && mine.changed >= (wholeProject(there)?.changed ?? 0) ? mine : there
  }
  const whole = async (id: string): Promise<KeptProject | undefined> => wholeProject(await newest(id))
  const put = async (kept: KeptProject): Promise<Trouble> => {
    try {
      await database.use((it) => it.put("projects", kept))
      if (unsaved.get(kept.id)?.changed === kept.changed) unsaved.delete(kept.id)
      return null
    } catch (error) {
      return troubleOf(error)
    }
  }

  /** What another tab has written since is not written over; the older words become a version. */
  const putLate = async (kept: KeptProject): Promise<void> => {
    const last = await newest(kept.id)
    if (unsaved.get(kept.id) !== kept) return
    if (last === kept) return void (await put(kept))
    await store.keep(projectIn(kept), "What could not be saved at its time")
    unsaved.delete(kept.id)
  }

  const store: ProjectStore = {
    cards: async () => {
      const ids = await database.use((it) => it.getAllKeys("projects")).catch(() => [])
      const all = await Promise.all(
        [...new Set([...ids.map(String), ...unsaved.keys()])].map(async (id) => cardOf(id, await newest(id))),
      )
      const old = all.filter(
        ({ binned }) => binned !== undefined && Date.now() - binned > daysInBin * 86_400_000,
      )
      for (const each of old) void store.remove(each.id)
      return all.filter((each) => !old.includes(each)).sort((a, b) => b.changed - a.changed)
    },
    read: async (id) => {
      const kept = await whole(id)
      return kept && projectIn(kept)
    },
    save: async (project) => {
      stamp = Math.max(Date.now(), stamp + 1)
      const kept = { ...project, changed: stamp }
      unsaved.set(project.id, kept)
      const trouble = await put(kept)
      if (trouble === null) for (const each of [...unsaved.values()]) await putLate(each)
      return trouble
    },
    unsaved: () => [...unsaved.values()],
    bin: async (id, isIn) => {
      const kept = await whole(id)
      if (!kept) return "it is damaged"
      const { binned: _, ...rest } = kept
      const moved = { ...rest, ...(isIn ? { binned: Date.now() } : {}) }
      if (unsaved.has(id)) unsaved.set(id, moved)
      return put(moved)
    },
    remove: async (id) => {
      unsaved.delete(id)
      try {
        await database.use(async (it) => {
          const doing = it.transaction(["projects", "versions"], "readwrite")
          await doing.objectStore("projects").delete(id)
          for (const key of await doing.objectStore("versions").index("project").getAllKeys(id))
            await doing.objectStore("versions").delete(key)
          await doing.done
        })
        return null
      } catch (error) {
        return troubleOf(error)
      }
    },
    salvage: async (id) => {
      const texts = salvaged(await found(id))
      return texts.length > 0 ? texts : ((await store.versions(id))[0]?.content.files ?? [])
    },
    keep: async (content, label) => {
      const kept = await store.versions(content.id)
      const last = kept[0]
      if (last && isSame(last.content, content)) return
      if (label === undefined && last && Date.now() - last.at < apart) return
      const version = { project: content.id, at: Date.now(), label: label ?? null, content }
      try {
        await database.use((it) => it.add("versions", version))
        for (const each of thinned(
          kept.filter(({ id }) => id > 0),
          Date.now(),
        ))
          await database.use((it) => it.delete("versions", each))
      } catch {
        // A version that the user may want back is kept in memory.
        if (label !== undefined) unkept.push({ ...version, id: -1 - unkept.length })
      }
    },
    versions: async (id) => {
      const keys = await database
        .use((it) => it.getAllKeysFromIndex("versions", "project", id))
        .catch(() => [])
      const all = await Promise.all(
        keys.map((each) => database.use((it) => it.get("versions", each)).catch(() => undefined)),
      )
      return [...all, ...unkept.filter((each) => each.project === id)]
        .flatMap(wholeVersion)
        .sort((a, b) => b.at - a.at)
    },
    memory: async () => ({
      ...wholeMemory(await database.use((it) => it.get("memory", "studio")).catch(() => undefined)),
      ...remembered,
    }),
    remember: (memory) => {
      remembered = { ...remembered, ...memory }
      // One after the other: of two at once, neither may undo the other.
      remembering = remembering
        .then(async () => {
          const all = await store.memory()
          await database.use((it) => it.put("memory", all, "studio"))
        })
        .catch(() => {})
    },
  }
  return store
}

function cardOf(id: string, found: unknown): Card {
  const kept = wholeProject(found)
  if (kept?.id !== id) return { id, title: titleIn(found), changed: 0, isDamaged: true }
  const { title, changed, from, binned } = kept
  return { id, title, changed, from, binned }
}

function wholeVersion(
  version: Version | (Omit<Version, "id"> & { id?: number }) | undefined,
): readonly Version[] {
  const content = wholeProject(version?.content)
  return version?.id === undefined || !content || typeof version.at !== "number"
    ? []
    : [
        {
          id: version.id,
          project: version.project,
          at: version.at,
          label: typeof version.label === "string" ? version.label : null,
          content: projectIn(content),
        },
      ]
}

function isSame(one: Project, other: Project): boolean {
  return one.outline === other.outline && JSON.stringify(one.files) === JSON.stringify(other.files)
}
