/** Reads what the user named, a file or `-` for stdin, and refuses what no world can be with a sentence that helps. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { Refusal } from "./exit.js"

/** The largest text taken, in bytes. The largest world we know is a hundredth of it. */
export const maxBytes = 5_000_000

export interface Input {
  /** As the user gave it, or `<stdin>`. */
  readonly file: string
  readonly text: string
}

/** `what` names the thing in messages: "world", "solution". */
export function readInput(path: string, what: string): Input {
  const file = path === "-" ? "<stdin>" : path
  const bytes = path === "-" ? readAll(0, file, what) : readFile(path, what)
  if (bytes.length === 0) throw new Refusal(`${file} is empty: a ${what} was expected.`)
  const text = decode(bytes, file)
  if (text.trim() === "") throw new Refusal(`${file} holds nothing but white space: a ${what} was expected.`)
  return { file, text }
}

function readFile(path: string, what: string): Buffer {
  let handle: number
  try {
    handle = openSync(path, "r")
  } catch (error) {
    throw new Refusal(whyNot(path, error, what))
  }
  try {
    if (fstatSync(handle).isDirectory()) {
      throw new Refusal(`${path} is a folder: name the ${what}'s file inside it.`)
    }
    return readAll(handle, path, what)
  } finally {
    closeSync(handle)
  }
}

/** Reads in pieces and stops at the size limit, so that neither a huge file nor an endless pipe can fill the memory. */
function readAll(handle: number, file: string, what: string): Buffer {
  const pieces: Buffer[] = []
  let total = 0
  for (;;) {
    const piece = readPiece(handle, file)
    if (piece.length === 0) return Buffer.concat(pieces)
    total += piece.length
    if (total > maxBytes) {
      throw new Refusal(`${file} is larger than ${maxBytes / 1_000_000} MB, which no ${what} needs: is it the right file?`)
    }
    pieces.push(piece)
  }
}

/** One piece, empty at the end. A pipe that has nothing yet says so by EAGAIN: wait a little and ask again. */
function readPiece(handle: number, file: string): Buffer {
  const piece = Buffer.allocUnsafe(1 << 16)
  for (;;) {
    try {
      return piece.subarray(0, readSync(handle, piece))
    } catch (error) {
      const code = codeOf(error)
      if (code === "EOF") return piece.subarray(0, 0)
      if (code !== "EAGAIN") throw new Refusal(whyNot(file, error, "text"))
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

function decode(bytes: Buffer, file: string): string {
  if (bytes.includes(0)) throw new Refusal(`${file} is not a text file: a world is plain text in UTF-8.`)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(`${file} is not plain text in UTF-8: open it in an editor and save it with that encoding.`)
  }
}

function whyNot(path: string, error: unknown, what: string): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return `${path} does not exist: check the name and the folder you are in.`
    case "EACCES":
    case "EPERM":
      return `${path} may not be read: check its permissions.`
    case "EISDIR":
      return `${path} is a folder: name the ${what}'s file inside it.`
    default:
      return `${path} could not be read (${codeOf(error) ?? String(error)}).`
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined
}
