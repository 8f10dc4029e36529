/**
 * Lets another program, such as a language model, rephrase a telling sentence by sentence, and accepts only
 * what says the same.
 *
 * A rephrasing stands for one sentence, so it tells the same occurrences. The program cannot judge whether
 * other words mean the same. So a rephrasing may only reorder the words, change punctuation, and add or leave
 * out a few small words (`the`, `and`, `then` …); it is refused if any other word comes or goes, if a
 * preposition governs another word, or if people and things change places.
 */
import type { Problem, Sentence, Telling } from "@dramaturg/model"
import { usualTongue } from "./tongues.js"

/** Returns one text for each text, in the same order; sentences without one stay as they are. */
export type Rephrase = (texts: readonly string[]) => Promise<readonly string[]>

/** The telling with the accepted sentences, how many these are, and those that were refused. */
export interface Polished {
  readonly telling: Telling
  readonly taken: number
  readonly refused: readonly { readonly text: string; readonly rephrased: string; readonly because: string }[]
}

/** Calls `rephrase` once for each paragraph. `refused` says why each refused text was refused. */
export async function polish(telling: Telling, problem: Problem, rephrase: Rephrase): Promise<Polished> {
  const lossIn = usualTongue.wordsOf(problem).rephrasing()
  const refused: Polished["refused"][number][] = []
  const paragraphs: Telling["paragraphs"][number][] = []
  let taken = 0
  for (const { sentences } of telling.paragraphs) {
    const texts = (await rephrase(sentences.map((each) => each.text))).map((each) =>
      each.replace(/[ \t\r\n]+/g, " "),
    )
    paragraphs.push({
      sentences: sentences.map((each, i): Sentence => {
        const rephrased = texts[i]?.trim() ?? ""
        if (rephrased === "" || rephrased === each.text) return each
        const because = lossIn(each.text, rephrased)
        if (because !== undefined) {
          refused.push({ text: each.text, rephrased, because })
          return each
        }
        taken++
        return { ...each, text: rephrased }
      }),
    })
  }
  return { telling: { ...telling, paragraphs }, taken, refused }
}
