/**
 * The forms of English verbs. What a text gives itself goes first (`lie, lied, lied`), then the kept list of
 * what is irregular, then the rules of spelling: British where the two differ (`travelled`).
 */
import { doubling, irregularForms, plainThird, single, splitVowels, withoutK } from "./verb-forms.js"

export type Tense = "past" | "present"

/** The grammatical person: `I`, one other, several. */
export type Grammar = "first" | "third" | "plural"

/** A verb with all its forms; `rest` are the words behind it, which do not change: `throw himself`. */
export interface Verb {
  readonly base: string
  readonly past: string
  readonly participle: string
  readonly ing: string
  readonly third: string
  readonly rest: string
}

/**
 * In the past, behind `to` or `would`, and what they become when denied. `must` denied says that nothing
 * forces them.
 */
const modals: Readonly<Record<string, { readonly past: string; readonly base: string }>> = {
  can: { past: "could", base: "be able to" },
  could: { past: "could", base: "be able to" },
  may: { past: "might", base: "be allowed to" },
  might: { past: "might", base: "be allowed to" },
  will: { past: "would", base: "be going to" },
  would: { past: "would", base: "be going to" },
  shall: { past: "should", base: "have to" },
  should: { past: "should", base: "have to" },
  ought: { past: "ought", base: "have" },
  must: { past: "had to", base: "have to" },
}

const be: Record<Tense, Record<Grammar, string>> = {
  past: { first: "was", third: "was", plural: "were" },
  present: { first: "am", third: "is", plural: "are" },
}

/**
 * `lie`, `throw himself`, or with its forms: base, past, participle, -ing, third person. What is not given is
 * made.
 */
export function verbOf(text: string): Verb {
  const given = text.split(",").map((each) => each.trim().replace(/\s+/g, " "))
  const [base, ...words] = given[0].split(" ")
  const rest = words.map((each) => ` ${each}`).join("")
  const form = (i: number): string | undefined =>
    given[i] === undefined || given[i] === "" ? undefined : withoutRest(given[i], rest)
  const past = form(1) ?? pastOf(base)
  return {
    base,
    past,
    participle: form(2) ?? (given.length > 1 ? past : participleOf(base)),
    ing: form(3) ?? ingOf(base),
    third: form(4) ?? thirdOf(base),
    rest,
  }
}

/** Forms may be given with the words that stand behind the verb, or without. */
function withoutRest(form: string, rest: string): string {
  return rest !== "" && form.endsWith(rest) ? form.slice(0, -rest.length) : form
}

export function isModal(verb: string): boolean {
  return Object.hasOwn(modals, verbOf(verb).base)
}

export function inflect(verb: string, tense: Tense, grammar: Grammar): string {
  const forms = verbOf(verb)
  return `${inflectWord(forms, tense, grammar)}${forms.rest}`
}

function inflectWord({ base, past, third }: Verb, tense: Tense, grammar: Grammar): string {
  if (base === "be") return be[tense][grammar]
  if (Object.hasOwn(modals, base)) return tense === "past" ? modals[base].past : base
  if (tense === "past") return past
  return grammar === "third" ? third : base
}

/** As it stands behind `to`, `would` and `not`: `be able to`. */
export function bare(verb: string): string {
  const { base, rest } = verbOf(verb)
  return `${Object.hasOwn(modals, base) ? modals[base].base : base}${rest}`
}

/** `was not`, `did not crawl`, `could not`, `did not have to`. */
export function negate(verb: string, tense: Tense, grammar: Grammar): string {
  const forms = verbOf(verb)
  const { base, rest } = forms
  if (base === "be") return `${be[tense][grammar]} not${rest}`
  if (base !== "must" && Object.hasOwn(modals, base))
    return base === "can" && tense === "present"
      ? `cannot${rest}`
      : `${inflectWord(forms, tense, grammar)} not${rest}`
  return `${inflectWord(verbOf("do"), tense, grammar)} not ${bare(verb)}`
}

