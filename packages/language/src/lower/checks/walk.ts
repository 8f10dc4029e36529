/** Traverses formulas and effects for the checks, and compares them without their spans. */
import type { Assignment, Effect, Expression, Span, Term } from "@dramaturg/model"

/** One value that an effect assigns, and the conditions for it. */
export interface Atom {
  readonly assignment: Assignment
  readonly place: Span | undefined
  /** The characters in whose beliefs it is assigned, the outermost first. */
  readonly believers: readonly Term[]
  /** What must be true. Negations of earlier branches are left out; `branches` identifies them. */
  readonly conditions: readonly Expression[]
  /** For each conditional around it, which branch it is in. */
  readonly branches: ReadonlyMap<Effect, number>
  /** The variables of the `forall`s around it, with their types. */
  readonly bound: ReadonlyMap<string, string>
  /** Characters do not expect it when they plan. */
  readonly isUnforeseen?: true
}

type Around = Omit<Atom, "assignment" | "place">

const outermost: Around = { believers: [], conditions: [], branches: new Map(), bound: new Map() }

export function atomsOf(effect: Effect): Atom[] {
  const atoms: Atom[] = []
  collectAtoms(effect, outermost, atoms)
  return atoms
}

function collectAtoms(effect: Effect, around: Around, atoms: Atom[]): void {
  const { believers, conditions, branches, bound } = around
  switch (effect.kind) {
    case "assign": {
      const minds = effect.believers.length === 0 ? believers : [...believers, ...effect.believers]
      atoms.push({ ...around, assignment: effect, place: effect.origin, believers: minds })
      break
    }
    case "all":
      for (const part of effect.parts) collectAtoms(part, around, atoms)
      break
    case "forall":
      collectAtoms(
        effect.body,
        { ...around, bound: new Map([...bound, [effect.variable, effect.type]]) },
        atoms,
      )
      break
    case "unforeseen":
      collectAtoms(effect.body, { ...around, isUnforeseen: true }, atoms)
      break
    case "believes":
      collectAtoms(effect.body, { ...around, believers: [...believers, effect.character] }, atoms)
      break
    case "if": {
      const inBranch = (index: number): Around => ({
        ...around,
        branches: new Map([...branches, [effect, index]]),
      })
      effect.branches.forEach((each, i) => {
        collectAtoms(each.body, { ...inBranch(i), conditions: [...conditions, each.condition] }, atoms)
      })
      if (effect.otherwise) collectAtoms(effect.otherwise, inBranch(-1), atoms)
    }
  }
}

/** A text that two formulas share exactly if they are equal apart from their spans. */
export function keyOf(thing: object): string {
  return JSON.stringify(thing, (name, value) => (name === "origin" ? undefined : value))
}

/**
 * Whether the variable occurs. Binders of the same name count as occurrences, which may suppress a warning
 * but never adds one.
 */
export function mentions(thing: object, variable: string): boolean {
  return keyOf(thing).includes(JSON.stringify(variable))
}

/** The formula with other terms for some of its variables; spans are lost. */
export function substitute<T extends object>(thing: T, terms: ReadonlyMap<string, Term>): T {
  const replace = (value: unknown): unknown => {
    const named = value as { readonly kind?: unknown; readonly name?: unknown } | null
    if (typeof value !== "object" || named?.kind !== "variable") return value
    return terms.get(String(named.name)) ?? value
  }
  return JSON.parse(
    JSON.stringify(thing, (key, value) => (key === "origin" ? undefined : replace(value))),
  ) as T
}
