/** No story exists: what to do next, in a few sentences. */
import type { Advice } from "@dramaturg/model"
import { openingWords, way } from "./why-not.js"
import { list } from "./words.js"

/** What stands in the way, as far as it was found. Where nothing was, it is said what was tried in vain and what was not tried to the end. */
export function adviceSentences(advice: Advice): readonly string[] {
  const found = [...demandSentences(advice), ...limitSentences(advice)]
  if (found.length > 0) return found
  const missing = reasonSentences(advice)
  if (advice.unfinished > 0) return [...missing, "Which demand or limit is in the way was not looked at to the end, for want of time or work: there may be one."]
  return missing.length > 0 ? missing : ["No single demand left out and no single limit made a little wider opens one."]
}

function demandSentences({ demands }: Advice): readonly string[] {
  return demands.map(({ without, story }) => without.length === 1
    ? `The demand \`${without[0]}\` is in the way: without it there is a story, ${way(story.plan)}.`
    : `The demands are in the way together: leaving out one of them does not do, but without all ${without.length} there is a story, ${way(story.plan)}.`)
}

function limitSentences({ limits }: Advice): readonly string[] {
  return limits.map((each) => `There is a story ${openingWords(each)}: ${way(each.story.plan)}.`)
}

/** More people than this are not named. */
const MOST = 3

function reasonSentences({ unmotivated }: Advice): readonly string[] {
  if (unmotivated.kind === "unknown") return []
  if (unmotivated.kind === "none") return ["It is not for want of reasons: within these limits no acts lead to the end, whatever anybody wants."]
  const { plan, missing } = unmotivated
  const who = list([...byCharacter(missing.slice(0, MOST))].map(([character, acts]) => `${character} has no reason for ${list(acts)}`))
  const more = missing.length > MOST ? `, and ${missing.length - MOST} more reasons are missing` : ""
  return [`${way(plan)} would lead to the end, but ${who}${more}.`]
}

function byCharacter(missing: readonly { readonly act: string; readonly character: string }[]): ReadonlyMap<string, readonly string[]> {
  return new Map(missing.map(({ character }) => [character, missing.filter((each) => each.character === character).map((each) => each.act)]))
}
