/**
 * Ground actions and triggers, in the order of the definitions: source order, then entity order of the
 * arguments (D11, D12, D16, D18).
 */
import {
  type ActionTemplate,
  type Effect,
  type EventRef,
  type EventTemplate,
  type Expression,
  type Parameter,
  type Slices,
  type Span,
  type Value,
  conjunctsOf,
  referenceTo,
  subexpressionsOf,
  valuesOf,
} from "@dramaturg/model"
import {
  type Binding,
  type Formula,
  type Setting,
  believes,
  characterOf,
  conditional,
  fluentsMentioned,
  instantiate,
  isOpenIn,
  junction,
  not,
  numberOf,
  valueOfTerm,
  yes,
} from "./formula.js"
import { isContradictory } from "./contradiction.js"
import { type Reader, reader } from "./read.js"

/** "If the condition holds, the fluent at the end of the chain of believers becomes the value." */
export interface Atom {
  readonly condition: Reader
  readonly chain: readonly number[]
  /** How many of the chain lead to the mind in which condition and value are read. */
  readonly outer: number
  readonly fluent: number
  readonly value: Reader
  readonly isUnforeseen?: true
}

export interface GroundEvent extends EventRef {
  /** Where the template stands in the source; several templates may share one name. */
  readonly origin: Span | undefined
  /** Made by the language itself; never shown to people. */
  readonly isHidden: boolean
  /** Its place among the actions, or the triggers. */
  readonly order: number
  readonly formula: Formula
  readonly precondition: Reader
  readonly atoms: readonly Atom[]
  /** The atoms that a character's plan counts on (D33); none if the whole event is unforeseen. */
  readonly foreseen: readonly Atom[]
  readonly isUnforeseen: boolean
  /** The same as formulas. */
  readonly drafts: readonly AtomDraft[]
  /** The fluents that it writes, in any character's mind. */
  readonly writes: ReadonlySet<number>
  /** The fluents that it reads, in any character's mind. */
  readonly mentions: ReadonlySet<number>
}

export interface Action extends GroundEvent {
  /** Characters by index, each once. */
  readonly consenting: readonly number[]
  /** By character. */
  readonly observing: readonly Reader[]
  /** It happens in plays, and no character plans it (D36). */
  readonly isAttempt: boolean
}

/** Each unit makes one action, or rules out one choice of a parameter. */
export function* groundActions(setting: Setting): Slices<readonly Action[]> {
  const actions: Action[] = []
  for (const template of setting.problem.actions) {
    for (const binding of bindingsOf(setting, template)) {
      yield
      if (binding === undefined) continue
      const action = groundAction(setting, template, binding, actions.length)
      if (action !== undefined) actions.push(action)
    }
  }
  return actions
}

/** An action that no world makes possible, although a plot says that it happened. It has no effect. */
export function impossibleAction(setting: Setting, template: ActionTemplate, binding: Binding): Action {
  return groundAction(setting, { ...template, precondition: never, effect: nothing }, binding, -1)!
}

const never: Expression = { kind: "constant", value: false }
const nothing: Effect = { kind: "all", parts: [] }

function groundAction(
  setting: Setting,
  template: ActionTemplate,
  binding: Binding,
  order: number,
): Action | undefined {
  const event = groundEvent(setting, template, binding)
  if (event === undefined) return undefined
  const { sightings, ...minds } = mindsOf(setting, template, binding)
  const mentions = new Set([...event.mentions, ...sightings.flatMap(fluentsMentioned)])
  return { ...event, ...minds, mentions, order, isAttempt: template.isAttempt === true }
}

/** Each unit makes one trigger, or rules out one choice of a parameter. */
export function* groundTriggers(setting: Setting): Slices<readonly GroundEvent[]> {
  const events: GroundEvent[] = []
  for (const template of setting.problem.triggers) {
    for (const binding of bindingsOf(setting, template)) {
      yield
      const event = binding && groundEvent(setting, template, binding)
      if (event !== undefined) events.push({ ...event, order: events.length })
    }
  }
  return events
}

function mindsOf(
  setting: Setting,
  template: ActionTemplate,
  binding: Binding,
): Pick<Action, "consenting" | "observing"> & { readonly sightings: readonly Formula[] } {
  const consenting = [...new Set(template.consenting.map((each) => characterOf(setting, each, binding)))]
  const { observing } = template
  const conditions = setting.characters.map((name) =>
    observing === undefined
      ? yes
      : instantiate(setting, observing.condition, new Map([...binding, [observing.variable, name]])),
  )
  return { consenting, observing: conditions.map(reader), sightings: conditions }
}

