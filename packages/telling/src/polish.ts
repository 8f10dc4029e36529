/**
 * Lets somebody else rephrase a telling, sentence by sentence, and takes only what says the same: a language model, for instance.
 *
 * A rephrasing stands for one sentence, so it tells the same occurrences. It is thrown away if it names anybody or anything that
 * the sentence does not, or leaves out whom it names; if a number, a denial or what is said aloud differs; or if it is much longer or shorter.
 */
import type { Problem, Sentence, Telling } from "@dramaturg/model"
import { splitName } from "./english/identifiers.js"
import { lexiconOf } from "./english/lexicon.js"

/** One text for each text, in the same order. Where fewer come back, the rest stays as it is. */
export type Rephrase = (texts: readonly string[]) => Promise<readonly string[]>

export interface Polished {
  readonly telling: Telling
  readonly taken: number
  readonly refused: readonly { readonly text: string; readonly rephrased: string; readonly because: string }[]
}

/** Asks for one paragraph at a time. */
export async function polish(telling: Telling, problem: Problem, rephrase: Rephrase): Promise<Polished> {
  const names = namesIn(problem)
  const refused: Polished["refused"][number][] = []
  const paragraphs: Telling["paragraphs"][number][] = []
  let taken = 0
  for (const { sentences } of telling.paragraphs) {
    const texts = await rephrase(sentences.map((each) => each.text))
    paragraphs.push({ sentences: sentences.map((each, i): Sentence => {
      const rephrased = texts[i]?.trim() ?? ""
      if (rephrased === "" || rephrased === each.text) return each
      const because = lossIn(each.text, rephrased, names)
      if (because !== undefined) {
        refused.push({ text: each.text, rephrased, because })
        return each
      }
      taken++
      return { ...each, text: rephrased }
    }) })
  }
  return { telling: { ...telling, paragraphs }, taken, refused }
}

/** What a rephrasing loses or adds; undefined: nothing. */
export function lossIn(text: string, rephrased: string, names: readonly string[]): string | undefined {
  const differs = (found: (words: string) => readonly string[]): boolean => found(text).join() !== found(rephrased).join()
  if (differs(speechIn)) return "what is said aloud is not the same"
  if (differs((words) => namesMentioned(words, names))) return "it does not name the same people and things"
  if (differs(numbersIn)) return "a number is not the same"
  if (denialsIn(text) !== denialsIn(rephrased)) return "something is denied in one and not in the other"
  const ratio = rephrased.length / text.length
  return ratio > 2 || ratio < 0.5 ? "it is much longer or shorter" : undefined
}

function namesIn(problem: Problem): readonly string[] {
  const lexicon = lexiconOf(problem)
  return problem.entities.flatMap(({ name }) => [lexicon.noun(name).text.replace(/^the /, ""), splitName(name).join(" ")]).filter((each) => each.length > 1)
}

function namesMentioned(words: string, names: readonly string[]): readonly string[] {
  const plain = words.toLowerCase()
  return [...new Set(names.map((each) => each.toLowerCase()))].filter((each) => new RegExp(`(^|[^\\p{L}])${each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^\\p{L}])`, "u").test(plain)).sort()
}

function speechIn(words: string): readonly string[] {
  return words.match(/[“"][^”"]*[”"]/g) ?? []
}

const numbers = /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|once|twice)\b/gi

function numbersIn(words: string): readonly string[] {
  return (words.match(numbers) ?? []).map((each) => each.toLowerCase()).sort()
}

function denialsIn(words: string): number {
  return (words.match(/\b(not|never|nobody|nothing|none|neither|nor|without|no longer)\b|n[’']t\b/gi) ?? []).length % 2
}
