/**
 * What a reader should know before they read on: the line of the world's own opening comment that begins so.
 */
export function contentNote(doc: string | undefined): string {
  const line = doc
    ?.split("\n")
    .map((each) => each.trim())
    .find((each) => /^content note:/i.test(each))
  return line === undefined ? "" : `${line}\n\n`
}
