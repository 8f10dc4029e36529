/**
 * Small worlds in our own language, of the kind that Sabre's words cannot say: `every action` with
 * `consents`, `seen` and `possible`, conditions that parameters, types or nothing but the text decide,
 * clocks, feelings, what nobody foresees, numbers that grow too large, and demands on the story. The same
 * seed gives the same world.
 *
 * As in `random-world.ts`, wants lean towards what some effect brings about, or nothing would ever be done.
 * The text comes in parts, so that a test can ask for the world without its demands, and for what a demand
 * speaks of by itself.
 */
import { type Dice, diceOf } from "./dice.js"

export interface RandomDrama {
  /** Everything but the author's wants and the demands. */
  readonly world: string
  readonly wants: string
  readonly demands: readonly RandomDemand[]
  readonly limits: { readonly author: number; readonly character: number; readonly belief: number }
}

/** An act or trigger, `?` for anything, or a condition. */
export type Coming =
  | { readonly event: string; readonly arguments: readonly string[] }
  | { readonly condition: string }

export type RandomDemand =
  | { readonly demand: "must" | "never"; readonly what: Coming }
  | { readonly demand: "order"; readonly first: Coming; readonly then: Coming }
  | { readonly demand: "ends"; readonly condition: string }

interface Draft {
  readonly dice: Dice
  readonly hasClock: boolean
  readonly hasFeelings: boolean
  /** What effects bring about, and who does it. */
  readonly hopes: { readonly test: string; readonly by: string }[]
  /** What holds at the beginning, as far as it can be said so simply. */
  readonly isSo: Set<string>
  /** What the author and others want alike. */
  readonly aims: string[]
  readonly events: { readonly name: string; readonly isTrigger: boolean }[]
}

const people = ["Ada", "Bo"]
const places = ["X", "Y", "Z"]

export function randomDrama(seed: number): RandomDrama {
  const dice = diceOf(seed ^ 0x0d2a3a)
  const hasFeelings = dice.chance(12)
  const draft: Draft = {
    dice,
    hasFeelings,
    hasClock: hasFeelings || dice.chance(40),
    hopes: [],
    aims: [],
    events: [],
    isSo: new Set(),
  }
  const beginning = start(draft)
  const actions = Array.from({ length: dice.pick(hasFeelings ? [1, 2] : [1, 2, 2, 3]) }, (_, i) =>
    action(draft, `act${i}`),
  )
  const triggers = Array.from({ length: dice.pick([0, 0, 1, 1, 2]) }, (_, i) => trigger(draft, `trig${i}`))
  const every = Array.from({ length: dice.pick([0, 1, 1, 2]) }, () => everyAction(draft))
  draft.aims.push(...Array.from({ length: dice.pick([1, 2]) }, () => dice.pick(newsIn(draft)).test))
  const world =
    [...head(draft), ...beginning, ...actions, ...triggers, ...every, ...wantsOfPeople(draft)].join("\n") +
    "\n"
  const wants = dice.chance(94) ? `utility(): ${worth(draft, undefined)};\n` : ""
  const demands = dice.chance(50) ? Array.from({ length: dice.pick([1, 1, 2]) }, () => demand(draft)) : []
  const limits = {
    author: dice.pick(hasFeelings ? [2] : [2, 3, 3]),
    character: dice.pick([1, 2, 2, 3]),
    belief: dice.pick([0, 1, 1, 2]),
  }
  return { world, wants: wants === "" && demands.length === 0 ? "utility(): p();\n" : wants, demands, limits }
}

export function demandText(demand: RandomDemand): string {
  if (demand.demand === "ends") return `ends: ${demand.condition};`
  if (demand.demand === "order")
    return `first: ${comingText(demand.first)}; then: ${comingText(demand.then)};`
  return `${demand.demand}: ${comingText(demand.what)};`
}

function comingText(coming: Coming): string {
  return "event" in coming ? `${coming.event}(${coming.arguments.join(", ")})` : coming.condition
}

function head({ hasClock, hasFeelings }: Draft): readonly string[] {
  return [
    ...(hasClock ? [`include "@lib/clock";`] : []),
    ...(hasFeelings ? [`include "@lib/feelings";`] : []),
    "type place;",
    "type guest : character;",
    `entity ${places.join(", ")} : place;`,
    "property p() : boolean;",
    "property q() : boolean;",
    "property r(who : character) : boolean;",
    "property still() : boolean;",
    "property at(who : character) : place;",
    "property n() : number;",
    "property who() : character;",
    "entity Ada : guest;",
    "entity Bo : character;",
  ]
}

