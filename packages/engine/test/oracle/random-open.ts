/**
 * Random worlds in which people wonder: those of `random-drama.ts` with some properties open, people who do not
 * know them or take others to, and acts and triggers by which they could find out, be told, be lied to, or hold what
 * has changed. Common properties and what nobody foresees stand beside. The same seed gives the same world, and
 * draws nothing from the dice of the world that it is made from.
 */
import { type Dice, diceOf } from "./dice.js"
import { randomDrama } from "./random-drama.js"

export interface RandomOpen {
  readonly text: string
  readonly limits: readonly Limits[]
}

interface Limits {
  readonly author: number
  readonly character: number
  readonly belief: number
  readonly cases: number
}

/** Narrow, wide, and deep. */
const limits: readonly Limits[] = [
  { author: 2, character: 1, belief: 1, cases: 1 },
  { author: 2, character: 2, belief: 1, cases: 2 },
  { author: 2, character: 2, belief: 2, cases: 1 },
]

const people = ["Ada", "Bo"]

interface Openable {
  readonly name: string
  readonly fluents: readonly string[]
  readonly values: readonly string[]
}

const openable: readonly Openable[] = [
  { name: "p", fluents: ["p()"], values: ["True", "False"] },
  { name: "r", fluents: ["r(Ada)", "r(Bo)"], values: ["True", "False"] },
  { name: "at", fluents: ["at(Ada)", "at(Bo)"], values: ["X", "Y", "Z"] },
  { name: "who", fluents: ["who()"], values: ["Ada", "Bo"] },
]

