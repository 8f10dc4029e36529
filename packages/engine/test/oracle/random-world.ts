/**
 * Small worlds of the hard kind, in Sabre's words so that a report can be read: nested beliefs, lies,
 * observing that hangs on beliefs, surprises, numbers, disjunctions, unknowns, triggers. The same seed gives
 * the same world.
 *
 * Chance alone makes worlds in which nothing can be done. So conditions lean towards what holds at the
 * beginning or what some effect, already written, may bring about, and wants lean towards what does not hold
 * yet. And every other world has stairs: steps up and down that several people must take one after another,
 * for wants that rise and fall with the height.
 *
 * A world may also have news (D33, D34): more triggers, and properties that everybody is to know;
 * `random-marks.ts` says of the compiled world which those are and what is unforeseen, for these words
 * cannot.
 */
import { type Dice, diceOf } from "./dice.js"
import { type News, noNews } from "./random-marks.js"

export interface RandomWorld {
  readonly text: string
  readonly limits: { readonly author: number; readonly character: number; readonly belief: number }
}

type Kind = "truth" | "room" | "person" | "number"

/** A fluent of the world, ground or (with a variable) inside an action. */
interface Fluent {
  readonly text: string
  readonly kind: Kind
}

/** What is known while a world is written. */
interface Draft {
  readonly dice: Dice
  readonly people: readonly string[]
  readonly fluents: readonly Fluent[]
  /** What everybody knows: read like any other, written outside minds only. */
  readonly commons: readonly Fluent[]
  readonly news: News
  /** How high the stairs go; 0: there are none. */
  readonly rungs: number
  /** Whether the last step up needs a key, which is worth nothing by itself, except perhaps to the author. */
  readonly hasKey: boolean
  /** Values that a fluent has at the beginning, in somebody's mind too, or that an effect gives it. */
  readonly seen: Map<string, string[]>
  readonly start: Map<string, string>
  /** What somebody believes wrongly at the beginning. */
  readonly mistakes: { readonly c: string; readonly fluent: Fluent; readonly value: string }[]
  /** What actions bring about, as conditions, with those who consent. */
  readonly hopes: { readonly test: string; readonly of: readonly string[] }[]
}

const rooms = ["X", "Y"]

export function randomWorld(seed: number, news = noNews): RandomWorld {
  const dice = diceOf(seed)
  const people = dice.chance(30) ? ["A", "B", "C"] : ["A", "B"]
  const rungs = seed % 2 === 0 ? 0 : dice.pick([2, 3, 3, 4])
  const hasKey = rungs > 0 && dice.chance(40)
  const { declarations, fluents } = properties(dice, people, kinds, rungs)
  const common = properties(dice, people, news.hasCommon ? commonKinds : [], 0)
  const draft: Draft = {
    dice,
    people,
    fluents,
    commons: common.fluents,
    news,
    rungs,
    hasKey,
    seen: new Map(),
    start: new Map(),
    mistakes: [],
    hopes: [],
  }
  const lines = [
    "type room;",
    ...rooms.map((each) => `entity ${each} : room;`),
    ...people.map((each) => `entity ${each} : character;`),
    ...declarations,
    ...common.declarations,
    ...initial(draft),
    ...actions(draft),
    ...stairs(draft),
    ...hours(draft),
    ...luck(draft),
    ...triggers(draft),
    ...utilities(draft),
  ]
  return { text: lines.join("\n") + "\n", limits: limitsFor(draft) }
}

function limitsFor({ dice, rungs }: Draft): RandomWorld["limits"] {
  if (rungs > 0)
    return {
      author: dice.pick([3, 4, 4]),
      character: dice.pick([2, 3, 3, 4, 4]),
      belief: dice.pick([1, 1, 2, 2, 3]),
    }
  return {
    author: dice.pick([2, 3, 3, 4, 4]),
    character: dice.pick([1, 2, 2, 3, 3, 4]),
    belief: dice.pick([0, 1, 1, 2, 3]),
  }
}

