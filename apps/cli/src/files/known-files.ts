/**
 * Which files were read, and which are to be written: a file is known by its device and inode, so neither a
 * link, nor another name, nor a detour through a folder makes a result overwrite what it was made from.
 */
import { fstatSync, statSync, type BigIntStats } from "node:fs"
import { dirname } from "node:path"
import { Refusal } from "../exit.js"

interface Planned {
  readonly flag: string
  readonly path: string
}

const read = new Set<string>()
const paths = new Set<string>()
const planned: Planned[] = []

/** Another command line begins. */
export function forgetFiles() {
  read.clear()
  paths.clear()
  planned.length = 0
}

/**
 * Says before the work begins where a result goes. Refused at once if it cannot go there, and later if that
 * turns out to be read. `inputs`: what is going to be read.
 */
export function planOutput(path: string | undefined, { flag = "-o", inputs = [] as readonly string[] } = {}) {
  if (path === undefined || path === "-") return
  if (path.trim() === "")
    throw new Refusal(
      `${flag} takes the name of a file${flag === "-o" ? ", or - for stdout" : ""}, not nothing.`,
    )
  refuseWhatIsRead(path, flag)
  if (inputs.some((each) => statOf(each) && isSameFile(each, path))) throw wouldOverwrite(path, flag)
  const folder = statOf(dirname(path))
  if (!folder?.isDirectory()) throw new Refusal(`${path} could not be written: its folder does not exist.`)
  if (path.endsWith("/") || statOf(path)?.isDirectory())
    throw new Refusal(`${path} could not be written: it is a folder.`)
  const other = planned.find((each) => isSameFile(each.path, path))
  if (other) throw new Refusal(`${other.flag} and ${flag} both name ${path}: two results need two files.`)
  planned.push({ flag, path })
}

/** Remembers that this file was read: `source` is its name, or the number of an open file. */
export function noteRead(source: string | number) {
  const about = statOf(source)
  if (!about?.isFile()) return
  read.add(idOf(about))
  if (typeof source === "string") paths.add(source)
  for (const each of planned) refuseWhatIsRead(each.path, each.flag)
}

/** The files that were read and are known by name: the parts of worlds. */
export function pathsRead(): readonly string[] {
  return [...paths]
}

export function refuseWhatIsRead(path: string, flag = "-o") {
  const about = statOf(path)
  if (about?.isFile() && read.has(idOf(about))) throw wouldOverwrite(path, flag)
}

function wouldOverwrite(path: string, flag: string): Refusal {
  return new Refusal(`${flag} ${path} would overwrite what is read: choose another name.`)
}

/** Undefined: there is none, or it cannot be looked at. */
export function statOf(source: string | number): BigIntStats | undefined {
  try {
    return typeof source === "number"
      ? fstatSync(source, { bigint: true })
      : statSync(source, { bigint: true })
  } catch {
    return undefined
  }
}

/** Whether two names lead to one file; where there is no file yet, whether they are one name. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statOf(a), statOf(b)]
  if (one && other) return one.isFile() && idOf(one) === idOf(other)
  return !one && !other && a === b
}

export function idOf({ dev, ino }: Pick<BigIntStats, "dev" | "ino">): string {
  return `${dev}:${ino}`
}
