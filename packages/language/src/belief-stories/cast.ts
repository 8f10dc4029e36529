/** Who and what a belief story is about, where its places are, and what contradicts itself in it. */
import type { BeliefStory, StorySentence } from "./read.js"

/** Somebody who is in no room that the story names. */
export const elsewhere = "elsewhere"

/** What a sentence does not fit; `line`: of the file. */
export interface Misfit {
  readonly line: number
  readonly text: string
  readonly reason: string
}

export interface Cast {
  /** In the order in which they are named. */
  readonly people: readonly string[]
  readonly things: readonly string[]
  readonly rooms: readonly string[]
  /** The room of each place in which things lie; a room is its own. */
  readonly roomOf: ReadonlyMap<string, string>
  /** Where each thing lies first. Nobody has seen it there yet. */
  readonly firstPlace: ReadonlyMap<string, string>
  /** The room in which each person is before the first sentence, or `elsewhere`. */
  readonly firstRoom: ReadonlyMap<string, string>
}

/** A room for places whose room no sentence tells. */
const SOMEWHERE = "somewhere"

export function castOf({ sentences, questions }: BeliefStory): Cast | Misfit {
  const rooms = roomsIn(sentences)
  const things = namesOf([...sentences, ...questions], (each) =>
    each.kind === "aside" ? undefined : each.thing,
  ).filter((each) => !isContainer(sentences, each) && !rooms.includes(each))
  const people = namesOf([...sentences, ...questions], (each) => [each.who, each.whom, ...(each.minds ?? [])])
  const roomOf = roomsOfPlaces(sentences, rooms)
  const firstPlace = firstPlaces(sentences, things)
  const misfit = firstMisfit({ sentences, questions }, { people, things, rooms, roomOf, firstPlace })
  return (
    misfit ?? {
      people,
      things,
      rooms: [...new Set([...rooms, ...roomOf.values()])],
      roomOf,
      firstPlace,
      firstRoom: firstRooms(sentences, people, roomOf),
    }
  )
}

type Named = Pick<StorySentence, "who" | "whom" | "thing" | "minds"> & { readonly kind: string }

function namesOf(
  all: readonly Named[],
  pick: (each: Named) => string | undefined | readonly (string | undefined)[],
): readonly string[] {
  return [...new Set(all.flatMap(pick).filter((each) => each !== undefined))]
}

/** Something lies in it, is put into it, or is said to. */
function isContainer(sentences: readonly StorySentence[], name: string): boolean {
  return sentences.some(
    (each) => each.place === name && (each.kind === "move" || each.kind === "tell" || each.kind === "lies"),
  )
}

/** Whatever people enter and leave, and whatever a place with things in it lies in. */
function roomsIn(sentences: readonly StorySentence[]): readonly string[] {
  return [
    ...new Set(
      sentences.flatMap(({ kind, room, thing, place }) => {
        if (room !== undefined) return [room]
        return kind === "lies" && isContainer(sentences, thing!) ? [place!] : []
      }),
    ),
  ]
}

/**
 * As told; else the room of the first who moves something there or from there; else the one that was entered
 * last.
 */
function roomsOfPlaces(sentences: readonly StorySentence[], rooms: readonly string[]): Map<string, string> {
  const found = new Map(rooms.map((each) => [each, each]))
  for (const { kind, thing, place } of sentences)
    if (kind === "lies" && rooms.includes(place!) && isContainer(sentences, thing!)) found.set(thing!, place!)
  const whereabouts = new Map<string, string>()
  const places = new Map<string, string>()
  let last: string | undefined
  for (const { kind, who, room, thing, place } of sentences) {
    if (kind === "enter") whereabouts.set(who!, (last = room!))
    if (kind !== "lies" && kind !== "move") continue
    if (found.has(thing!)) continue
    const near =
      (kind === "move" ? (whereabouts.get(who!) ?? found.get(places.get(thing!) ?? "")) : undefined) ??
      last ??
      rooms[0] ??
      SOMEWHERE
    if (!found.has(place!)) found.set(place!, near)
    places.set(thing!, place!)
  }
  for (const { place } of sentences)
    if (place !== undefined && !found.has(place)) found.set(place, last ?? SOMEWHERE)
  if ([...found.values()].includes(SOMEWHERE) && !found.has(SOMEWHERE)) found.set(SOMEWHERE, SOMEWHERE)
  return found
}

