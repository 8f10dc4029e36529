/** Words for prose: what the placeholders of a `told` or `says` text may contain. */
import type { Parameter } from "@dramaturg/model"
import type { Quote } from "../syntax-tree.js"
import { didYouMean } from "../errors/suggest.js"
import { type World, report } from "./world.js"

/** What may follow a name in a placeholder: its pronouns and cases. */
const tails = new Set([
  "self",
  "they",
  "them",
  "their",
  "theirs",
  "themselves",
  "he",
  "she",
  "it",
  "him",
  "her",
  "his",
  "hers",
  "its",
])

export function namesIn(parameters: readonly Parameter[]): string[] {
  return parameters.flatMap((each) => (each.kind === "variable" ? [each.name] : []))
}

/**
 * The texts; reports every placeholder that is neither one of `names` nor an entity, verbs with too many
 * forms, and texts without words.
 */
export function readTold(
  world: World,
  quotes: readonly Quote[],
  names: readonly string[],
  isSentence = true,
): string[] {
  for (const quote of quotes) {
    for (const [, inside] of quote.text.matchAll(/\{([^{}]*)\}/g))
      remarkPlaceholder(world, quote, inside.trim(), names)
    if (isSentence)
      for (const [, inside] of quote.text.matchAll(/\[([^[\]]*)\]/g)) remarkVerb(world, quote, inside)
    if (quote.text.trim() === "")
      report(
        world,
        "empty-words",
        quote.span,
        "There is nothing between these quotation marks, so plain words are made of the name instead.",
        { hint: "Say something there, or leave it out." },
      )
  }
  return quotes.flatMap(({ text }) => (text.trim() === "" ? [] : [text]))
}

/** Base, past, participle, -ing and third person. */
const MOST_FORMS = 5

function remarkVerb(world: World, { span }: Quote, inside: string): void {
  const forms = inside.split(",").map((each) => each.trim())
  if (forms.length <= MOST_FORMS && forms.every((each) => each !== "")) return
  const what = forms.every((each) => each === "")
    ? "holds no verb"
    : forms.length > MOST_FORMS
      ? `holds ${forms.length} forms of a verb; there are five`
      : "lacks a form between its commas"
  report(world, "verb-forms", span, `\`[${inside}]\` ${what}.`, {
    hint: "Write a verb as a dictionary has it, or with its forms in this order: `[lie, lied, lied, lying, lies]`.",
  })
}

function remarkPlaceholder(world: World, { span }: Quote, inside: string, names: readonly string[]): void {
  if (isKnown(world, inside, names)) return
  const known =
    names.length > 0
      ? `It can be ${names.map((each) => `\`{${each}}\``).join(", ")}, or a name of this world.`
      : "It can be a name of this world."
  const hint = didYouMean(inside, [...names, ...world.entities.keys()])
  report(world, "unknown-placeholder", span, `Nothing is known by which \`{${inside}}\` could be replaced.`, {
    hint: hint ?? known,
  })
}

function isKnown(world: World, inside: string, names: readonly string[]): boolean {
  if (names.includes(inside) || world.entities.has(inside) || world.namesWithErrors.has(inside)) return true
  const [, bare, tail] = /^(.+?)(?:['’]s|\.(\w+))$/s.exec(inside) ?? []
  return bare !== undefined && (tail === undefined || tails.has(tail)) && isKnown(world, bare, names)
}
