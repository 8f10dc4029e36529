/**
 * The IFID of a story (Treaty of Babel): a UUID of version 4 in capitals, made from the name alone, so that
 * all exports of a story share it.
 */
export function ifidOf(name: string): string {
  const words = [0x811c9dc5, 0x01000193, 0x9747b28c, 0x5bd1e995].map((start) => hash(name, start))
  const digits = words.map((each) => each.toString(16).padStart(8, "0")).join("")
  const variant = "89ab"[parseInt(digits[16], 16) % 4]
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`.toUpperCase()
}

function hash(text: string, start: number): number {
  let value = start
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) ^ (value >>> 13)
  return value >>> 0
}
