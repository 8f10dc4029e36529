/**
 * What an event can do to facts and what it reads of minds, read off its formulas once, for the relaxation,
 * relevance and immediate gain.
 */
import { type AtomDraft, type GroundEvent, formulasOf } from "../semantics/event.js"
import { type Formula, inside } from "../semantics/formula.js"

/**
 * What an event could do to the facts of the world in which it happens, and which of these facts decide that.
 */
export interface Influence {
  readonly precondition: Formula
  readonly atoms: readonly AtomDraft[]
  readonly reads: ReadonlySet<number>
}

const influences = new WeakMap<GroundEvent, Influence>()

/** The influence of an event, computed once per event. */
export function influenceOf(event: GroundEvent): Influence {
  let known = influences.get(event)
  if (known === undefined) {
    const atoms = event.drafts.filter((each) => each.chain.length === 0)
    known = {
      precondition: event.formula,
      atoms,
      reads: new Set(formulasOf(event.formula, atoms).flatMap(fluentsRead)),
    }
    influences.set(event, known)
  }
  return known
}

/** Does the event read any character's mind? */
export function readsMinds({ formula, drafts }: GroundEvent): boolean {
  return formulasOf(formula, drafts).some(looksInside)
}

/** Does a formula read any character's mind? */
export function looksInside(formula: Formula): boolean {
  return formula.kind === "believes" || formula.kind === "knows" || inside(formula).some(looksInside)
}

/** The outermost belief formulas inside a formula. */
export function beliefsIn(formula: Formula): readonly (Formula & { kind: "believes" })[] {
  if (formula.kind === "knows")
    return inside(formula).map((body) => ({ kind: "believes", character: formula.character, body }))
  return formula.kind === "believes" ? [formula] : inside(formula).flatMap(beliefsIn)
}

/** The fluents that a formula reads outside minds. */
export function fluentsRead(formula: Formula): readonly number[] {
  if (formula.kind === "believes") return []
  return formula.kind === "fluent" ? [formula.fluent] : inside(formula).flatMap(fluentsRead)
}