type Candidate = readonly [name: string, kind: Kind, type: string, isAboutPeople: boolean, percent: number]

const kinds: readonly Candidate[] = [
  ["p", "truth", "boolean", false, 100],
  ["q", "truth", "boolean", false, 70],
  ["glad", "truth", "boolean", true, 40],
  ["at", "room", "room", true, 50],
  ["key", "room", "room", false, 40],
  ["love", "person", "character", false, 35],
  ["n", "number", "number", false, 70],
  ["m", "number", "number", true, 30],
  ["k", "number", "number", false, 30],
]

/** Their names are those that `random-marks.ts` makes common. */
const commonKinds: readonly Candidate[] = [
  ["clock", "number", "number", false, 75],
  ["rain", "truth", "boolean", false, 60],
  ["host", "person", "character", false, 35],
  ["known", "truth", "boolean", true, 25],
]

interface Properties {
  readonly declarations: readonly string[]
  readonly fluents: readonly Fluent[]
}

function properties(
  dice: Dice,
  people: readonly string[],
  kinds: readonly Candidate[],
  rungs: number,
): Properties {
  const chosen = kinds.filter(([name, , , , percent]) => dice.chance(percent) || (name === "n" && rungs > 0))
  const declarations = chosen.map(
    ([name, , type, isAboutPeople]) => `property ${name}(${isAboutPeople ? "c : character" : ""}) : ${type};`,
  )
  const fluents = chosen.flatMap(([name, kind, , isAboutPeople]) =>
    (isAboutPeople ? people : [""]).map((each) => ({ text: `${name}(${each})`, kind })),
  )
  return { declarations, fluents }
}

function valueFor({ dice, people }: Draft, kind: Kind): string {
  if (kind === "truth") return dice.pick(["True", "False"])
  if (dice.chance(4)) return "?"
  return kind === "room"
    ? dice.pick(rooms)
    : kind === "person"
      ? dice.pick(people)
      : dice.pick(["0", "1", "2", "3"])
}

function isSeen({ seen }: Draft, { text }: Fluent, value: string): void {
  seen.set(text, [...(seen.get(text) ?? []), value])
}

function say(fluent: Fluent, value: string): string {
  if (fluent.kind === "truth") return value === "True" ? fluent.text : `!${fluent.text}`
  return `${fluent.text} = ${value}`
}

/** What is true, then up to four wrong beliefs, up to two deep. */
function initial(draft: Draft): readonly string[] {
  const truths = [...draft.fluents, ...draft.commons].map((fluent) => {
    const value = isHeight(draft, fluent)
      ? "0"
      : draft.hasKey && fluent.text === "p()"
        ? "False"
        : valueFor(draft, fluent.kind)
    draft.start.set(fluent.text, value)
    isSeen(draft, fluent, value)
    return `${say(fluent, value)};`
  })
  const { dice, fluents, rungs } = draft
  const doubted = rungs > 0 && dice.chance(75) ? fluents.filter((each) => !isHeight(draft, each)) : fluents
  const beliefs = Array.from({ length: dice.below(5) }, () => {
    const fluent = dice.pick(doubted)
    const value = valueFor(draft, fluent.kind)
    isSeen(draft, fluent, value)
    if (dice.chance(45)) return mistaken(draft, fluent, value)
    return `${inMinds(draft, 60, say(fluent, value))};`
  })
  return [...truths, ...beliefs]
}

function mistaken({ dice, people, mistakes }: Draft, fluent: Fluent, value: string): string {
  const c = dice.pick(people)
  mistakes.push({ c, fluent, value })
  return `believes(${c}, ${say(fluent, value)});`
}

/** Stairs are climbed in n(). */
function isHeight({ rungs }: Draft, { text }: Fluent): boolean {
  return rungs > 0 && text === "n()"
}

