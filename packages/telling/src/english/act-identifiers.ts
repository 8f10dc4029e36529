/**
 * Sentences made of identifiers, for acts whose author gave no words: `throw_down(who)` is "Tom throws down".
 *
 * The subject is all consenting characters, parameters or not. An act without any happens by itself, or
 * happens to a character (`lightning_strikes(whom)`, `be_soaked(who)`, `kill(who)`: "is killed"). Every
 * argument appears in the sentence.
 */
import { type ActionTemplate, type EventTemplate, printValue, type Problem } from "@dramaturg/model"
import { splitName } from "./names.js"
import {
  isParticiple,
  joinedTo,
  mention,
  ownPreposition,
  type Part,
  partsOf,
  text,
  verb,
  withArticle,
  written,
} from "./pieces.js"
import type { Piece } from "./template.js"
import {
  befalling,
  givings,
  happenings,
  masses,
  motions,
  objects,
  particles,
  prepositions,
  singular,
  takings,
  tellings,
  transitives,
  weather,
} from "./vocabulary.js"
import { baseOfThird, verbOf } from "./verbs.js"

export { splitName } from "./names.js"
export { propertyPieces } from "./property-identifiers.js"

/**
 * The pieces of the act's sentence. Undefined for triggers, which are not told without the author's words.
 */
export function actPieces(problem: Problem, template: EventTemplate): readonly Piece[] | undefined {
  if (!("consenting" in template)) return undefined
  const { parameters, consenting, name } = template as ActionTemplate
  const doers = [
    ...new Set(consenting.map((each) => (each.kind === "variable" ? each.name : printValue(each.value)))),
  ]
  const parts = partsOf(problem, parameters)
  const words = splitName(unnumbered(name))
  if (words.length === 0) return undefined
  return doers.length > 0 ? doing(problem, words, doers, parts) : befallen(problem, words, parts)
}

/** Strips a number: `swap2` reads as `swap`. */
export function unnumbered(name: string): string {
  return name.replace(/(?<=\p{L})\p{N}+$/u, "")
}

function doing(
  problem: Problem,
  words: readonly string[],
  doers: readonly string[],
  parts: readonly Part[],
): readonly Piece[] {
  const others = parts.filter((each) => !doers.includes(each.name))
  const mine = parts.filter((each) => doers.includes(each.name))
  const said = withoutDoer(words, doers, mine)
  // A single letter is no verb: `w(who)`.
  if (said.length === 1 && !/[aeiouy].*[a-z]|[a-z].*[aeiouy]|[^a-z]/.test(said[0]))
    return [
      ...together(doers),
      text(" "),
      verb("do"),
      text(` ${said[0].toUpperCase()}`),
      ...objectsOf("do", [], others),
    ]
  const [first, ...rest] = withoutObject(said, others)
  const adverb = isAdverb(first) && rest.length > 0
  const [act, behind] = adverb ? [rest[0], rest.slice(1)] : [first, rest]
  const base = act.length > 3 && !isListed(act) ? (baseOfThird(act) ?? act) : act
  const lead = [...together(doers), text(" "), ...(adverb ? [text(`${first} `)] : []), verb(base)]
  return [...lead, ...complement(problem, base, behind, doers, others)]
}

/**
 * What stands behind a verb: `begged Bob for death`, `fell in love with Bob`, `handed over the ring to Fay`.
 */
