/** No story exists: what to do next, in a few sentences. */
import type { Advice, Problem } from "@dramaturg/model"
import { aimIn, type Diction, dictionOf, doing, headIn } from "./diction.js"
import { openingIn, way } from "./why-not.js"
import { list } from "./answer-parts.js"

/** The obstacles that were found; without any, what was tried in vain and what was not tried to the end. */
export function adviceSentences(advice: Advice, problem: Problem): readonly string[] {
  const diction = dictionOf(problem)
  const found = [...demandSentences(diction, advice), ...limitSentences(diction, advice)]
  if (found.length > 0) return found
  const missing = reasonSentences(diction, advice)
  if (advice.unfinished > 0)
    return [
      ...missing,
      "Which demand or limit is in the way was not looked at to the end, for want of time or work: there may be one.",
    ]
  return missing.length > 0
    ? missing
    : ["No single demand left out and no single limit made a little wider opens one."]
}

function demandSentences(diction: Diction, { demands }: Advice): readonly string[] {
  return demands.map(({ without, story }) =>
    without.length === 1
      ? `The demand \`${without[0]}\` is in the way: without it there is a story, ${way(diction, story.plan)}.`
      : `The demands are in the way together: leaving out one of them does not do, but without all ${without.length} there is a story, ${way(diction, story.plan)}.`,
  )
}

function limitSentences(diction: Diction, { limits }: Advice): readonly string[] {
  return limits.map(
    (each) => `There is a story ${openingIn(diction, each)}: ${way(diction, each.story.plan)}.`,
  )
}

/** The most characters that a sentence names. */
const MOST = 3

function reasonSentences(diction: Diction, { unmotivated }: Advice): readonly string[] {
  if (unmotivated.kind === "unknown") return []
  if (unmotivated.kind === "none")
    return [
      "It is not for want of reasons: within these limits no acts lead to the end, whatever anybody wants.",
    ]
  const { plan, missing } = unmotivated
  const who = list(
    [...byCharacter(missing.slice(0, MOST))].map(
      ([character, acts]) =>
        `${doing(diction, character, "have")} no reason ${aims(diction, character, acts)}`,
    ),
  )
  const more = missing.length > MOST ? `, and ${missing.length - MOST} more reasons are missing` : ""
  return [headIn(diction, `${way(diction, plan)} would lead to the end, but ${who}${more}.`)]
}

/** `for a and b`, `to greet old Bob and to hide`. */
function aims(diction: Diction, character: string, acts: readonly string[]): string {
  if (diction.lexicon === null) return `for ${list(acts)}`
  return list(acts.map((each) => aimIn(diction, character, each)))
}

function byCharacter(
  missing: readonly { readonly act: string; readonly character: string }[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    missing.map(({ character }) => [
      character,
      missing.filter((each) => each.character === character).map((each) => each.act),
    ]),
  )
}
