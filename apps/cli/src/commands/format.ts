/** `dramaturg format`: lays a world out the usual way; comments stay, meaning stays. */
import { dialectOf, formatStory } from "@dramaturg/language"
import { hasErrors } from "@dramaturg/model"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { refusal } from "../open-world.js"
import { readInput } from "../read-input.js"
import { remark, writeFile, writeJson, writeResult } from "../write-output.js"

export interface FormatFlags {
  readonly write?: boolean
  readonly check?: boolean
  readonly json?: boolean
  readonly output?: string
}

export function format(path: string, flags: FormatFlags): ExitCode {
  if (flags.write && path === "-") throw new Refusal("--write needs a file: the text from stdin is printed to stdout instead.")
  if (dialectOf(path) === "sabre") throw new Refusal(`${path} is not in our language: dramaturg import makes a .drama file of it.`)
  const input = readInput(path, "world")
  const { text, diagnostics } = formatStory(input.text, input.file)
  if (hasErrors(diagnostics)) throw refusal(input.file, input.text, diagnostics)
  const changed = text !== input.text
  if (flags.write && changed) writeFile(path, text)
  if (flags.json) writeJson({ file: input.file, changed, text }, flags.output)
  else if (flags.check) remark(`${input.file}: ${changed ? "would be changed by formatting" : "is formatted"}`)
  else if (!flags.write || flags.output) writeResult(text, flags.output)
  return flags.check && changed ? exit.negative : exit.done
}
