/**
 * Turns a belief story into a world and a row of acts: whoever is in a room sees what is done there, and who
 * else is there to see it; whoever enters sees what lies where, before the eyes of the others; whoever is
 * told something where they cannot see it believes it.
 */
import { type Cast, castOf, elsewhere, type Misfit } from "./cast.js"
import type { BeliefStory, StorySentence } from "./read.js"

/** An act of the story and the sentence that it comes from. */
export interface StoryAct {
  readonly act: string
  /** The place of the sentence in the story, from 0. */
  readonly sentence: number
}

/** A belief story as a world of ours, and what happens in it. */
export interface BeliefWorld {
  /** The world as a text of the language. */
  readonly text: string
  readonly acts: readonly StoryAct[]
  /** The name of somebody or something in the world, by its name in the story. */
  readonly nameOf: ReadonlyMap<string, string>
  /** The label of where a thing lies, by the thing's name in the story. */
  readonly whereOf: ReadonlyMap<string, string>
}

/** The world of a belief story, or the first line that does not fit what was said before. */
export function beliefWorldOf(story: BeliefStory): BeliefWorld | Misfit {
  const cast = castOf(story)
  if ("reason" in cast) return cast
  const nameOf = namesFor(cast)
  const staging: Staging = {
    cast,
    named: (name) => nameOf.get(name!) ?? name!,
    whereabouts: new Map(cast.firstRoom),
    places: new Map(),
    looks: new Map(),
  }
  const acts = story.sentences.flatMap((each, sentence) =>
    actsFor(each, staging).map((act) => ({ act, sentence })),
  )
  return {
    text: [
      ...declarations(staging),
      ...wants(story.sentences, staging),
      RULES,
      ...[...staging.looks].map(look),
    ].join("\n"),
    acts,
    nameOf,
    whereOf: new Map(cast.things.map((each) => [each, `lies_in(${nameOf.get(each)})`])),
  }
}

/** What people can do. What there is to be seen in a room is said by the looks, one for each sight. */
const RULES = `
action enter(who : character, room : place) {
  effect: at(who) = room;
  consenting: who;
  observing(other : character): other == who | at(other) == room | (at(who) != ? & at(who) != elsewhere & at(other) == at(who));
}

action leave(who : character, room : place) {
  effect: at(who) = elsewhere;
  consenting: who;
  observing(other : character): other == who | at(other) == room;
}

action move(who : character, what : thing, where : place, room : place) {
  effect: lies_in(what) = where;
  consenting: who;
  observing(other : character): other == who | at(other) == room;
}

action tell(who : character, whom : character, what : thing, where : place) {
  effect:
    if(!(exists(here : place) (lies_in(what) == here & at(whom) == room_of(here))))
      (believes(whom, lies_in(what) = where) & believes(whom, believes(who, lies_in(what)) = where));
  consenting: who;
  observing(other : character): other == who | other == whom;
}
`

/** Names that a world cannot take from a story, since they mean something in it. */
const TAKEN =
  "if elseif else forall exists sum product believes utility True False type entity property action trigger include every story scenario limits common open unforeseen knows character number boolean thing place at lies_in room_of enter leave move tell who whom what where room other here elsewhere"

function namesFor({ people, things, rooms, roomOf }: Cast): Map<string, string> {
  const taken = new Set(TAKEN.split(" "))
  const found = new Map<string, string>()
  for (const each of new Set([...people, ...things, ...rooms, ...roomOf.keys()])) {
    let name = each.replace(/[^\p{L}\p{N}_]/gu, "_")
    while (taken.has(name) || name.startsWith("look_")) name = `${name.replace(/^look_/u, "look")}_`
    taken.add(name)
    found.set(each, name)
  }
  return found
}

