/** Finds the name that an author probably meant. */

/** A sentence for a hint, or undefined if no name is close. */
export function didYouMean(word: string, names: Iterable<string>): string | undefined {
  const best = closest(word, names)
  return best === undefined ? undefined : `Did you mean \`${best}\`?`
}

const mostCandidates = 2000

/**
 * The nearest name by edits (insert, drop, change, swap); a change of case counts half an edit. At most a
 * third of the word may differ. Words of one or two letters are near to nearly every word of their length,
 * so only their case may differ.
 */
export function closest(word: string, names: Iterable<string>): string | undefined {
  if (word.length > 60) return undefined
  const allowed = word.length < 3 ? 0.5 : Math.floor(word.length / 3)
  let best: string | undefined
  let bestDistance = allowed + 0.25
  let looked = 0
  for (const name of names) {
    if (++looked > mostCandidates) break
    if (name === word || Math.abs(name.length - word.length) >= bestDistance) continue
    const distance = name.toLowerCase() === word.toLowerCase() ? 0.5 : edits(word, name)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

function edits(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + change)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1)
    }
    before = above
    above = row
  }
  return above[b.length]
}
