/**
 * Which facts and whose minds a user wants to see: those asked for by name, else all in which something
 * happens.
 */
import { actsIn, type Fact, factOf, historyOf, type History, isEventful, type Row } from "@dramaturg/analysis"
import { type Fabula, type FluentRef, parseLabel, reader } from "@dramaturg/model"
import { isByPlace, printItems } from "./items.js"
import { Refusal } from "../exit.js"
import { readChoice } from "../options.js"

/** What the flags ask for, as they were given. */
export interface Wanted {
  readonly who: readonly string[]
  readonly about: readonly string[]
  /** The act at whose end things are shown; undefined: the whole story. */
  readonly at: number | undefined
  /** The properties that the world declares. */
  readonly properties: readonly string[]
}

export interface Chosen {
  readonly facts: readonly Fact[]
  /** How many there are besides, in which nothing happens; with `--about` they are not counted. */
  readonly leftOut: number
  readonly people: readonly string[]
  readonly history: History
}

/** Refuses names that are none of this world's, and an act that the story does not have. */
export function choose(fabula: Fabula, { who, about, at, properties }: Wanted): Chosen {
  const people = readPeople(fabula, who)
  const fluents = byProperty(
    fabula.start.filter((each) => each.believers.length === 0).map((each) => each.fluent),
  )
  const isWanted = readFacts(fluents, about, properties)
  const history = historyOf(fabula, readMoment(fabula, at))
  const facts = fluents.filter(isWanted).map((each) => factOf(fabula, history, people, each))
  const shown = about.length > 0 ? facts : facts.filter(isEventful)
  return { facts: shown, leftOut: facts.length - shown.length, people, history }
}

/** The act of this number, as its writer counts; 0 is the start. */
export function momentCalled({ occurrences }: Fabula, name: string): number {
  if (name === "0") return 0
  const acts = occurrences.filter((each) => each.kind === "act")
  const items = acts.map(({ act, item = String(act) }) => item)
  const place = items.findIndex((each) => each.toLowerCase() === name.toLowerCase())
  if (place < 0)
    throw new Refusal(
      `--at takes the number of an act ${isByPlace(items) ? `from 0, the start, to ${items.length}, the last` : `(${printItems(items)}), or 0, the start`}; not ${name}.`,
    )
  return acts[place].act
}

/** In the order in which the world declares them, the reader last. */
function readPeople({ characters }: Fabula, who: readonly string[]): readonly string[] {
  const all = [...characters, reader]
  if (who.length === 0) return all
  const wanted = who.map((name) =>
    name === reader ? reader : readChoice("--who", name, [...characters, "reader"]),
  )
  return all.filter(
    (each) =>
      wanted.includes(each) ||
      (each === reader && wanted.includes("reader") && !characters.includes("reader")),
  )
}

function readMoment(fabula: Fabula, at: number | undefined): number {
  const last = actsIn(fabula)
  if (at !== undefined && at > last)
    throw new Refusal(`--at takes the number of an act from 0, the start, to ${last}, the last; not ${at}.`)
  return at ?? last
}

/** The longest list of facts that a refusal names. */
const mostNamed = 30

function readFacts(
  fluents: readonly FluentRef[],
  about: readonly string[],
  properties: readonly string[],
): (fluent: FluentRef) => boolean {
  if (about.length === 0) return () => true
  const wanted = new Set(
    about.flatMap((each) => factsNamed(fluents, each, properties)).map((each) => each.label),
  )
  return ({ label }) => wanted.has(label)
}

function factsNamed(
  fluents: readonly FluentRef[],
  named: string,
  properties: readonly string[],
): readonly FluentRef[] {
  const known = new Set(fluents.map((each) => each.name))
  const { name: property, label } = parseLabel(named)
  if (!known.has(property) && properties.includes(property)) throw idle(property)
  readChoice("--about", property, [...known])
  const its = fluents.filter((each) => each.name === property)
  if (!named.includes("(")) return its
  const found = its.filter((each) => each.label === label)
  if (found.length > 0) return found
  if (its.length <= mostNamed)
    readChoice(
      "--about",
      named,
      its.map((each) => each.label),
    )
  throw new Refusal(
    `--about takes a fact such as ${its[0].label}, of which there are ${its.length}, not "${named}".`,
  )
}

/** Those of one property beside one another. */
function byProperty(fluents: readonly FluentRef[]): readonly FluentRef[] {
  const places = new Map([...new Set(fluents.map((each) => each.name))].map((each, i) => [each, i]))
  const placeOf = ({ name }: FluentRef) => places.get(name) ?? 0
  return [...fluents].sort((one, other) => placeOf(one) - placeOf(other))
}

/** Nothing is kept of a property that can make no difference to any story. */
function idle(property: string): Refusal {
  return new Refusal(
    `--about ${property} has nothing to show: no act, trigger or wish in this world has to do with it.`,
  )
}

/** What `--json` and `--csv` hold: every row, or with `--at` how each fact and mind stands then. */
export function rowsOf({ facts, history: { last, rests } }: Chosen, at: number | undefined): readonly Row[] {
  const all = facts.flatMap(({ truth, minds }) => [truth, ...minds.map((each) => each.rows)])
  if (at === undefined) return all.flat()
  return all.map((rows) => ({ ...rows[rows.length - 1], moment: rests[last], act: last }))
}
