/** Who believes what at a moment, and since when: read off the fabula, which knows it all. */
import { actsIn, factOf, historyOf, type History, isEventful } from "@dramaturg/analysis"
import { type Fabula, type FluentRef, type How, printValue, reader, standingAt, type Value } from "@dramaturg/model"
import { byLabel } from "../../words.js"

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
  readonly fluent: FluentRef
  readonly truth: Belief
  readonly minds: Readonly<Record<string, Belief>>
  /** Somebody has it wrong at this moment. */
  readonly isMistaken: boolean
  /** It has just changed, for somebody. */
  readonly isNew: boolean
}

export { reader }

/** Whatever changes, or somebody has wrong: everything else everybody knows, always. */
export function fluentsOf(fabula: Fabula): readonly FluentRef[] {
  const history = historyOf(fabula, actsIn(fabula))
  const all = fabula.start.filter((each) => each.believers.length === 0).map((each) => each.fluent)
  return all.filter((each) => isEventful(factOf(fabula, history, fabula.characters, each))).sort(byLabel)
}

export function factsAt(fabula: Fabula, moment: number, fluents: readonly FluentRef[]): readonly Fact[] {
  const history = historyOf(fabula, fabula.occurrences[moment - 1]?.act ?? 0)
  return fluents.map((fluent) => factAt(fabula, moment, history, fluent))
}

/** Whether somebody is wrong is told from how things stand once the act of this moment and all that it set off are over. */
function factAt(fabula: Fabula, moment: number, history: History, fluent: FluentRef): Fact {
  const isWrong = (who: string): boolean => history.rowsOf([who], fluent).at(-1)?.isSo === false
  const truth = beliefOf(standingAt(fabula, moment, [], fluent.label), false)
  const people = [...fabula.characters, reader]
  const minds = Object.fromEntries(people.map((who) => {
    const standing = standingAt(fabula, moment, [who], fluent.label)
    return [who, beliefOf(standing, isWrong(who) && !(who === reader && standing?.value === null))]
  }))
  const all = [truth, ...Object.values(minds)]
  return {
    fluent, truth, minds,
    isMistaken: fabula.characters.some((who) => minds[who].isWrong),
    isNew: moment > 0 && all.some((each) => each.since === moment),
  }
}

function beliefOf(standing: ReturnType<typeof standingAt>, isWrong: boolean): Belief {
  if (standing === null) return { value: "–", isWrong: false, since: 0, how: null, isUnknown: true }
  const value = standing.value
  return { value: shown(value), isWrong, ...(standing.by === undefined ? {} : { by: standing.by }), since: standing.since, how: standing.how, isUnknown: value === null }
}

function shown(value: Value): string {
  return value === true ? "yes" : value === false ? "no" : value === null ? "not known" : printValue(value)
}

const hows: Record<How, string> = { effect: "by what happened", saw: "saw it", surprised: "was surprised", told: "was told", inferred: "worked it out" }

export function howWords({ how, by }: Pick<Belief, "how" | "by">): string {
  return how === null ? "" : how === "told" && by !== undefined ? `was told by ${by}` : hows[how]
}
