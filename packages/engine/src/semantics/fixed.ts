/**
 * The properties that never change in any mind: booleans that no event writes and about which no statement
 * gives a belief. A surprise cannot change them either, since it repairs a boolean to the truth, which every
 * mind already has. Open ones are not among them, for they may be unknown, and supposed. Filling them in
 * early drops most instances of an event (D19).
 */
import type { Effect, Problem } from "@dramaturg/model"

/** The indices of the properties that never change. */
export function fixedProperties(problem: Problem): ReadonlySet<number> {
  const moving = new Set<number>()
  for (const event of [...problem.actions, ...problem.triggers]) collectWritten(event.effect, true, moving)
  for (const statement of problem.initial) collectWritten(statement, false, moving)
  const all = problem.properties.map((_, i) => i)
  return new Set(
    all.filter((each) => {
      const { type, isOpen } = problem.properties[each]
      return type === "boolean" && !isOpen && !moving.has(each)
    }),
  )
}

/**
 * Collects the properties that an effect writes; unless `everywhere`, only those that it writes in a mind.
 */
function collectWritten(effect: Effect, everywhere: boolean, into: Set<number>): void {
  switch (effect.kind) {
    case "assign":
      if (everywhere || effect.believers.length > 0) into.add(effect.fluent.property)
      return
    case "all":
      return effect.parts.forEach((each) => collectWritten(each, everywhere, into))
    case "forall":
    case "unforeseen":
      return collectWritten(effect.body, everywhere, into)
    case "believes":
      return collectWritten(effect.body, true, into)
    case "if":
      effect.branches.forEach(({ body }) => collectWritten(body, everywhere, into))
      if (effect.otherwise !== undefined) collectWritten(effect.otherwise, everywhere, into)
  }
}
