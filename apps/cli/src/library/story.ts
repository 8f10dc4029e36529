/** A story as a program holds it, and the plots that questions take. */
import type { PlotText } from "@dramaturg/analysis"
import type { Explanations, Solution } from "@dramaturg/model"
import { UsageError } from "./errors.js"
import { named } from "./options.js"
import { checkWorld, type World } from "./world.js"

/** A story with its reasons: plain data, which `JSON.stringify` keeps and `storyOf` takes back. */
export interface Story extends Solution {
  /** The acts in order, e.g. `walk(Tom, Cottage, Market)`. */
  readonly plan: readonly string[]
  /**
   * For each act, by the name of each character who consents to it, the rest of the plan they have in mind.
   */
  readonly explanations: readonly Explanations[]
  /** What the end is worth to the author, in the world's own units; null: not known. */
  readonly utility: number | null
}

/**
 * A story or an outline of one: a story with its reasons, acts alone, or a text (acts by name, one a line; or
 * told in the world's words; or what `dramaturg tell --json` printed). `name` stands in remarks on the text.
 */
export type Plot =
  | Solution
  | { readonly plan: readonly string[] }
  | string
  | { readonly text: string; readonly name?: string }

const homes = new WeakMap<Story, World>()

/** Makes the story that a program holds, and remembers whose it is. */
export function storyIn(world: World, { plan, explanations }: Solution, utility: number | null): Story {
  const story: Story = { plan, explanations, utility }
  homes.set(story, world)
  return story
}

/**
 * Makes a story of plain data, e.g. of one that was kept as JSON. It is not checked: `verify` does that.
 * `data`: `plan` (acts), and, if they are known, `explanations` (one for each act) and `utility`. Throws a
 * UsageError if the data has another shape.
 */
export function storyOf(
  world: World,
  data: {
    readonly plan: readonly string[]
    readonly explanations?: readonly Explanations[]
    readonly utility?: number | null
  },
): Story {
  checkWorld("storyOf", world)
  if (!isPlan(data))
    throw new UsageError(`storyOf() takes an object with \`plan\`, an array of acts, not ${named(data)}.`)
  const { plan, explanations = plan.map(() => ({})), utility = null } = data
  if (!Array.isArray(explanations) || explanations.length !== plan.length)
    throw new UsageError("storyOf() takes one explanation for each act of `plan`, or none at all.")
  return storyIn(world, { plan, explanations }, utility)
}

/** The world of a story. Throws a UsageError if the library did not make it. */
export function homeOf(call: string, story: unknown): World {
  const world = typeof story === "object" && story !== null ? homes.get(story as Story) : undefined
  if (world === undefined)
    throw new UsageError(
      `${call}() takes a story that tell(), stories() or storyOf() made, not ${story === undefined ? "nothing" : named(story)}.`,
    )
  return world
}

/** The text of a plot, for questions that read one. Throws a UsageError if it is none. */
export function plotText(call: string, plot: unknown): PlotText {
  if (typeof plot === "string") return { file: "<plot>", text: plot }
  if (isPlan(plot)) {
    const { plan, explanations } = plot as Partial<Solution> & { readonly plan: readonly string[] }
    return { file: "<story>", text: JSON.stringify({ plan, explanations }) }
  }
  const { text, name = "<plot>" } = (plot ?? {}) as { readonly text?: unknown; readonly name?: unknown }
  if (typeof text === "string" && typeof name === "string") return { file: name, text }
  throw new UsageError(
    `${call}() takes a story, an object with \`plan\`, or the text of an outline, not ${plot === undefined ? "nothing" : named(plot)}.`,
  )
}

function isPlan(value: unknown): value is { readonly plan: readonly string[] } {
  const { plan } = (value ?? {}) as { readonly plan?: unknown }
  return Array.isArray(plan) && plan.every((each) => typeof each === "string")
}
