/** What if the world were otherwise? */
import { askPlotWhatIf, askWhatIf } from "@dramaturg/analysis"
import type { PlotWhatIf, WhatIf } from "@dramaturg/model"
import { answered } from "./drive.js"
import { anything, bounded, checkName, checkOptions, count, finite, texts, textsByName } from "./options.js"
import { type Plot, plotText } from "./story.js"
import { type Bounded, clock } from "./tell.js"
import type { UnreadPlot } from "./verify.js"
import { soundOf, type World } from "./world.js"

/** What is changed. At least one of them. */
export interface WhatIfChanges {
  /** What is so at the start, in the world's language, e.g. `at(Tom) = Market`. */
  readonly facts?: readonly string[]
  /** What characters want instead, by name, in the world's language. */
  readonly wants?: Readonly<Record<string, string>>
  /** Triggers and actions that there would not be, by name. */
  readonly without?: readonly string[]
}

/** The options of `whatIf`. */
export interface WhatIfOptions extends Bounded {
  /** Hold this plot up to both worlds, act by act. Default: the stories of both are compared. */
  readonly plot?: Plot
  /** The least utility for the author that stories must reach. Default: any improvement on the start. */
  readonly goal?: number
  /** Without `plot`: the most stories of each world. Default: 3. */
  readonly most?: number
}

/** What `whatIf` found. `isLate`: the time was up before the answer was complete. */
export type WhatIfOutcome =
  | UnreadPlot
  /** The changes cannot be made in this world; the sentence says which, and what there is. */
  | { readonly status: "refused"; readonly sentence: string }
  | { readonly status: "stories"; readonly answer: WhatIf; readonly isLate: boolean }
  | { readonly status: "plot"; readonly answer: PlotWhatIf; readonly isLate: boolean }

/**
 * Compares a world with the same world changed. Rejects with a UsageError if the call is wrong, and with the
 * signal's reason if it is aborted.
 */
export async function whatIf(
  world: World,
  changes: WhatIfChanges,
  options: WhatIfOptions = {},
): Promise<WhatIfOutcome> {
  const sound = soundOf("whatIf", world)
  checkOptions("whatIf", changes ?? {}, { facts: texts, wants: textsByName, without: texts })
  checkOptions("whatIf", options, { ...bounded, plot: anything, goal: finite, most: count })
  const { facts = [], wants = {}, without = [] } = changes ?? {}
  for (const who of Object.keys(wants)) checkName("whatIf", "character", who, world.characters)
  const { signal, onProgress, plot, most, ...asked } = options
  const stoppable = { signal, onProgress }
  const question = { ...asked, changes: { facts, wants: Object.entries(wants), without }, clock }
  if (plot === undefined) {
    const result = await answered(askWhatIf(sound, { ...question, most }), stoppable)
    if (result.kind === "refused") return { status: "refused", sentence: result.sentence }
    return { status: "stories", answer: result.answer, isLate: result.isLate }
  }
  const work = askPlotWhatIf(sound, { ...question, plot: plotText("whatIf", plot) })
  const result = await answered(work, stoppable)
  if (result.kind === "refused") return { status: "refused", sentence: result.sentence }
  if (result.kind === "unread") return { status: "unread", remarks: result.remarks }
  return { status: "plot", answer: result.answer, isLate: result.isLate }
}
