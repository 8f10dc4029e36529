/** Writes files that there have not been: what is there already is never written over. */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { codeOf } from "../error-code.js"
import { Refusal } from "../exit.js"
import { statOf } from "./known-files.js"
import { whyNotWritten } from "./replace-file.js"

/** Makes the folders that it takes. Nothing is written if one of the names is taken. */
export function writeNewFiles(files: ReadonlyMap<string, string>) {
  for (const path of files.keys()) if (statOf(path) !== undefined) throw taken(path)
  for (const [path, text] of files) {
    try {
      if (statOf(dirname(path)) === undefined) mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text, { flag: "wx" })
    } catch (error) {
      if (codeOf(error) === "EEXIST" && statOf(path) !== undefined) throw taken(path)
      throw new Refusal(`${path} could not be written: ${whyNotWritten(error)}.`)
    }
  }
}

function taken(path: string): Refusal {
  return new Refusal(`${path} is there already, and is not written over: take another name.`)
}