function start(draft: Draft): readonly string[] {
  const { dice } = draft
  const facts = ["p()", "q()", "r(Ada)", "r(Bo)"].filter(() => dice.chance(25))
  const believed = Array.from({ length: dice.pick([0, 0, 1, 1, 2]) }, () => {
    const inner = `believes(${dice.pick(people)}, ${plain(draft, [])})`
    return dice.chance(30) ? `believes(${dice.pick(people)}, ${inner})` : inner
  })
  const height = dice.chance(6)
    ? `1${"0".repeat(dice.pick([160, 200, 300]))}`
    : dice.pick(["0", "1", "1", "2"])
  const where = people.map((each) => `at(${each}) = ${dice.pick([...places, "?"])}`)
  for (const each of [...facts, ...where, `n() = ${height}`]) draft.isSo.add(each.replace(" = ", " == "))
  for (const each of ["p()", "q()", "r(Ada)", "r(Bo)"]) if (!draft.isSo.has(each)) draft.isSo.add(`!${each}`)
  return [...facts, ...where, `n() = ${height}`, ...believed].map((each) => `${each};`)
}

/** Hopes that do not hold yet; all of them if there is no other. */
function newsIn({ hopes, isSo }: Draft): Draft["hopes"] {
  const news = hopes.filter(({ test }) => !isSo.has(test))
  return news.length > 0 ? news : hopes
}

/** A change without a condition. */
function plain(draft: Draft, variables: readonly string[]): string {
  return assignment(draft, variables).text
}

/** A change, and what holds after it. */
interface Change {
  readonly text: string
  readonly hope: string
}

function assignment(draft: Draft, variables: readonly string[]): Change {
  const tries = Array.from({ length: 3 }, () => anyAssignment(draft, variables))
  return tries.find(({ hope }) => !draft.isSo.has(hope)) ?? tries[0]
}

function anyAssignment({ dice }: Draft, variables: readonly string[]): Change {
  const someone = (): string =>
    variables.length > 0 && dice.chance(60) ? dice.pick(variables) : dice.pick(people)
  const said = (text: string): Change => ({ text, hope: text })
  switch (dice.below(9)) {
    case 0:
    case 1:
      return said(dice.pick(["p()", "!p()", "q()", "!q()"]))
    case 2:
    case 3:
      return said(`${dice.chance(75) ? "" : "!"}r(${someone()})`)
    case 4:
    case 5: {
      const [one, where] = [someone(), dice.pick(places)]
      return { text: `at(${one}) = ${where}`, hope: `at(${one}) == ${where}` }
    }
    case 6: {
      const c = someone()
      return { text: `who() = ${c}`, hope: `who() == ${c}` }
    }
    case 7:
      return dice.pick(
        [
          { text: "n() = n() + 1", hope: "n() >= 2" },
          { text: "n() = n() * n()", hope: "n() == ?" },
          { text: "n() = 2", hope: "n() == 2" },
          { text: "n() = 1 + 1", hope: "n() == 2" },
          { text: "n() = n() - n() * n()", hope: "n() != 0" },
        ].map(({ text, hope }) => ({ text: text.replace("n() - n() * n()", "n() - (n() * n())"), hope })),
      )
    default:
      return { text: "at(Ada) = at(Bo)", hope: "at(Ada) == at(Bo)" }
  }
}

/** What the parameters decide, or the types, or nothing but the text. */
function decided({ dice }: Draft, variables: readonly string[]): string {
  if (variables.length === 0) return dice.pick(["True", "False", "!still()"])
  const [v, w] = [dice.pick(variables), dice.pick([...variables, ...people])]
  return dice.pick([
    `${v} == ${w}`,
    `${v} == ${w}`,
    `${v} != ${w}`,
    `${v} : guest`,
    `!(${v} : guest)`,
    "!still()",
    "True",
    `!(${v} == ${w})`,
  ])
}

/** Always in brackets, so that it can stand anywhere. `more`: what else can be asked there. */
function condition(
  draft: Draft,
  variables: readonly string[],
  room: number,
  more: readonly string[] = [],
): string {
  const { dice } = draft
  const part = (): string => condition(draft, variables, room - 1, more)
  if (room <= 0 || dice.chance(35)) return `(${literal(draft, variables, more)})`
  switch (dice.below(10)) {
    case 0:
      return `(${part()} & ${part()})`
    case 1:
      return `(${part()} | ${part()})`
    case 2:
      return `(!${part()})`
    case 3:
    case 4:
      return `(if(${part()}) ${part()} else ${part()})`
    case 5:
      return `(if(${part()}) ${part()} elseif(${part()}) ${part()} else ${part()})`
    case 6:
    case 7:
      return `(believes(${dice.pick([...people, ...variables])}, ${condition(draft, variables, room - 1)}))`
    case 8:
      return `(${dice.pick(["forall", "exists"])}(x : character) ${condition(draft, [...variables, "x"], room - 1, more)})`
    default:
      return `((if(${part()}) n() else (n() - 1)) ${dice.pick([">=", "<", "=="])} ${dice.below(3)})`
  }
}