/** `was no longer`, `could no longer`, `no longer crawled`. */
export function over(verb: string, tense: Tense, grammar: Grammar): string {
  const forms = verbOf(verb)
  const inflected = inflectWord(forms, tense, grammar)
  const isAuxiliary = forms.base === "be" || (forms.base !== "must" && Object.hasOwn(modals, forms.base))
  if (forms.base === "must") return `no longer ${inflectWord(verbOf("have"), tense, grammar)} to${forms.rest}`
  return isAuxiliary ? `${inflected} no longer${forms.rest}` : `no longer ${inflected}${forms.rest}`
}

/**
 * Chooses between verbs spelt alike by what stands behind them: `lied to` (told a lie); `hanged` of a
 * character.
 */
export function senseOf(
  verb: string,
  behind: string,
  isPersonNext: boolean,
  isAnybodyNext = isPersonNext,
): string {
  const text = behind.trimStart()
  if (verb === "lie")
    return (text === "" && !isAnybodyNext) ||
      /^([,.;:!?]|(to|about|that|for|through|and|again)\b)/.test(text) ||
      isPersonNext
      ? "lie, lied, lied, lying"
      : verb
  if (verb === "hang" && isPersonNext) return "hang, hanged, hanged"
  if (verb === "bid" && /\b(farewell|goodbye|welcome|good)\b/.test(text)) return "bid, bade, bidden"
  return verb
}

/** All forms that a text may have: both tenses, and those with auxiliary verbs. */
export function formsOf(verb: string): readonly string[] {
  const { base, participle, ing, rest } = verbOf(verb)
  const simple = (["past", "present"] as const).flatMap((tense) =>
    (["first", "third", "plural"] as const).map((grammar) => inflect(verb, tense, grammar)),
  )
  const perfect = ["has", "have", "had"].map((each) => `${each} ${participle}${rest}`)
  const going = ["am", "is", "are", "was", "were"].map((each) => `${each} ${ing}${rest}`)
  return [...new Set([`${base}${rest}`, ...simple, ...perfect, ...going, `will ${bare(verb)}`])]
}

const vowel = "[aeiou]"

function pastOf(base: string): string {
  return irregularForms.get(base)?.[0] ?? regular(base)
}

function participleOf(base: string): string {
  if (base === "be") return "been"
  return irregularForms.get(base)?.[1] ?? regular(base)
}

function regular(base: string): string {
  if (base.endsWith("e")) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return `${stemOf(base)}ed`
}

/** As it stands before an ending that begins with a vowel: `stopp`, `panick`. */
function stemOf(base: string): string {
  const word = base.slice(base.lastIndexOf("-") + 1)
  if (/[ai]c$/.test(word) && !withoutK.has(word)) return `${base}k`
  return isDoubled(word) ? `${base}${base.at(-1)}` : base
}

function isDoubled(word: string): boolean {
  if (single.has(word)) return false
  if (doubling.has(word) || splitVowels.has(word)) return true
  const plain = word.replace(/qu/g, "qw")
  if (/^y?[^aeiouy]*[aeiouy][^aeiouwxy]$/.test(plain)) return true
  if (/^(un|over|under|out|mis)[^aeiouy]+[aeiouy][^aeiouwxyl]$/.test(plain)) return true
  // British: `travelled`.
  return new RegExp(`${vowel}.*[^aeiou]${vowel}l$`).test(plain)
}

function ingOf(base: string): string {
  if (base === "be") return "being"
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`
  if (/(ee|oe|ye)$/.test(base) || /^(singe|tinge|swinge|age|binge|whinge)$/.test(base)) return `${base}ing`
  if (base.length > 2 && base.endsWith("e")) return `${base.slice(0, -1)}ing`
  return `${stemOf(base)}ing`
}

function thirdOf(base: string): string {
  if (base === "be") return "is"
  if (base === "have") return "has"
  if (plainThird.has(base)) return `${base}s`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  if (/^[^aeiou]*(qu)?[aeiou]z$/.test(base) || base === "nonplus") return `${base}${base.at(-1)}es`
  return /(s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`
}

/**
 * The base of a verb in the third person, if the word looks like one: `loathes`, `owes`; undefined otherwise.
 */
export function baseOfThird(word: string): string | undefined {
  if (word === "has") return "have"
  if (word === "does") return "do"
  if (word === "goes") return "go"
  if (/[^aeiou]ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^siu]s$/.test(word) && word.length > 2 ? word.slice(0, -1) : undefined
}
