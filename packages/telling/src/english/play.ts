/**
 * A play in words, besides its telling: what can be chosen, how a turn and the play end, and why the others
 * acted.
 */
import {
  type Ending,
  type Fabula,
  parseLabel,
  type Problem,
  referenceTo,
  type Steering,
  type Turn,
} from "@dramaturg/model"
import type { PlayedEvent } from "../tongue.js"
import { actIn, dictionOf } from "./diction.js"
import { eventCalled, type Lexicon, lexiconOf } from "./lexicon.js"
import { newReference } from "./refer.js"
import { capitalised, say } from "./say.js"
import { stopped } from "./template.js"
import { whySentences } from "./why.js"

/**
 * What a player must be told of a turn besides its telling. `told`: the number of sentences in that telling.
 */
export function turnRemarks(
  problem: Problem,
  player: string,
  events: readonly PlayedEvent[],
  told: number,
): readonly string[] {
  if (events.length === 0) return ["Nobody else did anything."]
  const [{ label, kind, by }] = events
  if (kind === "attempt") {
    return [
      stopped(
        `It turned out that this could not be done: ${actWords(lexiconOf(problem), player, attempted(problem, label))}`,
      ),
    ]
  }
  if (told > 0) return []
  const lexicon = lexiconOf(problem)
  return by.includes(player)
    ? [stopped(`Done: ${actWords(lexicon, player, label)}`)]
    : [`As far as ${lexicon.noun(player).text} could tell, nothing happened.`]
}

/** The label of the tried act: the name of an attempt ends in that of its act. */
function attempted(problem: Problem, label: string): string {
  const { name, arguments: values } = parseLabel(label)
  const tried = problem.actions.find((each) => !each.isAttempt && name.endsWith(`_to_${each.name}`))
  return tried === undefined ? label : referenceTo(tried.name, values).label
}

/** Why a play ends; `cut`: only what was written ends. */
export function endingWords(ending: Ending | "cut", problem: Problem, player: string): string {
  if (ending === "goal") return "The story has come to its end."
  if (ending === "cut") return "What was written ends here; the story could go on."
  return `Nobody does anything any more, and there is nothing left for ${lexiconOf(problem).noun(player).text} to do. Here it rests.`
}

/** The player's choices, one line each: `Walk to the post office.` No two lines are alike. */
export function choiceWords(problem: Problem, player: string, acts: readonly string[]): readonly string[] {
  const lexicon = lexiconOf(problem)
  const words = acts.map((each) => actWords(lexicon, player, each))
  return words.map((each, i) =>
    capitalised(stopped(words.indexOf(each) === words.lastIndexOf(each) ? each : `${each} (${acts[i]})`)),
  )
}

/** The choice of doing nothing. */
export const waitWords = "Wait."

/** Not capitalised, and without a full stop. */
function actWords(lexicon: Lexicon, player: string, act: string): string {
  const clause = eventCalled(lexicon, act)
  if (clause === undefined) return act
  const reference = newReference(lexicon, undefined)
  const isOwn = clause.subject === player
  // The player counts as named already, so that pronouns refer to them: `catch it with your hand` names no
  // `Spike`.
  if (isOwn) reference.previous.add(player)
  return say(reference, clause, {
    tense: "present",
    verbForm: isOwn ? "infinitive" : "finite",
    withoutSubject: isOwn,
  })
}

/** What the drama manager did, as a sentence. `remaining`: acts left in its plan. */
export function steeringWords(steering: Steering): string {
  switch (steering.kind) {
    case "on course":
      return `The story is on its way: ${steering.remaining} more acts as things stand.`
    case "planned anew":
      return `The story has found another way: ${steering.remaining} more acts as things stand.`
    case "helpless":
      return steering.why === "unreachable"
        ? "The end that the author wanted cannot be reached any more."
        : "No way to the end that the author wanted was found; the others go by their own wishes."
    case "ended":
      return "It has ended."
  }
}

/**
 * Why the other characters acted as they did in a turn. `acts`: the number of acts up to the end of that
 * turn.
 */
export function turnReasons(
  fabula: Fabula,
  problem: Problem,
  { events }: Turn,
  acts: number,
  player: string,
): readonly string[] {
  const diction = dictionOf(problem)
  const reasons = events.flatMap(({ label, by }, i) => {
    const act = actIn(diction, label)
    if (by.length === 0) return [`${act}: nobody decides this; it happens.`]
    const others = by.filter((each) => each !== player)
    return others.flatMap((who) => [
      `${act}:`,
      ...whySentences(fabula, problem, acts - events.length + i + 1, who).map((each) => `  ${each}`),
    ])
  })
  return reasons.length > 0 ? reasons : ["Nobody else did anything."]
}
