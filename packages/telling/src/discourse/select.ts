/**
 * Chooses what is told, by focalisation: what the focaliser lives through, everything, or what an onlooker
 * could see. What people wonder about, hope, fear and doubt is chosen in wonders.ts.
 */
import {
  type Change,
  distinct,
  type EventRef,
  type Fabula,
  type FluentRef,
  type Manner,
  type Mistake,
  type Motive,
  type Occurrence,
  parseLabel,
  type Slices,
  type Value,
  standingAt,
} from "@dramaturg/model"
import type { Beat, Discourse, FactBeat, Scene } from "./discourse.js"
import { doubtBeats, hopeBeats } from "./wonders.js"

/** What selecting needs to know about the world's words. */
export interface Speakable {
  /** Whether the author gave words for such a fact. */
  hasFactWords(fluent: FluentRef, value: Value): boolean
  /** Whether the author gave words for such a trigger. */
  hasWords(trigger: EventRef): boolean
  /** What the character wants, as a sentence; undefined where the author gave no words for it. */
  want(character: string): string | undefined
}

/** The most facts in an opening, and the most facts learned at one occurrence. */
const MOST_FACTS = 6
const MOST_NEWS = 3

/** A scene of at least so many beats ends when the observers change. */
const FEWEST = 3

/**
 * `pause`: readers stop after this occurrence, so a scene begins there, and what follows must be understood
 * by itself. Each unit looks at one fact of the opening or at one occurrence.
 */
export function* select(fabula: Fabula, manner: Manner, words: Speakable, pause = -1): Slices<Discourse> {
  const view: View = {
    fabula,
    manner,
    words,
    pause,
    eyes: manner.focalisation === "internal" ? manner.focaliser! : undefined,
    said: new Set(),
    goals: new Map(),
  }
  const scenes: Scene[] = [yield* openingOf(view), ...(yield* scenesOf(view))]
  return { scenes: scenes.filter((each) => each.length > 0) }
}

export interface View {
  readonly fabula: Fabula
  readonly manner: Manner
  readonly words: Speakable
  readonly pause: number
  /** The focaliser; undefined: there is none. */
  readonly eyes: string | undefined
  /** Keys of the facts told so far. */
  readonly said: Set<string>
  /** By character, the last act of their plan as last told. */
  readonly goals: Map<string, string>
}

const isInside = ({ manner }: View): boolean => manner.focalisation !== "external"
const isBrief = ({ manner }: View): boolean => manner.pace === "summary"
const isShort = ({ manner }: View): boolean => manner.pace === "summary" || manner.length === "short"

// The beginning

/** Facts at the start that later occurrences need, and wishes. */
function* openingOf(view: View): Slices<Scene> {
  const { fabula, eyes, words } = view
  const wishes: string[] = []
  for (const each of isInside(view) ? (eyes === undefined ? fabula.characters : [eyes]) : []) {
    if (wishes.length < 2 && words.want(each) !== undefined) wishes.push(each)
    yield
  }
  const needed = fabula.occurrences
    .filter((each) => isLived(view, each))
    .flatMap((each) => [
      ...each.causes.filter(({ since, believers }) => since === 0 && believers.length === 0),
      ...each.motives
        .filter(({ character }) => character === eyes)
        .flatMap(({ relies, mistakes }) =>
          [...relies, ...mistakes].filter(({ since, believers }) => since === 0 && believers.length === 1),
        ),
    ])
  const fluents = distinct(needed.map((each) => each.fluent)).toSorted(
    (a, b) => rank(a, eyes) - rank(b, eyes),
  )
  const facts: FactBeat[] = []
  for (const fluent of fluents) {
    yield
    const fact = factAt(view, fluent, 0)
    if (fact !== undefined && fact.value !== false && words.hasFactWords(fluent, fact.value)) facts.push(fact)
  }
  const chosen = oneOfEachOther(facts, eyes).slice(0, isShort(view) ? 2 : MOST_FACTS)
  for (const each of chosen) view.said.add(keyOf(each))
  return [
    ...alikeTogether(bySubject(chosen)),
    ...wishes.map((character): Beat => ({ kind: "want", character })),
  ]
}

/** Facts about the focaliser come first. */
function rank(fluent: FluentRef, eyes: string | undefined): number {
  return eyes !== undefined && subjectOf(fluent) === eyes ? 0 : 1
}

