/** An author's template of a sentence, taken apart: `{who} [crawl] to {to}`. */

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  /**
   * In its base form, or with all its forms: `lie, lied, lied`. `isAuxiliary`: it only helps the verb behind
   * it (`have stolen`); `isPlural`: always in the plural form.
   */
  | { readonly kind: "verb"; readonly verb: string; readonly isAuxiliary?: true; readonly isPlural?: true }
  /**
   * `form`: chosen by position, possessive, reflexive, or always a pronoun (`they`: subject, `them`: object,
   * `their`, `theirs`).
   */
  | { readonly kind: "mention"; readonly name: string; readonly form: Form }

export type Form = "plain" | "possessive" | "self" | "they" | "them" | "their" | "theirs"

const tails: Readonly<Record<string, Form>> = {
  self: "self",
  themselves: "self",
  they: "they",
  he: "they",
  she: "they",
  it: "they",
  them: "them",
  him: "them",
  her: "them",
  their: "their",
  his: "their",
  its: "their",
  theirs: "theirs",
  hers: "theirs",
}

/** Reads a sentence template, without its full stop; callers that make a sentence of it add one. */
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

/** Reads a name or direct speech: full stops stay, and square brackets are text. */
export function readMentions(text: string): readonly Piece[] {
  return tidied(text)
    .split(/(\{[^{}]*\})/)
    .flatMap((each) =>
      /^\{[^{}]*\}$/.test(each) ? readTemplate(each) : [{ kind: "text" as const, text: curled(each) }],
    )
}

function mentionIn(inside: string): Piece {
  const [, owner] = /^(.+)['’]s$/.exec(inside) ?? []
  if (owner !== undefined) return { kind: "mention", name: owner, form: "possessive" }
  const [, name, tail] = /^(.+)\.(\w+)$/.exec(inside) ?? []
  if (name !== undefined && Object.hasOwn(tails, tail)) return { kind: "mention", name, form: tails[tail] }
  return { kind: "mention", name: inside, form: "plain" }
}

/** The texts that are not blank. */
export function saying(texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).filter((each) => each.trim() !== "")
}

/** The texts that make a sentence: a name alone (`{who}`) does not. */
export function sentencesIn(texts: readonly string[] | undefined): readonly string[] {
  return saying(texts).filter((each) => /\[\s*\S.*\]|[\p{L}\p{N}]/u.test(each.replace(/\{[^{}]*\}/g, "")))
}

/** Removes blanks at the ends and before commas, and doubled ones. */
export function tidied(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:!?…](\s|$))/g, "")
    .trim()
}

function withoutStop(text: string): string {
  return /[^.]\.$/.test(text) ? text.slice(0, -1) : text
}

/** Adds a full stop unless the text ends in one. */
export function stopped(text: string): string {
  return /[.!?…][”’"')]*$/.test(text) ? text : `${text}.`
}

const elided = "tis|twas|twere|twill|em|til|cause|bout|round|neath|gainst|ere|im"

/** Straight apostrophes become curly ones. */
export function curled(text: string): string {
  return text
    .replace(new RegExp(`(^|[^\\p{L}\\p{N}])'(?=(${elided})\\b|\\d)`, "giu"), "$1’")
    .replace(/([\p{L}\p{N}.,!?…\p{M}])'/gu, "$1’")
    .replace(/'(?=[\p{L}\p{N}])/gu, "‘")
}
