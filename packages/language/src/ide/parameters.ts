/** The parameters in the header of a declaration, and the type behind its colon. */
import { type Token, tokenize } from "../syntax/tokens.js"

/** A parameter; offsets count from the beginning of the header. */
export interface Parameter {
  readonly name: string
  /** Undefined: an entity stands in the place of a parameter, as in `action ring(Augusta)`. */
  readonly type?: string
  readonly offset: number
  readonly end: number
}

export interface Parameters {
  readonly parameters: readonly Parameter[]
  /** The types behind the colon: of `entity Home : place`, `property at(who : character) : place`. */
  readonly types: readonly string[]
}

/** Takes a header as `Declaration` has it, e.g. `action walk(who : character, to : place)`. */
export function parametersOf(header: string): Parameters {
  const { tokens } = tokenize(header)
  const open = tokens.findIndex((each) => each.text === "(")
  const close = open < 0 ? -1 : tokens.findIndex((each, i) => i > open && each.text === ")")
  const inside = open < 0 ? [] : tokens.slice(open + 1, close < 0 ? undefined : close)
  const colon = tokens.findIndex((each, i) => i > close && each.text === ":")
  const behind = colon < 0 ? [] : tokens.slice(colon + 1)
  return {
    parameters: splitAtCommas(inside).map(parameterOf),
    types: behind.filter((each) => each.kind === "word").map((each) => each.text),
  }
}

function parameterOf(tokens: readonly Token[]): Parameter {
  const [name] = tokens
  const type = tokens[1]?.text === ":" && tokens[2]?.kind === "word" ? { type: tokens[2].text } : {}
  return { name: name.text, ...type, offset: name.offset, end: tokens[tokens.length - 1].end }
}

function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]]
  for (const each of tokens) {
    if (each.text === ",") pieces.push([])
    else pieces[pieces.length - 1].push(each)
  }
  return pieces.filter((each) => each.length > 0)
}
