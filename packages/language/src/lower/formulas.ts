/**
 * Turns formulas that say or ask something (conditions, values, wants) from draft into model: names are resolved, types are
 * checked, and what does not fit is remarked on. Formulas that change something are in `effects.ts`.
 *
 * Every function answers undefined if it had to report an error; the parts beside it are looked at all the same.
 */
import { type Diagnostic, type Expression, type FluentTemplate, type Term, printValue } from "@dramaturg/model"
import { remarkComparison } from "./checks/comparisons.js"
import type { DraftExpression, DraftFluent, DraftTerm, Name } from "../draft.js"
import { requireVariableType } from "./headers.js"
import { lossOf } from "../errors/numbers.js"
import { clockOf, momentOf } from "./clock.js"
import { reportAuthor, worthTo } from "./worth.js"
import { accepts, hasType, isBoolean, kindInWords, termInWords } from "./typing.js"
import { reportArguments, reportUnknownName, reportUnknownProperty } from "./unknown-words.js"
import { type Scope, type World, lookUp, meaningOf, report, variableOf, withVariable, withoutAddition } from "./world.js"

type Scoped = Scope | undefined
type Draft<K extends DraftExpression["kind"]> = Extract<DraftExpression, { kind: K }>

export function lowerFormula(world: World, scope: Scoped, draft: DraftExpression): Expression | undefined {
  const lowered = lowerPlain(world, scope, draft)
  return lowered && { ...lowered, origin: draft.span }
}

/** A formula that must be true or false. */
export function lowerCondition(world: World, scope: Scoped, draft: DraftExpression): Expression | undefined {
  const lowered = lowerFormula(world, scope, draft)
  if (!lowered || isBoolean(world, scope, lowered)) return lowered
  const message = `Something true or false is needed here, but ${describe(draft)} is ${kindInWords(world, scope, lowered)}.`
  return report(world, "wrong-type", draft.span, message, { hint: "Compare it with something, for instance with `==`." })
}

/** A formula that must be a number. */
export function lowerNumber(world: World, scope: Scoped, draft: DraftExpression): Expression | undefined {
  const lowered = lowerFormula(world, scope, draft)
  if (!lowered || hasType(world, scope, lowered, "number")) return lowered
  const message = `A number is needed here, but ${describe(draft)} is ${kindInWords(world, scope, lowered)}.`
  return report(world, "wrong-type", draft.span, message)
}

function lowerPlain(world: World, scope: Scoped, draft: DraftExpression): Expression | undefined {
  switch (draft.kind) {
    case "name":
    case "literal":
      return lowerTerm(world, scope, draft)
    case "fluent":
      return isAboutAction(world, draft) ? lowerAboutAction(world, scope, draft) : lowerFluent(world, scope, draft)
    case "believes":
      return lowerBelieves(world, scope, draft)
    case "not": {
      const body = lowerCondition(world, scope, draft.body)
      return body && { kind: "not", body }
    }
    case "and":
    case "or": {
      const parts = allOf(draft.parts.map((part) => lowerCondition(world, scope, part)))
      return parts && { kind: draft.kind, parts }
    }
    case "if":
      return lowerConditional(world, scope, draft)
    case "forall":
    case "exists":
    case "sum":
    case "product":
      return lowerBinder(world, scope, draft)
    case "assign":
      return reportAssignment(world, scope, draft)
    case "compare":
      return lowerComparison(world, scope, draft)
    case "arithmetic": {
      const [left, right] = [lowerNumber(world, scope, draft.left), lowerNumber(world, scope, draft.right)]
      return left && right && { kind: "arithmetic", operator: draft.operator, left, right }
    }
    case "is":
      return lowerTypeTest(world, scope, draft)
    case "utility":
      return lowerWorth(world, scope, draft)
    case "moment": {
      const numbers = allOf(draft.arguments.map((each) => lowerNumber(world, scope, each)))
      const time = clockOf(world, draft.span)
      return numbers && time && momentOf(draft.relation, time, numbers)
    }
    case "unforeseen":
      lowerFormula(world, scope, draft.body)
      return report(world, "assignment-in-condition", draft.span, "`unforeseen(…)` says what happens, but here something is only asked.", {
        hint: "Take `unforeseen` away, or move this into an effect.",
      })
  }
}

