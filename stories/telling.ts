/** What the tests of the corpus share: from a world's text to its story, in process. */
import { startSearch, type Search } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Problem, Solution } from "@dramaturg/model"

export interface Outcome {
  readonly status: Search["status"]
  readonly solution: Solution | null
  readonly plan: readonly string[]
}

export function compiled(text: string): Problem {
  const { problem, diagnostics } = compileStory(text, { file: "world.drama" })
  if (problem === undefined)
    throw new Error(`This is not a world: ${diagnostics.map((each) => each.message).join(" ")}`)
  return problem
}

/** The story within the limits that the world declares for itself. */
export function storyOf(problem: Problem, goal?: number): Outcome {
  const search = startSearch(problem, { goal, maxVisited: 200_000 })
  while (search.status === "searching") search.step(1000)
  const solution = search.story?.solution ?? null
  return { status: search.status, solution, plan: solution?.plan ?? [] }
}

export function limitsOf({ limits }: Problem): {
  author: number | null
  character: number | null
  belief: number | null
} {
  return { author: limits.author ?? null, character: limits.character ?? null, belief: limits.belief ?? null }
}

/** A problem without its thread to the text: what two texts have in common when they mean the same. */
export function meaningOf(problem: Problem): unknown {
  return JSON.parse(
    JSON.stringify(problem, (key, value: unknown) =>
      key === "origin" || key === "name" ? undefined : value,
    ),
  )
}