function complement(
  problem: Problem,
  base: string,
  named: readonly string[],
  doers: readonly string[],
  others: readonly Part[],
): readonly Piece[] {
  const behind = withoutTwice(named, others)
  const said = (words: readonly string[]): readonly Piece[] =>
    words.flatMap((each, i) => behindVerb(problem, words, i, each, doers))
  // `dance_with(a, b)` whose characters both consent: they dance, and no argument is left for `with`.
  if (
    others.length === 0 &&
    behind.length > 0 &&
    /^(with|to|at|for|from|of|against|about|into)$/.test(behind.at(-1)!)
  )
    return said(behind.slice(0, -1))
  const [next, ...more] = others
  if (behind.join() === "about" && tellings.has(base) && next?.isPerson === true && more.length > 0) {
    return [
      ...written([{ part: next, by: /^(ask|tell|warn|inform|question)$/.test(base) ? "" : "with" }]),
      ...said(behind),
      ...objectsOf(base, behind, more),
    ]
  }
  const at = behind.findIndex(
    (each, i) =>
      prepositions.has(each) &&
      !(i === 0 && /^(over|off|through|along|around|about)$/.test(each)) &&
      i < behind.length - 1,
  )
  const isPhrase = at >= 0 && next !== undefined && !prepositions.has(behind.at(-1)!)
  if (!isPhrase) return [...said(behind), ...objectsOf(base, behind, others)]
  if (next.isPlace || motions.has(base) || befalling.has(base))
    return [
      ...said(behind),
      ...written(
        joinedTo("", behind, others).map((each) =>
          each.by === "" ? { ...each, by: each.part.isPlace ? "at" : "with" } : each,
        ),
      ),
    ]
  const [object, ...rest] = joinedTo(base, behind.slice(0, at), others)
  return [...said(behind.slice(0, at)), ...written([object]), ...said(behind.slice(at)), ...written(rest)]
}

/** `walk_from_to(who, from, to)`: drops the prepositions that the parameters supply. */
function withoutTwice(behind: readonly string[], others: readonly Part[]): readonly string[] {
  const last = behind.at(-1)
  return last !== undefined && others.some((each) => ownPreposition(each) === last)
    ? withoutTwice(behind.slice(0, -1), others)
    : behind
}

/** `drop_what(who, what)`: drops words of the name that are names of parameters. */
function withoutObject(words: readonly string[], [next]: readonly Part[]): readonly string[] {
  const role = next?.role.join(" ") ?? ""
  const isNamed =
    role !== "" &&
    !prepositions.has(role) &&
    words.length > next.role.length &&
    words.join(" ").endsWith(` ${role}`)
  return isNamed ? words.slice(0, -next.role.length) : words
}

/** `guard_arrests(guard, whom)`: drops the name of the subject. */
function withoutDoer(
  words: readonly string[],
  doers: readonly string[],
  parts: readonly Part[],
): readonly string[] {
  const names = [...doers, ...parts.map((each) => each.role.join("_"))]
    .map((each) => splitName(each).join(" "))
    .filter((each) => each !== "")
  const found = names.find(
    (each) => words.length > each.split(" ").length && `${words.join(" ")} `.startsWith(`${each} `),
  )
  return found === undefined ? words : words.slice(found.split(" ").length)
}

function together(doers: readonly string[]): readonly Piece[] {
  return doers.flatMap((each, i) => [
    ...(i === 0 ? [] : [text(i === doers.length - 1 ? " and " : ", ")]),
    mention(each),
  ])
}

const selves = new Set(["self", "himself", "herself", "itself", "themselves", "themself", "oneself"])

function behindVerb(
  problem: Problem,
  words: readonly string[],
  i: number,
  word: string,
  [doer, ...more]: readonly string[],
): readonly Piece[] {
  if (selves.has(word))
    return more.length > 0
      ? [text(" themselves")]
      : [text(" "), { kind: "mention", name: doer, form: "self" }]
  return [text(` ${isObject(problem, words, i, word) ? "the " : ""}${word}`)]
}

/** Countable things get an article, unless a determiner stands before them. */
function isObject(problem: Problem, words: readonly string[], i: number, word: string): boolean {
  if (i > 0 && !prepositions.has(words[i - 1]) && !particles.has(words[i - 1])) return false
  if (i < words.length - 1 && !prepositions.has(words[i + 1]) && !particles.has(words[i + 1])) return false
  return (
    objects.has(word) ||
    problem.entities.some(
      (each) => !each.types.includes("character") && splitName(each.name).join(" ") === word,
    )
  )
}

/** Not `apply`, `fly`, `rely`. */
function isAdverb(word: string): boolean {
  return (
    /[a-z]{2}ly$/.test(word) &&
    !/^(apply|supply|reply|bully|rally|tally|sully|comply|imply|multiply|dally|rely|assembly|fly|family|ally|butterfly|belly|jelly)$/.test(
      word,
    )
  )
}

/** A base that ends in s all the same. */
function isListed(word: string): boolean {
  return (
    /^(canvas|bias|atlas|chorus|gas|dress|press|pass|kiss|miss|guess|cross|toss|bless|confess|address|process|discuss|focus)$/.test(
      word,
    ) ||
    transitives.has(word) ||
    befalling.has(word)
  )
}

