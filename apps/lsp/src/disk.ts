/** Finds and reads the worlds below a folder; a text is read again only when its file has changed. */
import { readdirSync, readFileSync, statSync } from "node:fs"

/** So many entries of folders are looked at, so that an editor opened on a whole disk has not to wait. */
const mostEntries = 50_000
const mostBytes = 5_000_000
/** A folder is not listed again within this time, in milliseconds. */
const rest = 2_000

interface Kept {
  readonly mtimeMs: number
  readonly size: number
  readonly text: string | undefined
}

export interface Disk {
  /** The paths of all `.drama` files below the folders, with forward slashes. */
  readonly worldsIn: (folders: readonly string[]) => readonly string[]
  /** Undefined: there is no such file, or it is none that could be a world. */
  readonly read: (path: string) => string | undefined
  /** Folders are listed anew at the next question. */
  readonly forget: () => void
}

export function openDisk(): Disk {
  const kept = new Map<string, Kept>()
  let listed: { readonly key: string; readonly at: number; readonly paths: readonly string[] } | undefined
  return {
    worldsIn(folders) {
      const key = folders.join("\n")
      if (listed?.key !== key || Date.now() - listed.at > rest)
        listed = { key, paths: worldsBelow(folders), at: Date.now() }
      return listed.paths
    },
    read(path) {
      const about = statSync(path, { throwIfNoEntry: false })
      if (!about?.isFile() || about.size > mostBytes) return undefined
      const before = kept.get(path)
      if (before?.mtimeMs === about.mtimeMs && before.size === about.size) return before.text
      const text = textOf(path)
      kept.set(path, { mtimeMs: about.mtimeMs, size: about.size, text })
      return text
    },
    forget: () => (listed = undefined),
  }
}

function textOf(path: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}

/** Hidden folders, dependencies and links to folders are left out. */
function worldsBelow(folders: readonly string[]): readonly string[] {
  const found: string[] = []
  const open = [...folders]
  let left = mostEntries
  for (let folder = open.shift(); folder !== undefined && left > 0; folder = open.shift()) {
    for (const entry of entriesOf(folder)) {
      if (left-- <= 0) break
      const path = `${folder.replace(/\/$/, "")}/${entry.name}`
      if (entry.isFile() && entry.name.toLowerCase().endsWith(".drama")) found.push(path)
      else if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
        open.push(path)
    }
  }
  return found.sort()
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
