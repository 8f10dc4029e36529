/** The colours of a world in the pages: a grammar drawn from the table of words. */
import { words } from "../packages/language/dist/syntax/words.js"

export function grammar() {
  const keywords = words.map((each) => each.word).filter((each) => /^\w+$/.test(each))
  return {
    name: "drama",
    scopeName: "source.drama",
    aliases: ["sabre"],
    patterns: [
      { name: "comment.block.documentation.drama", match: "///.*$" },
      { name: "comment.line.double-slash.drama", match: "//.*$" },
      { name: "comment.block.drama", begin: "/\\*", end: "\\*/" },
      { name: "string.quoted.double.drama", begin: '"', end: '"', patterns: [{ match: "\\\\." }] },
      { name: "constant.numeric.drama", match: "\\b\\d+(?:\\.\\d+)?\\b" },
      { name: "keyword.control.drama", match: `\\b(?:${keywords.join("|")})\\b` },
      { name: "keyword.operator.drama", match: "[=!<>&|+*-]+" },
    ],
  }
}
