/** A plot compared in two worlds, in words: what changes, and the findings before and after. */
import type { ActFate, PlotWhatIf, Problem, Review } from "@dramaturg/model"
import { dictionOf } from "./diction.js"
import { findingSentences } from "./finding.js"
import { type ActSentences, reviewSentences, type UnreadSentences, verdictWords } from "./review.js"
import { list } from "./answer-parts.js"

export interface PlotWhatIfSentences {
  /** One entry for each act. Findings are listed where they change. */
  readonly acts: readonly ActSentences[]
  /** Items that are no acts. */
  readonly others: readonly UnreadSentences[]
  readonly whole: readonly string[]
}

const AS_IT_IS = "As it is"
const AS_IT_WOULD_BE = "As it would be"

/** What becomes of each act of a plot, and of the plot, in two worlds. */
export function plotWhatIfSentences(answer: PlotWhatIf, problem: Problem): PlotWhatIfSentences {
  const { acts, before } = answer
  return {
    acts: acts.map((each) => wordsOf(each, answer, problem)),
    others: before === null ? [] : reviewSentences(before, problem).others,
    whole: [changesOf(answer), ...wholes(answer, problem)],
  }
}

function wordsOf(fate: ActFate, { before, after }: PlotWhatIf, problem: Problem): ActSentences {
  const { item, act, change } = fate
  const [one, other] = [verdictOf(fate.before), verdictOf(fate.after)]
  const verdict = one === other ? one : `${one} → ${other}`
  if (change === null) return { item, act, verdict, sentences: [] }
  const against = (world: string, review: Review | null): readonly string[] => {
    const found = review?.acts.find((each) => each.item === item)
    return review && found
      ? findingSentences(
          { occurrences: review.occurrences, diction: dictionOf(problem) },
          found.findings,
        ).map((each) => `${world}: ${each}`)
      : []
  }
  const missing =
    fate.after === "missing"
      ? [`${AS_IT_WOULD_BE}: there is no such act; what follows was judged without it.`]
      : []
  return {
    item,
    act,
    verdict,
    sentences: [...against(AS_IT_IS, before), ...missing, ...against(AS_IT_WOULD_BE, after)],
  }
}

function verdictOf(verdict: ActFate["after"]): string {
  if (verdict === null) return "cannot begin"
  return verdict === "missing" ? "no such act" : verdictWords[verdict]
}

function changesOf({ acts, before, after }: PlotWhatIf): string {
  if (before === null || after === null)
    return "In one of the two worlds no story can begin, so that nothing can be compared."
  const changed = acts.filter((each) => each.change === "verdict").map((each) => each.item)
  const otherwise = acts.filter((each) => each.change === "findings").map((each) => each.item)
  const open = acts
    .filter((each) => each.before === "limited" || each.after === "limited")
    .map((each) => each.item)
  const first =
    changed.length === 0
      ? open.length === acts.length
        ? ""
        : `${open.length === 0 ? "No" : "No other"} act's verdict changes.`
      : `The verdict of ${named(changed)} changes.`
  const second =
    otherwise.length === 0
      ? ""
      : `${first === "" ? "T" : " T"}he cause is another one for ${named(otherwise)}.`
  const third = open.length === 0 ? "" : ` What becomes of ${named(open)} could not be told.`
  return `${first}${second}${third}`.trim()
}

function named(items: readonly string[]): string {
  return `${items.length === 1 ? "act" : "acts"} ${list(items)}`
}

/** The review as a whole; once, if it is the same in both worlds. */
function wholes({ acts, before, after }: PlotWhatIf, problem: Problem): readonly string[] {
  const gone = acts.filter((each) => each.after === "missing").map((each) => each.item)
  const [one, other] = [before, after].map((each) =>
    each === null ? "No story can begin in this world." : reviewSentences(each, problem).whole,
  )
  if (gone.length > 0)
    return [
      `${AS_IT_IS}: ${one}`,
      `${AS_IT_WOULD_BE}, without ${named(gone)}, which nobody can do then: ${other}`,
    ]
  return one === other
    ? [`${AS_IT_IS} and as it would be: ${one}`]
    : [`${AS_IT_IS}: ${one}`, `${AS_IT_WOULD_BE}: ${other}`]
}
