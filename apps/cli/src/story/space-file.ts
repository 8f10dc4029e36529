/**
 * A story space kept as lines, so that a stopped exploration can go on later. The first line says what it is
 * about, the last how it ended; a line that was cut off in the middle is dropped. One process at a time
 * writes it.
 */
import type { ExploreOptions } from "@dramaturg/engine"
import type { SpaceFoot, SpaceState } from "@dramaturg/model"
import { Refusal } from "../exit.js"
import { statOf } from "../files/known-files.js"
import { beginLines, continueLines, type LineFile } from "../files/line-file.js"
import { lockFile } from "../files/lock.js"
import { replaceFile, targetOf } from "../files/replace-file.js"
import { jsonText } from "../printing.js"
import { readLines } from "../read-input.js"
import type { Kept, KeptHead } from "../thread/protocol.js"

export interface SpaceFile {
  /** What was there already. */
  readonly kept: Kept | undefined
  begin(head: KeptHead): void
  add(states: readonly SpaceState[]): void
  end(foot: SpaceFoot): void
  close(): void
}

/**
 * Refuses a file that holds something else, or an exploration with other options. Nothing is written before
 * there is something to write.
 */
export async function openSpaceFile(name: string, options: ExploreOptions): Promise<SpaceFile> {
  const path = targetOf(name)
  const about = statOf(path)
  if (about && !about.isFile())
    throw new Refusal(`${name} is no file that could be gone on with: name another.`)
  const unlock = lockFile(path)
  try {
    return writing(path, { ...(about ? await readKept(name, options) : nothing), unlock })
  } catch (error) {
    unlock()
    throw error
  }
}

interface Found {
  readonly kept: Kept | undefined
  /** What of it stays, as we would write it, and whether that is how it begins, byte for byte. */
  readonly whole: string
  readonly isAsWritten: boolean
}

const nothing: Found = { kept: undefined, whole: "", isAsWritten: true }

function writing(
  path: string,
  { kept, whole, isAsWritten, unlock }: Found & { readonly unlock: () => void },
): SpaceFile {
  let levels = kept?.head.levels
  let lines: LineFile | undefined
  const goOn = (): LineFile => {
    // An editor may have given it other line ends; the file is written as the command wrote it.
    if (!isAsWritten) replaceFile(path, whole, { isOwn: true })
    return continueLines(path, Buffer.byteLength(whole))
  }
  const add = (more: string): void => (lines ??= goOn()).add(more)
  return {
    kept,
    begin(head) {
      if (head.levels === levels) return
      levels = head.levels
      lines?.close()
      lines = beginLines(path, line(head), "--out")
    },
    add(states) {
      if (states.length > 0) add(states.map(line).join(""))
    },
    end: (foot) => add(line(foot)),
    close() {
      lines?.close()
      lines = undefined
      unlock()
    },
  }
}

function line(value: unknown): string {
  return `${jsonText(value)}\n`
}

async function readKept(name: string, options: ExploreOptions): Promise<Found> {
  const bytes = await readLines(name, "story space")
  // A line may have been cut off in the middle of a letter.
  const lines = wholeLines(bytes)
  if (lines.length === 0 && isBeginning(bytes)) return nothing
  const [head, ...rest] = lines.map((each) => parsed(name, each))
  if (!isHead(head)) throw new Refusal(`${name} is no story space: name another file.`)
  refuseOthers(name, head, options)
  const states = rest.filter((each) => !("end" in each))
  const wrong = states.findIndex((each, i) => !isState(each, i))
  if (wrong >= 0)
    throw new Refusal(
      `${name} is damaged: something else stands where state ${wrong} should. Name another file, or delete it from there on.`,
    )
  const whole = [head, ...states].map(line).join("")
  const isAsWritten = bytes.subarray(0, Buffer.byteLength(whole)).equals(Buffer.from(whole))
  return { kept: { head, states: states as unknown as SpaceState[] }, whole, isAsWritten }
}

function wholeLines(bytes: Buffer): readonly string[] {
  const text = bytes
    .subarray(0, bytes.lastIndexOf(0x0a) + 1)
    .toString("utf8")
    .replace(/^\ufeff/, "")
  return text
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "")
}

type Line = Readonly<Record<string, unknown>>

/** What is left of a file whose very first line was cut off. */
function isBeginning(bytes: Buffer): boolean {
  const text = bytes.toString("utf8")
  return text === "" || '{"format":"dramaturg-story-space"'.startsWith(text.slice(0, 33))
}

function parsed(name: string, text: string): Line {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    // Said below.
  }
  throw new Refusal(`${name} is no story space: name another file.`)
}

function isRecord(value: unknown): value is Line {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isHead(value: Line | undefined): value is Line & KeptHead {
  return (
    value?.format === "dramaturg-story-space" &&
    value.version === 1 &&
    isRecord(value.limits) &&
    typeof value.levels === "number" &&
    typeof value.digest === "string"
  )
}

/** States stand in the order of their numbers. */
function isState({ state, depth, edges }: Line, number: number): boolean {
  return (
    state === number &&
    isCount(depth) &&
    Array.isArray(edges) &&
    edges.every(
      (each: unknown) =>
        isRecord(each) && isCount(each.to) && (each.act === null || typeof each.act === "string"),
    )
  )
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function refuseOthers(
  path: string,
  head: KeptHead,
  { as, depth, goal, seed = 0, limits = {} }: ExploreOptions,
) {
  const other = [
    ["--as", as ?? null, head.as],
    ["--seed", seed, head.seed],
    ["--depth", depth, head.depth],
    ["--goal", goal, head.goal],
    ["--character-limit", limits.character, head.limits.character],
    ["--belief-limit", limits.belief, head.limits.belief],
  ].find(([, asked, kept]) => asked !== undefined && asked !== kept)
  if (other === undefined) return
  const [flag, asked, kept] = other
  throw new Refusal(
    `${path} holds an exploration with ${flag} ${kept ?? "none"}, not ${asked ?? "none"}: name another file, or ask for the same.`,
  )
}