/** The text within one mind, perhaps within two. */
function inMinds({ dice, people }: Draft, percentDeeper: number, text: string): string {
  const inner = `believes(${dice.pick(people)}, ${text})`
  return dice.chance(percentDeeper) ? `believes(${dice.pick(people)}, ${inner})` : inner
}

/** Where a formula stands: with which variable for a character, if any, and how far it may still grow. */
interface Scope {
  readonly variables: readonly string[]
  readonly room: number
}

/** To be read. */
function anyFluent(draft: Draft, scope: Scope): Fluent {
  const { dice, commons } = draft
  return oneOf(draft, scope, commons.length > 0 && dice.chance(25) ? commons : draft.fluents)
}

/** To be written: `isOutside` if it stands in nobody's mind, where alone what is common may be written. */
function changingFluent(draft: Draft, scope: Scope, isOutside = false): Fluent {
  const { dice, commons } = draft
  return oneOf(draft, scope, isOutside && commons.length > 0 && dice.chance(40) ? commons : draft.fluents)
}

function oneOf(draft: Draft, scope: Scope, fluents: readonly Fluent[]): Fluent {
  const fluent = draft.dice.pick(fluents)
  if (scope.variables.length === 0 || !draft.dice.chance(60)) return fluent
  const { text } = fluent
  const variable = draft.dice.pick(scope.variables)
  return /\((\w+)\)/.test(text) ? { ...fluent, text: text.replace(/\(\w+\)/, `(${variable})`) } : fluent
}

/** All that one may read of this kind. */
function readable({ fluents, commons }: Draft, kind: Kind): readonly Fluent[] {
  return [...fluents, ...commons].filter((each) => each.kind === kind)
}

function likelyValue(draft: Draft, fluent: Fluent): string {
  const seen = draft.seen.get(fluent.text)
  return seen !== undefined && draft.dice.chance(85) ? draft.dice.pick(seen) : valueFor(draft, fluent.kind)
}

/** A condition, in brackets wherever another may stand beside it. */
function condition(draft: Draft, scope: Scope): string {
  const { dice } = draft
  const smaller = { ...scope, room: scope.room - 1 }
  const part = (): string => condition(draft, smaller)
  if (scope.room <= 0 || dice.chance(40)) return literal(draft, scope)
  switch (dice.below(12)) {
    case 0:
    case 1:
      return `(${part()} & ${part()})`
    case 2:
    case 3:
      return `(${part()} | ${part()})`
    case 4:
    case 5:
    case 6:
      return `believes(${person(draft, scope)}, ${part()})`
    case 7:
      return `!(${part()})`
    case 8:
      return `(if(${part()}) ${literal(draft, scope)} else ${literal(draft, scope)})`
    case 9:
      return `(${dice.pick(["forall", "exists"])}(x : character) ${bare(condition(draft, withVariable(smaller, "x")))})`
    default:
      return comparison(draft, scope)
  }
}

function bare(text: string): string {
  return text.startsWith("(") ? text : `(${text})`
}

function withVariable(scope: Scope, name: string): Scope {
  return { ...scope, variables: [...scope.variables, name] }
}

function person({ dice, people }: Draft, { variables }: Scope): string {
  return variables.length > 0 && dice.chance(50) ? dice.pick(variables) : dice.pick(people)
}

function literal(draft: Draft, scope: Scope): string {
  const fluent = anyFluent(draft, scope)
  const value = likelyValue(draft, fluent)
  if (fluent.kind === "truth") return value === "True" ? fluent.text : `!${fluent.text}`
  if (fluent.kind === "number")
    return `${fluent.text} ${draft.dice.pick(["==", "==", ">=", "<=", "!="])} ${value}`
  return `${fluent.text} ${draft.dice.chance(85) ? "==" : "!="} ${value}`
}

