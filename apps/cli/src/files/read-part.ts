/**
 * Reads the parts that a world includes. It is done in the thread, so that the user can interrupt while a
 * disk is slow.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs"
import { dirname, isAbsolute, relative, sep } from "node:path"
import type { Sources } from "@dramaturg/language"
import { maxBytes } from "../read-input.js"

/**
 * Reads parts from the folder of the world's file and from below it, by where links really lead; from
 * elsewhere only if that is allowed. A world may come from a stranger: it must not read other files of the
 * disk, nor may a remark quote them.
 */
export function partsReader(file: string, readsOutside: boolean): Sources {
  const home = realOf(file === "<stdin>" ? "." : dirname(file))
  return (path) => {
    if (!readsOutside && !liesIn(home, path)) return { isOutside: true }
    return readPart(path)
  }
}

/** What is not there lies where its folder lies, if that is there. */
function liesIn(home: string | undefined, path: string): boolean {
  const real = realOf(path) ?? nearestOf(path)
  if (home === undefined || real === undefined) return false
  const way = relative(home, real)
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function nearestOf(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const real = realOf(folder)
    if (real !== undefined || folder === dirname(folder)) return real
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/**
 * Undefined: there is no such file, or it is none that a world could be made of. A pipe is not waited for.
 */
function readPart(path: string): string | undefined {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const about = fstatSync(file)
    if (!about.isFile() || about.size > maxBytes) return undefined
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file))
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