function literal(draft: Draft, variables: readonly string[], more: readonly string[]): string {
  const { dice, hasClock, hasFeelings, hopes } = draft
  const someone = (): string =>
    variables.length > 0 && dice.chance(60) ? dice.pick(variables) : dice.pick(people)
  if (more.length > 0 && dice.chance(50)) return dice.pick(more).replace("_", someone())
  if (hasClock && dice.chance(25))
    return dice.pick(["time() == 0", "before(1)", "after(1)", "within(1, 2)", "time() <= 1"])
  if (hasFeelings && dice.chance(30))
    return dice.pick([
      `joy(${someone()}) > 0`,
      "gratitude(Ada, Bo) > 0",
      "gratitude(Bo, Ada) > 0",
      `distress(${someone()}) > 0`,
    ])
  if (dice.chance(25)) return decided(draft, variables)
  if (hopes.length > 0 && dice.chance(30)) return dice.pick(hopes).test
  switch (dice.below(8)) {
    case 0:
      return dice.pick(["p()", "!p()"])
    case 1:
      return dice.pick(["q()", "!q()"])
    case 2:
      return `${dice.chance(70) ? "" : "!"}r(${someone()})`
    case 3:
      return `at(${someone()}) ${dice.pick(["==", "=="])} ${dice.pick([...places, "?"])}`
    case 4:
      return `at(${someone()}) != ${dice.pick(places)}`
    case 5:
      return `who() ${dice.pick(["==", "!="])} ${someone()}`
    case 6:
      return `n() ${dice.pick(["==", ">=", "<", "!="])} ${dice.pick(["0", "1", "2", "2", "?"])}`
    default:
      return `at(Ada) == at(Bo)`
  }
}

/** `more`: what else can be asked in its conditions. */
function effect(draft: Draft, variables: readonly string[], more: readonly string[] = []): Change {
  const { dice } = draft
  const change = assignment(draft, variables)
  const when = (names: readonly string[] = variables): string =>
    dice.chance(50) ? `(${decided(draft, names)})` : condition(draft, names, 1, more)
  switch (dice.below(more.length > 0 ? 7 : 11)) {
    case 0:
      return { text: `(if${when()} ${change.text})`, hope: change.hope }
    case 1:
      return { text: `(if${when()} ${change.text} else ${plain(draft, variables)})`, hope: change.hope }
    case 2:
      return {
        text: `(if${when()} ${change.text} elseif${when()} ${plain(draft, variables)} else ${change.text})`,
        hope: change.hope,
      }
    case 3:
    case 4: {
      const { text, hope } = assignment(draft, [...variables, "c", "c"])
      const hoped = hope.replaceAll(/\bc\b/g, dice.pick([...variables, ...people]))
      return { text: `(forall(c : character) (if${when([...variables, "c"])} ${text}))`, hope: hoped }
    }
    case 5:
      return {
        text: `believes(${dice.pick([...people, ...variables])}, ${change.text})`,
        hope: `believes(${dice.pick(people)}, ${change.hope})`,
      }
    case 6:
      return { text: `unforeseen(${change.text})`, hope: change.hope }
    default:
      return change
  }
}

function effects(
  draft: Draft,
  variables: readonly string[],
  more: readonly string[] = [],
): readonly Change[] {
  return Array.from({ length: draft.dice.pick([1, 1, 2, 2, 3]) }, () => effect(draft, variables, more))
}

function remember({ hopes }: Draft, changes: readonly Change[], variable: string): void {
  for (const { hope } of changes)
    for (const by of people)
      hopes.push({ test: hope.replaceAll(new RegExp(`\\b${variable}\\b`, "g"), by), by })
}

