/** Unpacks deflated bytes with a limit that holds: data that would become more is given up at that moment. */
import { Inflate } from "fflate"

/** So much is put in at a time; a thousand times as much may come out before it can be counted. */
const portion = 4096

/** Undefined: it is damaged, or cut off, or becomes more than `most` bytes. */
export function inflated(packed: Uint8Array, most: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((piece) => {
    size += piece.length
    if (size <= most) pieces.push(piece)
  })
  try {
    for (let at = 0; at === 0 || at < packed.length; at += portion) {
      inflate.push(packed.subarray(at, at + portion), at + portion >= packed.length)
      if (size > most) return undefined
    }
  } catch {
    return undefined
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
