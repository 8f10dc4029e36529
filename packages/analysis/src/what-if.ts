/** What if something were otherwise? Two worlds are compared by their stories, or by what becomes of a plot. */
import { startPlotWhatIf, startWhatIf } from "@dramaturg/engine"
import type { PlotWhatIf, Problem, WhatIf } from "@dramaturg/model"
import { strangerAmong, withoutRules } from "./changed-names.js"
import { type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import { timerOf } from "./time.js"
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
  readonly goal?: number
  /** How many stories of each world. */
  readonly most?: number
}

export interface PlotWhatIfQuestion extends Omit<WhatIfQuestion, "most"> {
  readonly plot: PlotText
}

/** The changes name what the world does not have, or cannot be read. */
interface Refused {
  readonly kind: "refused"
  readonly sentence: string
}

/** `isLate`: the time was up before all of it was looked at. */
export type WhatIfResult = Refused | { readonly kind: "worlds"; readonly answer: WhatIf; readonly isLate: boolean }

export type PlotWhatIfResult = Refused | Unread | { readonly kind: "plot"; readonly answer: PlotWhatIf; readonly isLate: boolean }

/** Compares the stories of two worlds. */
export const askWhatIf = asking(function* (world: SoundWorld, { changes, ...options }: WhatIfQuestion): Steps<WhatIfResult> {
  const timer = timerOf(options)
  const changed = problemWith(world, changes)
  if (typeof changed === "string") return { kind: "refused", sentence: changed }
  const answer = yield* answerOf(startWhatIf(world.problem, changed, options), "searching")
  return { kind: "worlds", answer, isLate: timer.isOver() }
})

/** Compares what becomes of the acts of a plot. */
export const askPlotWhatIf = asking(function* (world: SoundWorld, { changes, plot, ...options }: PlotWhatIfQuestion): Steps<PlotWhatIfResult> {
  const timer = timerOf(options)
  const changed = problemWith(world, changes)
  if (typeof changed === "string") return { kind: "refused", sentence: changed }
  const { outline, diagnostics: remarks } = readPlot(plot, world.problem)
  if (!outline) return { kind: "unread", remarks }
  const answer = yield* answerOf(startPlotWhatIf(world.problem, changed, outline, options), "judging")
  return { kind: "plot", answer, isLate: timer.isOver() }
})

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
