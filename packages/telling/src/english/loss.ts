/** Whether a rephrased English sentence still says the same: a comparison of words. */
import type { Problem } from "@dramaturg/model"
import { splitName } from "./act-identifiers.js"
import { lexiconOf } from "./lexicon.js"

/**
 * What a rephrasing loses or adds, as the reason to refuse it; undefined: nothing. `names`: see `namesIn`.
 */
export function lossIn(text: string, rephrased: string, names: readonly string[]): string | undefined {
  if (/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u.test(rephrased))
    return "it holds control characters"
  const differs = (found: (words: string) => readonly string[]): boolean =>
    found(text).join() !== found(rephrased).join()
  if (differs(speechIn)) return "what is said aloud is not the same"
  if (differs((words) => namesMentioned(words, names))) return "it does not name the same people and things"
  if (differs(numbersIn)) return "a number is not the same"
  if (denialsIn(text) !== denialsIn(rephrased)) return "something is denied in one and not in the other"
  const ratio = rephrased.length / text.length
  if (ratio > 2 || ratio < 0.5) return "it is much longer or shorter"
  if (differs((words) => namesInOrder(words, names))) return "people and things have changed places"
  return (
    wordsLost(text, rephrased) ?? (differs(governed) ? "a preposition governs something else" : undefined)
  )
}

/** Words that a rephrasing may add or leave out. */
const little = new Set(["a", "an", "the", "and", "then", "but", "also", "too"])

/** The words outside direct speech, in small letters, without those small words. */
function wordsIn(words: string): readonly string[] {
  const plain = words
    .replace(/[“"][^”"]*[”"]/g, " ")
    .toLowerCase()
    .replace(/’/g, "'")
  return (plain.match(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu) ?? []).filter(
    (each) => !little.has(each),
  )
}

function wordsLost(text: string, rephrased: string): string | undefined {
  const [before, after] = [wordsIn(text).toSorted(), wordsIn(rephrased).toSorted()]
  const added = firstBeyond(after, before)
  if (added !== undefined) return `it says “${added}”, which the sentence does not`
  const lost = firstBeyond(before, after)
  return lost === undefined ? undefined : `it leaves out “${lost}”`
}

/** The first word that `one` has more often than `other`. */
function firstBeyond(one: readonly string[], other: readonly string[]): string | undefined {
  const left = [...other]
  return one.find((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const prepositions = new Set(
  `about above across after against along among around at before behind below beneath beside between beyond by during for from in inside into
  like near of on onto out outside over past since through to toward towards under until upon via with within without`.split(
    /\s+/,
  ),
)

/** Each preposition with the word that it governs. */
function governed(words: string): readonly string[] {
  const all = wordsIn(words)
  return all.flatMap((each, i) => (prepositions.has(each) ? [`${each} ${all[i + 1] ?? ""}`] : [])).sort()
}

function namesInOrder(words: string, names: readonly string[]): readonly string[] {
  const plain = words.toLowerCase()
  const mentioned = namesMentioned(words, names)
  const longest = mentioned.filter(
    (each) => !mentioned.some((other) => other !== each && other.includes(each)),
  )
  return longest.toSorted((a, b) => plain.indexOf(a) - plain.indexOf(b))
}

/** The names of a world's entities: those that the author gave, and those made of identifiers. */
export function namesIn(problem: Problem): readonly string[] {
  const lexicon = lexiconOf(problem)
  return problem.entities
    .flatMap(({ name }) => [lexicon.noun(name).text.replace(/^the /, ""), splitName(name).join(" ")])
    .filter((each) => each.length > 1)
}

function namesMentioned(words: string, names: readonly string[]): readonly string[] {
  const plain = words.toLowerCase()
  return [...new Set(names.map((each) => each.toLowerCase()))]
    .filter((each) =>
      new RegExp(`(^|[^\\p{L}])${each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^\\p{L}])`, "u").test(plain),
    )
    .sort()
}

function speechIn(words: string): readonly string[] {
  return words.match(/[“"][^”"]*[”"]/g) ?? []
}

const numbers =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|once|twice)\b/gi

function numbersIn(words: string): readonly string[] {
  return (words.match(numbers) ?? []).map((each) => each.toLowerCase()).sort()
}

function denialsIn(words: string): number {
  return (
    (words.match(/\b(not|never|nobody|nothing|none|neither|nor|without|no longer)\b|n[’']t\b/gi) ?? [])
      .length % 2
  )
}
