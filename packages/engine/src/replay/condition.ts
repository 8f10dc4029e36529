/** What an act needs, condition by condition: which do not hold, and what makes them false. */
import {
  type ActionTemplate,
  type Cause,
  type Expression,
  type Lack,
  type Problem,
  type Reading,
  bindingOf,
  parseLabel,
  printValue,
  templateFor,
} from "@dramaturg/model"
import { type Binding, type Formula, instantiate, type Setting } from "../semantics/formula.js"
import { reader } from "../semantics/read.js"
import { beyond } from "../semantics/facts.js"
import { mindAlong, valueAlong, type World } from "../semantics/world.js"
import { literalCauses, type Since } from "./needs.js"
import { decided, type Scene } from "./scene.js"

/** An act's template, and what stands for its variables. */
export interface Instance {
  readonly template: ActionTemplate
  readonly binding: Binding
}

/** Undefined: no template of this name takes these arguments. */
export function instanceOf(problem: Problem, label: string): Instance | undefined {
  const act = parseLabel(label)
  const template = templateFor(problem, problem.actions, act)
  return template && { template, binding: bindingOf(template, act.arguments) }
}

/** The conditions of the precondition that do not hold in the mind at the end of `chain`. */
export function lacksOf(
  scene: Scene,
  world: World,
  { template, binding }: Instance,
  since: Since,
  chain: readonly number[] = [],
): readonly Lack[] {
  return lacksIn(scene, world, template.precondition, binding, since, chain).map((each) => ({
    ...(template.origin ? { origin: template.origin } : {}),
    ...each,
  }))
}

/**
 * The parts of a condition that do not hold. All its fluents must have their places before there are worlds.
 */
export function lacksIn(
  scene: Scene,
  world: World,
  condition: Expression,
  binding: Binding,
  since: Since,
  chain: readonly number[] = [],
): readonly Lack[] {
  const { setting } = scene.task
  const mind = mindAlong(world, chain)!
  const believers = chain.map((each) => setting.characters[each])
  return conjuncts(condition).flatMap((each) => {
    const formula = instantiate(setting, each, binding)
    if (decided(scene, reader(formula)(mind)) !== false) return []
    const reads =
      formula.kind === "value"
        ? []
        : literalCauses(scene, mind, { kind: "not", body: formula }, true, since, chain)
    return [
      {
        condition: asWritten(setting, each, binding),
        ...(each.origin ? { origin: each.origin } : {}),
        believers,
        reads: reads.map((one) => heldAgainst(scene, world, one)),
      },
    ]
  })
}

/** What was read in a mind, held against what that mind is about. */
function heldAgainst({ task: { setting } }: Scene, world: World, read: Cause): Reading {
  if (read.believers.length === 0) return read
  const about = read.believers.slice(1).map((each) => setting.characters.indexOf(each))
  const fluent = setting.fluents.findIndex((each) => each.reference.label === read.fluent.label)
  const actual = valueAlong(world, about, fluent)
  return actual === beyond || actual === read.value ? read : { ...read, actual }
}

/** Of a conjunction, its parts. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === "and" ? expression.parts.flatMap(conjuncts) : [expression]
}

/**
 * In a setting of its own nothing is taken for constant, so a condition can be shown with all that the author
 * wrote in it.
 */
function asWritten(setting: Setting, expression: Expression, binding: Binding): string {
  const whole = {
    ...setting,
    fluents: [...setting.fluents],
    numbers: new Map(setting.numbers),
    open: [...setting.open],
    fixed: () => undefined,
  }
  return printFormula(whole, instantiate(whole, expression, binding))
}

/** As an author would write it, with names for all variables. */
export function printFormula(setting: Setting, formula: Formula): string {
  const go = (each: Formula): string =>
    isAtomic(each) ? printFormula(setting, each) : `(${printFormula(setting, each)})`
  switch (formula.kind) {
    case "value":
      return printValue(formula.value)
    case "fluent":
      return setting.fluents[formula.fluent].reference.label
    case "believes":
      return `believes(${setting.characters[formula.character]}, ${printFormula(setting, formula.body)})`
    case "knows":
      return `knows(${setting.characters[formula.character]}, ${setting.fluents[formula.fluent].reference.label})`
    case "pays":
      return "pays()"
    case "written":
      return printFormula(setting, formula.body)
    case "not":
      return `!${go(formula.body)}`
    case "and":
    case "or":
      return formula.parts.length === 1
        ? printFormula(setting, formula.parts[0])
        : formula.parts.map(go).join(formula.kind === "and" ? " & " : " | ")
    case "if":
      return `if(${formula.branches.map(({ condition, body }) => `${printFormula(setting, condition)}) ${go(body)}`).join(" elseif(")} else ${go(formula.otherwise)}`
    case "compare":
      return printComparison(setting, formula)
    case "arithmetic":
      return formula.parts.map(go).join(` ${formula.operator} `)
  }
}

/** `lame(Tom) == True` is written as `lame(Tom)`. */
function printComparison(setting: Setting, { operator, left, right }: Formula & { kind: "compare" }): string {
  if (right.kind === "value" && typeof right.value === "boolean" && isAtomic(left)) {
    return `${right.value === (operator === "==") ? "" : "!"}${printFormula(setting, left)}`
  }
  const [one, other] = [left, right].map((each) =>
    isAtomic(each) ? printFormula(setting, each) : `(${printFormula(setting, each)})`,
  )
  return `${one} ${operator} ${other}`
}

function isAtomic({ kind }: Formula): boolean {
  return (
    kind === "value" ||
    kind === "fluent" ||
    kind === "believes" ||
    kind === "knows" ||
    kind === "pays" ||
    kind === "not"
  )
}
