/**
 * Writes a problem as Sabre's text, such that Sabre's reader reads the same problem back (places and
 * comments aside).
 *
 * Every compound formula stands in brackets, because authors rarely expect the format's precedences. What
 * the format cannot express is left out and reported.
 */
import { printValue, subexpressionsOf } from "@dramaturg/model"
import type {
  ActionTemplate,
  Assignment,
  Diagnostic,
  Effect,
  EventTemplate,
  Expression,
  FluentTemplate,
  Parameter,
  Problem,
  Property,
  Span,
  Term,
  Type,
} from "@dramaturg/model"
import { atomsOf } from "../lower/checks/walk.js"
import { remark } from "../errors/messages.js"
import { isName, tokenize } from "./tokens.js"

/** A written text, and the diagnostics about what it leaves out. */
export interface Written {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Returns a problem as a text in Sabre's language. Demands are in it as hidden properties and triggers,
 * under plain names. The diagnostics (`not-in-sabre`) say what the format cannot express.
 */
export function writeSabre(whole: Problem): Written {
  const problem = withPlainNames(whole)
  const paragraphs = [
    problem.doc === undefined ? [] : [writeDoc(problem.doc)],
    problem.types.flatMap(writeType),
    problem.entities.map((each) =>
      withDoc(each.doc, `entity ${each.name} : ${ownTypes(problem, each.types).join(", ")};`),
    ),
    problem.properties.map(writeProperty),
    problem.initial.map((each) => `${writeEffect(problem, each)};`),
    ...problem.actions.map((each) => [writeAction(problem, each)]),
    ...problem.triggers.map((each) => [
      withDoc(each.doc, `trigger ${writeHeader(each)} {\n${writeBody(problem, each)}};`),
    ]),
    problem.utilities.map((each) =>
      withDoc(each.doc, `utility(${each.character ?? ""}): ${write(problem, each.body)};`),
    ),
  ]
  const text = paragraphs
    .filter((each) => each.length > 0)
    .map((each) => `${each.join("\n")}\n`)
    .join("\n")
  return { text, diagnostics: unspeakable(problem) }
}

/** Hidden things have names with a space, which the format cannot express; they get other names here. */
function withPlainNames(problem: Problem): Problem {
  const taken = new Set(
    [
      ...problem.properties,
      ...problem.triggers,
      ...problem.actions,
      ...problem.entities,
      ...problem.types,
    ].map((each) => each.name),
  )
  const plain = <T extends { readonly name: string; readonly isHidden?: true }>(each: T): T => {
    if (!each.isHidden) return each
    let name = each.name.replaceAll(" ", "_")
    while (taken.has(name)) name += "_"
    return { ...each, name }
  }
  return { ...problem, properties: problem.properties.map(plain), triggers: problem.triggers.map(plain) }
}

function writeDoc(doc: string): string {
  const lines = doc.replaceAll("*/", "* /").split("\n")
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n")
}

function withDoc(doc: string | undefined, text: string): string {
  return doc === undefined ? text : `${writeDoc(doc)}\n${text}`
}

/** The built-in types exist in every world; only `character` may have got other parents. */
function writeType(type: Type): string[] {
  const plain = type.parents.length === 1 && type.parents[0] === "entity"
  if (type.name === "boolean" || type.name === "number" || type.name === "entity") return []
  if (type.name === "character" && plain) return []
  return [withDoc(type.doc, plain ? `type ${type.name};` : `type ${type.name} : ${type.parents.join(", ")};`)]
}

/** The types that the others do not imply. */
function ownTypes(problem: Problem, types: readonly string[]): string[] {
  const above = new Set<string>()
  for (const type of types) for (const ancestor of ancestorsOf(problem, type)) above.add(ancestor)
  return types.filter((type) => !above.has(type))
}

function ancestorsOf(problem: Problem, type: string): string[] {
  const parents = problem.types.find((each) => each.name === type)?.parents ?? []
  return parents.flatMap((parent) => [parent, ...ancestorsOf(problem, parent)])
}

function writeHeader(header: { readonly name: string; readonly parameters: readonly Parameter[] }): string {
  const parameters = header.parameters.map((each) =>
    each.kind === "variable" ? `${each.name} : ${each.type}` : writeTerm(each),
  )
  return `${header.name}(${parameters.join(", ")})`
}

function writeProperty(property: Property): string {
  return withDoc(property.doc, `property ${writeHeader(property)} : ${property.type};`)
}

function writeAction(problem: Problem, action: ActionTemplate): string {
  const consenting =
    action.consenting.length > 0 ? `  consenting: ${action.consenting.map(writeTerm).join(", ")};\n` : ""
  const { observing } = action
  const seen = observing
    ? `  observing(${observing.variable} : ${observing.type}): ${write(problem, observing.condition)};\n`
    : ""
  return withDoc(
    action.doc,
    `action ${writeHeader(action)} {\n${writeBody(problem, action)}${consenting}${seen}};`,
  )
}

function writeBody(problem: Problem, event: EventTemplate): string {
  return `  precondition: ${write(problem, event.precondition)};\n  effect: ${writeEffect(problem, event.effect)};\n`
}

function writeTerm(term: Term): string {
  if (term.kind === "variable") return term.name
  if (typeof term.value === "number") return printValue(term.value)
  return term.value === null
    ? "?"
    : term.value === true
      ? "True"
      : term.value === false
        ? "False"
        : term.value
}

function writeFluent(problem: Problem, fluent: FluentTemplate): string {
  return `${problem.properties[fluent.property].name}(${fluent.arguments.map(writeTerm).join(", ")})`
}

function write(problem: Problem, expression: Expression): string {
  switch (expression.kind) {
    case "variable":
    case "constant":
      return writeTerm(expression)
    case "fluent":
      return writeFluent(problem, expression)
    case "believes":
      return `believes(${writeTerm(expression.character)}, ${write(problem, expression.body)})`
    case "knows": {
      const { character, fluent } = expression
      return `(believes(${writeTerm(character)}, ${writeFluent(problem, fluent)}) == ${writeFluent(problem, fluent)})`
    }
    case "pays":
      return "False"
    case "not":
      return `(!${write(problem, expression.body)})`
    case "and":
    case "or":
      return writeChain(problem, expression.kind, expression.parts)
    case "if":
      return writeConditional(problem, expression, (body) => write(problem, body))
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return `(${expression.kind}(${expression.variable} : ${expression.type}) ${write(problem, expression.body)})`
    case "compare":
    case "arithmetic":
      return `(${write(problem, expression.left)} ${expression.operator} ${write(problem, expression.right)})`
    case "is":
      return `(${write(problem, expression.body)} : ${expression.type})`
  }
}

function writeChain(problem: Problem, kind: "and" | "or", parts: readonly Expression[]): string {
  if (parts.length === 0) return kind === "and" ? "True" : "False"
  if (parts.length === 1) return write(problem, parts[0])
  return `(${parts.map((part) => write(problem, part)).join(kind === "and" ? " & " : " | ")})`
}

interface Branches<T> {
  readonly branches: readonly { readonly condition: Expression; readonly body: T }[]
  readonly otherwise: T | undefined
}

function writeConditional<T>(
  problem: Problem,
  conditional: Branches<T>,
  writeIt: (body: T) => string,
): string {
  const branches = conditional.branches.map(
    (each) => `if (${write(problem, each.condition)}) ${writeIt(each.body)}`,
  )
  const otherwise = conditional.otherwise === undefined ? "" : ` else ${writeIt(conditional.otherwise)}`
  return `(${branches.join(" else")}${otherwise})`
}

function writeEffect(problem: Problem, effect: Effect): string {
  switch (effect.kind) {
    case "assign": {
      const believe = (inner: string, each: Term) => `believes(${writeTerm(each)}, ${inner})`
      const target = effect.believers.reduceRight(believe, writeFluent(problem, effect.fluent))
      return `(${target} = ${isUnknown(problem, effect) ? "False" : write(problem, effect.value)})`
    }
    case "all":
      if (effect.parts.length === 0) return "True"
      if (effect.parts.length === 1) return writeEffect(problem, effect.parts[0])
      return `(${effect.parts.map((part) => writeEffect(problem, part)).join(" & ")})`
    case "forall":
      return `(forall(${effect.variable} : ${effect.type}) ${writeEffect(problem, effect.body)})`
    case "believes":
      return `believes(${writeTerm(effect.character)}, ${writeEffect(problem, effect.body)})`
    case "if":
      return writeConditional(problem, effect, (body) => writeEffect(problem, body))
    case "unforeseen":
      return writeEffect(problem, effect.body)
  }
}

/** "It is not known whether": the format has no third value for booleans. */
function isUnknown(problem: Problem, { fluent, value }: Assignment): boolean {
  return (
    value.kind === "constant" &&
    value.value === null &&
    problem.properties[fluent.property].type === "boolean"
  )
}

function asksIfItPays(effect: Effect): boolean {
  const asks = (each: Expression): boolean => each.kind === "pays" || subexpressionsOf(each).some(asks)
  switch (effect.kind) {
    case "assign":
      return asks(effect.value)
    case "all":
      return effect.parts.some(asksIfItPays)
    case "if":
      return (
        effect.branches.some(({ condition, body }) => asks(condition) || asksIfItPays(body)) ||
        (effect.otherwise !== undefined && asksIfItPays(effect.otherwise))
      )
    default:
      return asksIfItPays(effect.body)
  }
}

/** Reports what the format cannot express. */
function unspeakable(problem: Problem): Diagnostic[] {
  const origins = [...problem.entities, ...problem.types, ...problem.properties].map((each) => each.origin)
  const start: Span = {
    file: origins.find((each) => each)?.file ?? problem.name,
    offset: 0,
    length: 0,
    line: 1,
    column: 1,
  }
  const found: Diagnostic[] = []
  const say = (span: Span | undefined, message: string, hint?: string) => {
    found.push(remark("sabre", "not-in-sabre", span ?? start, message, hint === undefined ? {} : { hint }))
  }
  if (Object.keys(problem.limits).length > 0) {
    say(
      undefined,
      "Sabre's format has no words for limits; they are left out.",
      "Give them on the command line.",
    )
  }
  for (const each of problem.properties) {
    if (each.isCommon)
      say(
        each.origin,
        `Sabre does not know that everybody knows \`${each.name}\`; it is written like any other property.`,
      )
    if (each.isOpen)
      say(
        each.origin,
        `Sabre does not know that people can wonder about \`${each.name}\`; it is written like any other property.`,
      )
  }
  for (const each of [...problem.actions, ...problem.triggers]) {
    if (
      !("isUnforeseen" in each && each.isUnforeseen) &&
      !atomsOf(each.effect).some((atom) => atom.isUnforeseen)
    )
      continue
    say(
      each.origin,
      `Sabre cannot say that \`${each.name}\` does what nobody counts on; it is written as if everybody did.`,
    )
    if (asksIfItPays(each.effect))
      say(each.origin, `Sabre cannot ask whether \`${each.name}\` pays; it is written as if it did not.`)
  }
  const given = [
    ...problem.initial,
    ...problem.actions.map((each) => each.effect),
    ...problem.triggers.map((each) => each.effect),
  ].flatMap(atomsOf)
  const unknown = new Map(
    given.flatMap(({ assignment, place }) =>
      isUnknown(problem, assignment) ? [[assignment.fluent.property, place]] : [],
    ),
  )
  for (const [property, place] of unknown) {
    say(
      place,
      `Sabre cannot say that nobody knows whether \`${problem.properties[property].name}\` is so; it is written as \`False\`.`,
    )
  }
  const named = [
    ...problem.types,
    ...problem.entities,
    ...problem.properties,
    ...problem.actions,
    ...problem.triggers,
  ]
  for (const each of named) {
    if (isOneName(each.name)) continue
    say(
      each.origin,
      `Sabre cannot read \`${each.name}\` as one name.`,
      "Give it another name before you export it.",
    )
  }
  return found
}

/** Words that are not read as names, everywhere or in some places. */
const wordsWithMeaning = new Set(["True", "False", "else", "elseif"])

function isOneName(text: string): boolean {
  const { tokens } = tokenize(text)
  return tokens.length === 1 && tokens[0].text === text && isName(tokens[0]) && !wordsWithMeaning.has(text)
}
