/**
 * Colour only where a person looks: on a terminal, and not when `NO_COLOR` asks for none.
 *
 * What is painted carries marks, not the codes of a terminal: only the door (printing.ts) makes codes of
 * them. The marks bear a number that is drawn anew for every process, so no text of a world can bring marks
 * of its own.
 */
import { randomBytes } from "node:crypto"

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], cyan: [36, 39] } as const

export type Colours = Readonly<Record<keyof typeof codes, (text: string) => string>>

const secret = randomBytes(8).toString("hex")

export function coloursFor(stream: NodeJS.WriteStream): Colours {
  const wanted = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb"
  const paints = Object.entries(codes).map(([name, [on, off]]) => [
    name,
    (text: string) => (wanted ? mark(on) + text + mark(off) : text),
  ])
  return Object.fromEntries(paints) as Colours
}

function mark(code: number): string {
  return `\ufdd0${secret}${code};`
}

const marks = new RegExp(`\ufdd0${secret}(\\d+);`, "g")

/** The marks become what a terminal understands. */
export function withCodes(text: string): string {
  return text.replace(marks, "\u001b[$1m")
}

export function withoutMarks(text: string): string {
  return text.replace(marks, "")
}
