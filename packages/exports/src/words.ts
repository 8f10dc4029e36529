/** What formats share about words. */

/** One line of plain words: breaks, tabs and signs that nobody sees become single spaces. */
export function flat(text: string): string {
  return text.replace(/[\s\p{Cc}\ufffe\uffff]+/gu, " ").trim()
}

/** Words that Markdown shows as they are. */
export function markdownWords(text: string): string {
  return flat(text).replace(/&(?=#?\w+;)/g, "&amp;").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-+=])/, "\\$1")
}
