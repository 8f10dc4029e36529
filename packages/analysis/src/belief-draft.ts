/**
 * Drafts a belief story by chance: people in a room, a thing that is moved and spoken of while somebody is
 * out, wants and tellings. Nothing is known yet of what people then believe.
 */
import type { Filling, SentenceKind } from "@dramaturg/language"

/** What a sentence will say. */
export interface Drafted extends Filling {
  readonly kind: SentenceKind
}

export interface Draft {
  readonly people: readonly string[]
  readonly thing: string
  readonly sentences: readonly Drafted[]
}

const PEOPLE = [
  "Agda",
  "Bruno",
  "Cilli",
  "Dario",
  "Elke",
  "Fritz",
  "Gesa",
  "Henk",
  "Ilse",
  "Jonas",
  "Kaja",
  "Lutz",
]
const ROOMS = ["attic", "bakery", "greenhouse", "harbour_office", "library", "workshop"]
const THINGS = ["compass", "flute", "lantern", "medal", "passport", "ruby", "scarf", "stamp"]
const PLACES = ["blue_jar", "bucket", "cupboard", "hamper", "oak_chest", "satchel", "stove", "teapot"]

/** Returns a number from 0 up to 1, without it. */
export type Chance = () => number

/** The most that happens after the first scene. */
const MOST_EVENTS = 6

interface Scene {
  readonly chance: Chance
  readonly people: readonly string[]
  readonly room: string
  readonly other: string
  readonly thing: string
  readonly places: readonly string[]
  readonly inside: Set<string>
  /** Where each person thinks that the thing is; kept only so that most drafts have lies that are of use. */
  readonly thought: Map<string, string>
  /** Where the thing is. */
  place: string
}

/**
 * The first of the people wants the second to be wrong, and the third, if there is a fourth, wants the second
 * to be right.
 */
export function draftOf(chance: Chance): Draft {
  const [room, other] = several(chance, ROOMS, 2)
  const places = several(chance, PLACES, 3)
  const people = several(chance, PEOPLE, chance() < 0.5 ? 3 : 4)
  const scene: Scene = {
    chance,
    people,
    room,
    other,
    thing: one(chance, THINGS),
    places,
    inside: new Set(people),
    thought: new Map(people.map((each) => [each, places[0]])),
    place: places[0],
  }
  const sentences = [...openingOf(scene), ...wantsIn(scene), ...departure(scene)]
  const events = 2 + Math.floor(chance() * (MOST_EVENTS - 1))
  for (let i = 0; i < events; i++) sentences.push(...eventIn(scene))
  if (!sentences.some((each) => each.kind === "tell" && each.who === people[0]))
    sentences.push(...telling(scene, people[0]))
  return { people, thing: scene.thing, sentences }
}

function openingOf({ people, room, thing, places }: Scene): Drafted[] {
  return [
    ...people.map((who): Drafted => ({ kind: "enter", who, room })),
    { kind: "lies", thing, place: places[0] },
    ...places.map((each): Drafted => ({ kind: "lies", thing: each, place: room })),
  ]
}

function wantsIn({ people: [schemer, victim, friend, fourth], thing }: Scene): Drafted[] {
  const hides: Drafted = { kind: "hides", who: schemer, whom: victim, thing }
  return fourth === undefined ? [hides] : [hides, { kind: "shows", who: friend, whom: victim, thing }]
}

/** Whoever is to be deceived goes out, and perhaps into the other room. */
function departure({ chance, people: [, victim], room, other, inside }: Scene): Drafted[] {
  inside.delete(victim)
  const out: Drafted = { kind: "leave", who: victim, room }
  return chance() < 0.3
    ? [out, { kind: "enter", who: victim, room: other }, { kind: "leave", who: victim, room: other }]
    : [out]
}

function eventIn(scene: Scene): Drafted[] {
  const { chance, people, thing } = scene
  const roll = chance()
  if (roll < 0.35) return moving(scene)
  if (roll < 0.65) return telling(scene, chance() < 0.7 ? people[0] : people[2])
  if (roll < 0.9) return passing(scene)
  return [{ kind: "aside", who: one(chance, people), thing }]
}

function moving(scene: Scene): Drafted[] {
  const { chance, inside, thing, places } = scene
  if (inside.size === 0) return []
  const who = one(chance, [...inside])
  const others = places.filter((each) => each !== scene.place)
  scene.place = one(chance, others)
  for (const each of inside) scene.thought.set(each, scene.place)
  return [{ kind: "move", who, thing, place: scene.place }]
}

/**
 * The first of the people says what they do not think, if the victim thinks as they do; anybody else says
 * what they think.
 */
function telling({ chance, people, inside, thing, places, thought }: Scene, who: string): Drafted[] {
  const [schemer, victim] = people
  const own = thought.get(who)!
  if (inside.has(victim) || (who === schemer && thought.get(victim) !== own)) return []
  const others = places.filter((each) => each !== own)
  const place = who === schemer ? one(chance, others) : own
  thought.set(victim, place)
  return [{ kind: "tell", who, whom: victim, thing, place }]
}

/** Somebody comes in or goes out. */
function passing({ chance, people, room, inside, thought, place }: Scene): Drafted[] {
  const who = one(chance, people)
  const isIn = inside.has(who)
  if (isIn) inside.delete(who)
  else {
    inside.add(who)
    thought.set(who, place)
  }
  return [{ kind: isIn ? "leave" : "enter", who, room }]
}

function one<Item>(chance: Chance, items: readonly Item[]): Item {
  return items[Math.floor(chance() * items.length)]
}

/** Different ones, in a random order. */
function several<Item>(chance: Chance, items: readonly Item[], count: number): Item[] {
  const left = [...items]
  return Array.from({ length: count }, () => left.splice(Math.floor(chance() * left.length), 1)[0])
}
