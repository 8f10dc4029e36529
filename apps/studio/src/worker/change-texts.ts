/** A world asked about with something changed: stretches of its files blanked out, and more text behind the main file's. */
import type { Span } from "@dramaturg/model"
import type { World } from "./protocol.js"

/** Lines keep their numbers. */
export function changedWorld({ main, texts }: World, gone: readonly Span[], added: string): World {
  const changed: Record<string, string> = { ...texts }
  for (const span of [...gone].sort((a, b) => b.offset - a.offset)) changed[span.file] = blanked(changed[span.file] ?? "", span)
  return { main, texts: { ...changed, [main]: (changed[main] ?? "") + added } }
}

function blanked(text: string, { offset, length }: Span): string {
  const [before, piece, behind] = [text.slice(0, offset), text.slice(offset, offset + length), text.slice(offset + length)]
  return before + piece.replace(/[^\r\n]/g, " ") + behind.replace(/^(\s*);/, "$1 ")
}
