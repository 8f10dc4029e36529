/** English prose, as the language-independent part of telling asks for it. */
import { finished, type Problem, templateFor } from "@dramaturg/model"
import type { SlicedWords, Tongue } from "../tongue.js"
import { factWords, nameWords, wantSentence } from "./fact-words.js"
import { lexiconOf } from "./lexicon.js"
import { lossIn, namesIn } from "./loss.js"
import { capitalised } from "./names.js"
import { notesFor } from "./notes.js"
import { choiceWords, endingWords, turnRemarks, waitWords } from "./play.js"
import { realise } from "./realise.js"
import { sentencesIn } from "./template.js"

export const english: Tongue = {
  slicedWordsOf,
  wordsOf(problem) {
    const sliced = slicedWordsOf(problem)
    return {
      ...sliced,
      realise: (discourse, fabula, manner) => finished(sliced.realise(discourse, fabula, manner)),
      notes: (fabula, paragraphs) => finished(sliced.notes(fabula, paragraphs)),
      heading: (entity) => capitalised(nameWords(problem, entity)),
      fact(fluent, value) {
        const words = factWords(problem, fluent, value)
        return words && `${words}.`
      },
      choices(player, acts) {
        const words = [
          ...choiceWords(
            problem,
            player,
            acts.filter((each) => each !== null),
          ),
        ]
        return acts.map((each) => (each === null ? waitWords : words.shift()!))
      },
      remarks: (player, events, told) => turnRemarks(problem, player, events, told),
      ending: (ending, player) => endingWords(ending, problem, player),
      rephrasing() {
        const names = namesIn(problem)
        return (text, rephrased) => lossIn(text, rephrased, names)
      },
    }
  },
}

function slicedWordsOf(problem: Problem): SlicedWords {
  const lexicon = lexiconOf(problem)
  const events = [...problem.actions, ...problem.triggers]
  return {
    hasFactWords: (fluent, value) => lexicon.fact(fluent, value)?.isTold === true,
    hasWords: (trigger) => sentencesIn(templateFor(problem, events, trigger)?.told).length > 0,
    want: (character) => wantSentence(problem, character),
    realise: (discourse, fabula, manner) => realise(discourse, fabula, manner, lexicon),
    notes: (fabula, paragraphs) => notesFor(fabula, paragraphs, lexicon),
  }
}
