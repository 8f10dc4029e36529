/** Checks a plan that a character is said to have in mind, as the solution attaches it (D22, D28, D42). */
import {
  type Breach,
  type Case,
  type Plan,
  type Slices,
  type Step,
  caseOf,
  printValue,
  stepsOf,
} from "@dramaturg/model"
import {
  type Chosen,
  type Supposing,
  candidatesOf,
  casesOf,
  isUnknown,
  supposed,
} from "../semantics/cases.js"
import type { Action } from "../semantics/event.js"
import { isPossible } from "../semantics/happen.js"
import { Deeper, type World } from "../semantics/world.js"
import { type CheckContext, depthOf, utilityOf } from "./context.js"
import { type Findings, add, nothing, only, question, someReading } from "./findings.js"
import { type MakesSense, fearedIn, isKnownPossible, surelyMisleads } from "./hope.js"
import { type Run, follow } from "./runs.js"

/** Where in the solution the checker is, for the text of a violation. */
export interface Place {
  /** The act of the story, counted from 1. */
  readonly moment: number
  /** Whose reason for that act is being checked. */
  readonly character: number
  /** The plans within which this one occurs, outermost first. */
  readonly within: readonly string[]
}

/**
 * D22 for one character and one act: checks the attached plan, or, if there is none, asks for any. A plan
 * with a case is checked by D42; one without, by D22 and, in every case, by D42 (D43): it holds if it holds
 * in one of these ways.
 */
export function* checkReason(
  context: CheckContext,
  world: World,
  act: Action,
  character: number,
  plan: Plan | undefined,
  horizon: number,
  place: Place,
): Slices<Findings> {
  if (world.depth === 0) throw new Deeper()
  const mind = world.minds[character]
  const who = context.task.setting.characters[character]
  const open = violation(context, place, "D22", whileOpen(`whether ${who} has a reason for ${act.label}`))
  if (plan === undefined)
    return question({ open, ask: () => lookFor(context, mind, act, character, horizon, place) })
  const given = caseOf(plan)
  const chosen = given && chosenOf(context, mind, given)
  if (chosen === null) {
    const message = `What ${who} supposes is not a case: it must be values that might be, of at most ${context.task.mostSupposed} open things that ${who} does not know.`
    return only(violation(context, place, "D41", message))
  }
  const results: Findings[] = []
  const check = function* (hope?: Supposing): Slices<void> {
    const { task } = context
    const runs = yield* follow(
      context,
      hope === undefined ? mind : supposed(task.foreseen ?? task, hope),
      [[act], ...stepsOf(plan).map((each) => task.actionsByLabel.get(each.act) ?? [])],
      character,
    )
    for (const run of runs)
      results.push(yield* checkRun(context, { ...run, hope }, stepsOf(plan), character, horizon, place))
  }
  yield* check(chosen && { mind, owner: character, chosen })
  if (chosen === undefined && isPossible(mind, act))
    for (const each of casesOf(context.task, mind)) yield* check({ mind, owner: character, chosen: each })
  const sound = results.filter((each) => each.breaches.length === 0)
  if (sound.length <= 1) return sound[0] ?? results[0]
  return question({ open, ask: () => someReading(sound) })
}

/** Null: it is not a case of this mind (D41). */
function chosenOf({ task }: CheckContext, mind: World, given: Case): Chosen | null {
  const { fluents } = task.setting
  const chosen = given.map(({ fluent, value }) => ({
    fluent: fluents.findIndex(({ reference }) => reference.label === fluent),
    value,
  }))
  const isCase =
    chosen.length > 0 &&
    chosen.length <= task.mostSupposed &&
    new Set(chosen.map((each) => each.fluent)).size === chosen.length &&
    chosen.every(
      ({ fluent, value }) =>
        task.possible.has(fluent) &&
        isUnknown(mind, fluent) &&
        candidatesOf(task, mind, fluent).includes(value),
    )
  return isCase ? chosen : null
}

/** A run in a mind; in hope, in the world that its owner supposes. */
interface Planned extends Run {
  readonly hope: Supposing | undefined
}

/** What the owner of a plan believes in each of its worlds. */
function minds({ worlds, hope }: Planned): readonly World[] {
  return hope === undefined ? worlds : worlds.map((each) => each.minds[hope.owner])
}

