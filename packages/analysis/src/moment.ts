/**
 * Who knows what at one moment of a story? Read off its fabula. A moment is the number of an occurrence, 0
 * the start.
 */
import {
  asItIs,
  distinct,
  type Fabula,
  type FluentRef,
  reader,
  type Standing,
  standingAt,
  type Value,
} from "@dramaturg/model"
import { actsIn, agrees, factOf, historyOf, type History, isEventful } from "./history.js"

/**
 * `value` is undefined where the fabula tells nothing of it: it lies deeper in minds than they are followed.
 */
export interface Belief extends Omit<Standing, "value"> {
  readonly value: Value | undefined
  readonly isWrong: boolean
}

/** One fluent at one moment: in the world, and by name in the mind of each character and of the reader. */
export interface FactAt {
  readonly fluent: FluentRef
  readonly truth: Belief
  readonly minds: Readonly<Record<string, Belief>>
  /** A character is wrong about it. */
  readonly isMistaken: boolean
  /** This very occurrence changed it, in the world or in a mind. */
  readonly isNew: boolean
}

/** The fluents that change in the story or that a character is wrong about, by label. */
export function eventfulFluents(fabula: Fabula): readonly FluentRef[] {
  const history = historyOf(fabula, actsIn(fabula))
  const all = fabula.start.filter((each) => each.believers.length === 0).map((each) => each.fluent)
  return all.filter((each) => isEventful(factOf(fabula, history, fabula.characters, each))).sort(byLabel)
}

/** These fluents at one moment, in the order given. */
export function factsAt(fabula: Fabula, moment: number, fluents: readonly FluentRef[]): readonly FactAt[] {
  const history = historyOf(fabula, fabula.occurrences[moment - 1]?.act ?? 0)
  return fluents.map((fluent) => factAt(fabula, moment, history, fluent))
}

/**
 * Who is wrong is so once the act of this moment and all that it set off are over, as in `History`; who
 * believes what is so at this very moment is not.
 */
function factAt(fabula: Fabula, moment: number, history: History, fluent: FluentRef): FactAt {
  const isWrong = (who: string): boolean => history.rowsOf([who], fluent).at(-1)?.isSo === false
  const truth = beliefOf(standingAt(fabula, moment, [], fluent.label), false)
  const minds = Object.fromEntries(
    [...fabula.characters, reader].map((who) => {
      const standing = standingAt(fabula, moment, [who], fluent.label)
      const isRight = standing?.value === truth.value || (who === reader && standing?.value === null)
      return [who, beliefOf(standing, isWrong(who) && !isRight)]
    }),
  )
  return {
    fluent,
    truth,
    minds,
    isMistaken: fabula.characters.some((who) => minds[who].isWrong),
    isNew: moment > 0 && [truth, ...Object.values(minds)].some((each) => each.since === moment),
  }
}

function beliefOf(standing: Standing | null, isWrong: boolean): Belief {
  return standing === null
    ? { value: undefined, isWrong: false, since: 0, how: null }
    : { ...standing, isWrong }
}

/** What one character takes another to believe of a fluent, and what that other believes. */
export interface Misjudged {
  readonly fluent: FluentRef
  readonly thought: Value
  readonly truth: Value
}

/**
 * Where `who` is wrong about what `other` believes, by label. The fabula must follow minds two believers
 * deep.
 */
export function misjudgedAt(
  fabula: Fabula,
  moment: number,
  who: string,
  other: string,
): readonly Misjudged[] {
  const { start, occurrences } = fabula
  const fluents = distinct(
    [...start, ...occurrences.flatMap((each) => each.changes)].map((each) => each.fluent),
  ).toSorted(byLabel)
  return fluents.flatMap((fluent) => {
    const [one, two, truth] = [[who, other], [other], []].map((believers) =>
      standingAt(fabula, moment, believers, fluent.label),
    )
    return one === null || two === null || agrees(one.value, two.value, truth?.value)
      ? []
      : [{ fluent, thought: one.value, truth: two.value }]
  })
}

/** What `who` takes `other` to know, without knowing it, by label. The fabula must follow minds two deep. */
export function takenToKnow(
  { start, occurrences, ...fabula }: Fabula,
  moment: number,
  who: string,
  other: string,
): readonly FluentRef[] {
  const stated = [
    ...start.map(({ believers, fluent, value }) => ({ believers, fluent, value })),
    ...occurrences.flatMap((each) =>
      each.changes.map(({ believers, fluent, after }) => ({ believers, fluent, value: after })),
    ),
  ]
  return distinct(stated.filter((each) => each.value === asItIs).map((each) => each.fluent))
    .filter(
      ({ label }) =>
        standingAt({ ...fabula, start, occurrences }, moment, [who, other], label)?.value === asItIs,
    )
    .toSorted(byLabel)
}

function byLabel(one: FluentRef, other: FluentRef): number {
  return one.label < other.label ? -1 : 1
}
