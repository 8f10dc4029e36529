/**
 * Makes explicit what Sabre's dialect leaves implicit, so that a syntax tree means the same under our
 * stricter rules: one definition for each name, a definition for each type, one of each part.
 */
import { type Diagnostic, byPlace } from "@dramaturg/model"
import type {
  SyntaxTree,
  SyntaxDefinition,
  SyntaxExpression,
  SyntaxParameter,
  SyntaxPart,
  Name,
} from "../syntax-tree.js"
import { lower } from "../lower/lower.js"
import { remark } from "../errors/messages.js"
import { builtIns } from "../lower/names.js"
import { formulaParts, parts } from "../syntax/vocabulary.js"

type Kind = SyntaxDefinition["kind"]
type Definition<K extends Kind> = Extract<SyntaxDefinition, { kind: K }>
export type ByKind = { readonly [K in Kind]: readonly Definition<K>[] }

export function byKind(definitions: readonly SyntaxDefinition[]): ByKind {
  const of = <K extends Kind>(kind: K) =>
    definitions.filter((each): each is Definition<K> => each.kind === kind)
  return {
    type: of("type"),
    entity: of("entity"),
    property: of("property"),
    action: of("action"),
    trigger: of("trigger"),
    utility: of("utility"),
    initial: of("initial"),
    limit: of("limit"),
    include: of("include"),
    every: of("every"),
    demand: of("demand"),
    scenario: of("scenario"),
    without: of("without"),
  }
}

interface NormalisedKind<D> {
  readonly definitions: readonly D[]
  readonly diagnostics: readonly Diagnostic[]
}

export function normalise(tree: SyntaxTree): NormalisedKind<SyntaxDefinition> {
  const kinds = byKind(tree.definitions)
  const events = normaliseEvents(tree, [...kinds.action, ...kinds.trigger])
  const properties = normaliseProperties(tree, kinds.property)
  const definitions = [
    ...normaliseTypes(kinds),
    ...normaliseEntities(kinds.entity),
    ...properties.definitions,
    ...tree.definitions.flatMap((each) => normaliseFact(each)),
    ...events.definitions,
    ...kinds.every.map((each) => ({ ...each, parts: normaliseParts(each.parts) })),
    ...normaliseUtilities(kinds.utility),
    ...new Map(kinds.limit.map((each) => [each.which, each])).values(),
    ...kinds.demand,
    ...kinds.without,
    ...kinds.scenario,
  ]
  return { definitions, diagnostics: [...properties.diagnostics, ...events.diagnostics].sort(byPlace) }
}

/** Facts apply in order, so an include whose part has facts of its own keeps its place among them. */
function normaliseFact(each: SyntaxDefinition): SyntaxDefinition[] {
  if (each.kind === "include") return [each]
  return each.kind === "initial" ? [{ ...each, body: normaliseEffect(each.body) }] : []
}

/**
 * Declared types first, each with all the parents it was ever given; then those that were only mentioned.
 * Whether another part of the world declares the latter cannot be seen here.
 */
function normaliseTypes({ type: types, entity: entities, include }: ByKind): Definition<"type">[] {
  const normalised = new Map<string, Definition<"type">>()
  for (const each of types) {
    const first = normalised.get(each.name.text)
    const joined = first && {
      ...first,
      doc: first.doc ?? each.doc,
      parents: joinNames(first.parents, each.parents),
    }
    normalised.set(each.name.text, joined ?? each)
  }
  const mentioned =
    include.length > 0
      ? []
      : [...types.flatMap((each) => each.parents), ...entities.flatMap((each) => each.types)]
  for (const name of mentioned) {
    if (normalised.has(name.text) || builtIns.includes(name.text)) continue
    normalised.set(name.text, { kind: "type", name, parents: [], span: name.span })
  }
  return [...normalised.values()]
}

function normaliseEntities(entities: readonly Definition<"entity">[]): Definition<"entity">[] {
  const normalised = new Map<string, Definition<"entity">>()
  for (const each of entities) {
    const first = normalised.get(each.name.text)
    const joined = first && {
      ...first,
      doc: first.doc ?? each.doc,
      types: joinNames(first.types, each.types),
    }
    normalised.set(each.name.text, joined ?? each)
  }
  return [...normalised.values()]
}

function joinNames(some: readonly Name[], others: readonly Name[]): Name[] {
  return [...new Map([...some, ...others].map((each) => [each.text, each])).values()]
}

type Property = Definition<"property">

/**
 * The second of two equal headers is never used, so it is dropped; the other cases that Sabre decides
 * silently cannot be expressed in our language.
 */
