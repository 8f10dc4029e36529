/** What the prover computes once for a ground task, independently of the question. */
import { finished, type Slices } from "@dramaturg/model"
import type { Action } from "../semantics/event.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { type Register, registerOf } from "./event-index.js"
import { gainsBy } from "./immediate-gain.js"
import { type Relaxation, relaxationFor } from "./relaxation.js"
import { type Reluctance, reluctanceIn } from "./willing.js"

export interface Knowledge {
  /** The actions that characters can choose. */
  readonly chosen: Register<Action>
  /** Who can have no reason for what; computed when first needed. */
  readonly reluctance: () => Reluctance
  /** By character. */
  readonly aims: readonly Aim[]
}

/** What could raise a character's utility. */
export interface Aim {
  readonly relaxation: Relaxation
  /** The same where others consent only to acts with an immediate gain; computed when first needed. */
  readonly immediate: () => Immediate
  /** Computes it in slices; a call of `immediate` that follows takes no time. */
  readonly prepare: () => Slices<void>
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
  return known.get(task.actions) ?? finished(learn(task))
}

/** The same in slices. */
export function* learn(task: GroundTask): Slices<Knowledge> {
  const knowledge = known.get(task.actions) ?? (yield* workedOut(task))
  known.set(task.actions, knowledge)
  return knowledge
}

function* workedOut(task: GroundTask): Slices<Knowledge> {
  const { actions, triggers, utilities, possible } = task
  const formulas = utilities.map(({ formula }) => formula)
  const chosen = actions.filter((each) => each.consenting.length > 0 && !each.isAttempt)
  const gains = new Map<Action, readonly boolean[]>()
  const gainsOf = once(() => gainsBy(triggers, formulas, possible.size > 0))
  const findGains = function* (): Slices<void> {
    for (const each of chosen.slice(gains.size)) {
      if (!gains.has(each)) gains.set(each, gainsOf()(each))
      yield
    }
  }
  const immediateFor = function* (owner: number): Slices<Immediate> {
    yield* findGains()
    const acts = chosen.filter((act) =>
      act.consenting.every((other) => other === owner || gains.get(act)![other]),
    )
    yield
    return { acts: new Set(acts), relaxation: relaxationFor(formulas[owner], acts, triggers) }
  }
  const aims: Aim[] = []
  for (const [owner, each] of formulas.entries()) {
    let immediate: Immediate | undefined
    const prepare = function* (): Slices<void> {
      immediate ??= yield* immediateFor(owner)
    }
    aims.push({
      relaxation: relaxationFor(each, chosen, triggers),
      immediate: () => (immediate ??= finished(immediateFor(owner))),
      prepare,
    })
    yield
  }
  return { chosen: registerOf(chosen), reluctance: once(() => reluctanceIn(task, chosen)), aims }
}

function once<R>(work: () => R): () => R {
  let result: { readonly is: R } | undefined
  return () => (result ??= { is: work() }).is
}
