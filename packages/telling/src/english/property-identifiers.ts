/**
 * Sentences made of identifiers, for properties whose author gave no words: `asleep(who)` is "Tom is asleep".
 */
import type { Problem, Property } from "@dramaturg/model"
import { splitName } from "./names.js"
import {
  behindWords,
  having,
  isOf,
  isParticiple,
  joinedTo,
  mention,
  ownPreposition,
  type Part,
  participleOfPast,
  partsOf,
  text,
  verb,
  withArticle,
  written,
} from "./pieces.js"
import type { Piece } from "./template.js"
import {
  achievements,
  befalling,
  happenings,
  joins,
  givings,
  masses,
  motions,
  objects,
  particles,
  prepositions,
  reaches,
  roles,
  statives,
  takings,
  transitives,
  weather,
} from "./vocabulary.js"
import { baseOfThird, isModal, verbOf } from "./verbs.js"

/** The pieces of the property's sentence; undefined: no sentence can be made. */
export function propertyPieces(
  problem: Problem,
  { name, parameters, type }: Property,
): readonly Piece[] | undefined {
  const words = splitName(parameters.length > 0 ? name.replace(/(?<=\p{L})\p{N}+$/u, "") : name)
  const parts = partsOf(problem, parameters)
  if (words.length === 0) return undefined
  if (type === "boolean")
    return parts.length === 0 ? ofTheWorld(words) : holding(words, parts[0], parts.slice(1))
  return having_(problem, words, parts, type)
}

const beings = new Set(["is", "are", "was", "were", "be"])

/** Properties without parameters: `locked()`, `bell_rings()`, `door_open()`, `war()`. */
function ofTheWorld(words: readonly string[]): readonly Piece[] {
  const [first, ...rest] = words
  const copula = words.findIndex((each) => beings.has(each))
  if (copula === 0 && rest.length > 0) return it("be", rest)
  if (copula > 0)
    return [
      text(`the ${words.slice(0, copula).join(" ")}`),
      text(" "),
      verb("be"),
      ...behindWords(words.slice(copula + 1)),
    ]
  if (rest.length === 0) {
    if (weather.has(first)) return it(first, [])
    if (happenings.has(first) || masses.has(first))
      return [text("there "), verb("be"), text(` ${withArticle([first])}`)]
    return it("be", [first])
  }
  const third = words.findIndex(
    (each, i) => i > 0 && baseOfThird(each) !== undefined && !prepositions.has(each) && each !== words[0],
  )
  if (first === "it" && third === 1) return it(baseOfThird(words[1])!, words.slice(2))
  if (third > 0)
    return [
      text(`the ${words.slice(0, third).join(" ")}`),
      text(" "),
      verb(baseOfThird(words[third])!),
      ...behindWords(words.slice(third + 1)),
    ]
  if (prepositions.has(first) || isParticiple(first) || /ing$/.test(first)) return it("be", words)
  if (happenings.has(words.at(-1)!)) return [text("there "), verb("be"), text(` ${withArticle(words)}`)]
  const state = words.findIndex((each, i) => i > 0 && (isParticiple(each) || prepositions.has(each)))
  const at = state > 0 ? state : words.length - 1
  return [text(`the ${words.slice(0, at).join(" ")}`), text(" "), verb("be"), ...behindWords(words.slice(at))]
}

function it(base: string, words: readonly string[]): readonly Piece[] {
  return [text("it"), text(" "), verb(base), ...behindWords(words)]
}

function holding(words: readonly string[], subject: Part, others: readonly Part[]): readonly Piece[] {
  // `ash_on(who)`: there is ash on the character.
  const last = words.at(-1)!
  if (
    words.length > 1 &&
    prepositions.has(last) &&
    (masses.has(words[0]) || objects.has(words[0])) &&
    others.length === 0
  )
    return [
      text("there "),
      verb("be"),
      text(` ${withArticle(words.slice(0, -1))} ${last} `),
      mention(subject.name),
    ]
  return [mention(subject.name), text(" "), ...predicate(words, subject, others)]
}