function subjectOf(fluent: FluentRef): string {
  return String(fluent.arguments[0] ?? "")
}

/** All facts about the focaliser; about each other subject only the first, which ranks highest. */
function oneOfEachOther(facts: readonly FactBeat[], eyes: string | undefined): readonly FactBeat[] {
  const others = new Set<string>()
  return facts.filter(({ fluent }) => {
    const subject = subjectOf(fluent)
    if (eyes === undefined || subject === eyes) return true
    if (others.has(subject)) return false
    others.add(subject)
    return true
  })
}

/** Facts with the same property and value stand together. */
function alikeTogether(facts: readonly FactBeat[]): readonly FactBeat[] {
  const kind = ({ fluent, value }: FactBeat): string => `${fluent.name} ${String(value)}`
  const kinds = [...new Set(facts.map(kind))]
  const alone = (each: FactBeat): boolean => facts.filter((other) => kind(other) === kind(each)).length === 1
  return [...facts]
    .map((each, i) => ({ each, i }))
    .sort((a, b) =>
      alone(a.each) || alone(b.each) ? a.i - b.i : kinds.indexOf(kind(a.each)) - kinds.indexOf(kind(b.each)),
    )
    .map(({ each }) => each)
}

/** Facts about one subject stand together. */
function bySubject(facts: readonly FactBeat[]): readonly FactBeat[] {
  const order = [...new Set(facts.map(({ fluent }) => subjectOf(fluent)))]
  return [...facts].sort((a, b) => order.indexOf(subjectOf(a.fluent)) - order.indexOf(subjectOf(b.fluent)))
}

function factAt({ fabula, eyes }: View, fluent: FluentRef, moment: number): FactBeat | undefined {
  const believers = eyes === undefined ? [] : [eyes]
  const standing = standingAt(fabula, moment, believers, fluent.label)
  return standing === null || standing.value === null
    ? undefined
    : { kind: "fact", believers, fluent, value: standing.value, moment }
}

function keyOf({ fluent, value }: FactBeat): string {
  return `${fluent.label} ${String(value)}`
}

// What happens

/**
 * Whether the focaliser observes it. Triggers are told of only without a focaliser; a focaliser's beats tell
 * their effects.
 */
function isLived({ eyes, manner }: View, { kind, observers }: Occurrence): boolean {
  if (kind === "trigger") return eyes === undefined && manner.focalisation === "zero"
  return eyes === undefined || observers.includes(eyes)
}

function* scenesOf(view: View): Slices<readonly Scene[]> {
  const scenes: Beat[][] = []
  let company = ""
  let missed = false
  let last = 0
  for (const occurrence of view.fabula.occurrences) {
    yield
    const beats = beatsOf(view, occurrence)
    if (beats.length === 0) {
      missed ||= occurrence.kind === "act"
      continue
    }
    const present = occurrence.kind === "act" ? [...occurrence.observers].sort().join() : company
    const isAfterPause = last <= view.pause && occurrence.number > view.pause
    if (
      scenes.length === 0 ||
      missed ||
      isAfterPause ||
      (present !== company && scenes.at(-1)!.length >= FEWEST)
    )
      scenes.push([])
    scenes.at(-1)!.push(...beats)
    company = present
    last = occurrence.number
    missed = false
  }
  return scenes
}

function beatsOf(view: View, occurrence: Occurrence): readonly Beat[] {
  if (!isLived(view, occurrence))
    return occurrence.kind === "trigger" ? feltConsequence(view, occurrence) : newsOf(view, occurrence)
  if (occurrence.kind === "trigger") return consequences(view, occurrence)
  const { number, motives, surprised } = occurrence
  const minds = isInside(view) && !isBrief(view)
  const before = minds
    ? motives
        .filter(({ character }) => view.eyes === undefined || character === view.eyes)
        .flatMap((each) => motiveBeats(view, occurrence, each))
    : []
  const startled =
    minds && !isShort(view)
      ? surprised
          .filter((each) => (view.eyes === undefined || each === view.eyes) && isStartling(occurrence, each))
          .slice(0, 1)
      : []
  remember(view, occurrence)
  const unmet = minds ? unmetBeats(view, occurrence) : []
  const doubts = minds && !isShort(view) ? doubtBeats(view, occurrence) : []
  return [
    ...before,
    ...doubts,
    ...unmet,
    { kind: "act", occurrence: number },
    ...startled.map((character): Beat => ({ kind: "surprise", occurrence: number, character })),
    ...(view.eyes === undefined ? [] : [...newsOf(view, occurrence), ...inferred(view, occurrence)]),
  ]
}