/** Two fluents beside one another, or a calculation. */
function comparison(draft: Draft, scope: Scope): string {
  const { dice } = draft
  const one = anyFluent(draft, scope)
  const other = dice.pick(readable(draft, one.kind))
  if (one.kind === "truth") return `(${one.text} ${dice.pick(["==", "!="])} ${other.text})`
  if (one.kind !== "number")
    return `(${one.text} ${dice.pick(["==", "!="])} ${mindly(draft, scope, other.text)})`
  const left = dice.chance(50)
    ? one.text
    : `(${one.text} ${dice.pick(["+", "-", "*"])} ${dice.pick(["1", "2"])})`
  return `(${left} ${dice.pick(["==", "!=", ">", ">=", "<", "<="])} ${mindly(draft, scope, other.text)})`
}

function mindly(draft: Draft, scope: Scope, text: string): string {
  return draft.dice.chance(25) ? `believes(${person(draft, scope)}, ${text})` : text
}

/** A change, and the condition that it makes true. */
interface Change {
  readonly text: string
  readonly hope: string
}

/** One change, perhaps only in a mind, perhaps on a condition. */
function effect(draft: Draft, scope: Scope): Change {
  const { dice } = draft
  if (draft.commons.length > 0 && dice.chance(30)) return commonEffect(draft, scope)
  const change = assignment(draft, scope)
  const when = (): string => condition(draft, { ...scope, room: 1 })
  switch (dice.below(14)) {
    case 0:
    case 1:
      return inMind(person(draft, scope), change)
    case 2:
      return inMind(person(draft, scope), inMind(person(draft, scope), change))
    case 3:
      return { text: `(if(${when()}) ${change.text})`, hope: change.hope }
    case 4:
      return {
        text: `(if(${when()}) ${change.text} else ${assignment(draft, scope).text})`,
        hope: change.hope,
      }
    case 5:
      return beliefAssignment(draft, scope)
    case 6:
      return forEverybody(draft, scope)
    default:
      return change
  }
}

/** A change outside minds, of what is common as often as not. */
function commonEffect(draft: Draft, scope: Scope): Change {
  const { dice } = draft
  const change = assignment(draft, scope, true)
  const when = (): string => condition(draft, { ...scope, room: 1 })
  switch (dice.below(5)) {
    case 0:
      return { text: `(if(${when()}) ${change.text})`, hope: change.hope }
    case 1:
      return {
        text: `(if(${when()}) ${change.text} else ${assignment(draft, scope, true).text})`,
        hope: change.hope,
      }
    case 2:
      return forEverybody(draft, scope, true)
    default:
      return change
  }
}

function inMind(c: string, { text, hope }: Change): Change {
  return { text: `believes(${c}, ${text})`, hope: `believes(${c}, ${hope})` }
}

function forEverybody(draft: Draft, scope: Scope, isOutside = false): Change {
  const within = withVariable(scope, "y")
  const { text, hope } = assignment(draft, within, isOutside)
  return {
    text: `(forall(y : character) (if(${literal(draft, within)}) ${text}))`,
    hope: `(exists(y : character) (${hope}))`,
  }
}

function assignment(draft: Draft, scope: Scope, isOutside = false): Change {
  const { dice } = draft
  const fluent = changingFluent(draft, scope, isOutside)
  const other = dice.pick(readable(draft, fluent.kind))
  if (dice.chance(10) && other.text !== fluent.text) return copied(fluent.text, other.text)
  return changed(draft, fluent)
}

function copied(one: string, other: string): Change {
  return { text: `${one} = ${other}`, hope: `${one} == ${other}` }
}

function ask(fluent: Fluent, value: string): string {
  return fluent.kind === "truth" ? say(fluent, value) : `${fluent.text} == ${value}`
}

function counted(draft: Draft, fluent: Fluent): Change {
  const operator = draft.dice.chance(75) ? "+" : "-"
  const text = `${fluent.text} = ${fluent.text} ${operator} 1`
  const from = Number(draft.start.get(fluent.text) ?? "?")
  if (Number.isNaN(from)) return { text, hope: `${fluent.text} >= 2` }
  const to = String(Math.max(0, operator === "+" ? from + 1 : from - 1))
  isSeen(draft, fluent, to)
  return { text, hope: `${fluent.text} == ${to}` }
}

