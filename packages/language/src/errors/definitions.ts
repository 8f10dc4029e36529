/**
 * Definitions whose first word begins no definition: a misspelt one (`acton walk(…)`), one of another
 * language (`goal: …`), a part of an action outside any action, or an entity without `entity` (`Tom :
 * character;`).
 */
import type { Fix } from "@dramaturg/model"
import { signMeant } from "./idiom-words.js"
import type { MessageCode } from "./messages.js"
import { closest } from "./suggest.js"
import { type Reading, complain, isDeclared, shorten } from "./reading.js"
import { type Range, isModifier, opensWithoutName } from "../syntax/segments.js"
import type { Token } from "../syntax/tokens.js"
import { binders, declaring, demands, modifiers, parts } from "../syntax/vocabulary.js"

const definitionWords: ReadonlySet<string> = new Set([
  ...declaring,
  "utility",
  "limits",
  "if",
  ...binders,
  "believes",
  "without",
])

/** What other languages call our definitions. */
const others = new Map([
  ["class", "type"],
  ["kind", "type"],
  ["sort", "type"],
  ["types", "type"],
  ["object", "entity"],
  ["objects", "entity"],
  ["thing", "entity"],
  ["place", "entity"],
  ["person", "entity"],
  ["agent", "entity"],
  ["entities", "entity"],
  ["character", "entity"],
  ["characters", "entity"],
  ["predicate", "property"],
  ["fluent", "property"],
  ["relation", "property"],
  ["function", "property"],
  ["variable", "property"],
  ["var", "property"],
  ["prop", "property"],
  ["properties", "property"],
  ["operator", "action"],
  ["act", "action"],
  ["event", "action"],
  ["actions", "action"],
  ["rule", "trigger"],
  ["axiom", "trigger"],
  ["goal", "utility"],
  ["goals", "utility"],
  ["want", "utility"],
  ["wants", "utility"],
  ["desire", "utility"],
  ["limit", "limits"],
])

/**
 * Reports a range that begins with such a word. Returns whether it did; the caller then does not read the
 * range.
 */
export function complainOfUnknownDefinition(
  reading: Reading,
  range: Range,
  namesWithErrors: string[],
): boolean {
  const { tokens } = reading.cut
  const [first, second] = [tokens[range.from], tokens[range.from + 1]]
  if (first.kind === "word" && range.isUnended && range.to === range.from + 1)
    return complainOfLoneModifier(reading, range)
  if (first.kind !== "word" || !second || range.from + 1 >= range.to) return false
  if (first.text === "limits" && second.text === ":") {
    return complainAt(
      reading,
      "limits-without-braces",
      second,
      "The limits stand in braces.",
      "Write `limits { author: 5; character: 3; belief: 2; }`.",
    )
  }
  if (
    definitionWords.has(first.text) ||
    isModifier(tokens, range.from) ||
    opensWithoutName(tokens, range.from)
  )
    return false
  if (second.kind === "word")
    return (
      complainOfModifier(reading, range, namesWithErrors) ||
      complainOfTwoWords(reading, range, namesWithErrors)
    )
  if (second.text === "{") return complainOfBlock(reading, first)
  if (first.text === "scenario" && second.kind === "odd") return false
  const colon = colonBehind(tokens, range)
  return colon >= 0 && complainOfHeader(reading, range, colon, namesWithErrors)
}

/** `acton walk(…) …`, `character Tom;` */
function complainOfTwoWords(reading: Reading, range: Range, namesWithErrors: string[]): boolean {
  const { tokens } = reading.cut
  const first = tokens[range.from]
  if (isDeclared(reading, "property", first.text) || signMeant(first.text) !== undefined) return false
  const names = namesBehind(tokens, range)
  const isKind = first.text === "character" || isDeclared(reading, "type", first.text)
  const meant = isKind
    ? "entity"
    : (others.get(first.text.toLowerCase()) ?? closest(first.text, [...declaring, "utility", "limits"]))
  if (meant === undefined) return false
  namesWithErrors.push(...names)
  if (!isKind) return suggestInstead(reading, first, meant)
  const example = `entity ${names[0]} : ${first.text};`
  complainAt(
    reading,
    "kind-as-beginning",
    first,
    `\`${shorten(first.text)}\` is a type and begins no definition.`,
    `Write \`${shorten(example)}\`.`,
  )
  return true
}

/**
 * `evry action …`, `every trigger …`, `common time()`, `scenario the pool`, `expect story`, `without walk`
 */
function complainOfModifier(reading: Reading, range: Range, namesWithErrors: string[]): boolean {
  const { tokens } = reading.cut
  const [first, second] = [tokens[range.from], tokens[range.from + 1]]
  if (isDeclared(reading, "property", first.text)) return false
  const hint = outside.get(first.text)
  if (hint !== undefined)
    return complainAt(
      reading,
      "beginning-not-whole",
      first,
      `\`${first.text}\` begins no definition like this.`,
      hint,
    )
  const meant = first.text === "each" ? "every" : closest(first.text, ["every"])
  if (second.text !== "action" || meant === undefined) return false
  namesWithErrors.push(...namesBehind(tokens, range))
  return suggestInstead(reading, first, meant)
}

/** Hints for words of the language that begin no definition with what follows them here. */
const outside = new Map([
  ["common", "Write `common property …`: only properties can be common."],
  ["open", "Write `open property …`: only properties can be wondered about."],
  ["unforeseen", "Write `unforeseen trigger …`, or `unforeseen(…)` in an effect."],
  ["every", "Write `every action { … }`: what is added stands in the braces."],
  ["scenario", 'Write `scenario "…" { … }`, with its title in quotation marks.'],
  ["story", "Write `story { must: …; never: …; }`."],
  ["expect", 'What is expected stands in a scenario: `scenario "…" { expect story; }`.'],
])

