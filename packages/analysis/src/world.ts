/**
 * The world that questions are asked about. The caller supplies the reader, which knows where texts come
 * from.
 */
import { groundingNotes, startGrounding, type StatedLimits } from "@dramaturg/engine"
import type { Compiled } from "@dramaturg/language"
import { type Diagnostic, hasErrors, type Problem, type Span } from "@dramaturg/model"
import { asking, partDone, type Steps } from "./question.js"

/** Compiles a world from these texts, by file. */
export type WorldReader = (texts: ReadonlyMap<string, string>) => Compiled

/** A compiled world, with the means to compile it again with changes. */
export interface World extends Compiled {
  /** The main file, which includes the others. */
  readonly file: string
  readonly read: WorldReader
  /** Its remarks include those of `grounded`. */
  readonly isGrounded?: true
}

/** A world without errors. */
export interface SoundWorld extends World {
  readonly problem: Problem
}

/** What a question needs that reads no text: a world may also have been compiled before, without its text. */
export type CompiledWorld = Pick<SoundWorld, "problem">

/** Bounds that most questions take: limits in place of the world's own, and time. */
export interface Bounds {
  readonly limits?: StatedLimits
  /** Returns the time in milliseconds; without it `timeoutMs` has no effect. */
  readonly clock?: () => number
  readonly timeoutMs?: number
}

/** Compiles a world. `texts`: by file; the reader may add the files that are included. */
export function openWorld(file: string, texts: ReadonlyMap<string, string>, read: WorldReader): World {
  return { ...read(texts), file, read }
}

/** The same as `grounded`, in steps. */
export const askGrounded = asking(function* (world: World, _options: object): Steps<World> {
  if (isSound(world)) yield* partDone(startGrounding(world.problem), "preparing")
  return grounded(world)
})

/**
 * The world with the remarks on what its texts make; if one of them is an error, no story can begin and the
 * world is not sound.
 */
export function grounded(world: World): World {
  if (!isSound(world) || world.isGrounded) return world
  const { problem, ...rest } = world
  const notes = groundingNotes(problem)
  return {
    ...rest,
    isGrounded: true,
    diagnostics: [...world.diagnostics, ...notes],
    ...(hasErrors(notes) ? {} : { problem }),
  }
}

/** Whether the world has no errors, so that questions can be asked about it. */
export function isSound(world: World): world is SoundWorld {
  return world.problem !== undefined
}

/**
 * Compiles the world with these spans blanked (lines keep their numbers) and `added` at the end of the main
 * file.
 */
export function changedWorld({ file, texts, read }: World, gone: readonly Span[], added: string): Compiled {
  const changed = new Map(texts)
  for (const span of [...gone].sort((a, b) => b.offset - a.offset))
    changed.set(span.file, blanked(changed.get(span.file) ?? "", span))
  return read(changed.set(file, (changed.get(file) ?? "") + added))
}

function blanked(text: string, { offset, length }: Span): string {
  const [before, piece, behind] = [
    text.slice(0, offset),
    text.slice(offset, offset + length),
    text.slice(offset + length),
  ]
  return before + piece.replace(/[^\r\n]/g, " ") + behind.replace(/^(\s*);/, "$1 ")
}

/** Message and hint of the first error among remarks; empty if there is none. */
export function mistakeIn(diagnostics: readonly Diagnostic[]): string {
  const wrong = diagnostics.find((each) => each.severity === "error")
  return `${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim()
}