function predicate(words: readonly string[], subject: Part, others: readonly Part[]): readonly Piece[] {
  const [first, ...rest] = words
  const going = others.length > 0 && rest.length === 0 ? baseOfIng(first) : undefined
  if (going !== undefined) return [verb("be"), text(` ${first}`), ...written(joinedTo(going, [], others))]
  if (beings.has(first) && rest.length > 0) return being(rest, others)
  if (/^(has|have|had)$/.test(first)) return owning(rest, others)
  if (isModal(first) && rest.length > 0)
    return [verb(first), ...behindWords(rest), ...written(joinedTo(rest[0], rest.slice(1), others))]
  const done = doneBefore(words, subject, others)
  if (done !== undefined)
    return [...having(done), ...behindWords(rest), ...written(joinedTo(baseOfDone(first), rest, others))]
  const base =
    first === "here" || (roles.has(first) && others.length === 0) || isParticiple(first)
      ? undefined
      : (baseOfStative(first, others) ?? thirdIn(first))
  if (base !== undefined) return [verb(base), ...behindWords(rest), ...written(joinedTo(base, rest, others))]
  return being(words, others)
}

/** `love(a, b)` is a verb, `sleep(who)` too; `kin(a, b)` is none. */
function baseOfStative(word: string, others: readonly Part[]): string | undefined {
  return statives.has(word) &&
    (others.length > 0 || !/^(love|hate|fear|work|need|lead|face|touch|block|wonder|hope|burn)$/.test(word))
    ? word
    : undefined
}

/**
 * The base of a verb in the third person: of `loathes`; not of `friends`, `species`, `lies` with several
 * arguments.
 */
function thirdIn(word: string): string | undefined {
  const base = baseOfThird(word)
  return base === undefined ||
    roles.has(base) ||
    base.endsWith("nemie") ||
    joins.has(word) ||
    prepositions.has(word) ||
    /^(always|perhaps|across|alas|towards|besides|sometimes|enemies|species|allies)$/.test(word)
    ? undefined
    : base
}

/** The participle, if the word says what a character has done: `stole`, `met` of two, `killed` of two. */
function doneBefore(
  [first, ...rest]: readonly string[],
  subject: Part,
  others: readonly Part[],
): string | undefined {
  if (joins.has(first) || (rest.length > 0 && prepositions.has(rest.at(-1)!) && rest.at(-1) === "by"))
    return undefined
  const past = participleOfPast(first)
  if (past !== undefined && past !== first)
    return /^(lay|saw|felt|wound|bound|found|ground|bore)$/.test(first) &&
      others.length === 0 &&
      first === "lay"
      ? undefined
      : past
  const [next] = others
  const isActive = next !== undefined && !next.isPlace && ownPreposition(next) !== "by"
  if (past !== undefined || isParticiple(first)) {
    const base = baseOfDone(first)
    if (achievements.has(base)) return first
    if (
      next?.isPlace === true &&
      subject.isPerson &&
      (transitives.has(base) || /^(arrive|travel|return|walk|move|escape)$/.test(base))
    )
      return first
    const isDeed =
      subject.isPerson && rest.length > 0 && !prepositions.has(rest[0]) && !particles.has(rest[0])
    if (
      (isActive && subject.isPerson && rest.every((each) => particles.has(each) || prepositions.has(each))) ||
      isDeed
    )
      return first
    return subject.isPerson &&
      others.length === 0 &&
      rest.length === 0 &&
      /^(arrived|escaped|confessed|promised|apologised|apologized|succeeded|failed|lied|died|fainted|agreed|refused|resigned|survived|returned|walked|talked|travelled|moved|cried|laughed|danced|danced|voted|worked|played|waited|answered|listened|looked|jumped|surrendered|screamed|smiled|vanished|disappeared)$/.test(
        first,
      )
      ? first
      : undefined
  }
  return undefined
}

/** `wearing` → `wear`; nothing of `king`, `morning`. */
function baseOfIng(word: string): string | undefined {
  if (!/[a-z]{2}ing$/.test(word)) return undefined
  const stem = word.slice(0, -3)
  return (
    [stem, `${stem}e`, stem.slice(0, -1)].find((base) => verbOf(base).ing === word && isVerb(base)) ??
    undefined
  )
}

