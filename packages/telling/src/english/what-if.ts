/** Two worlds side by side, in words. */
import type { Fate, Side, WhatIf } from "@dramaturg/model"
import { findingSentences } from "./finding.js"

export interface StoryWords {
  readonly headline: string
  readonly acts: readonly string[]
  readonly remarks: readonly string[]
}

export interface SideWords {
  readonly title: string
  readonly stories: readonly StoryWords[]
  /** Where there is no story. */
  readonly none: string | null
}

export function whatIfSentences({ before, after, partsAfter }: WhatIf): { readonly sides: readonly SideWords[]; readonly parting: string | null } {
  const sides = [wordsOf("As it is", before, "vanishes"), wordsOf("As it would be", after, "appears")]
  return { sides, parting: partingOf(before.stories[0], after.stories[0], partsAfter) }
}

const nones = {
  exhausted: "No story exists within the limits: every possibility was looked at.",
  limited: "No story was found before the search was stopped; there may be one.",
  impossible: "No story can begin in this world.",
}

function wordsOf(title: string, { stories, none }: Side, otherwise: string): SideWords {
  return { title, none: none && nones[none], stories: stories.map((each) => storyWords(each, otherwise)) }
}

function storyWords({ story, holdsThere, review, missing }: Fate, otherwise: string): StoryWords {
  const fate = holdsThere === null ? "the judge could not tell whether it remains" : holdsThere ? "it remains" : `it ${otherwise}`
  const first = review?.acts.find((each) => each.findings.length > 0)
  const world = otherwise === "vanishes" ? "then" : "before"
  const remarks = review && first ? findingSentences(review, first.findings).map((each) => `Act ${first.number}, ${first.act}, ${world}: ${each}`) : []
  const ending = review && !first && !review.ending.isBetter ? [`It ends no better for the author ${world} than it begins.`] : []
  const lacking = missing === null ? [] : [`Act ${story.plan.indexOf(missing) + 1}, ${missing}: nobody can do this ${world}; there is no such act.`]
  return { headline: `${story.plan.length === 1 ? "1 act" : `${story.plan.length} acts`}; ${fate}`, acts: story.plan, remarks: [...remarks, ...lacking, ...ending] }
}

function partingOf(before: Fate | undefined, after: Fate | undefined, partsAfter: number | null): string | null {
  if (partsAfter === null || before === undefined || after === undefined) return null
  const [one, other] = [before.story.plan[partsAfter], after.story.plan[partsAfter]]
  if (one === undefined && other === undefined) return "The first story is the same in both."
  return `The first stories part at act ${partsAfter + 1}: ${one ?? "the end"} as it is, ${other ?? "the end"} as it would be.`
}