function normaliseProperties(tree: SyntaxTree, properties: readonly Property[]): NormalisedKind<Property> {
  const different = properties.filter(
    (each, i) => !properties.slice(0, i).some((other) => hasSameHeader(each, other)),
  )
  const hidden = hiddenIn(tree)
  const diagnostics: Diagnostic[] = []
  const definitions = different.map((each): Property => {
    if (hidden.has(each.name.span.offset)) {
      const message = `Some people and things fit both this property \`${each.name.text}\` and an earlier one.`
      diagnostics.push(
        remark("drama", "hidden-overload", each.name.span, message, {
          hint: "Give one of them another name.",
        }),
      )
    }
    return { ...each, parameters: normaliseParameters(each.parameters, diagnostics) }
  })
  return { definitions, diagnostics }
}

function hasSameHeader(a: Property, b: Property): boolean {
  if (a.name.text !== b.name.text || a.parameters.length !== b.parameters.length) return false
  return a.parameters.every((each, i) => {
    const other = b.parameters[i]
    return each.kind === "variable" && other.kind === "variable" && each.type.text === other.type.text
  })
}

/**
 * Sabre treats two parameters of one name as one, so only equal arguments are ever passed to such a
 * property. With two names other arguments are possible, but no formula of the world passes any.
 */
function normaliseParameters(
  parameters: readonly SyntaxParameter[],
  diagnostics: Diagnostic[],
): SyntaxParameter[] {
  const names = new Set(parameters.flatMap((each) => (each.kind === "variable" ? [each.name.text] : [])))
  const seen = new Set<string>()
  return parameters.map((each) => {
    if (each.kind !== "variable") return each
    const { text, span } = each.name
    if (!seen.has(text)) {
      seen.add(text)
      return each
    }
    const other = freeName(text, names)
    const message = `Two names in the brackets are \`${text}\`, so this one is called \`${other}\` now.`
    diagnostics.push(remark("drama", "renamed", span, message))
    return { ...each, name: { text: other, span } }
  })
}

function freeName(text: string, names: Set<string>): string {
  let count = 2
  while (names.has(`${text}${count}`)) count++
  names.add(`${text}${count}`)
  return `${text}${count}`
}

/** The indices of definitions some of whose arguments an earlier definition also accepts. */
function hiddenIn(tree: SyntaxTree): Set<number> {
  return new Set(
    lower(tree, "sabre").diagnostics.flatMap((each) =>
      each.code === "hidden-overload" ? [each.span.offset] : [],
    ),
  )
}

/** The last utility of a character stays, at the place of the first. */
function normaliseUtilities(utilities: readonly Definition<"utility">[]): Definition<"utility">[] {
  return [...new Map(utilities.map((each) => [each.character?.text ?? "", each])).values()]
}

type Event = Definition<"action" | "trigger">

/** Events that accept the same arguments must not share a name: the later one gets another. */
function normaliseEvents(tree: SyntaxTree, events: readonly Event[]): NormalisedKind<Event> {
  const names = new Set(events.map((each) => each.name.text))
  const hidden = hiddenIn(tree)
  const diagnostics: Diagnostic[] = []
  const definitions = events.map((each): Event => {
    const event: Event = { ...each, parts: normaliseParts(each.parts) }
    const { text, span } = each.name
    if (!hidden.has(span.offset)) return event
    const other = freeName(text, names)
    const message = `Another \`${text}\` fits the same people and things, so this one is called \`${other}\` now.`
    diagnostics.push(remark("drama", "renamed", span, message))
    return { ...event, name: { text: other, span } }
  })
  return { definitions, diagnostics }
}

const partOrder: ReadonlySet<string> = new Set([...formulaParts, ...parts])

function normaliseParts(given: readonly SyntaxPart[]): SyntaxPart[] {
  const normalised = [...partOrder].flatMap((kind) => given.findLast((each) => each.kind === kind) ?? [])
  return normalised.map((each) =>
    each.kind === "effect" ? { ...each, body: normaliseEffect(each.body) } : each,
  )
}

/** In effects Sabre's authors may write `==` as well as `=`; we write `=`, which assigns. */
function normaliseEffect(effect: SyntaxExpression): SyntaxExpression {
  switch (effect.kind) {
    case "and":
    case "or":
      return { ...effect, parts: effect.parts.map(normaliseEffect) }
    case "not":
    case "believes":
    case "unforeseen":
    case "forall":
    case "exists":
      return { ...effect, body: normaliseEffect(effect.body) }
    case "if": {
      const branches = effect.branches.map((each) => ({ ...each, body: normaliseEffect(each.body) }))
      return { ...effect, branches, otherwise: effect.otherwise && normaliseEffect(effect.otherwise) }
    }
    case "compare": {
      const assign: SyntaxExpression = {
        kind: "assign",
        target: effect.left,
        value: effect.right,
        span: effect.span,
      }
      if (effect.operator === "==") return assign
      return effect.operator === "!=" ? { kind: "not", body: assign, span: effect.span } : effect
    }
    default:
      return effect
  }
}