export function randomOpen(seed: number): RandomOpen {
  const dice = diceOf(seed ^ 0x09e4)
  const world = smaller(dice, plainDrama(seed))
  const [first, ...others] = [...openable].sort(() => dice.below(3) - 1)
  const chosen = [first, ...others.filter(() => dice.chance(20))]
  const opened = chosen.reduce((text, each) => withOpen(dice, text, each), world)
  const fluents = chosen.flatMap((each) => each.fluents.map((fluent) => ({ fluent, values: each.values })))
  const acted = dice.pick(fluents)
  const lines = [
    ...(dice.chance(30) ? ["common property bell() : boolean;"] : []),
    ...fluents.flatMap((each) => minds(dice, each.fluent, people)),
    ...acts(dice, acted),
    ...(dice.chance(35) ? [deduction(dice, dice.pick(fluents))] : []),
  ]
  const wanted = (dice.chance(80) ? acted : dice.pick(fluents)).fluent
  const wants = people.map((each) => `utility(${each}): ${want(dice, wanted, fluents)};`)
  const base = opened.replace(/^utility\(.*\n/gm, "")
  const belief = `believes(${dice.pick(people)}, ${dice.chance(40) ? `believes(${dice.pick(people)}, ${wanted})` : wanted})`
  const author = `utility(): if(${belief} ${dice.pick(["!= ?", `== ${dice.pick(acted.values)}`])}) 1 else 0;`
  return { text: `${base}${[...lines, ...wants, author].join("\n")}\n`, limits }
}

/** A world without feelings, which make much of every act. */
function plainDrama(seed: number): string {
  const { world } = randomDrama(seed)
  return world.includes("@lib/feelings") ? plainDrama(seed + 1_000_000) : world
}

/** At most one act and one trigger of its own, so that what is added can be tried out. */
function smaller(dice: Dice, world: string): string {
  const keepsAct = dice.chance(60)
  const left = { action: keepsAct ? 1 : 0, trigger: 1, every: 1 }
  const kept = world.split("\n").filter((line) => {
    const [, kind] = /^(?:unforeseen )?(action|trigger|every)\b/.exec(line) ?? []
    return kind === undefined || left[kind as keyof typeof left]-- > 0
  })
  return kept.join("\n")
}

/** What is possible may be narrowed; what is open is less often written by the acts that are there. */
function withOpen(dice: Dice, text: string, { name, values }: Openable): string {
  const might = dice.chance(25) ? ` { might: value != ${dice.pick(values)} | !still(); }` : ";"
  return text.replace(new RegExp(`^property ${name}(.*);$`, "m"), `open property ${name}$1${might}`)
}

function minds(dice: Dice, fluent: string, all: readonly string[]): readonly string[] {
  const [one, other] = dice.chance(50) ? all : [all[1], all[0]]
  return [
    ...(dice.chance(85) ? [`believes(${one}, ${fluent}) = ?;`] : []),
    ...(dice.chance(55) ? [`believes(${one}, knows(${other}, ${fluent}));`] : []),
    ...(dice.chance(35) ? [`believes(${other}, believes(${one}, ${fluent})) = ?;`] : []),
    ...(dice.chance(25) ? [`believes(${other}, ${fluent}) = ?;`] : []),
    ...(dice.chance(20) ? [`believes(${other}, believes(${one}, knows(${other}, ${fluent})));`] : []),
  ]
}

interface Fluent {
  readonly fluent: string
  readonly values: readonly string[]
}

/** Looking, asking, telling, lying, changing; each seen by all, or by who does it. */
function acts(dice: Dice, { fluent, values }: Fluent): readonly string[] {
  const seen = (): string =>
    dice.chance(40) ? ` observing(o : character): o == w${dice.chance(30) ? " | p()" : ""};` : ""
  const needs = (...conditions: readonly string[]): string =>
    dice.chance(60) ? `precondition: ${dice.pick(conditions)}; ` : ""
  const all = [
    `action look(w : character) { ${needs("!still()", `!knows(w, ${fluent})`, "q()")}effect: knows(w, ${fluent}); consenting: w;${seen()} }`,
    `action ask(w : character, v : character) { ${needs("w != v", `believes(v, ${fluent}) != ?`, `knows(v, ${fluent})`)}effect: believes(w, ${fluent}) = believes(v, ${fluent}); consenting: ${dice.pick(["w", "w, v", "v"])};${seen()} }`,
    `action lie(w : character, v : character) { precondition: w != v; effect: believes(v, ${fluent} = ${dice.pick(values)}); consenting: w;${seen()} }`,
    `action vouch(w : character, v : character) { ${needs("w != v")}effect: believes(v, knows(w, ${fluent})); consenting: w;${seen()} }`,
    `action change(w : character) { ${needs(`${fluent} != ?`)}effect: ${fluent} = ${dice.pick([...values, "?"])}; consenting: w;${seen()} }`,
    `action act_on(w : character) { precondition: ${dice.pick([`believes(w, ${fluent}) != ?`, `knows(w, ${fluent})`])}; effect: ${dice.pick(["q()", "unforeseen(q())", "n() = n() + 1"])}; consenting: w;${seen()} }`,
  ]
  const some = all.filter(() => dice.chance(40)).slice(0, 2)
  return [...new Set([dice.pick(all.slice(0, 2)), ...some])]
}

function deduction(dice: Dice, { fluent, values }: Fluent): string {
  const effect = dice.chance(60)
    ? `believes(c, ${fluent}) = ${dice.pick(values)}`
    : `believes(c, knows(${dice.pick(people)}, ${fluent}))`
  return `${dice.chance(25) ? "unforeseen " : ""}trigger deduce(c : character) { precondition: believes(c, ${fluent}) == ? & ${dice.pick(["q()", "believes(c, q())", "!q()"])}; effect: ${effect}; }`
}

function want(dice: Dice, wanted: string, fluents: readonly Fluent[]): string {
  const { fluent, values } = dice.pick(fluents)
  const wishes = [
    `(if(${wanted} != ?) 1 else 0)`,
    `(if(${fluent} == ${dice.pick(values)}) 2 else 0)`,
    `(if(q()) 1 else 0)`,
    `(if(believes(${dice.pick(people)}, ${fluent}) == ${dice.pick(values)}) 1 else 0)`,
  ]
  return wishes.filter((_, i) => i === 0 || dice.chance(45)).join(" + ")
}