/** `possible()`, `consents(c)` and `seen(c)`, where something is added to every action and no property has the name. */
function isAboutAction({ addition, propertiesNamed }: World, { name, arguments: terms }: DraftFluent): boolean {
  if (!addition || propertiesNamed.has(name.text)) return false
  if (name.text === "possible") return terms.length === 0 && addition.possible !== undefined
  return terms.length === 1 && ((name.text === "seen" && addition.seen !== undefined) || (name.text === "consents" && addition.consents !== undefined))
}

function lowerAboutAction(world: World, scope: Scoped, draft: DraftFluent): Expression | undefined {
  if (draft.name.text === "possible") return world.addition!.possible
  const character = lowerCharacter(world, scope, draft.arguments[0])
  if (!character) return undefined
  return draft.name.text === "consents" ? world.addition!.consents!(character) : world.addition!.seen!(character, scope)
}

function lowerWorth(world: World, scope: Scoped, draft: Draft<"utility">): Expression | undefined {
  if (!draft.character) return reportAuthor(world, draft.span)
  const character = lowerCharacter(world, scope, draft.character)
  const lowerWants = (wants: DraftExpression) => lowerFormula(withoutAddition(world), undefined, wants)
  return character && worthTo(world, scope, character, { span: draft.span, lowerWants })
}

/** All of them, or undefined if one is missing. */
export function allOf<T>(parts: readonly (T | undefined)[]): T[] | undefined {
  return parts.includes(undefined) ? undefined : (parts as T[])
}

/** A word that stands for a value: the innermost variable of the name, else an entity. */
export function lowerTerm(world: World, scope: Scoped, draft: DraftTerm): Term | undefined {
  if (draft.kind === "literal") {
    const loss = draft.written === undefined ? undefined : lossOf(draft.written, draft.span)
    if (loss) report(world, "lost-digits", draft.span, loss.message, loss.extra)
    return { kind: "constant", value: draft.value }
  }
  const bound = lookUp(scope, draft.text)
  if (bound) return meaningOf(bound)
  if (world.entities.has(draft.text)) return { kind: "constant", value: draft.text }
  if (world.torn.has(draft.text)) return undefined
  return reportUnknownName(world, scope, draft.text, draft.span)
}

export function lowerFluent(world: World, scope: Scoped, draft: DraftFluent): FluentTemplate | undefined {
  const terms = allOf(draft.arguments.map((each) => lowerArgument(world, scope, each)))
  const indices = world.propertiesNamed.get(draft.name.text)
  if (!indices) return world.torn.has(draft.name.text) ? undefined : reportUnknownProperty(world, scope, draft, terms)
  if (!terms) return undefined
  const property = indices.find((index) => fits(world, scope, index, terms))
  if (property === undefined) {
    return world.torn.has(draft.name.text) ? undefined : reportArguments(world, scope, draft, indices, terms)
  }
  return { kind: "fluent", property, arguments: terms }
}

function lowerArgument(world: World, scope: Scoped, draft: DraftTerm): Term | undefined {
  if (draft.kind === "literal" && draft.value === null) {
    return report(world, "unknown-argument", draft.span, "`?` cannot stand in the brackets of a property.", {
      hint: "Name somebody or something, or use `exists`.",
    })
  }
  return lowerTerm(world, scope, draft)
}

/** Whether a property takes these arguments; a variable that its header repeats takes the same one each time. */
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

function lowerBelieves(world: World, scope: Scoped, draft: Draft<"believes">): Expression | undefined {
  const character = lowerCharacter(world, scope, draft.character)
  const body = lowerFormula(world, scope, draft.body)
  return character && body && { kind: "believes", character, body }
}