/** What some verbs ask for: `give Fay the ring`, `steal the ring from Ann`. */
function objectsOf(base: string, behind: readonly string[], parts: readonly Part[]): readonly Piece[] {
  const joined = joinedTo(base, behind, parts)
  const plain = joined.filter((each) => each.by === "")
  const [thing, person] = [
    joined.find((each) => each.part.isThing),
    joined.find((each) => each.part.isPerson),
  ]
  const isPlain =
    (behind.length === 0 || behind.every((each) => particles.has(each))) &&
    thing !== undefined &&
    person !== undefined
  const isFree = (each: typeof person): boolean => each?.by === "" || each?.by === "with"
  if (isPlain && isFree(thing) && isFree(person) && plain.length > 0) {
    const rest = joined.filter((each) => each !== thing && each !== person)
    const isThingFirst = joined.indexOf(thing) < joined.indexOf(person)
    if (
      givings.has(base) &&
      (isThingFirst ||
        behind.length > 0 ||
        /^(return|deliver|introduce|report|reveal|describe|recommend)$/.test(base))
    )
      return written([{ ...thing, by: "" }, { ...person, by: "to" }, ...rest])
    if (givings.has(base)) return written([{ ...person, by: "" }, { ...thing, by: "" }, ...rest])
    if (takings.has(base)) return written([{ ...thing, by: "" }, { ...person, by: "from" }, ...rest])
    if (base === "rob") return written([{ ...person, by: "" }, { ...thing, by: "of" }, ...rest])
    if (base === "tell" && !isThingFirst)
      return written([{ ...person, by: "" }, { ...thing, by: "" }, ...rest])
  }
  const isTold = tellings.has(base) && person !== undefined && joined[0] === person
  return written(
    joined.map((each) => (isTold && each !== person && each.by === "with" ? { ...each, by: "about" } : each)),
  )
}

// Accidents

function befallen(problem: Problem, words: readonly string[], parts: readonly Part[]): readonly Piece[] {
  const [first, ...rest] = words
  if (/^(be|get|become|is|gets|becomes)$/.test(first) && parts.length > 0 && rest.length > 0)
    return passive(rest, parts, /^(be|is)$/.test(first) ? "be" : (baseOfThird(first) ?? first))
  const third = words.findIndex(
    (each, i) => i > 0 && baseOfThird(each) !== undefined && !prepositions.has(each) && !isPlural(words, i),
  )
  if (third > 0)
    return byItself(problem, words.slice(0, third), baseOfThird(words[third])!, words.slice(third + 1), parts)
  const agreed = words.findIndex(
    (each, i) => i > 0 && /[^s]s$/.test(words[i - 1]) && (befalling.has(each) || transitives.has(each)),
  )
  if (agreed > 0)
    return [
      text(words.slice(0, agreed).join(" ")),
      text(" "),
      { kind: "verb", verb: words[agreed], isPlural: true },
      ...tail(problem, words[agreed], words.slice(agreed + 1), parts),
    ]
  if (words.length === 1 && weather.has(first))
    return [
      text("it "),
      verb(first),
      ...written(parts.map((part) => ({ part, by: part.isPlace ? "at" : "on" }))),
    ]
  if (
    happenings.has(words.at(-1)!) &&
    !(words.length === 1 && transitives.has(first) && parts.some((each) => each.isPerson))
  )
    return happening(words, parts)
  const subject = parts.find((each) => each.isPerson) ?? parts[0]
  if (subject === undefined) return alone(words)
  return isUndergone(words, parts) ? passive(words, parts, "be") : active(problem, words, subject, parts)
}

/** `falls on stairs`: behind a verb in the third person, a noun. */
function isPlural(words: readonly string[], i: number): boolean {
  return (
    prepositions.has(words[i - 1]) ||
    (i === words.length - 1 &&
      i > 0 &&
      (befalling.has(words[0]) || transitives.has(words[0])) &&
      !befalling.has(baseOfThird(words[i])!) &&
      !transitives.has(baseOfThird(words[i])!))
  )
}

