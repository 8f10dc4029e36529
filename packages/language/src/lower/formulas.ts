/**
 * Lowers formulas that read a state (conditions, values, utilities): names are resolved, types are checked,
 * and mismatches are reported. Formulas that change something are in `effects.ts`.
 *
 * Every function returns undefined if it reported an error; it still checks the other parts of the formula.
 */
import {
  type Diagnostic,
  type Expression,
  type FluentTemplate,
  type Knows,
  type Term,
  printValue,
} from "@dramaturg/model"
import { remarkComparison } from "./checks/comparisons.js"
import type { SyntaxExpression, SyntaxFluent, SyntaxTerm, Name } from "../syntax-tree.js"
import { requireVariableType } from "./headers.js"
import { lossOf } from "../errors/numbers.js"
import { clockOf, momentOf } from "./clock.js"
import { reportAuthor, utilityOf } from "./utility.js"
import { accepts, hasType, isBoolean, kindInWords, termInWords } from "./typing.js"
import { reportArguments, reportUnknownName, reportUnknownProperty } from "./unknown-words.js"
import {
  type Scope,
  type World,
  lookUp,
  meaningOf,
  report,
  variableOf,
  withVariable,
  withoutAddition,
} from "./world.js"

type Scoped = Scope | undefined
type SyntaxNode<K extends SyntaxExpression["kind"]> = Extract<SyntaxExpression, { kind: K }>

export function lowerFormula(world: World, scope: Scoped, tree: SyntaxExpression): Expression | undefined {
  const lowered = lowerPlain(world, scope, tree)
  return lowered && { ...lowered, origin: tree.span }
}

/** A formula that must be true or false. */
export function lowerCondition(world: World, scope: Scoped, tree: SyntaxExpression): Expression | undefined {
  const lowered = lowerFormula(world, scope, tree)
  if (!lowered || isBoolean(world, scope, lowered)) return lowered
  const message = `Something true or false is needed here, but ${describe(tree)} is ${kindInWords(world, scope, lowered)}.`
  return report(world, "wrong-type", tree.span, message, {
    hint: "Compare it with something, for instance with `==`.",
  })
}

/** A formula that must be a number. */
export function lowerNumber(world: World, scope: Scoped, tree: SyntaxExpression): Expression | undefined {
  const lowered = lowerFormula(world, scope, tree)
  if (!lowered || hasType(world, scope, lowered, "number")) return lowered
  const message = `A number is needed here, but ${describe(tree)} is ${kindInWords(world, scope, lowered)}.`
  return report(world, "wrong-type", tree.span, message)
}

function lowerPlain(world: World, scope: Scoped, tree: SyntaxExpression): Expression | undefined {
  switch (tree.kind) {
    case "name":
    case "literal":
      return lowerTerm(world, scope, tree)
    case "fluent":
      return isAboutAction(world, tree)
        ? lowerAboutAction(world, scope, tree)
        : lowerFluent(world, scope, tree)
    case "believes":
      return lowerBelieves(world, scope, tree)
    case "knows": {
      const known = lowerKnown(world, scope, tree)
      return known && { kind: "knows", ...known }
    }
    case "not": {
      const body = lowerCondition(world, scope, tree.body)
      return body && { kind: "not", body }
    }
    case "and":
    case "or": {
      const parts = allOf(tree.parts.map((part) => lowerCondition(world, scope, part)))
      return parts && { kind: tree.kind, parts }
    }
    case "if":
      return lowerConditional(world, scope, tree)
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return lowerBinder(world, scope, tree)
    case "assign":
      return reportAssignment(world, scope, tree)
    case "compare":
      return lowerComparison(world, scope, tree)
    case "arithmetic": {
      const [left, right] = [lowerNumber(world, scope, tree.left), lowerNumber(world, scope, tree.right)]
      return left && right && { kind: "arithmetic", operator: tree.operator, left, right }
    }
    case "is":
      return lowerTypeTest(world, scope, tree)
    case "utility":
      return lowerUtility(world, scope, tree)
    case "moment": {
      const numbers = allOf(tree.arguments.map((each) => lowerNumber(world, scope, each)))
      const time = clockOf(world, tree.span)
      return numbers && time && momentOf(tree.relation, time, numbers)
    }
    case "unforeseen":
      lowerFormula(world, scope, tree.body)
      return report(
        world,
        "assignment-in-condition",
        tree.span,
        "`unforeseen(…)` says what happens, but here something is only asked.",
        {
          hint: "Take `unforeseen` away, or move this into an effect.",
        },
      )
  }
}

/**
 * `possible()`, `pays()`, `consents(c)` and `seen(c)`: only in what is added to every action, and only if no
 * property has the name.
 */
function isAboutAction(
  { addition, propertiesNamed }: World,
  { name, arguments: terms }: SyntaxFluent,
): boolean {
  if (!addition || propertiesNamed.has(name.text)) return false
  if (name.text === "possible" || name.text === "pays")
    return terms.length === 0 && addition.possible !== undefined
  return (
    terms.length === 1 &&
    ((name.text === "seen" && addition.seen !== undefined) ||
      (name.text === "consents" && addition.consents !== undefined))
  )
}

