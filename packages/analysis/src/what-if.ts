/** What if something were otherwise? Two worlds are compared by their stories, or by what becomes of a plot. */
import { startPlotWhatIf, startWhatIf, strangerAmong, withoutRules } from "@dramaturg/engine"
import type { Diagnostic, PlotWhatIf, Problem, WhatIf } from "@dramaturg/model"
import { type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, Question, type Steps } from "./question.js"
import { type Bounds, changedWorld, mistakeIn, type SoundWorld } from "./world.js"

/** What is to be otherwise. */
export interface Changes {
  /** Statements about the start. */
  readonly facts: readonly string[]
  /** Characters, and what they would want. */
  readonly wants: readonly (readonly [character: string, want: string])[]
  /** Names of triggers and actions. */
  readonly without: readonly string[]
}

export interface WhatIfQuestion extends Bounds {
  readonly changes: Changes
  /** Given one, it is asked what becomes of its acts, instead of which stories there are. */
  readonly plot?: PlotText
  readonly goal?: number
  /** How many stories of each world. */
  readonly most?: number
}

export type WhatIfResult =
  /** The changes name what the world does not have, or cannot be read. */
  | { readonly kind: "refused"; readonly sentence: string }
  | Unread
  /** `isLate`: the time was up before all of it was looked at. */
  | { readonly kind: "plot"; readonly answer: PlotWhatIf; readonly remarks: readonly Diagnostic[]; readonly isLate: boolean }
  | { readonly kind: "worlds"; readonly answer: WhatIf; readonly isLate: boolean }

export function askWhatIf(world: SoundWorld, options: WhatIfQuestion): Question<WhatIfResult> {
  return new Question(whatIfOf(world, options))
}

function* whatIfOf(world: SoundWorld, { changes, plot, goal, most, ...bounds }: WhatIfQuestion): Steps<WhatIfResult> {
  const { problem } = world
  const changed = problemWith(world, changes)
  if (typeof changed === "string") return { kind: "refused", sentence: changed }
  const { clock, timeoutMs } = bounds
  const end = clock === undefined || timeoutMs === undefined ? undefined : clock() + timeoutMs
  const isLate = (): boolean => end !== undefined && clock!() >= end
  if (plot === undefined) {
    const answer = yield* answerOf(startWhatIf(problem, changed, { ...bounds, goal, most }), "searching")
    return { kind: "worlds", answer, isLate: isLate() }
  }
  const { outline, diagnostics: remarks } = readPlot(plot, problem)
  if (!outline) return { kind: "unread", remarks }
  const answer = yield* answerOf(startPlotWhatIf(problem, changed, outline, { ...bounds, goal }), "judging")
  return { kind: "plot", answer, remarks, isLate: isLate() }
}

/** The changed problem, or the sentence that says why there is none. */
function problemWith(world: SoundWorld, changes: Changes): Problem | string {
  const stranger = strangerAmong(world.problem, changes.wants.map(([who]) => who))
  if (stranger !== undefined) return stranger
  const { problem, diagnostics } = withChanges(world, changes)
  return problem === undefined ? `What is to be changed cannot be read: ${mistakeIn(diagnostics)}`.trim() : withoutRules(problem, changes.without)
}

/** Later statements about the start win over earlier ones; a want stands in the place of the one before. */
function withChanges(world: SoundWorld, { facts, wants }: Changes) {
  const old = world.problem.utilities.filter((each) => each.origin && wants.some(([who]) => who === each.character)).map((each) => each.origin!)
  const added = [...facts.map((each) => `${bare(each)};`), ...wants.map(([who, want]) => `utility(${who}): ${bare(want)};`)]
  return changedWorld(world, old, `\n${added.join("\n")}\n`)
}

function bare(statement: string): string {
  return statement.trim().replace(/;$/, "")
}
