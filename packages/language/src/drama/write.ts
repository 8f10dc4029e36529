/**
 * Writes a draft as `.drama`: how a world in Sabre's language becomes one in ours, and how a draft made by a program becomes
 * a text.
 *
 * What Sabre does silently is written out: types that were only mentioned are declared, what was declared twice is joined,
 * of parts and wants given twice the last one stays. Parentheses stand wherever `.drama` demands them.
 */
import type { Diagnostic } from "@dramaturg/model"
import type { Draft, DraftDefinition, DraftParameter, DraftPart, Name } from "../draft.js"
import { byKind, settle } from "./settle.js"
import { layOut } from "./format.js"
import { type Naming, namingOf } from "./naming.js"
import { writeFormula, writeTerm } from "./write-formula.js"

export interface Written {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

type Definition<K extends DraftDefinition["kind"]> = Extract<DraftDefinition, { kind: K }>

export function writeDrama(draft: Draft): Written {
  const settled = settle(draft)
  const { naming, diagnostics } = namingOf(settled.definitions)
  const kinds = byKind(settled.definitions)
  const paragraphs = [
    draft.doc === undefined ? [] : [writeDoc(draft.doc)],
    kinds.type.map((each) => withDoc(each, writeType(naming, each))),
    writeEntities(naming, kinds.entity),
    kinds.property.map((each) => withDoc(each, writeProperty(naming, each))),
    kinds.initial.map((each) => withDoc(each, `${writeFormula(naming, each.body)};`)),
    ...[...kinds.action, ...kinds.trigger].map((each) => [withDoc(each, writeEvent(naming, each))]),
    kinds.utility.map((each) => withDoc(each, writeUtility(naming, each))),
    writeLimits(kinds.limit),
  ]
  const text = paragraphs.filter((each) => each.length > 0).map((each) => each.join("\n")).join("\n\n")
  return { text: layOut(text), diagnostics: [...settled.diagnostics, ...diagnostics] }
}

function writeDoc(doc: string): string {
  return doc.split(/\r\n|\r|\n/).map((line) => `/// ${line}`.trimEnd()).join("\n")
}

function withDoc(definition: DraftDefinition, text: string): string {
  return definition.doc ? `${writeDoc(definition.doc)}\n${text}` : text
}

function list(naming: Naming, names: readonly Name[]): string {
  return names.map((each) => naming(each.text)).join(", ")
}

function writeType(naming: Naming, each: Definition<"type">): string {
  const parents = each.parents.length > 0 ? ` : ${list(naming, each.parents)}` : ""
  return `type ${naming(each.name.text)}${parents};`
}

/** Neighbours of the same types share a line, unless a comment belongs to one of them. */
function writeEntities(naming: Naming, entities: readonly Definition<"entity">[]): string[] {
  const lines: string[] = []
  for (let i = 0; i < entities.length; ) {
    const types = list(naming, entities[i].types)
    let end = i + 1
    const joins = (each: Definition<"entity"> | undefined) => each && !each.doc && list(naming, each.types) === types
    while (joins(entities[i]) && end < i + mostOnLine && joins(entities[end])) end++
    const names = list(naming, entities.slice(i, end).map((each) => each.name))
    lines.push(withDoc(entities[i], `entity ${names} : ${types};`))
    i = end
  }
  return lines
}

const mostOnLine = 8

function writeProperty(naming: Naming, each: Definition<"property">): string {
  return `property ${naming(each.name.text)}${writeParameters(naming, each.parameters)} : ${naming(each.type.text)};`
}

function writeParameters(naming: Naming, parameters: readonly DraftParameter[]): string {
  return `(${parameters.map((each) => writeParameter(naming, each)).join(", ")})`
}

function writeParameter(naming: Naming, each: DraftParameter): string {
  return each.kind === "constant" ? writeTerm(naming, each.term) : `${naming(each.name.text)} : ${naming(each.type.text)}`
}

function writeEvent(naming: Naming, each: Definition<"action" | "trigger">): string {
  const parts = each.parts.flatMap((part) => writePart(naming, part)).join("\n")
  return `${each.kind} ${naming(each.name.text)}${writeParameters(naming, each.parameters)} {\n${parts}\n}`
}

/** Nobody to consent is what is meant without the part, too. */
function writePart(naming: Naming, part: DraftPart): string[] {
  switch (part.kind) {
    case "consenting":
      if (part.characters.length === 0) return []
      return [`consenting: ${part.characters.map((each) => writeTerm(naming, each)).join(", ")};`]
    case "observing": {
      const observer = `${naming(part.variable.text)} : ${naming(part.type.text)}`
      return [`observing(${observer}): ${writeFormula(naming, part.body)};`]
    }
    case "told":
    case "says":
      return [`${part.kind}: ${part.texts.map(({ text }) => writeQuote(text)).join(", ")};`]
    default:
      return [`${part.kind}: ${writeFormula(naming, part.body)};`]
  }
}

function writeQuote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`
}

function writeUtility(naming: Naming, each: Definition<"utility">): string {
  return `utility(${each.character ? naming(each.character.text) : ""}): ${writeFormula(naming, each.body)};`
}

function writeLimits(limits: readonly Definition<"limit">[]): string[] {
  if (limits.length === 0) return []
  return [`limits { ${limits.map((each) => `${each.which}: ${each.value ?? "none"};`).join(" ")} }`]
}
