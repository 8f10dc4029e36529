/** Messages about undeclared names, and about properties with the wrong arguments. */
import type { Diagnostic, Property, Span, Term } from "@dramaturg/model"
import type { SyntaxFluent, SyntaxTerm } from "../syntax-tree.js"
import { signMeant, valueMeant } from "../errors/idiom-words.js"
import { accepts, kindInWords, termInWords, typeInWords, typeOf } from "./typing.js"
import {
  type Scope,
  type World,
  isBelow,
  namesInScope,
  report,
  suggest,
  suggestWord,
  markWithErrors,
  lookUp,
} from "./world.js"

type Scoped = Scope | undefined
/**
 * `isOnce`: the name is reported only once, because an author who corrects one place corrects all of them.
 */
type Advice = Pick<Diagnostic, "hint" | "fixes"> & { readonly message?: string; readonly isOnce?: boolean }

export function reportUnknownName(world: World, scope: Scoped, name: string, span: Span): undefined {
  const { message, isOnce, ...advice } = adviseOnName(world, scope, name, span)
  report(world, "unknown-name", span, message ?? `Nobody and nothing is called \`${name}\`.`, advice)
  if (world.dialect === "drama" && isOnce) markWithErrors(world, name)
  return undefined
}

function adviseOnName(world: World, scope: Scoped, name: string, span: Span): Advice {
  const property = world.propertiesNamed.get(name)?.[0]
  if (property !== undefined)
    return adviseOnBareProperty(world, scope, name, world.properties[property], span)
  const value = valueMeant(name)
  if (value !== undefined) return suggestWord(value, span)
  if (world.types.has(name)) {
    const example = [...world.entities.values()].find((each) => each.types.has(name))?.name
    const hint =
      example === undefined ? `Name one of that type.` : `Name one of that type, for instance \`${example}\`.`
    return { message: `\`${name}\` is a type of people or things, not one of them.`, hint }
  }
  const known = [...namesInScope(scope), ...world.entities.keys()]
  const [before, behind] = name.split(".")
  if (behind === "" && known.includes(before)) {
    return {
      message: `A full stop ends nothing here, so it seems to belong to the name \`${name}\`.`,
      hint: "Take it out; everything ends with `;`.",
    }
  }
  if (behind && world.propertiesNamed.has(behind)) return { hint: `Did you mean \`${behind}(${before})\`?` }
  const near = suggest(world, name, span, known)
  if (near.hint) return near
  const isVariable = world.dialect === "drama" && /^\p{Lowercase}/u.test(name)
  const first = isVariable
    ? `If it stands for anybody, write \`${name} : character\` in the brackets of the action; if not`
    : "Say who or what it is"
  return { hint: `${first}: \`entity ${name} : …;\`.`, isOnce: true }
}

/** The hint for `asleep` where `asleep(who)` is meant. */
function adviseOnBareProperty(
  world: World,
  scope: Scoped,
  name: string,
  property: Property,
  span: Span,
): Advice {
  const written = `${name}(${property.parameters.map((each) => fitting(world, scope, each)).join(", ")})`
  const fixes = property.parameters.length > 0 ? undefined : suggestWord(written, span).fixes
  return {
    message: `\`${name}\` is a property, and its brackets are missing.`,
    hint: `Write \`${written}\`.`,
    ...(fixes ? { fixes } : {}),
  }
}

/** A variable in scope that fits the parameter, or else the parameter's own name. */
function fitting(world: World, scope: Scoped, parameter: Property["parameters"][number]): string {
  if (parameter.kind === "constant") return termInWords(parameter)
  const near = namesInScope(scope)
    .toReversed()
    .find((each) => isBelow(world, lookUp(scope, each)!.type, parameter.type))
  return near ?? parameter.name
}

/** Reports `raining = True` and the like, where a property without brackets is assigned a value. */
export function bareProperty(world: World, scope: Scoped, name: string, span: Span): Advice | undefined {
  if (/.\../.test(name)) return adviseOnName(world, scope, name, span)
  const property = world.propertiesNamed.get(name)?.[0]
  return property === undefined
    ? undefined
    : adviseOnBareProperty(world, scope, name, world.properties[property], span)
}

export function reportUnknownProperty(
  world: World,
  scope: Scoped,
  tree: SyntaxFluent,
  terms: readonly Term[] | undefined,
): undefined {
  const { text, span } = tree.name
  const { message, ...advice } = adviseOnProperty(world, tree)
  const hint =
    advice.hint ?? `Declare it: \`property ${text}(${parametersFor(world, scope, terms)}) : boolean;\`.`
  report(world, "unknown-property", span, message ?? `There is no property \`${text}\`.`, { ...advice, hint })
  if (world.dialect === "drama" && !advice.hint) markWithErrors(world, text)
  return undefined
}

function adviseOnProperty(world: World, tree: SyntaxFluent): Advice {
  const { text, span } = tree.name
  if (text === "believes")
    return {
      hint: "Write `believes(somebody, something(…))`: what is believed is a property or a whole formula.",
    }
  const event = world.tree.definitions.find(
    (each) => (each.kind === "action" || each.kind === "trigger") && each.name.text === text,
  )
  if (event)
    return {
      message: `\`${text}\` is ${event.kind === "action" ? "an action" : "a trigger"}, and only properties can be true or false.`,
      hint: "Say what is so once it has happened.",
    }
  const sign = signMeant(text)
  if (sign) return { hint: `Did you mean \`${sign}\`?` }
  const [before, behind] = text.split(".")
  if (behind && world.propertiesNamed.has(behind))
    return { hint: `Did you mean \`${behind}(${before})\`, or \`${behind}\` in the block of \`${before}\`?` }
  return suggest(world, text, span, world.propertiesNamed.keys())
}

