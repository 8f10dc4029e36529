/**
 * Makes explicit what Sabre's dialect leaves to be understood, so that a draft means the same under our stricter rules: one
 * definition for each name, a definition for each type, one of each part.
 */
import { type Diagnostic, byPlace } from "@dramaturg/model"
import type { Draft, DraftDefinition, DraftPart, Name } from "../draft.js"
import { lower } from "../lower.js"
import { remark } from "../messages.js"
import { builtIns } from "../names.js"

type Kind = DraftDefinition["kind"]
type Definition<K extends Kind> = Extract<DraftDefinition, { kind: K }>
export type ByKind = { readonly [K in Kind]: readonly Definition<K>[] }

export function byKind(definitions: readonly DraftDefinition[]): ByKind {
  const of = <K extends Kind>(kind: K) => definitions.filter((each): each is Definition<K> => each.kind === kind)
  return {
    type: of("type"),
    entity: of("entity"),
    property: of("property"),
    action: of("action"),
    trigger: of("trigger"),
    utility: of("utility"),
    initial: of("initial"),
    limit: of("limit"),
  }
}

export interface Settled {
  readonly definitions: readonly DraftDefinition[]
  readonly diagnostics: readonly Diagnostic[]
}

export function settle(draft: Draft): Settled {
  const kinds = byKind(draft.definitions)
  const events = settleEvents(draft, [...kinds.action, ...kinds.trigger])
  const properties = kinds.property.filter((each, i) => !kinds.property.slice(0, i).some((other) => hasSameHeader(each, other)))
  const definitions = [
    ...settleTypes(kinds.type, kinds.entity),
    ...settleEntities(kinds.entity),
    ...properties,
    ...kinds.initial,
    ...events.definitions,
    ...settleUtilities(kinds.utility),
    ...new Map(kinds.limit.map((each) => [each.which, each])).values(),
  ]
  return { definitions, diagnostics: events.diagnostics }
}

/** Declared ones first, each with all the parents it was ever given; then those that were only mentioned. */
function settleTypes(types: readonly Definition<"type">[], entities: readonly Definition<"entity">[]): Definition<"type">[] {
  const settled = new Map<string, Definition<"type">>()
  for (const each of types) {
    const first = settled.get(each.name.text)
    settled.set(each.name.text, first ? { ...first, doc: first.doc ?? each.doc, parents: joinNames(first.parents, each.parents) } : each)
  }
  for (const name of [...types.flatMap((each) => each.parents), ...entities.flatMap((each) => each.types)]) {
    if (settled.has(name.text) || builtIns.includes(name.text)) continue
    settled.set(name.text, { kind: "type", name, parents: [], span: name.span })
  }
  return [...settled.values()]
}

function settleEntities(entities: readonly Definition<"entity">[]): Definition<"entity">[] {
  const settled = new Map<string, Definition<"entity">>()
  for (const each of entities) {
    const first = settled.get(each.name.text)
    settled.set(each.name.text, first ? { ...first, doc: first.doc ?? each.doc, types: joinNames(first.types, each.types) } : each)
  }
  return [...settled.values()]
}

function joinNames(some: readonly Name[], others: readonly Name[]): Name[] {
  return [...new Map([...some, ...others].map((each) => [each.text, each])).values()]
}

/** The second of two equal headers is never meant by anybody. */
function hasSameHeader(a: Definition<"property">, b: Definition<"property">): boolean {
  if (a.name.text !== b.name.text || a.parameters.length !== b.parameters.length) return false
  return a.parameters.every((each, i) => {
    const other = b.parameters[i]
    return each.kind === "variable" && other.kind === "variable" && each.type.text === other.type.text
  })
}

/** The last of somebody's wants stays, at the place of the first. */
function settleUtilities(utilities: readonly Definition<"utility">[]): Definition<"utility">[] {
  return [...new Map(utilities.map((each) => [each.character?.text ?? "", each])).values()]
}

type Event = Definition<"action" | "trigger">

/** Events that the same people and things fit must not share a name: the later one gets another. */
function settleEvents(draft: Draft, events: readonly Event[]): { definitions: Event[]; diagnostics: Diagnostic[] } {
  const names = new Set(events.map((each) => each.name.text))
  const hidden = new Set(lower(draft, "sabre").diagnostics.flatMap((each) => (each.code === "hidden-overload" ? [each.span.offset] : [])))
  const diagnostics: Diagnostic[] = []
  const definitions = events.map((each): Event => {
    const event: Event = { ...each, parts: settleParts(each.parts) }
    const { text, span } = each.name
    if (!hidden.has(span.offset)) return event
    let count = 2
    while (names.has(`${text}${count}`)) count++
    const other = `${text}${count}`
    names.add(other)
    diagnostics.push(remark("drama", "renamed", span, `Another \`${text}\` fits the same people and things, so this one is called \`${other}\` now.`))
    return { ...event, name: { text: other, span } }
  })
  return { definitions, diagnostics: diagnostics.sort(byPlace) }
}

const partOrder: readonly DraftPart["kind"][] = ["precondition", "effect", "consenting", "observing"]

function settleParts(parts: readonly DraftPart[]): DraftPart[] {
  return partOrder.flatMap((kind) => parts.findLast((each) => each.kind === kind) ?? [])
}
