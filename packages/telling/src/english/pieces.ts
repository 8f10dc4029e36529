/** What sentences made of identifiers have in common: pieces, and how parameters are joined on. */
import { type Parameter, type Problem, printValue } from "@dramaturg/model"
import { splitName } from "./names.js"
import type { Piece } from "./template.js"
import {
  masses,
  motions,
  objects,
  particles,
  prepositions,
  reaches,
  rolePrepositions,
  transitives,
} from "./vocabulary.js"
import { irregularForms } from "./verb-forms.js"

export const verb = (text: string): Piece => ({ kind: "verb", verb: text })
export const text = (words: string): Piece => ({ kind: "text", text: words })
export const mention = (name: string): Piece => ({ kind: "mention", name, form: "plain" })
/** `has stolen`: the verb only helps the one behind it. */
export const having = (participle: string): readonly Piece[] => [
  { kind: "verb", verb: "have", isAuxiliary: true },
  text(` ${participle}`),
]

/** An argument of an act or a property: a variable, or a fixed entity. */
export interface Part {
  /** The variable, or the entity. */
  readonly name: string
  /** What the author calls it; of what is fixed nothing. */
  readonly role: readonly string[]
  readonly isPerson: boolean
  readonly isPlace: boolean
  readonly isThing: boolean
}

export function partsOf(problem: Problem, parameters: readonly Parameter[]): readonly Part[] {
  return parameters.flatMap((each): readonly Part[] => {
    if (each.kind === "variable") return [partOf(problem, each.name, splitName(each.name), each.type)]
    return [partOf(problem, printValue(each.value), [], typeOf(problem, each.value))]
  })
}

function partOf(problem: Problem, name: string, role: readonly string[], type: string): Part {
  const isPerson = isOf(problem, type, "character")
  const isPlace =
    !isPerson &&
    (/place|room|location|site|house|town|city|village|area|region|spot|country|land$/i.test(type) ||
      isOf(problem, type, "place"))
  return { name, role, isPerson, isPlace, isThing: !isPerson && !isPlace }
}

function typeOf(problem: Problem, value: unknown): string {
  if (typeof value === "boolean") return "boolean"
  return (
    problem.entities
      .find((each) => each.name === value)
      ?.types.find((each) => each === "character" || each === "place") ??
    problem.entities.find((each) => each.name === value)?.types.at(-1) ??
    "entity"
  )
}

export function isOf(problem: Problem, type: string, wanted: string): boolean {
  const known = problem.types.find((each) => each.name === type)
  return type === wanted || (known?.parents.some((each) => isOf(problem, each, wanted)) ?? false)
}

/** The preposition in a parameter's name (`to`, `fromPlace`), or the one that its role asks for. */
export function ownPreposition({ role, isPlace, isPerson }: Part): string | undefined {
  const [first] = role
  if (first === undefined) return undefined
  if (prepositions.has(first)) return first
  const meant = rolePrepositions.get(role.join("_"))
  if (meant === undefined) return undefined
  return meant === "at" ? (isPlace ? "at" : undefined) : meant === "with" && isPerson ? undefined : meant
}

export interface Joined {
  readonly part: Part
  /** The preposition; empty: a direct object. */
  readonly by: string
}

/**
 * Attaches arguments to a verb: objects first, then those with a preposition, in the order of the parameters.
 */
export function joinedTo(base: string, behind: readonly string[], parts: readonly Part[]): readonly Joined[] {
  const last = behind.at(-1)
  const [first] = parts
  const governs =
    first !== undefined &&
    last !== undefined &&
    prepositions.has(last) &&
    !(particles.has(last) && ownPreposition(first) !== undefined)
  const joined = (governs ? parts.slice(1) : parts).map(
    (part, i, all): Joined => ({ part, by: ownPreposition(part) ?? joinFor(base, behind, all, i, governs) }),
  )
  const rest = joined.map((each) =>
    !governs && behind.length === 0 && isNeedless(base, each, joined) ? { ...each, by: "" } : each,
  )
  const stable = motions.has(base)
    ? rest
    : [...rest.filter((each) => each.by === ""), ...rest.filter((each) => each.by !== "")]
  return [...(governs ? [{ part: first, by: "" }] : []), ...stable]
}

/** `raid(who, where)` takes a place as object, `nudge(who, to)` a character. */
function isNeedless(base: string, { part, by }: Joined, all: readonly Joined[]): boolean {
  if (!transitives.has(base) || motions.has(base) || all.some((each) => each.by === "")) return false
  return by === "at" ? part.isPlace : by === "to" && part.isPerson && all.length === 1
}

function joinFor(
  base: string,
  behind: readonly string[],
  parts: readonly Part[],
  i: number,
  isGoverned: boolean,
): string {
  const part = parts[i]
  if (
    part.isPerson &&
    /^(introduce|present|betroth|entrust|recommend|marry_off)$/.test(base) &&
    parts.slice(0, i).some((each) => each.isPerson)
  )
    return "to"
  const hasObject =
    isGoverned || parts.slice(0, i).some((each) => ownPreposition(each) === undefined && !each.isPlace)
  if (hasObject) return part.isPlace ? "at" : "with"
  const reach =
    behind.length === 0 && (part.isPerson || !/^(hide|flee|escape|recover|swear|spit)$/.test(base))
      ? reaches.get(base)
      : undefined
  if (part.isPlace && motions.has(base) && !(transitives.has(base) && behind.length === 0)) return "to"
  if (reach !== undefined && !part.isPlace) return reach
  if (part.isPlace) return transitives.has(base) ? "" : "at"
  return ""
}

export function written(joined: readonly Joined[]): readonly Piece[] {
  return joined.flatMap(({ part, by }) => [text(by === "" ? " " : ` ${by} `), mention(part.name)])
}

/** `in the house`, but `in prison`: countable things get an article behind a preposition. */
export function behindWords(words: readonly string[]): readonly Piece[] {
  return words.map((each, i) =>
    text(` ${i > 0 && prepositions.has(words[i - 1]) && objects.has(each) ? "the " : ""}${each}`),
  )
}

/** Whether it is a past participle that differs from the base: `stolen`, `soaked`. */
export function isParticiple(word: string): boolean {
  return (
    (/ed$/.test(word) &&
      word.length > 3 &&
      !/^(need|feed|seed|weed|bleed|breed|speed|heed|exceed|proceed|succeed|embed|shed|wed|sled|shred)$/.test(
        word,
      )) ||
    participles.has(word)
  )
}

const participles = new Set([...irregularForms.values()].map(([, participle]) => participle))
const pasts = new Map([...irregularForms].map(([, [past, participle]]) => [past, participle]))

/** `stole` → `stolen`. */
export function participleOfPast(word: string): string | undefined {
  return pasts.get(word)
}

/** `a tree`, `an owl`, `lightning`, `wolves`. */
export function withArticle(words: readonly string[]): string {
  const last = words.at(-1)!
  if (
    masses.has(last) ||
    (/[^su]s$/.test(last) && !/(is|us)$/.test(last)) ||
    /^(the|a|an|some|no|every)$/.test(words[0])
  )
    return words.join(" ")
  return `${/^([aeio]|u(?!ni|se|su|ti|ro)|hour|honest|heir)/.test(words[0]) && !/^(eu|one)/.test(words[0]) ? "an" : "a"} ${words.join(" ")}`
}
