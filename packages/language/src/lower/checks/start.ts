/**
 * Executes the statements about the initial state in order, as semantics.md defines it (D8), and reports two
 * mistakes: a character who would be wrong about their own beliefs (D39), and a fluent that is assigned two
 * different values. A general statement with a special one after it is the usual way to write an exception,
 * and is not reported.
 */
import {
  type Diagnostic,
  type Effect,
  printValue,
  type Problem,
  referenceTo,
  type Span,
  type Value,
  asItIs,
  valuesOf,
} from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { remark } from "../../errors/messages.js"
import { type Binding, type Minds, type Reader, Spent, readIn, valueOf } from "./read-start.js"
import { keyOf } from "./walk.js"

/** What one statement says about one fluent in one chain of believers. */
interface Said {
  readonly chain: readonly string[]
  readonly property: number
  readonly arguments: readonly Value[]
  readonly label: string
  readonly value: Value
  readonly statement: Effect
}

interface Start extends Reader {
  readonly dialect: Dialect
  /** By believers and fluent, everything that was stated, in order. */
  readonly said: Map<string, Said[]>
  /** How many statements come from one place: a block for several entities says the same of each. */
  readonly written: ReadonlyMap<string, number>
}

/** `inside`: the scenario that is checked; its statements may contradict those of its world. */
export function checkStart(problem: Problem, dialect: Dialect, inside?: Span): Diagnostic[] {
  const minds: Minds = new Map()
  const written = new Map<string, number>()
  for (const { origin } of problem.initial)
    if (origin) written.set(placeOf(origin), (written.get(placeOf(origin)) ?? 0) + 1)
  const start: Start = { problem, dialect, minds, said: new Map(), written, budget: { left: 300_000 } }
  try {
    for (const statement of problem.initial) impose(start, statement)
  } catch (error) {
    if (!(error instanceof Spent)) throw error
  }
  return [...selfBeliefs(start), ...saidTwice(start, inside)]
}

function placeOf({ file, offset, length }: Span): string {
  return `${file} ${offset} ${length}`
}

/** A statement is evaluated completely before its values are assigned. */
function impose(start: Start, statement: Effect): void {
  const fresh: Said[] = []
  collect(start, { effect: statement, chain: [], binding: new Map() }, (said) =>
    fresh.push({ ...said, statement }),
  )
  for (const each of fresh) {
    const mind = each.chain.join(" ")
    const table = start.minds.get(mind) ?? new Map<string, Value>()
    start.minds.set(mind, table.set(each.label, each.value))
    start.said.set(keyFor(each), [...(start.said.get(keyFor(each)) ?? []), each])
  }
}

interface Place {
  readonly effect: Effect
  readonly chain: readonly string[]
  readonly binding: Binding
}

function collect(
  start: Start,
  { effect, chain, binding }: Place,
  say: (said: Omit<Said, "statement">) => void,
): void {
  const within = (inner: Effect, more: Partial<Place> = {}): void =>
    collect(start, { effect: inner, chain, binding, ...more }, say)
  switch (effect.kind) {
    case "assign": {
      const believers = effect.believers.map((each) => String(valueOf(each, binding)))
      const { property } = effect.fluent
      const values = effect.fluent.arguments.map((each) => valueOf(each, binding))
      const { label } = referenceTo(start.problem.properties[property].name, values)
      return say({
        chain: [...chain, ...believers],
        property,
        arguments: values,
        label,
        value: given(start, effect, chain, binding),
      })
    }
    case "all":
      for (const part of effect.parts) within(part)
      return
    case "forall":
      for (const value of valuesOf(start.problem, effect.type))
        within(effect.body, { binding: new Map([...binding, [effect.variable, value]]) })
      return
    case "believes":
      return within(effect.body, { chain: [...chain, String(valueOf(effect.character, binding))] })
    case "if": {
      const branch = effect.branches.find(
        ({ condition }) => readIn(start, condition, chain, binding) === true,
      )
      const body = branch?.body ?? effect.otherwise
      return body && within(body)
    }
    case "unforeseen":
      return within(effect.body)
  }
}

/** `believes(c, knows(d, f))`, of what c does not know: d has it as it is (D40). */
function given(
  start: Start,
  { believers, fluent, value }: Effect & { kind: "assign" },
  chain: readonly string[],
  binding: Binding,
): Value {
  const read = readIn(start, value, chain, binding)
  const isKnowing =
    start.problem.properties[fluent.property].isOpen &&
    chain.length > 0 &&
    believers.length === 1 &&
    valueOf(believers[0], binding) !== chain.at(-1) &&
    keyOf(value) === keyOf(fluent)
  return isKnowing && read === null ? asItIs : read
}

