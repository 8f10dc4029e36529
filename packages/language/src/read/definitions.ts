/**
 * Turns one parse tree into definitions of the syntax tree: one, or several if a line or a block states
 * several.
 */
import type { Mood } from "@dramaturg/model"
import type { SyntaxDefinition, SyntaxParameter, SyntaxPart } from "../syntax-tree.js"
import type {
  Definition as Node,
  EventDefinition,
  EveryDefinition,
  Parameter,
  PropertyDefinition,
} from "../syntax/parse-tree.js"
import { readEntities } from "./blocks.js"
import { readLimits, readStatement, readUtility } from "./clauses.js"
import { isWhole, readLiteral } from "./expressions.js"
import { readParts } from "./parts.js"
import {
  type Reading,
  complain,
  complainOfSecond,
  nameOf,
  quoteOf,
  spanOf,
  startOf,
} from "../errors/reading.js"
import { readScenario, readStory } from "./scenarios.js"

export function readDefinition(reading: Reading, node: Node): SyntaxDefinition[] {
  switch (node.rule) {
    case "TypeDefinition": {
      const parents = node.parents.map((each) => nameOf(reading, each))
      return [{ kind: "type", name: nameOf(reading, node.name), parents, span: spanOf(reading, node) }]
    }
    case "EntityDefinition":
      return readEntities(reading, node)
    case "PropertyDefinition":
      return readProperty(reading, node)
    case "EventDefinition":
      return readEvent(reading, node)
    case "LimitsDefinition":
      return readLimits(reading, node)
    case "EveryDefinition":
      return [readEvery(reading, node)]
    case "IncludeDefinition":
      return [{ kind: "include", path: quoteOf(reading, node.path), span: spanOf(reading, node) }]
    case "StoryDefinition":
      return readStory(reading, node)
    case "ScenarioDefinition":
      return [readScenario(reading, node)]
    case "Without":
      return [
        {
          kind: "without",
          names: node.names.map((each) => nameOf(reading, each)),
          span: spanOf(reading, node),
        },
      ]
    case "UtilityDefinition":
      return readUtility(reading, node)
    case "Statement":
      return readStatement(reading, node)
  }
}

function readParameters(reading: Reading, nodes: readonly Parameter[]): SyntaxParameter[] | undefined {
  const parameters = nodes.map((each) => readParameter(reading, each))
  return isWhole(parameters) ? parameters : undefined
}

function readParameter(reading: Reading, node: Parameter): SyntaxParameter | undefined {
  const span = spanOf(reading, node)
  if (node.constant) {
    const term = readLiteral(reading, node.constant)
    return term && { kind: "constant", term, span }
  }
  const name = nameOf(reading, node.name!)
  if (node.type) return { kind: "variable", name, type: nameOf(reading, node.type), span }
  return { kind: "constant", term: { kind: "name", ...name }, span }
}

function readEvent(reading: Reading, node: EventDefinition): SyntaxDefinition[] {
  const parameters = readParameters(reading, node.parameters)
  const parts = readParts(reading, node.parts, node.kind)
  if (node.isUnforeseen && node.kind === "action") return complainOfAction(reading, node)
  if (!parameters) return []
  const unforeseen = node.isUnforeseen ? { isUnforeseen: true as const } : {}
  return [
    {
      kind: node.kind,
      name: nameOf(reading, node.name),
      parameters,
      ...unforeseen,
      parts,
      span: spanOf(reading, node),
    },
  ]
}

function complainOfAction(reading: Reading, node: EventDefinition): [] {
  const span = reading.spans(startOf(reading, node), "unforeseen".length)
  const hint =
    "Write `unforeseen(…)` around what nobody counts on in its effect, or leave `consenting` out: then it is an accident."
  complain(reading, "part-not-allowed", span, "Only triggers can be unforeseen as a whole.", { hint })
  return []
}

function readEvery(reading: Reading, node: EveryDefinition): SyntaxDefinition {
  const by = node.by && { variable: nameOf(reading, node.by.variable), type: nameOf(reading, node.by.type) }
  return {
    kind: "every",
    ...(node.action ? { action: nameOf(reading, node.action) } : {}),
    by,
    parts: readParts(reading, node.parts, "every"),
    span: spanOf(reading, node),
  }
}

const moodWords = ["wondered", "hoped", "feared", "doubted"] as const satisfies readonly Mood[]

function readProperty(reading: Reading, node: PropertyDefinition): SyntaxDefinition[] {
  const parameters = readParameters(reading, node.parameters)
  const parts = readParts(reading, node.parts, "property")
  const told = onlyOne(reading, parts, "told")
  const might = onlyOne(reading, parts, "might")
  const moods = moodWords.flatMap((mood) => {
    const part = onlyOne(reading, parts, mood)
    return part ? [[mood, part.texts] as const] : []
  })
  if (!parameters) return []
  const [name, type] = [nameOf(reading, node.name), nameOf(reading, node.type)]
  return [
    {
      kind: "property",
      name,
      parameters,
      type,
      ...(node.isCommon ? { isCommon: true } : {}),
      ...(node.isOpen ? { isOpen: true } : {}),
      ...(might ? { might: might.body } : {}),
      ...(told ? { told: told.texts } : {}),
      ...(moods.length > 0 ? { moods: Object.fromEntries(moods) } : {}),
      span: spanOf(reading, node),
    },
  ]
}

/** The part of a kind; reports a second one. */
function onlyOne<K extends SyntaxPart["kind"]>(
  reading: Reading,
  parts: readonly SyntaxPart[],
  kind: K,
): (SyntaxPart & { kind: K }) | undefined {
  const isOne = (each: SyntaxPart): each is SyntaxPart & { kind: K } => each.kind === kind
  const [first, second] = parts.filter(isOne)
  if (second) complainOfSecond(reading, kind, second.keyword, first.keyword)
  return first
}
