/** Where results go: stdout, or the file named by `-o`. Remarks go to stderr. */
import { realpathSync, writeFileSync, writeSync } from "node:fs"
import { codeOf } from "./read-input.js"
import { exit, Refusal } from "./exit.js"

/** Writes a result. `output` undefined or `-`: stdout. `inputs` are the files read, which a result must not overwrite. */
export function writeResult(text: string, output: string | undefined, inputs: readonly string[] = []) {
  if (output === undefined || output === "-") {
    process.stdout.write(text)
    return
  }
  if (inputs.some((each) => isSameFile(each, output))) {
    throw new Refusal(`-o ${output} would overwrite what was just read: choose another name.`)
  }
  writeFile(output, text)
}

export function writeFile(path: string, text: string) {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new Refusal(`${path} could not be written: ${whyNot(codeOf(error))}.`)
  }
}

export function writeJson(value: unknown, output: string | undefined, inputs: readonly string[] = []) {
  writeResult(JSON.stringify(value, null, 2) + "\n", output, inputs)
}

/** A line on stderr. Synchronous, so that its order beside the progress line is certain. */
export function remark(line: string) {
  try {
    writeSync(2, line + "\n")
  } catch {
    // Nobody listens on stderr: there is nobody to tell.
  }
}

/** A reader that goes away (`| head`) is no fault: stop quietly with the exit code we would have had. */
export function endQuietlyWhenNobodyReads() {
  process.stdout.on("error", (error) => {
    if (codeOf(error) === "EPIPE") process.exit(process.exitCode ?? exit.done)
    remark(`dramaturg: stdout could not be written: ${whyNot(codeOf(error))}.`)
    process.exit(exit.usage)
  })
  process.stderr.on("error", () => {})
}

function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

function whyNot(code: string | undefined): string {
  if (code === "ENOENT") return "its folder does not exist"
  if (code === "EISDIR") return "it is a folder"
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "writing there is not allowed"
  if (code === "ENOSPC") return "the disk is full"
  return code ?? "unknown reason"
}
