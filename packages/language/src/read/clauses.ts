/** Definitions that stand in a world and in a scenario alike: facts, utilities and limits. */
import type { SyntaxDefinition, Name } from "../syntax-tree.js"
import type { LimitEntry, LimitsDefinition, Statement, UtilityDefinition } from "../syntax/parse-tree.js"
import { closest } from "../errors/suggest.js"
import { readClear } from "./expressions.js"
import {
  type Reading,
  complain,
  listOf,
  nameOf,
  quoteOf,
  shorten,
  spanBetween,
  spanOf,
} from "../errors/reading.js"
import { requireSeparators } from "../errors/separators.js"
import { limits } from "../syntax/vocabulary.js"

type Definition<K extends SyntaxDefinition["kind"]> = Extract<SyntaxDefinition, { kind: K }>

export function readUtility(reading: Reading, node: UtilityDefinition): Definition<"utility">[] {
  const body = readClear(reading, node.body)
  const character = node.character && nameOf(reading, node.character)
  const told = node.told ? { told: quoteOf(reading, node.told) } : {}
  return body ? [{ kind: "utility", character, body, ...told, span: spanOf(reading, node) }] : []
}

export function readStatement(reading: Reading, node: Statement): Definition<"initial">[] {
  const body = readClear(reading, node.body)
  return body ? [{ kind: "initial", body, span: spanOf(reading, node) }] : []
}

export function readLimits(reading: Reading, node: LimitsDefinition): Definition<"limit">[] {
  requireSeparators(reading, node.entries)
  return node.entries.flatMap((each) => readLimit(reading, each) ?? [])
}

function readLimit(reading: Reading, node: LimitEntry): Definition<"limit"> | undefined {
  const which: Name = nameOf(reading, node.which)
  if (!limits.includes(which.text)) {
    const message = `There is no limit called \`${shorten(which.text)}\`.`
    const meant = closest(which.text, limits)
    const hint = meant ? `Did you mean \`${meant}\`?` : `The limits are ${listOf(limits)}.`
    return complain(reading, "bad-limit", which.span, message, { hint })
  }
  const value =
    node.word === "none" ? null : node.value === undefined || node.negative ? NaN : Number(node.value)
  if (value !== null && !Number.isSafeInteger(value)) {
    const span = spanBetween(reading, node.which, node)
    return complain(reading, "bad-limit", span, "A limit is a whole number from 0 upward, or `none`.")
  }
  return {
    kind: "limit",
    which: which.text as "author" | "character" | "belief",
    value,
    span: spanOf(reading, node),
  }
}
