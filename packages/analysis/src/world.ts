/** A world that questions are asked about: read by the caller, who knows where its texts come from, and readable once more with changes. */
import { groundingNotes, type StatedLimits } from "@dramaturg/engine"
import type { Compiled } from "@dramaturg/language"
import { type Diagnostic, hasErrors, type Problem, type Span } from "@dramaturg/model"

/** Reads a world of which these texts are given, by file. */
export type WorldReader = (texts: ReadonlyMap<string, string>) => Compiled

export interface World extends Compiled {
  /** The file that includes the others. */
  readonly file: string
  readonly read: WorldReader
  /** Its remarks include those of `grounded`. */
  readonly isGrounded?: true
}

/** Nothing is wrong with its texts or with the world that they make. */
export interface SoundWorld extends World {
  readonly problem: Problem
}

/** What most questions may be bounded by: limits on plans and minds in place of the world's own, and time. */
export interface Bounds {
  readonly limits?: StatedLimits
  /** Milliseconds, from the caller; without it `timeoutMs` has no effect. */
  readonly clock?: () => number
  readonly timeoutMs?: number
}

export function openWorld(file: string, texts: ReadonlyMap<string, string>, read: WorldReader): World {
  return { ...read(texts), file, read }
}

/** The world with the remarks on what its texts make; if one of them is an error, no story can begin and the world is not sound. */
export function grounded(world: World): World {
  if (!isSound(world) || world.isGrounded) return world
  const { problem, ...rest } = world
  const notes = groundingNotes(problem)
  return { ...rest, isGrounded: true, diagnostics: [...world.diagnostics, ...notes], ...(hasErrors(notes) ? {} : { problem }) }
}

export function isSound(world: World): world is SoundWorld {
  return world.problem !== undefined
}

/** The world with these stretches blanked out, so that lines keep their numbers, and more text behind the main file's. */
export function changedWorld({ file, texts, read }: World, gone: readonly Span[], added: string): Compiled {
  const changed = new Map(texts)
  for (const span of [...gone].sort((a, b) => b.offset - a.offset)) changed.set(span.file, blanked(changed.get(span.file) ?? "", span))
  return read(changed.set(file, (changed.get(file) ?? "") + added))
}

function blanked(text: string, { offset, length }: Span): string {
  const [before, piece, behind] = [text.slice(0, offset), text.slice(offset, offset + length), text.slice(offset + length)]
  return before + piece.replace(/[^\r\n]/g, " ") + behind.replace(/^(\s*);/, "$1 ")
}

/** The first mistake among remarks, and what to do about it. */
export function mistakeIn(diagnostics: readonly Diagnostic[]): string {
  const wrong = diagnostics.find((each) => each.severity === "error")
  return `${wrong?.message ?? ""} ${wrong?.hint ?? ""}`.trim()
}
