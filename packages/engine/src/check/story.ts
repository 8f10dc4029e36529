/** Checks the author's story as a whole (D24). */
import { type Breach, type Slices, type Solution, printValue } from "@dramaturg/model"
import { type CheckContext, utilityOf } from "./context.js"
import { checkKeys, checkReason, insteadOf, planFor, whileOpen } from "./explanation.js"
import { type Findings, add, nothing, only } from "./findings.js"
import { type Run, follow } from "./runs.js"

/** The findings for each reading of the story: one, unless actions share a label. */
export function* checkStory(
  context: CheckContext,
  solution: Solution,
  goal: number | undefined,
): Slices<readonly Findings[]> {
  const { plan } = solution
  const shape = checkShape(context, solution)
  if (shape.length > 0) return [{ breaches: shape, questions: [] }]
  const runs = yield* follow(
    context,
    context.start,
    plan.map((each) => context.task.actionsByLabel.get(each) ?? []),
    null,
  )
  const readings: Findings[] = []
  for (const run of runs) readings.push(yield* checkRun(context, run, solution, goal))
  return readings
}

/** What can be checked without following the plan: D28 and S1. */
function checkShape({ bounds }: CheckContext, { plan, explanations }: Solution): Breach[] {
  if (plan.length === 0) return [whole("D24", "A story has at least one act.")]
  if (explanations.length > plan.length)
    return [
      whole("D28", `Reasons are given for ${explanations.length} acts, but the story has ${plan.length}.`),
    ]
  if (plan.length <= bounds.author) return []
  return [whole("D24 S1", `The story has ${plan.length} acts; the author limit is ${bounds.author}.`)]
}

function whole(definition: string, message: string): Breach {
  return { act: 0, character: null, definition, message }
}

function* checkRun(
  context: CheckContext,
  run: Run,
  solution: Solution,
  goal: number | undefined,
): Slices<Findings> {
  const { stuck } = run
  if (stuck !== undefined) return only(impossible(context, solution.plan[stuck], stuck + 1))
  const findings: Findings = { ...nothing(), breaches: [...checkUtility(context, run, goal)] }
  for (const i of run.acts.keys()) add(findings, yield* checkAct(context, run, solution, i))
  findings.questions.push({
    open: whole("D24 S4", whileOpen("whether the story has an idle act")),
    ask: () => checkMinimal(context, run),
  })
  return findings
}

function impossible(context: CheckContext, label: string, act: number): Breach {
  const known = context.task.actionsByLabel.has(label)
  const message = known
    ? `${label} is not possible at this point.`
    : `${label} can never happen in this world.`
  return { act, character: null, definition: "D17", message }
}

/** S3, S5, S6. */
function checkUtility(
  context: CheckContext,
  { acts, worlds }: Run,
  goal: number | undefined,
): readonly Breach[] {
  const wants = worlds.map((each) => utilityOf(context, each, null))
  const end = wants[acts.length]
  const breaches: Breach[] = []
  if (!(end > wants[0]))
    breaches.push(
      whole(
        "D24 S3",
        `The story ends no better for the author than it began (${words(wants[0])}, then ${words(end)}).`,
      ),
    )
  const early = wants.findIndex((each, i) => i > 0 && i < acts.length && each >= end)
  if (early > 0) {
    const message = `The story could end here: what follows ${acts[early - 1].label} makes nothing better for the author.`
    breaches.push({ act: early, character: null, definition: "D24 S5", message })
  }
  if (goal !== undefined && !(end >= goal))
    breaches.push(whole("D24 S6", `The story ends at ${words(end)}; the goal is ${goal}.`))
  return breaches
}

function words(utility: number): string {
  return Number.isNaN(utility) ? "unknown" : printValue(utility)
}

/** S2 for one act. */
function* checkAct(
  context: CheckContext,
  { acts, worlds }: Run,
  solution: Solution,
  i: number,
): Slices<Findings> {
  const { characters } = context.task.setting
  const act = acts[i]
  const attached = solution.explanations[i] ?? {}
  const place = { moment: i + 1, character: -1, within: [] }
  const findings: Findings = {
    ...nothing(),
    breaches: [...checkKeys(context, Object.keys(attached), act.consenting, act, place)],
  }
  for (const character of act.consenting) {
    const plan = planFor(attached, characters[character])
    add(
      findings,
      yield* checkReason(context, worlds[i], act, character, plan, context.bounds.character, {
        moment: i + 1,
        character,
        within: [],
      }),
    )
  }
  return findings
}

/** S4. */
function* checkMinimal(context: CheckContext, { acts, worlds }: Run): Slices<Findings> {
  const line = { start: worlds[0], acts, owner: null }
  const found = yield* context.prover.shortcutOf(line, context.bounds.character)
  if (found === undefined) return nothing()
  const message = `The story does not need ${acts[found.without].label}: ${insteadOf(found.acts)}`
  return only({
    act: found.without + 1,
    character: null,
    definition: "D24 S4",
    message,
    instead: found.acts.map((each) => each.label),
  })
}
