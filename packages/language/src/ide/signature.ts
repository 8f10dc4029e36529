/** What an editor shows while arguments are being written: the declaration, and which parameter is next. */
import { tokenize } from "../syntax/tokens.js"
import { declaring, wordOf } from "../syntax/vocabulary.js"
import { callAround } from "./call.js"
import { declarationsIn } from "./declarations.js"
import { type Parameter, parametersOf } from "./parameters.js"
import type { Texts } from "./references.js"

export interface Signature {
  /** The declaration as it is written, or the form of a word of the language. */
  readonly header: string
  readonly doc?: string
  /** Their offsets count from the beginning of the header. */
  readonly parameters: readonly Parameter[]
}

export interface Signatures {
  /** There are several if declarations share the name. */
  readonly signatures: readonly Signature[]
  /** Which parameter the cursor stands at, from 0. */
  readonly position: number
}

/** What the brackets around the cursor take; undefined if it stands in none whose name is declared. */
export function signaturesAt(texts: Texts, file: string, offset: number): Signatures | undefined {
  const { tokens } = tokenize((texts[file] ?? "").slice(0, offset))
  if (tokens.at(-1)?.kind === "odd") return undefined
  const call = callAround(tokens)
  if (!call || declaring.includes(tokens[call.at - 1]?.text)) return undefined
  const { name, position } = call
  const declared = Object.values(texts)
    .flatMap((each) => declarationsIn(each))
    .filter((each) => each.name === name && (each.role === "property" || each.role === "event"))
    .map(({ header, doc }) => ({
      header,
      parameters: parametersOf(header).parameters,
      ...(doc === undefined ? {} : { doc }),
    }))
  if (declared.length > 0) return { signatures: declared, position }
  const word = wordOf(name)
  if (!word) return undefined
  return {
    signatures: [{ header: word.form, doc: word.help, parameters: parametersOf(word.form).parameters }],
    position,
  }
}
