/**
 * Lowers headers: properties, with their words for prose, and the parameters of events; reports headers that
 * overlap. What is possible of an open property (`might`) is lowered by might.ts, once all are declared.
 */
import type { Mood, Parameter, Property, Span } from "@dramaturg/model"
import type { Quote, SyntaxDefinition, SyntaxParameter, Name } from "../syntax-tree.js"
import { typeMeant } from "../errors/idiom-words.js"
import { namesIn, readTold } from "./told.js"
import {
  type World,
  belongs,
  isBelow,
  report,
  suggest,
  suggestWord,
  markWithErrors,
  valuesOfType,
} from "./world.js"

export interface Header {
  readonly name: Name
  readonly parameters: readonly Parameter[]
}

type PropertyDefinition = Extract<SyntaxDefinition, { kind: "property" }>

export function declareProperties(world: World): void {
  const definitions = world.tree.definitions.filter(
    (each): each is PropertyDefinition => each.kind === "property",
  )
  const headers = new Map<string, Header[]>()
  for (const each of definitions) {
    const parameters = readParameters(world, each.parameters)
    const known = requireType(world, each.type)
    if (world.dialect === "drama") requireDifferentNames(world, each.parameters)
    if (!parameters || !known) markWithErrors(world, each.name.text)
    else addProperty(world, each, parameters, headers)
  }
}

function withTold(told: readonly string[]): Pick<Property, "told"> {
  return told.length === 0 ? {} : { told }
}

/** What the placeholders of each mood may contain besides the parameters. */
const moodNames: Readonly<Record<Mood, readonly string[]>> = {
  wondered: ["mind"],
  hoped: ["mind", "value"],
  feared: ["mind", "value"],
  doubted: ["mind", "other"],
}

function withMoods(
  world: World,
  { name, isOpen, moods = {} }: PropertyDefinition,
  parameters: readonly Parameter[],
): Pick<Property, "moods"> {
  const given = Object.entries(moods) as readonly (readonly [Mood, readonly Quote[]])[]
  const said = given.flatMap(([mood, quotes]) => {
    const texts = readTold(world, quotes, [...namesIn(parameters), ...moodNames[mood]])
    return texts.length > 0 ? [[mood, texts] as const] : []
  })
  if (said.length === 0) return {}
  const [mood, [{ span }]] = given[0]
  const message = `Nobody wonders about \`${name.text}\`, so \`${mood}\` has no meaning here.`
  if (!isOpen) report(world, "part-not-allowed", span, message, { hint: "Write `open property …`." })
  return isOpen ? { moods: Object.fromEntries(said) } : {}
}

function addProperty(
  world: World,
  each: PropertyDefinition,
  parameters: readonly Parameter[],
  headers: Map<string, Header[]>,
): void {
  const header = { name: each.name, parameters }
  compareHeaders(world, "property", header, headers)
  const property: Property = {
    name: each.name.text,
    parameters,
    type: each.type.text,
    ...(each.isCommon ? { isCommon: true } : {}),
    ...(each.isOpen ? { isOpen: true } : {}),
    ...withTold(each.told === undefined ? [] : readTold(world, each.told, [...namesIn(parameters), "value"])),
    ...withMoods(world, each, parameters),
    ...(each.doc === undefined ? {} : { doc: each.doc }),
    origin: each.name.span,
  }
  const indices = world.propertiesNamed.get(property.name) ?? []
  world.propertiesNamed.set(property.name, indices)
  indices.push(world.properties.length)
  world.properties.push(property)
}

/** Whether the type exists; reports if not. */
export function requireType(world: World, name: Name): boolean {
  if (world.types.has(name.text)) return true
  if (world.namesWithErrors.has(name.text)) return false
  const entity = world.entities.get(name.text)
  if (entity) {
    const kind = [...entity.types].find((each) => each !== "entity") ?? "entity"
    const hint = `Write its type, \`${kind}\`; a name alone, without a colon, stands for that one person or thing.`
    report(world, "unknown-type", name.span, `\`${name.text}\` is one person or thing, not a type.`, { hint })
    return false
  }
  const near = suggestType(world, name, world.types.keys())
  const hint = near.hint ?? `Declare it: \`type ${name.text};\`.`
  report(world, "unknown-type", name.span, `There is no type \`${name.text}\`.`, { ...near, hint })
  if (world.dialect === "drama" && !near.hint) markWithErrors(world, name.text)
  return false
}

/** The type that was probably meant. */
export function suggestType(world: World, name: Name, types: Iterable<string>) {
  const meant = typeMeant(name.text)
  return meant === undefined ? suggest(world, name.text, name.span, types) : suggestWord(meant, name.span)
}

/** Whether variables may range over the type; reports if not. */
export function requireVariableType(world: World, name: Name): boolean {
  if (!requireType(world, name)) return false
  if (name.text !== "number") return true
  report(world, "number-variable", name.span, "A name in brackets cannot stand for every number there is.", {
    hint: "Use a property that holds a number.",
  })
  return false
}

