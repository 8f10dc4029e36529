/** Where results go: stdout, or the file named by `-o`. Remarks go to stderr. */
import { codeOf } from "./error-code.js"
import { exit } from "./exit.js"
import { planOutput } from "./files/known-files.js"
import { beginLines, type LineFile } from "./files/line-file.js"
import { replaceFile, whyNotWritten } from "./files/replace-file.js"
import { fileText, jsonText, print, printExactly, remark } from "./printing.js"

/**
 * What is wrong with `-o` is said before the work begins, not after it. `inputs`: what is going to be read.
 */
export function checkOutput(output: string | undefined, inputs: readonly string[] = []) {
  planOutput(output, { inputs })
}

/** Writes a result. `output` undefined or `-`: stdout. */
export function writeResult(text: string, output: string | undefined) {
  if (isStdout(output)) print(text)
  else replaceFile(output, fileText(text))
}

/**
 * Writes a world, which must come out as it is: only a terminal's steering is left out of what is printed,
 * and that is said.
 */
export function writeWorld(text: string, output: string | undefined) {
  if (!isStdout(output)) replaceFile(output, text)
  else if (!printExactly(text))
    remark("dramaturg: control characters were left out of what is printed; -o FILE keeps them.")
}

/** The version of every format of an answer: it is counted up where a reader of the one before would fail. */
const version = 1

/**
 * An answer for programs. `kind` names its format, as its schema does: `check` makes `dramaturg-check`. The
 * object says first what it is, so that a file of it can be told from others later.
 */
export function answerOf(kind: string, value: object): object {
  return { format: `dramaturg-${kind}`, version, ...value }
}

export function writeJson(kind: string, value: object, output: string | undefined) {
  writeResult(jsonText(answerOf(kind, value), 2) + "\n", output)
}

/** Writes values as they come, each on a line of its own; a file is begun with the first of them. */
export function lineWriter(output: string | undefined): (value: unknown) => void {
  let file: LineFile | undefined
  return (value) => {
    const line = jsonText(value) + "\n"
    if (isStdout(output)) print(line)
    else if (file) file.add(line)
    else file = beginLines(output, line)
  }
}

function isStdout(output: string | undefined): output is undefined | "-" {
  return output === undefined || output === "-"
}

/** A reader that goes away (`| head`) is no fault: stop quietly with the exit code we would have had. */
export function endQuietlyWhenNobodyReads() {
  process.stdout.on("error", (error) => {
    if (codeOf(error) === "EPIPE") process.exit(process.exitCode ?? exit.done)
    remark(`dramaturg: stdout could not be written: ${whyNotWritten(error)}.`)
    process.exit(exit.usage)
  })
  process.stderr.on("error", () => {})
}