/** `comon property …`: the definition that follows the word is read by itself. */
function complainOfLoneModifier(reading: Reading, range: Range): boolean {
  const { tokens } = reading.cut
  const [first, keyword] = [tokens[range.from], tokens[range.to]]
  const meant = closest(first.text, [...modifiers.keys()])
  if (modifiers.get(first.text)?.includes("property") && modifiers.get(keyword.text)?.includes("property"))
    return complainAt(
      reading,
      "open-common",
      first,
      "A property cannot be both open and common: what everybody always knows, nobody wonders about.",
      "Take one of the two words out.",
    )
  if (modifiers.has(first.text))
    return complainAt(
      reading,
      "modifier-misplaced",
      first,
      `\`${first.text}\` cannot stand before \`${keyword.text}\`.`,
      outside.get(first.text)!,
    )
  return meant !== undefined && suggestInstead(reading, first, meant)
}

/** `limts { … }`, `stroy { … }`, `scenario { … }` */
function complainOfBlock(reading: Reading, first: Token): boolean {
  const hint = outside.get(first.text)
  if (hint !== undefined)
    return complainAt(
      reading,
      "beginning-not-whole",
      first,
      `\`${first.text}\` begins no definition like this.`,
      hint,
    )
  const meant = others.get(first.text.toLowerCase()) ?? closest(first.text, ["limits", "story"])
  return (meant === "limits" || meant === "story") && suggestInstead(reading, first, meant)
}

/** `utilty(): …`, `goal: …`, `effect: …`, `Tom : character;` */
function complainOfHeader(reading: Reading, range: Range, colon: number, namesWithErrors: string[]): boolean {
  const { tokens } = reading.cut
  const first = tokens[range.from]
  const word = shorten(first.text)
  const meant = others.get(first.text.toLowerCase()) ?? closest(first.text, ["utility"])
  if (demands.includes(first.text)) {
    const hint = "Put it between the braces of `story { … }` or of a scenario."
    return complainAt(
      reading,
      "demand-outside",
      first,
      `\`${word}\` is a demand on the story and does not stand by itself.`,
      hint,
    )
  }
  if (first.text === "story")
    return complainAt(
      reading,
      "demand-outside",
      first,
      "The demands on the story stand in braces.",
      outside.get("story")!,
    )
  if (parts.includes(first.text) || closest(first.text, parts)) {
    const hint = "Put it between the braces of an `action` or `trigger`."
    if (first.text === "told")
      return complainAt(
        reading,
        "part-outside",
        first,
        "`told` does not stand by itself.",
        "Put it between the braces of whatever is told so.",
      )
    return complainAt(
      reading,
      "part-outside",
      first,
      `\`${word}\` is a part of an action or trigger and stands nowhere else.`,
      hint,
    )
  }
  if (meant === "utility" && !others.has(first.text.toLowerCase()))
    return suggestInstead(reading, first, meant)
  if (meant === "utility") {
    const hint =
      "What a person wants begins with `utility(Tom):`, what you want of the story with `utility():`."
    return complainAt(reading, "misspelt-beginning", first, `\`${word}\` begins no definition.`, hint)
  }
  if (
    colon === range.from + 1 &&
    tokens[colon + 1]?.kind === "word" &&
    (colon + 2 === range.to || tokens[colon + 2].text === "{")
  ) {
    namesWithErrors.push(first.text)
    const fix: Fix = {
      title: "Insert `entity`",
      edits: [{ span: reading.spans(first.offset, 0), text: "entity " }],
    }
    const example = `entity ${word} : ${shorten(tokens[colon + 1].text)}`
    return complainAt(
      reading,
      "entity-without-word",
      first,
      `Nothing says what \`${word}\` is.`,
      `Did you mean \`${example}\`?`,
      fix,
    )
  }
  // A test of type (`a : place`) has another mistake than its first word.
  if (colon > range.from + 1 && tokens[colon + 1]?.kind === "word" && tokens[colon + 2]?.text !== "(")
    return false
  const hint = "Facts stand by themselves, as in `at(Tom) = Home;`; no heading goes before them."
  return complainAt(reading, "heading-outside", first, `\`${word}:\` begins no definition.`, hint)
}

function suggestInstead(reading: Reading, token: Token, meant: string): true {
  const span = reading.spans(token.offset, token.end - token.offset)
  const fix: Fix = { title: `Change to ${meant}`, edits: [{ span, text: meant }] }
  return complainAt(
    reading,
    "misspelt-beginning",
    token,
    `\`${shorten(token.text)}\` begins no definition.`,
    `Did you mean \`${meant}\`?`,
    fix,
  )
}

function complainAt(
  reading: Reading,
  code: MessageCode,
  token: Token,
  message: string,
  hint: string,
  fix?: Fix,
): true {
  const span = reading.spans(token.offset, token.end - token.offset)
  complain(reading, code, span, message, fix ? { hint, fixes: [fix] } : { hint })
  return true
}

/** The colon after a word and its brackets, or -1. */
function colonBehind(tokens: readonly Token[], { from, to }: Range): number {
  let at = from + 1
  if (tokens[at].text === "(") {
    while (at < to && tokens[at].text !== ")") at++
    at++
  }
  return at < to && tokens[at].text === ":" ? at : -1
}

function namesBehind(tokens: readonly Token[], { from, to }: Range): string[] {
  const names: string[] = []
  for (let i = from + 1; i < to && (tokens[i].kind === "word" || tokens[i].text === ","); i++) {
    if (tokens[i].kind === "word") names.push(tokens[i].text)
  }
  return names
}
