/**
 * `dramaturg/runtime`: worlds that `dramaturg compile` made, searched, told and played without the reader of
 * texts. What it exports is the same as in `dramaturg`, but for `open`.
 */
import { groundingNotes } from "@dramaturg/engine"
import { hasErrors, type Problem } from "@dramaturg/model"
import { UsageError, WorldError } from "./errors.js"
import { named } from "./options.js"
import { type World, worldOf } from "./world.js"

export { UsageError, WorldError } from "./errors.js"
export type { Stoppable } from "./drive.js"
export type { World } from "./world.js"
export { type Story, storyOf } from "./story.js"
export {
  type Bounded,
  type SearchSettings,
  stories,
  type Stories,
  type StoriesEnd,
  type StoriesOptions,
  tell,
  type TellOptions,
  type TellProgress,
  type Told,
} from "./tell.js"
export { type Prose, prose, type ProseOptions } from "./prose.js"
export { type Play, type PlayChoice, play, type PlayOptions, type PlayStatus } from "./play.js"

/**
 * Takes the JSON that `dramaturg compile` wrote, parsed or as text, and returns a world for `tell`,
 * `stories`, `prose` and `play`. What is inside is not checked again: only `format` and `version` are.
 *
 * Throws a UsageError if it is no compiled world or one of another version, and a WorldError if no story can
 * begin in it.
 */
export function open(compiled: unknown): World {
  const problem = problemIn(compiled)
  const notes = groundingNotes(problem)
  if (hasErrors(notes)) throw new WorldError(notes)
  return worldOf({ problem })
}

function problemIn(compiled: unknown): Problem {
  const value = typeof compiled === "string" ? parsed(compiled) : compiled
  const { format, version } = (value ?? {}) as Partial<Problem>
  if ((format as unknown) !== "dramaturg-problem")
    throw new UsageError(
      `open() takes what \`dramaturg compile\` wrote, with the format "dramaturg-problem", not ${value === undefined ? "nothing" : named(value)}.`,
    )
  if ((version as unknown) !== 1)
    throw new UsageError(
      `open() reads version 1 of a compiled world, and this is version ${String(version)}.`,
    )
  return value as Problem
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError("open() takes JSON that `dramaturg compile` wrote, and this text is none.")
  }
}