/** Undefined if the event contradicts itself (D11), or if its precondition is false in every world. */
function groundEvent(
  setting: Setting,
  template: EventTemplate,
  binding: Binding,
): Omit<GroundEvent, "order"> | undefined {
  const formula = instantiate(setting, template.precondition, binding)
  if (isFalse(formula) && template.precondition !== never) return undefined
  if (isContradictory(setting, template.effect, binding)) return undefined
  const drafts = atomsOf(setting, template.effect, binding).flatMap((each) => [
    each,
    ...toldToAll(setting, each),
  ])
  const atoms = drafts.map(({ condition, value, ...place }) => ({
    ...place,
    condition: reader(condition),
    value: reader(written(setting, { ...place, value })),
  }))
  const isUnforeseen = "isUnforeseen" in template && template.isUnforeseen === true
  return {
    isUnforeseen,
    foreseen: isUnforeseen
      ? []
      : atoms.some((each) => each.isUnforeseen)
        ? atoms.filter((each) => !each.isUnforeseen)
        : atoms,
    ...referenceTo(template.name, argumentsOf(template, binding)),
    origin: template.origin,
    isHidden: "isHidden" in template && template.isHidden === true,
    formula,
    precondition: reader(formula),
    atoms,
    drafts,
    writes: new Set(drafts.map((each) => each.fluent)),
    mentions: new Set(formulasOf(formula, drafts).flatMap(fluentsMentioned)),
  }
}

/**
 * The value that an atom writes (D40). As it is can only be what is written of an open fluent as the fluent
 * itself, or as what somebody believes of it, in the mind of one believer within the one where it is read.
 */
export function written(
  setting: Setting,
  { chain, outer, fluent, value }: Omit<AtomDraft, "condition">,
): Formula {
  const isAboutOpen = [fluent, ...fluentsMentioned(value)].some((each) => isOpenIn(setting, each))
  if (!isAboutOpen) return value
  const isNext = chain.length === outer + 1
  const mark = (formula: Formula, levels: number): Formula => {
    if (formula.kind === "believes" && levels > 0) return { ...formula, body: mark(formula.body, levels - 1) }
    if (formula.kind === "if")
      return {
        ...formula,
        branches: formula.branches.map((each) => ({ ...each, body: mark(each.body, levels) })),
        otherwise: mark(formula.otherwise, levels),
      }
    if (formula.kind !== "fluent" && formula.kind !== "believes") return formula
    return { kind: "written", body: formula, isCopy: isNext && isAbout(formula, fluent) }
  }
  return mark(value, outer)
}

/** Whether this is the fluent itself, or what somebody believes of it. */
function isAbout(value: Formula, fluent: number): boolean {
  const inner = value.kind === "believes" ? value.body : value
  return inner.kind === "fluent" && inner.fluent === fluent
}

/** D34: an event that changes a common property writes it in every mind. */
function toldToAll({ characters, fluents, problem }: Setting, draft: AtomDraft): readonly AtomDraft[] {
  const isCommon =
    draft.chain.length === 0 && problem.properties[fluents[draft.fluent].property].isCommon === true
  return isCommon ? characters.map((_, c) => ({ ...draft, chain: [c] })) : []
}

/** All formulas that an event with this precondition and these atoms reads. */
export function formulasOf(precondition: Formula, atoms: readonly AtomDraft[]): readonly Formula[] {
  return [precondition, ...atoms.flatMap(({ condition, value }) => [condition, value])]
}

function argumentsOf(template: EventTemplate, binding: Binding): readonly Value[] {
  return template.parameters.map((each) =>
    each.kind === "constant" ? each.value : valueOfTerm(each, binding),
  )
}

/**
 * Every binding of the parameters that the precondition does not rule out on its own (D19); undefined for
 * each choice that it does rule out, so that the caller can pause there.
 */
function* bindingsOf(setting: Setting, template: EventTemplate): Generator<Binding | undefined> {
  const names = template.parameters.map((each) => (each.kind === "variable" ? each.name : ""))
  const conjuncts = conjunctsOf(template.precondition).map((each) => ({
    each,
    free: [...freeNames(each)].filter((name) => names.includes(name)),
  }))
  yield* fill(new Map(), 0)

  function* fill(binding: Binding, position: number): Generator<Binding | undefined> {
    if (position === template.parameters.length) return yield binding
    for (const next of choices(setting, template.parameters[position], binding)) {
      const decidable = conjuncts.filter(
        ({ free }) => free.includes(names[position]) && free.every((name) => next.has(name)),
      )
      if (decidable.some(({ each }) => isFalse(instantiate(setting, each, next)))) yield undefined
      else yield* fill(next, position + 1)
    }
  }
}

function choices(setting: Setting, parameter: Parameter, binding: Binding): readonly Binding[] {
  if (parameter.kind === "constant") return [binding]
  return valuesOf(setting.problem, parameter.type).map(
    (value) => new Map([...binding, [parameter.name, value]]),
  )
}

function isFalse(formula: Formula): boolean {
  return formula.kind === "value" && formula.value !== true
}

/** Every variable name in an expression, bound ones included, which only makes pruning more cautious. */
function freeNames(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (each: { kind: string; name?: string }): void => {
    if (each.kind === "variable" && each.name !== undefined) names.add(each.name)
  }
  const visit = (each: Expression): void => {
    add(each as { kind: string; name?: string })
    if (each.kind === "fluent") each.arguments.forEach(add)
    if ("character" in each) add(each.character)
    subexpressionsOf(each).forEach(visit)
  }
  visit(expression)
  return names
}

