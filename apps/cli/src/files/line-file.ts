/**
 * A file that grows line by line, as results are found. It holds whole lines only: where a line could not be
 * written to its end (a full disk), what there is of it is taken away again. A process that is killed in the
 * middle of a line leaves a torn last line; a later run that goes on from such a file drops what stands
 * behind the last line end.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync } from "node:fs"
import { Refusal } from "../exit.js"
import { idOf, statOf } from "./known-files.js"
import { isNoFile, openDoor, replaceFile, targetOf, whyNotWritten, writeAll } from "./replace-file.js"

export interface LineFile {
  /** Whole lines, with their line ends. */
  add(text: string): void
  close(): void
}

/** How often what was added is brought to the disk, in milliseconds. */
const pause = 1000

/** Begins a file anew; the old text stays whole until the first lines of the new one are there. */
export function beginLines(path: string, text: string, flag = "-o"): LineFile {
  const target = targetOf(path)
  if (isNoFile(target, statOf(target))) return doorFor(path, target, text)
  replaceFile(path, text, { flag, isOwn: flag !== "-o" })
  return continueLines(path, Buffer.byteLength(text))
}

/** Goes on behind so many bytes; what stands behind them is dropped. */
export function continueLines(path: string, length: number): LineFile {
  const file = opened(path, () => openSync(path, "r+"))
  const id = idOf(statOf(file)!)
  let synced = performance.now()
  opened(path, () => ftruncateSync(file, length))
  return {
    add(text) {
      const bytes = Buffer.from(text)
      try {
        // What is written to a file that was taken away is lost.
        const there = statOf(path)
        if (!there || idOf(there) !== id) throw new Error("it is not there any more")
        writeAll(file, bytes, length)
        if (performance.now() - synced > pause) {
          fsyncSync(file)
          synced = performance.now()
        }
      } catch (error) {
        cut(file, length)
        throw new Refusal(
          `${path} could not be written to its end: ${whyNotWritten(error)}. The lines written before are whole.`,
        )
      }
      length += bytes.length
    },
    close() {
      opened(path, () => fsyncSync(file))
      closeSync(file)
    },
  }
}

function doorFor(path: string, target: string, text: string): LineFile {
  const file = opened(path, () => openDoor(target))
  const add = (more: string): void => opened(path, () => writeAll(file, Buffer.from(more)))
  add(text)
  return { add, close: () => closeSync(file) }
}

function opened<Value>(path: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw new Refusal(`${path} could not be written: ${whyNotWritten(error)}.`)
  }
}

function cut(file: number, length: number) {
  try {
    ftruncateSync(file, length)
  } catch {
    // A later run drops the torn line.
  }
}
