/** Explores the story space of a world, or of a play in it, and hands over each state as it is looked at. */
import { createHash } from "node:crypto"
import { askExplore, type ExploreProgress } from "@dramaturg/analysis"
import type { Problem } from "@dramaturg/model"
import type { Work } from "../protocol.js"
import { watchedClock } from "./memory.js"
import { readSound } from "./read-world.js"
import { stepThrough } from "./slices.js"

export const explore: Work<"explore"> = async ({ world, options, found, deadline, processMiB }, report) => {
  const sound = readSound(world, report)
  if (!sound) return
  const digest = digestOf(sound.problem)
  if (found !== undefined && found.head.digest !== digest)
    return report({ complaint: "it is about another world than this one has become." })
  report({ stage: "searching" })
  const { time } = watchedClock(processMiB, deadline)
  const question = askExplore(sound, {
    ...options,
    ...time,
    found: found && { levels: found.head.levels, states: found.states },
  })
  const send = ({ part, note }: Pick<ExploreProgress, "part" | "note">) => {
    if (part)
      report({
        ...(part.head ? { head: { ...part.head, digest } } : {}),
        found: part.found,
        foot: part.foot,
        note,
      })
  }
  const step = (visits: number): boolean => {
    if (question.step(visits)) return true
    send(question.progress)
    return false
  }
  stepThrough({ step }, () => {})
  const result = question.result!
  if (result.kind === "explored") send(result)
  else report({ complaint: result.sentence })
}

/** Equal for worlds of equal meaning, independent of file names and layout. */
function digestOf(problem: Problem): string {
  const meaning = JSON.stringify(problem, (key, value: unknown) =>
    key === "origin" || key === "doc" ? undefined : value,
  )
  return createHash("sha256").update(meaning).digest("hex").slice(0, 16)
}