/** `believes(c, f) = v`: the value is read here, not there. */
function beliefAssignment(draft: Draft, scope: Scope): Change {
  const fluent = draft.dice.pick(draft.fluents)
  const other = draft.dice.pick(readable(draft, fluent.kind))
  return copied(`believes(${person(draft, scope)}, ${fluent.text})`, other.text)
}

function otherThanNow(draft: Draft, fluent: Fluent): string {
  const tries = Array.from({ length: 4 }, () => valueFor(draft, fluent.kind))
  return tries.find((each) => each !== draft.start.get(fluent.text)) ?? tries[0]
}

/** Steps from one height to another, mostly up by one. */
function stairs(draft: Draft): readonly string[] {
  const { dice, rungs, people, hasKey } = draft
  if (rungs === 0) return []
  const key = `action key() { precondition: ${dice.pick(["!p()", "n() == 0"])}; effect: p(); consenting: ${dice.pick(people)}; };`
  const up = Array.from({ length: rungs }, (_, i) => step(draft, i, i, i + 1))
  const others = Array.from({ length: dice.below(3) }, (_, i) =>
    step(draft, rungs + i, dice.below(rungs + 1), dice.below(rungs + 1)),
  )
  return [...(hasKey ? [key] : []), ...up, ...others]
}

function step(draft: Draft, i: number, from: number, to: number): string {
  const { dice, people, hopes, hasKey, rungs } = draft
  const scope: Scope = { variables: [], room: 1 }
  isSeen(draft, { text: "n()", kind: "number" }, String(to))
  const who = climbers(draft, i)
  const before = dice.chance(80)
    ? `n() == ${from}`
    : dice.pick([`n() >= ${from}`, `n() <= ${from}`, `believes(${dice.pick(people)}, n() == ${from})`])
  const also = hopes.length > 0 && dice.chance(70) ? dice.pick(hopes).test : startingCondition(draft, scope)
  const more = dice.chance(20) ? effect(draft, scope) : undefined
  if (more !== undefined) remember(draft, scope, more.hope, who)
  const parts = [
    `precondition: ${before}${hasKey && to === rungs ? " & p()" : dice.chance(12) ? ` & ${also}` : ""};`,
    `effect: ${to === from + 1 && dice.chance(50) ? "n() = n() + 1" : `n() = ${to}`}${more === undefined || more.text.includes("n() =") ? "" : ` & ${more.text}`};`,
    who.length === 0 ? "" : `consenting: ${who.join(", ")};`,
    dice.chance(80) ? "" : observing(draft, scope),
  ]
  return `action s${i}() { ${parts.filter((each) => each !== "").join(" ")} };`
}

/**
 * What changes for everybody though few see it, what can be done only then, and what only after that, by
 * somebody else.
 */
function hours(draft: Draft): readonly string[] {
  const { dice, commons, people } = draft
  if (commons.length === 0 || dice.chance(30)) return []
  const scope: Scope = { variables: [], room: 0 }
  const [first, second] = dice.chance(50) ? people : [...people].reverse()
  const then = changed(draft, dice.pick(commons))
  const early = changed(draft, dice.pick(draft.fluents))
  const late = changed(draft, dice.pick(draft.fluents))
  remember(draft, scope, early.hope, dice.chance(25) ? [first] : [])
  for (let i = 0; i < 8; i++) remember(draft, scope, late.hope, [first, second])
  const seen = dice.pick(["", "o == ?", "o == ?", `o == ${second}`, `o != ${first}`])
  return [
    `action tick() { effect: ${then.text}; ${dice.chance(25) ? `consenting: ${first};` : ""} ${seen === "" ? "" : `observing(o : character): ${seen};`} };`,
    `action early() { precondition: ${then.hope}; effect: ${early.text}; consenting: ${first}; };`,
    `action late() { precondition: ${early.hope}${dice.chance(70) ? ` & ${then.hope}` : ""}; effect: ${late.text}; consenting: ${second}${dice.chance(20) ? `, ${first}` : ""}; };`,
  ]
}

