/** One statement, with values for its variables, before it becomes text. */
import { printValue, type Value } from "@dramaturg/model"
import { type Piece, readTemplate } from "./template.js"

export interface Clause {
  readonly pieces: readonly Piece[]
  readonly binding: ReadonlyMap<string, Value>
  /** The entity that it begins with, if it does. */
  readonly subject: string | undefined
  readonly isNegated: boolean
}

export function clauseOf(
  pieces: readonly Piece[],
  binding: ReadonlyMap<string, Value>,
  isNegated = false,
): Clause {
  const [first, next] = pieces
  const isJoined =
    next?.kind === "text" &&
    (/^,? and $/.test(next.text) ||
      (next.text === ", " &&
        pieces[2]?.kind === "mention" &&
        pieces[3]?.kind === "text" &&
        /^,( and)? | and $/.test(pieces[3].text)))
  const isPlain = first?.kind === "mention" && first.form === "plain" && !isJoined
  const subject =
    isPlain && typeof (binding.get(first.name) ?? first.name) === "string"
      ? nameOf(first, binding)
      : undefined
  return { pieces, binding, subject, isNegated }
}

/** The entity of a mention: a variable's value, or an entity by its own name. */
export function nameOf({ name }: Piece & { kind: "mention" }, binding: ReadonlyMap<string, Value>): string {
  return binding.has(name) ? printValue(binding.get(name)!) : name
}

/** The clause `character wants …`, with the author's words for the wish. */
export function wantClause(character: string, want: string): Clause {
  const who: Piece = { kind: "mention", name: character, form: "plain" }
  const between = (text: string): Piece => ({ kind: "text", text })
  return clauseOf(
    [who, between(" "), { kind: "verb", verb: "want" }, between(" "), ...readTemplate(want)],
    new Map(),
  )
}
