/**
 * A world that can be played: the same, and for every act that the player could wrongly think possible, the
 * attempt (D36).
 *
 * An attempt is an action like any other: possible where the act is not, seen only by the one who makes it,
 * and without an effect. What it teaches is what any surprise teaches (D13): that what was taken for granted
 * is not so. No character plans one.
 */
import {
  charactersOf,
  parseLabel,
  referenceTo,
  type ActionTemplate,
  type EventTemplate,
  type Expression,
  type Problem,
  type Term,
} from "@dramaturg/model"

const prefix = "try_to_"

/** Throws if no character has that name. */
export function playable(problem: Problem, player: string): Problem {
  const characters = charactersOf(problem)
  if (!characters.includes(player))
    throw new Error(`There is nobody called ${player} to play: there are ${characters.join(", ")}.`)
  const taken = new Set(problem.actions.map((each) => each.name))
  const attempts = problem.actions.flatMap((action) => {
    const doers = action.consenting.filter((each) => mayBe(problem, action, each, player))
    return doers.length === 0 ? [] : [attemptAt(action, doers, player, nameFor(action.name, taken))]
  })
  return { ...problem, actions: [...problem.actions, ...attempts] }
}

/** The label of the attempt at an act. */
export function attemptLabel(problem: Problem, act: string): string {
  const { name, arguments: values } = parseLabel(act)
  const taken = new Set(problem.actions.filter((each) => !each.isAttempt).map((each) => each.name))
  return referenceTo(nameFor(name, taken), values).label
}

function nameFor(name: string, taken: ReadonlySet<string>): string {
  let attempt = `${prefix}${name}`
  while (taken.has(attempt)) attempt = `_${attempt}`
  return attempt
}

function mayBe(problem: Problem, { parameters }: EventTemplate, term: Term, player: string): boolean {
  if (term.kind === "constant") return term.value === player
  const parameter = parameters.find((each) => each.kind === "variable" && each.name === term.name)
  const types = problem.entities.find((each) => each.name === player)?.types ?? []
  return parameter?.kind === "variable" && types.includes(parameter.type)
}

function attemptAt(
  action: ActionTemplate,
  doers: readonly Term[],
  player: string,
  name: string,
): ActionTemplate {
  const isPlayer = (term: Term): Expression => ({
    kind: "compare",
    operator: "==",
    left: term,
    right: { kind: "constant", value: player },
  })
  return {
    name,
    parameters: action.parameters,
    isAttempt: true,
    precondition: {
      kind: "and",
      parts: [
        { kind: "or", parts: doers.map(isPlayer) },
        { kind: "not", body: action.precondition },
      ],
    },
    effect: { kind: "all", parts: [] },
    consenting: [{ kind: "constant", value: player }],
    observing: { variable: "who", type: "character", condition: isPlayer({ kind: "variable", name: "who" }) },
    ...(action.told === undefined ? {} : { told: action.told.map(tried) }),
    ...(action.origin === undefined ? {} : { origin: action.origin }),
  }
}

/** `{who} [crawl] to {to} and [knock]` becomes `{who} [try] to crawl to {to} and knock, in vain`. */
function tried(told: string): string {
  let isFirst = true
  const words = told.replace(/\[([^\]]+)\]/g, (_, verb: string) => {
    const instead = isFirst ? `[try] to ${verb}` : verb
    isFirst = false
    return instead
  })
  return `${words}, in vain`
}