/**
 * What works after something else has been done, and with luck (which `random-marks.ts` makes unforeseen)
 * without.
 */
function luck(draft: Draft): readonly string[] {
  const { dice, news, people } = draft
  if (!news.hasUnforeseen || dice.chance(50)) return []
  const scope: Scope = { variables: [], room: 0 }
  const who = dice.pick(people)
  const before = changed(draft, dice.pick(draft.fluents))
  const prize = changed(draft, dice.pick(draft.fluents))
  for (let i = 0; i < 3; i++) remember(draft, scope, prize.hope, [who])
  return [
    `action ready() { effect: ${before.text}; consenting: ${who}; };`,
    `action luck() { effect: (if(${before.hope}) ${prize.text}) & (if(${literal(draft, scope)}) ${prize.text}); consenting: ${who}; };`,
  ]
}

function changed(draft: Draft, fluent: Fluent): Change {
  if (fluent.kind === "number" && draft.dice.chance(60)) return counted(draft, fluent)
  const value = otherThanNow(draft, fluent)
  isSeen(draft, fluent, value)
  return { text: say(fluent, value), hope: ask(fluent, value) }
}

/** Who must take a step: often the next in turn. */
function climbers({ dice, people }: Draft, i: number): readonly string[] {
  if (dice.chance(8)) return []
  if (dice.chance(45)) return [people[i % people.length]]
  return dice.chance(25) ? [dice.pick(people), dice.pick(people)] : [dice.pick(people)]
}

function actions(draft: Draft): readonly string[] {
  const { dice, people } = draft
  const texts: string[] = []
  const most = draft.rungs > 0 ? dice.pick([0, 0, 1, 2, 3]) : 3 + dice.below(5)
  for (let ground = most, i = 0; ground > 0; i++) {
    const isForEach = ground >= people.length && dice.chance(20)
    ground -= isForEach ? people.length : 1
    texts.push(action(draft, `a${i}`, isForEach ? { variables: ["v"], room: 2 } : { variables: [], room: 2 }))
  }
  return texts
}

function action(draft: Draft, name: string, scope: Scope): string {
  const { dice } = draft
  const parameters = scope.variables.map((each) => `${each} : character`).join(", ")
  const conditions = Array.from({ length: dice.pick([1, 1, 2]) }, () => startingCondition(draft, scope))
  const changes = Array.from({ length: 1 + dice.below(2) }, () => effect(draft, scope))
  const who = consenting(draft, scope)
  for (const { hope } of changes) remember(draft, scope, hope, who)
  const parts = [
    dice.chance(15) ? "" : `precondition: ${conditions.join(" & ")};`,
    dice.chance(4) ? "" : `effect: ${changes.map((each) => each.text).join(" & ")};`,
    who.length === 0 ? "" : `consenting: ${who.join(", ")};`,
    observing(draft, scope),
  ]
  return `action ${name}(${parameters}) { ${parts.filter((each) => each !== "").join(" ")} };`
}

/** With a variable, everybody who may stand for it has the hope. */
function remember(
  { hopes, people }: Draft,
  { variables }: Scope,
  hope: string,
  who: readonly string[],
): void {
  if (variables.length === 0) hopes.push({ test: hope, of: who })
  else
    for (const c of people)
      hopes.push({ test: hope.replaceAll(/\bv\b/g, c), of: who.map((each) => (each === "v" ? c : each)) })
}

/**
 * Many conditions are about what is so at the beginning, or what an earlier action brings about, so that one
 * thing leads to another.
 */
