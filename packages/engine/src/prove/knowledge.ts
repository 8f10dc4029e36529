/** What the prover computes once for a ground task, independently of the question. */
import type { Action } from "../semantics/event.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { type Register, registerOf } from "./event-index.js"
import { gainsBy } from "./immediate-gain.js"
import { type Relaxation, relaxationFor } from "./relaxation.js"

export interface Knowledge {
  /** The actions that characters can choose. */
  readonly chosen: Register<Action>
  /** By character. */
  readonly aims: readonly Aim[]
}

/** What could raise a character's utility. */
export interface Aim {
  readonly relaxation: Relaxation
  /** The same where others consent only to acts with an immediate gain; computed when first needed. */
  readonly immediate: () => Immediate
}

/** What a character can count on where others consent only to acts with an immediate gain. */
export interface Immediate {
  /** The acts that the character can count on. */
  readonly acts: ReadonlySet<Action>
  readonly relaxation: Relaxation
}

const known = new WeakMap<readonly Action[], Knowledge>()

/** The knowledge of a task, computed once per list of actions. */
export function knowledgeOf(task: GroundTask): Knowledge {
  let knowledge = known.get(task.actions)
  if (knowledge === undefined) known.set(task.actions, (knowledge = workedOut(task)))
  return knowledge
}

function workedOut({ actions, triggers, utilities }: GroundTask): Knowledge {
  const formulas = utilities.map(({ formula }) => formula)
  const chosen = actions.filter((each) => each.consenting.length > 0 && !each.isAttempt)
  const gains = once(() => {
    const gainsOf = gainsBy(triggers, formulas)
    return new Map(chosen.map((each) => [each, gainsOf(each)]))
  })
  const immediateFor = (owner: number): Immediate => {
    const acts = chosen.filter((act) =>
      act.consenting.every((other) => other === owner || gains().get(act)![other]),
    )
    return { acts: new Set(acts), relaxation: relaxationFor(formulas[owner], acts, triggers) }
  }
  const aims = formulas.map(
    (each, owner): Aim => ({
      relaxation: relaxationFor(each, chosen, triggers),
      immediate: once(() => immediateFor(owner)),
    }),
  )
  return { chosen: registerOf(chosen), aims }
}

function once<R>(work: () => R): () => R {
  let result: { readonly is: R } | undefined
  return () => (result ??= { is: work() }).is
}