function lowerAboutAction(world: World, scope: Scoped, tree: SyntaxFluent): Expression | undefined {
  if (tree.name.text === "possible") return world.addition!.possible
  if (tree.name.text === "pays") return lowerPays(world, tree)
  const character = lowerCharacter(world, scope, tree.arguments[0])
  if (!character) return undefined
  return tree.name.text === "consents"
    ? world.addition!.consents!(character)
    : world.addition!.seen!(character, scope)
}

/** D46: what characters foresee cannot depend on what they foresee. */
function lowerPays(world: World, tree: SyntaxFluent): Expression | undefined {
  if (world.addition!.isUnforeseen) return { kind: "pays" }
  const message = "`pays()` asks what people foresee of an act, so it can decide only what nobody foresees."
  return report(world, "pays-foreseen", tree.span, message, {
    hint: "Write it within `unforeseen(…)`, for instance `unforeseen(if(pays()) …)`.",
  })
}

function lowerUtility(world: World, scope: Scoped, tree: SyntaxNode<"utility">): Expression | undefined {
  if (!tree.character) return reportAuthor(world, tree.span)
  const character = lowerCharacter(world, scope, tree.character)
  const lowerWants = (wants: SyntaxExpression) => lowerFormula(withoutAddition(world), undefined, wants)
  return character && utilityOf(world, scope, character, { span: tree.span, lowerWants })
}

/** All of them, or undefined if one is missing. */
export function allOf<T>(parts: readonly (T | undefined)[]): T[] | undefined {
  return parts.includes(undefined) ? undefined : (parts as T[])
}

/** A word that stands for a value: the innermost variable of the name, else an entity. */
export function lowerTerm(world: World, scope: Scoped, tree: SyntaxTerm): Term | undefined {
  if (tree.kind === "literal") {
    const loss = tree.written === undefined ? undefined : lossOf(tree.written, tree.span)
    if (loss) report(world, "lost-digits", tree.span, loss.message, loss.extra)
    return { kind: "constant", value: tree.value }
  }
  const bound = lookUp(scope, tree.text)
  if (bound) return meaningOf(bound)
  if (world.entities.has(tree.text)) return { kind: "constant", value: tree.text }
  if (world.namesWithErrors.has(tree.text)) return undefined
  return reportUnknownName(world, scope, tree.text, tree.span)
}

export function lowerFluent(world: World, scope: Scoped, tree: SyntaxFluent): FluentTemplate | undefined {
  const terms = allOf(tree.arguments.map((each) => lowerArgument(world, scope, each)))
  const indices = world.propertiesNamed.get(tree.name.text)
  if (!indices)
    return world.namesWithErrors.has(tree.name.text)
      ? undefined
      : reportUnknownProperty(world, scope, tree, terms)
  if (!terms) return undefined
  const property = indices.find((index) => fits(world, scope, index, terms))
  if (property === undefined) {
    return world.namesWithErrors.has(tree.name.text)
      ? undefined
      : reportArguments(world, scope, tree, indices, terms)
  }
  return { kind: "fluent", property, arguments: terms }
}

function lowerArgument(world: World, scope: Scoped, tree: SyntaxTerm): Term | undefined {
  if (tree.kind === "literal" && tree.value === null) {
    return report(world, "unknown-argument", tree.span, "`?` cannot stand in the brackets of a property.", {
      hint: "Name somebody or something, or use `exists`.",
    })
  }
  return lowerTerm(world, scope, tree)
}

/**
 * Whether a property takes these arguments; a variable that its header repeats takes the same one each time.
 */
function fits(world: World, scope: Scoped, index: number, terms: readonly Term[]): boolean {
  const { parameters } = world.properties[index]
  if (parameters.length !== terms.length) return false
  const given = new Map<string, string>()
  return parameters.every((parameter, i) => {
    if (!accepts(world, scope, parameter, terms[i])) return false
    if (parameter.kind === "constant") return true
    const text = `${terms[i].kind} ${termInWords(terms[i])}`
    const same = given.get(parameter.name) ?? text
    given.set(parameter.name, same)
    return same === text
  })
}

function lowerBelieves(world: World, scope: Scoped, tree: SyntaxNode<"believes">): Expression | undefined {
  const character = lowerCharacter(world, scope, tree.character)
  const body = lowerFormula(world, scope, tree.body)
  return character && body && { kind: "believes", character, body }
}