/**
 * The character was wrong about the world, not only about a mind, and the act is neither theirs nor done to
 * them.
 */
function isStartling({ changes, arguments: values }: Occurrence, character: string): boolean {
  return (
    values[0] !== character &&
    changes.some((each) => !each.isBeyond && each.how === "surprised" && isSame(each.believers, [character]))
  )
}

/** Marks the act's effects as told, since its sentence implies them. */
function remember(view: View, { changes }: Occurrence): void {
  const believers = view.eyes === undefined ? [] : [view.eyes]
  for (const { fluent, after } of changes.filter(
    (each) =>
      !each.isBeyond &&
      isSame(each.believers, believers) &&
      (each.how === "effect" || each.how === "saw") &&
      !each.isOutright,
  )) {
    view.said.add(`${fluent.label} ${String(after)}`)
  }
}

/**
 * The end of a character's plan. It is left out if told before, or if it comes next. Their wrong beliefs are
 * told as facts through the character, and as errors by an all-knowing narrator.
 */
function motiveBeats(view: View, occurrence: Occurrence, motive: Motive): readonly Beat[] {
  const { character, plan, supposing: supposed, mistakes } = motive
  const last = plan?.at(-1)?.act
  // Of a plan in hope it is told what others shall do; what its owner will do depends on what they find.
  const dependsOnAnswer =
    supposed !== undefined && last !== undefined && parseLabel(last).arguments[0] === character
  const goal = dependsOnAnswer ? undefined : last
  const isKnown =
    goal === undefined || view.goals.get(character) === goal || nextLived(view, occurrence)?.label === goal
  if (goal !== undefined) view.goals.set(character, goal)
  const errors = mistakes.filter(({ believers, value }) => believers.length === 1 && value !== null)
  const beliefs = isShort(view)
    ? []
    : errors.flatMap((each) => errorBeat(view, occurrence, character, each) ?? []).slice(0, MOST_NEWS)
  return [
    ...beliefs,
    ...hopeBeats(view, occurrence, motive),
    ...(isKnown
      ? []
      : [{ kind: "intention" as const, occurrence: occurrence.number, character, acts: [goal] }]),
  ]
}

/** A character on whom the focaliser had counted does something else. */
function unmetBeats(view: View, { number, label, consenting, motives }: Occurrence): readonly Beat[] {
  const { eyes } = view
  const awaited = eyes === undefined ? undefined : view.goals.get(eyes)
  if (eyes === undefined || awaited === undefined) return []
  // What has come about is awaited no longer, whatever they do next.
  if (awaited === label) view.goals.delete(eyes)
  if (awaited === label || consenting.length === 0 || consenting.includes(eyes)) return []
  const isTheirs = consenting.some((each) => each === parseLabel(awaited).arguments[0])
  const onTheWay = view.fabula.occurrences.some(
    (each) =>
      each.number < number &&
      each.motives.some(
        ({ character, plan }) => character === eyes && plan?.some((step) => step.act === label),
      ),
  )
  if (!isTheirs || onTheWay || motives.length === 0) return []
  view.goals.delete(eyes)
  return [{ kind: "unmet", occurrence: number, character: eyes, act: awaited }]
}

function nextLived(view: View, { number }: Occurrence): Occurrence | undefined {
  return view.fabula.occurrences.find(
    (each) => each.number > number && each.kind === "act" && isLived(view, each),
  )
}

function errorBeat(
  view: View,
  { number }: Occurrence,
  character: string,
  { fluent, value, actual }: Mistake,
): Beat | undefined {
  const fact: FactBeat = { kind: "fact", believers: [character], fluent, value, moment: number - 1 }
  const isUnaware = value === false && actual === true
  const speaks = isUnaware
    ? view.eyes === undefined && view.words.hasFactWords(fluent, true)
    : value !== false && view.words.hasFactWords(fluent, value)
  const key = `${character}: ${keyOf(fact)}`
  if (!speaks || view.said.has(key) || (view.eyes !== undefined && view.said.has(keyOf(fact))))
    return undefined
  view.said.add(key)
  return view.eyes === undefined ? { kind: "error", occurrence: number, fact, actual } : fact
}

