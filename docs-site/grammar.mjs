/** The colours of a world in the pages: the grammar that editors use, which is drawn from the table of words. */
import { readFileSync } from "node:fs"

const file = new URL("../editors/vscode/syntaxes/dramaturg.tmLanguage.json", import.meta.url)

export function grammar() {
  return { ...JSON.parse(readFileSync(file, "utf8")), name: "drama", aliases: ["sabre"] }
}