/**
 * A character's beliefs about their own beliefs must equal those beliefs (D8). Worlds in Sabre's language
 * are exempt: Sabre's reader does not require it.
 */
function selfBeliefs(start: Start): Diagnostic[] {
  if (start.dialect === "sabre") return []
  return [...start.said.values()].flatMap((all) => {
    const last = all.at(-1)!
    const { chain, property, value, statement } = last
    const plain = chain.filter((each, i) => each !== chain[i - 1])
    if (plain.length === chain.length || statement.origin === undefined) return []
    const fluent = {
      kind: "fluent" as const,
      property,
      arguments: last.arguments.map((each) => ({ kind: "constant" as const, value: each })),
    }
    const held = readIn(start, fluent, plain, new Map())
    if (held === value) return []
    const message = `${believed({ ...last, chain: plain })} is ${printValue(held)}, so ${believed(last)} cannot be ${printValue(value)}: nobody is mistaken about their own mind.`
    const earlier = start.said.get(keyFor({ ...last, chain: plain }))?.at(-1)?.statement.origin
    const related = earlier
      ? { related: [{ span: earlier, message: "What they believe is said here." }] }
      : {}
    return [
      remark(start.dialect, "self-belief", statement.origin, message, {
        hint: "Take this out, or say in both places what they believe.",
        ...related,
      }),
    ]
  })
}

function keyFor({ chain, label }: Pick<Said, "chain" | "label">): string {
  return `${chain.join(" ")}: ${label}`
}

function believed({ chain, label }: Pick<Said, "chain" | "label">): string {
  return `\`${chain.reduceRight((inner, who) => `believes(${who}, ${inner})`, label)}\``
}

/** Only the last statement about each fluent is reported. */
function saidTwice(start: Start, inside: Span | undefined): Diagnostic[] {
  const found = new Map<Effect, Diagnostic>()
  for (const all of start.said.values()) {
    const last = all.at(-1)!
    const { statement, value, property } = last
    const others = all.filter((each) => each.value !== value && isMeant(start, each, last, inside))
    const earlier = others.at(-1)
    if (
      earlier === undefined ||
      !statement.origin ||
      found.has(statement) ||
      mentionsItself(statement, property)
    )
      continue
    const message = `${believed(last)} is said to be ${printValue(value)} here, and to be ${printValue(earlier.value)} before; what is said last counts.`
    const related = others.flatMap((each) =>
      each.statement.origin
        ? [{ span: each.statement.origin, message: `Here it is said to be ${printValue(each.value)}.` }]
        : [],
    )
    found.set(
      statement,
      remark(start.dialect, "said-twice", statement.origin, message, {
        hint: "Take out the one that is not meant.",
        related,
      }),
    )
  }
  return [...found.values()]
}

/**
 * Whether both statements are specific, so that they should agree: an exception to a general statement, or
 * to a default of the library, should not.
 */
function isMeant(
  { written }: Start,
  { statement: earlier }: Said,
  { statement: later }: Said,
  inside: Span | undefined,
): boolean {
  const { origin } = earlier
  if (
    origin === undefined ||
    earlier === later ||
    isGeneral(earlier) ||
    (written.get(placeOf(origin)) ?? 0) > 1
  )
    return false
  if (origin.file.startsWith("@lib/")) return false
  return inside === undefined || isWithin(origin, inside) || !isWithin(later.origin ?? origin, inside)
}

function isWithin(span: Span, outer: Span): boolean {
  return span.file === outer.file && span.offset >= outer.offset && span.offset < outer.offset + outer.length
}

function isGeneral(statement: Effect): boolean {
  return keyOf(statement).includes('"kind":"forall"')
}

/** `coins(Tom) = coins(Tom) + 1` refers to what was stated before. */
function mentionsItself(effect: Effect, property: number): boolean {
  switch (effect.kind) {
    case "assign":
      return keyOf(effect.value).includes(`"property":${property},`)
    case "all":
      return effect.parts.some((each) => mentionsItself(each, property))
    case "if":
      return (
        effect.branches.some(
          ({ condition, body }) =>
            keyOf(condition).includes(`"property":${property},`) || mentionsItself(body, property),
        ) ||
        (effect.otherwise !== undefined && mentionsItself(effect.otherwise, property))
      )
    default:
      return mentionsItself(effect.body, property)
  }
}