function* lookFor(
  context: CheckContext,
  mind: World,
  act: Action,
  character: number,
  horizon: number,
  place: Place,
): Slices<Findings> {
  const who = context.task.setting.characters[character]
  if (yield* context.prover.hasMotive(mind, act, character, horizon)) return nothing()
  const none = violation(context, place, "D22", `${who} has no reason for ${act.label}.`)
  const fear = yield* context.prover.fearOf(mind, act, character, horizon)
  return only(fear === undefined ? none : { ...none, fear })
}

/** The message that is reported of a question while it is open. */
export function whileOpen(question: string): string {
  return `It is open ${question}.`
}

function* checkRun(
  context: CheckContext,
  run: Planned,
  steps: readonly Step[],
  owner: number,
  horizon: number,
  place: Place,
): Slices<Findings> {
  const { acts, worlds, stuck, hope } = run
  const who = context.task.setting.characters[owner]
  const fail = (definition: string, message: string): Breach =>
    violation(context, place, hope === undefined ? definition : definition.replace("D22", "D42"), message)
  if (stuck === 0) return only(fail("D22", `${who} does not believe that this can be done.`))
  if (stuck !== undefined)
    return only(fail("D22", `${who} plans ${steps[stuck - 1].act}, which would not be possible then.`))
  const tooLong = checkLength(context, run, owner, horizon, fail)
  if (tooLong !== undefined) {
    const open = violation(
      context,
      place,
      "D22",
      whileOpen(`whether ${who} has a shorter reason for ${acts[0].label}`),
    )
    return question({ open, ask: () => withinLimits(context, run, owner, horizon, place, tooLong) })
  }
  const findings = nothing()
  findings.breaches.push(...checkUtility(context, run, owner, fail))
  if (hope !== undefined) {
    findings.breaches.push(...checkHope(context, run, owner, fail))
    const open = fail("D42 M6", whileOpen(`whether ${who} has something to fear from ${acts[0].label}`))
    findings.questions.push({ open, ask: () => checkFear(context, run, hope, horizon, place) })
  }
  for (let i = 1; i < acts.length; i++)
    add(findings, yield* checkOthers(context, acts[i], worlds[i], steps[i - 1], owner, horizon - i, place))
  const open = fail("D22 M5", whileOpen(`whether ${who}'s plan has an idle act`))
  findings.questions.push({ open, ask: () => checkMinimal(context, run, owner, horizon, place) })
  return findings
}

/** D42: the parts of M3 and M7 that ask for no reasons. */
function checkHope(context: CheckContext, { acts, worlds }: Planned, owner: number, fail: Fail): Breach[] {
  const who = context.task.setting.characters[owner]
  return acts.flatMap((act, i) => [
    ...(isKnownPossible(worlds[i], act, owner)
      ? []
      : [
          fail(
            "D42 M3",
            `${act.label} would be possible in fact but not known to be: ${who} must know enough to do it.`,
          ),
        ]),
    ...(surelyMisleads(worlds[i], act, worlds[i + 1], owner)
      ? [fail("D42 M7", `${who} would be misled by ${act.label}, and nobody hopes for that.`)]
      : []),
  ])
}

/** M6. */
function* checkFear(
  context: CheckContext,
  { acts, worlds }: Planned,
  hope: Supposing,
  horizon: number,
  place: Place,
): Slices<Findings> {
  const { task, prover } = context
  const makesSense: MakesSense = function* (world, act, left) {
    for (const each of act.consenting)
      if (each !== hope.owner && !(yield* prover.hasMotive(world.minds[each], act, each, left))) return false
    return true
  }
  const feared = yield* fearedIn(task.foreseen ?? task, hope, acts, worlds, horizon, makesSense)
  if (feared === undefined) return nothing()
  const fear = prover.fearTold(hope, acts, feared)
  const message = `In another case ${task.setting.characters[hope.owner]} would be worse off by this plan than now.`
  return only({ ...violation(context, place, "D42 M6", message), fear })
}

type Fail = (definition: string, message: string) => Breach

/**
 * A plan longer than the limits allow is not false, but it does not count: the act may have a shorter reason
 * (D29). Searches that exceed their own limits print such plans.
 */
function* withinLimits(
  context: CheckContext,
  run: Planned,
  owner: number,
  horizon: number,
  place: Place,
  tooLong: Breach,
): Slices<Findings> {
  const mind = run.hope?.mind ?? run.worlds[0]
  const found = yield* lookFor(context, mind, run.acts[0], owner, horizon, place)
  return found.breaches.length > 0 ? only(tooLong) : found
}

