/** Turns one parsed definition into what the draft says: one definition, or several where a line or a block says several. */
import type { DraftDefinition, DraftParameter, DraftPart, DraftTerm, Name } from "../draft.js"
import type {
  ConsentingPart, Definition, EventDefinition, FormulaPart, LimitEntry, LimitsDefinition, ObservingPart, OtherPart, Parameter,
  Part,
} from "../generated/ast.js"
import { closest } from "../suggest.js"
import { readEntities } from "./blocks.js"
import { isWhole, readClear, readFormula, readLiteral, readPlainMention } from "./formulas.js"
import { type Reading, complain, nameOf, shorten, spanBetween, spanOf, startOf } from "./reading.js"
import { requireSeparators } from "./separators.js"

export function readDefinition(reading: Reading, node: Definition): DraftDefinition[] {
  switch (node.$type) {
    case "TypeDefinition": {
      const parents = node.parents.map((each) => nameOf(reading, each))
      return [{ kind: "type", name: nameOf(reading, node.name), parents, span: spanOf(reading, node) }]
    }
    case "EntityDefinition":
      return readEntities(reading, node)
    case "PropertyDefinition": {
      const parameters = readParameters(reading, node.parameters)
      if (!parameters) return []
      const [name, type] = [nameOf(reading, node.name), nameOf(reading, node.type)]
      return [{ kind: "property", name, parameters, type, span: spanOf(reading, node) }]
    }
    case "EventDefinition":
      return readEvent(reading, node)
    case "LimitsDefinition":
      return readLimits(reading, node)
    case "UtilityDefinition": {
      const body = readClear(reading, node.body)
      const character = node.character && nameOf(reading, node.character)
      return body ? [{ kind: "utility", character, body, span: spanOf(reading, node) }] : []
    }
    case "Statement": {
      const body = readClear(reading, node.body)
      return body ? [{ kind: "initial", body, span: spanOf(reading, node) }] : []
    }
  }
}

function readParameters(reading: Reading, nodes: readonly Parameter[]): DraftParameter[] | undefined {
  const parameters = nodes.map((each) => readParameter(reading, each))
  return isWhole(parameters) ? parameters : undefined
}

function readParameter(reading: Reading, node: Parameter): DraftParameter | undefined {
  const span = spanOf(reading, node)
  if (node.constant) {
    const term = readLiteral(reading, node.constant)
    return term && { kind: "constant", term, span }
  }
  const name = nameOf(reading, node.name!)
  if (node.type) return { kind: "variable", name, type: nameOf(reading, node.type), span }
  return { kind: "constant", term: { kind: "name", ...name }, span }
}

function readEvent(reading: Reading, node: EventDefinition): DraftDefinition[] {
  const parameters = readParameters(reading, node.parameters)
  requireSeparators(reading, node.parts)
  const parts = node.parts.flatMap((each) => readPart(reading, each) ?? [])
  if (!parameters) return []
  return [{ kind: node.kind, name: nameOf(reading, node.name), parameters, parts, span: spanOf(reading, node) }]
}

function readPart(reading: Reading, node: Part): DraftPart | undefined {
  switch (node.$type) {
    case "FormulaPart":
      return readFormulaPart(reading, node)
    case "ConsentingPart":
      return readConsenting(reading, node)
    case "ObservingPart":
      return readObserving(reading, node)
    case "OtherPart":
      return complainOfPart(reading, node)
  }
}

function readFormulaPart(reading: Reading, node: FormulaPart): DraftPart | undefined {
  const body = readClear(reading, node.body)
  return body && { kind: node.keyword, body, span: spanOf(reading, node), keyword: keywordOf(reading, node) }
}

function readConsenting(reading: Reading, node: ConsentingPart): DraftPart | undefined {
  const characters = node.characters.map(
    (each): DraftTerm | undefined => (each.$type === "Literal" ? readLiteral(reading, each) : readPlainMention(reading, each)),
  )
  if (!isWhole(characters)) return undefined
  return { kind: "consenting", characters, span: spanOf(reading, node), keyword: keywordOf(reading, node) }
}

function readObserving(reading: Reading, node: ObservingPart): DraftPart | undefined {
  const body = readClear(reading, node.body)
  const [variable, type] = [nameOf(reading, node.variable), nameOf(reading, node.type)]
  return body && { kind: "observing", variable, type, body, span: spanOf(reading, node), keyword: keywordOf(reading, node) }
}

function keywordOf(reading: Reading, node: FormulaPart | ConsentingPart | ObservingPart | OtherPart) {
  return reading.spans(startOf(reading, node), node.keyword.length)
}

const partNames = ["precondition", "effect", "consenting", "observing"]

/** What other languages call the parts. */
const otherParts = new Map([
  ["condition", "precondition"], ["conditions", "precondition"], ["requires", "precondition"], ["require", "precondition"],
  ["pre", "precondition"], ["when", "precondition"], ["if", "precondition"], ["needs", "precondition"], ["preconditions", "precondition"],
  ["effects", "effect"], ["then", "effect"], ["post", "effect"], ["postcondition", "effect"], ["result", "effect"], ["does", "effect"],
  ["consent", "consenting"], ["consents", "consenting"], ["agent", "consenting"], ["agents", "consenting"], ["actor", "consenting"],
  ["actors", "consenting"], ["who", "consenting"], ["by", "consenting"], ["characters", "consenting"], ["observe", "observing"],
  ["observes", "observing"], ["observer", "observing"], ["observers", "observing"], ["observed", "observing"], ["witness", "observing"],
  ["witnesses", "observing"], ["seen", "observing"],
])

function complainOfPart(reading: Reading, node: OtherPart): undefined {
  const meant = otherParts.get(node.keyword.toLowerCase()) ?? closest(node.keyword, partNames)
  const span = keywordOf(reading, node)
  const hint = meant ? `Did you mean \`${meant}\`?` : "The parts are `precondition`, `effect`, `consenting` and `observing`."
  const fixes = meant && meant !== "observing" ? [{ title: `Change to ${meant}`, edits: [{ span, text: meant }] }] : []
  if (!meant) readFormula(reading, node.body)
  return complain(
    reading, "unknown-part", span, `\`${shorten(node.keyword)}\` begins no part of an action or trigger.`,
    { hint, fixes },
  )
}

const limitNames: readonly string[] = ["author", "character", "belief"]

function readLimits(reading: Reading, node: LimitsDefinition): DraftDefinition[] {
  requireSeparators(reading, node.entries)
  return node.entries.flatMap((each) => readLimit(reading, each) ?? [])
}

function readLimit(reading: Reading, node: LimitEntry): DraftDefinition | undefined {
  const which: Name = nameOf(reading, node.which)
  if (!limitNames.includes(which.text)) {
    const message = `There is no limit called \`${shorten(which.text)}\`.`
    const meant = closest(which.text, limitNames)
    const hint = meant ? `Did you mean \`${meant}\`?` : "The limits are `author`, `character` and `belief`."
    return complain(reading, "bad-limit", which.span, message, { hint })
  }
  const value = node.word === "none" ? null : node.value === undefined || node.negative ? NaN : Number(node.value)
  if (value !== null && !Number.isSafeInteger(value)) {
    const span = spanBetween(reading, node.which, node)
    return complain(reading, "bad-limit", span, "A limit is a whole number from 0 upward, or `none`.")
  }
  return { kind: "limit", which: which.text as "author" | "character" | "belief", value, span: spanOf(reading, node) }
}
