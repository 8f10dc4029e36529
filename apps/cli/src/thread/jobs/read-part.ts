/** Reads the parts that a world includes. It is done in the thread, where waiting for a disk keeps nobody from interrupting. */
import { readFileSync, statSync } from "node:fs"
import { maxBytes } from "../../read-input.js"

/** Undefined: there is no such file, or it is none that a world could be made of. */
export function readPart(path: string): string | undefined {
  try {
    const about = statSync(path)
    if (!about.isFile() || about.size > maxBytes) return undefined
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}