/** Somebody with a mind: a character by name, or a variable that can only be one. */
export function lowerCharacter(world: World, scope: Scoped, draft: DraftTerm): Term | undefined {
  const term = lowerTerm(world, scope, draft)
  if (!term) return undefined
  const known = term.kind === "variable" || term.value !== null
  if (known && hasType(world, scope, term, "character")) return term
  const kind = known ? kindInWords(world, scope, term) : "unknown"
  const message = `A character is needed here, but \`${termInWords(term)}\` is ${kind}.`
  const hint = term.kind === "variable" ? "Write `: character` behind its name where it stands in brackets." : "Only characters believe, want and consent."
  return report(world, "not-a-character", draft.span, message, { hint })
}

function lowerConditional(world: World, scope: Scoped, draft: Draft<"if">): Expression | undefined {
  const branches = allOf(
    draft.branches.map((each) => {
      const condition = lowerCondition(world, scope, each.condition)
      const body = lowerFormula(world, scope, each.body)
      return condition && body && { condition, body }
    }),
  )
  const otherwise = draft.otherwise && lowerFormula(world, scope, draft.otherwise)
  if (!branches || (draft.otherwise && !otherwise)) return undefined
  if (otherwise) return { kind: "if", branches, otherwise }
  if (isBoolean(world, scope, branches[0].body)) return { kind: "if", branches, otherwise: { kind: "constant", value: true } }
  return report(world, "missing-else", draft.span, "This has no value when none of its conditions holds.", { hint: "Add an `else`." })
}

/** The scope inside a quantifier, a sum or a product; undefined (after a remark) if its type is wrong. */
export function bind(world: World, scope: Scoped, variable: Name, type: Name): Scope | undefined {
  return requireVariableType(world, type) ? withVariable(world, scope, variable.text, type.text) : undefined
}

function lowerBinder(world: World, scope: Scoped, draft: Draft<"forall" | "exists" | "sum" | "product">): Expression | undefined {
  const inner = bind(world, scope, draft.variable, draft.type)
  if (!inner) return undefined
  const { kind } = draft
  const quantified = kind === "forall" || kind === "exists"
  const body = quantified ? lowerCondition(world, inner, draft.body) : lowerNumber(world, inner, draft.body)
  return body && { kind, variable: variableOf(inner), type: inner.type, body }
}

function reportAssignment(world: World, scope: Scoped, draft: Draft<"assign">): undefined {
  lowerFormula(world, scope, draft.target)
  lowerFormula(world, scope, draft.value)
  const message = "`=` gives a value, but here something is only asked."
  const fixes = changeSign(draft.target, draft.value, "==")
  return report(world, "assignment-in-condition", draft.span, message, { hint: "Write `==` to compare.", fixes })
}

/** An edit that puts another sign between two formulas, if there is nothing but a sign between them, on one line. */
export function changeSign(left: DraftExpression, right: DraftExpression, sign: string): Diagnostic["fixes"] {
  const offset = left.span.offset + left.span.length
  const length = right.span.offset - offset
  if (left.span.line !== right.span.line || length < 1 || length > 4) return undefined
  const span = { ...right.span, offset, length, column: right.span.column - length }
  return [{ title: `Change to ${sign}`, edits: [{ span, text: ` ${sign} ` }] }]
}

function lowerComparison(world: World, scope: Scoped, draft: Draft<"compare">): Expression | undefined {
  const left = lowerFormula(world, scope, draft.left)
  const right = lowerFormula(world, scope, draft.right)
  if (!left || !right) return undefined
  remarkComparison(world, scope, draft.operator, left, right, draft.span)
  return { kind: "compare", operator: draft.operator, left, right }
}

function lowerTypeTest(world: World, scope: Scoped, draft: Draft<"is">): Expression | undefined {
  const body = lowerFormula(world, scope, draft.body)
  return requireVariableType(world, draft.type) && body ? { kind: "is", body, type: draft.type.text } : undefined
}

/** A short name for a formula in a sentence. */
export function describe(draft: DraftExpression): string {
  if (draft.kind === "name") return `\`${draft.text}\``
  if (draft.kind === "literal") return `\`${printValue(draft.value)}\``
  if (draft.kind === "fluent") return `\`${draft.name.text}(${draft.arguments.length > 0 ? "…" : ""})\``
  return "this"
}