function action(draft: Draft, name: string): string {
  const { dice, hasClock, events } = draft
  const isForTwo = dice.chance(15)
  const variables = isForTwo ? ["w", "v"] : ["w"]
  const changes = effects(draft, variables)
  remember(
    draft,
    changes.map(({ text, hope }) => ({ text, hope: hope.replaceAll(/\bv\b/g, dice.pick(people)) })),
    "w",
  )
  events.push({ name: `${name}${isForTwo ? "/2" : ""}`, isTrigger: false })
  const parts = [
    dice.chance(55) ? "" : `precondition: ${condition(draft, variables, 1)};`,
    `effect: ${changes.map(({ text }) => text).join(" & ")};`,
    dice.chance(85) ? `consenting: ${dice.chance(90) ? "w" : dice.pick(people)};` : "",
    dice.chance(40)
      ? `observing(o : character): ${dice.chance(40) ? "(o == w)" : condition(draft, [...variables, "o"], 1)};`
      : "",
    hasClock && dice.chance(50) ? "takes: 1;" : "",
  ]
  return `action ${name}(${variables.map((each) => `${each} : character`).join(", ")}) { ${parts.filter((each) => each !== "").join(" ")} }`
}

function trigger(draft: Draft, name: string): string {
  const { dice, events, hopes } = draft
  const variables = dice.chance(60) ? ["w"] : []
  const change = dice.chance(70) ? assignment(draft, variables) : effect(draft, variables)
  const when =
    hopes.length > 0 && dice.chance(60) ? `(${dice.pick(hopes).test})` : condition(draft, variables, 1)
  if (variables.length > 0) remember(draft, [change], "w")
  else for (const by of people) hopes.push({ test: change.hope, by })
  events.push({ name: `${name}${variables.length === 0 ? "/0" : ""}`, isTrigger: true })
  const parameters = variables.map((each) => `${each} : character`).join(", ")
  return `${dice.chance(35) ? "unforeseen " : ""}trigger ${name}(${parameters}) { precondition: ${when} & !(${change.hope}); effect: ${change.text}; }`
}

function everyAction(draft: Draft): string {
  const { dice } = draft
  const by = dice.pick(["", "", " by(e : character)", " by(e : character)", " by(e : guest)"])
  const variables = by === "" ? [] : ["e"]
  const asked = ["consents(_)", "seen(_)", "possible()", "consents(_)"]
  const changes = effects(draft, variables, asked)
  if (by !== "") remember(draft, changes, "e")
  const parts = [
    `effect: ${changes.map(({ text }) => text).join(" & ")};`,
    dice.chance(15) ? `precondition: ${condition(draft, variables, 1, ["consents(_)"])};` : "",
    dice.chance(15)
      ? `observing(o : character): ${condition(draft, [...variables, "o"], 1, ["seen(o)", "consents(o)"])};`
      : "",
  ]
  return `every action${by} { ${parts.filter((each) => each !== "").join(" ")} }`
}

function wantsOfPeople(draft: Draft): readonly string[] {
  return people.filter(() => draft.dice.chance(95)).map((each) => `utility(${each}): ${worth(draft, each)};`)
}

function worth(draft: Draft, who: string | undefined): string {
  const { dice, aims } = draft
  const own = newsIn(draft).filter(({ by }) => who === undefined || by === who)
  const wish = (): string => {
    if (dice.chance(who === undefined ? 75 : 55)) return `(${dice.pick(aims)})`
    return own.length > 0 && dice.chance(65) ? `(${dice.pick(own).test})` : condition(draft, [], 2)
  }
  const term = (): string => {
    const test = wish()
    return `(if${dice.chance(15) ? `(believes(${dice.pick(people)}, ${test}))` : test} ${1 + dice.below(3)} else 0)`
  }
  return Array.from({ length: dice.pick([1, 1, 2]) }, term).join(" + ")
}

function demand(draft: Draft): RandomDemand {
  const { dice } = draft
  switch (dice.below(5)) {
    case 0:
    case 1:
      return { demand: "must", what: coming(draft, true) }
    case 2:
      return { demand: "never", what: coming(draft, true) }
    // Which of two triggers comes first within one moment is nobody's question here.
    case 3:
      return { demand: "order", first: coming(draft, false), then: coming(draft, false) }
    default:
      return { demand: "ends", condition: condition(draft, [], 1) }
  }
}

function coming(draft: Draft, withTriggers: boolean): Coming {
  const { dice, events } = draft
  const some = events.filter((each) => withTriggers || !each.isTrigger)
  if (some.length === 0 || dice.chance(45))
    return { condition: dice.pick([condition(draft, [], 1), ...draft.hopes.map(({ test }) => `(${test})`)]) }
  const [event, count = "1"] = dice.pick(some).name.split("/")
  return { event, arguments: Array.from({ length: Number(count) }, () => dice.pick(["?", ...people])) }
}
