/**
 * Writes a syntax tree as `.drama`: a world in Sabre's language becomes one in ours, and a tree made by a
 * program becomes a text.
 *
 * What Sabre does silently is written out: types that were only mentioned are declared, repeated
 * declarations are merged, and of repeated parts and utilities the last one stays. Parentheses stand
 * wherever `.drama` demands them.
 */
import { printValue } from "@dramaturg/model"
import type { Diagnostic } from "@dramaturg/model"
import type {
  SyntaxTree,
  SyntaxDefinition,
  SyntaxExpectation,
  SyntaxExpression,
  SyntaxParameter,
  SyntaxPart,
  SyntaxScenarioItem,
  Name,
  Quote,
} from "../syntax-tree.js"
import { byKind, normalise } from "../sabre/normalise.js"
import { layOut } from "./format.js"
import { type Naming, namingOf } from "./naming.js"
import { writeFormula, writeTerm } from "./write-formula.js"

/** A written text, and the diagnostics about what it says differently. */
export interface Written {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

type Definition<K extends SyntaxDefinition["kind"]> = Extract<SyntaxDefinition, { kind: K }>

/**
 * Returns a syntax tree, of either language, as a formatted `.drama` text. The diagnostics say what had to
 * be renamed or cannot be expressed.
 */
export function writeDrama(tree: SyntaxTree): Written {
  const normalised = normalise(tree)
  const { naming, diagnostics } = namingOf(normalised.definitions)
  const kinds = byKind(normalised.definitions)
  const paragraphs = [
    tree.doc === undefined ? [] : [writeDoc(tree.doc)],
    kinds.type.map((each) => withDoc(each, writeType(naming, each))),
    writeEntities(naming, kinds.entity),
    kinds.property.map((each) => withDoc(each, writeProperty(naming, each))),
    normalised.definitions.flatMap((each) => writeFact(naming, each)),
    ...kinds.every.map((each) => [withDoc(each, writeEvery(naming, each))]),
    ...[...kinds.action, ...kinds.trigger].map((each) => [withDoc(each, writeEvent(naming, each))]),
    kinds.without.map((each) => withDoc(each, `without ${list(naming, each.names)};`)),
    kinds.utility.map((each) => withDoc(each, writeUtility(naming, each))),
    writeLimits(kinds.limit),
    writeDemands(naming, kinds.demand),
    ...kinds.scenario.map((each) => [withDoc(each, writeScenario(naming, each))]),
  ]
  const text = paragraphs
    .filter((each) => each.length > 0)
    .map((each) => each.join("\n"))
    .join("\n\n")
  return { text: layOut(text), diagnostics: [...normalised.diagnostics, ...diagnostics] }
}

function writeDoc(doc: string): string {
  return doc
    .split(/\r\n|\r|\n/)
    .map((line) => `/// ${line}`.trimEnd())
    .join("\n")
}

function withDoc(definition: SyntaxDefinition, text: string): string {
  return definition.doc ? `${writeDoc(definition.doc)}\n${text}` : text
}

function list(naming: Naming, names: readonly Name[]): string {
  return names.map((each) => naming(each.text)).join(", ")
}

function writeType(naming: Naming, each: Definition<"type">): string {
  const parents = each.parents.length > 0 ? ` : ${list(naming, each.parents)}` : ""
  return `type ${naming(each.name.text)}${parents};`
}

/** Neighbouring entities of the same types share a line, unless a comment belongs to one of them. */
function writeEntities(naming: Naming, entities: readonly Definition<"entity">[]): string[] {
  const lines: string[] = []
  for (let i = 0; i < entities.length; ) {
    const types = list(naming, entities[i].types)
    let end = i + 1
    const joins = (each: Definition<"entity"> | undefined) =>
      each && !each.doc && !each.told && list(naming, each.types) === types
    while (joins(entities[i]) && end < i + mostOnLine && joins(entities[end])) end++
    const names = list(
      naming,
      entities.slice(i, end).map((each) => each.name),
    )
    lines.push(withDoc(entities[i], `entity ${names} : ${types}${writeTold(entities[i])}`))
    i = end
  }
  return lines
}

const mostOnLine = 8

function writeTold({ told }: Definition<"entity">): string {
  if (!told) return ";"
  return ` { told: ${writeQuote(told.name)}${told.pronoun ? `, ${told.pronoun.text}` : ""}; }`
}

/** A fact, or an include, which keeps its place among the facts. */
function writeFact(naming: Naming, each: SyntaxDefinition): string[] {
  if (each.kind === "include") return [withDoc(each, `include ${writeQuote(each.path)};`)]
  return each.kind === "initial" ? [withDoc(each, `${writeFormula(naming, each.body)};`)] : []
}

function writeProperty(naming: Naming, each: Definition<"property">): string {
  const header = `property ${naming(each.name.text)}${writeParameters(naming, each.parameters)} : ${naming(each.type.text)}`
  const parts = [
    ...(each.might ? [`might: ${writeFormula(naming, each.might)};`] : []),
    ...(each.told ? [`told: ${writeQuotes(each.told)};`] : []),
    ...Object.entries(each.moods ?? {}).map(([mood, texts]) => `${mood}: ${writeQuotes(texts)};`),
  ]
  const mark = each.isCommon ? "common " : each.isOpen ? "open " : ""
  return `${mark}${header}${parts.length > 0 ? ` { ${parts.join(" ")} }` : ";"}`
}

function writeParameters(naming: Naming, parameters: readonly SyntaxParameter[]): string {
  return `(${parameters.map((each) => writeParameter(naming, each)).join(", ")})`
}

function writeParameter(naming: Naming, each: SyntaxParameter): string {
  return each.kind === "constant"
    ? writeTerm(naming, each.term)
    : `${naming(each.name.text)} : ${naming(each.type.text)}`
}

function writeEvent(naming: Naming, each: Definition<"action" | "trigger">): string {
  const header = `${each.kind} ${naming(each.name.text)}${writeParameters(naming, each.parameters)}`
  return `${each.isUnforeseen ? "unforeseen " : ""}${header} ${writeParts(naming, each.parts)}`
}

function writeEvery(naming: Naming, each: Definition<"every">): string {
  const by = each.by ? ` by(${naming(each.by.variable.text)} : ${naming(each.by.type.text)})` : ""
  return `every action${each.action ? ` ${naming(each.action.text)}` : ""}${by} ${writeParts(naming, each.parts)}`
}

function writeParts(naming: Naming, parts: readonly SyntaxPart[]): string {
  return `{\n${parts.flatMap((part) => writePart(naming, part)).join("\n")}\n}`
}

/** An empty list of consenting characters means the same as no `consenting` part, so it is left out. */
function writePart(naming: Naming, part: SyntaxPart): string[] {
  if ("texts" in part) return [`${part.kind}: ${writeQuotes(part.texts)};`]
  switch (part.kind) {
    case "consenting":
      if (part.characters.length === 0) return []
      return [`consenting: ${part.characters.map((each) => writeTerm(naming, each)).join(", ")};`]
    case "observing": {
      const observer = `${naming(part.variable.text)} : ${naming(part.type.text)}`
      return [`observing(${observer}): ${writeFormula(naming, part.body)};`]
    }
    default:
      return [`${part.kind}: ${writeFormula(naming, part.body)};`]
  }
}

function writeQuotes(quotes: readonly Quote[]): string {
  return quotes.map(writeQuote).join(", ")
}

function writeQuote({ text }: Quote): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`
}

function writeUtility(naming: Naming, each: Definition<"utility">): string {
  const told = each.told ? ` ${writeQuote(each.told)}` : ""
  return `utility(${each.character ? naming(each.character.text) : ""})${told}: ${writeFormula(naming, each.body)};`
}

function writeLimits(limits: readonly Definition<"limit">[]): string[] {
  if (limits.length === 0) return []
  return [`limits { ${limits.map((each) => `${each.which}: ${each.value ?? "none"};`).join(" ")} }`]
}

function writeDemands(naming: Naming, demands: readonly Definition<"demand">[]): string[] {
  if (demands.length === 0) return []
  return [`story {\n${demands.map((each) => withDoc(each, writeItem(naming, each))).join("\n")}\n}`]
}

function writeScenario(naming: Naming, each: Definition<"scenario">): string {
  return `scenario ${writeQuote(each.title)} {\n${each.items.map((item) => writeItem(naming, item)).join("\n")}\n}`
}

/** An item of a scenario, or of what is demanded of every story. */
function writeItem(naming: Naming, item: SyntaxScenarioItem): string {
  const inner = (formula: SyntaxExpression) => writeFormula(naming, formula)
  switch (item.kind) {
    case "demand":
      if (item.demand === "order") return `first: ${inner(item.first)} then: ${inner(item.then)};`
      return `${item.demand}: ${inner(item.body)};`
    case "expect":
      return `expect ${item.negated ? "no " : ""}${writeExpected(naming, item)};`
    case "without":
      return `without ${list(naming, item.names)};`
    case "goal":
      return `goal: ${printValue(item.value)};`
    case "limit":
      return writeLimits([item]).join("")
    case "utility":
      return withDoc(item, writeUtility(naming, item))
    case "initial":
      return withDoc(item, `${apart(inner(item.body), /^expect\b/)};`)
  }
}

function writeExpected(naming: Naming, item: SyntaxExpectation): string {
  if (item.what === "story") return "story"
  if (item.what === "act") return `act ${writeFormula(naming, item.act)}`
  const text = writeFormula(naming, item.body)
  return item.what === "ending" ? `ending ${text}` : apart(text, /^(no|story|ending|act)\b/)
}

/** Parentheses prevent a property's name from being read as a keyword that begins something here. */
function apart(text: string, words: RegExp): string {
  return words.test(text) ? `(${text})` : text
}
