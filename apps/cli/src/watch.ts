/**
 * `--watch`: does something again whenever one of the files that it read has changed. Folders are watched,
 * not files: editors put a new file in the place of the old one, and a part that is missing may come.
 */
import { type FSWatcher, watch as watchFolder } from "node:fs"
import { basename, dirname } from "node:path"
import { stopWork } from "./interruption.js"
import { forgetFiles, pathsRead, statOf } from "./files/known-files.js"
import { clearScreen, remark } from "./printing.js"

/** Editors write a file in several steps. How long nothing may happen before it is read, in milliseconds. */
const settling = 120

/**
 * Does it now, and again after every change, until Ctrl-C ends the process. `paths`: the files that the user
 * named; the work says which it reads besides.
 */
export async function watching(paths: readonly string[], work: () => Promise<unknown>): Promise<never> {
  const watched = new Map<string, FSWatcher>()
  const known = new Set(paths)
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => {}
  let seen = ""

  const state = () => [...known].map((each) => `${each} ${stampOf(each)}`).join("\n")
  const heed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (state() === seen) return
      stopWork()
      wake()
    }, settling)
  }
  const look = () => {
    for (const folder of new Set([...known].map((each) => dirname(each)))) {
      if (watched.has(folder)) continue
      try {
        const names = (name: string | null) =>
          name === null ||
          /\.(?:drama|txt)$/i.test(name) ||
          [...known].some((each) => basename(each) === name)
        const watcher = watchFolder(folder, (_, name) => names(name) && heed())
        watcher.on("error", () => watched.delete(folder))
        watched.set(folder, watcher)
      } catch {
        // A folder that is not there yet cannot be watched.
      }
    }
  }

  for (;;) {
    forgetFiles()
    clearScreen()
    seen = state()
    const changed = new Promise<void>((resolve) => (wake = resolve))
    look()
    await work()
    const before = known.size
    for (const each of pathsRead()) known.add(each)
    look()
    // Parts that were read have not changed only because they are known now.
    if (known.size > before)
      seen = [seen, ...[...known].slice(before).map((each) => `${each} ${stampOf(each)}`)].join("\n")
    remark(`dramaturg: watching ${known.size === 1 ? [...known][0] : `${known.size} files`}; Ctrl-C ends it.`)
    await changed
  }
}

/** What tells one state of a file from another. */
function stampOf(path: string): string {
  const about = statOf(path)
  return about === undefined ? "none" : `${about.ino} ${about.size} ${about.mtimeNs}`
}
