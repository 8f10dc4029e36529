/**
 * The one door through which this program prints, on stdout and stderr. Worlds, names of files and answers of
 * language models may hold anything; what could steer a terminal, or turn the direction of letters so that a
 * text reads as another, does not get through.
 */
import { writeSync } from "node:fs"
import { printReferences } from "@dramaturg/model"
import { withCodes, withoutMarks } from "./colours.js"
import { surroundings } from "./surroundings.js"

/**
 * C0 without tab and line end, DEL, C1, line and paragraph separators, and what overrides or isolates a
 * direction of letters.
 */
const steering =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Marks of direction and of byte order: they can't be seen, and turn only what stands beside them. */
const unseen = /[\u061c\u200e\u200f\ufeff]/g

/**
 * A text as it may be printed: a sign in the place of each character that could steer. Line ends are kept as
 * they are.
 */
export function printable(text: string): string {
  return text
    .replace(/\r(?!\n)/g, "\ufffd")
    .replace(steering, (each) => (each === "\r" ? each : "\ufffd"))
    .replace(unseen, "")
}

/**
 * JSON in which such characters are escaped: a reader of the JSON gets them back, a terminal never sees them.
 * References are printed as labels.
 */
export function jsonText(value: unknown, indent?: number): string {
  return (JSON.stringify(value, printReferences, indent) ?? "null").replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    escaped,
  )
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`
}

/** On stdout, in colour where colours were asked for. */
export function print(text: string) {
  const own = surroundings()
  if (own) own.print(fileText(text))
  else process.stdout.write(withCodes(printable(text)))
}

/**
 * A text that must come back as it is, line ends and byte order mark included; false: something had to be
 * left out.
 */
export function printExactly(text: string): boolean {
  const [mark, rest] = text.startsWith("\ufeff") ? ["\ufeff", text.slice(1)] : ["", text]
  const shown = printable(rest)
  const own = surroundings()
  if (own) own.print(mark + shown)
  else process.stdout.write(mark + shown)
  return shown === rest
}

/** A text for a file that people read: as it is printed, without colours. */
export function fileText(text: string): string {
  return withoutMarks(printable(text))
}

/** A line on stderr. Synchronous, so that its order beside the progress line is certain. */
export function remark(line: string) {
  printError(`${line}\n`)
}

export function printError(text: string) {
  const own = surroundings()
  if (own) return own.printError(fileText(text))
  try {
    writeSync(2, withCodes(printable(text)))
  } catch {
    // stderr is closed: no message can be given.
  }
}

/** Empties a terminal; elsewhere nothing is cleared. */
export function clearScreen() {
  if (process.stdout.isTTY === true) process.stdout.write("\u001b[2J\u001b[3J\u001b[H")
}

const erase = "\r\u001b[2K"

/** Draws the progress line anew; without a text it is taken away. */
export function drawLine(stream: NodeJS.WriteStream, text = "") {
  stream.write(erase + withCodes(printable(text)))
}
