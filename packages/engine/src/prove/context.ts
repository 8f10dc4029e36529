/**
 * The context of a question to the prover: the ground task, the limits, the depth of minds, and the effort
 * left.
 */
import type { Slices } from "@dramaturg/model"
import { OutOfEffort } from "../check/prover.js"
import type { Action } from "../semantics/event.js"
import { type Facts, beyond } from "../semantics/facts.js"
import type { GroundTask } from "../semantics/ground-task.js"
import { after, prepareAfter } from "../semantics/happen.js"
import { utility } from "../semantics/utility.js"
import { Deeper, type World } from "../semantics/world.js"
import { type Abstraction, isLeftOut, project } from "./abstraction.js"
import { notRuledOutIn } from "./event-index.js"
import { type Knowledge, knowledgeOf } from "./knowledge.js"
import type { Unwilling } from "./willing.js"

export interface ProofContext {
  readonly task: GroundTask
  readonly knowledge: Knowledge
  /** How deep minds are in the world in which the story begins. */
  readonly depth: number
  /** The belief limit; Infinity: none. */
  readonly belief: number
  /** How many times an act may still be looked into in a world; counted down. */
  readonly effort: { left: number }
  /** The projections that all worlds go through; undefined: nothing is left out. */
  readonly abstraction: Abstraction | undefined
  readonly memory: ProofMemory
  readonly answers: Answers
}

/** Results that depend on facts only; they hold under every abstraction. */
export interface ProofMemory {
  /** The actions that the facts alone do not rule out. */
  readonly notRuledOut: Map<Facts, readonly Action[]>
  /** By the character, and the utilities before and at present. */
  readonly lowerBounds: Map<
    string,
    { readonly byFacts: Map<Facts, number>; readonly byRelevance: Map<string, number> }
  >
}

/** The answers found in one context, for worlds under the same abstraction. */
export interface Answers {
  /** By horizon, then by mind, act and owner. */
  readonly motives: Map<number, Map<number, boolean>>
  /**
   * The length of the shortest plan, by mind, act and owner, where that answers the question for every
   * horizon.
   */
  readonly lengths: Map<number, Length>
  readonly candidates: Map<string, Map<World, readonly Candidate[]>>
  /** By owner of a plan. */
  readonly possible: Map<number, Map<World, readonly Action[]>>
  /** By mind and owner, the context in which a question is asked first; undefined: this one. */
  readonly abstracted: Map<number, ProofContext | undefined>
  /** All contexts with an abstraction, by what they leave out. */
  readonly pool: Map<string, ProofContext>
}

/**
 * What is known of the shortest plan: none has at most `none` acts, and one has `found` (Infinity: none found
 * yet).
 */
export interface Length {
  readonly none: number
  readonly found: number
}

/** A possible act that could serve a character's plan. */
export interface Candidate {
  readonly act: Action
  /** The least number of acts that must follow. */
  readonly least: number
  /** Does it make sense to the others, where that depends on nothing else? Undefined until asked. */
  sensible: boolean | undefined
}

/** `depth`: how deep minds are in the world in which the story begins. */
export function proofContext(
  task: GroundTask,
  depth: number,
  belief: number,
  effort: ProofContext["effort"],
): ProofContext {
  const memory = { notRuledOut: new Map(), lowerBounds: new Map() }
  return {
    task,
    knowledge: knowledgeOf(task),
    depth,
    belief,
    effort,
    abstraction: undefined,
    memory,
    answers: newAnswers(),
  }
}

/** Empty tables of answers. */
export function newAnswers(): Answers {
  return {
    motives: new Map(),
    lengths: new Map(),
    candidates: new Map(),
    possible: new Map(),
    abstracted: new Map(),
    pool: new Map(),
  }
}

/** Spends one look; throws `OutOfEffort` if none is left. */
export function spend(context: ProofContext): void {
  if (context.effort.left-- <= 0) throw new OutOfEffort()
}