/** M1. */
function checkLength(
  context: CheckContext,
  { acts, worlds }: Run,
  owner: number,
  horizon: number,
  fail: Fail,
): Breach | undefined {
  const who = context.task.setting.characters[owner]
  if (acts.length > 1 && depthOf(context, worlds[0]) > context.bounds.belief) {
    return fail(
      "D22 M1",
      `${who} would plan ${acts.length} acts ahead, deeper in minds than the belief limit ${context.bounds.belief} allows.`,
    )
  }
  if (acts.length <= Math.max(1, horizon)) return undefined
  return fail(
    "D22 M1",
    `${who}'s plan takes ${acts.length} acts, but the character limit leaves ${Math.max(1, horizon)}.`,
  )
}

/** M2, M4, and the part of M3 that concerns the owner. */
function checkUtility(context: CheckContext, run: Planned, owner: number, fail: Fail): readonly Breach[] {
  const { acts } = run
  const who = context.task.setting.characters[owner]
  const wants = minds(run).map((each) => utilityOf(context, each, owner))
  const end = wants[acts.length]
  if (!(end > wants[0]))
    return [
      fail(
        "D22 M2",
        `${who} would gain nothing by this plan (${words(wants[0])} before, ${words(end)} after).`,
      ),
    ]
  for (let i = 1; i < acts.length; i++) {
    const { label, consenting } = acts[i]
    if (wants[i] === end) return [fail("D22 M4", `${who} would have everything already before ${label}.`)]
    if (consenting.includes(owner) && !(wants[i] < end))
      return [fail("D22 M3", `${who} would lose by ${label}, so would not do it.`)]
    if (consenting.length === 0)
      return [
        fail(
          "D22 M3",
          `Nobody plans on what nobody does: ${label} has nobody who consents to it. Give it a doer, or make it a trigger.`,
        ),
      ]
  }
  return []
}

function words(utility: number): string {
  return Number.isNaN(utility) ? "unknown" : printValue(utility)
}

/** M3 for all others who consent to a step. */
function* checkOthers(
  context: CheckContext,
  act: Action,
  world: World,
  step: Step,
  owner: number,
  horizon: number,
  place: Place,
): Slices<Findings> {
  const { characters } = context.task.setting
  const findings = nothing()
  const others = act.consenting.filter((each) => each !== owner)
  findings.breaches.push(...checkKeys(context, Object.keys(step.explanations), others, act, place))
  for (const other of others) {
    const within = [...place.within, `In what ${characters[owner]} has in mind, at ${act.label}`]
    add(
      findings,
      yield* checkReason(context, world, act, other, planFor(step.explanations, characters[other]), horizon, {
        ...place,
        within,
      }),
    )
  }
  return findings
}

/** The plan attached for a character; undefined if none is. */
export function planFor(explanations: Step["explanations"], who: string): Plan | undefined {
  return Object.hasOwn(explanations, who) ? explanations[who] : undefined
}

/** D28: explanations are attached for the characters whose consent is asked, and for no others. */
export function checkKeys(
  context: CheckContext,
  names: readonly string[],
  expected: readonly number[],
  act: Action,
  place: Place,
): readonly Breach[] {
  const { characters } = context.task.setting
  return names
    .filter((name) => !expected.includes(characters.indexOf(name)))
    .map((name) =>
      violation(
        context,
        place,
        "D28",
        `A reason is given for ${name}, whose reason for ${act.label} is not asked.`,
      ),
    )
}

/** M5. */
function* checkMinimal(
  context: CheckContext,
  { acts, worlds, hope }: Planned,
  owner: number,
  horizon: number,
  place: Place,
): Slices<Findings> {
  const who = context.task.setting.characters[owner]
  const line = { start: worlds[0], acts, owner, ...(hope && { hope }) }
  const found = yield* context.prover.shortcutOf(line, horizon)
  if (found === undefined) return nothing()
  return only(
    violation(
      context,
      place,
      hope === undefined ? "D22 M5" : "D42 M5",
      `${who}'s plan does not need ${acts[found.without].label}: ${insteadOf(found.acts)}`,
    ),
  )
}

/** The end of a message on an idle act: which acts suffice instead. */
export function insteadOf(acts: readonly Action[]): string {
  return acts.length === 0
    ? "without it and all that follows, the end is as good."
    : `${acts.map((each) => each.label).join(", ")} would do.`
}

function violation(
  context: CheckContext,
  { moment, character, within }: Place,
  definition: string,
  message: string,
): Breach {
  const who = context.task.setting.characters[character]
  return { act: moment, character: who ?? null, definition, message: [...within, message].join(": ") }
}