function firstPlaces(sentences: readonly StorySentence[], things: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { kind, thing, place } of sentences)
    if (kind === "lies" && things.includes(thing!) && !found.has(thing!)) found.set(thing!, place!)
  return found
}

/** Who is first heard of in leaving a room or in moving something was there before. */
function firstRooms(
  sentences: readonly StorySentence[],
  people: readonly string[],
  roomOf: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    people.map((person) => {
      const first = sentences.find(
        (each) => each.who === person && ["enter", "leave", "move"].includes(each.kind),
      )
      const room =
        first?.kind === "leave" ? first.room : first?.kind === "move" ? roomOf.get(first.place!) : undefined
      return [person, room ?? elsewhere]
    }),
  )
}

type Parts = Pick<Cast, "people" | "things" | "rooms" | "roomOf" | "firstPlace">

function firstMisfit(
  { sentences, questions }: Pick<BeliefStory, "sentences" | "questions">,
  parts: Parts,
): Misfit | undefined {
  const whereabouts = new Map(firstRooms(sentences, parts.people, parts.roomOf))
  const places = new Map<string, string>()
  for (const each of sentences) {
    const reason = misfitOf(each, { ...parts, whereabouts, places })
    if (reason !== undefined) return { line: each.line, text: each.text, reason }
    follow(each, whereabouts, places)
  }
  const asked = questions.find((each) => !parts.firstPlace.has(each.thing!))
  return (
    asked && {
      line: asked.line,
      text: asked.text,
      reason: `Nothing tells where the ${asked.thing} is in the beginning.`,
    }
  )
}

interface Standing extends Parts {
  readonly whereabouts: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
}

/** What a sentence does not fit in the story so far; undefined if it does. */
function misfitOf(sentence: StorySentence, standing: Standing): string | undefined {
  const { kind, who, whom, room, thing, place } = sentence
  const { people, things, roomOf, whereabouts, places } = standing
  const at = whereabouts.get(who ?? "")
  if (who !== undefined && who === whom) return "Nobody does that to themselves here."
  if (people.some((each) => each === room || each === place || each === thing))
    return "Somebody has the name of a place or a thing."
  if (kind === "lies") return misfitOfPlace(sentence, standing)
  if (kind === "leave" && at !== room) return `${who} is not in the ${room}.`
  if (kind === "aside" || kind === "enter" || kind === "leave") return undefined
  if (!things.includes(thing!))
    return `The ${thing} is a place for things, and is not moved or spoken of itself.`
  if (kind === "move" && !places.has(thing!)) return `Nothing has told yet where the ${thing} is.`
  if (kind === "move" && roomOf.get(places.get(thing!)!) !== at) return `${who} is not where the ${thing} is.`
  if (kind === "move" && roomOf.get(place!) !== at) return `${who} is not where the ${place} is.`
  return undefined
}

function misfitOfPlace(
  { thing, place }: StorySentence,
  { things, rooms, roomOf, places }: Standing,
): string | undefined {
  if (rooms.includes(thing!)) return `The ${thing} is a room, and lies in nothing.`
  if (!things.includes(thing!))
    return roomOf.get(thing!) === place ? undefined : `The ${thing} is in the ${roomOf.get(thing!)}.`
  const now = places.get(thing!)
  return now === undefined || now === place ? undefined : `The ${thing} is in the ${now} by now.`
}

function follow(
  { kind, who, room, thing, place }: StorySentence,
  whereabouts: Map<string, string>,
  places: Map<string, string>,
) {
  if (kind === "enter") whereabouts.set(who!, room!)
  if (kind === "leave") whereabouts.set(who!, elsewhere)
  if (kind === "lies" || kind === "move") places.set(thing!, place!)
}
