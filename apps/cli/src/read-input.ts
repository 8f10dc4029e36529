/**
 * Reads what the user named, a file or `-` for stdin, and refuses what no world can be with a sentence that
 * helps.
 */
import { constants } from "node:fs"
import { open, type FileHandle } from "node:fs/promises"
import { Readable } from "node:stream"
import { setTimeout as wait } from "node:timers/promises"
import { codeOf } from "./error-code.js"
import { Refusal } from "./exit.js"
import { noteRead } from "./files/known-files.js"
import { remark } from "./printing.js"
import { surroundings } from "./surroundings.js"

/** The largest text taken, in bytes. The largest world we know is a hundredth of it. */
export const maxBytes = 5_000_000

export interface Input {
  /** As the user gave it, or `<stdin>`. */
  readonly file: string
  readonly text: string
  /** Whether it begins with a byte order mark, which `text` leaves out. */
  readonly hasMark?: boolean
}

interface Reading {
  /** In bytes. */
  readonly most?: number
  /** It may be written over by what is made of it. */
  readonly isOwn?: boolean
  /** Hears of a text in an older encoding. Default: it is printed. */
  readonly onRemark?: (sentence: string) => void
}

/** The largest file of results that is gone on with, in bytes: it has to fit into memory. */
const mostBytes = 250_000_000

/**
 * `what` names the thing in messages: "world", "solution". Nothing here may block, or Ctrl-C would be lost: a
 * terminal or a pipe can keep silent for as long as it likes.
 */
export async function readInput(path: string, what: string, reading: Reading = {}): Promise<Input> {
  const file = path === "-" ? "<stdin>" : path
  const bytes = await bytesOf(path, what, reading)
  if (bytes.length === 0) throw new Refusal(`${file} is empty: a ${what} was expected.`)
  const text = decode(bytes, file, what, reading.onRemark ?? remark)
  if (text.trim() === "") throw new Refusal(`${file} holds nothing but white space: a ${what} was expected.`)
  return { file, text, hasMark: bytes.subarray(0, 3).equals(mark) }
}

/** A text that the surroundings hold under this name, else a file, or stdin. */
async function bytesOf(path: string, what: string, reading: Reading): Promise<Buffer> {
  const given = surroundings()?.texts.get(path)
  if (given !== undefined) return gather(Readable.from([Buffer.from(given)]), path, what)
  if (path === "-" && surroundings() !== undefined)
    throw new Refusal(`the ${what} cannot come from stdin, which carries the requests: give its text.`)
  return path === "-" ? readStdin(what) : readFile(path, what, reading)
}

const mark = Buffer.from("\ufeff")

/** A file of lines that is going to be gone on with, byte for byte. */
export function readLines(path: string, what: string): Promise<Buffer> {
  return readFile(path, what, { most: mostBytes, isOwn: true })
}

/** Stdin can be read to its end only once. */
export function refuseStdinTwice(paths: readonly string[], message: string) {
  if (paths.filter((each) => each === "-").length > 1) throw new Refusal(message)
}

async function readStdin(what: string): Promise<Buffer> {
  noteRead(0)
  try {
    return await gather(process.stdin, "<stdin>", what)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(whyNot("<stdin>", error, what))
  } finally {
    process.stdin.destroy()
  }
}

async function readFile(
  path: string,
  what: string,
  { most = maxBytes, isOwn = false }: Reading,
): Promise<Buffer> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const about = await handle.stat()
    if (about.isDirectory()) throw new Refusal(`${path} is a folder: name the ${what}'s file inside it.`)
    if (!isOwn) noteRead(handle.fd)
    return await gather(pieces(handle, about.isFIFO()), path, what, most)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(whyNot(path, error, what))
  } finally {
    await handle?.close()
  }
}

/** Stops at the size limit, so that neither a huge file nor an endless pipe can fill the memory. */
async function gather(
  source: AsyncIterable<Buffer>,
  file: string,
  what: string,
  most = maxBytes,
): Promise<Buffer> {
  const gathered: Buffer[] = []
  let total = 0
  for await (const piece of source) {
    total += piece.length
    if (total > most) {
      throw new Refusal(
        `${file} is larger than ${most / 1_000_000} MB, which no ${what} needs: is it the right file?`,
      )
    }
    gathered.push(piece)
  }
  return Buffer.concat(gathered)
}

/**
 * How often a pipe is asked again, and how long the command waits for a pipe without a writer, in
 * milliseconds.
 */
const pause = 10
const patience = 1_000

/**
 * A pipe that has nothing yet says so by EAGAIN; one whose writer has not come yet looks as if it had ended.
 */
async function* pieces(handle: FileHandle, isPipe: boolean): AsyncIterable<Buffer> {
  for (let waited = 0, total = 0; ; ) {
    const piece = await readPiece(handle)
    if (piece && piece.length > 0) {
      total += piece.length
      yield piece
    } else if (!piece) await wait(pause)
    else if (!isPipe || total > 0 || waited >= patience) return
    else {
      await wait(pause)
      waited += pause
    }
  }
}

/** Undefined: nothing yet. Empty: the end. */
async function readPiece(handle: FileHandle): Promise<Buffer | undefined> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(1 << 16))
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (codeOf(error) === "EAGAIN") return undefined
    throw error
  }
}

function decode(bytes: Buffer, file: string, what: string, onRemark: (sentence: string) => void): string {
  if (bytes.includes(0)) throw new Refusal(`${file} is not a text file: a ${what} is plain text in UTF-8.`)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    const older = file.endsWith(".txt") && what === "world" ? decodeOlder(bytes) : undefined
    if (older === undefined)
      throw new Refusal(
        `${file} is not plain text in UTF-8: open it in an editor and save it with that encoding.`,
      )
    onRemark(
      `dramaturg: ${file} is not in UTF-8, but only its comments have letters beyond ASCII: they are read as Windows-1252.`,
    )
    return older
  }
}

/**
 * Worlds in Sabre's language are often older than UTF-8. What stands in comments only cannot change what a
 * world means.
 */
function decodeOlder(bytes: Buffer): string | undefined {
  const text = new TextDecoder("windows-1252").decode(bytes)
  const bare = text.replace(/\/\*[^]*?(?:\*\/|$)|\/\/[^\r\n]*/g, "")
  return /^[\x00-\x7f]*$/.test(bare) ? text : undefined
}

function whyNot(path: string, error: unknown, what: string): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return path === ""
        ? `the ${what} has an empty name: name a file, or - for stdin.`
        : `${path} does not exist: check the name and the folder you are in.`
    case "EACCES":
    case "EPERM":
      return `${path} may not be read: check its permissions.`
    case "EISDIR":
      return `${path} is a folder: name the ${what}'s file inside it.`
    case "ENAMETOOLONG":
      return `the name ${path.slice(0, 40)}… is too long to be a file's: is it the ${what} itself? Use - and give it on stdin.`
    case "ELOOP":
      return `${path} is a link that leads back to itself: name the file it was meant for.`
    default:
      return `${path} could not be read (${codeOf(error) ?? String(error)}).`
  }
}