/** How many believers deep a world is (D1). */
export function depthOf({ depth }: ProofContext, world: World): number {
  return depth - world.depth
}

/**
 * The world after an act, or undefined where the act is not possible (D17) or changes nothing but what is
 * left out (abstraction.ts).
 */
export function taken(
  context: ProofContext,
  world: World,
  act: Action,
  owner: number | null,
): World | undefined {
  const attempt = attempted(context, world, act, owner)
  if (attempt === undefined || attempt.sure) return attempt?.world
  if (attempt.world === world) return undefined
  throw new Deeper()
}

/** The result of an act. Not `sure`: what decides whether it is possible is left out. */
export interface Attempt {
  readonly world: World
  readonly sure: boolean
}

/** The result of an act; undefined where the act is not possible. */
export function attempted(
  context: ProofContext,
  world: World,
  act: Action,
  owner: number | null,
): Attempt | undefined {
  const possible = act.precondition(world)
  const sure = possible === true
  if (possible === beyond && context.abstraction === undefined) throw new Deeper()
  if (!sure && possible !== beyond) return undefined
  if (!sure && isLeftOut(taskOf(context, owner), context.abstraction!, world, act, owner!))
    return { world, sure }
  const next = outcome(context, world, act, owner)
  return next === undefined ? undefined : { world: next, sure }
}

/** Does, in slices, most of the work of a call of `taken` or `attempted` that follows. */
export function* prepareTaken(
  context: ProofContext,
  world: World,
  act: Action,
  owner: number | null,
): Slices<void> {
  if (act.precondition(world) === true) yield* prepareAfter(taskOf(context, owner), world, act)
}

/**
 * The task to move worlds by: what happens, for the author's plan; what characters can foresee, for a
 * character's (D33).
 */
export function taskOf({ task }: ProofContext, owner: number | null): GroundTask {
  return owner === null ? task : (task.foreseen ?? task)
}

function outcome(context: ProofContext, world: World, act: Action, owner: number | null): World | undefined {
  const { task, abstraction } = context
  const next = after(taskOf(context, owner), world, act)
  if (next === null) return undefined
  return abstraction === undefined || owner === null
    ? next
    : project(task.memory.worlds, abstraction, next, owner)
}

/** The utility of a world for a character, or for the author (`owner` null). */
export function utilityOf(context: ProofContext, world: World, owner: number | null): number {
  return utility(context.task, world, owner)
}

/** Can the character, in this mind of theirs, have no reason for the act (willing.ts)? */
export function isReluctant(context: ProofContext, mind: World, act: Action, character: number): boolean {
  return reluctanceAt(context, depthOf(context, mind)).get(act)?.has(character) ?? false
}

/** What people have no reason for in minds so deep, or deeper. */
function reluctanceAt({ knowledge, belief }: ProofContext, depth: number): Unwilling {
  const { steady, any } = knowledge.reluctance()
  return depth >= belief - 1 ? steady : any
}

/**
 * Every act that some character consents to and that is possible here, even if its triggers never end. An act
 * that is only perhaps possible counts if it changes something.
 */
export function* possibleActs(context: ProofContext, world: World, owner: number): Slices<readonly Action[]> {
  const {
    knowledge,
    memory: { notRuledOut },
    answers,
  } = context
  let memory = answers.possible.get(owner)
  if (memory === undefined) answers.possible.set(owner, (memory = new Map()))
  const known = memory.get(world)
  if (known !== undefined) return known
  const tested = notRuledOut.get(world.facts) ?? notRuledOutIn(knowledge.chosen, world)
  notRuledOut.set(world.facts, tested)
  yield
  const acts: Action[] = []
  for (const each of tested) {
    const possible = each.precondition(world)
    if (possible === true) acts.push(each)
    if (possible !== beyond) continue
    yield
    if ((attempted(context, world, each, owner)?.world ?? world) !== world) acts.push(each)
  }
  memory.set(world, acts)
  return acts
}
