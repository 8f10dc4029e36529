/** Where a text stops being JSON. (JSON.parse knows, but each version of it says so differently, or not at all.) */

const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const space = /[ \t\r\n]*/y

/** What must come next. */
type Expected = "value" | "value or end" | "key" | "key or end" | "more"

/** The offset of the first character that cannot stand where it stands, or the end of the text if something is missing there. */
export function firstFlaw(text: string): number {
  const open: string[] = []
  let expected: Expected = "value"
  for (let at = skip(space, text, 0); ; at = skip(space, text, at)) {
    if (expected === "more" && open.length === 0) return at
    const sign = text[at]
    const closes = open.at(-1) === "{" ? "}" : "]"
    if (sign === closes && open.length > 0 && expected !== "value" && expected !== "key") {
      open.pop()
      expected = "more"
      at++
    } else if (expected === "more") {
      if (sign !== ",") return at
      expected = open.at(-1) === "{" ? "key" : "value"
      at++
    } else if (expected === "key" || expected === "key or end") {
      const colon = skip(space, text, skip(string, text, at))
      if (colon === at || text[colon] !== ":") return colon
      expected = "value"
      at = colon + 1
    } else if (sign === "{" || sign === "[") {
      open.push(sign)
      expected = sign === "{" ? "key or end" : "value or end"
      at++
    } else {
      const end = skip(scalar, text, at)
      if (end === at) return at
      expected = "more"
      at = end
    }
  }
}

/** The offset behind a match that begins at `at`; `at` if there is none. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
