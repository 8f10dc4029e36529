/**
 * What of a story stays with its reader: the five indices of the event-indexing model (Zwaan, Langston and
 * Graesser 1995), as story planners use them for salience (Farrell, Fisher and Ware 2022): who, where, when,
 * because of what, to what end. Each is a share of the story.
 *
 * "When" is how deep in the chain of causes an act stands, not its place in the list: so that stories which
 * differ in the order of acts that have nothing to do with one another are the same to a reader.
 */
import type { Fabula, Occurrence, Problem } from "@dramaturg/model"

/** For each index, how much of the story it takes, in sum 1 (or nothing at all). */
export interface Features {
  readonly indices: readonly ReadonlyMap<string, number>[]
  readonly acts: ReadonlySet<string>
}

export function featuresOf(fabula: Fabula, problem: Problem): Features {
  const acts = fabula.occurrences.filter((each) => each.kind === "act")
  const depths = causalDepths(fabula)
  const places = placesOf(problem)
  const indices = [
    shares(acts.flatMap((each) => peopleIn(each, fabula))),
    shares(
      acts.flatMap((each) =>
        each.arguments.filter((value): value is string => typeof value === "string" && places.has(value)),
      ),
    ),
    shares(acts.map((each) => `${depths.get(each.number)} ${each.name}`)),
    shares(acts.flatMap((each) => enablers(each, fabula).map((cause) => `${cause.label} > ${each.label}`))),
    shares(
      acts.flatMap((each) =>
        each.motives.map(({ character, plan }) => `${character}: ${plan?.at(-1)?.act ?? each.label}`),
      ),
    ),
  ]
  return { indices, acts: new Set(acts.map((each) => each.label)) }
}

/** Between 0 and 1: the mean over the indices of what two stories do not share (1 − Ruzicka's similarity). */
export function salienceDistance(one: Features, other: Features): number {
  const parts = one.indices.map((each, i) => 1 - similarity(each, other.indices[i]))
  return parts.reduce((sum, each) => sum + each, 0) / parts.length
}

/** Between 0 and 1: the acts that only one of them has, among all of both (Jaccard). */
export function actDistance({ acts: one }: Features, { acts: other }: Features): number {
  const shared = [...one].filter((each) => other.has(each)).length
  return 1 - shared / (one.size + other.size - shared)
}

function similarity(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [least, most] = [0, 0]
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(key) ?? 0, other.get(key) ?? 0]
    least += Math.min(a, b)
    most += Math.max(a, b)
  }
  return most === 0 ? 1 : least / most
}

function shares(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of keys) counts.set(each, (counts.get(each) ?? 0) + 1 / keys.length)
  return counts
}

function peopleIn({ consenting, arguments: values }: Occurrence, { characters }: Fabula): readonly string[] {
  return [
    ...new Set([
      ...consenting,
      ...values.filter((each): each is string => typeof each === "string" && characters.includes(each)),
    ]),
  ]
}

/** Things that a character can be at: the values of a property of a character, if they are no characters. */
function placesOf({ properties, entities }: Problem): ReadonlySet<string> {
  const types = properties
    .filter(
      ({ parameters }) =>
        parameters.length === 1 && parameters[0].kind === "variable" && parameters[0].type === "character",
    )
    .map((each) => each.type)
  return new Set(
    entities
      .filter((each) => !each.types.includes("character") && types.some((type) => each.types.includes(type)))
      .map((each) => each.name),
  )
}

/** What had to happen for this to be possible. */
export function enablers({ causes }: Occurrence, { occurrences }: Fabula): readonly Occurrence[] {
  return [...new Set(causes.map((each) => each.since).filter((each) => each > 0))].map(
    (each) => occurrences[each - 1],
  )
}

function causalDepths(fabula: Fabula): ReadonlyMap<number, number> {
  const depths = new Map<number, number>()
  for (const each of fabula.occurrences)
    depths.set(
      each.number,
      1 + Math.max(0, ...enablers(each, fabula).map((cause) => depths.get(cause.number) ?? 0)),
    )
  return depths
}
