/** Reads the parts of actions and triggers, of what is added to every action, and of a property's block. */
import type { SyntaxPart, SyntaxTerm } from "../syntax-tree.js"
import type { ConsentingPart, FormulaPart, ObservingPart, OtherPart, Part } from "../syntax/parse-tree.js"
import { closest } from "../errors/suggest.js"
import { isWhole, readClear, readFormula, readLiteral, readPlainMention } from "./expressions.js"
import {
  type Reading,
  complain,
  listOf,
  nameOf,
  quoteOf,
  shorten,
  spanOf,
  startOf,
} from "../errors/reading.js"
import { requireSeparators } from "../errors/separators.js"
import { parts as partNames, wordOf } from "../syntax/vocabulary.js"

type Owner = "action" | "trigger" | "every" | "property"

/** The parts of an event, each read by itself; what cannot be used is left out. */
export function readParts(reading: Reading, nodes: readonly Part[], owner: Owner): SyntaxPart[] {
  requireSeparators(reading, nodes)
  const parts = nodes.flatMap((each) => readPart(reading, each) ?? [])
  return parts.filter((each) => isAllowed(reading, each, owner))
}

/**
 * That triggers have neither consenting characters nor observers holds in both languages; `lower/events.ts`
 * reports it.
 */
const saidOfBoth: readonly SyntaxPart["kind"][] = ["consenting", "observing"]

type Reason = readonly [why: string, hint: string]

/** Of what an action has and others have not. */
const reasons: Readonly<Record<Exclude<Owner, "action">, Reason>> = {
  trigger: ["A trigger happens by itself, at once", "Make it an action, or take this part out."],
  every: [
    "What is added to every action is a precondition, an effect or who sees it",
    "Write it in the actions themselves.",
  ],
  property: ["Of a property is only said how it is told and which values it might have", "Take it out."],
}

/** Of what only an open property has. */
function reasonOfOpen(kind: SyntaxPart["kind"]): Reason {
  const what = kind === "might" ? "Which values are possible" : "What goes on in whoever wonders"
  return [`${what} is said of an open property`, "Put it between the braces of the property."]
}

function isAllowed(reading: Reading, part: SyntaxPart, owner: Owner): boolean {
  const { places } = wordOf(part.kind)!
  if (places.includes(owner) || (owner === "trigger" && saidOfBoth.includes(part.kind))) return true
  const isOfOpen = owner === "action" || places.every((each) => each === "property")
  const [why, hint] = isOfOpen ? reasonOfOpen(part.kind) : reasons[owner]
  complain(reading, "part-not-allowed", part.keyword, `${why}, so \`${part.kind}\` has no place here.`, {
    hint,
  })
  return false
}

function readPart(reading: Reading, node: Part): SyntaxPart | undefined {
  switch (node.rule) {
    case "FormulaPart":
      return readFormulaPart(reading, node)
    case "TextPart": {
      const texts = node.texts.map((each) => quoteOf(reading, each))
      return { kind: node.keyword, texts, span: spanOf(reading, node), keyword: keywordOf(reading, node) }
    }
    case "ConsentingPart":
      return readConsenting(reading, node)
    case "ObservingPart":
      return readObserving(reading, node)
    case "OtherPart":
      return complainOfPart(reading, node)
  }
}

function readFormulaPart(reading: Reading, node: FormulaPart): SyntaxPart | undefined {
  const body = readClear(reading, node.body)
  return body && { kind: node.keyword, body, span: spanOf(reading, node), keyword: keywordOf(reading, node) }
}

function readConsenting(reading: Reading, node: ConsentingPart): SyntaxPart | undefined {
  const characters = node.characters.map((each): SyntaxTerm | undefined =>
    each.rule === "Literal" ? readLiteral(reading, each) : readPlainMention(reading, each),
  )
  if (!isWhole(characters)) return undefined
  return { kind: "consenting", characters, span: spanOf(reading, node), keyword: keywordOf(reading, node) }
}

function readObserving(reading: Reading, node: ObservingPart): SyntaxPart | undefined {
  const body = readClear(reading, node.body)
  const [variable, type] = [nameOf(reading, node.variable), nameOf(reading, node.type)]
  return (
    body && {
      kind: "observing",
      variable,
      type,
      body,
      span: spanOf(reading, node),
      keyword: keywordOf(reading, node),
    }
  )
}

function keywordOf(reading: Reading, node: Part) {
  return reading.spans(startOf(reading, node), node.keyword.length)
}

/** Words of other languages for the parts. */
const otherParts = new Map([
  ["condition", "precondition"],
  ["conditions", "precondition"],
  ["requires", "precondition"],
  ["require", "precondition"],
  ["pre", "precondition"],
  ["when", "precondition"],
  ["if", "precondition"],
  ["needs", "precondition"],
  ["preconditions", "precondition"],
  ["effects", "effect"],
  ["then", "effect"],
  ["post", "effect"],
  ["postcondition", "effect"],
  ["result", "effect"],
  ["does", "effect"],
  ["consent", "consenting"],
  ["consents", "consenting"],
  ["agent", "consenting"],
  ["agents", "consenting"],
  ["actor", "consenting"],
  ["actors", "consenting"],
  ["who", "consenting"],
  ["by", "consenting"],
  ["characters", "consenting"],
  ["observe", "observing"],
  ["observes", "observing"],
  ["observer", "observing"],
  ["observers", "observing"],
  ["observed", "observing"],
  ["witness", "observing"],
  ["witnesses", "observing"],
  ["seen", "observing"],
  ["take", "takes"],
  ["duration", "takes"],
  ["lasts", "takes"],
  ["cost", "takes"],
  ["costs", "takes"],
  ["time", "takes"],
])

function complainOfPart(reading: Reading, node: OtherPart): undefined {
  const meant = otherParts.get(node.keyword.toLowerCase()) ?? closest(node.keyword, partNames)
  const span = keywordOf(reading, node)
  const hint = meant ? `Did you mean \`${meant}\`?` : `The parts are ${listOf(partNames)}.`
  const fixes =
    meant && meant !== "observing" ? [{ title: `Change to ${meant}`, edits: [{ span, text: meant }] }] : []
  if (!meant) readFormula(reading, node.body)
  return complain(
    reading,
    "unknown-part",
    span,
    `\`${shorten(node.keyword)}\` begins no part of an action or trigger.`,
    { hint, fixes },
  )
}