/**
 * What the focaliser learns besides the act itself: as a surprise, because the effect states it, or by
 * inference.
 */
function newsOf(view: View, { number, changes }: Occurrence): readonly Beat[] {
  const { eyes } = view
  if (eyes === undefined || isShort(view)) return []
  const learnt = changes.filter(
    (each) =>
      isSame(each.believers, [eyes]) &&
      (each.how === "surprised" || each.isOutright || each.isFromAct) &&
      each.after !== null,
  )
  return bySubject(learnt.flatMap((each) => freshFact(view, each, [eyes], number))).slice(0, MOST_NEWS)
}

function freshFact(
  view: View,
  { fluent, before, after, isFromAct }: Change,
  believers: readonly string[],
  moment: number,
): readonly FactBeat[] {
  const fact: FactBeat = {
    kind: "fact",
    believers,
    fluent,
    value: after,
    moment,
    ...(before === true ? { isOver: true as const } : {}),
    ...(isFromAct ? { isInferred: true as const } : {}),
  }
  if (view.said.has(keyOf(fact)) || !view.words.hasFactWords(fluent, after)) return []
  view.said.add(keyOf(fact))
  // A value that a later part of the same occurrence overrides is left out.
  return standingAt(view.fabula, moment, believers, fluent.label)?.value === after ? [fact] : []
}

/** A trigger that changes the focaliser's beliefs: in the author's words, if there are any, else as facts. */
function feltConsequence(view: View, occurrence: Occurrence): readonly Beat[] {
  const { eyes, words } = view
  const { number, changes } = occurrence
  const felt =
    eyes === undefined ? [] : changes.filter((each) => !each.isBeyond && isSame(each.believers, [eyes]))
  if (eyes === undefined || felt.length === 0 || !words.hasWords(occurrence)) return newsOf(view, occurrence)
  const facts = felt.map(
    ({ fluent, after }): FactBeat => ({
      kind: "fact",
      believers: [eyes],
      fluent,
      value: after,
      moment: number,
    }),
  )
  for (const each of facts) view.said.add(keyOf(each))
  return [{ kind: "consequence", occurrence: number, trigger: occurrence, changes: lasting(view, facts) }]
}

/** Triggers that the focaliser infers. */
function inferred(view: View, { number, changes }: Occurrence): readonly Beat[] {
  const { eyes, words } = view
  const mine = changes.filter(
    (each) =>
      !each.isBeyond &&
      isSame(each.believers, [eyes!]) &&
      each.how === "inferred" &&
      !each.isOutright &&
      each.rule !== undefined,
  )
  return distinct(mine.map((each) => each.rule!)).flatMap((trigger): readonly Beat[] => {
    const facts = mine
      .filter((each) => each.rule!.label === trigger.label)
      .map(
        ({ fluent, after }): FactBeat => ({
          kind: "fact",
          believers: [eyes!],
          fluent,
          value: after,
          moment: number,
        }),
      )
    for (const each of facts) view.said.add(keyOf(each))
    return words.hasWords(trigger)
      ? [{ kind: "consequence", occurrence: number, trigger, changes: lasting(view, facts) }]
      : []
  })
}

function consequences(view: View, occurrence: Occurrence): readonly Beat[] {
  const { number, changes } = occurrence
  const facts = changes
    .filter(({ believers, isBeyond }) => !isBeyond && believers.length === 0)
    .map(
      ({ fluent, after }): FactBeat => ({
        kind: "fact",
        believers: [],
        fluent,
        value: after,
        moment: number,
      }),
    )
  return view.words.hasWords(occurrence)
    ? [{ kind: "consequence", occurrence: number, trigger: occurrence, changes: lasting(view, facts) }]
    : []
}

function lasting({ fabula }: View, facts: readonly FactBeat[]): readonly FactBeat[] {
  return facts.filter(
    ({ believers, fluent, value, moment }) =>
      standingAt(fabula, moment, believers, fluent.label)?.value === value,
  )
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i])
}
