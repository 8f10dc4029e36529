/** A world asked about with something changed: the texts of its files, with stretches of them taken out. */
import type { Span } from "@dramaturg/model"
import type { WorldText } from "../protocol.js"

/** The world with these stretches blanked out, so that lines keep their numbers, and more text behind the main file's. */
export function changedWorld(world: WorldText, texts: ReadonlyMap<string, string>, gone: readonly Span[], added: string): WorldText {
  const changed = new Map(texts)
  for (const span of [...gone].sort((a, b) => b.offset - a.offset)) changed.set(span.file, blanked(changed.get(span.file) ?? "", span))
  return { ...world, text: (changed.get(world.file) ?? world.text) + added, texts: changed }
}

function blanked(text: string, { offset, length }: Span): string {
  const [before, piece, behind] = [text.slice(0, offset), text.slice(offset, offset + length), text.slice(offset + length)]
  return before + piece.replace(/[^\r\n]/g, " ") + behind.replace(/^(\s*);/, "$1 ")
}
