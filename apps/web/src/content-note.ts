/**
 * What readers should know before they read on: the line of the world's own opening comment that begins so.
 */

/** The note without its first words; null: the world has none. */
export function contentNoteIn(text: string): string | null {
  const line = text
    .slice(0, 4000)
    .split("\n")
    .map((each) => each.replace(/^\s*\/*\**\s*/, "").trim())
    .find((each) => /^content note:/i.test(each))
  return line?.replace(/^content note:\s*/i, "") ?? null
}
