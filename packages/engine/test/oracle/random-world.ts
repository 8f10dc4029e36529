/**
 * Small worlds of the hard kind, in Sabre's words so that a report can be read: nested beliefs, lies, observing that hangs on
 * beliefs, surprises, numbers, disjunctions, unknowns, triggers. The same seed gives the same world.
 *
 * Chance alone makes worlds in which nothing can be done. So conditions lean towards what holds at the beginning or what some
 * effect, already written, may bring about, and wants lean towards what does not hold yet.
 */
export interface RandomWorld {
  readonly text: string
  readonly limits: { readonly author: number; readonly character: number; readonly belief: number }
}

export interface Dice {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  chance(percent: number): boolean
  pick<T>(from: readonly T[]): T
}

export function diceOf(seed: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    const a = Math.imul(state ^ (state >>> 15), state | 1)
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61))
    return ((b ^ (b >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, chance: (percent) => below(100) < percent, pick: (from) => from[below(from.length)] }
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
  /** Values that a fluent has at the beginning, in somebody's mind too, or that an effect gives it. */
  readonly seen: Map<string, string[]>
  readonly start: Map<string, string>
}

const rooms = ["X", "Y"]

export function randomWorld(seed: number): RandomWorld {
  const dice = diceOf(seed)
  const people = dice.chance(30) ? ["A", "B", "C"] : ["A", "B"]
  const { declarations, fluents } = properties(dice, people)
  const draft: Draft = { dice, people, fluents, seen: new Map(), start: new Map() }
  const lines = [
    "type room;", ...rooms.map((each) => `entity ${each} : room;`), ...people.map((each) => `entity ${each} : character;`),
    ...declarations, ...initial(draft), ...actions(draft), ...triggers(draft), ...utilities(draft),
  ]
  const limits = { author: 2 + dice.below(3), character: 1 + dice.below(4), belief: dice.below(4) }
  return { text: lines.join("\n") + "\n", limits }
}

const kinds: readonly (readonly [name: string, kind: Kind, type: string, isAboutPeople: boolean, percent: number])[] = [
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

function properties(dice: Dice, people: readonly string[]): { readonly declarations: readonly string[]; readonly fluents: readonly Fluent[] } {
  const chosen = kinds.filter(([, , , , percent]) => dice.chance(percent))
  const declarations = chosen.map(([name, , type, isAboutPeople]) => `property ${name}(${isAboutPeople ? "c : character" : ""}) : ${type};`)
  const fluents = chosen.flatMap(([name, kind, , isAboutPeople]) =>
    (isAboutPeople ? people : [""]).map((each) => ({ text: `${name}(${each})`, kind })))
  return { declarations, fluents }
}

function valueFor({ dice, people }: Draft, kind: Kind): string {
  if (kind === "truth") return dice.pick(["True", "False"])
  if (dice.chance(4)) return "?"
  return kind === "room" ? dice.pick(rooms) : kind === "person" ? dice.pick(people) : dice.pick(["0", "1", "2", "3"])
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
  const truths = draft.fluents.map((fluent) => {
    const value = valueFor(draft, fluent.kind)
    draft.start.set(fluent.text, value)
    isSeen(draft, fluent, value)
    return `${say(fluent, value)};`
  })
  const beliefs = Array.from({ length: draft.dice.below(5) }, () => {
    const fluent = draft.dice.pick(draft.fluents)
    const value = valueFor(draft, fluent.kind)
    isSeen(draft, fluent, value)
    return `${inMinds(draft, 45, say(fluent, value))};`
  })
  return [...truths, ...beliefs]
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

function anyFluent(draft: Draft, scope: Scope): Fluent {
  const fluent = draft.dice.pick(draft.fluents)
  if (scope.variables.length === 0 || !draft.dice.chance(60)) return fluent
  const { text } = fluent
  const variable = draft.dice.pick(scope.variables)
  return /\((\w+)\)/.test(text) ? { ...fluent, text: text.replace(/\(\w+\)/, `(${variable})`) } : fluent
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
    case 0: case 1: return `(${part()} & ${part()})`
    case 2: case 3: return `(${part()} | ${part()})`
    case 4: case 5: case 6: return `believes(${person(draft, scope)}, ${part()})`
    case 7: return `!(${part()})`
    case 8: return `(if(${part()}) ${literal(draft, scope)} else ${literal(draft, scope)})`
    case 9: return `(${dice.pick(["forall", "exists"])}(x : character) ${bare(condition(draft, withVariable(smaller, "x")))})`
    default: return comparison(draft, scope)
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
  if (fluent.kind === "number") return `${fluent.text} ${draft.dice.pick(["==", "==", ">=", "<=", "!="])} ${value}`
  return `${fluent.text} ${draft.dice.chance(85) ? "==" : "!="} ${value}`
}

/** Two fluents beside one another, or a calculation. */
function comparison(draft: Draft, scope: Scope): string {
  const { dice } = draft
  const one = anyFluent(draft, scope)
  const other = dice.pick(draft.fluents.filter((each) => each.kind === one.kind))
  if (one.kind === "truth") return `(${one.text} ${dice.pick(["==", "!="])} ${other.text})`
  if (one.kind !== "number") return `(${one.text} ${dice.pick(["==", "!="])} ${mindly(draft, scope, other.text)})`
  const left = dice.chance(50) ? one.text : `(${one.text} ${dice.pick(["+", "-", "*"])} ${dice.pick(["1", "2"])})`
  return `(${left} ${dice.pick(["==", "!=", ">", ">=", "<", "<="])} ${mindly(draft, scope, other.text)})`
}

function mindly(draft: Draft, scope: Scope, text: string): string {
  return draft.dice.chance(25) ? `believes(${person(draft, scope)}, ${text})` : text
}

/** One change, perhaps only in a mind, perhaps on a condition. */
function effect(draft: Draft, scope: Scope): string {
  const { dice } = draft
  switch (dice.below(12)) {
    case 0: case 1: return `believes(${person(draft, scope)}, ${assignment(draft, scope)})`
    case 2: return `believes(${person(draft, scope)}, believes(${person(draft, scope)}, ${assignment(draft, scope)}))`
    case 3: return `(if(${condition(draft, { ...scope, room: 1 })}) ${assignment(draft, scope)})`
    case 4: return `(if(${condition(draft, { ...scope, room: 1 })}) ${assignment(draft, scope)} else ${assignment(draft, scope)})`
    case 5: return beliefAssignment(draft, scope)
    case 6: return `(forall(y : character) (if(${literal(draft, withVariable(scope, "y"))}) ${assignment(draft, withVariable(scope, "y"))}))`
    default: return assignment(draft, scope)
  }
}

function assignment(draft: Draft, scope: Scope): string {
  const fluent = anyFluent(draft, scope)
  const other = draft.dice.pick(draft.fluents.filter((each) => each.kind === fluent.kind))
  if (draft.dice.chance(10) && other.text !== fluent.text) return `${fluent.text} = ${other.text}`
  if (fluent.kind === "number" && draft.dice.chance(60)) return counted(draft, fluent)
  const value = otherThanNow(draft, fluent)
  isSeen(draft, fluent, value)
  return say(fluent, value)
}

function counted(draft: Draft, fluent: Fluent): string {
  const operator = draft.dice.chance(75) ? "+" : "-"
  const from = Number(draft.start.get(fluent.text) ?? "0")
  if (!Number.isNaN(from)) isSeen(draft, fluent, String(Math.max(0, operator === "+" ? from + 1 : from - 1)))
  return `${fluent.text} = ${fluent.text} ${operator} 1`
}

/** `believes(c, f) = v`: the value is read here, not there. */
function beliefAssignment(draft: Draft, scope: Scope): string {
  const fluent = draft.dice.pick(draft.fluents)
  const other = draft.dice.pick(draft.fluents.filter((each) => each.kind === fluent.kind))
  return `believes(${person(draft, scope)}, ${fluent.text}) = ${other.text}`
}

function otherThanNow(draft: Draft, fluent: Fluent): string {
  const first = valueFor(draft, fluent.kind)
  return first === draft.start.get(fluent.text) ? valueFor(draft, fluent.kind) : first
}

function actions(draft: Draft): readonly string[] {
  const { dice, people } = draft
  const texts: string[] = []
  for (let ground = 3 + dice.below(5), i = 0; ground > 0; i++) {
    const isForEach = ground >= people.length && dice.chance(20)
    ground -= isForEach ? people.length : 1
    texts.push(action(draft, `a${i}`, isForEach ? { variables: ["v"], room: 2 } : { variables: [], room: 2 }))
  }
  return texts
}

function action(draft: Draft, name: string, scope: Scope): string {
  const { dice } = draft
  const parameters = scope.variables.map((each) => `${each} : character`).join(", ")
  const conditions = Array.from({ length: 1 + dice.below(2) }, () => condition(draft, scope))
  const effects = Array.from({ length: 1 + dice.below(2) }, () => effect(draft, scope))
  const parts = [
    dice.chance(15) ? "" : `precondition: ${conditions.join(" & ")};`,
    dice.chance(4) ? "" : `effect: ${effects.join(" & ")};`,
    consenting(draft, scope),
    observing(draft, scope),
  ]
  return `action ${name}(${parameters}) { ${parts.filter((each) => each !== "").join(" ")} };`
}

function consenting(draft: Draft, scope: Scope): string {
  const { dice, people } = draft
  if (dice.chance(20)) return ""
  const first = scope.variables.length > 0 && dice.chance(80) ? scope.variables[0] : dice.pick(people)
  return dice.chance(20) ? `consenting: ${first}, ${dice.pick(people)};` : `consenting: ${first};`
}

function observing(draft: Draft, scope: Scope): string {
  const { dice, people } = draft
  if (dice.chance(35)) return ""
  const seers = [...people, ...scope.variables]
  const where = draft.fluents.some((each) => each.text.startsWith("at(")) ? [`at(o) == at(${dice.pick(seers)})`] : []
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
  const { dice } = draft
  return Array.from({ length: dice.pick([0, 0, 1, 1, 2, 3]) }, (_, i) => `trigger t${i}() { ${trigger(draft)} };`)
}

function trigger(draft: Draft): string {
  const { dice, people } = draft
  const fluent = dice.pick(draft.fluents)
  const value = otherThanNow(draft, fluent)
  isSeen(draft, fluent, value)
  const when = condition(draft, { variables: [], room: 1 })
  const isAlready = fluent.kind === "truth" ? say(fluent, value) : `${fluent.text} == ${value}`
  if (dice.chance(35)) {
    const c = dice.pick(people)
    return `precondition: ${when} & believes(${c}, !(${isAlready})); effect: believes(${c}, ${say(fluent, value)});`
  }
  const counts = fluent.kind === "number" && dice.chance(40)
  if (counts) return `precondition: ${when} & ${fluent.text} < 3; effect: ${fluent.text} = ${fluent.text} + 1;`
  return dice.chance(85)
    ? `precondition: ${when} & !(${isAlready}); effect: ${say(fluent, value)};`
    : `precondition: ${when}; effect: ${say(fluent, value)};`
}

function utilities(draft: Draft): readonly string[] {
  const of = (who: string): string => `utility(${who}): ${utility(draft)};`
  return [of(""), ...draft.people.filter(() => draft.dice.chance(92)).map(of)]
}

function utility(draft: Draft): string {
  const { dice } = draft
  const terms = Array.from({ length: 1 + dice.below(3) }, () => term(draft))
  return terms.length === 1 ? terms[0] : terms.join(dice.chance(85) ? " + " : " - ")
}

/** A number in a sum; right-associative minus does not matter here, the text means what it means. */
function term(draft: Draft): string {
  const { dice } = draft
  const numbers = draft.fluents.filter((each) => each.kind === "number")
  if (numbers.length > 0 && dice.chance(35)) {
    const { text } = dice.pick(numbers)
    return dice.chance(20) ? `believes(${dice.pick(draft.people)}, ${text})` : text
  }
  if (numbers.length > 0 && dice.chance(8)) return `(sum(z : character) (if(${literal(draft, { variables: ["z"], room: 0 })}) 1 else 0))`
  return `(if(${wanted(draft)}) ${1 + dice.below(2)} else 0)`
}

/** Something that somebody may want: more often than not what is not so yet. */
function wanted(draft: Draft): string {
  const { dice } = draft
  if (dice.chance(25)) return condition(draft, { variables: [], room: 2 })
  const fluent = dice.pick(draft.fluents)
  const values = (draft.seen.get(fluent.text) ?? []).filter((each) => each !== draft.start.get(fluent.text))
  const value = values.length > 0 ? dice.pick(values) : valueFor(draft, fluent.kind)
  const test = fluent.kind === "truth" ? say(fluent, value) : `${fluent.text} ${fluent.kind === "number" ? ">=" : "=="} ${value}`
  return dice.chance(30) ? inMinds(draft, 30, test) : test
}
