/** One fact, and one want, as a plain sentence of its own. */
import type { Problem, Value } from "@dramaturg/model"
import { lexiconOf } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"

/** `loathes(Spike, Angelus)`, which is so: `Spike loathes Angelus`. Undefined where the world has no words for it. */
export function factWords(problem: Problem, fluent: string, value: Value): string | undefined {
  const lexicon = lexiconOf(problem)
  const fact = lexicon.fact(fluent, value)
  if (fact === undefined || !fact.isTold) return undefined
  return capitalised(say(newReference(lexicon, undefined), fact.clause, { tense: "present", mood: "finite", withoutSubject: false }))
}