function isVerb(base: string): boolean {
  return (
    transitives.has(base) ||
    befalling.has(base) ||
    statives.has(base) ||
    achievements.has(base) ||
    motions.has(base) ||
    reaches.has(base) ||
    givings.has(base) ||
    takings.has(base)
  )
}

/** The base of a past form, good enough to look it up: `stopped` → `stop`, `loved` → `love`. */
function baseOfDone(word: string): string {
  const candidates = [
    word.slice(0, -1),
    word.slice(0, -2),
    word.slice(0, -3),
    `${word.slice(0, -3)}y`,
  ].filter((each) => each.length > 1 && verbOf(each).past === word)
  const found = candidates.find(isVerb) ?? candidates.at(-1)
  if (found !== undefined) return found
  for (const base of [
    ...achievements,
    ...transitives,
    ...statives,
    ...befalling,
    "speak",
    "steal",
    "meet",
    "go",
    "give",
    "take",
    "eat",
    "drink",
    "write",
    "sing",
    "swim",
    "drive",
    "choose",
    "swear",
  ]) {
    const { past, participle } = verbOf(base)
    if (past === word || participle === word) return base
  }
  return word
}

/** `is fond of`, `is a friend of`, `is at home`. */
function being(words: readonly string[], others: readonly Part[]): readonly Piece[] {
  const last = words.at(-1)!
  const [next, ...more] = others
  const noun =
    roles.has(last) ||
    /^(friends|enemies|allies|lovers|rivals|kin|twins|partners|neighbours|neighbors)$/.test(last)
  const isOf = last === "of" && words.length > 1 && roles.has(words.at(-2)!)
  const state =
    noun && !prepositions.has(words[0])
      ? roleOf(words)
      : isOf
        ? `${withArticle(words.slice(0, -1))} of`
        : words.join(" ")
  if (next === undefined || prepositions.has(last))
    return [verb("be"), text(` ${state}`), ...written(joinedTo("", words, others))]
  const by =
    ownPreposition(next) ??
    (noun
      ? last.endsWith("s") && !last.endsWith("ss")
        ? "with"
        : "of"
      : next.isPlace && !joins.has(last)
        ? "at"
        : (joins.get(last) ?? "with"))
  return [
    verb("be"),
    text(` ${state}`),
    ...written([
      { part: next, by },
      ...joinedTo("", ["of"], more).map((each) => ({ ...each, by: each.part.isPlace ? "at" : "with" })),
    ]),
  ]
}

function roleOf(words: readonly string[]): string {
  return /^(king|queen|captain|leader|boss|lord|mayor|president|pope|emperor|friends|enemies|allies|lovers|rivals|kin|twins|partners|neighbours|neighbors)$/.test(
    words.join(" "),
  )
    ? words.join(" ")
    : withArticle(words)
}

/** `has a glove`, `has money`, `has met Fay`, `has the ring`. */
function owning(words: readonly string[], others: readonly Part[]): readonly Piece[] {
  const [first, ...rest] = words
  if (first === undefined) return [verb("have"), ...written(joinedTo("have", [], others))]
  const isDone = isParticiple(first) || participleOfPast(first) !== undefined
  if (isDone)
    return [
      ...having(participleOfPast(first) ?? first),
      ...behindWords(rest),
      ...written(joinedTo(baseOfDone(first), rest, others)),
    ]
  const isNoun =
    !prepositions.has(first) &&
    !/^(no|any|many|more|enough|all|much|some|every|the|a|an|been|to|his|her|its|their)$/.test(first)
  return [
    verb("have"),
    text(` ${isNoun ? withArticle(words) : words.join(" ")}`),
    ...written(
      joinedTo(
        "",
        [...words, ...(others[0] !== undefined && ownPreposition(others[0]) === undefined ? [] : [])],
        others,
      ).map((each, i) =>
        i === 0 && each.by === "" && !prepositions.has(words.at(-1)!)
          ? { ...each, by: each.part.isPlace ? "at" : "of" }
          : each,
      ),
    ),
  ]
}

