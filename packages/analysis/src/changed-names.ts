/** Resolves the names in a what-if question: rules that are left out, characters who want something else. */
import { nearest } from "@dramaturg/language"
import { charactersOf, parseLabel, type Problem } from "@dramaturg/model"

/** The most names that a sentence lists. */
const MOST_NAMES = 20

/**
 * The world without these rules (names of triggers or actions), or a sentence naming those that it does not
 * have.
 */
export function withoutRules(problem: Problem, names: readonly string[]): Problem | string {
  const rules = [
    ...new Set(
      [...problem.triggers.filter((each) => !each.isHidden), ...problem.actions].map((each) => each.name),
    ),
  ]
  const missing = names.find((each) => !rules.includes(each))
  if (missing !== undefined) return unknown(missing, rules, "trigger or action", "no triggers or actions")
  const stays = (each: { readonly name: string }): boolean => !names.includes(each.name)
  return { ...problem, triggers: problem.triggers.filter(stays), actions: problem.actions.filter(stays) }
}

/** A sentence about the first of these characters that the world does not have; undefined: it has all. */
export function strangerAmong(problem: Problem, people: readonly string[]): string | undefined {
  const characters = charactersOf(problem)
  const stranger = people.find((each) => !characters.includes(each))
  return stranger === undefined ? undefined : unknown(stranger, characters, "character", "no characters")
}

function unknown(name: string, known: readonly string[], what: string, none: string): string {
  const lead = `There is no ${what} "${name}"`
  // For `walk(Tom, Home)`, which is an act, the sentence suggests its rule `walk`.
  const bare = parseLabel(name).name
  const near = known.includes(bare) ? bare : nearest(bare, known)
  if (near !== undefined) return `${lead}. Did you mean "${near}"?`
  if (known.length === 0) return `${lead}: there are ${none}.`
  const rest = known.length > MOST_NAMES ? ` and ${known.length - MOST_NAMES} more` : ""
  return `${lead}: there are ${known.slice(0, MOST_NAMES).join(", ")}${rest}.`
}
