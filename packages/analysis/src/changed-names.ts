/** What somebody who asks "what if" names of a world: rules that there would not be, people who would want something else. */
import { nearest } from "@dramaturg/language"
import { charactersOf, parseLabel, type Problem } from "@dramaturg/model"

/** Of a longer list of names only the first are told. */
const MOST_NAMES = 20

/** The world without these rules (triggers or actions, whatever they are about), or the sentence that says which of them it has not. */
export function withoutRules(problem: Problem, names: readonly string[]): Problem | string {
  const rules = [...new Set([...problem.triggers.filter((each) => !each.isHidden), ...problem.actions].map((each) => each.name))]
  const missing = names.find((each) => !rules.includes(each))
  if (missing !== undefined) return unknown(missing, rules, "trigger or action", "no triggers or actions")
  const stays = (each: { readonly name: string }): boolean => !names.includes(each.name)
  return { ...problem, triggers: problem.triggers.filter(stays), actions: problem.actions.filter(stays) }
}

/** The sentence that says which of these people the world has not; undefined: it has all. */
export function strangerAmong(problem: Problem, people: readonly string[]): string | undefined {
  const characters = charactersOf(problem)
  const stranger = people.find((each) => !characters.includes(each))
  return stranger === undefined ? undefined : unknown(stranger, characters, "character", "no characters")
}

function unknown(name: string, known: readonly string[], what: string, none: string): string {
  const lead = `There is no ${what} "${name}"`
  // A single act, `walk(Tom, Home)`, is no rule; the rule that it comes of is.
  const bare = parseLabel(name).name
  const near = known.includes(bare) ? bare : nearest(bare, known)
  if (near !== undefined) return `${lead}. Did you mean "${near}"?`
  if (known.length === 0) return `${lead}: there are ${none}.`
  const rest = known.length > MOST_NAMES ? ` and ${known.length - MOST_NAMES} more` : ""
  return `${lead}: there are ${known.slice(0, MOST_NAMES).join(", ")}${rest}.`
}
