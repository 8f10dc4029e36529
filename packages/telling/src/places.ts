/** Where occurrences take place, read from the fabula: worlds declare places as properties of their own. */
import { type Fabula, type Occurrence, standingAt } from "@dramaturg/model"

/**
 * The name of the property that holds the place of most characters, usually `at`; its values are no
 * characters. Null: no property does.
 */
export function placeProperty({ start, occurrences, characters }: Fabula): string | null {
  const votes = new Map<string, { readonly people: Set<string>; readonly values: Set<string> }>()
  const facts = [
    ...start,
    ...occurrences.flatMap((each) => each.changes.map((one) => ({ ...one, value: one.after }))),
  ]
  for (const { believers, fluent, value } of facts) {
    const {
      name,
      arguments: [first, ...others],
    } = fluent
    const who = String(first)
    if (
      believers.length > 0 ||
      others.length > 0 ||
      !characters.includes(who) ||
      typeof value !== "string" ||
      characters.includes(value)
    )
      continue
    const vote = votes.get(name) ?? { people: new Set(), values: new Set() }
    vote.people.add(who)
    vote.values.add(value)
    votes.set(name, vote)
  }
  // Among properties of equally many characters, the one with more values is the place: there are more places
  // than, say, states of health.
  const ranked = [...votes].sort(
    ([, a], [, b]) => b.people.size - a.people.size || b.values.size - a.values.size,
  )
  return ranked[0]?.[0] ?? null
}

/**
 * The places of the characters who take part, before and after; of a trigger without any, of those whom it
 * changes.
 */
export function placesOf(
  { number, consenting, arguments: values, changes }: Occurrence,
  fabula: Fabula,
  property: string | null,
): readonly string[] {
  if (property === null) return []
  const named = fabula.characters.filter((who) => consenting.includes(who) || values.includes(who))
  const changed = fabula.characters.filter((who) =>
    changes.some(({ believers, fluent }) => believers.length === 0 && fluent.arguments.includes(who)),
  )
  const people = named.length > 0 ? named : changed
  const at = (who: string, moment: number): unknown =>
    standingAt(fabula, moment, [], `${property}(${who})`)?.value
  return [...new Set(people.flatMap((who) => [at(who, number - 1), at(who, number)]))].filter(
    (each): each is string => typeof each === "string",
  )
}
