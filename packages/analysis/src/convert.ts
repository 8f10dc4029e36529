/**
 * Formats a text, or translates a world into the other language. A separate entry point of this package,
 * because loading the printers takes longer than answering most questions about a world in Sabre's language.
 */
import { type Dialect, dialectOf, formatStory, writeDrama, writeSabre } from "@dramaturg/language"
import { type Diagnostic, hasErrors } from "@dramaturg/model"
import type { PlotText, Unread } from "./plot.js"
import { Question } from "./question.js"
import type { SoundWorld } from "./world.js"

/** `remarks`: on what the other language cannot express. */
export interface Converted {
  readonly kind: "text"
  readonly text: string
  readonly remarks: readonly Diagnostic[]
}

/** `foreign`: the text is in Sabre's language, for which there is no formatter. */
export type FormatResult = Converted | Unread | { readonly kind: "foreign" }

/** Lays a text out the usual way; `unread` if it has errors. */
export function askFormat({ file, text }: PlotText): Question<FormatResult> {
  return new Question(
    (function* () {
      if (dialectOf(file) === "sabre") return { kind: "foreign" }
      const laid = formatStory(text, file)
      return hasErrors(laid.diagnostics)
        ? { kind: "unread", remarks: laid.diagnostics }
        : { kind: "text", text: laid.text, remarks: laid.diagnostics }
    })(),
  )
}

/** Writes a world in the other language. */
export function askTranslation({ tree, problem }: SoundWorld, to: Dialect): Question<Converted> {
  return new Question(
    (function* () {
      const { text, diagnostics: remarks } = to === "sabre" ? writeSabre(problem) : writeDrama(tree)
      return { kind: "text", text, remarks }
    })(),
  )
}
