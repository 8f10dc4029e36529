/**
 * Files that the server writes for the editor to open: the library's parts, which exist nowhere as files, and
 * what commands answered. They lie in one folder, which is removed when the server ends.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { libraryText } from "@dramaturg/language/ide"

export interface Shelf {
  /** The path of a part of the library (`@lib/places`) as a file that can be read and not written. */
  readonly fileOf: (part: string) => string | undefined
  /** The part of the library that a file is; undefined for all other files. */
  readonly partOf: (path: string) => string | undefined
  /** Writes a text and returns its path. */
  readonly put: (name: string, text: string) => string
}

export function openShelf(): Shelf {
  const files = new Map<string, string>()
  const parts = new Map<string, string>()
  let folder: string | undefined
  const put = (name: string, text: string, mode: number): string => {
    if (folder === undefined) {
      folder = mkdtempSync(join(tmpdir(), "dramaturg-editor-"))
      process.on("exit", () => rmSync(folder!, { recursive: true, force: true }))
    }
    mkdirSync(join(folder, "library"), { recursive: true })
    const path = join(folder, name)
    writeFileSync(path, text, { mode })
    return path.replaceAll("\\", "/")
  }
  return {
    fileOf(part) {
      const text = libraryText(part)
      const known = files.get(part)
      if (known !== undefined || text === undefined) return known
      const path = put(`${part.replace("@lib", "library")}.drama`, text, 0o444)
      files.set(part, path)
      parts.set(path, part)
      return path
    },
    partOf: (path) => parts.get(path),
    put: (name, text) => put(name, text, 0o644),
  }
}
