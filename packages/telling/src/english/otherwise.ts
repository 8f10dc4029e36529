/** What an act done in hope comes to in other cases (D43), as answers say it. */
import { parseLabel, type Prospect } from "@dramaturg/model"
import { caseIn, list, sentence } from "./answer-parts.js"
import { chainIn, type Diction, doing, headIn, questionIn } from "./diction.js"
import { wondering } from "./wondering.js"

/** Of more cases than these in which nothing is lost none is named, nor of several with two suppositions. */
const MOST_NAMED = 3

/** The same, each a sentence. */
export function otherwiseSentences(diction: Diction, prospect: Prospect | undefined): readonly string[] {
  return otherwiseIn(diction, prospect).map((each) =>
    prospect?.isToLearn === true ? `${headIn(diction, each)}.` : sentence(each),
  )
}

/** Clauses without a capital or a full stop. `prospect` undefined: it is not known. */
export function otherwiseIn(diction: Diction, prospect: Prospect | undefined): readonly string[] {
  if (prospect === undefined || prospect.others.length === 0) return [wondering.otherwise]
  const { character, hoped, others, isToLearn } = prospect
  if (isToLearn) {
    const questions = hoped.map(({ fluent }) => questionIn(diction, parseLabel(fluent), character))
    return [
      `${doing(diction, character, "have")} ${wondering.everyCase}: ${wondering.learning} ${questions.join(" and ")}`,
    ]
  }
  const better = others.flatMap(({ case: other, plan }) => (plan === undefined ? [] : [{ other, plan }]))
  const idle = others.filter(({ plan }) => plan === undefined).map((each) => caseIn(diction, each.case))
  return [
    ...better.map(({ other, plan }) =>
      plan.length === 0
        ? `if ${caseIn(diction, other)}, it is worth it, too`
        : `if ${caseIn(diction, other)}, it leads on to ${chainIn(diction, plan)}`,
    ),
    ...(idle.length > MOST_NAMED || (idle.length > 1 && hoped.length > 1)
      ? [wondering.otherwise]
      : idle.length === 0
        ? []
        : [`if ${list(idle, "or")}, ${wondering.nothingLost}`]),
  ]
}
