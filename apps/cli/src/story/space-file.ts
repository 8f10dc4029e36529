/**
 * A story space in a file, line by line. However the writing of it ended, every whole line holds: what was cut off in the middle of one
 * is dropped, and the exploration goes on from there.
 */
import { existsSync, readFileSync, truncateSync } from "node:fs"
import type { ExploreOptions } from "@dramaturg/engine"
import type { SpaceFoot, SpaceState } from "@dramaturg/model"
import { Refusal } from "../exit.js"
import type { Kept, KeptHead } from "../thread/protocol.js"
import { writeFile } from "../write-output.js"

export interface SpaceFile {
  /** What was there already. */
  readonly kept: Kept | undefined
  begin(head: KeptHead): void
  add(states: readonly SpaceState[]): void
  end(foot: SpaceFoot): void
}

/** Refuses a file that holds something else, or an exploration with other options. */
export function openSpaceFile(path: string, options: ExploreOptions): SpaceFile {
  const kept = existsSync(path) ? readKept(path, options) : undefined
  let levels = kept?.head.levels
  return {
    kept,
    begin(head) {
      if (head.levels !== levels) writeFile(path, line(head))
      levels = head.levels
    },
    add(states) {
      if (states.length > 0) writeFile(path, states.map(line).join(""), "a")
    },
    end: (foot) => writeFile(path, line(foot), "a"),
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function readKept(path: string, options: ExploreOptions): Kept | undefined {
  const text = readFileSync(path, "utf8")
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n").slice(0, -1)
  if (lines.length === 0 && isBeginning(text)) return undefined
  const [head, ...rest] = lines.map((each) => parsed(path, each)) as [KeptHead | undefined, ...(SpaceState | SpaceFoot)[]]
  if (head?.format !== "dramaturg-story-space" || head.version !== 1) throw new Refusal(`${path} is no story space: name another file.`)
  refuseOthers(path, head, options)
  const states = rest.filter((each): each is SpaceState => "state" in each)
  // What was cut off in the middle of a line, and a foot that holds no more, make room for what comes next.
  truncateSync(path, Buffer.byteLength([head, ...states].map(line).join("")))
  return { head, states }
}

/** What is left of a file whose very first line was cut off. */
function isBeginning(text: string): boolean {
  return text === "" || '{"format":"dramaturg-story-space"'.startsWith(text.slice(0, 33))
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${path} is no story space: name another file.`)
  }
}

function refuseOthers(path: string, head: KeptHead, { as, depth, goal, seed = 0, limits = {} }: ExploreOptions) {
  const other = [
    ["--as", as ?? null, head.as], ["--seed", seed, head.seed], ["--depth", depth, head.depth], ["--goal", goal, head.goal],
    ["--character-limit", limits.character, head.limits.character], ["--belief-limit", limits.belief, head.limits.belief],
  ].find(([, asked, kept]) => asked !== undefined && asked !== kept)
  if (other === undefined) return
  const [flag, asked, kept] = other
  throw new Refusal(`${path} holds an exploration with ${flag} ${kept ?? "none"}, not ${asked ?? "none"}: name another file, or ask for the same.`)
}
