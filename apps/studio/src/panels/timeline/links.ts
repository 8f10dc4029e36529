/** Between things that happened: the order in which they are told, and what led to what. */
import type { Telling } from "@dramaturg/model"
import { actWords } from "../../words.js"
import type { Column } from "./lanes.js"

/** In the order in which a telling comes to speak of them; what it leaves out stands nowhere. */
export function toldOrder(columns: readonly Column[], telling: Telling | null): readonly Column[] {
  if (telling === null) return columns
  const told = telling.paragraphs.flatMap((each) => each.sentences.flatMap((one) => one.occurrences))
  return [...new Set(told)].flatMap(
    (number) => columns.find((each) => each.occurrence.number === number) ?? [],
  )
}

export interface Kin {
  readonly before: ReadonlySet<number>
  readonly after: ReadonlySet<number>
}

/** Everything that led to it, and everything that it led to, however far. */
export function kinOf(columns: readonly Column[], number: number): Kin {
  const byNumber = new Map(columns.map((each) => [each.occurrence.number, each]))
  const reach = (next: (column: Column) => readonly number[]): ReadonlySet<number> => {
    const [met, open] = [new Set<number>(), [number]]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const each of byNumber.has(at) ? next(byNumber.get(at)!) : [])
        if (!met.has(each)) open.push(each), met.add(each)
    }
    return met
  }
  return { before: reach((each) => each.madePossibleBy), after: reach((each) => each.makesPossible) }
}

/** How one thing is called in a sentence about another: acts by their number. */
export function shortOf(columns: readonly Column[], number: number): string {
  const { kind, act, label } = columns.find((each) => each.occurrence.number === number)!.occurrence
  return kind === "act" ? String(act) : actWords(label).verb
}