function startingCondition(draft: Draft, scope: Scope): string {
  const { dice, hopes } = draft
  if (dice.chance(30)) return condition(draft, scope)
  if (draft.mistakes.length > 0 && dice.chance(35)) return surprising(draft)
  if (hopes.length > 0 && dice.chance(45)) return dice.pick(hopes).test
  const fluent = dice.pick(draft.fluents)
  const test = ask(fluent, draft.start.get(fluent.text) as string)
  return dice.chance(25) ? `believes(${person(draft, scope)}, ${test})` : test
}

/** As a rule so at the beginning, but not for somebody who is wrong. */
function surprising({ dice, mistakes, start, fluents }: Draft): string {
  const { fluent, value } = dice.pick(mistakes)
  const now = start.get(fluent.text) as string
  if (fluent.kind === "truth") return ask(fluent, now)
  if (fluent.kind !== "number" || dice.chance(40))
    return dice.chance(35) ? ask(fluent, now) : `${fluent.text} != ${value}`
  const other = dice.pick([
    now,
    value,
    ...fluents.filter((each) => each.kind === "number").map((each) => each.text),
  ])
  return `${fluent.text} ${Number(now) > Number(value) ? dice.pick([">", ">="]) : dice.pick(["<", "<="])} ${other}`
}

function consenting(draft: Draft, scope: Scope): readonly string[] {
  const { dice, people } = draft
  if (dice.chance(27)) return []
  const first = scope.variables.length > 0 && dice.chance(80) ? scope.variables[0] : dice.pick(people)
  return dice.chance(20) ? [first, dice.pick(people)] : [first]
}

function observing(draft: Draft, scope: Scope): string {
  const { dice, people } = draft
  if (dice.chance(35)) return ""
  const seers = [...people, ...scope.variables]
  const where = draft.fluents.some((each) => each.text.startsWith("at("))
    ? [`at(o) == at(${dice.pick(seers)})`]
    : []
  const which = dice.pick([
    `o == ${dice.pick(seers)}`,
    `(o == ${dice.pick(seers)} | ${condition(draft, { variables: ["o"], room: 1 })})`,
    `o != ${dice.pick(people)}`,
    condition(draft, { variables: ["o"], room: 1 }),
    ...where,
  ])
  return `observing(o : character): ${which};`
}

function triggers(draft: Draft): readonly string[] {
  const { dice, news } = draft
  const texts = Array.from(
    { length: dice.pick(draft.rungs > 0 ? [0, 0, 0, 0, 1, 2] : [0, 0, 1, 1, 2, 3]) },
    () => trigger(draft),
  )
  const more =
    news === noNews ? [] : Array.from({ length: dice.pick([0, 1, 1, 2]) }, () => consequence(draft))
  return [...texts, ...more].map((each, i) => `trigger t${i}() { ${each} };`)
}

/** What an act brings about brings about something else, which somebody may want. */
function consequence(draft: Draft): string {
  const { dice, hopes, commons, people } = draft
  const fluent = dice.pick(commons.length > 0 && dice.chance(40) ? commons : draft.fluents)
  const value = otherThanNow(draft, fluent)
  isSeen(draft, fluent, value)
  const when = hopes.length > 0 ? dice.pick(hopes).test : literal(draft, { variables: [], room: 0 })
  hopes.push({ test: ask(fluent, value), of: people })
  if (dice.chance(35)) return corrected(draft, fluent, when, value)
  return `precondition: ${when} & !(${ask(fluent, value)}); effect: ${say(fluent, value)};`
}

/**
 * Something happens, and then perhaps something else to the same fluent: if half of it is unforeseen, what
 * rests now may stir.
 */
function corrected(draft: Draft, fluent: Fluent, when: string, value: string): string {
  const other = say(fluent, valueFor(draft, fluent.kind))
  return `precondition: ${when}; effect: ${say(fluent, value)} & (if(${literal(draft, { variables: [], room: 0 })}) ${other});`
}

