/**
 * What if the world were otherwise? Compares a world and its change by their stories, or by the acts of a
 * plot.
 */
import { startPlotWhatIf, startWhatIf } from "@dramaturg/engine"
import type { PlotWhatIf, Problem, WhatIf } from "@dramaturg/model"
import { strangerAmong, withoutRules } from "./changed-names.js"
import { type PlotText, readPlot, type Unread } from "./plot.js"
import { answerOf, asking, type Steps } from "./question.js"
import { timerOf } from "./time.js"
import { type Bounds, changedWorld, mistakeIn, type SoundWorld } from "./world.js"

/** The changes to the world. */
export interface Changes {
  /** Statements about the start, in the world's language. */
  readonly facts: readonly string[]
  /** Characters and their new utilities, in the world's language. */
  readonly wants: readonly (readonly [character: string, want: string])[]
  /** Names of triggers and actions that are left out. */
  readonly without: readonly string[]
}

export interface WhatIfQuestion extends Bounds {
  readonly changes: Changes
  readonly goal?: number
  /** The most stories of each world. */
  readonly most?: number
}

export interface PlotWhatIfQuestion extends Omit<WhatIfQuestion, "most"> {
  readonly plot: PlotText
}

/** The changes cannot be read, or name what the world does not have; `sentence` says which. */
interface Refused {
  readonly kind: "refused"
  readonly sentence: string
}

/** `isLate`: the time was up before the answer was complete. */
export type WhatIfResult =
  | Refused
  | { readonly kind: "worlds"; readonly answer: WhatIf; readonly isLate: boolean }

export type PlotWhatIfResult =
  | Refused
  | Unread
  | { readonly kind: "plot"; readonly answer: PlotWhatIf; readonly isLate: boolean }

/** Compares the stories of two worlds. */
export const askWhatIf = asking(function* (
  world: SoundWorld,
  { changes, ...options }: WhatIfQuestion,
): Steps<WhatIfResult> {
  const timer = timerOf(options)
  const changed = problemWith(world, changes)
  if (typeof changed === "string") return { kind: "refused", sentence: changed }
  const answer = yield* answerOf(startWhatIf(world.problem, changed, options), "searching")
  return { kind: "worlds", answer, isLate: timer.isOver() }
})

/** Compares the reviews of a plot in two worlds. */
export const askPlotWhatIf = asking(function* (
  world: SoundWorld,
  { changes, plot, ...options }: PlotWhatIfQuestion,
): Steps<PlotWhatIfResult> {
  const timer = timerOf(options)
  const changed = problemWith(world, changes)
  if (typeof changed === "string") return { kind: "refused", sentence: changed }
  const { outline, diagnostics: remarks } = readPlot(plot, world.problem)
  if (!outline) return { kind: "unread", remarks }
  const answer = yield* answerOf(startPlotWhatIf(world.problem, changed, outline, options), "judging")
  return { kind: "plot", answer, isLate: timer.isOver() }
})

/** The changed problem, or a sentence that says why it cannot be made. */
function problemWith(world: SoundWorld, changes: Changes): Problem | string {
  const stranger = strangerAmong(
    world.problem,
    changes.wants.map(([who]) => who),
  )
  if (stranger !== undefined) return stranger
  const { problem, diagnostics } = withChanges(world, changes)
  return problem === undefined
    ? `What is to be changed cannot be read: ${mistakeIn(diagnostics)}`.trim()
    : withoutRules(problem, changes.without)
}

/** Added statements about the start override earlier ones; a new utility replaces the old. */
function withChanges(world: SoundWorld, { facts, wants }: Changes) {
  const old = world.problem.utilities
    .filter((each) => each.origin && wants.some(([who]) => who === each.character))
    .map((each) => each.origin!)
  const added = [
    ...facts.map((each) => `${bare(each)};`),
    ...wants.map(([who, want]) => `utility(${who}): ${bare(want)};`),
  ]
  return changedWorld(world, old, `\n${added.join("\n")}\n`)
}

function bare(statement: string): string {
  return statement.trim().replace(/;$/, "")
}
