/** Where things happen, read off the fabula: worlds say in their own words that somebody is somewhere. */
import { type Fabula, type Occurrence, standingAt } from "@dramaturg/model"

/** What says of most people that they are at something that is nobody: usually `at`. Null: nobody is anywhere. */
export function placeProperty({ start, occurrences, characters }: Fabula): string | null {
  const votes = new Map<string, { readonly people: Set<string>; readonly values: Set<string> }>()
  const facts = [...start, ...occurrences.flatMap((each) => each.changes.map((one) => ({ ...one, value: one.after })))]
  for (const { believers, fluent, value } of facts) {
    const { name, arguments: [first, ...others] } = fluent
    const who = String(first)
    if (believers.length > 0 || others.length > 0 || !characters.includes(who) || typeof value !== "string" || characters.includes(value)) continue
    const vote = votes.get(name) ?? { people: new Set(), values: new Set() }
    vote.people.add(who)
    vote.values.add(value)
    votes.set(name, vote)
  }
  // Of two that are said of as many people, places are the more: one may be alive or dead, but here, there and elsewhere.
  const ranked = [...votes].sort(([, a], [, b]) => b.people.size - a.people.size || b.values.size - a.values.size)
  return ranked[0]?.[0] ?? null
}

/** Where those who take part are, before and after; for what happens by itself, those whom it changes. */
export function placesOf({ number, consenting, arguments: values, changes }: Occurrence, fabula: Fabula, property: string | null): readonly string[] {
  if (property === null) return []
  const named = fabula.characters.filter((who) => consenting.includes(who) || values.includes(who))
  const changed = fabula.characters.filter((who) => changes.some(({ believers, fluent }) => believers.length === 0 && fluent.arguments.includes(who)))
  const people = named.length > 0 ? named : changed
  const at = (who: string, moment: number): unknown => standingAt(fabula, moment, [], `${property}(${who})`)?.value
  return [...new Set(people.flatMap((who) => [at(who, number - 1), at(who, number)]))].filter((each): each is string => typeof each === "string")
}