function tail(
  problem: Problem,
  base: string,
  behind: readonly string[],
  parts: readonly Part[],
): readonly Piece[] {
  return [
    ...behind.map((each, i) => text(` ${isObject(problem, behind, i, each) ? "the " : ""}${each}`)),
    ...objectsOf(base, behind, parts),
  ]
}

/**
 * `lightning strikes Tom`, `a tree falls on Ida`; `bomb_explodes(bomb)` takes its subject from the
 * parameters.
 */
function byItself(
  problem: Problem,
  noun: readonly string[],
  base: string,
  behind: readonly string[],
  parts: readonly Part[],
): readonly Piece[] {
  const own = parts.find((each) =>
    [each.role.join(" "), splitName(each.name).join(" ")].includes(noun.join(" ")),
  )
  const subject = own === undefined ? text(ofNature(noun)) : mention(own.name)
  return [
    subject,
    text(" "),
    verb(base),
    ...tail(
      problem,
      base,
      behind,
      parts.filter((each) => each !== own),
    ),
  ]
}

function ofNature(noun: readonly string[]): string {
  return singular.has(noun.at(-1)!) && noun.length === 1 ? `the ${noun[0]}` : withArticle(noun)
}

/** `there is a storm at the shore`; people have what happens to them. */
function happening(words: readonly string[], parts: readonly Part[]): readonly Piece[] {
  const person = parts.find((each) => each.isPerson)
  const rest = written(
    parts.filter((each) => each !== person).map((part) => ({ part, by: part.isPlace ? "at" : "with" })),
  )
  if (person !== undefined)
    return [mention(person.name), text(" "), verb("have"), text(` ${withArticle(words)}`), ...rest]
  return [text("there "), verb("be"), text(` ${withArticle(words)}`), ...rest]
}

function alone(words: readonly string[]): readonly Piece[] {
  const [first, ...rest] = words
  if (befalling.has(first)) return [text("something "), verb(first), ...rest.map((each) => text(` ${each}`))]
  const last = words.at(-1)!
  if (words.length > 1 && befalling.has(last))
    return [text(ofNature(words.slice(0, -1))), text(" "), verb(last)]
  return [text("there "), verb("be"), text(` ${withArticle(words)}`)]
}

/** Whether the act is done to its argument: `kill(who)`, `hit_by_bus(who)`, `soaked(who)`. */
function isUndergone(words: readonly string[], parts: readonly Part[]): boolean {
  const [first, ...rest] = words
  if (rest.includes("by") || (isParticiple(first) && !befalling.has(first))) return true
  if (befalling.has(first)) return false
  return (
    parts.length === 1 &&
    (rest.length === 0 || (transitives.has(first) && rest.every((each) => particles.has(each))))
  )
}

function passive(words: readonly string[], parts: readonly Part[], auxiliary: string): readonly Piece[] {
  const [first, ...rest] = words
  const subject = parts.find((each) => each.isPerson) ?? parts[0]
  const others = parts.filter((each) => each !== subject)
  const isBeing =
    auxiliary !== "be" ||
    isParticiple(first) ||
    prepositions.has(first) ||
    particles.has(first) ||
    !(
      rest.includes("by") ||
      transitives.has(first) ||
      !/(y|ful|less|ous|ive|able|al|ic|ent|ant|ll|ick|ld|et|ak|ad|fe|rk|le|ry|ng)$/.test(first)
    )
  const state = isBeing ? first : verbOf(first).participle
  return [
    mention(subject.name),
    text(" "),
    verb(auxiliary),
    text(` ${state}`),
    ...rest.map((each, i) =>
      text(` ${rest[i - 1] === "by" && !masses.has(each) ? withArticle([each]) : each}`),
    ),
    ...objectsOf("", rest, others),
  ]
}

function active(
  problem: Problem,
  [first, ...rest]: readonly string[],
  subject: Part,
  parts: readonly Part[],
): readonly Piece[] {
  const base = isListed(first) ? first : (baseOfThird(first) ?? first)
  const behind = rest.flatMap((each, i) => behindVerb(problem, rest, i, each, [subject.name]))
  return [
    mention(subject.name),
    text(" "),
    verb(base),
    ...behind,
    ...objectsOf(
      base,
      rest,
      parts.filter((each) => each !== subject),
    ),
  ]
}
