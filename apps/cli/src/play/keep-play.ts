/**
 * Keeps plays in files, and reads those that were kept. A file that is there already is written over only if
 * the play was loaded from it.
 */
import { flawOf } from "@dramaturg/engine"
import type { PlayRecord } from "@dramaturg/model"
import { Refusal } from "../exit.js"
import { idOf, statOf } from "../files/known-files.js"
import { replaceFile } from "../files/replace-file.js"
import { jsonText } from "../printing.js"
import { readInput } from "../read-input.js"

export interface Keeper {
  /** Refuses what would be lost, before anything is played. */
  check(path: string): void
  keep(path: string, record: PlayRecord): void
}

/** `loaded`: the file that the play goes on from. */
export function keeperOf(loaded: string | undefined): Keeper {
  const own = new Set<string>()
  const claim = (path: string | undefined): void => {
    const about = path === undefined ? undefined : statOf(path)
    if (about) own.add(idOf(about))
  }
  const check = (path: string): void => {
    const about = statOf(path)
    if (!about?.isFile() || about.size === 0n || own.has(idOf(about))) return
    throw new Refusal(
      `${path} is there already, and this play was not loaded from it: name another file, or begin with --load ${path}.`,
    )
  }
  claim(loaded)
  return {
    check,
    keep(path, record) {
      check(path)
      replaceFile(path, `${jsonText(record, 2)}\n`, { isOwn: isOwn(own, path), flag: "save" })
      claim(path)
    },
  }
}

function isOwn(own: ReadonlySet<string>, path: string): boolean {
  const about = statOf(path)
  return about !== undefined && own.has(idOf(about))
}

export async function readRecord(path: string): Promise<PlayRecord> {
  const { text } = await readInput(path, "saved play", { isOwn: true })
  return recordFrom(path, parsed(path, text))
}

/** Refuses what is no play that was kept; `path` names it. */
export function recordFrom(path: string, value: unknown): PlayRecord {
  const flaw = flawOf(value)
  if (flaw !== undefined) throw new Refusal(`${path} cannot be played: ${flaw}.`)
  return value as PlayRecord
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${path} is no saved play: it is not even JSON.`)
  }
}
