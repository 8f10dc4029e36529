/**
 * Random worlds in which people see others act and may infer why (D45), and in which what nobody foresees hangs on
 * whether an act pays (D46). They are small, so that an act is seldom explained and seldom puzzling twice over. The
 * same seed gives the same world.
 */
import { type Dice, diceOf } from "./dice.js"

const people = ["Ada", "Bo"]

/** What can be wondered about, and the values it may have. */
const openable = [
  { declared: "open property p() : boolean", fluent: "p()", values: ["True", "False"] },
  { declared: "open property at() : spot", fluent: "at()", values: ["X", "Y"] },
]

type Open = (typeof openable)[number]

/** What most of a world is about. */
interface Core {
  readonly open: Open
  readonly fact: string
}

const facts = ["q()", "s(Ada)", "s(Bo)"]

export function randomInference(seed: number): string {
  const dice = diceOf(seed ^ 0x1f45)
  const core = { open: dice.pick(openable), fact: dice.pick(facts) }
  const truth = new Map(openable.map(({ fluent, values }) => [fluent, dice.pick(values)]))
  const open = dice.chance(35) ? openable : [core.open]
  const about = (percent: number): Core =>
    dice.chance(percent) ? core : { open: dice.pick(open), fact: dice.pick(facts) }
  const lines = [
    "type spot; entity X, Y : spot;",
    ...open.map(({ declared, values }) => `${declared}${might(dice, values)}`),
    "property q() : boolean; property s(who : character) : boolean; property n() : number;",
    ...people.map((each) => `entity ${each} : character { wants: ${want(dice, about(80), truth, each)}; }`),
    ...open.map(({ fluent }) => `${fluent} = ${truth.get(fluent)};`),
    ...open.flatMap((each) => minds(dice, each)),
    ...(dice.chance(15) ? [`${core.fact};`] : []),
    ...[1, 2, 3].filter((i) => i < 3 || dice.chance(50)).map((i) => action(dice, about(70), `act${i}`)),
    ...(dice.chance(25) ? [trigger(dice, about(70).open)] : []),
    ...(dice.chance(45) ? [rule(dice)] : []),
    `utility(): ${authors(dice, about(80))};`,
  ]
  return `${lines.join("\n")}\n`
}

function might(dice: Dice, values: readonly string[]): string {
  return dice.chance(20) ? ` { might: value != ${dice.pick(values)} | q(); }` : ";"
}

/** Bo mostly knows it, and Ada mostly takes him to, without knowing it herself. */
function minds(dice: Dice, { fluent, values }: Open): readonly string[] {
  const otherwise = `believes(Ada, believes(Bo, ${fluent})) = ${dice.pick([...values, "?"])};`
  return [
    ...(dice.chance(85) ? [`believes(Ada, ${fluent}) = ?;`] : []),
    dice.chance(70) ? `believes(Ada, knows(Bo, ${fluent}));` : otherwise,
    ...(dice.chance(20) ? [`believes(Bo, believes(Ada, ${fluent})) = ?;`] : []),
    ...(dice.chance(10) ? [`believes(Bo, ${fluent}) = ?;`] : []),
  ]
}

/** What is wanted hangs on what can be wondered about. */
function want(dice: Dice, { open, fact }: Core, truth: ReadonlyMap<string, string>, who: string): string {
  const { fluent, values } = open
  const asked = `${fluent} == ${dice.chance(80) ? truth.get(fluent) : dice.pick(values)}`
  const other = dice.chance(70) ? fact : dice.pick(facts)
  if (dice.chance(75))
    return dice.pick([
      `if(${asked}) (if(${fact}) 1 else 0) else (if(${other}) 0 else 1)`,
      `if(${asked}) (if(${fact}) 1 else 0) else 0`,
    ])
  return dice.pick([
    `(if(${asked} & ${fact}) 1 else 0) + (if(n() > 0) 1 else 0)`,
    `if(believes(${who === "Ada" ? "Bo" : "Ada"}, ${asked})) 1 else 0`,
  ])
}

function action(dice: Dice, { open: { fluent, values }, fact }: Core, name: string): string {
  const another = dice.pick(facts.filter((each) => each !== fact))
  const needs = dice.chance(50)
    ? ""
    : `precondition: ${dice.pick([`!${fact}`, another, `!${another}`, `believes(w, ${fluent}) != ?`])}; `
  const effect = dice.chance(60)
    ? fact
    : dice.pick([
        `!${fact}`,
        `${fact} & !${another}`,
        `if(${fluent} == ${dice.pick(values)}) ${fact}`,
        "n() = n() + 1",
        `knows(w, ${fluent})`,
      ])
  const consenting = dice.chance(75) ? "w" : dice.pick(["Ada, Bo", ""])
  const seen = dice.chance(15) ? ` observing(o : character): o == w | ${another};` : ""
  return `action ${name}(w : character) { ${needs}effect: ${effect};${consenting && ` consenting: ${consenting};`}${seen} }`
}

function trigger(dice: Dice, { fluent, values }: Open): string {
  return dice.pick([
    `trigger gather(c : character) { precondition: believes(c, ${fluent}) == ${dice.pick(values)} & !believes(c, q()); effect: believes(c, q()); }`,
    `unforeseen trigger turn() { precondition: n() > 0 & !q(); effect: q(); }`,
  ])
}

/** The detective's rule. */
function rule(dice: Dice): string {
  const asked = dice.pick([
    "believes(o, possible() & !pays())",
    "believes(o, believes(w, pays()))",
    "!pays()",
    "believes(o, pays()) != pays()",
  ])
  const told = dice.pick(["believes(o, s(w))", "s(o)", "believes(o, n()) = 3"])
  return `every action by(w : character) { effect: forall(o : character) unforeseen(if(seen(o) & ${asked}) ${told}); }`
}

function authors(dice: Dice, { open: { fluent, values }, fact }: Core): string {
  const known = dice.pick([
    `believes(Ada, ${fluent}) != ?`,
    `believes(Ada, ${fluent}) != ?`,
    `believes(Ada, ${fluent}) == ${dice.pick(values)}`,
    `believes(Ada, believes(Bo, ${fluent})) == ${dice.pick(values)}`,
    `believes(Ada, s(Bo))`,
    `believes(Bo, s(Ada))`,
  ])
  return `(if(${known}) 2 else 0) + (if(${dice.chance(70) ? fact : `!${fact}`}) 1 else 0)`
}