function declarations({ cast, named }: Staging): readonly string[] {
  const { people, things, roomOf, firstPlace, firstRoom } = cast
  const entity = (each: string, type: string, words: string): string =>
    `entity ${named(each)} : ${type} { told: "${words}"; }`
  return [
    "type thing;",
    "type place;",
    'property at(who : character) : place { told: "{who} [be] in {value}"; }',
    'property lies_in(what : thing) : place { told: "{what} [be] in {value}"; }',
    "property room_of(where : place) : place;",
    `entity ${elsewhere} : place;`,
    ...people.map((each) => entity(each, "character", each)),
    ...things.map((each) => entity(each, "thing", `the ${inWords(each)}`)),
    ...[...roomOf.keys()].map((each) => entity(each, "place", `the ${inWords(each)}`)),
    ...[...roomOf].map(([each, room]) => `room_of(${named(each)}) = ${named(room)};`),
    ...people.map((each) => `at(${named(each)}) = ${named(firstRoom.get(each)!)};`),
    ...[...firstPlace].map(([thing, place]) => `lies_in(${named(thing)}) = ${named(place)};`),
    ...things.map((each) => `forall(who : character) believes(who, lies_in(${named(each)})) = ?;`),
  ]
}

function inWords(name: string): string {
  return name.replaceAll("_", " ")
}

/** Whoever wants something wants as much of it as they can have. */
function wants(sentences: readonly StorySentence[], { named }: Staging): readonly string[] {
  const found = new Map<string, string[]>()
  for (const { kind, who, whom, thing } of sentences) {
    if (kind !== "hides" && kind !== "shows") continue
    const [one, other, what] = [who, whom, thing].map(named)
    const belief = `believes(${other}, lies_in(${what}))`
    const isSo =
      kind === "shows" ? `${belief} == lies_in(${what})` : `(${belief} != ? & ${belief} != lies_in(${what}))`
    found.set(one, [...(found.get(one) ?? []), `(if(${isSo}) 1 else 0)`])
  }
  return [...found].map(([who, parts]) => `utility(${who}): ${parts.join(" + ")};`)
}

/** The acts of a story as they are gathered. */
interface Staging {
  readonly cast: Cast
  readonly named: (name: string | undefined) => string
  /** The room of each person, and the place of each thing that was spoken of. */
  readonly whereabouts: Map<string, string>
  readonly places: Map<string, string>
  /** The look at each sight, by what is seen. */
  readonly looks: Map<string, string>
}

/** The acts of one sentence. */
function actsFor(
  { kind, who, whom, room, thing, place }: StorySentence,
  staging: Staging,
): readonly string[] {
  const { cast, named, whereabouts, places } = staging
  if (kind === "enter") {
    whereabouts.set(who!, room!)
    return [`enter(${named(who)}, ${named(room)})`, lookAt(room!, staging)]
  }
  if (kind === "leave") {
    whereabouts.set(who!, elsewhere)
    return [`leave(${named(who)}, ${named(room)})`]
  }
  if (kind === "tell") return [`tell(${named(who)}, ${named(whom)}, ${named(thing)}, ${named(place)})`]
  if ((kind !== "lies" && kind !== "move") || !cast.things.includes(thing!)) return []
  places.set(thing!, place!)
  const where = cast.roomOf.get(place!)!
  return kind === "lies"
    ? [lookAt(where, staging)]
    : [`move(${named(who)}, ${named(thing)}, ${named(place)}, ${named(where)})`]
}

/**
 * All who are in the room see who else is there and what lies where, and see one another see it: the sight is
 * what the act needs, so whoever thought otherwise is surprised into it, in every mind within a mind.
 */
function lookAt(room: string, { cast, named, whereabouts, places, looks }: Staging): string {
  const here = [...cast.roomOf].filter((each) => each[1] === room).map(([place]) => place)
  const seen = [
    ...cast.people.map(
      (each) => `at(${named(each)}) ${whereabouts.get(each) === room ? "==" : "!="} ${named(room)}`,
    ),
    ...[...places].flatMap(([thing, place]) =>
      here.includes(place)
        ? [`lies_in(${named(thing)}) == ${named(place)}`]
        : here.map((each) => `lies_in(${named(thing)}) != ${named(each)}`),
    ),
  ].join(" & ")
  const name = looks.get(seen) ?? `look_${looks.size + 1}`
  looks.set(seen, name)
  return `${name}(${named(room)})`
}

function look([seen, name]: readonly [string, string]): string {
  return `action ${name}(room : place) {\n  precondition: ${seen};\n  observing(other : character): at(other) == room;\n}`
}
