/** Walks through formulas and effects for the checks, and compares them without minding their places. */
import type { Assignment, Effect, Expression, Span, Term } from "@dramaturg/model"

export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "variable":
    case "constant":
    case "fluent":
      return []
    case "and":
    case "or":
      return expression.parts
    case "if":
      return [...expression.branches.flatMap((each) => [each.condition, each.body]), expression.otherwise]
    case "compare":
    case "arithmetic":
      return [expression.left, expression.right]
    default:
      return [expression.body]
  }
}

/** One value that an effect gives, and what must hold for it. */
export interface Atom {
  readonly assignment: Assignment
  readonly place: Span | undefined
  /** Everyone in whose mind it happens, the outermost first. */
  readonly believers: readonly Term[]
  /** What must be true; the negations of earlier branches are left out, `branches` stands for them. */
  readonly conditions: readonly Expression[]
  /** For each conditional around it, which branch it is in. */
  readonly branches: ReadonlyMap<Effect, number>
  /** The variables of the `forall`s around it, with their types. */
  readonly bound: ReadonlyMap<string, string>
}

type Around = Omit<Atom, "assignment" | "place">

const outermost: Around = { believers: [], conditions: [], branches: new Map(), bound: new Map() }

export function atomsOf(effect: Effect, around: Around = outermost): Atom[] {
  switch (effect.kind) {
    case "assign":
      return [{ ...around, assignment: effect, place: effect.origin, believers: [...around.believers, ...effect.believers] }]
    case "all":
      return effect.parts.flatMap((part) => atomsOf(part, around))
    case "forall":
      return atomsOf(effect.body, { ...around, bound: new Map([...around.bound, [effect.variable, effect.type]]) })
    case "believes":
      return atomsOf(effect.body, { ...around, believers: [...around.believers, effect.character] })
    case "if": {
      const inBranch = (index: number, conditions: readonly Expression[]): Around => {
        return { ...around, conditions: [...around.conditions, ...conditions], branches: new Map([...around.branches, [effect, index]]) }
      }
      const chosen = effect.branches.flatMap((each, i) => atomsOf(each.body, inBranch(i, [each.condition])))
      return [...chosen, ...(effect.otherwise ? atomsOf(effect.otherwise, inBranch(-1, [])) : [])]
    }
  }
}

/** The parts that must all hold. */
export function conjunctsOf(expression: Expression): Expression[] {
  return expression.kind === "and" ? expression.parts.flatMap(conjunctsOf) : [expression]
}

/** A text that two formulas share exactly if they say the same in the same way. */
export function keyOf(thing: object): string {
  return JSON.stringify(thing, (name, value) => (name === "origin" ? undefined : value))
}

/** Whether the variable occurs; binders of the same name count as occurrences, which errs on the side of silence. */
export function mentions(thing: object, variable: string): boolean {
  return keyOf(thing).includes(JSON.stringify(variable))
}

/** The same thing with other terms for some of its variables; places are lost. */
export function substitute<T extends object>(thing: T, terms: ReadonlyMap<string, Term>): T {
  const replace = (value: unknown): unknown => {
    const named = value as { readonly kind?: unknown; readonly name?: unknown } | null
    if (typeof value !== "object" || named?.kind !== "variable") return value
    return terms.get(String(named.name)) ?? value
  }
  return JSON.parse(JSON.stringify(thing, (key, value) => (key === "origin" ? undefined : replace(value)))) as T
}
