/** A syntax tree or problem as text for comparing: without places, comments and the file's name. */
const passing = new Set(["origin", "span", "keyword", "doc", "file"])

export function bare(value: unknown): string {
  return JSON.stringify(value, (key, each) => (passing.has(key) ? undefined : each)) ?? ""
}
