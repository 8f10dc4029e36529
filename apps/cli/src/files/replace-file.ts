/**
 * The one way in which the command line writes a file. The new text is written beside the old one, brought to
 * the disk, and put in its place by one rename: at every moment, and after any end of the process, the old
 * text or the new one is there, whole.
 *
 * What a file is stays: a link stays a link to where it led, rights and owner stay. A file with several names
 * (hard links) cannot be renamed over without parting them, nor can a single file that was mounted: its text
 * is written over in place. Until that is on the disk the new text stays beside it, under a name (`.new`)
 * that nothing clears away.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
  type BigIntStats,
} from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { codeOf } from "../error-code.js"
import { Refusal } from "../exit.js"
import { refuseWhatIsRead, statOf } from "./known-files.js"
import { isRunning } from "./processes.js"

export interface Replacing {
  /** That it was read is no hindrance: the text is one's own, laid out anew or gone on with. */
  readonly isOwn?: boolean
  /** What of the command names the file. */
  readonly flag?: string
}

/** Writes a file, or refuses with a sentence; the old text is whole then. */
export function replaceFile(path: string, text: string, { isOwn = false, flag = "-o" }: Replacing = {}) {
  if (!isOwn) refuseWhatIsRead(path, flag)
  const bytes = Buffer.from(text)
  try {
    const target = targetOf(path)
    const about = statOf(target)
    if (isNoFile(target, about)) writeThrough(target, bytes)
    else writeBeside(target, about, bytes)
  } catch (error) {
    throw new Refusal(`${path} could not be written: ${whyNotWritten(error)}.`)
  }
}

/** How many links one may lead to another. */
const mostLinks = 40

/** Where a path leads, link after link; what it leads to need not be there yet. */
export function targetOf(path: string): string {
  let target = path
  for (let i = 0; i < mostLinks && !isDoor(target); i++) {
    const next = linkOf(target)
    if (next === undefined) return target
    target = resolve(realpathSync(dirname(target)), next)
  }
  return target
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** `/dev/stdout` and its like: names of what is open, not of files. */
function isDoor(path: string): boolean {
  const folder = dirname(resolve(path))
  return folder === "/dev" || folder === "/dev/fd" || folder.startsWith("/proc/")
}

export function isNoFile(target: string, about: BigIntStats | undefined): boolean {
  return isDoor(target) || (about !== undefined && !about.isFile())
}

/** A pipe or a device has no old text to keep. The command does not wait for a pipe without a reader. */
export function openDoor(target: string): number {
  return openSync(target, constants.O_WRONLY | (statOf(target)?.isFIFO() ? constants.O_NONBLOCK : 0))
}

function writeThrough(target: string, bytes: Buffer) {
  const file = openDoor(target)
  try {
    writeAll(file, bytes)
  } finally {
    closeSync(file)
  }
}

let count = 0

function writeBeside(target: string, about: BigIntStats | undefined, bytes: Buffer) {
  // A rename asks for no right to the file itself: what may not be written must stay as it is.
  if (about) accessSync(target, constants.W_OK)
  const folder = dirname(target)
  clearLitter(folder)
  const name = join(folder, `.dramaturg-${process.pid}-${count++}`)
  const beside = `${name}.tmp`
  try {
    writeNew(beside, about, bytes)
    if ((about && about.nlink > 1n) || !isRenamedOver(beside, target)) {
      renameSync(beside, `${name}.new`)
      writeOver(target, bytes, `${name}.new`)
    }
  } finally {
    remove(beside)
  }
  syncFolder(folder)
}

function writeNew(path: string, about: BigIntStats | undefined, bytes: Buffer) {
  // While it is written, it is readable only to those who may read it in the end.
  const file = openSync(path, "wx", about ? 0o600 : 0o666)
  try {
    writeAll(file, bytes)
    if (about) keepRights(file, about)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Who may not give a file away keeps it as their own. */
function keepRights(file: number, { uid, gid, mode }: BigIntStats) {
  try {
    fchownSync(file, Number(uid), Number(gid))
  } catch {
    // It is ours then, with the rights that it had.
  }
  fchmodSync(file, Number(mode) & 0o7777)
}

/** A single file that was mounted can be written to, but not be renamed over. */
function isRenamedOver(beside: string, target: string): boolean {
  try {
    renameSync(beside, target)
    return true
  } catch (error) {
    if (codeOf(error) === "EBUSY" || codeOf(error) === "EXDEV") return false
    throw error
  }
}

/** In place; if that fails, the old text is put back. The copy goes once the file is whole again. */
function writeOver(target: string, bytes: Buffer, copy: string) {
  const old = readFileSync(target)
  const file = openSync(target, "r+")
  try {
    overwrite(file, bytes)
  } catch (error) {
    overwrite(file, old)
    remove(copy)
    throw error
  } finally {
    closeSync(file)
  }
  remove(copy)
}

function overwrite(file: number, bytes: Buffer) {
  writeAll(file, bytes, 0)
  ftruncateSync(file, bytes.length)
  fsyncSync(file)
}

/** How long the command waits for the reader of a full pipe before it tries again, in milliseconds. */
const pause = 5

/** A write may take a part only; that it takes nothing more is an error of the next one. */
export function writeAll(file: number, bytes: Buffer, position: number | null = null) {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(
        file,
        bytes,
        written,
        bytes.length - written,
        position === null ? null : position + written,
      )
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    }
  }
}

function remove(path: string) {
  try {
    unlinkSync(path)
  } catch {
    // It was renamed, or is gone with its folder.
  }
}

/** A new name is safe once its folder is on the disk; not every system can be asked for that. */
function syncFolder(folder: string) {
  try {
    const file = openSync(folder, "r")
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    // The file itself is on the disk.
  }
}

/** What a process that was killed left beside a file of this folder. */
function clearLitter(folder: string) {
  for (const name of namesIn(folder)) {
    const pid = /^\.dramaturg-(\d+)-\d+\.tmp$/.exec(basename(name))?.[1]
    if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid)))
      remove(join(folder, name))
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
  EISDIR: "it is a folder",
  EACCES: "writing there is not allowed",
  EPERM: "writing there is not allowed",
  EROFS: "nothing can be written to that disk",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full for you",
  EFBIG: "it would be larger than files may be",
  EIO: "the disk fails",
  EPIPE: "nobody reads from it any more",
  ENXIO: "nobody reads from it",
  ELOOP: "it is a link that leads back to itself",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
}

/** Half a sentence. */
export function whyNotWritten(error: unknown): string {
  const code = codeOf(error)
  return reasons[code ?? ""] ?? code ?? (error instanceof Error ? error.message : String(error))
}
