/** Writes a story down once more, with what people believe of one another's beliefs. */
import { chronicle } from "@dramaturg/engine"
import type { Fabula, Problem } from "@dramaturg/model"
import { factWords } from "@dramaturg/telling"
import { factKey } from "../../words.js"
import type { Job } from "../job.js"
import type { DeeperStory } from "../protocol.js"
import { readWorld } from "../read-world.js"
import { breathe } from "../slices.js"

export const nested: Job<"nested"> = async ({ world, plan }, helm) => {
  const { problem } = readWorld(world)
  if (!problem) return { kind: "refused", sentence: "There is a mistake in the text; it has to be mended first." }
  await breathe(helm)
  const fabula = chronicle(problem, { plan, explanations: [] }, { depth: 2 })
  return { kind: "nested", fabula, words: wordsFor(problem, fabula) }
}

function wordsFor(problem: Problem, { start, occurrences }: Fabula): DeeperStory["words"] {
  const workings = new Set(problem.properties.filter((each) => each.isHidden || (!each.told && each.origin?.file.startsWith("@lib/"))).map((each) => each.name))
  const facts = [...start, ...occurrences.flatMap((each) => each.changes.flatMap(({ fluent, before, after }) => [{ fluent, value: before }, { fluent, value: after }]))]
  return Object.fromEntries(facts.flatMap(({ fluent, value }): readonly (readonly [string, string | null])[] => {
    if (workings.has(fluent.slice(0, fluent.indexOf("(")))) return [[factKey(fluent, value), null]]
    const words = factWords(problem, fluent, value)
    return words === undefined ? [] : [[factKey(fluent, value), words]]
  }))
}
