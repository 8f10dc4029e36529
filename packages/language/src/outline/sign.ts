/** The sign before an entry of a list: a bullet, the author's own number, a box to tick. */

/** A line with its sign taken off. */
export interface Item {
  readonly sign: string
  /** The author's own number as written, without its full stop or brackets: `3`, `2.1`, `4a`, `IV`. */
  readonly written?: string
  readonly words: string
  readonly offset: number
}

const bullet = /[-*+•‣◦▪●○–—·]\s+/.source
const digits = /\p{Nd}{1,9}(?:\.\p{Nd}{1,9}){0,9}\p{Ll}?/u.source
const roman = /[IVXLC]{1,8}|[ivxlc]{1,8}/.source
/**
 * `3.`, `3)`, `(3)`, `3:`, `3 -`, `**3.**`, `3\.`, `IV.`, `a)`: a sign must end a number, or it is part of
 * the sentence.
 */
const plain = String.raw`(?:\*\*|__)?\(?(?<plain>${digits}|(?:${roman})(?=\\?[.)])|\p{L}(?=\\?\)))\\?(?:[.):](?:\*\*|__)?\.?|\s[-–—](?=\s))\s+`
/** `Scene 3:`, `Beat 3.`, `#3`, `No. 3`. */
const called = String.raw`(?:\*\*|__)?(?:(?:scene|beat|step|chapter|act|part|item|point|event|card|sequence|no\.?|nr\.?)\s*|#)(?<called>${digits}|${roman})(?:\*\*|__)?\s*[.):–—-](?:\*\*|__)?\s+`
const box = /(?:\[[ xX✓✔]\]|[☐☑☒✓✔✗✘])\s+/.source

const sign = new RegExp(`^(?:${bullet})?(?:${plain}|${called})?(?:${box})?`, "iu")

/** The line without its bullet, number and box; all of it if it has none. */
export function itemOf({ words, offset }: { readonly words: string; readonly offset: number }): Item {
  // A line that consists of a sign is an entry without words.
  const match = sign.exec(`${words} `)!
  const length = Math.min(match[0].length, words.length)
  const written = match.groups!.plain ?? match.groups!.called
  // `lc.` by itself is a word: a numeral numbers something.
  if (length === words.length && /^\p{L}{2}/u.test(match.groups!.plain ?? ""))
    return { sign: "", words, offset }
  return {
    sign: words.slice(0, length).trim(),
    words: words.slice(length),
    offset: offset + length,
    ...(written === undefined ? {} : { written }),
  }
}