function trigger(draft: Draft): string {
  const { dice, people } = draft
  const fluent = dice.pick(draft.fluents)
  const value = otherThanNow(draft, fluent)
  isSeen(draft, fluent, value)
  const when = condition(draft, { variables: [], room: 1 })
  const isAlready = ask(fluent, value)
  if (dice.chance(35)) {
    const c = dice.pick(people)
    return `precondition: ${when} & believes(${c}, !(${isAlready})); effect: believes(${c}, ${say(fluent, value)});`
  }
  const counts = fluent.kind === "number" && dice.chance(40)
  if (counts)
    return `precondition: ${when} & ${fluent.text} < 3; effect: ${fluent.text} = ${fluent.text} + 1;`
  return dice.chance(85)
    ? `precondition: ${when} & !(${isAlready}); effect: ${say(fluent, value)};`
    : `precondition: ${when}; effect: ${say(fluent, value)};`
}

function utilities(draft: Draft): readonly string[] {
  const of = (who: string): string => `utility(${who}): ${utility(draft, who)};`
  return [of(""), ...draft.people.filter(() => draft.dice.chance(95)).map(of)]
}

/** Right-associative minus does no harm here: the text means what it means. */
function utility(draft: Draft, who: string): string {
  const { dice } = draft
  if (draft.rungs > 0 && dice.chance(90))
    return dice.chance(15) ? `${worths(draft, who)} + ${term(draft, who)}` : worths(draft, who)
  const terms = Array.from({ length: (who === "" ? 2 : 1) + dice.below(2) }, () => term(draft, who))
  return terms.length === 1 ? terms[0] : terms.join(dice.chance(95) ? " + " : " - ")
}

/** What each height is worth; to the author often only from some height on, or only the key. */
function worths({ dice, rungs, people, hasKey }: Draft, who: string): string {
  if (who === "" && hasKey && dice.chance(40)) return "(if(p()) 1 else 0)"
  if (who === "" && dice.chance(50)) return `(if(n() >= ${1 + dice.below(rungs)}) 1 else 0)`
  const isTopEnough = dice.chance(45)
  const terms = Array.from({ length: rungs }, (_, i) => {
    const test = dice.chance(6) ? `believes(${dice.pick(people)}, n() == ${i + 1})` : `n() == ${i + 1}`
    const isNothing = i + 1 === rungs ? dice.chance(10) : isTopEnough || dice.chance(40)
    return isNothing ? [] : [`(if(${test}) ${1 + dice.below(4)} else 0)`]
  }).flat()
  return terms.length === 0 ? "n()" : terms.join(" + ")
}

function term(draft: Draft, who: string): string {
  const { dice } = draft
  const numbers = readable(draft, "number")
  if (numbers.length > 0 && dice.chance(25)) {
    const { text } = dice.pick(numbers)
    return dice.chance(20) ? `believes(${dice.pick(draft.people)}, ${text})` : text
  }
  if (dice.chance(5))
    return `(sum(z : character) (if(${literal(draft, { variables: ["z"], room: 0 })}) 1 else 0))`
  return `(if(${wanted(draft, who)}) ${1 + dice.below(2)} else 0)`
}

/** That somebody no longer believes what is wrong. */
function mended({ dice, mistakes, start }: Draft): string {
  const { c, fluent, value } = dice.pick(mistakes)
  const now = ask(fluent, start.get(fluent.text) as string)
  const test =
    fluent.kind === "truth" ? now : dice.pick([now, `${fluent.text} == ?`, `${fluent.text} != ${value}`])
  return `believes(${c}, ${test})`
}

/** Something that somebody may want: more often than not what an action of theirs brings about. */
function wanted(draft: Draft, who: string): string {
  const { dice } = draft
  if (draft.hopes.length === 0 || dice.chance(10)) return condition(draft, { variables: [], room: 2 })
  if (draft.mistakes.length > 0 && dice.chance(20)) return mended(draft)
  const own = draft.hopes.filter(({ of }) => who === "" || of.includes(who))
  const { test } = dice.pick(own.length > 0 && dice.chance(90) ? own : draft.hopes)
  return dice.chance(12) ? inMinds(draft, 30, test) : test
}
