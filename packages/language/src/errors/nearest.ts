/** Finds, among some words, the one that another word was probably meant to be. */

/**
 * Returns the word of `words` with the fewest edits from `word`, or undefined if none is similar enough to
 * have been meant.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 60) return undefined
  const scored = words.map((each) => ({ each, distance: distance(word.toLowerCase(), each.toLowerCase()) }))
  const [best] = scored.sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= Math.ceil(word.length / 3) ? best.each : undefined
}

/** How many letters must be changed, inserted or dropped. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]
}
