/** Explores the story space of a world, or of a play in it, and hands over each state as it is looked at. */
import { createHash } from "node:crypto"
import { type Exploration, startExploration, startSearch } from "@dramaturg/engine"
import { type Problem } from "@dramaturg/model"
import type { ExploreAsked, KeptHead, Work } from "../protocol.js"
import { grouped } from "../progress-line.js"
import { clockUntil, partOf } from "./clock.js"
import { memoryWatch } from "./memory.js"
import { readSound } from "./read-world.js"
import { now } from "./slices.js"

/** How long the story that a manager would like to tell is looked for: in visits, so that it is the same story everywhere. */
const SCRIPT_VISITS = 20_000

export const explore: Work<"explore"> = async (asked, report) => {
  const sound = await readSound(asked.world, report)
  if (!sound) return
  const { problem } = sound
  report({ stage: "searching" })
  const digest = digestOf(problem)
  try {
    follow(begin(problem, asked, digest), digest, report)
  } catch (error) {
    report({ complaint: error instanceof Error ? error.message : String(error) })
  }
}

/** The same for worlds that mean the same, whatever their files are called and however they are laid out. */
function digestOf(problem: Problem): string {
  const meaning = JSON.stringify(problem, (key, value: unknown) => (key === "origin" || key === "doc" ? undefined : value))
  return createHash("sha256").update(meaning).digest("hex").slice(0, 16)
}

function begin(problem: Problem, { options, found, deadline, processMiB }: ExploreAsked, digest: string): Exploration {
  if (found !== undefined && found.head.digest !== digest) throw new Error("it is about another world than this one has become.")
  const isShort = memoryWatch(processMiB)
  const clock = () => (isShort() ? Infinity : now())
  const timeoutMs = deadline === undefined ? Number.MAX_VALUE : Math.max(0, deadline - Date.now())
  return startExploration(problem, {
    ...options, clock, timeoutMs,
    ...(options.as === undefined ? {} : { script: scriptOf(problem, options, partOf(deadline, 0.2)) }),
    ...(found === undefined ? {} : { found: { levels: found.head.levels, states: found.states } }),
  })
}

/** The manager of a play knows a story that it would like to tell; it goes without if none is found in the time there is. */
export function scriptOf(problem: Problem, { goal, limits }: Pick<ExploreAsked["options"], "goal" | "limits">, deadline?: number) {
  const search = startSearch(problem, { goal, limits, maxVisited: SCRIPT_VISITS, ...clockUntil(deadline) })
  while (search.status === "searching" && Date.now() <= (deadline ?? Infinity)) search.step(1)
  return search.story?.solution
}

function follow(exploration: Exploration, digest: string, report: Parameters<Work<"explore">>[1]) {
  let beginnings = -1
  const tell = () => {
    // What was found before is void where it had to begin anew.
    const head: { head?: KeptHead } = exploration.beginnings === beginnings ? {} : { head: { ...exploration.head, digest } }
    beginnings = exploration.beginnings
    const { visited, states, edges, endings, depth } = exploration.counts
    const note = `${grouped(visited)} of ${grouped(states)} states looked at, ${grouped(endings.goal)} reach the goal, depth ${depth}`
    const foot = exploration.foot ?? { end: "limited" as const, isCut: true, limit: null, states, edges, endings, possible: exploration.possible }
    report({ ...head, found: exploration.take(), foot, note })
  }
  tell()
  for (let steps = 1; exploration.status === "exploring"; ) {
    const began = now()
    // Those that are found before it begins anew belong to the head before.
    while (exploration.status === "exploring" && exploration.beginnings === beginnings && now() - began < 50) exploration.step(steps)
    steps = now() - began < 25 ? Math.min(2 * steps, 4096) : Math.max(1, steps >> 1)
    tell()
  }
}
