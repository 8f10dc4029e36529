/** Worlds as the commands handle them: named by the user, read here, and refused with every mistake shown. */
import type { Dialect } from "@dramaturg/language"
import { hasErrors, type Diagnostic } from "@dramaturg/model"
import { coloursFor } from "./colours.js"
import { countDiagnostics, printDiagnostics, type Texts } from "./diagnostics.js"
import { exit, Refusal } from "./exit.js"
import { readInput, type Input } from "./read-input.js"
import type { EndedBy } from "./thread/client.js"
import type { WorldText } from "./thread/protocol.js"
import { remark } from "./printing.js"
import { surroundings } from "./surroundings.js"

/** How many remarks a refusal shows. */
const mostShown = 20

let mayReadOutside = false

/** Whether parts may lie outside the folder of a world. */
export function readsOutside(): boolean {
  return surroundings()?.allowsOutside ?? mayReadOutside
}

/** What `--allow-outside` asks for, of every world that is opened after it. */
export function allowOutside(isAllowed: boolean) {
  const own = surroundings()
  if (own) own.allowsOutside = isAllowed
  else mayReadOutside = isAllowed
}

/** The file's ending says which language it is, unless the command does. */
export async function openWorld(path: string, dialect?: Dialect): Promise<WorldText & Input> {
  return { ...(await readInput(path, "world")), dialect, readsOutside: readsOutside() }
}

/** A world with a mistake is of no use to any command but `check`. */
export function refuseMistakes(input: Input, diagnostics: readonly Diagnostic[] = [], texts?: Texts) {
  if (hasErrors(diagnostics)) throw refusal(input, diagnostics, texts)
}

/** A result must not be buried under warnings: one line says where to read them. */
export function remarkWarnings({ file }: Input, warnings: readonly Diagnostic[] = []) {
  if (warnings.length === 0) return
  remark(`${file}: ${countDiagnostics(warnings)} (dramaturg check shows them)`)
}

/** Where there is no result, the warnings usually say why. */
export function showWarnings({ text }: Input, warnings: readonly Diagnostic[] = [], texts?: Texts) {
  if (warnings.length > 0) showSome(text, warnings, texts)
}

/** What a search remarked on at its end says more about this search than the same remark made before it. */
export function noted(
  warnings: readonly Diagnostic[] = [],
  notes: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const isSaidAgain = (each: Diagnostic) =>
    notes.some(
      (note) =>
        note.code === each.code && note.span.file === each.span.file && note.span.offset === each.span.offset,
    )
  return [...warnings.filter((each) => !isSaidAgain(each)), ...notes]
}

/** Shows the first mistakes (one slip can have a long tail) and refuses. */
export function refusal({ file, text }: Input, diagnostics: readonly Diagnostic[], texts?: Texts): Refusal {
  showSome(text, diagnostics, texts)
  return new Refusal(`${file} cannot be used: ${countDiagnostics(diagnostics)}, see above.`, exit.usage, {
    file,
    diagnostics,
  })
}

function showSome(text: string, diagnostics: readonly Diagnostic[], texts?: Texts) {
  const shown = diagnostics.slice(0, mostShown)
  remark(printDiagnostics(shown, text, coloursFor(process.stderr), texts))
  if (shown.length < diagnostics.length)
    remark(`… and ${diagnostics.length - shown.length} more; dramaturg check shows them all.`)
}

/** For commands without a result of their own to show when a job was ended from outside. */
export function refuseUnended({ file }: Input, endedBy: EndedBy) {
  if (endedBy === "interrupt") throw new Refusal("interrupted.", exit.interrupted)
  if (endedBy !== "itself")
    throw new Refusal(`${file} could not be read to its end: ${endings[endedBy]}.`, exit.unknown)
}

export const endings: Record<Exclude<EndedBy, "itself">, string> = {
  time: "the time limit was reached",
  memory: "memory ran out",
  interrupt: "it was interrupted",
}
