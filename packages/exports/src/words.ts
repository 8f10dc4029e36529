/** Escapes that several formats share. */

/** The text on one line: breaks, tabs and invisible characters become single spaces. */
export function flat(text: string): string {
  return text.replace(/[\s\p{Cc}\ufffe\uffff]+/gu, " ").trim()
}

/** The text escaped so that Markdown shows it unchanged. */
export function markdownWords(text: string): string {
  return flat(text)
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1")
}
