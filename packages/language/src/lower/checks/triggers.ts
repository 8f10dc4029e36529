/**
 * Triggers that interfere: both can be due at once, and their order matters (semantics Δ6: the order of the
 * text decides). The order does not matter if one of them is still due after the other, but not the other
 * way round: then that one fires last in either order.
 */
import type { Diagnostic, Problem, Span, Term, TriggerTemplate } from "@dramaturg/model"
import type { Dialect } from "../../syntax-tree.js"
import { remark } from "../../errors/messages.js"
import { type VariableTypes, clash, falsifies, literalsOf, valuesOfTerm } from "./literals.js"
import { type Atom, atomsOf, keyOf, substitute } from "./walk.js"

const mostCompared = 100

export function checkTriggers(problem: Problem, dialect: Dialect): Diagnostic[] {
  const found: Diagnostic[] = []
  const triggers = problem.triggers.slice(0, mostCompared)
  triggers.forEach((later, i) => {
    const earlier = triggers.slice(0, i).find((each) => interfere(problem, each, later))
    if (!earlier || !later.origin || !earlier.origin || (isOurs(later.origin) && isOurs(earlier.origin)))
      return
    const both = `\`${earlier.name}\` and \`${later.name}\` can both be due`
    const message = `${both}, and their order makes a difference: the first in the text comes first.`
    const related = [{ span: earlier.origin, message: `\`${earlier.name}\` is here.` }]
    const hint = "Let their preconditions exclude each other if you mean something else."
    found.push(remark(dialect, "interfering-triggers", later.origin, message, { related, hint }))
  })
  return found
}

/** Triggers of the library are not the author's to change. */
function isOurs({ file }: Span): boolean {
  return file.startsWith("@lib/")
}

function interfere(problem: Problem, a: TriggerTemplate, b: TriggerTemplate): boolean {
  const [left, right] = [atomsOf(a.effect), atomsOf(b.effect)]
  return left.some((x) => right.some((y) => disagree(problem, a, x, b, y)))
}

/** Whether the two can assign different values to one fluent when both are due, and the order matters. */
function disagree(problem: Problem, a: TriggerTemplate, x: Atom, b: TriggerTemplate, y: Atom): boolean {
  if (
    x.assignment.fluent.property !== y.assignment.fluent.property ||
    x.believers.length !== y.believers.length
  )
    return false
  const types = new Map([
    ...typesIn(a, x),
    ...[...typesIn(b, y)].map(([name, type]) => [other(name), type] as const),
  ])
  const terms = unify(problem, types, b, x, y)
  if (!terms) return false
  const yThere = {
    ...substitute({ ...y, branches: undefined, bound: undefined }, terms),
    branches: y.branches,
    bound: y.bound,
  }
  if (keyOf(yThere.assignment.value) === keyOf(x.assignment.value)) return false
  const xNeeds = [a.precondition, ...x.conditions].flatMap(literalsOf)
  const yNeeds = [substitute(b.precondition, terms), ...yThere.conditions].flatMap(literalsOf)
  const needs = [...xNeeds, ...yNeeds]
  if (clash(problem, types, needs)) return false
  return falsifies(problem, types, x, yNeeds, needs) === falsifies(problem, types, yThere, xNeeds, needs)
}

/** The second trigger's term under another name, so that its variables differ from the first's. */
function other(name: string): string {
  return `${name} of the other`
}

function typesIn(trigger: TriggerTemplate, atom: Atom): VariableTypes {
  const parameters = trigger.parameters.flatMap((each) =>
    each.kind === "variable" ? [[each.name, each.type] as const] : [],
  )
  return new Map([...parameters, ...atom.bound])
}

/**
 * The substitution for the second trigger's variables under which both write to one fluent; undefined if
 * there is none.
 */
function unify(
  problem: Problem,
  types: VariableTypes,
  b: TriggerTemplate,
  x: Atom,
  y: Atom,
): Map<string, Term> | undefined {
  const terms = new Map<string, Term>()
  const xs = termsOf(x)
  for (const [i, term] of termsOf(y).entries()) {
    const there: Term = term.kind === "variable" ? { kind: "variable", name: other(term.name) } : term
    const values = new Set(valuesOfTerm(problem, types, xs[i]))
    if (!valuesOfTerm(problem, types, there).some((value) => values.has(value))) return undefined
    if (term.kind === "variable" && !terms.has(term.name)) terms.set(term.name, xs[i])
  }
  for (const each of b.parameters) {
    if (each.kind === "variable" && !terms.has(each.name))
      terms.set(each.name, { kind: "variable", name: other(each.name) })
  }
  return terms
}

function termsOf(atom: Atom): Term[] {
  return [...atom.believers, ...atom.assignment.fluent.arguments]
}
