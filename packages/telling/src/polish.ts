/**
 * Lets somebody else rephrase a telling, sentence by sentence, and takes only what says the same: a language model, for instance.
 *
 * A rephrasing stands for one sentence, so it tells the same occurrences. Nobody here can judge whether other words mean the same; so it
 * may put the words into another order, change punctuation and add or leave out a few little ones (`the`, `and`, `then` …), and is
 * thrown away if any other word comes or goes, if a preposition governs something else, or if people and things change places.
 */
import type { Problem, Sentence, Telling } from "@dramaturg/model"
import { usualTongue } from "./tongues.js"

/** One text for each text, in the same order. Where fewer come back, the rest stays as it is. */
export type Rephrase = (texts: readonly string[]) => Promise<readonly string[]>

export interface Polished {
  readonly telling: Telling
  readonly taken: number
  readonly refused: readonly { readonly text: string; readonly rephrased: string; readonly because: string }[]
}

/** Asks for one paragraph at a time. */
export async function polish(telling: Telling, problem: Problem, rephrase: Rephrase): Promise<Polished> {
  const lossIn = usualTongue.wordsOf(problem).rephrasing()
  const refused: Polished["refused"][number][] = []
  const paragraphs: Telling["paragraphs"][number][] = []
  let taken = 0
  for (const { sentences } of telling.paragraphs) {
    const texts = (await rephrase(sentences.map((each) => each.text))).map((each) => each.replace(/[ \t\r\n]+/g, " "))
    paragraphs.push({ sentences: sentences.map((each, i): Sentence => {
      const rephrased = texts[i]?.trim() ?? ""
      if (rephrased === "" || rephrased === each.text) return each
      const because = lossIn(each.text, rephrased)
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