/** The parameters, or undefined if one of them is wrong. */
export function readParameters(world: World, trees: readonly SyntaxParameter[]): Parameter[] | undefined {
  const parameters: Parameter[] = []
  let isUntyped = false
  for (const tree of trees) {
    // An author who leaves out one type leaves out all of them, so only the first is reported.
    const isBare =
      tree.kind === "constant" && tree.term.kind === "name" && !world.entities.has(tree.term.text)
    const parameter = isBare && isUntyped ? undefined : readParameter(world, tree)
    isUntyped ||= isBare
    if (parameter) parameters.push(parameter)
  }
  return parameters.length === trees.length ? parameters : undefined
}

function readParameter(world: World, tree: SyntaxParameter): Parameter | undefined {
  if (tree.kind === "variable") {
    const fine = requireVariableType(world, tree.type)
    return fine ? { kind: "variable", name: tree.name.text, type: tree.type.text } : undefined
  }
  const { term } = tree
  if (term.kind === "literal" && term.value === null) {
    return report(world, "unknown-argument", tree.span, "`?` cannot stand in these brackets.")
  }
  if (term.kind === "literal") return { kind: "constant", value: term.value }
  if (world.entities.has(term.text)) return { kind: "constant", value: term.text }
  if (world.namesWithErrors.has(term.text)) return undefined
  const kind = world.types.has(term.text) ? term.text : "character"
  const hint = `Say what it stands for: \`${kind === term.text ? "someone" : term.text} : ${kind}\`.`
  const near = suggest(world, term.text, term.span, world.entities.keys())
  const message =
    kind === term.text
      ? `\`${kind}\` is a type, not one person or thing.`
      : `Nobody and nothing is called \`${term.text}\`.`
  return report(world, "unknown-name", term.span, message, {
    ...near,
    hint: kind === term.text ? hint : (near.hint ?? hint),
  })
}

const mostCompared = 50

/**
 * Reports if an earlier definition of the name accepts the same arguments, certainly or possibly; then adds
 * this one.
 */
export function compareHeaders(
  world: World,
  what: string,
  header: Header,
  earlier: Map<string, Header[]>,
): void {
  const others = earlier.get(header.name.text) ?? []
  earlier.set(header.name.text, others)
  for (const other of others.slice(-mostCompared)) if (remarkOverlap(world, what, header, other)) break
  others.push(header)
}

function remarkOverlap(world: World, what: string, header: Header, other: Header): boolean {
  if (header.parameters.length !== other.parameters.length) return false
  const pairs = header.parameters.map((each, i): [Parameter, Parameter] => [each, other.parameters[i]])
  const related = [{ span: other.name.span, message: "The other one is here." }]
  const name = `\`${header.name.text}\``
  const others = what === "property" ? "Another property" : "Another action or trigger"
  if (pairs.every(([a, b]) => surelyMeet(world, a, b))) {
    report(
      world,
      "ambiguous-name",
      header.name.span,
      `${others} is called ${name} and takes the same in its brackets.`,
      { hint: "Give one of them another name.", related },
    )
    return true
  }
  if (!pairs.every(([a, b]) => mayMeet(world, a, b))) return false
  const message = `Some people and things fit both this ${what} ${name} and an earlier one.`
  const first = what === "property" && world.dialect === "sabre"
  const hint = first ? "Where both fit, the first one is meant." : "Give one of them another name."
  report(world, "hidden-overload", header.name.span, message, { related, hint })
  return true
}

/** Some value provably fits both, by Sabre's rule: two variables never do. */
function surelyMeet(world: World, a: Parameter, b: Parameter): boolean {
  if (a.kind === "constant")
    return b.kind === "constant" ? a.value === b.value : belongs(world, a.value, b.type)
  return b.kind === "constant" && belongs(world, b.value, a.type)
}

function mayMeet(world: World, a: Parameter, b: Parameter): boolean {
  if (a.kind === "constant" || b.kind === "constant") return surelyMeet(world, a, b)
  return typesMeet(world, a.type, b.type)
}

/** Whether something is, or could be declared to be, of both types. */
export function typesMeet(world: World, a: string, b: string): boolean {
  if (isBelow(world, a, b) || isBelow(world, b, a)) return true
  return valuesOfType(world, a).some((value) => belongs(world, value, b))
}

/** Reports parameters that share a name. */
export function requireDifferentNames(world: World, trees: readonly SyntaxParameter[]): boolean {
  const places = new Map<string, Span>()
  let fine = true
  for (const tree of trees) {
    if (tree.kind !== "variable") continue
    const first = places.get(tree.name.text)
    if (first) {
      const related = [{ span: first, message: "The first one is here." }]
      report(
        world,
        "ambiguous-name",
        tree.name.span,
        `Two names in the brackets are \`${tree.name.text}\`.`,
        { related },
      )
      fine = false
    }
    places.set(tree.name.text, first ?? tree.name.span)
  }
  return fine
}