/** The character and the fluent of `knows(c, f)`. */
export function lowerKnown(
  world: World,
  scope: Scoped,
  tree: SyntaxNode<"knows">,
): Pick<Knows, "character" | "fluent"> | undefined {
  const character = lowerCharacter(world, scope, tree.character)
  const fluent = lowerFluent(world, scope, tree.fluent)
  if (!character || !fluent) return undefined
  const { isOpen, name } = world.properties[fluent.property]
  if (isOpen) return { character, fluent }
  const message = `Nobody wonders about \`${name}\`, so it cannot be said whether somebody knows it.`
  const hint = `Declare it as \`open property ${name}…\`, or write what they believe with \`believes(…)\`.`
  return report(world, "knows-closed", tree.span, message, { hint })
}

/** A term that is a character: an entity by name, or a variable whose type allows only characters. */
export function lowerCharacter(world: World, scope: Scoped, tree: SyntaxTerm): Term | undefined {
  const term = lowerTerm(world, scope, tree)
  if (!term) return undefined
  const known = term.kind === "variable" || term.value !== null
  if (known && hasType(world, scope, term, "character")) return term
  const kind = known ? kindInWords(world, scope, term) : "unknown"
  const message = `A character is needed here, but \`${termInWords(term)}\` is ${kind}.`
  const hint =
    term.kind === "variable"
      ? "Write `: character` behind its name where it stands in brackets."
      : "Only characters believe, want and consent."
  return report(world, "not-a-character", tree.span, message, { hint })
}

function lowerConditional(world: World, scope: Scoped, tree: SyntaxNode<"if">): Expression | undefined {
  const branches = allOf(
    tree.branches.map((each) => {
      const condition = lowerCondition(world, scope, each.condition)
      const body = lowerFormula(world, scope, each.body)
      return condition && body && { condition, body }
    }),
  )
  const otherwise = tree.otherwise && lowerFormula(world, scope, tree.otherwise)
  if (!branches || (tree.otherwise && !otherwise)) return undefined
  if (otherwise) return { kind: "if", branches, otherwise }
  if (isBoolean(world, scope, branches[0].body))
    return { kind: "if", branches, otherwise: { kind: "constant", value: true } }
  return report(world, "missing-else", tree.span, "This has no value when none of its conditions holds.", {
    hint: "Add an `else`.",
  })
}

/** The scope inside a quantifier, a sum or a product; undefined (after reporting) if its type is wrong. */
export function bind(world: World, scope: Scoped, variable: Name, type: Name): Scope | undefined {
  return requireVariableType(world, type) ? withVariable(world, scope, variable.text, type.text) : undefined
}

function lowerBinder(
  world: World,
  scope: Scoped,
  tree: SyntaxNode<"forall" | "exists" | "sum" | "product">,
): Expression | undefined {
  const inner = bind(world, scope, tree.variable, tree.type)
  if (!inner) return undefined
  const { kind } = tree
  const quantified = kind === "forall" || kind === "exists"
  const body = quantified ? lowerCondition(world, inner, tree.body) : lowerNumber(world, inner, tree.body)
  return body && { kind, variable: variableOf(inner), type: inner.type, body }
}

function reportAssignment(world: World, scope: Scoped, tree: SyntaxNode<"assign">): undefined {
  lowerFormula(world, scope, tree.target)
  lowerFormula(world, scope, tree.value)
  const message = "`=` gives a value, but here something is only asked."
  const fixes = changeSign(tree.target, tree.value, "==")
  return report(world, "assignment-in-condition", tree.span, message, {
    hint: "Write `==` to compare.",
    fixes,
  })
}

/**
 * An edit that puts another sign between two formulas, if there is nothing but a sign between them, on one
 * line.
 */
export function changeSign(
  left: SyntaxExpression,
  right: SyntaxExpression,
  sign: string,
): Diagnostic["fixes"] {
  const offset = left.span.offset + left.span.length
  const length = right.span.offset - offset
  if (left.span.line !== right.span.line || length < 1 || length > 4) return undefined
  const span = { ...right.span, offset, length, column: right.span.column - length }
  return [{ title: `Change to ${sign}`, edits: [{ span, text: ` ${sign} ` }] }]
}

function lowerComparison(world: World, scope: Scoped, tree: SyntaxNode<"compare">): Expression | undefined {
  const left = lowerFormula(world, scope, tree.left)
  const right = lowerFormula(world, scope, tree.right)
  if (!left || !right) return undefined
  remarkComparison(world, scope, tree.operator, left, right, tree.span)
  return { kind: "compare", operator: tree.operator, left, right }
}

function lowerTypeTest(world: World, scope: Scoped, tree: SyntaxNode<"is">): Expression | undefined {
  const body = lowerFormula(world, scope, tree.body)
  return requireVariableType(world, tree.type) && body
    ? { kind: "is", body, type: tree.type.text }
    : undefined
}

/** A short name for a formula in a sentence. */
export function describe(tree: SyntaxExpression): string {
  if (tree.kind === "name") return `\`${tree.text}\``
  if (tree.kind === "literal") return `\`${printValue(tree.value)}\``
  if (tree.kind === "fluent") return `\`${tree.name.text}(${tree.arguments.length > 0 ? "…" : ""})\``
  return "this"
}