/** The parameters that an undeclared property would have, judging from one use of it. */
function parametersFor(world: World, scope: Scoped, terms: readonly Term[] | undefined): string {
  if (!terms) return "…"
  const types = terms.map((each) => typeOf(world, scope, each) ?? "entity")
  return types.map((type, i) => `${placeholder(type, types.slice(0, i))} : ${type}`).join(", ")
}

function placeholder(type: string, earlier: readonly string[]): string {
  const count = earlier.filter((each) => each === type).length
  const word = type !== "character" ? `some_${type}` : count === 0 ? "who" : "whom"
  return count > (word === "whom" ? 1 : 0) ? `${word}${count + 1}` : word
}

export function reportArguments(
  world: World,
  scope: Scoped,
  tree: SyntaxFluent,
  indices: readonly number[],
  terms: readonly Term[],
): undefined {
  return reportMisfit(
    world,
    scope,
    tree,
    indices.map((index) => world.properties[index]),
    terms,
  )
}

/** A property or an event. Only a property has a type. */
type Bracketed = Pick<Property, "parameters" | "origin"> & { readonly type?: string }

/**
 * Reports arguments that fit none of the candidates, properties or events. The unknown counts as fitting
 * where it is allowed at all.
 */
export function reportMisfit(
  world: World,
  scope: Scoped,
  tree: SyntaxFluent,
  candidates: readonly Bracketed[],
  terms: readonly Term[],
): undefined {
  const { text } = tree.name
  const related = candidates
    .slice(0, 3)
    .map((each) => ({ span: each.origin!, message: `\`${text}\` is declared here.` }))
  const sameCount = candidates.filter((each) => each.parameters.length === terms.length)
  if (sameCount.length === 0) {
    const { message, hint } = countMisfit(tree, candidates)
    return report(world, "wrong-arguments", tree.span, message, { related, hint })
  }
  const { parameters } = sameCount[0]
  const isUnknown = (term: Term) => term.kind === "constant" && term.value === null
  const at = Math.max(
    0,
    parameters.findIndex(
      (parameter, i) => !isUnknown(terms[i]) && !accepts(world, scope, parameter, terms[i]),
    ),
  )
  const parameter = parameters[at]
  const wanted =
    parameter.kind === "constant" ? `\`${String(parameter.value)}\`` : typeInWords(parameter.type)
  const message = `\`${text}\` needs ${wanted} here, but \`${termInWords(terms[at])}\` is ${kindInWords(world, scope, terms[at])}.`
  return report(world, "wrong-arguments", tree.arguments[at]?.span ?? tree.span, message, {
    hint: `Name ${wanted} in its place.`,
    related,
  })
}

/** In an entity's block the first argument is implied, so the counts in the message leave it out. */
function ownerOf(tree: SyntaxFluent): Extract<SyntaxTerm, { kind: "name" }> | undefined {
  const [first] = tree.arguments
  return first?.kind === "name" && first.span.offset < tree.span.offset ? first : undefined
}

const numerals = ["no", "one", "two", "three", "four", "five", "six"]

function takes(name: string, counts: readonly number[], given: number): string {
  const words = counts.map((each) => numerals[each] ?? String(each)).join(" or ")
  const noun = counts.length === 1 && counts[0] === 1 ? "name" : "names"
  return `\`${name}\` takes ${words} ${noun} in its brackets, not ${given === 0 ? "none" : (numerals[given] ?? String(given))}.`
}

function countMisfit(
  tree: SyntaxFluent,
  candidates: readonly Bracketed[],
): { readonly message: string; readonly hint: string } {
  const { text } = tree.name
  const owner = ownerOf(tree)
  const left = owner ? 1 : 0
  const counts = [...new Set(candidates.map((each) => each.parameters.length - left))]
  const written = tree.arguments.length - left
  const given = tree.arguments.map((each) =>
    termInWords(
      each.kind === "name" ? { kind: "constant", value: each.text } : { kind: "constant", value: each.value },
    ),
  )
  if (
    !owner &&
    counts.length === 1 &&
    (candidates[0].type ?? "boolean") !== "boolean" &&
    written === counts[0] + 1
  ) {
    const [last] = given.slice(-1)
    const call = `${text}(${given.slice(0, -1).join(", ")})`
    return {
      message: takes(text, counts, written),
      hint: `Write \`${call} = ${last}\` to say it, or \`==\` to ask.`,
    }
  }
  const shape = candidates[0].parameters
    .slice(left)
    .map((each) => (each.kind === "variable" ? each.name : termInWords(each)))
  if (counts.length === 1 && counts[0] < 0) {
    return {
      message: `\`${text}\` is said of nobody, so it is not about \`${owner!.text}\`.`,
      hint: `Write \`${text}()\` outside the block.`,
    }
  }
  const where = owner ? `In the block of \`${owner.text}\`, ` : ""
  const message = `${where}${takes(text, counts, written)}`
  const call = shape.length === 0 && owner ? text : `${text}(${shape.join(", ")})`
  const kinds = candidates[0].parameters
    .slice(left)
    .map((each) => (each.kind === "variable" ? typeInWords(each.type) : `\`${termInWords(each)}\``))
  const isAlike = kinds.length > 1 && new Set(kinds).size === 1
  const what =
    kinds.length === 0 ? "" : isAlike ? `, each of them ${kinds[0]}` : `, with ${kinds.join(" and ")}`
  return { message, hint: `Write \`${call}\`${what}.` }
}
