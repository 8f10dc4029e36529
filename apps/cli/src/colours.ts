/** Colour only where a person looks: on a terminal, and not when `NO_COLOR` asks for none. */
import pico from "picocolors"

export type Colours = ReturnType<typeof pico.createColors>

export function coloursFor(stream: NodeJS.WriteStream): Colours {
  const wanted = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb"
  return pico.createColors(wanted)
}
