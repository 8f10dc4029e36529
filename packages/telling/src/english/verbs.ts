/** The forms of English verbs. The irregular ones, and those that double a consonant, come from a library's list. */
import irregular from "english-verbs-irregular/dist/verbs.json" with { type: "json" }

export type Tense = "past" | "present"

/** Whose form it is: of `I`, of one other, of several. */
export type Grammar = "first" | "third" | "plural"

const listed: Readonly<Record<string, readonly (readonly string[])[]>> = irregular

const modals: Readonly<Record<string, string>> = { can: "could", will: "would", may: "might", must: "had to" }

const be: Record<Tense, Record<Grammar, string>> = {
  past: { first: "was", third: "was", plural: "were" },
  present: { first: "am", third: "is", plural: "are" },
}

/** `verb` may have words behind it: `throw himself`. */
export function inflect(verb: string, tense: Tense, grammar: Grammar): string {
  const [base, ...rest] = verb.split(" ")
  return [inflectWord(base, tense, grammar), ...rest].join(" ")
}

function inflectWord(base: string, tense: Tense, grammar: Grammar): string {
  if (base === "be") return be[tense][grammar]
  if (Object.hasOwn(modals, base)) return tense === "past" ? modals[base] : base
  if (tense === "past") return pastOf(base)
  return grammar === "third" ? thirdOf(base) : base
}

/** `was not`, `did not crawl`, `could not`. */
export function negate(verb: string, tense: Tense, grammar: Grammar): string {
  const [base, ...rest] = verb.split(" ")
  if (base === "be") return [be[tense][grammar], "not", ...rest].join(" ")
  if (Object.hasOwn(modals, base)) return [tense === "past" ? modals[base] : base, "not", ...rest].join(" ")
  return [inflectWord("do", tense, grammar), "not", base, ...rest].join(" ")
}

function pastOf(base: string): string {
  if (Object.hasOwn(listed, base)) return listed[base][0][0]
  if (base.endsWith("e")) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  if (/^[^aeiou]*[aeiou][bdgkmnprt]$/.test(base)) return `${base}${base.at(-1)}ed`
  return `${base}ed`
}

function thirdOf(base: string): string {
  if (base === "have") return "has"
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`
}

/** The base of a verb in the third person, if the word looks like one: `loathes`, `owes`; undefined otherwise. */
export function baseOfThird(word: string): string | undefined {
  if (word === "has") return "have"
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : undefined
}
