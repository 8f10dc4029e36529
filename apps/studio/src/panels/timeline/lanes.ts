/**
 * Where each thing that happened stands: with whom, in which places, and what had made it possible. Read off
 * the fabula alone.
 *
 * No world says which of its facts are places. A place is what the one property names that says, of more
 * people than any other does, something that is no character: usually `at(who)`. A thing happens where those
 * who do it are, right before it and right after.
 */
import { type Fabula, type Occurrence, standingAt } from "@dramaturg/model"
import { placeProperty, placesOf } from "@dramaturg/telling"
import { actWords } from "../../words.js"

export type Part = "does" | "takes part" | "sees" | "misses"

export interface Mark {
  readonly lane: string
  readonly part: Part
  /** Who is carried asleep takes part and sees nothing. Null: there is nothing to be seen. */
  readonly saw: boolean | null
}

export interface Column {
  readonly occurrence: Occurrence
  readonly marks: readonly Mark[]
  readonly places: readonly string[]
  /** `Landing → Town` if a participant moved, else every place where participants were. */
  readonly where: string
  readonly doneBy: readonly string[]
  /** Those who did not do it themselves. */
  readonly seenBy: readonly string[]
  readonly unseenBy: readonly string[]
  /** Numbers of occurrences. */
  readonly madePossibleBy: readonly number[]
  readonly makesPossible: readonly number[]
  /** What the clock says after it; null where there is none. */
  readonly hour: string | null
  /** All of the above that a picture shows, for those who do not see it. */
  readonly sentence: string
}

/** In order of happening. */
export function columnsOf(fabula: Fabula): readonly Column[] {
  const whereabouts = placeProperty(fabula)
  const causes = new Map(fabula.occurrences.map((each) => [each.number, causesOf(each)]))
  const hours = hoursOf(fabula)
  return fabula.occurrences.map((occurrence) => {
    const marks = marksOf(occurrence, fabula)
    const places = placesOf(occurrence, fabula, whereabouts)
    const lanes = (isIt: (mark: Mark) => boolean): readonly string[] =>
      marks.filter(isIt).map((each) => each.lane)
    const [seenBy, unseenBy] = [
      lanes((each) => each.part !== "does" && each.saw === true),
      lanes((each) => each.saw === false),
    ]
    return {
      occurrence,
      marks,
      places,
      where: whereWords(occurrence, fabula, whereabouts, places),
      doneBy: lanes((each) => each.part === "does" || each.part === "takes part"),
      seenBy,
      unseenBy,
      madePossibleBy: causes.get(occurrence.number)!,
      makesPossible: [...causes]
        .filter(([, from]) => from.includes(occurrence.number))
        .map(([number]) => number),
      hour: hours[occurrence.number],
      sentence: sentenceOf(occurrence, seenBy, unseenBy),
    }
  })
}

function sentenceOf(
  { kind, act, label }: Occurrence,
  seenBy: readonly string[],
  unseenBy: readonly string[],
): string {
  const { verb, names } = actWords(label)
  const what = `${kind === "act" ? `Act ${act}` : "By itself"}: ${verb}${names.length > 0 ? ` (${names.join(", ")})` : ""}`
  return [
    what,
    seenBy.length > 0 ? `seen by ${seenBy.join(", ")}` : "",
    unseenBy.length > 0 ? `not seen by ${unseenBy.join(", ")}` : "",
  ]
    .filter((each) => each !== "")
    .join("; ")
}

/** Triggers have no observers: characters notice their effects, or do not. */
function marksOf(
  { kind, consenting, observers, arguments: values }: Occurrence,
  { characters }: Fabula,
): readonly Mark[] {
  return characters.flatMap((lane): readonly Mark[] => {
    const saw = kind === "trigger" ? null : observers.includes(lane)
    if (consenting.includes(lane)) return [{ lane, part: "does", saw }]
    if (values.includes(lane)) return [{ lane, part: "takes part", saw }]
    return saw === null ? [] : [{ lane, part: saw ? "sees" : "misses", saw }]
  })
}

function whereWords(
  { number, consenting, arguments: values }: Occurrence,
  fabula: Fabula,
  property: string | null,
  places: readonly string[],
): string {
  const people = fabula.characters.filter((who) => consenting.includes(who) || values.includes(who))
  const at = (who: string, moment: number) => standingAt(fabula, moment, [], `${property}(${who})`)?.value
  const ways = people
    .map((who) => [at(who, number - 1), at(who, number)])
    .filter(([from, to]) => typeof from === "string" && typeof to === "string" && from !== to)
  const still = places.filter((each) => !ways.flat().includes(each))
  return [...new Set(ways.map((each) => each.join(" → "))), ...still].join(", ")
}

function causesOf({ causes, number }: Occurrence): readonly number[] {
  return [...new Set(causes.map((each) => each.since))]
    .filter((each) => each > 0 && each < number)
    .sort((a, b) => a - b)
}

export function placesIn(columns: readonly Column[]): readonly string[] {
  return [...new Set(columns.flatMap((each) => each.places))]
}

/** What the clock of `@lib/clock` says after each; null everywhere if nothing in this story takes time. */
function hoursOf(fabula: Fabula): readonly (string | null)[] {
  const read = (moment: number): string | null => {
    const time = standingAt(fabula, moment, [], "time()")?.value
    return typeof time === "number" ? String(time) : null
  }
  const hours = [read(0), ...fabula.occurrences.map((each) => read(each.number))]
  return hours.every((each) => each === hours[0]) ? hours.map(() => null) : hours
}
