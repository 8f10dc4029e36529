/** Reads worlds from files, in Node. Bundles for browsers get `no-files.ts` in its place. */
import type { Sources } from "@dramaturg/language"
import { Refusal } from "../exit.js"
import { partsReader } from "../files/read-part.js"
import { readInput } from "../read-input.js"
import { FileError } from "./errors.js"

/** The text of a world's file. Rejects with a FileError that says why it cannot be read. */
export async function readWorldFile(path: string): Promise<string> {
  try {
    return (await readInput(path === "-" ? "./-" : path, "world", { onRemark: () => {} })).text
  } catch (error) {
    throw error instanceof Refusal ? new FileError(error.message) : error
  }
}

/** Reads the parts beside a world's file; elsewhere only if that is allowed. */
export function partsBeside(path: string, allowOutside: boolean): Sources {
  return partsReader(path, allowOutside)
}
