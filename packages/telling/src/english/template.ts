/** An author's template of a sentence, taken apart: `{who} [crawl] to {to}`. */

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  /** In its base form. */
  | { readonly kind: "verb"; readonly verb: string }
  /** `form`: as it falls, somebody's, somebody themself, or always a pronoun (`they`: subject, `them`: object, `their`). */
  | { readonly kind: "mention"; readonly name: string; readonly form: Form }

export type Form = "plain" | "possessive" | "self" | "they" | "them" | "their"

const tails: Readonly<Record<string, Form>> = {
  self: "self", themselves: "self", they: "they", he: "they", she: "they", it: "they", them: "them", him: "them", her: "them",
  their: "their", his: "their", its: "their", theirs: "their", hers: "their",
}

export function readTemplate(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [whole, inside, verb] of text.matchAll(/\{([^{}]*)\}|\[([^[\]]*)\]|[^{}[\]]+/g)) {
    if (inside !== undefined) pieces.push(mentionIn(inside.trim()))
    else if (verb !== undefined) pieces.push({ kind: "verb", verb: verb.trim() })
    else pieces.push({ kind: "text", text: curled(whole) })
  }
  return pieces
}

function mentionIn(inside: string): Piece {
  const [, owner] = /^(.+)['’]s$/.exec(inside) ?? []
  if (owner !== undefined) return { kind: "mention", name: owner, form: "possessive" }
  const [, name, tail] = /^(.+)\.(\w+)$/.exec(inside) ?? []
  if (name !== undefined && Object.hasOwn(tails, tail)) return { kind: "mention", name, form: tails[tail] }
  return { kind: "mention", name: inside, form: "plain" }
}

/** Typewriter's apostrophes become printer's. */
export function curled(text: string): string {
  return text.replace(/(\p{L})'(?=\p{L}|\b|$)/gu, "$1’")
}
