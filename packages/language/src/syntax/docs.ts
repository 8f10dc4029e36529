/** Finds the doc comments of a world: the one at its beginning, and those before its definitions. */
import type { Comment, Tokens } from "./tokens.js"

/**
 * The doc comment nearest before the token at `index`. The comment on the world as a whole belongs to no
 * definition.
 */
export function docBefore(text: string, cut: Tokens, index: number): string | undefined {
  const from = index > 0 ? cut.tokens[index - 1].end : 0
  const before = commentsBetween(cut.comments, from, cut.tokens[index]?.offset ?? text.length)
  const last = before.findLastIndex((each) => each.kind === "doc")
  if (last < 0) return undefined
  const group = groupEndingAt(text, before, last)
  return index === 0 && group[0] === before[0] && isWorldDoc(text, cut, group) ? undefined : docText(group)
}

/** The first comment of a text is about the whole world if it is a doc comment and a blank line follows. */
export function worldDoc(text: string, cut: Tokens): string | undefined {
  const before = commentsBetween(cut.comments, 0, cut.tokens[0]?.offset ?? text.length)
  if (before[0]?.kind !== "doc") return undefined
  let end = 0
  while (end + 1 < before.length && joined(text, before[end], before[end + 1])) end++
  const group = before.slice(0, end + 1)
  return isWorldDoc(text, cut, group) ? docText(group) : undefined
}

function isWorldDoc(text: string, cut: Tokens, group: readonly Comment[]): boolean {
  const end = group[group.length - 1].end
  const next = cut.comments.find((each) => each.offset >= end)?.offset ?? text.length
  return breaksBetween(text, end, Math.min(next, cut.tokens[0]?.offset ?? text.length)) > 1
}

function commentsBetween(comments: readonly Comment[], from: number, to: number): Comment[] {
  let low = 0
  let high = comments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comments[middle].offset < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < comments.length && comments[end].offset < to) end++
  return comments.slice(low, end)
}

function groupEndingAt(text: string, comments: readonly Comment[], last: number): Comment[] {
  let first = last
  while (first > 0 && joined(text, comments[first - 1], comments[first])) first--
  return comments.slice(first, last + 1)
}

/** Adjacent lines with three slashes are one comment; a block comment always stands alone. */
function joined(text: string, above: Comment, below: Comment): boolean {
  const areLines = above.text.startsWith("///") && below.text.startsWith("///")
  return (
    areLines &&
    above.kind === "doc" &&
    below.kind === "doc" &&
    breaksBetween(text, above.end, below.offset) === 1
  )
}

export function breaksBetween(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0
}

function docText(group: readonly Comment[]): string | undefined {
  const lines = group.flatMap((each) =>
    each.text.startsWith("///") ? [each.text.slice(3)] : blockLines(each.text),
  )
  return (
    lines
      .map((line) => line.replace(/^ /, "").trimEnd())
      .join("\n")
      .trim() || undefined
  )
}

function blockLines(block: string): string[] {
  const inner = block
    .slice(2)
    .replace(/^\*+/, "")
    .replace(/\**\/$/, "")
  return inner.split(/\r\n|\r|\n/).map((line) => line.replace(/^\s*\*/, ""))
}
