/** Where each thing that happened stands: in which lanes, in which order, and what had made it possible. Read off the fabula alone. */
import { type Fabula, type Occurrence, standingAt, type Telling } from "@dramaturg/model"
import { placeProperty, placesOf } from "@dramaturg/telling"

export type Part = "does" | "takes part" | "sees"

export interface Mark {
  readonly lane: string
  readonly part: Part
}

export interface Column {
  readonly occurrence: Occurrence
  readonly marks: readonly Mark[]
  readonly places: readonly string[]
  readonly unseenBy: readonly string[]
  /** Numbers of occurrences. */
  readonly madePossibleBy: readonly number[]
  readonly makesPossible: readonly number[]
  /** What the clock says after it; null where there is none. */
  readonly hour: string | null
}

/** In order of happening. */
export function columnsOf(fabula: Fabula): readonly Column[] {
  const whereabouts = placeProperty(fabula)
  const causes = new Map(fabula.occurrences.map((each) => [each.number, causesOf(each)]))
  return fabula.occurrences.map((occurrence) => {
    const people = partsOf(occurrence, fabula)
    return {
      occurrence,
      marks: people,
      places: placesOf(occurrence, fabula, whereabouts),
      unseenBy: occurrence.kind === "trigger" ? [] : fabula.characters.filter((who) => !people.some((each) => each.lane === who)),
      madePossibleBy: causes.get(occurrence.number)!,
      makesPossible: [...causes].filter(([, from]) => from.includes(occurrence.number)).map(([number]) => number),
      hour: hourAfter(fabula, occurrence.number),
    }
  })
}

function partsOf({ consenting, observers, arguments: values }: Occurrence, { characters }: Fabula): readonly Mark[] {
  return characters.flatMap((lane): readonly Mark[] => {
    if (consenting.includes(lane)) return [{ lane, part: "does" }]
    if (values.includes(lane)) return [{ lane, part: "takes part" }]
    return observers.includes(lane) ? [{ lane, part: "sees" }] : []
  })
}

function causesOf({ causes, number }: Occurrence): readonly number[] {
  return [...new Set(causes.map((each) => each.since))].filter((each) => each > 0 && each < number).sort((a, b) => a - b)
}

export function placesIn(columns: readonly Column[]): readonly string[] {
  return [...new Set(columns.flatMap((each) => each.places))]
}

/** A world's clock is what everybody always knows the time by. */
function hourAfter(fabula: Fabula, moment: number): string | null {
  const time = standingAt(fabula, moment, [], "time()")?.value
  return typeof time === "number" ? String(time) : null
}

/** In the order in which a telling comes to speak of them; what it leaves out stands nowhere. */
export function toldOrder(columns: readonly Column[], telling: Telling | null): readonly Column[] {
  if (telling === null) return columns
  const told = telling.paragraphs.flatMap((each) => each.sentences.flatMap((one) => one.occurrences))
  return [...new Set(told)].flatMap((number) => columns.find((each) => each.occurrence.number === number) ?? [])
}

/** Everything that led to it, and everything that it led to. */
export function kin(columns: readonly Column[], number: number): ReadonlySet<number> {
  const reach = (from: number, next: (column: Column) => readonly number[], met: Set<number>): Set<number> => {
    const column = columns.find((each) => each.occurrence.number === from)
    for (const each of column ? next(column) : []) if (!met.has(each)) reach(each, next, met.add(each))
    return met
  }
  return new Set([number, ...reach(number, (each) => each.madePossibleBy, new Set()), ...reach(number, (each) => each.makesPossible, new Set())])
}
