/** An author's template of a sentence, taken apart: `{who} [crawl] to {to}`. */

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  /**
   * In its base form, or with all its forms: `lie, lied, lied`. `isAuxiliary`: it only helps the verb behind it (`have stolen`);
   * `isPlural`: of several, whatever stands before it.
   */
  | { readonly kind: "verb"; readonly verb: string; readonly isAuxiliary?: true; readonly isPlural?: true }
  /** `form`: as it falls, somebody's, somebody themself, or always a pronoun (`they`: subject, `them`: object, `their`, `theirs`). */
  | { readonly kind: "mention"; readonly name: string; readonly form: Form }

export type Form = "plain" | "possessive" | "self" | "they" | "them" | "their" | "theirs"

const tails: Readonly<Record<string, Form>> = {
  self: "self", themselves: "self", they: "they", he: "they", she: "they", it: "they", them: "them", him: "them", her: "them",
  their: "their", his: "their", its: "their", theirs: "theirs", hers: "theirs",
}

/** Without the full stop: whoever makes a sentence of it sets one. */
export function readTemplate(words: string): readonly Piece[] {
  const pieces: Piece[] = []
  const text = withoutStop(tidied(words))
  for (const [whole, inside, verb] of text.matchAll(/\{([^{}]*)\}|\[([^[\]]*)\]|[^{}[\]]+/g)) {
    if (inside !== undefined) pieces.push(mentionIn(inside.trim()))
    else if (verb !== undefined) pieces.push({ kind: "verb", verb: verb.trim() })
    else pieces.push({ kind: "text", text: curled(whole) })
  }
  return pieces
}

/** Names and what is said aloud are no sentences: their full stops stay, and square brackets are brackets. */
export function readMentions(text: string): readonly Piece[] {
  return tidied(text).split(/(\{[^{}]*\})/).flatMap((each) => (/^\{[^{}]*\}$/.test(each) ? readTemplate(each) : [{ kind: "text" as const, text: curled(each) }]))
}

function mentionIn(inside: string): Piece {
  const [, owner] = /^(.+)['’]s$/.exec(inside) ?? []
  if (owner !== undefined) return { kind: "mention", name: owner, form: "possessive" }
  const [, name, tail] = /^(.+)\.(\w+)$/.exec(inside) ?? []
  if (name !== undefined && Object.hasOwn(tails, tail)) return { kind: "mention", name, form: tails[tail] }
  return { kind: "mention", name: inside, form: "plain" }
}

/** Those of an author's texts that say something. */
export function saying(texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).filter((each) => each.trim() !== "")
}

/** Those that make a sentence: a name alone (`{who}`) is none. */
export function sentencesIn(texts: readonly string[] | undefined): readonly string[] {
  return saying(texts).filter((each) => /\[\s*\S.*\]|[\p{L}\p{N}]/u.test(each.replace(/\{[^{}]*\}/g, "")))
}

/** No blanks at the ends, none before a comma, and one at a time. */
export function tidied(text: string): string {
  return text.replace(/\s+/g, " ").replace(/ (?=[,.;:!?…](\s|$))/g, "").trim()
}

function withoutStop(text: string): string {
  return /[^.]\.$/.test(text) ? text.slice(0, -1) : text
}

/** A sentence has one stop at its end. */
export function stopped(text: string): string {
  return /[.!?…][”’"')]*$/.test(text) ? text : `${text}.`
}

const elided = "tis|twas|twere|twill|em|til|cause|bout|round|neath|gainst|ere|im"

/** Typewriter's apostrophes become printer's. */
export function curled(text: string): string {
  return text
    .replace(new RegExp(`(^|[^\\p{L}\\p{N}])'(?=(${elided})\\b|\\d)`, "giu"), "$1’")
    .replace(/([\p{L}\p{N}.,!?…\p{M}])'/gu, "$1’")
    .replace(/'(?=[\p{L}\p{N}])/gu, "‘")
}
