/**
 * Bytes become text, and nothing of it is replaced in silence: UTF-8 and UTF-16 are known by their first
 * bytes or by how they look; what is neither is read as older Windows programs wrote it, and said to be; what
 * is no text at all is refused.
 */

export type Decoded = { readonly text: string; readonly remark?: string } | { readonly complaint: string }

/** `name`: how the file is called in what is said of it. */
export function decoded(bytes: Uint8Array, name: string): Decoded {
  const encoding = markedEncoding(bytes) ?? likelyEncoding(bytes)
  if (encoding === "utf-32")
    return {
      complaint: `${name} is written as UTF-32, which can’t be read here. Save it as UTF-8 and open it again.`,
    }
  if (encoding === undefined) return { complaint: `${name} is no text.` }
  const text = strictly(encoding, bytes)
  if (text !== undefined) return { text }
  if (encoding !== "utf-8")
    return { complaint: `${name} begins like UTF-16, but is damaged further on, or was cut off.` }
  return {
    text: new TextDecoder("windows-1252").decode(bytes),
    remark: `${name} was not saved as UTF-8; it was read as Western European (Windows-1252, Latin-1). If letters with accents look wrong, save it as UTF-8 where it comes from, and open it again.`,
  }
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32"

function markedEncoding([a, b, c, d]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8"
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32" : "utf-16le"
  if (a === 0xfe && b === 0xff) return "utf-16be"
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? "utf-32" : undefined
}

/**
 * Without a mark, zeros tell: text has none in UTF-8, and in UTF-16 every second byte of Western text is one.
 * Undefined: no text.
 */
function likelyEncoding(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]++
  if (zeros[0] + zeros[1] === 0) return "utf-8"
  const many = bytes.length / 5
  if (zeros[1] > many && zeros[0] < zeros[1] / 20) return "utf-16le"
  return zeros[0] > many && zeros[1] < zeros[0] / 20 ? "utf-16be" : undefined
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
