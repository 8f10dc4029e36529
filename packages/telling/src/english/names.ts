/**
 * Names out of identifiers: `TheBigHouse` is "the big house", `Lady_Macbeth` "Lady Macbeth",
 * `St_Mary's_Church` what it says.
 */
import type { Entity } from "@dramaturg/model"
import { namedTypes, ordinary, proper, roles, smallWords, titles } from "./vocabulary.js"

/** `throw_himself_down`, `throwHimselfDown`: the words, in small letters. */
export function splitName(name: string): readonly string[] {
  return wordsIn(name).map((each) => each.toLowerCase())
}

/** The words with their capitals. Capitals part words, but not in `MacDuff` and `R2D2`; nor do hyphens. */
export function wordsIn(name: string): readonly string[] {
  return name
    .split(/[_\s.]+/)
    .flatMap(partsOf)
    .filter((each) => each !== "")
}

function partsOf(chunk: string): readonly string[] {
  if (/^[\p{Lu}\p{N}]+$/u.test(chunk)) return [chunk]
  return chunk
    .replace(/([\p{Ll}\p{Lo}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{Ll}{2})(\p{N})/gu, "$1 $2")
    .replace(/(^| )(Mac|Mc|Fitz|O['’]|D['’]) (?=\p{Lu})/gu, "$1$2")
    .split(" ")
}

/** The name of an entity whose author gave none, not capitalised. */
export function plainName({ name, types }: Pick<Entity, "name" | "types">): string {
  const words = wordsIn(name)
  if (words.length === 0) return name
  return types.includes("character") ? personName(words) : thingName(words, types)
}

function personName(words: readonly string[]): string {
  if (/^the$/i.test(words[0]) && words.length > 1)
    return [
      "the",
      ...words.slice(1).map((each) => (isSmall(each) ? each : capitalLike(each, words.length))),
    ].join(" ")
  const isRole =
    words.every((each) => each === each.toLowerCase() && each !== each.toUpperCase()) &&
    roles.has(words.at(-1)!)
  if (isRole) return withArticle(words.join(" "))
  return words
    .map((each, i) =>
      i > 0 && smallWords.has(each.toLowerCase()) && each.length < 5
        ? each.toLowerCase()
        : capitalLike(each, words.length),
    )
    .join(" ")
}

function isSmall(word: string): boolean {
  return word === word.toLowerCase()
}

/** Capitals of a name: `TOM` and `tom` become `Tom`; `R2D2` and `van der` stay as they are. */
function capitalLike(word: string, of: number): string {
  if (/\p{N}/u.test(word)) return word
  const isShouted =
    word.length > 2 &&
    word === word.toUpperCase() &&
    word !== word.toLowerCase() &&
    /[AEIOUYÄÖÜ]/.test(word) &&
    !word.includes(".")
  const plain = isShouted ? word.toLowerCase() : word
  if (plain !== plain.toLowerCase() || of === 0) return plain
  return plain.replace(
    /(^|[-‐‑])(\p{Ll})/gu,
    (_, before: string, letter: string) => `${before}${upper(letter)}`,
  )
}

function thingName(words: readonly string[], types: readonly string[]): string {
  if (!words.some((each) => /\p{Script=Latin}/u.test(each))) return words.join(" ")
  if (isProper(words, types))
    return words
      .map((each, i) =>
        i > 0 && smallWords.has(each.toLowerCase()) ? each.toLowerCase() : capitalLike(each, words.length),
      )
      .join(" ")
  const plain = words.map((each) => (isLettered(each) ? each : each.toLowerCase()))
  if (/^(the|a|an|my|your|his|her|its|our|their|this|that|no|every|some)$/i.test(plain[0]))
    return plain.join(" ")
  const isCounted =
    /^\p{N}+$/u.test(plain.at(-1)!) ||
    (plain.length === 1 && /^(\p{Lu}|\p{L}?\p{N}+|\p{Lu}[\p{Lu}\p{N}]*\p{N}[\p{Lu}\p{N}]*)$/u.test(plain[0]))
  return isCounted ? plain.join(" ") : withArticle(plain.join(" "))
}

function withArticle(words: string): string {
  return /^the\b/i.test(words) ? words : `the ${words}`
}

/** Spelt letter by letter: `X`, `HQ`, `R2D2`. */
function isLettered(word: string): boolean {
  return (
    /^[\p{Lu}\p{N}]+$/u.test(word) && (word.length < 3 || /\p{N}/u.test(word) || !/[AEIOUYÄÖÜ]/.test(word))
  )
}

function isProper(words: readonly string[], types: readonly string[]): boolean {
  const isWritten = /^\p{Lu}/u.test(words[0])
  const last = words.at(-1)!.toLowerCase()
  if (words.some((each) => proper.has(each.toLowerCase()) || /^(Mac|Mc|Fitz|O['’])\p{Lu}/u.test(each)))
    return true
  if (!isWritten || ["the", "a", "an"].includes(words[0].toLowerCase())) return false
  if (words.some((each) => /^\p{Lu}.*['’]s?$/u.test(each))) return true
  if (types.some((each) => namedTypes.has(each.toLowerCase())) && !ordinary.has(last)) return true
  if (words.length > 1 && titles.has(words[0].toLowerCase()))
    return !ordinary.has(last) || words[0].toLowerCase() === "st"
  return (
    words.length > 1 &&
    /^(street|avenue|lane|square)$/.test(last) &&
    !/^(old|new|long|high|dark|narrow|main|back|empty|busy|quiet)$/i.test(words[0])
  )
}

/**
 * Capitalises the first letter in any script; letters whose capital is more than one letter, and Georgian
 * ones, stay.
 */
export function capitalised(text: string): string {
  return text.replace(
    /^([“‘"'«„([¿¡\s]*)(\p{Ll})/u,
    (_, before: string, letter: string) => `${before}${upper(letter)}`,
  )
}

function upper(letter: string): string {
  const large = letter.toUpperCase()
  return /\p{Script=Georgian}/u.test(letter) || [...large].length !== 1 ? letter : large
}
