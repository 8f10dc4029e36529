/** Two worlds compared, in words. */
import type { Fate, Problem, Side, WhatIf } from "@dramaturg/model"
import { actIn, briefActIn, type Diction, dictionOf } from "./diction.js"
import { findingSentences } from "./finding.js"

export interface StoryWords {
  readonly headline: string
  readonly acts: readonly string[]
  readonly remarks: readonly string[]
}

export interface SideWords {
  readonly title: string
  readonly stories: readonly StoryWords[]
  /** Present where there is no story. */
  readonly none: string | null
}

/** Both worlds with their stories in words, and where the first stories part. */
export function whatIfSentences(
  { before, after, partsAfter }: WhatIf,
  problem: Problem,
): { readonly sides: readonly SideWords[]; readonly parting: string | null } {
  const diction = dictionOf(problem)
  const sides = [wordsOf(diction, "As it is", before), wordsOf(diction, "As it would be", after)]
  return {
    sides,
    parting:
      partsAfter === null ? null : partingOf(diction, [before.stories[0], after.stories[0]], partsAfter),
  }
}

const nones = {
  exhausted: "No story exists within the limits: every possibility was looked at.",
  limited: "No story was found before the search was stopped; there may be one.",
  impossible: "No story can begin in this world.",
}

function wordsOf(diction: Diction, title: SideTitle, { stories, none }: Side): SideWords {
  return {
    title,
    none: none && nones[none],
    stories: stories.map((each) => storyWords(diction, each, others[title])),
  }
}

type SideTitle = keyof typeof others

/**
 * By side: what happens to a story that the other world lacks, and how a sentence refers to that other world.
 */
const others = {
  "As it is": { otherwise: "vanishes", world: "then" },
  "As it would be": { otherwise: "appears", world: "before" },
}

function storyWords(
  diction: Diction,
  { story, holdsThere, review, missing }: Fate,
  { otherwise, world }: (typeof others)[SideTitle],
): StoryWords {
  const fate =
    holdsThere === null
      ? "the judge could not tell whether it remains"
      : holdsThere
        ? "it remains"
        : `it ${otherwise}`
  const first = review?.acts.find((each) => each.findings.length > 0)
  const found =
    review && first ? findingSentences({ occurrences: review.occurrences, diction }, first.findings) : []
  const remarks = found.map(
    (each) => `Act ${first!.number}, ${briefActIn(diction, first!.act)}, ${world}: ${each}`,
  )
  const ending =
    review && !first && !review.ending.isBetter
      ? [`It ends no better for the author ${world} than it begins.`]
      : []
  const lacking =
    missing === null
      ? []
      : [
          `Act ${story.plan.indexOf(missing) + 1}, ${briefActIn(diction, missing)}: nobody can do this ${world}; there is no such act.`,
        ]
  return {
    headline: `${story.plan.length === 1 ? "1 act" : `${story.plan.length} acts`}; ${fate}`,
    acts: story.plan,
    remarks: [...remarks, ...lacking, ...ending],
  }
}

function partingOf(
  diction: Diction,
  [before, after]: readonly (Fate | undefined)[],
  partsAfter: number,
): string | null {
  if (before === undefined || after === undefined) return null
  const [one, other] = [before, after].map(({ story }) => story.plan[partsAfter])
  if (one === undefined && other === undefined) return "The first story is the same in both."
  const [here, there] = [one, other].map((each) => (each === undefined ? "the end" : actIn(diction, each)))
  return `The first stories part at act ${partsAfter + 1}: ${here} as it is, ${there} as it would be.`
}
