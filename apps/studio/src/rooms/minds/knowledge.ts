/** Who believes what at a moment, and since when: read off the fabula, which knows it all. */
import { type Fabula, type How, printValue, reader, standingAt, type Value } from "@dramaturg/model"

export interface Belief {
  readonly value: string
  readonly isWrong: boolean
  /** Occurrence since which it is so; 0: the start. */
  readonly since: number
  readonly how: How | null
  /** Who said it, of what was told. */
  readonly by?: string
  readonly isUnknown: boolean
}

export interface Fact {
  readonly fluent: string
  readonly truth: Belief
  readonly minds: Readonly<Record<string, Belief>>
  /** Somebody has it wrong at this moment. */
  readonly isMistaken: boolean
  /** It has just changed, for somebody. */
  readonly isNew: boolean
}

export { reader }

/** What changes at all, or what somebody has wrong from the start: everything else everybody knows, always. */
export function fluentsOf(fabula: Fabula): readonly string[] {
  const changing = fabula.occurrences.flatMap((each) => each.changes.filter((one) => one.believers.length < 2).map((one) => one.fluent))
  const differing = fabula.start.filter((each) => each.believers.length === 1).map((each) => each.fluent)
  return [...new Set([...differing, ...changing])].sort()
}

export function factsAt(fabula: Fabula, moment: number, fluents: readonly string[]): readonly Fact[] {
  return fluents.map((fluent) => factAt(fabula, moment, fluent))
}

function factAt(fabula: Fabula, moment: number, fluent: string): Fact {
  const actual = standingAt(fabula, moment, [], fluent)
  const truth = beliefOf(actual, actual?.value, false)
  const people = [...fabula.characters, reader]
  const minds = Object.fromEntries(people.map((who) => [who, beliefOf(standingAt(fabula, moment, [who], fluent), actual?.value, who === reader)]))
  const all = [truth, ...Object.values(minds)]
  return {
    fluent, truth, minds,
    isMistaken: fabula.characters.some((who) => minds[who].isWrong),
    isNew: moment > 0 && all.some((each) => each.since === moment),
  }
}

function beliefOf(standing: ReturnType<typeof standingAt>, actual: Value | undefined, isReader: boolean): Belief {
  if (standing === null) return { value: "–", isWrong: false, since: 0, how: null, isUnknown: true }
  const value = standing.value
  return { value: shown(value), isWrong: actual !== undefined && value !== actual && !(isReader && value === null), ...(standing.by === undefined ? {} : { by: standing.by }), since: standing.since, how: standing.how, isUnknown: value === null }
}

function shown(value: Value): string {
  return value === true ? "yes" : value === false ? "no" : value === null ? "not known" : printValue(value)
}

const hows: Record<How, string> = { effect: "by what happened", saw: "saw it", surprised: "was surprised", told: "was told", inferred: "worked it out" }

export function howWords({ how, by }: Pick<Belief, "how" | "by">): string {
  return how === null ? "" : how === "told" && by !== undefined ? `was told by ${by}` : hows[how]
}