/** Properties that are not boolean: their value is a place, a character, a number. */
function having_(
  problem: Problem,
  words: readonly string[],
  parts: readonly Part[],
  type: string,
): readonly Piece[] | undefined {
  const [subject, ...others] = parts
  const [first] = words
  const isPlace = isOf(problem, type, "place") || /place|room|location|town|city/i.test(type)
  if (subject === undefined) return ofNothing(words, isPlace)
  const rest = written(
    joinedTo("", words, others).map((each, i) =>
      each.by === "" && !(i === 0 && prepositions.has(words.at(-1)!))
        ? { ...each, by: each.part.isPlace ? "at" : "for" }
        : each,
    ),
  )
  const who = mention(subject.name)
  if (isPlace && /^(place|location|position|whereabouts|where|site)$/.test(words.join(" ")))
    return [who, text(" "), verb("be"), text(" at "), mention("value"), ...rest]
  if (prepositions.has(first))
    return [who, text(" "), verb("be"), text(` ${words.join(" ")} `), mention("value"), ...rest]
  if (words.at(-1) === "of" && words.length > 1)
    return [text(`the ${words.join(" ")} `), who, text(" "), verb("be"), text(" "), mention("value"), ...rest]
  if (
    prepositions.has(words.at(-1)!) ||
    (/[a-z]ing$/.test(first) &&
      words.length === 1 &&
      type !== "number" &&
      !/^(king|ring|thing|feeling|meaning|building)$/.test(first))
  ) {
    return [
      who,
      text(" "),
      verb("be"),
      text(` ${words.filter((each) => !beings.has(each)).join(" ")} `),
      mention("value"),
      ...rest,
    ]
  }
  if (/^(has|have)$/.test(first))
    return [
      who,
      text(" "),
      verb("have"),
      text(" "),
      mention("value"),
      ...behindWords(words.slice(1)),
      ...rest,
    ]
  const base =
    type === "number"
      ? undefined
      : (baseOfStative(first, [subject]) ?? (words.length === 1 ? thirdIn(first) : undefined))
  if (base !== undefined && words.length === 1)
    return [who, text(" "), verb(base), text(" "), mention("value"), ...rest]
  const feeling =
    type === "number" && words.length === 1 && others.length > 0
      ? (thirdIn(first) ?? (statives.has(first) ? first : undefined))
      : undefined
  if (feeling === "owe")
    return [who, text(" "), verb("owe"), text(" "), mention(others[0].name), text(" "), mention("value")]
  if (feeling !== undefined)
    return [
      { kind: "mention", name: subject.name, form: "possessive" },
      text(` ${nouns[feeling] ?? `${feeling} of`} `),
      mention(others[0].name),
      text(" "),
      verb("be"),
      text(" "),
      mention("value"),
    ]
  return [
    { kind: "mention", name: subject.name, form: "possessive" },
    text(` ${words.join(" ")} `),
    verb("be"),
    text(" "),
    mention("value"),
    ...rest,
  ]
}

/** The noun and preposition for a feeling that is measured by a number. */
const nouns: Readonly<Record<string, string>> = {
  trust: "trust in",
  love: "love for",
  respect: "respect for",
  like: "liking for",
  hate: "hatred of",
  loathe: "loathing of",
  admire: "admiration for",
  believe: "belief in",
  know: "knowledge of",
  need: "need of",
}

/** `key()`: "the key is at the hill"; `violin_at()`, `carried_by()`, `murderer()`, `score()`. */
function ofNothing(words: readonly string[], isPlace: boolean): readonly Piece[] {
  const last = words.at(-1)!
  if (words.length === 1 && (participleOfPast(last) ?? last) !== last)
    return [text(`the one who ${last} it `), verb("be"), text(" "), mention("value")]
  const about = prepositions.has(last) ? words.slice(0, -1) : words
  if (about.length === 0 || (prepositions.has(last) && isParticiple(about[0])))
    return [text("it"), text(" "), verb("be"), text(` ${words.join(" ")} `), mention("value")]
  const by = prepositions.has(last)
    ? `${last} `
    : isPlace && !/place|room|location|hideout/.test(last)
      ? "at "
      : ""
  return [text(`the ${about.join(" ")}`), text(" "), verb("be"), text(` ${by}`), mention("value")]
}
