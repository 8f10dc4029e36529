/** What stands for `files.ts` where there are no files: it says so. */
import { FileError } from "./errors.js"

const sentence =
  "Files can be read in Node only: give load() the text of the world, and `include`, a function that returns the texts of its parts."

export async function readWorldFile(_path: string): Promise<string> {
  throw new FileError(sentence)
}

export function partsBeside(_path: string, _allowOutside: boolean): never {
  throw new FileError(sentence)
}
