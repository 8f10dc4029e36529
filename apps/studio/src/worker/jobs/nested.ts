/** Writes a story down once more, with what people believe of one another's beliefs. */
import { askKnowledge, mistakeIn } from "@dramaturg/analysis"
import type { Fabula, Problem } from "@dramaturg/model"
import { factWords } from "@dramaturg/telling"
import { factKey } from "../../words.js"
import { answering } from "@dramaturg/web/answering"
import type { Job } from "@dramaturg/web/job"
import type { DeeperStory, Refused, World } from "../protocol.js"
import { readWorld } from "@dramaturg/web/read-world"

export const nested: Job<
  { readonly world: World; readonly plan: readonly string[] },
  DeeperStory | Refused
> = async ({ world, plan }, context) => {
  const result = await answering(world, context, (read) =>
    askKnowledge(read, { story: { file: "<story>", text: plan.join("\n") }, depth: 2 }),
  )
  switch (result.kind) {
    case "known":
      return {
        kind: "nested",
        fabula: result.fabula,
        words: wordsFor(readWorld(world).problem!, result.fabula),
      }
    case "unread":
      return { kind: "refused", sentence: mistakeIn(result.remarks) }
    case "too-deep":
      return {
        kind: "refused",
        sentence: `With ${result.people} people there are too many minds within minds to be told of.`,
      }
    case "halt":
      return { kind: "refused", sentence: result.sentence }
    default:
      return result
  }
}

function wordsFor(problem: Problem, { start, occurrences }: Fabula): DeeperStory["words"] {
  const workings = new Set(
    problem.properties
      .filter((each) => each.isHidden || (!each.told && each.origin?.file.startsWith("@lib/")))
      .map((each) => each.name),
  )
  const facts = [
    ...start,
    ...occurrences.flatMap((each) =>
      each.changes.flatMap(({ fluent, before, after }) => [
        { fluent, value: before },
        { fluent, value: after },
      ]),
    ),
  ]
  return Object.fromEntries(
    facts.flatMap(({ fluent, value }): readonly (readonly [string, string | null])[] => {
      if (workings.has(fluent.name)) return [[factKey(fluent, value), null]]
      const words = factWords(problem, fluent, value)
      return words === undefined ? [] : [[factKey(fluent, value), words]]
    }),
  )
}
