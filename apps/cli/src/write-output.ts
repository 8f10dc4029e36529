/** Where results go: stdout, or the file named by `-o`. Remarks go to stderr. */
import { realpathSync, statSync, writeFileSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { codeOf } from "./read-input.js"
import { exit, Refusal } from "./exit.js"

/** What is wrong with `-o` is said before the work begins, not after it. `inputs` must not be overwritten. */
export function checkOutput(output: string | undefined, inputs: readonly string[] = []) {
  if (output === undefined || output === "-") return
  if (output.trim() === "") throw new Refusal("-o takes the name of a file, or - for stdout, not nothing.")
  if (inputs.some((each) => isSameFile(each, output))) {
    throw new Refusal(`-o ${output} would overwrite what is read: choose another name.`)
  }
  const folder = statOf(dirname(output))
  if (!folder?.isDirectory()) throw new Refusal(`${output} could not be written: its folder does not exist.`)
  if (output.endsWith("/") || statOf(output)?.isDirectory()) throw new Refusal(`${output} could not be written: it is a folder.`)
}

/** Writes a result. `output` undefined or `-`: stdout. */
export function writeResult(text: string, output: string | undefined) {
  if (output === undefined || output === "-") process.stdout.write(text)
  else writeFile(output, text)
}

export function writeFile(path: string, text: string, flag: "w" | "a" = "w") {
  try {
    writeFileSync(path, text, { flag })
  } catch (error) {
    throw new Refusal(`${path} could not be written: ${whyNot(codeOf(error))}.`)
  }
}

export function writeJson(value: unknown, output: string | undefined) {
  writeResult(JSON.stringify(value, null, 2) + "\n", output)
}

/** Writes values as they come, each on a line of its own; a file is begun with the first of them. */
export function lineWriter(output: string | undefined): (value: unknown) => void {
  let written = false
  return (value) => {
    const line = JSON.stringify(value) + "\n"
    if (output === undefined || output === "-") process.stdout.write(line)
    else writeFile(output, line, written ? "a" : "w")
    written = true
  }
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

function statOf(path: string) {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
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
