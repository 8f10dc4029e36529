/** What came of a scenario, in an author's words. */
import {
  asItIs,
  type EndingAnswer,
  type Expression,
  type Fulfilment,
  type Lack,
  type Problem,
  referenceTo,
  type ScenarioOutcome,
  type Solution,
} from "@dramaturg/model"
import { actIn, chainIn, codeIn, type Diction, dictionOf, headIn } from "./diction.js"
import { endingIn } from "./why-not.js"
import { believed, isSo, list, place, sentence } from "./answer-parts.js"

/** One expectation of a scenario and its outcome, in words. */
export interface FulfilmentWords {
  /** What was expected, as the author wrote it. */
  readonly expected: string
  /** Why it is met, or why not. */
  readonly because: readonly string[]
}

/** One entry for each expectation. */
export function scenarioSentences(
  { fulfilments }: ScenarioOutcome,
  problem: Problem,
): readonly FulfilmentWords[] {
  const diction = dictionOf(problem)
  return fulfilments.map((each) => ({
    expected: each.expectation.text,
    because: [...knowing(diction, problem, each), ...becauseOf(diction, each)],
  }))
}

/** Who knows what, where that is expected and so. */
function knowing(diction: Diction, problem: Problem, { isMet, expectation }: Fulfilment): readonly string[] {
  if (isMet !== true || expectation.kind !== "holds" || expectation.negated) return []
  const words = knowingIn(diction, problem, expectation.condition)
  return words === undefined ? [] : [headIn(diction, `${words}.`)]
}

/** `Al believes that Bo knows which side is up`; undefined of conditions about anything else. */
function knowingIn(
  diction: Diction,
  problem: Problem,
  condition: Expression,
  believers: readonly string[] = [],
): string | undefined {
  const isDenied = condition.kind === "not"
  const inner = isDenied ? condition.body : condition
  if (inner.kind === "believes" && !isDenied && inner.character.kind === "constant")
    return knowingIn(diction, problem, inner.body, [...believers, String(inner.character.value)])
  if (inner.kind !== "knows" || inner.character.kind !== "constant") return undefined
  const values = inner.fluent.arguments.flatMap((each) => (each.kind === "constant" ? [each.value] : []))
  if (values.length < inner.fluent.arguments.length) return undefined
  const fluent = referenceTo(problem.properties[inner.fluent.property].name, values)
  const chain = [...believers, String(inner.character.value)]
  return believed(diction, chain, fluent, isDenied ? null : asItIs)
}

function becauseOf(diction: Diction, { evidence, expectation }: Fulfilment): readonly string[] {
  switch (evidence.kind) {
    case "start":
      return ["It is so from the start."]
    case "lacks":
      return [...evidence.lacks.map((each) => lacking(diction, each)), ...told(diction, evidence.story)]
    case "none":
      return [proofs[evidence.proof], ...(evidence.answer === null ? [] : openings(diction, evidence.answer))]
    case "story": {
      const { occurrence, story } = evidence
      if (expectation.kind !== "act") return told(diction, story)
      return [
        occurrence === undefined
          ? "It does not happen in the story that is told."
          : `${actIn(diction, occurrence)} happens in the story that is told.`,
        ...told(diction, story),
      ]
    }
  }
}

const proofs = {
  impossible:
    "There is no story: nothing that can happen in this world brings it about, whatever anybody wants.",
  exhausted: "There is no story, within the limits: every possibility was looked at.",
  limited: "No story was found before the search was stopped; there may be one.",
}

function told(diction: Diction, { plan }: Solution): readonly string[] {
  return plan.length === 0 ? [] : [`The story: ${chainIn(diction, plan)}.`]
}

/** The proof has been told already. */
function openings(diction: Diction, answer: EndingAnswer): readonly string[] {
  return answer.kind === "reached" ? [] : endingIn(diction, answer).slice(1)
}

function lacking(diction: Diction, { condition, origin, reads }: Lack): string {
  const facts = list(reads.map((each) => factIn(diction, each)))
  return sentence(
    `${codeIn(diction, condition)}${place(origin)} does not hold at the end${facts === "" ? "" : `: ${facts}`}`,
  )
}

function factIn(diction: Diction, { believers, fluent, value }: Lack["reads"][number]): string {
  const isOfKnowing = value === asItIs || (value === null && believers.length > 0)
  if (diction.lexicon !== null || isOfKnowing) return believed(diction, believers, fluent, value)
  return `${believers.length === 0 ? "" : `${believers.join("’s ")} believes: `}${isSo(diction, fluent, value)}`
}