export interface AtomDraft {
  readonly condition: Formula
  readonly chain: readonly number[]
  readonly outer: number
  readonly fluent: number
  readonly value: Formula
  readonly isUnforeseen?: true
}

/** The atoms of an effect in source order (D11). `chain` says in whose mind the effect happens. */
export function atomsOf(
  setting: Setting,
  effect: Effect,
  binding: Binding,
  condition: Formula = yes,
  chain: readonly number[] = [],
): readonly AtomDraft[] {
  switch (effect.kind) {
    case "assign": {
      const believers = effect.believers.map((each) => characterOf(setting, each, binding))
      const values = effect.fluent.arguments.map((each) => valueOfTerm(each, binding))
      const value = inMind(chain, instantiate(setting, effect.value, binding))
      return [
        {
          condition,
          chain: [...chain, ...believers],
          outer: chain.length,
          fluent: numberOf(setting, effect.fluent.property, values),
          value,
        },
      ]
    }
    case "all":
      return effect.parts.flatMap((each) => atomsOf(setting, each, binding, condition, chain))
    case "forall":
      return valuesOf(setting.problem, effect.type).flatMap((value: Value) =>
        atomsOf(setting, effect.body, new Map([...binding, [effect.variable, value]]), condition, chain),
      )
    case "believes":
      return atomsOf(setting, effect.body, binding, condition, [
        ...chain,
        characterOf(setting, effect.character, binding),
      ])
    case "unforeseen":
      return atomsOf(setting, effect.body, binding, condition, chain).map((each) => ({
        ...each,
        isUnforeseen: true,
      }))
    case "if":
      return branchAtoms(setting, effect, binding, condition, chain)
  }
}

type Choice = Effect & { kind: "if" }

function branchAtoms(
  setting: Setting,
  effect: Choice,
  binding: Binding,
  condition: Formula,
  chain: readonly number[],
): readonly AtomDraft[] {
  const conditions = effect.branches.map((each) =>
    inMind(chain, instantiate(setting, each.condition, binding)),
  )
  const bodies = [
    ...effect.branches.map((each) => each.body),
    ...(effect.otherwise === undefined ? [] : [effect.otherwise]),
  ]
  const branches = bodies.map((body) => atomsOf(setting, body, binding, yes, chain))
  const sure = effect.otherwise === undefined ? [] : surelyWritten(setting, branches)
  const atoms = sure.map(
    (each): AtomDraft => ({
      ...each[0],
      condition,
      value: chosenOf(
        conditions,
        each.map(({ value }) => value),
      ),
    }),
  )
  const others = branches.flatMap((branch, i) => {
    const taken = [condition, ...conditions.slice(0, i).map(not), ...conditions.slice(i, i + 1)]
    const rest = branch.filter((each) => !sure.some((one) => one[i] === each))
    return rest.map(
      (each): AtomDraft => ({ ...each, condition: junction("and", [...taken, each.condition]) }),
    )
  })
  return [...atoms, ...others].filter((each) => !isFalse(each.condition))
}

/**
 * What every branch of a conditional certainly writes, with the atom of each branch: it is written whichever
 * branch is taken, even where that is beyond (D20). Either all branches write the same in the same order, or
 * the fluent is outside minds, where order matters only among atoms on one fluent.
 */
function surelyWritten(
  { problem, fluents }: Setting,
  branches: readonly (readonly AtomDraft[])[],
): readonly (readonly AtomDraft[])[] {
  const [first] = branches
  const areAlike = branches.every(
    (each) =>
      each.length === first.length &&
      each.every((atom, i) => atom.condition === yes && isSamePlace(atom, first[i])),
  )
  if (areAlike) return first.map((_, k) => branches.map((each) => each[k]))
  return first.flatMap((atom) => {
    if (atom.chain.length > 0 || problem.properties[fluents[atom.fluent].property].isCommon === true)
      return []
    const there = branches.map((branch) =>
      branch.filter((each) => each.chain.length === 0 && each.fluent === atom.fluent),
    )
    return there.every(
      ([one, ...others]) => one?.condition === yes && others.length === 0 && isSamePlace(one, atom),
    )
      ? [there.map(([one]) => one)]
      : []
  })
}

function chosenOf(conditions: readonly Formula[], values: readonly Formula[]): Formula {
  const texts = new Set(values.map((each) => JSON.stringify(each)))
  return texts.size === 1
    ? values[0]
    : conditional(
        conditions.map((each, i) => ({ condition: each, body: values[i] })),
        values[values.length - 1],
      )
}

function isSamePlace(one: AtomDraft, other: AtomDraft): boolean {
  return (
    one.fluent === other.fluent &&
    one.isUnforeseen === other.isUnforeseen &&
    one.outer === other.outer &&
    one.chain.join() === other.chain.join()
  )
}

function inMind(chain: readonly number[], formula: Formula): Formula {
  return chain.reduceRight((inner, character) => believes(character, inner), formula)
}
